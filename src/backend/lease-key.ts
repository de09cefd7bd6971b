/** `node src/backend/lease-key.ts FILE`: makes a lease key (mode 0600) and prints `kid=public key`. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { base64url, fromBase64url } from './hooks/bytes.ts';
import { leaseKey } from './hooks/lease.ts';

/** The key of this checkout, for `npm start`, development and tests; never for production. */
export const DEVELOPMENT_KEY = fileURLToPath(new URL('../../.backend/lease.key', import.meta.url));

/** Makes the key when the file is missing. Gives its public half as the app's build takes it: `kid=base64url`. */
export function ensureLeaseKey(file: string): string {
	if (!existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		place(file, `${base64url(randomBytes(32))}\n`);
	}
	const secret = fromBase64url(readFileSync(file, 'utf8').trim());
	if (secret?.length !== 32) throw new Error(`${file} holds no lease key`);
	const { kid, publicKey } = leaseKey(secret);
	return `${kid}=${publicKey}`;
}

/** Whole or not at all: two processes may make the same file at once, and the first one stays. */
function place(file: string, text: string): void {
	const mine = `${file}.${process.pid}`;
	writeFileSync(mine, text, { mode: 0o600 });
	try {
		linkSync(mine, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	} finally {
		rmSync(mine);
	}
}

/**
 * What the app's build pins: `VULTUS_LEASE_KEYS`, which a production build must name, else the development
 * key of this checkout.
 */
export function pinnedLeaseKeys(): string {
	return process.env['VULTUS_LEASE_KEYS'] ?? ensureLeaseKey(DEVELOPMENT_KEY);
}

if (import.meta.main) {
	const [file] = process.argv.slice(2);
	if (file === undefined) throw new Error('Name the file: node src/backend/lease-key.ts FILE');
	console.log(ensureLeaseKey(file));
}
