import { describe, expect, test } from 'vitest';
import { encodePicture, openPhoto, type PictureContent, type Pixels } from './index.ts';
import { ALGORITHMICALLY_ENHANCED } from './marking.ts';
import { readPictureFacts, type PictureFacts } from './picture-facts.ts';
import type { PictureFormat } from './types.ts';

const LABEL = {
	illustration: 'Illustration – not a promise of outcome',
	photograph: 'Photograph',
	date: '24 November 2026',
	appVersion: 'Vultus 0.1.0'
};
const FORMATS: readonly PictureFormat[] = ['png', 'jpeg', 'webp'];

type Shade = (x: number, y: number) => number;
const GROUNDS: Readonly<Record<string, Shade>> = {
	black: () => 0,
	white: () => 255,
	'middle grey': () => 128,
	'fine checks': (x, y) => ((x + y) % 2) * 255,
	noise: (x, y) => (x * 73 + y * 151 + x * y * 7) % 256
};

function picture(width: number, height: number, shade: Shade): Pixels {
	const data = new Uint8ClampedArray(width * height * 4);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const level = shade(x, y);
			data.set([level, level, level, 255], (y * width + x) * 4);
		}
	}
	return { width, height, data };
}

async function written(
	content: PictureContent,
	format: PictureFormat = 'png'
): Promise<{ blob: Blob; facts: PictureFacts; pixels: Pixels }> {
	const blob = await encodePicture(content, { format, label: LABEL });
	const facts = readPictureFacts(new Uint8Array(await blob.arrayBuffer()));
	return { blob, facts, pixels: (await openPhoto(blob)).pixels };
}

type Box = { left: number; top: number; right: number; bottom: number };

/** Where two pictures of the same size differ, within the columns from `from` to `to`. */
function changed(a: Pixels, b: Pixels, from = 0, to = a.width): Box {
	const box = { left: Infinity, top: Infinity, right: -1, bottom: -1 };
	for (let y = 0; y < a.height; y++) {
		for (let x = from; x < to; x++) {
			const at = (y * a.width + x) * 4;
			if ([0, 1, 2].every((channel) => a.data[at + channel] === b.data[at + channel])) continue;
			box.left = Math.min(box.left, x);
			box.right = Math.max(box.right, x);
			box.top = Math.min(box.top, y);
			box.bottom = y;
		}
	}
	return box;
}

