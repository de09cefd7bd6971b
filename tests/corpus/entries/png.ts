import { ascii, joined, u32, type Bytes } from '../../../src/lib/photo/bytes.ts';
import { PNG_SIGNATURE, pngChunk } from '../../../src/lib/photo/png.ts';
import { CUTS, type Entry, type Verdict } from '../entry.ts';
import { orientationTiff } from '../writers/exif.ts';
import { BROKEN, DISPLAY_P3, p3InSrgb } from '../writers/icc.ts';
import { deflated, header, IEND, largePng, quiltPng, type PngOptions } from '../writers/png.ts';
import { asStored, pixelOf, QUILT, recoloured, type Quilt, type Rgb } from '../writers/quilt.ts';

const quilt: Verdict = { opens: 'png', width: 96, height: 64, shows: QUILT, tolerance: 0 };
const showing = (shows: Quilt, tolerance = 1): Verdict => ({ ...quilt, shows, tolerance });
const damaged: Verdict = { refused: 'photo.decode-failed' };
const truncated: Verdict = { refused: 'photo.truncated' };

const icc = async (profile: Bytes): Promise<Bytes> =>
	pngChunk('iCCP', joined(ascii('x\0\0'), await deflated(profile)));

/** Shades of grey with as many steps as the depth has. */
function gray(depth: number): Partial<PngOptions> & { readonly seen: Quilt } {
	const steps = 2 ** depth - 1;
	const step = (colour: Rgb): number => Math.round((colour[0] / 255) * steps);
	return {
		type: 0,
		depth,
		pixel: (x, y) => [step(pixelOf(QUILT, x, y))],
		seen: recoloured(QUILT, (colour) => {
			const level = Math.round((step(colour) / steps) * 255);
			return [level, level, level];
		})
	};
}

const overWhite = (colour: Rgb, alpha: number): Rgb => {
	const [red, green, blue] = colour.map((level) =>
		Math.round((level * alpha + 255 * (255 - alpha)) / 255)
	);
	return [red!, green!, blue!];
};

const PALETTE: readonly Rgb[] = [
	[200, 30, 30],
	[30, 200, 30],
	[30, 30, 200]
];
const indexOf = (colour: Rgb): number => (colour[0] > 100 ? 0 : colour[1] > 100 ? 1 : 2);

const kinds: Entry[] = [
	{ name: 'plain PNG', make: () => quiltPng(), verdict: quilt },
	{ name: 'interlaced PNG', make: () => quiltPng({ interlaced: true }), verdict: quilt },
	{
		name: 'PNG of 16 bits',
		make: () =>
			quiltPng({
				depth: 16,
				pixel: (x, y) => pixelOf(QUILT, x, y).map((level) => level * 257)
			}),
		verdict: showing(QUILT)
	},
	...[1, 2, 4, 8, 16].map((depth) => {
		const { seen, ...options } = gray(depth);
		return {
			name: `grey PNG of ${depth} bits`,
			make: () => quiltPng(options),
			verdict: showing(seen)
		};
	}),
	{
		name: 'PNG with a palette whose first colour is transparent',
		make: () =>
			quiltPng({
				type: 3,
				depth: 2,
				pixel: (x, y) => [indexOf(pixelOf(QUILT, x, y))],
				before: [
					pngChunk('PLTE', Uint8Array.from(PALETTE.flat())),
					pngChunk('tRNS', Uint8Array.of(0))
				]
			}),
		verdict: showing(
			recoloured(QUILT, (colour) => {
				const index = indexOf(colour);
				return index === 0 ? [255, 255, 255] : PALETTE[index]!;
			})
		)
	},
	...[0, 128, 255].map((alpha) => ({
		name: `PNG with alpha ${alpha}, which white shines through`,
		make: () => quiltPng({ type: 6, pixel: (x, y) => [...pixelOf(QUILT, x, y), alpha] }),
		verdict: showing(
			recoloured(QUILT, (colour) => overWhite(colour, alpha)),
			2
		)
	})),
	{
		name: 'PNG in Display P3',
		make: async () => quiltPng({ before: [await icc(DISPLAY_P3)] }),
		verdict: showing(recoloured(QUILT, p3InSrgb), 2)
	},
	{
		name: 'PNG with a broken profile',
		make: async () => quiltPng({ before: [await icc(BROKEN)] }),
		verdict: quilt
	},
	{
		name: 'PNG that says it is sRGB',
		make: () => quiltPng({ before: [pngChunk('sRGB', Uint8Array.of(0))] }),
		verdict: quilt
	}
];

const orientations: Entry[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 255].map((orientation) => ({
	name: `PNG with eXIf orientation ${orientation}`,
	make: () =>
		quiltPng({
			quilt: orientation <= 8 ? asStored(QUILT, orientation) : QUILT,
			before: [pngChunk('eXIf', orientationTiff(orientation, 'MM'))]
		}),
	verdict: quilt
}));

/** A frame of an animation: its control chunk, then its data. */
async function animationFrame(sequence: number, quilted: Quilt): Promise<Bytes[]> {
	const whole = await quiltPng({ quilt: quilted });
	const data = whole.subarray(8 + 25 + 8, whole.length - 12 - 4);
	return [
		pngChunk(
			'fcTL',
			joined(...[sequence, 96, 64, 0, 0].map(u32), Uint8Array.of(0, 1, 0, 10, 0, 0))
		),
		pngChunk('fdAT', joined(u32(sequence + 1), data))
	];
}

const control = pngChunk(
	'fcTL',
	joined(...[0, 96, 64, 0, 0].map(u32), Uint8Array.of(0, 1, 0, 10, 0, 0))
);
const animation = (frames: number): Bytes => pngChunk('acTL', joined(u32(frames), u32(0)));

