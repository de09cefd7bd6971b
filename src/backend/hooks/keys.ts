/** The server's lease key, from the file that VULTUS_LEASE_KEY names; read once in each runtime. */
import { fromBase64url } from './bytes.ts';
import { leaseKey, type LeaseKey } from './lease.ts';
import { $os, goText } from './pocketbase.ts';

let key: LeaseKey | undefined;

/** Throws where the file is missing, open to others, or holds no key. */
export function serverKey(): LeaseKey {
	if (key !== undefined) return key;
	const file = $os.getenv('VULTUS_LEASE_KEY');
	if (file === '') throw new Error('VULTUS_LEASE_KEY names no file');
	// Not on Windows, where modes say nothing.
	if (!/^[A-Za-z]:/.test(file) && ($os.stat(file).mode() & 0o077) !== 0) {
		throw new Error('the lease key file must have mode 0600');
	}
	const secret = fromBase64url(goText($os.readFile(file)).trim());
	if (secret?.length !== 32) throw new Error('the lease key file holds no key');
	key = leaseKey(secret);
	return key;
}
