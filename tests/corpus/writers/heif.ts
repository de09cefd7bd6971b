/** HEIF containers (ISO/IEC 14496-12, 23008-12) around coded pictures, with their odd variants. */
import { ascii, joined, u32, type Bytes } from '../../../src/lib/photo/bytes.ts';
import type { Coded } from './coded.ts';
import { heightOf, QUILT, widthOf } from './quilt.ts';

const u16 = (value: number): Bytes => Uint8Array.of(value >> 8, value);

export function box(type: string, ...content: readonly Bytes[]): Bytes {
	const length = content.reduce((sum, part) => sum + part.length, 8);
	return joined(u32(length), ascii(type), ...content);
}

function fullBox(type: string, version: number, flags: number, ...content: Bytes[]): Bytes {
	return box(type, u32((version << 24) | flags), ...content);
}

export function ispe(width: number, height: number): Bytes {
	return fullBox('ispe', 0, 0, u32(width), u32(height));
}

/** `angle` quarter turns counter-clockwise. */
export function irot(angle: number): Bytes {
	return box('irot', Uint8Array.of(angle));
}

/** 0 exchanges top and bottom, 1 left and right. */
export function imir(mode: 0 | 1): Bytes {
	return box('imir', Uint8Array.of(mode));
}

/** The clean aperture of a whole number of pixels around the centre. */
export function clap(width: number, height: number): Bytes {
	return box('clap', ...[width, 1, height, 1, 0, 1, 0, 1].map(u32));
}

export function iccColour(profile: Bytes): Bytes {
	return box('colr', ascii('prof'), profile);
}

/** Primaries of BT.709, curve of sRGB, matrix of BT.601, full range: what the quilt was coded with. */
const SRGB_COLOUR = box('colr', ascii('nclx'), u16(1), u16(13), u16(6), Uint8Array.of(0x80));

export function fileType(major: string, ...compatible: readonly string[]): Bytes {
	return box('ftyp', ascii(major), u32(0), ...compatible.map(ascii));
}

export type HeifOptions = {
	readonly brands?: readonly [string, ...string[]];
	/** Properties of the picture in the order in which they apply; `ispe` of the quilt if not given. */
	readonly properties?: readonly Bytes[];
	readonly item?: string;
	readonly hasPrimary?: boolean;
	/** Added to where the data is said to lie. */
	readonly shift?: number;
	/** Boxes after `meta`; given the offset at which the coded data lies. */
	readonly after?: (dataAt: number) => Bytes;
	/** Coded data behind the picture's own. */
	readonly moreData?: Bytes;
};

function handler(type: string): Bytes {
	return fullBox('hdlr', 0, 0, u32(0), ascii(type), new Uint8Array(13));
}

export function heif(coded: Coded, options: HeifOptions = {}): Bytes {
	const {
		brands = coded.item === 'av01' ? ['avif', 'mif1', 'miaf'] : ['heic', 'mif1', 'miaf'],
		properties = [ispe(widthOf(QUILT), heightOf(QUILT))],
		item = coded.item,
		hasPrimary = true,
		shift = 0,
		after = () => new Uint8Array(),
		moreData = new Uint8Array()
	} = options;
	const all = [box(coded.config[0], coded.config[1]), ...properties];
	const indices = Uint8Array.from(all, (_, index) => 0x80 | (index + 1));
	const meta = (dataAt: number): Bytes =>
		fullBox(
			'meta',
			0,
			0,
			handler('pict'),
			...(hasPrimary ? [fullBox('pitm', 0, 0, u16(1))] : []),
			fullBox(
				'iloc',
				0,
				0,
				Uint8Array.of(0x44, 0),
				u16(1),
				u16(1),
				u16(0),
				u16(1),
				u32(dataAt + shift),
				u32(coded.data.length)
			),
			fullBox(
				'iinf',
				0,
				0,
				u16(1),
				fullBox('infe', 2, 0, u16(1), u16(0), ascii(item), Uint8Array.of(0))
			),
			box(
				'iprp',
				box('ipco', ...all),
				fullBox('ipma', 0, 0, u32(1), u16(1), Uint8Array.of(all.length), indices)
			)
		);
	const type = fileType(brands[0], ...brands);
	const dataAt = type.length + meta(0).length + after(0).length + 8;
	return joined(type, meta(dataAt), after(dataAt), box('mdat', coded.data, moreData));
}

const IDENTITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32);

/** A track with one sample for each of `frames`, which lie one behind another at `dataAt`. */
function movie(frames: readonly Coded[], dataAt: number): Bytes {
	const width = widthOf(QUILT);
	const height = heightOf(QUILT);
	const [first] = frames as readonly [Coded];
	const count = u32(frames.length);
	const entry = box(
		first.item,
		new Uint8Array(6),
		u16(1),
		new Uint8Array(16),
		u16(width),
		u16(height),
		u32(0x480000),
		u32(0x480000),
		u32(0),
		u16(1),
		new Uint8Array(32),
		Uint8Array.of(0, 0x18, 0xff, 0xff),
		box(first.config[0], first.config[1]),
		SRGB_COLOUR,
		fullBox('ccst', 0, 0, u32(0x7c000000))
	);
	const table = box(
		'stbl',
		fullBox('stsd', 0, 0, u32(1), entry),
		fullBox('stts', 0, 0, u32(1), count, u32(1)),
		fullBox('stsc', 0, 0, u32(1), u32(1), count, u32(1)),
		fullBox('stsz', 0, 0, u32(0), count, ...frames.map(({ data }) => u32(data.length))),
		fullBox('stco', 0, 0, u32(1), u32(dataAt)),
		fullBox('stss', 0, 0, count, ...frames.map((_, index) => u32(index + 1)))
	);
	const references = box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1)));
	const media = box(
		'mdia',
		fullBox('mdhd', 0, 0, u32(0), u32(0), u32(10), count, u32(0x55c40000)),
		handler('pict'),
		box('minf', fullBox('vmhd', 0, 1, new Uint8Array(8)), references, table)
	);
	const trackHeader = fullBox(
		'tkhd',
		0,
		1,
		u32(0),
		u32(0),
		u32(1),
		u32(0),
		count,
		new Uint8Array(16),
		...IDENTITY,
		u32(width << 16),
		u32(height << 16)
	);
	const movieHeader = fullBox(
		'mvhd',
		0,
		0,
		u32(0),
		u32(0),
		u32(10),
		count,
		u32(0x10000),
		u32(0x1000000),
		new Uint8Array(8),
		...IDENTITY,
		new Uint8Array(24),
		u32(2)
	);
	return box('moov', movieHeader, box('trak', trackHeader, media));
}

/** An AVIF sequence whose first frame is also its still picture. */
export function sequence(first: Coded, second: Coded): Bytes {
	return heif(first, {
		brands: ['avis', 'avif', 'msf1', 'mif1', 'miaf', 'iso8'],
		after: (dataAt) => movie([first, second], dataAt),
		moreData: second.data
	});
}
