/** Backups of a test's vault, as files in memory, and ways to damage them. */
import type { Bytes } from '../../src/lib/vault/bytes.ts';
import { newOwnerKey } from '../../src/lib/vault/backup/age.ts';
import type { BackupKey, BackupTo, TakeChunk, TellProgress } from '../../src/lib/vault/types.ts';
import type { Vault } from '../../src/lib/vault/vault.ts';
import { fingerprints, kit } from './vault.ts';

/** An owner's key: no test but those of passphrases has to wait for scrypt. */
export const OWNER = await newOwnerKey();
export const toOwner = { kind: 'owner-key', recipient: OWNER.recipient } as const;
export const byOwner = (): BackupKey => ({ secret: kit(), identity: OWNER.identity });

export const silent: TellProgress = () => Promise.resolve();

export async function backUp(
	vault: Vault,
	to: BackupTo = toOwner,
	take?: TakeChunk
): Promise<Blob> {
	const chunks: Bytes[] = [];
	await vault.backup(to, async (chunk, fraction) => {
		await take?.(chunk, fraction);
		chunks.push(chunk);
	});
	return new Blob(chunks);
}

/** With one bit of the file changed; counted from the end where `at` is negative. */
export async function flipped(file: Blob, at: number): Promise<Blob> {
	const bytes = new Uint8Array(await file.arrayBuffer());
	const index = at < 0 ? bytes.length + at : at;
	bytes[index] = bytes[index]! ^ 1;
	return new Blob([bytes]);
}

/** What is on the disk of scopes, records and assets, to be compared as a whole. */
export async function contentRows(name: string): Promise<readonly unknown[]> {
	const rows = await fingerprints(name);
	return ['recs', 'assets', 'chunks'].map((table) => rows.get(table) ?? []);
}
