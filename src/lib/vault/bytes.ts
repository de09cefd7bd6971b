export type Bytes = Uint8Array<ArrayBuffer>;

/** For what comes from the disk, whatever its type says. */
export function isBytes(value: unknown): value is Bytes {
	return value instanceof Uint8Array;
}

export function random(count: number): Bytes {
	return crypto.getRandomValues(new Uint8Array(count));
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
	const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** Looks at every byte, so its time does not tell where two tags differ. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	let difference = 0;
	// By index: a photograph is millions of bytes, and an iterator takes ten times as long.
	for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
	return difference === 0;
}

const ENCODER = new TextEncoder();

export function utf8(text: string): Bytes {
	return ENCODER.encode(text);
}

export function toHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of an even number of hexadecimal digits. */
export function fromHex(text: string): Bytes {
	return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Big-endian. */
export function u32(value: number): Bytes {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
}

/** Big-endian, of a whole number up to 2⁵³. */
export function u64(value: number): Bytes {
	const bytes = new Uint8Array(8);
	new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
	return bytes;
}

/** Overwrites what a secret was in; copies that the browser made are out of reach. */
export function wipe(...secrets: readonly Uint8Array[]): void {
	for (const secret of secrets) secret.fill(0);
}
