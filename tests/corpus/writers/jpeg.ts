/**
 * A JPEG writer (ITU-T T.81) for flat 8×8 blocks: only DC coefficients, so that a file of 64
 * megapixels is quick to make and its decoded colours are known exactly.
 */
import { ascii, joined, type Bytes } from '../../../src/lib/photo/bytes.ts';
import { heightOf, QUILT, widthOf, pixelOf, type Quilt, type Rgb } from './quilt.ts';

const BLOCK = 8;
/** With this quantiser a DC coefficient is the block's level less 128. */
const QUANTISER = 8;
/** T.81 table K.3: lengths of the codes for the categories 0…11. */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** One code, `0`, for "no more coefficients". */
const AC_COUNTS = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

export type JpegOptions = {
	readonly width: number;
	readonly height: number;
	/** Levels of all components of the block at this place, 0…255, as stored. */
	readonly block: (column: number, row: number) => readonly number[];
	readonly components: number;
	readonly frame?: number;
	/** Segments between SOI and the tables. */
	readonly segments?: readonly Bytes[];
	readonly precision?: number;
	/** Blocks between restart markers. */
	readonly restart?: number;
};

export function segment(marker: number, payload: Bytes): Bytes {
	const length = payload.length + 2;
	return joined(Uint8Array.of(0xff, marker, length >> 8, length), payload);
}

