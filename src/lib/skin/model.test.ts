import { beforeAll, describe, expect, it } from 'vitest';
import { dyed } from '../../../tests/support/dyed-skin.ts';
import { proceduralFace } from '../../../tests/support/procedural-skin.ts';
import type { Vec2 } from '../geometry/index.ts';
import { inThisThread } from './aside.ts';
import type { SkinMarks, Stroke } from './marks.ts';
import { SkinModel } from './model.ts';
import type { Tone } from './types.ts';

const PX_PER_MM = 2;
const EYES_MM = [95, 95] as const;
/** mm from the middle between the eyes to px of the picture. */
const at = (x: number, y: number): Vec2 => [
	(EYES_MM[0] + x) * PX_PER_MM,
	(EYES_MM[1] + y) * PX_PER_MM
];

const CHEEK: Vec2 = [-34, 36];
const NO_MARKS: SkinMarks = { strokes: [], folds: [] };
const both = (value: number) => ({ left: value, right: value });
const PLAN = { skin_pigment: both(100), skin_redness: both(100) };
const protect: Stroke = { kind: 'protect', points: [at(34, 36)], radiusMm: 3 };
const pigment: Stroke = {
	kind: 'pigment',
	points: [at(CHEEK[0] - 6, CHEEK[1]), at(CHEEK[0] + 6, CHEEK[1])],
	radiusMm: 10
};

/** How much light changes at a place of the picture. */
function changeAt(tone: Tone | null, [x, y]: Vec2): number {
	if (tone === null) return 0;
	const i = Math.floor(((x - tone.box.x) * tone.width) / tone.box.width);
	const j = Math.floor(((y - tone.box.y) * tone.height) / tone.box.height);
	return tone.data[6 * (j * tone.width + i) + 1] ?? NaN;
}

describe('SkinModel', () => {
	let model: SkinModel;
	const toneOf = (marks: SkinMarks) => model.tone(PLAN, marks, null);

	beforeAll(async () => {
		const { picture, face, classes } = dyed(
			proceduralFace({ pxPerMm: PX_PER_MM, tone: 'intermediate' }),
			[
				{ at: CHEEK, radius: [12, 9], edge: 0.4, density: [0.12, 0.1, 0.24] },
				{ at: [34, 36], radius: [12, 12], edge: 0.4, density: [0.09, 0.2, 0.2] }
			]
		);
		model = await SkinModel.analyse(picture, face, classes, inThisThread(), () =>
			Promise.resolve()
		);
	}, 60_000);

	it('evens diffuse pigment only where it is brushed', () => {
		const before = changeAt(toneOf(NO_MARKS).tone, at(...CHEEK));
		const brushed = changeAt(toneOf({ ...NO_MARKS, strokes: [pigment] }).tone, at(...CHEEK));
		expect(brushed - before).toBeGreaterThan(0.05);
		expect(changeAt(toneOf(NO_MARKS).tone, at(...CHEEK))).toBe(before);
	});

	it('changes nothing in a protected spot, and all around it', () => {
		const spot = at(34, 36);
		const beside = at(34 + 8, 36);
		const tone = toneOf(NO_MARKS).tone;
		const [inSpot, besideIt] = [changeAt(tone, spot), changeAt(tone, beside)];
		expect(inSpot).toBeGreaterThan(0.02);
		const kept = toneOf({ ...NO_MARKS, strokes: [protect] }).tone;
		expect(changeAt(kept, spot)).toBe(0);
		expect(changeAt(kept, beside)).toBe(besideIt);
	});

	it('says where a mark changed it, and nothing where the marks are the same', () => {
		toneOf(NO_MARKS);
		const { changed, tone } = toneOf({ ...NO_MARKS, strokes: [protect] });
		const widthMm =
			((changed?.width ?? 0) * (tone?.box.width ?? 0)) / (tone?.width ?? 1) / PX_PER_MM;
		expect(widthMm).toBeGreaterThan(6);
		expect(widthMm).toBeLessThan(12);
		expect(toneOf({ strokes: [structuredClone(protect)], folds: [] }).changed).toBeNull();
	});
});
