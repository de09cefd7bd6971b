import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { isAppError } from '../../src/lib/errors.ts';
import { openPhoto, type OpenedPhoto } from '../../src/lib/photo/index.ts';
import coffee from '../fixtures/coffee.png?url';
import { CORPUS } from './corpus.ts';
import { damaged } from './damage.ts';
import type { Entry, Verdict } from './entry.ts';
import { quiltJpeg } from './writers/jpeg.ts';
import { PATCH, type Quilt } from './writers/quilt.ts';

let asExpected = 0;

afterAll(() => {
	console.log(`corpus: ${asExpected} of ${CORPUS.length} inputs got their verdict`);
});

/** The largest difference of any channel at the centres of the patches. */
function largestDifference({ pixels }: OpenedPhoto, shows: Quilt): number {
	let largest = 0;
	for (let row = 0; row < shows.rows; row++) {
		for (let column = 0; column < shows.columns; column++) {
			const x = (column + 0.5) * PATCH;
			const y = (row + 0.5) * PATCH;
			const [...seen] = pixels.data.subarray((y * pixels.width + x) * 4).subarray(0, 4);
			const wanted = [...shows.at(column, row), 255];
			seen.forEach((level, index) => {
				largest = Math.max(largest, Math.abs(level - wanted[index]!));
			});
		}
	}
	return largest;
}

/** What came of an input, in a few words: a failing assertion must not print megapixels. */
async function outcome({ make, verdict, fileName = 'photo' }: Entry): Promise<object> {
	const file = new File([await make()], fileName);
	try {
		const opened = await openPhoto(file);
		const { kind, original, notices, pixels } = opened;
		const { width, height, data } = pixels;
		const shows = 'opens' in verdict ? verdict.shows : undefined;
		return {
			opens: kind,
			width,
			height,
			original,
			notices,
			isWhole: data.length === width * height * 4,
			difference: shows === undefined ? 0 : largestDifference(opened, shows)
		};
	} catch (error) {
		if (!isAppError(error)) throw error;
		return { refused: error.code, details: error.details };
	}
}

function check(seen: object, verdict: Verdict): void {
	if ('refused' in verdict) {
		expect(seen).toMatchObject(verdict);
		return;
	}
	const {
		opens,
		width,
		height,
		original = { width, height },
		notices = [],
		tolerance = 0
	} = verdict;
	expect(seen).toMatchObject({ opens, width, height, original, notices, isWhole: true });
	expect(seen).toHaveProperty('difference', expect.toBeOneOf(levelsUpTo(tolerance)));
}

function levelsUpTo(tolerance: number): number[] {
	return Array.from({ length: tolerance + 1 }, (_, level) => level);
}

describe('every input of the corpus gets its verdict', () => {
	test.each(CORPUS.map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
		check(await outcome(entry), entry.verdict);
		asExpected += 1;
	});
});

test('a photograph without a face opens: that there is none is found later', async () => {
	const { kind, notices } = await openPhoto(await (await fetch(coffee)).blob());
	expect({ kind, notices }).toEqual({ kind: 'png', notices: [] });
});

test('whatever is damaged in a file, it opens or is refused, and the next one opens', async () => {
	const made = await Promise.all(
		CORPUS.map(async ({ make }) => new Uint8Array(await new Blob([await make()]).arrayBuffer()))
	);
	const files = made.filter(({ length }) => length > 8 && length < 20_000);
	await fc.assert(
		fc.asyncProperty(damaged(files), async (file) => {
			const seen = await openPhoto(new Blob([file])).then(
				({ pixels }) => pixels.width > 0,
				(error: unknown) => isAppError(error) && error.code.startsWith('photo.')
			);
			expect(seen).toBe(true);
		}),
		{ numRuns: 300 }
	);
	const { kind } = await openPhoto(new Blob([quiltJpeg()]));
	expect(kind).toBe('jpeg');
});
