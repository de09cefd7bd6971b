/**
 * The key by which a clinic's server knows this device: ECDSA on P-256. Browsers write even a key that
 * cannot be exported to the disk as it is, so whoever copies the disk copies it. It protects the licence
 * only, never what the vault holds, and stays outside of backups: another device gets a key of its own.
 */
import { toHex, type Bytes } from './bytes.ts';
import type { DeviceKeyRow } from './store.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' };

/** `id`: SHA-256 of the raw public key, hexadecimal. */
export async function createDeviceKey(): Promise<{
	readonly row: DeviceKeyRow;
	readonly publicKey: Bytes;
}> {
	const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign']);
	const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
	const id = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)));
	return { row: { id, key: privateKey }, publicKey: raw };
}

/** r ‖ s, 64 bytes (IEEE P1363). */
export async function signWith(key: CryptoKey, bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.sign(SIGNING, key, bytes));
}