/** Relative luminance of WCAG 2.2, for grey. */
function luminance(level: number): number {
	const value = level / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

describe.each(Object.entries(GROUNDS))('the label on %s', (_name, shade) => {
	test('is drawn into the lower part of the picture, legibly, and nowhere else', async () => {
		const before = picture(800, 600, shade);
		const { pixels } = await written({ kind: 'illustration', pixels: before });
		const box = changed(before, pixels);
		expect(box.right - box.left).toBeGreaterThan(800 * 0.4);
		expect(box.top).toBeGreaterThan(600 * 0.8);
		expect(box.bottom).toBeLessThan(600);
		// The plate's darkest ground against its brightest ink, and how much of it is ink.
		const levels: number[] = [];
		for (let y = box.top + 8; y < box.bottom - 8; y++) {
			for (let x = box.left + 12; x < box.right - 12; x++) {
				levels.push(pixels.data[(y * 800 + x) * 4]!);
			}
		}
		levels.sort((one, other) => one - other);
		const ground = levels[Math.floor(levels.length * 0.7)]!;
		const ink = levels[Math.floor(levels.length * 0.99)]!;
		expect((luminance(ink) + 0.05) / (luminance(ground) + 0.05)).toBeGreaterThan(7);
		const inked = levels.filter((level) => level > 160).length / levels.length;
		expect(inked).toBeGreaterThan(0.08);
		expect(inked).toBeLessThan(0.3);
	});
});

test('the label grows with the picture', async () => {
	const sizes = [600, 1200, 2400];
	const heights: number[] = [];
	for (const size of sizes) {
		const before = picture(size, size, () => 128);
		const box = changed(before, (await written({ kind: 'illustration', pixels: before })).pixels);
		heights.push(box.bottom - box.top);
	}
	expect(heights[1]! / heights[0]!).toBeCloseTo(2, 0);
	expect(heights[2]! / heights[1]!).toBeCloseTo(2, 0);
});

test.each([
	[64, 64],
	[64, 400],
	[400, 64],
	[3000, 200]
])(
	'a picture of %i × %i has its whole label inside and keeps most of itself',
	async (width, height) => {
		const before = picture(width, height, () => 200);
		const { pixels } = await written({ kind: 'illustration', pixels: before });
		const box = changed(before, pixels);
		expect(box.right).toBeGreaterThan(box.left);
		expect(box.left).toBeGreaterThanOrEqual(0);
		expect(box.top).toBeGreaterThanOrEqual(height * 0.5);
	}
);

test('an illustration says more than a photograph does', async () => {
	const before = picture(800, 600, () => 128);
	const areas: number[] = [];
	for (const kind of ['photograph', 'illustration'] as const) {
		const box = changed(before, (await written({ kind, pixels: before })).pixels);
		areas.push((box.right - box.left) * (box.bottom - box.top));
	}
	expect(areas[1]! / areas[0]!).toBeGreaterThan(2);
});

test.each(FORMATS)('a pair as %s has both halves, each with its own label', async (format) => {
	const photograph = picture(640, 480, () => 90);
	const illustration = picture(640, 480, () => 170);
	const { facts, pixels, blob } = await written({ kind: 'pair', photograph, illustration }, format);
	expect(blob.type).toBe(`image/${format}`);
	expect(facts).toMatchObject({ format, size: { width: 1281, height: 480 }, otherMetadata: [] });
	expect(facts.xmp).toContain(ALGORITHMICALLY_ENHANCED);
	const at = (x: number, y: number): number => pixels.data[(y * pixels.width + x) * 4]!;
	expect(Math.abs(at(320, 100) - 90)).toBeLessThanOrEqual(2);
	expect(Math.abs(at(960, 100) - 170)).toBeLessThanOrEqual(2);
	expect(at(640, 100)).toBeGreaterThan(200);
	// Ink, which neither half has of itself, in the lower left of both.
	for (const left of [0, 641]) {
		const columns = Array.from({ length: 320 }, (_, x) => left + x);
		const rows = Array.from({ length: 60 }, (_, y) => 419 + y);
		const ink = rows.flatMap((y) => columns.filter((x) => at(x, y) > 230));
		expect(ink.length).toBeGreaterThan(100);
	}
});

test.each(FORMATS)(
	'an illustration as %s says how it came about, a photograph says nothing',
	async (format) => {
		const pixels = picture(320, 240, () => 100);
		const illustration = await written({ kind: 'illustration', pixels }, format);
		expect(illustration.facts).toMatchObject({
			size: { width: 320, height: 240 },
			otherMetadata: []
		});
		const packet = new DOMParser().parseFromString(illustration.facts.xmp ?? '', 'application/xml');
		const [description] = packet.getElementsByTagNameNS(
			'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
			'Description'
		);
		const namespace = 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/';
		expect(description?.getAttributeNS(namespace, 'DigitalSourceType')).toBe(
			ALGORITHMICALLY_ENHANCED
		);
		const photograph = await written({ kind: 'photograph', pixels }, format);
		expect(photograph.facts).toEqual({
			format,
			size: { width: 320, height: 240 },
			xmp: null,
			otherMetadata: []
		});
	}
);

test('writing a picture leaves its pixels with the caller', async () => {
	const pixels = picture(64, 64, () => 5);
	await written({ kind: 'photograph', pixels });
	expect(pixels.data.length).toBe(64 * 64 * 4);
	expect(pixels.data[0]).toBe(5);
});

test('halves of different sizes are no pair', async () => {
	const content: PictureContent = {
		kind: 'pair',
		photograph: picture(64, 64, () => 0),
		illustration: picture(64, 65, () => 0)
	};
	await expect(encodePicture(content, { format: 'png', label: LABEL })).rejects.toMatchObject({
		code: 'photo.encode-failed'
	});
});
