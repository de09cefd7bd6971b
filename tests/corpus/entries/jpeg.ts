import { ascii, joined, type Bytes } from '../../../src/lib/photo/bytes.ts';
import { CUTS, type Entry, type Verdict } from '../entry.ts';
import { orientationTiff, tiff } from '../writers/exif.ts';
import { BROKEN, DISPLAY_P3, p3InSrgb } from '../writers/icc.ts';
import {
	adobe,
	EOI,
	frameHeader,
	JFIF,
	largeJpeg,
	quiltJpeg,
	segment,
	SOI,
	yCbCr
} from '../writers/jpeg.ts';
import { asStored, QUILT, recoloured, type Quilt, type Rgb } from '../writers/quilt.ts';

const quilt: Verdict = { opens: 'jpeg', width: 96, height: 64, shows: QUILT, tolerance: 4 };
const showing = (shows: Quilt, tolerance = 4): Verdict => ({ ...quilt, shows, tolerance });
const damaged: Verdict = { refused: 'photo.decode-failed' };
const truncated: Verdict = { refused: 'photo.truncated' };

const exif = (structure: Bytes): Bytes => segment(0xe1, joined(ascii('Exif\0\0'), structure));
const icc = (profile: Bytes): Bytes =>
	segment(0xe2, joined(ascii('ICC_PROFILE\0'), Uint8Array.of(1, 1), profile));
const withSegments = (...segments: Bytes[]): Bytes => quiltJpeg({ segments: [JFIF, ...segments] });

