import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORPUS } from '../../../tests/corpus/corpus.ts';
import { damaged } from '../../../tests/corpus/damage.ts';
import { orientationTiff } from '../../../tests/corpus/writers/exif.ts';
import { AppError, isAppError } from '../errors.ts';
import type { Bytes } from './bytes.ts';
import { exifOrientation } from './exif.ts';
import { inspect } from './inspect.ts';
import { checkLength, checkSize, workingSize } from './limits.ts';
import { uprightSize } from './orient.ts';
import { checkPixelData } from './png-data.ts';

const isFull = process.env['VULTUS_FULL'] === '1';
const GENERATED = CORPUS.filter(({ browserOnly }) => browserOnly === undefined);

async function bytesOf(part: BlobPart): Promise<Bytes> {
	return new Uint8Array(await new Blob([part]).arrayBuffer());
}

/** Everything that is done before a pixel is decoded, or the code of the refusal. */
async function before(bytes: Bytes): Promise<ReturnType<typeof inspect> | AppError> {
	try {
		checkLength(bytes.length);
		const inspection = inspect(bytes);
		if (inspection.kind === 'png') await checkPixelData(bytes);
		return inspection;
	} catch (error) {
		if (!isAppError(error)) throw error;
		return error;
	}
}

/** Where only a decoder can tell. */
const LEFT_TO_DECODERS =
	/^(lossless JPEG|JPEG of 12 bits|.*are noise|.*than it is|AVIF without its)/;

describe('the header alone gives every input of the corpus its kind, size and verdict', () => {
	test.each(GENERATED.map((entry) => [entry.name, entry] as const))('%s', async (name, entry) => {
		const seen = await before(await bytesOf(await entry.make()));
		const { verdict } = entry;
		if ('refused' in verdict) {
			if (LEFT_TO_DECODERS.test(name)) return;
			expect(seen).toMatchObject({ code: verdict.refused, details: verdict.details ?? {} });
			return;
		}
		if (seen instanceof AppError) throw seen;
		const original = verdict.original ?? { width: verdict.width, height: verdict.height };
		expect(seen.kind).toBe(verdict.opens);
		expect([
			uprightSize(seen.size, seen.orientation),
			uprightSize(seen.uncropped, seen.orientation)
		]).toContainEqual(original);
		expect(seen.animated).toBe(verdict.notices?.includes('first-frame-only') ?? false);
	});
});

test('what is handed to the decoder holds nothing that was marked as private', async () => {
	const withCanary = GENERATED.filter(({ name }) => /JPEG|PNG|WebP/.test(name));
	for (const { make } of withCanary) {
		const seen = await before(await bytesOf(await make()));
		if (seen instanceof AppError) continue;
		const decodable = await new Blob([...seen.decodable]).text();
		expect(decodable).not.toContain('CANARY');
	}
});

test('what is handed to the decoder says the same of itself, but for its orientation', async () => {
	for (const { name, make } of GENERATED) {
		const seen = await before(await bytesOf(await make()));
		if (seen instanceof AppError || seen.size.width * seen.size.height > 1e6) continue;
		const again = inspect(await bytesOf(new Blob([...seen.decodable])));
		expect({ name, ...again, decodable: [], animated: false }).toEqual({
			...seen,
			name,
			orientation: 1,
			decodable: [],
			animated: false
		});
	}
});

describe('limits', () => {
	test('40 MiB, 16384 pixels a side and 64 megapixels are let in, one more is not', () => {
		expect(() => checkLength(40 * 2 ** 20)).not.toThrow();
		expect(() => checkLength(40 * 2 ** 20 + 1)).toThrow('photo.too-many-bytes');
		expect(() => checkSize({ width: 8000, height: 8000 })).not.toThrow();
		expect(() => checkSize({ width: 8000, height: 8001 })).toThrow('photo.too-many-pixels');
		expect(() => checkSize({ width: 16_384, height: 100 })).not.toThrow();
		expect(() => checkSize({ width: 16_385, height: 100 })).toThrow('photo.too-wide');
	});

	test('the working copy keeps the shape and has at most 12 megapixels', () => {
		const side = fc.integer({ min: 32, max: 16_384 });
		fc.assert(
			fc.property(side, side, (width, height) => {
				const working = workingSize({ width, height });
				expect(working.width * working.height).toBeLessThanOrEqual(12e6);
				if (width * height <= 12e6) expect(working).toEqual({ width, height });
				const stretch = (working.width / width) * (height / working.height);
				expect(Math.abs(stretch - 1)).toBeLessThan(2 / Math.min(working.width, working.height));
			})
		);
	});
});

test('an EXIF orientation is believed only when it is one of the eight', () => {
	fc.assert(
		fc.property(fc.nat(0xffff), fc.constantFrom('II' as const, 'MM' as const), (value, order) => {
			const isKnown = value >= 1 && value <= 8;
			expect(exifOrientation(orientationTiff(value, order))).toBe(isKnown ? value : 1);
		})
	);
});

test('whatever is damaged in a file, it opens or is refused by an AppError', async () => {
	const made = await Promise.all(GENERATED.map(async ({ make }) => bytesOf(await make())));
	const files = made.filter(({ length }) => length > 8 && length < 20_000);
	await fc.assert(
		fc.asyncProperty(damaged(files), async (file) => {
			const seen = await before(file);
			expect(seen instanceof AppError || seen.size.width > 0).toBe(true);
		}),
		{ numRuns: isFull ? 100_000 : 2000 }
	);
});