export const SOI = Uint8Array.of(0xff, 0xd8);
export const EOI = Uint8Array.of(0xff, 0xd9);
export const JFIF = segment(
	0xe0,
	joined(ascii('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0))
);

/** Adobe's marker: 0 = as they are (RGB, CMYK), 1 = YCbCr, 2 = YCCK. */
export function adobe(transform: 0 | 1 | 2): Bytes {
	return segment(0xee, joined(ascii('Adobe'), Uint8Array.of(0, 100, 0, 0, 0, 0, transform)));
}

class BitWriter {
	#bytes = new Uint8Array(4096);
	#length = 0;
	#bits = 0;
	#count = 0;

	byte(value: number): void {
		if (this.#length + 2 > this.#bytes.length) {
			const larger = new Uint8Array(this.#bytes.length * 2);
			larger.set(this.#bytes);
			this.#bytes = larger;
		}
		this.#bytes[this.#length++] = value;
	}

	write(value: number, count: number): void {
		this.#bits = (this.#bits << count) | value;
		this.#count += count;
		while (this.#count >= 8) {
			this.#count -= 8;
			const byte = (this.#bits >>> this.#count) & 0xff;
			this.byte(byte);
			if (byte === 0xff) this.byte(0);
		}
		this.#bits &= (1 << this.#count) - 1;
	}

	align(): void {
		if (this.#count > 0) this.write((1 << (8 - this.#count)) - 1, 8 - this.#count);
	}

	bytes(): Bytes {
		return this.#bytes.slice(0, this.#length);
	}
}

type Code = { readonly bits: number; readonly length: number };

function codes(counts: readonly number[]): Code[] {
	const list: Code[] = [];
	let bits = 0;
	counts.forEach((count, index) => {
		for (let n = 0; n < count; n++) list.push({ bits: bits++, length: index + 1 });
		bits <<= 1;
	});
	return list;
}

function scan(
	{ width, height, block, components, restart = 0 }: JpegOptions,
	endsBlocks: boolean
): Bytes {
	const writer = new BitWriter();
	const dc = codes(DC_COUNTS);
	const columns = Math.ceil(width / BLOCK);
	const total = columns * Math.ceil(height / BLOCK);
	let before = new Array<number>(components).fill(0);
	for (let index = 0; index < total; index++) {
		if (restart > 0 && index > 0 && index % restart === 0) {
			writer.align();
			writer.byte(0xff);
			writer.byte(0xd0 + ((index / restart - 1) % 8));
			before = before.fill(0);
		}
		block(index % columns, Math.floor(index / columns)).forEach((level, component) => {
			const value = level - 128;
			const difference = value - before[component]!;
			before[component] = value;
			const category = 32 - Math.clz32(Math.abs(difference));
			const { bits, length } = dc[category]!;
			writer.write(bits, length);
			const offset = difference < 0 ? (1 << category) - 1 : 0;
			if (category > 0) writer.write(difference + offset, category);
			if (endsBlocks) writer.write(0, 1);
		});
	}
	writer.align();
	return writer.bytes();
}

export function frameHeader(options: Omit<JpegOptions, 'block'>): Bytes {
	const { width, height, components, frame = 0xc0, precision = 8 } = options;
	const parts = Array.from({ length: components }, (_, n) => [n + 1, 0x11, 0]).flat();
	return segment(
		frame,
		Uint8Array.of(precision, height >> 8, height, width >> 8, width, components, ...parts)
	);
}

function scanHeader(components: readonly number[], first: number, last: number): Bytes {
	const selectors = components.flatMap((component) => [component, 0]);
	return segment(0xda, Uint8Array.of(components.length, ...selectors, first, last, 0));
}

/** The scans that say of every block that it has no other coefficients: decoders smooth without. */
function emptyScans({ width, height, components }: JpegOptions): Bytes {
	const blocks = Math.ceil(width / BLOCK) * Math.ceil(height / BLOCK);
	const writer = new BitWriter();
	for (let block = 0; block < blocks; block++) writer.write(0, 1);
	writer.align();
	const empty = writer.bytes();
	const scans = Array.from({ length: components }, (_, n) =>
		joined(scanHeader([n + 1], 1, 63), empty)
	);
	return joined(...scans);
}

function jpeg(options: JpegOptions): Bytes {
	const { components, frame = 0xc0, segments = [JFIF], restart = 0 } = options;
	const isProgressive = frame === 0xc2;
	const all = Array.from({ length: components }, (_, n) => n + 1);
	return joined(
		SOI,
		...segments,
		segment(0xdb, joined(Uint8Array.of(0), new Uint8Array(64).fill(QUANTISER))),
		frameHeader(options),
		segment(0xc4, Uint8Array.of(0x00, ...DC_COUNTS, ...DC_SYMBOLS)),
		segment(0xc4, Uint8Array.of(0x10, ...AC_COUNTS, 0x00)),
		...(restart > 0 ? [segment(0xdd, Uint8Array.of(restart >> 8, restart))] : []),
		scanHeader(all, 0, isProgressive ? 0 : 63),
		scan(options, !isProgressive),
		...(isProgressive ? [emptyScans(options)] : []),
		EOI
	);
}

/** JFIF (ITU-T T.871) luminance and colour differences. */
export function yCbCr([red, green, blue]: Rgb): number[] {
	const levels = [
		0.299 * red + 0.587 * green + 0.114 * blue,
		128 - 0.168736 * red - 0.331264 * green + 0.5 * blue,
		128 + 0.5 * red - 0.418688 * green - 0.081312 * blue
	];
	return levels.map((level) => Math.min(255, Math.max(0, Math.round(level))));
}

export function quiltJpeg(
	options: Partial<JpegOptions> & {
		readonly quilt?: Quilt;
		readonly levels?: (colour: Rgb) => number[];
	} = {}
): Bytes {
	const { quilt = QUILT, levels = yCbCr, ...rest } = options;
	return jpeg({
		width: widthOf(quilt),
		height: heightOf(quilt),
		components: levels([0, 0, 0]).length,
		block: (column, row) => levels(pixelOf(quilt, column * BLOCK, row * BLOCK)),
		...rest
	});
}

/** A picture of any size in patches of one eighth of it. */
export function largeJpeg(width: number, height: number, segments?: readonly Bytes[]): Bytes {
	const patch = Math.ceil(width / 8 / BLOCK);
	const levels = [1, 2, 3, 4, 5].map((n) => yCbCr([n * 50, 255 - n * 50, 128]));
	return jpeg({
		width,
		height,
		components: 3,
		block: (column, row) => levels[(Math.floor(column / patch) + Math.floor(row / patch)) % 5]!,
		...(segments === undefined ? {} : { segments })
	});
}