const orientations: Entry[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((orientation) =>
	(['II', 'MM'] as const).map((order) => ({
		name: `JPEG with EXIF orientation ${orientation}, byte order ${order}`,
		make: () =>
			quiltJpeg({
				quilt: asStored(QUILT, orientation),
				segments: [exif(orientationTiff(orientation, order))]
			}),
		verdict: quilt
	}))
);

const brokenExif: Entry[] = [
	...[0, 9, 255, 65535].map((value) => ({
		name: `JPEG with the impossible EXIF orientation ${value}`,
		make: () => withSegments(exif(orientationTiff(value))),
		verdict: quilt
	})),
	{
		name: 'JPEG whose EXIF orientation is a LONG',
		make: () =>
			quiltJpeg({
				quilt: asStored(QUILT, 6),
				segments: [exif(tiff([{ tag: 0x0112, type: 4, value: 6 }]))]
			}),
		verdict: quilt
	},
	{
		name: 'JPEG whose EXIF orientation is a text',
		make: () => withSegments(exif(tiff([{ tag: 0x0112, type: 2, value: '6' }]))),
		verdict: quilt
	},
	{
		name: 'JPEG whose EXIF directory lies behind its end',
		make: () => withSegments(exif(joined(ascii('II*\0'), Uint8Array.of(255, 255, 255, 127)))),
		verdict: quilt
	},
	{
		name: 'JPEG whose EXIF promises 65535 entries',
		make: () => withSegments(exif(joined(ascii('II*\0'), Uint8Array.of(8, 0, 0, 0, 255, 255)))),
		verdict: quilt
	},
	{
		name: 'JPEG with an empty EXIF segment',
		make: () => withSegments(exif(new Uint8Array())),
		verdict: quilt
	},
	{
		name: 'JPEG with two EXIF segments, of which the first counts',
		make: () =>
			quiltJpeg({
				quilt: asStored(QUILT, 8),
				segments: [exif(orientationTiff(8)), exif(orientationTiff(3))]
			}),
		verdict: quilt
	},
	{
		name: 'JPEG with another JPEG in its EXIF as thumbnail',
		make: () =>
			withSegments(exif(joined(orientationTiff(1), quiltJpeg({ quilt: asStored(QUILT, 3) })))),
		verdict: quilt
	},
	{
		name: 'JPEG cut within the thumbnail in its EXIF',
		make: () => {
			const whole = withSegments(exif(joined(orientationTiff(1), quiltJpeg())));
			return whole.slice(0, 700);
		},
		verdict: truncated
	}
];

const metadata: Entry[] = [
	{
		name: 'JPEG with a place, a camera and an author in its EXIF',
		make: () =>
			withSegments(
				exif(
					tiff([
						{ tag: 0x010f, type: 2, value: 'CANARY camera' },
						{ tag: 0x013b, type: 2, value: 'CANARY author' },
						{ tag: 0x8825, type: 4, value: 26 }
					])
				)
			),
		verdict: quilt
	},
	{
		name: 'JPEG with XMP face regions, IPTC and a comment',
		make: () =>
			withSegments(
				segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>CANARY</x:xmpmeta>')),
				segment(0xed, ascii('Photoshop 3.0\x008BIM\x04\x04CANARY')),
				segment(0xfe, ascii('CANARY'))
			),
		verdict: quilt
	},
	{
		name: 'JPEG with C2PA in APP11',
		make: () => withSegments(segment(0xeb, ascii('JP\0\x01\0\0\0\x01CANARY'))),
		verdict: quilt
	},
	{
		name: 'JPEG with a second picture behind it (MPO)',
		make: () =>
			joined(
				withSegments(segment(0xe2, ascii('MPF\0II*\0\x08\0\0\0'))),
				quiltJpeg({ quilt: asStored(QUILT, 3) })
			),
		verdict: quilt
	}
];

const gray = (colour: Rgb): number[] => [yCbCr(colour)[0]!];
const graySeen = recoloured(QUILT, (colour) => {
	const [level] = gray(colour) as [number];
	return [level, level, level];
});

/** The inks, inverted once by Adobe and once more by the step from RGB to CMY. */
function yCcK([red, green, blue]: Rgb): number[] {
	return [...yCbCr([255 - red, 255 - green, 255 - blue]), 255];
}

const colour: Entry[] = [
	{ name: 'grey JPEG', make: () => quiltJpeg({ levels: gray }), verdict: showing(graySeen) },
	{
		name: 'CMYK JPEG with Adobe’s marker',
		// Adobe stores the inks inverted.
		make: () => quiltJpeg({ levels: (seen) => [...seen, 255], segments: [adobe(0)] }),
		verdict: quilt
	},
	{
		name: 'YCCK JPEG',
		make: () => quiltJpeg({ levels: yCcK, segments: [adobe(2)] }),
		verdict: quilt
	},
	{
		name: 'RGB JPEG with Adobe’s marker',
		make: () => quiltJpeg({ levels: (seen) => [...seen], segments: [adobe(0)] }),
		verdict: quilt
	},
	{
		name: 'JPEG in Display P3',
		make: () => withSegments(icc(DISPLAY_P3)),
		verdict: showing(recoloured(QUILT, p3InSrgb), 5)
	},
	{
		name: 'JPEG in Display P3 turned by EXIF',
		make: () =>
			quiltJpeg({
				quilt: asStored(QUILT, 5),
				segments: [exif(orientationTiff(5)), icc(DISPLAY_P3)]
			}),
		verdict: showing(recoloured(QUILT, p3InSrgb), 5)
	},
	{ name: 'JPEG with a broken profile', make: () => withSegments(icc(BROKEN)), verdict: quilt },
	{ name: 'progressive JPEG', make: () => quiltJpeg({ frame: 0xc2 }), verdict: quilt },
	{ name: 'JPEG with restart markers', make: () => quiltJpeg({ restart: 5 }), verdict: quilt },
	{ name: 'JPEG without a JFIF header', make: () => quiltJpeg({ segments: [] }), verdict: quilt },
	{
		name: 'JPEG with fill bytes before a marker',
		make: () => quiltJpeg({ segments: [JFIF, Uint8Array.of(0xff, 0xff, 0xff)] }),
		verdict: quilt
	},
	{
		name: 'lossless JPEG',
		make: () => quiltJpeg({ frame: 0xc3 }),
		verdict: damaged
	},
	{ name: 'JPEG of 12 bits', make: () => quiltJpeg({ precision: 12 }), verdict: damaged }
];

const cuts: Entry[] = [
	...CUTS.map((share) => ({
		name: `JPEG of which ${share * 100} % arrived`,
		make: () => {
			const whole = largeJpeg(640, 480, [JFIF, exif(orientationTiff(1))]);
			return whole.slice(0, Math.floor(whole.length * share));
		},
		verdict: truncated
	})),
	{
		name: 'JPEG without its last byte',
		make: () => quiltJpeg().slice(0, -1),
		verdict: truncated
	},
	{
		name: 'JPEG whose second half is zeros',
		make: () => {
			const whole = largeJpeg(640, 480);
			return whole.fill(0, whole.length / 2);
		},
		verdict: truncated
	},
	{ name: 'only a start of image', make: () => SOI, verdict: truncated },
	{
		name: 'start and end of image, nothing between',
		make: () => joined(SOI, EOI),
		verdict: damaged
	},
	{
		name: 'JPEG header without a scan',
		make: () => joined(SOI, JFIF, frameHeader({ width: 96, height: 64, components: 3 }), EOI),
		verdict: damaged
	},
	{
		name: 'JPEG with two frames',
		make: () => quiltJpeg({ segments: [frameHeader({ width: 64, height: 64, components: 3 })] }),
		verdict: damaged
	},
	{
		name: 'JPEG that says its height later',
		make: () => quiltJpeg({ height: 0 }),
		verdict: damaged
	},
	{
		name: 'JPEG segment that is shorter than its length field',
		make: () => quiltJpeg({ segments: [Uint8Array.of(0xff, 0xe5, 0, 1)] }),
		verdict: damaged
	}
];

const bomb = (width: number, height: number): Bytes =>
	joined(SOI, JFIF, frameHeader({ width, height, components: 3 }), EOI);

const sizes: Entry[] = [
	{
		name: 'JPEG header of 65500 × 65500 in 40 bytes',
		make: () => bomb(65500, 65500),
		verdict: { refused: 'photo.too-wide', details: { width: 65500, height: 65500, limit: 16384 } }
	},
	{
		name: 'JPEG header one pixel too wide',
		make: () => bomb(16385, 1000),
		verdict: { refused: 'photo.too-wide' }
	},
	{
		name: 'JPEG header one pixel too high',
		make: () => bomb(1000, 16385),
		verdict: { refused: 'photo.too-wide' }
	},
	{
		name: 'JPEG header of just over 64 megapixels',
		make: () => bomb(8001, 8000),
		verdict: {
			refused: 'photo.too-many-pixels',
			details: { width: 8001, height: 8000, limitMP: 64 }
		}
	},
	{
		name: 'JPEG header of 200 megapixels',
		make: () => bomb(16320, 12240),
		verdict: { refused: 'photo.too-many-pixels' }
	},
	{
		name: 'JPEG of 8 × 8',
		make: () => quiltJpeg({ width: 8, height: 8 }),
		verdict: { refused: 'photo.too-small', details: { width: 8, height: 8, limit: 32 } }
	},
	{
		name: 'JPEG of exactly 12 megapixels',
		make: () => largeJpeg(4000, 3000),
		verdict: { opens: 'jpeg', width: 4000, height: 3000, notices: [] }
	},
	{
		name: 'JPEG of 4032 × 3024, turned',
		make: () => largeJpeg(4032, 3024, [exif(orientationTiff(6))]),
		verdict: {
			opens: 'jpeg',
			width: 3000,
			height: 4000,
			original: { width: 3024, height: 4032 },
			notices: ['scaled-down']
		}
	},
	{
		name: 'panorama JPEG of 16384 × 1000',
		make: () => largeJpeg(16384, 1000),
		verdict: {
			opens: 'jpeg',
			width: 14021,
			height: 855,
			original: { width: 16384, height: 1000 },
			notices: ['scaled-down']
		}
	},
	{
		name: 'JPEG of 64 megapixels',
		make: () => largeJpeg(8000, 8000),
		verdict: {
			opens: 'jpeg',
			width: 3464,
			height: 3464,
			original: { width: 8000, height: 8000 },
			notices: ['scaled-down']
		}
	}
];

const appended: Entry[] = [
	{
		name: 'JPEG with a ZIP archive behind it',
		make: () => joined(quiltJpeg(), ascii('PK\x03\x04CANARY')),
		verdict: quilt
	},
	{
		name: 'JPEG with a script behind it',
		make: () => joined(quiltJpeg(), ascii('<script>alert("CANARY")</script>')),
		verdict: quilt
	},
	{
		name: 'JPEG with a film behind it (motion photo)',
		make: () => joined(quiltJpeg(), ascii('\0\0\0\x18ftypmp42\0\0\0\0isommp42CANARY')),
		verdict: quilt
	},
	{
		name: 'JPEG that is also HTML',
		make: () => withSegments(segment(0xfe, ascii('<html><script>CANARY</script></html>'))),
		verdict: quilt
	}
];

export const JPEG_ENTRIES: readonly Entry[] = [
	{ name: 'plain JPEG', make: () => quiltJpeg(), verdict: quilt },
	...orientations,
	...brokenExif,
	...metadata,
	...colour,
	...cuts,
	...sizes,
	...appended
];
