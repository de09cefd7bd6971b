/**
 * Words and pixels that stand nowhere else, and every disguise in which a page could send them: raw, in
 * other alphabets (URL, hex, base64 at any of its three alignments, JSON), packed, and those nested.
 */
import { brotliDecompressSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export type Canary = { readonly name: string; readonly bytes: Buffer };

/** Packed in hex in base64 and the like; deeper is not looked. */
const DEPTH = 4;
/** More than anything a consultation may send; a bomb ends here. */
const UNPACKED = 2 ** 24;
const RUN = 16;

export function wordCanary(word: string): Canary {
	return { name: word, bytes: Buffer.from(word) };
}

/** A row of pixels, as a page has it, in the orders in which pictures are stored. */
export function pixelCanaries(name: string, rgba: Buffer): readonly Canary[] {
	const rgb = Buffer.from(rgba.filter((_, at) => at % 4 !== 3));
	const swapped = (bytes: Buffer, step: number): Buffer =>
		Buffer.from(bytes.map((byte, at) => (at % step < 3 ? bytes[at + 2 - 2 * (at % step)]! : byte)));
	return [
		{ name: `${name} (RGBA)`, bytes: rgba },
		{ name: `${name} (BGRA)`, bytes: swapped(rgba, 4) },
		{ name: `${name} (RGB)`, bytes: rgb },
		{ name: `${name} (BGR)`, bytes: swapped(rgb, 3) }
	];
}

/** A needle of its own for each way of writing that keeps no byte as it is. */
function needles(bytes: Buffer): readonly Buffer[] {
	const hex = bytes.toString('hex');
	const base64 = [0, 1, 2].map((alignment) => {
		const text = Buffer.concat([Buffer.alloc(alignment), bytes]).toString('base64');
		// The first and last letters mix with what stands beside.
		return text.slice(alignment === 0 ? 0 : alignment + 1, bytes.length % 3 === 0 ? -4 : -5);
	});
	const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
	const text = bytes.toString();
	return [
		bytes,
		...[hex, hex.toUpperCase(), ...base64, ...url].map((one) => Buffer.from(one)),
		// Pixels are no text.
		...(Buffer.from(text).equals(bytes)
			? [
					Buffer.from(text, 'utf16le'),
					Buffer.from(JSON.stringify(text).slice(1, -1)),
					Buffer.from(asciiJson(text))
				]
			: [])
	];
}

function asciiJson(text: string): string {
	return text.replace(
		/[^ -~]/g,
		(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}

/** Looks for these canaries in captured bytes; gives the names of those that are there. */
export function finder(canaries: readonly Canary[]): (captured: Buffer) => ReadonlySet<string> {
	const all = canaries.map(({ name, bytes }) => ({ name, needles: needles(bytes) }));
	return (captured) => {
		const found = new Set<string>();
		for (const view of views(captured)) {
			for (const one of all) {
				if (one.needles.some((needle) => view.includes(needle))) found.add(one.name);
			}
		}
		return found;
	};
}

/** The captured bytes, and all that they can be read as. */
export function views(captured: Buffer): readonly Buffer[] {
	const seen = new Set<string>();
	const all: Buffer[] = [];
	let next = [captured];
	for (let depth = 0; depth <= DEPTH && next.length > 0; depth++) {
		const fresh = next.filter((view) => {
			const key = view.toString('latin1');
			return view.length > 0 && !seen.has(key) && seen.add(key);
		});
		all.push(...fresh);
		next = fresh.flatMap((view) => [...unpacked(view), ...decoded(view)]);
	}
	return all;
}

/** Where a packed stream begins cannot always be told: by its first bytes, and at the very beginning. */
function unpacked(view: Buffer): readonly Buffer[] {
	const opened: Buffer[] = [];
	const attempt = (unpack: () => Buffer): void => {
		try {
			opened.push(unpack());
		} catch {
			// It was none.
		}
	};
	const limit = { maxOutputLength: UNPACKED };
	attempt(() => brotliDecompressSync(view, limit));
	attempt(() => inflateRawSync(view, limit));
	for (let at = 0; at + 2 < view.length; at++) {
		const [first, second] = [view[at], view[at + 1]];
		const rest = (): Buffer => view.subarray(at);
		// Without its frame, as what stands after it is no error then.
		if (first === 0x1f && second === 0x8b) attempt(() => inflateRawSync(gzipBody(rest()), limit));
		if (first === 0x78 && (0x7800 + (second ?? 0)) % 31 === 0)
			attempt(() => inflateSync(rest(), limit));
		if (first === 0x28 && view.readUInt16LE(at + 1) === 0x2fb5)
			attempt(() => zstdDecompressSync(rest(), limit));
	}
	return opened;
}

/** After the header, which may name a file. */
function gzipBody(packed: Buffer): Buffer {
	const FIXED = 10;
	const NAMED = 8;
	const isNamed = ((packed[3] ?? 0) & NAMED) !== 0;
	return packed.subarray(isNamed ? packed.indexOf(0, FIXED) + 1 : FIXED);
}

function decoded(view: Buffer): readonly Buffer[] {
	const text = view.toString('latin1');
	const base64 = text.match(new RegExp(`[A-Za-z0-9+/_-]{${RUN},}`, 'g')) ?? [];
	const hex = text.match(new RegExp(`(?:[0-9a-fA-F]{2}){${RUN / 2},}`, 'g')) ?? [];
	const url = text.includes('%')
		? [
				Buffer.from(
					text
						.replaceAll('+', ' ')
						.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) =>
							String.fromCharCode(parseInt(code, 16))
						),
					'latin1'
				)
			]
		: [];
	return [
		...url,
		...base64.map((run) => Buffer.from(run, 'base64')),
		...hex.map((run) => Buffer.from(run, 'hex'))
	];
}
