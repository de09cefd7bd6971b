import { expect, test } from 'vitest';
import { BROKEN } from '../../../tests/corpus/writers/icc.ts';
import { quiltJpeg, segment } from '../../../tests/corpus/writers/jpeg.ts';
import { quiltPng } from '../../../tests/corpus/writers/png.ts';
import { extendedWebp, quiltVp8l, quiltWebp } from '../../../tests/corpus/writers/webp.ts';
import { ascii, joined, type Bytes } from './bytes.ts';
import { inspect } from './inspect.ts';
import { ALGORITHMICALLY_ENHANCED, ILLUSTRATION_XMP, marked } from './marking.ts';
import { readPictureFacts } from './picture-facts.ts';
import { pngChunk } from './png.ts';
import type { PictureFormat } from './types.ts';
import { webpChunk } from './webp.ts';

const canary = ascii('CANARY');

/** As an encoder might write them that adds what nobody asked for. */
const talkative: Record<PictureFormat, () => Promise<Bytes> | Bytes> = {
	jpeg: () =>
		joined(
			quiltJpeg({
				segments: [
					segment(0xe0, joined(ascii('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0))),
					segment(0xe1, joined(ascii('Exif\0\0'), canary)),
					segment(0xe2, joined(ascii('ICC_PROFILE\0'), Uint8Array.of(1, 1), BROKEN)),
					segment(0xfe, canary)
				]
			}),
			canary
		),
	png: async () =>
		joined(
			await quiltPng({
				before: [
					pngChunk('sRGB', Uint8Array.of(0)),
					pngChunk('tEXt', joined(ascii('Software\0'), canary)),
					pngChunk('eXIf', canary)
				]
			}),
			canary
		),
	webp: () =>
		joined(
			extendedWebp(0x28, [webpChunk('ICCP', BROKEN)], quiltVp8l(), [webpChunk('EXIF', canary)]),
			canary
		)
};

const formats = ['jpeg', 'png', 'webp'] as const;

async function written(format: PictureFormat, xmp: string | null): Promise<Bytes> {
	const parts = marked(await talkative[format](), format, xmp);
	return joined(...parts);
}

test.each(formats)(
	'an illustration as %s carries its source type and nothing else',
	async (format) => {
		const bytes = await written(format, ILLUSTRATION_XMP);
		const facts = readPictureFacts(bytes);
		expect(facts).toEqual({
			format,
			size: { width: 96, height: 64 },
			xmp: ILLUSTRATION_XMP,
			otherMetadata: []
		});
		expect(facts.xmp).toContain(`Iptc4xmpExt:DigitalSourceType="${ALGORITHMICALLY_ENHANCED}"`);
		expect(new TextDecoder().decode(bytes)).not.toContain('CANARY');
		expect(inspect(bytes)).toMatchObject({ kind: format, size: { width: 96, height: 64 } });
	}
);

test.each(formats)('a photograph as %s carries nothing at all', async (format) => {
	const bytes = await written(format, null);
	expect(readPictureFacts(bytes)).toEqual({
		format,
		size: { width: 96, height: 64 },
		xmp: null,
		otherMetadata: []
	});
	expect(inspect(bytes)).toMatchObject({ kind: format, size: { width: 96, height: 64 } });
});

test('the facts of a talkative file name all it says', async () => {
	expect(readPictureFacts(await talkative.jpeg()).otherMetadata).toEqual([
		'EXIF',
		'ICC',
		'COM',
		'appended'
	]);
	expect(readPictureFacts(await talkative.png()).otherMetadata).toEqual([
		'sRGB',
		'tEXt',
		'eXIf',
		'appended'
	]);
	expect(readPictureFacts(await talkative.webp()).otherMetadata).toEqual([
		'ICCP',
		'EXIF',
		'appended'
	]);
	expect(readPictureFacts(quiltWebp()).otherMetadata).toEqual([]);
});
