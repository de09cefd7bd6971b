/**
 * That there is a vault on this device, in the one storage that browsers do not clear with the vault
 * when they need space. Where even this is cleared, the first screen still offers to restore.
 */
const KEY = 'vultus.vault';

export function hadVault(): boolean {
	try {
		return localStorage.getItem(KEY) !== null;
	} catch {
		return false;
	}
}

export function rememberVault(): void {
	try {
		localStorage.setItem(KEY, 'here');
	} catch {
		// Full or forbidden: what is lost then looks as if it had never been.
	}
}