const odd: Entry[] = [
	{
		name: 'animated PNG of two frames',
		make: async () =>
			quiltPng({
				before: [animation(2), control],
				after: await animationFrame(1, asStored(QUILT, 3))
			}),
		verdict: { ...quilt, notices: ['first-frame-only'] }
	},
	{
		name: 'animated PNG whose only frame is the picture',
		make: () => quiltPng({ before: [animation(1), control] }),
		verdict: { ...quilt, notices: [] }
	},
	{
		name: 'PNG with text that inflates a thousandfold',
		make: async () => {
			const text = await deflated(new Uint8Array(2 ** 24));
			return quiltPng({ before: [pngChunk('zTXt', joined(ascii('Comment\0\0'), text))] });
		},
		verdict: quilt
	},
	{
		name: 'PNG with a name and a date in its text',
		make: () =>
			quiltPng({
				before: [
					pngChunk('tEXt', ascii('Author\0CANARY')),
					pngChunk('tIME', Uint8Array.of(7, 234, 11, 24, 12, 0, 0))
				]
			}),
		verdict: quilt
	},
	{
		name: 'PNG with a ZIP archive behind it',
		make: async () => joined(await quiltPng(), ascii('PK\x03\x04CANARY')),
		verdict: quilt
	},
	{
		name: 'PNG with a wrong checksum in its text',
		make: async () => {
			const text = pngChunk('tEXt', ascii('Author\0CANARY')).fill(0, -4);
			return quiltPng({ before: [text] });
		},
		verdict: quilt
	},
	{
		name: 'PNG with a wrong checksum in its eXIf, which is then not believed',
		make: () => quiltPng({ before: [pngChunk('eXIf', orientationTiff(6)).fill(0, -4)] }),
		verdict: quilt
	}
];

const wrong: Entry[] = [
	...CUTS.map((share) => ({
		name: `PNG of which ${share * 100} % arrived`,
		make: async () => {
			const whole = await quiltPng({
				depth: 16,
				pixel: (x, y) => [x * 613, y * 977, x * y * 31].map((level) => level % 65536)
			});
			return whole.slice(0, Math.max(9, Math.floor(whole.length * share)));
		},
		verdict: truncated
	})),
	{
		name: 'PNG without its last chunk',
		make: async () => (await quiltPng()).slice(0, -12),
		verdict: truncated
	},
	{
		name: 'PNG with half of its picture data, otherwise whole',
		make: async () => {
			const data = await deflated(new Uint8Array(64 * (1 + 96 * 3)).map((_, n) => (n * n) % 251));
			return joined(
				PNG_SIGNATURE,
				header(96, 64, 8, 2),
				pngChunk('IDAT', data.slice(0, data.length / 2)),
				IEND
			);
		},
		verdict: truncated
	},
	{
		name: 'PNG with fewer rows than it says',
		make: async () =>
			joined(
				PNG_SIGNATURE,
				header(96, 64, 8, 2),
				pngChunk('IDAT', await deflated(new Uint8Array(40 * (1 + 96 * 3)))),
				IEND
			),
		verdict: truncated
	},
	{
		name: 'PNG with a flipped bit in its picture data',
		make: async () => {
			const whole = await quiltPng();
			whole[60]! ^= 4;
			return whole;
		},
		verdict: damaged
	},
	{
		name: 'PNG without picture data',
		make: () => joined(PNG_SIGNATURE, header(96, 64, 8, 2), IEND),
		verdict: damaged
	},
	{
		name: 'PNG that does not begin with its header',
		make: async () =>
			joined(PNG_SIGNATURE, pngChunk('CgBI', u32(0)), (await quiltPng()).subarray(8)),
		verdict: damaged
	},
	{
		name: 'PNG of no width',
		make: () => joined(PNG_SIGNATURE, header(0, 64, 8, 2), IEND),
		verdict: damaged
	},
	{
		name: 'PNG of an impossible colour type',
		make: async () =>
			joined(
				PNG_SIGNATURE,
				header(96, 64, 8, 5 as 6),
				pngChunk('IDAT', await deflated(new Uint8Array(100))),
				IEND
			),
		verdict: damaged
	},
	{ name: 'only a PNG signature', make: () => PNG_SIGNATURE, verdict: truncated }
];

const sizes: Entry[] = [
	{
		name: 'PNG header of 50000 × 50000 in one bit',
		make: () => joined(PNG_SIGNATURE, header(50_000, 50_000, 1, 0), IEND),
		verdict: { refused: 'photo.too-wide', details: { width: 50_000, height: 50_000, limit: 16384 } }
	},
	{
		name: 'whole PNG bomb of 16000 × 16000 in one bit',
		make: () => largePng(16_000, 16_000),
		verdict: { refused: 'photo.too-many-pixels' }
	},
	{
		name: 'PNG header of 2³¹ − 1 pixels a side',
		make: () => joined(PNG_SIGNATURE, header(2 ** 31 - 1, 2 ** 31 - 1, 16, 6), IEND),
		verdict: { refused: 'photo.too-wide' }
	},
	{
		name: 'PNG of 1 × 1',
		make: () => quiltPng({ width: 1, height: 1 }),
		verdict: { refused: 'photo.too-small' }
	},
	{
		name: 'PNG of 24 megapixels in one bit',
		make: () => largePng(6000, 4000),
		verdict: {
			opens: 'png',
			width: 4242,
			height: 2828,
			original: { width: 6000, height: 4000 },
			notices: ['scaled-down'],
			shows: { columns: 1, rows: 1, at: () => [0, 0, 0] }
		}
	}
];

export const PNG_ENTRIES: readonly Entry[] = [
	...kinds,
	...orientations,
	...odd,
	...wrong,
	...sizes
];
