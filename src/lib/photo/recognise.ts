import { AppError } from '../errors.ts';
import { ascii, hasText, type Bytes } from './bytes.ts';
import { firstIfd } from './exif.ts';
import { PNG_SIGNATURE } from './png.ts';

/** Containers that are opened; which codec an ISO-BMFF file holds is found in its boxes. */
export type Container = 'jpeg' | 'png' | 'webp' | 'isobmff';

const TEXT_WINDOW = 1024;

type Sign = { readonly kind: string; readonly start: Bytes };
const sign = (kind: string, text: string): Sign => ({ kind, start: ascii(text) });

/** Files that people do try, and that are refused by name. */
const REFUSED: readonly Sign[] = [
	sign('gif', 'GIF87a'),
	sign('gif', 'GIF89a'),
	sign('bmp', 'BM'),
	sign('psd', '8BPS'),
	sign('jxl', '\0\0\0\x0cJXL \r\n\x87\n'),
	sign('jxl', '\xff\x0a'),
	sign('jp2', '\0\0\0\x0cjP  \r\n\x87\n'),
	sign('jp2', '\xff\x4f\xff\x51'),
	sign('ico', '\0\0\x01\0'),
	sign('ico', '\0\0\x02\0'),
	sign('raw', 'IIRO'),
	sign('raw', 'IIRS'),
	sign('raw', 'IIU\0'),
	sign('raw', 'II\x1a\0\0\0HEAPCCDR'),
	sign('raw', 'FUJIFILMCCD-RAW'),
	sign('raw', 'FOVb'),
	sign('raw', '\0MRM'),
	sign('video', '\x1a\x45\xdf\xa3'),
	sign('zip', 'PK\x03\x04'),
	sign('tiff', 'II+\0'),
	sign('tiff', 'MM\0+')
];

/** TIFF/EP and DNG tags that no ordinary TIFF picture carries in its first directory. */
const RAW_TAGS = { make: 0x010f, subDirectories: 0x014a, cfaPattern: 0x828e, dngVersion: 0xc612 };

function startsWith(bytes: Bytes, start: Bytes): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

function tiffKind(bytes: Bytes): 'raw' | 'tiff' {
	if (hasText(bytes, 'CR', 8)) return 'raw';
	const tags = new Set(firstIfd(bytes).map(({ tag }) => tag));
	const isCamera = tags.has(RAW_TAGS.make) && tags.has(RAW_TAGS.subDirectories);
	return isCamera || tags.has(RAW_TAGS.dngVersion) || tags.has(RAW_TAGS.cfaPattern)
		? 'raw'
		: 'tiff';
}

/** The brands of an ISO-BMFF file decide whether it is a picture, a camera's raw file or a film. */
function isobmffKind(bytes: Bytes): 'isobmff' | 'raw' | 'jxl' | 'jp2' | 'video' {
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	const end = Math.min(length, bytes.length, TEXT_WINDOW);
	const brands: string[] = [];
	for (let at = 8; at + 4 <= end; at += 4) {
		// At 12 stands the minor version.
		if (at !== 12) brands.push(String.fromCharCode(...bytes.subarray(at, at + 4)));
	}
	if (brands[0] === 'crx ') return 'raw';
	if (brands[0] === 'jxl ') return 'jxl';
	if (brands[0] === 'jp2 ' || brands[0] === 'jpx ') return 'jp2';
	const pictures = ['mif1', 'msf1', 'avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
	return brands.some((brand) => pictures.includes(brand)) ? 'isobmff' : 'video';
}

/** Kinds of text that pass for pictures or documents. */
function textKind(bytes: Bytes): string | undefined {
	const text = new TextDecoder('latin1').decode(bytes.subarray(0, TEXT_WINDOW)).toLowerCase();
	const start = text.replace(/^(ï»¿)?\s*/u, '');
	if (text.includes('%pdf-')) return 'pdf';
	if (!start.startsWith('<')) return undefined;
	if (/<svg[\s>]/.test(start)) return 'svg';
	if (/<(!doctype html|html|head|body|script)[\s>]/.test(start)) return 'html';
	return undefined;
}

/**
 * What a file is, by its content. Errors: `photo.unsupported-kind` with `details.kind`,
 * `photo.not-an-image`.
 */
export function recognise(bytes: Bytes): Container {
	if (startsWith(bytes, Uint8Array.of(0xff, 0xd8, 0xff))) return 'jpeg';
	// A start of image alone: a JPEG of which nothing else arrived.
	if (bytes.length === 2 && bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
	if (startsWith(bytes, PNG_SIGNATURE)) return 'png';
	if (hasText(bytes, 'RIFF') && hasText(bytes, 'WEBP', 8)) return 'webp';
	const kind = refusedKind(bytes);
	if (kind === 'isobmff') return kind;
	if (kind === undefined) throw new AppError('photo.not-an-image');
	throw new AppError('photo.unsupported-kind', { details: { kind } });
}

function refusedKind(bytes: Bytes): string | undefined {
	if (hasText(bytes, 'ftyp', 4)) return isobmffKind(bytes);
	if (hasText(bytes, 'II*\0') || hasText(bytes, 'MM\0*')) return tiffKind(bytes);
	const found = REFUSED.find(({ start }) => startsWith(bytes, start));
	return found?.kind ?? textKind(bytes);
}
