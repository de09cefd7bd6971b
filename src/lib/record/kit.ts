import type { VaultStatus } from '../vault/index.ts';

/** Whether a confirmed recovery kit opens the vault as it is now. */
export function hasKit(status: VaultStatus): boolean {
	const ways = 'ways' in status ? status.ways : [];
	return ways.some(({ kind, isCurrent }) => kind === 'recovery' && isCurrent);
}
