/** Files of other kinds, files that are nothing, and files with odd names. */
import { ascii, joined, u32, type Bytes } from '../../../src/lib/photo/bytes.ts';
import type { Entry, Verdict } from '../entry.ts';
import { HEVC } from '../writers/coded.ts';
import { tiff } from '../writers/exif.ts';
import { fileType, heif } from '../writers/heif.ts';
import { quiltJpeg } from '../writers/jpeg.ts';
import { quiltPng } from '../writers/png.ts';
import { QUILT } from '../writers/quilt.ts';

const unsupported = (kind: string): Verdict => ({
	refused: 'photo.unsupported-kind',
	details: { kind }
});
const notAnImage: Verdict = { refused: 'photo.not-an-image' };

const file = (name: string, content: string, kind: string): Entry => ({
	name,
	make: () => ascii(content),
	verdict: unsupported(kind)
});

const GIF =
	'GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x01D\0;';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const MAKE = { tag: 0x010f, type: 2, value: 'NIKON CORPORATION' };
const SUB_DIRECTORIES = { tag: 0x014a, type: 4, value: 8 };

const kinds: Entry[] = [
	file('GIF', GIF, 'gif'),
	file('GIF of 1987', GIF.replace('89a', '87a'), 'gif'),
	file('GIF bomb of 65535 × 65535', 'GIF89a\xff\xff\xff\xff\0\0\0;', 'gif'),
	{ ...file('GIF named as a JPEG', GIF, 'gif'), fileName: 'photo.jpg' },
	file('SVG with a script', SVG, 'svg'),
	file('SVG behind an XML declaration', `<?xml version="1.0"?>\n<!-- x -->\n${SVG}`, 'svg'),
	file('SVG behind a byte order mark', `\xef\xbb\xbf ${SVG}`, 'svg'),
	{ ...file('SVG named as a PNG', SVG, 'svg'), fileName: 'photo.png' },
	{ name: 'TIFF, little-endian', make: () => tiff([]), verdict: unsupported('tiff') },
	{ name: 'TIFF, big-endian', make: () => tiff([], 'MM'), verdict: unsupported('tiff') },
	{
		name: 'TIFF of a scanner that says its make',
		make: () => tiff([MAKE]),
		verdict: unsupported('tiff')
	},
	file('BigTIFF', 'II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0', 'tiff'),
	{
		name: 'RAW: DNG',
		make: () => tiff([MAKE, { tag: 0xc612, type: 4, value: 0x401 }]),
		verdict: unsupported('raw')
	},
	{
		name: 'RAW: NEF',
		make: () => tiff([MAKE, SUB_DIRECTORIES], 'MM'),
		verdict: unsupported('raw')
	},
	file('RAW: CR2', 'II*\0\x10\0\0\0CR\x02\0\0\0\0\0', 'raw'),
	{ name: 'RAW: CR3', make: () => fileType('crx ', 'isom'), verdict: unsupported('raw') },
	file('RAW: CRW', 'II\x1a\0\0\0HEAPCCDR', 'raw'),
	file('RAW: ORF', 'IIRO\x08\0\0\0', 'raw'),
	file('RAW: RW2', 'IIU\0\x18\0\0\0', 'raw'),
	file('RAW: RAF', 'FUJIFILMCCD-RAW 0201', 'raw'),
	file('RAW: X3F', 'FOVb\0\0\x02\0', 'raw'),
	file('PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'pdf'),
	file('PDF behind some bytes', `\0\0\0\0%PDF-1.4\n`, 'pdf'),
	file('BMP', 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'bmp'),
	file('HTML', '<!DOCTYPE html><html><body>hello</body></html>', 'html'),
	{
		...file('HTML named as a JPEG', '\n <html><script>1</script></html>', 'html'),
		fileName: 'photo.jpeg'
	},
	file('icon', '\0\0\x01\0\x01\0\x10\x10', 'ico'),
	file('Photoshop file', '8BPS\0\x01\0\0', 'psd'),
	file('JPEG XL, bare', '\xff\x0a\xfa\x1f', 'jxl'),
	file('JPEG XL in its container', '\0\0\0\x0cJXL \r\n\x87\n', 'jxl'),
	file('JPEG 2000', '\0\0\0\x0cjP  \r\n\x87\n', 'jp2'),
	{ name: 'MP4 film', make: () => fileType('isom', 'mp42'), verdict: unsupported('video') },
	{ name: 'QuickTime film', make: () => fileType('qt  '), verdict: unsupported('video') },
	file('WebM film', '\x1a\x45\xdf\xa3\x01\0\0\0', 'video'),
	file('ZIP archive', 'PK\x03\x04\x14\0\0\0', 'zip')
];

const nothing: Entry[] = [
	{
		name: 'empty file',
		make: () => new Uint8Array(),
		verdict: { refused: 'photo.empty' }
	},
	{ name: 'one byte', make: () => Uint8Array.of(0xff), verdict: notAnImage },
	{ name: 'plain text', make: () => ascii('To whom it may concern'), verdict: notAnImage },
	{
		name: 'XML that is no picture',
		make: () => ascii('<?xml version="1.0"?><a/>'),
		verdict: notAnImage
	},
	{ name: 'program', make: () => ascii('MZ\x90\0\x03\0\0\0'), verdict: notAnImage },
	{ name: 'sound', make: () => ascii('RIFF\x24\0\0\0WAVEfmt '), verdict: notAnImage },
	{ name: 'a thousand zeros', make: () => new Uint8Array(1000), verdict: notAnImage },
	{
		name: 'a thousand bytes of noise',
		make: () => Uint8Array.from({ length: 1000 }, (_, n) => (n * n * 31 + n * 7 + 3) & 0xff),
		verdict: notAnImage
	},
	{
		name: 'JPEG with one byte before it',
		make: () => joined(Uint8Array.of(0), quiltJpeg()),
		verdict: notAnImage
	},
	{
		name: 'file of one byte more than 40 MiB',
		make: () => new Blob([quiltJpeg(), new Uint8Array(40 * 2 ** 20 + 1 - quiltJpeg().length)]),
		verdict: {
			refused: 'photo.too-many-bytes',
			details: { bytes: 40 * 2 ** 20 + 1, limitMiB: 40 }
		}
	},
	{
		name: 'JPEG of exactly 40 MiB, most of it appended',
		make: () => new Blob([quiltJpeg(), new Uint8Array(40 * 2 ** 20 - quiltJpeg().length)]),
		verdict: { opens: 'jpeg', width: 96, height: 64, shows: QUILT, tolerance: 4 }
	}
];

const named = (name: string, fileName: string): Entry => ({
	name,
	fileName,
	make: () => quiltJpeg(),
	verdict: { opens: 'jpeg', width: 96, height: 64, shows: QUILT, tolerance: 4 }
});

const png = (): Promise<Bytes> => quiltPng();

const names: Entry[] = [
	named('JPEG named as text', 'letter.txt'),
	named('JPEG named as a program', 'photo.jpg.exe'),
	named('JPEG without a name', ''),
	named('JPEG whose name leads out of its folder', '../../../etc/passwd'),
	named('JPEG whose name is read from right to left', '\u202egpj.exe'),
	named('JPEG named with pictures', '👩🏽‍⚕️🙂.jpg'),
	named('JPEG with a name of 300 letters', `${'a'.repeat(296)}.jpg`),
	named('JPEG whose name is markup', '<img src=x onerror=alert(1)>.jpg'),
	{
		name: 'PNG named as a JPEG',
		fileName: 'photo.jpg',
		make: png,
		verdict: { opens: 'png', width: 96, height: 64, shows: QUILT, tolerance: 0 }
	},
	{
		name: 'HEIC named as a JPEG',
		fileName: 'IMG_0001.JPG',
		make: () => heif(HEVC),
		verdict: { opens: 'heic', width: 96, height: 64, shows: QUILT, tolerance: HEVC.tolerance }
	},
	{
		name: 'JPEG name on a length field that lies',
		fileName: 'photo.jpg',
		make: () => joined(u32(0xffffffff), ascii('ftypheic'), new Uint8Array(40)),
		verdict: { refused: 'photo.truncated' }
	}
];

export const OTHER_ENTRIES: readonly Entry[] = [...kinds, ...nothing, ...names];
