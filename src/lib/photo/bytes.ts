import { AppError, type ErrorCode } from '../errors.ts';

/** A file, or part of one: always a view, never a copy. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Reads integers one after another, never past `end`. What running out means depends on where: at
 * the top of a file it was cut short, inside a complete structure that structure lies.
 */
export class Reader {
	readonly bytes: Bytes;
	position: number;
	readonly end: number;
	readonly #overrun: ErrorCode;
	readonly #view: DataView;

	constructor(bytes: Bytes, start = 0, end = bytes.length, overrun: ErrorCode = 'photo.truncated') {
		this.bytes = bytes;
		this.position = start;
		this.end = end;
		this.#overrun = overrun;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	get left(): number {
		return this.end - this.position;
	}

	/** Moves on by `count` bytes and returns where they began. */
	skip(count: number): number {
		const start = this.position;
		if (count < 0 || count > this.end - start) throw new AppError(this.#overrun);
		this.position = start + count;
		return start;
	}

	take(count: number): Bytes {
		const start = this.skip(count);
		return this.bytes.subarray(start, start + count);
	}

	u8(): number {
		return this.#view.getUint8(this.skip(1));
	}

	u16(): number {
		return this.#view.getUint16(this.skip(2));
	}

	u32(): number {
		return this.#view.getUint32(this.skip(4));
	}

	u32Little(): number {
		return this.#view.getUint32(this.skip(4), true);
	}

	/** 64 bits as a double: exact up to 2⁵³, and nothing larger fits in a file that was let in. */
	u64(): number {
		const high = this.u32();
		return high * 2 ** 32 + this.u32();
	}

	/** An unsigned integer of 0, 1, 2, 4 or 8 bytes, as ISO-BMFF's item locations have them. */
	uint(size: number): number {
		if (size === 0) return 0;
		if (size === 1) return this.u8();
		if (size === 2) return this.u16();
		return size === 4 ? this.u32() : this.u64();
	}

	/** One character per byte. */
	text(count: number): string {
		return String.fromCharCode(...this.take(count));
	}
}

/** Whether `bytes` has the ASCII `text` at `offset`. */
export function hasText(bytes: Bytes, text: string, offset = 0): boolean {
	if (offset + text.length > bytes.length) return false;
	for (let i = 0; i < text.length; i++) {
		if (bytes[offset + i] !== text.charCodeAt(i)) return false;
	}
	return true;
}

export function ascii(text: string): Bytes {
	return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function u32(value: number): Bytes {
	return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

export function u32Little(value: number): Bytes {
	return u32(value).reverse();
}

export function joined(...parts: readonly Bytes[]): Bytes {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

/** CRC-32 as in PNG (ISO 3309). */
export function crc32(bytes: Bytes): number {
	let crc = 0xffffffff;
	for (let i = 0; i < bytes.length; i++) {
		crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
