/**
 * A stored tar (POSIX.1-1988 ustar): what is inside a backup can be listed and taken out by any tar,
 * without us. Regular files only, names of up to 100 bytes.
 */
import { AppError } from '../../errors.ts';
import { concat, utf8, type Bytes } from '../bytes.ts';

export type TarEntry = { readonly name: string; readonly body: Bytes };

const BLOCK = 512;
const NAME = { at: 0, length: 100 };
const MODE = { at: 100, length: 8 };
const OWNER = { at: 108, length: 8 };
const GROUP = { at: 116, length: 8 };
const SIZE = { at: 124, length: 12 };
const TIME = { at: 136, length: 12 };
const CHECKSUM = { at: 148, length: 8 };
const TYPE = { at: 156, length: 1 };
const MAGIC = { at: 257, length: 8 };

type Field = { readonly at: number; readonly length: number };

const REGULAR_FILE = '0';
const USTAR = 'ustar\x0000';
/** More than the memory of a browser holds in one piece. */
const LARGEST = 2 ** 30;

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** With the field of the checksum read as spaces. */
function checksumOf(header: Uint8Array): number {
	const { at, length } = CHECKSUM;
	const others = [header.subarray(0, at), header.subarray(at + length)];
	const sum = others.flatMap((part) => [...part]).reduce((total, byte) => total + byte, 0);
	return sum + length * 0x20;
}

function headerOf(name: string, size: number, seconds: number): Bytes {
	const header = new Uint8Array(BLOCK);
	const set = ({ at }: Field, text: string): void => header.set(utf8(text), at);
	const octal = (field: Field, value: number): void =>
		set(field, value.toString(8).padStart(field.length - 1, '0'));
	if (name.length > NAME.length) throw new AppError('unexpected');
	set(NAME, name);
	octal(MODE, 0o600);
	octal(OWNER, 0);
	octal(GROUP, 0);
	octal(SIZE, size);
	octal(TIME, seconds);
	set(TYPE, REGULAR_FILE);
	set(MAGIC, USTAR);
	set(CHECKSUM, `${checksumOf(header).toString(8).padStart(6, '0')}\0 `);
	return header;
}

/** `madeAt`: milliseconds since 1970. */
export async function* writeTar(
	entries: AsyncIterable<TarEntry>,
	madeAt: number
): AsyncGenerator<Bytes> {
	const seconds = Math.floor(madeAt / 1000);
	for await (const { name, body } of entries) {
		yield headerOf(name, body.length, seconds);
		yield body;
		yield new Uint8Array(padding(body.length));
	}
	yield new Uint8Array(2 * BLOCK);
}

function damaged(): AppError {
	return new AppError('backup.damaged');
}

/** Bytes in the order in which they come, as many as are asked for. */
class Source {
	readonly #parts: AsyncIterator<Uint8Array>;
	#part: Uint8Array = new Uint8Array();

	constructor(parts: AsyncIterable<Uint8Array>) {
		this.#parts = parts[Symbol.asyncIterator]();
	}

	/** Errors: AppError `backup.damaged` where there are fewer. */
	async take(length: number): Promise<Bytes> {
		const taken: Uint8Array[] = [];
		let missing = length;
		while (missing > 0) {
			if (this.#part.length === 0) await this.#next();
			const part = this.#part.subarray(0, missing);
			this.#part = this.#part.subarray(part.length);
			taken.push(part);
			missing -= part.length;
		}
		return concat(...taken);
	}

	/** To the end, so that whatever reads below has seen it. Errors: `backup.damaged` but for zeros. */
	async drain(): Promise<void> {
		let part = this.#part;
		for (;;) {
			if (part.some((byte) => byte !== 0)) throw damaged();
			const next = await this.#parts.next();
			if (next.done === true) return;
			part = next.value;
		}
	}

	async #next(): Promise<void> {
		const next = await this.#parts.next();
		if (next.done === true) throw damaged();
		this.#part = next.value;
	}
}

function parseHeader(header: Bytes): { readonly name: string; readonly size: number } {
	const text = ({ at, length }: Field): string =>
		new TextDecoder('latin1').decode(header.subarray(at, at + length));
	const octal = (field: Field): number => {
		const digits = /^ *([0-7]+)[ \0]*$/.exec(text(field))?.[1];
		if (digits === undefined) throw damaged();
		return Number.parseInt(digits, 8);
	};
	const size = octal(SIZE);
	const isOurs = text(MAGIC) === USTAR && text(TYPE) === REGULAR_FILE && size <= LARGEST;
	if (!isOurs || octal(CHECKSUM) !== checksumOf(header)) throw damaged();
	return { name: text(NAME).replace(/\0.*$/s, ''), size };
}

/** The files of a tar that `writeTar` wrote, to its last byte. Errors: AppError `backup.damaged`. */
export async function* readTar(parts: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
	const source = new Source(parts);
	for (;;) {
		const header = await source.take(BLOCK);
		if (header.every((byte) => byte === 0)) break;
		const { name, size } = parseHeader(header);
		const body = await source.take(size);
		await source.take(padding(size));
		yield { name, body };
	}
	await source.drain();
}
