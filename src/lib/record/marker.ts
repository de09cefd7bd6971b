/**
 * That there is a vault on this device, and a backup of it, in the one storage that browsers do not clear with the vault
 * when they need space. Where even this is cleared, the first screen still offers to restore.
 */
const KEY = 'vultus.vault';
/** When the last backup was read back, Unix time, ms: whoever updates a locked app is told. */
const BACKUP = 'vultus.backup';

export function hadVault(): boolean {
	return read(KEY) !== null;
}

export function rememberVault(): void {
	write(KEY, 'here');
}

export function lastBackup(): number | null {
	const at = Number(read(BACKUP) ?? Number.NaN);
	return Number.isFinite(at) ? at : null;
}

export function rememberBackup(at: number): void {
	write(BACKUP, String(at));
}

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// Full or forbidden: what is lost then looks as if it had never been.
	}
}
