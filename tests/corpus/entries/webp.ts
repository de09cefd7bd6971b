import { ascii, joined, u32Little, type Bytes } from '../../../src/lib/photo/bytes.ts';
import { extendedHeader, webpChunk, webpFile } from '../../../src/lib/photo/webp.ts';
import { CUTS, type Entry, type Verdict } from '../entry.ts';
import { orientationTiff } from '../writers/exif.ts';
import { DISPLAY_P3, p3InSrgb } from '../writers/icc.ts';
import { asStored, heightOf, pixelOf, QUILT, recoloured, widthOf } from '../writers/quilt.ts';
import { animatedWebp, extendedWebp, plainVp8l, quiltVp8l, quiltWebp } from '../writers/webp.ts';

const quilt: Verdict = { opens: 'webp', width: 96, height: 64, shows: QUILT, tolerance: 0 };
const truncated: Verdict = { refused: 'photo.truncated' };
const damaged: Verdict = { refused: 'photo.decode-failed' };
const plain = (...colour: readonly [number, number, number]): Verdict => ({
	...quilt,
	shows: { columns: 6, rows: 4, at: () => colour }
});

/** The quilt by the browser's own lossy encoder. */
async function lossy(): Promise<Bytes> {
	const canvas = new OffscreenCanvas(widthOf(QUILT), heightOf(QUILT));
	const context = canvas.getContext('2d')!;
	const picture = context.createImageData(canvas.width, canvas.height);
	for (let at = 0; at < picture.data.length; at += 4) {
		const pixel = at / 4;
		const colour = pixelOf(QUILT, pixel % canvas.width, Math.floor(pixel / canvas.width));
		picture.data.set([...colour, 255], at);
	}
	context.putImageData(picture, 0, 0);
	const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.9 });
	return new Uint8Array(await blob.arrayBuffer());
}

const withExif = (orientation: number, preamble = ''): Bytes => {
	const stored = orientation <= 8 ? asStored(QUILT, orientation) : QUILT;
	const exif = webpChunk('EXIF', joined(ascii(preamble), orientationTiff(orientation)));
	return extendedWebp(0x08, [], quiltVp8l(stored), [exif], stored);
};

const opening: Entry[] = [
	{ name: 'lossless WebP', make: () => quiltWebp(), verdict: quilt },
	{
		name: 'lossy WebP',
		make: lossy,
		verdict: { ...quilt, tolerance: 12 },
		browserOnly: true
	},
	...[1, 2, 3, 4, 5, 6, 7, 8, 9, 255].map((orientation) => ({
		name: `WebP with EXIF orientation ${orientation}`,
		make: () => withExif(orientation),
		verdict: quilt
	})),
	{
		name: 'WebP whose EXIF begins as in a JPEG',
		make: () => withExif(6, 'Exif\0\0'),
		verdict: quilt
	},
	{
		name: 'WebP in Display P3',
		make: () => extendedWebp(0x20, [webpChunk('ICCP', DISPLAY_P3)], quiltVp8l(), []),
		verdict: { ...quilt, shows: recoloured(QUILT, p3InSrgb), tolerance: 2 }
	},
	{
		name: 'transparent WebP, which white shines through',
		make: () => joined(...webpFile([plainVp8l(96, 64, [10, 20, 30, 0])])),
		verdict: plain(255, 255, 255)
	},
	{
		name: 'WebP with XMP and an unknown chunk',
		make: () =>
			extendedWebp(0x04, [], quiltVp8l(), [
				webpChunk('XMP ', ascii('<x:xmpmeta>CANARY</x:xmpmeta>')),
				webpChunk('CANA', ascii('CANARY'))
			]),
		verdict: quilt
	},
	{
		name: 'animated WebP of two frames',
		make: () => animatedWebp([quiltVp8l(), plainVp8l(96, 64, [1, 2, 3, 255])], 96, 64),
		verdict: { ...quilt, notices: ['first-frame-only'] }
	},
	{
		name: 'animated WebP of one frame',
		make: () => animatedWebp([quiltVp8l()], 96, 64),
		verdict: { ...quilt, notices: [] }
	},
	{
		name: 'WebP with a film behind it',
		make: () => joined(quiltWebp(), ascii('\0\0\0\x18ftypmp42CANARY')),
		verdict: quilt
	}
];

const refused: Entry[] = [
	...CUTS.map((share) => ({
		name: `WebP of which ${share * 100} % arrived`,
		make: () => {
			const whole = quiltWebp();
			return whole.slice(0, Math.max(12, Math.floor(whole.length * share)));
		},
		verdict: truncated
	})),
	{
		name: 'animated WebP cut within its second frame',
		make: () => {
			const whole = animatedWebp([quiltVp8l(), quiltVp8l()], 96, 64);
			return whole.slice(0, whole.length - 100);
		},
		verdict: truncated
	},
	{
		name: 'WebP whose RIFF length is larger than the file',
		make: () => {
			const whole = quiltWebp();
			whole.set(u32Little(whole.length + 1000), 4);
			return whole;
		},
		verdict: truncated
	},
	{
		name: 'WebP whose canvas is smaller than its picture',
		make: () => joined(...webpFile([extendedHeader(0, { width: 48, height: 48 }), quiltVp8l()])),
		verdict: damaged
	},
	{
		name: 'animated WebP whose frame is smaller than the picture in it',
		make: () => animatedWebp([plainVp8l(16_000, 16_000, [0, 0, 0, 255])], 96, 64),
		verdict: damaged
	},
	{
		name: 'WebP without a picture',
		make: () => joined(...webpFile([extendedHeader(0, { width: 96, height: 64 })])),
		verdict: damaged
	},
	{
		name: 'WebP with nothing in it',
		make: () => joined(...webpFile([])),
		verdict: damaged
	},
	{
		name: 'WebP that begins with an unknown chunk',
		make: () => joined(...webpFile([webpChunk('CANA', ascii('CANARY')), quiltVp8l()])),
		verdict: damaged
	},
	{
		name: 'WebP whose lossless data are noise',
		make: () => {
			const whole = quiltWebp();
			return whole.fill(0xff, 26);
		},
		verdict: damaged
	},
	{
		name: 'WebP of 16383 × 16383 in 40 bytes',
		make: () => joined(...webpFile([plainVp8l(16_383, 16_383, [9, 9, 9, 255])])),
		verdict: {
			refused: 'photo.too-many-pixels',
			details: { width: 16_383, height: 16_383, limitMP: 64 }
		}
	},
	{
		name: 'WebP whose canvas has 2²⁴ pixels a side',
		make: () =>
			joined(...webpFile([extendedHeader(0, { width: 2 ** 24, height: 2 ** 24 }), quiltVp8l()])),
		verdict: { refused: 'photo.too-wide' }
	}
];

export const WEBP_ENTRIES: readonly Entry[] = [...opening, ...refused];
