import { describe, expect, it } from 'vitest';
import { map } from '../raster/index.ts';
import { proceduralFace, TONES, type ToneName } from '../../../tests/support/procedural-skin.ts';
import { deltaE00At, gainOn, lineReduction, toned } from '../../../tests/support/skin-figures.ts';
import { lineLayer, lineResponse } from './lines.ts';
import { prepareSkin } from './prepare.ts';

/** Three lines across the forehead, mm from the middle between the eyes. */
const LINES = [-62, -54, -46].map((y) => ({
	points: [
		[-24, y],
		[0, y - 1.5],
		[24, y]
	] as const,
	depth: 0.22,
	width: 0.35
}));

/** The long form paints every tone at three sizes of photograph. */
const FULL = process.env['VULTUS_FULL'] === '1';
const sizesOf = (tone: ToneName): readonly number[] => {
	if (FULL) return [3, 6, 12];
	return tone === 'dark' ? [3, 6] : [3];
};

describe.each(Object.keys(TONES) as ToneName[])('painted lines on %s skin', (tone) => {
	it.each(sizesOf(tone))(
		'are taken out, and the clean skin is found again, at %d px/mm',
		(pxPerMm) => {
			const lined = proceduralFace({ pxPerMm, tone, strokes: LINES });
			const clean = proceduralFace({ pxPerMm, tone });
			const photo = prepareSkin(lined.picture, lined.face, lined.classes);
			const wanted = prepareSkin(clean.picture, clean.face, clean.classes);
			const bank = lineResponse(photo);
			const gain = gainOn(photo, lineLayer(photo, bank));
			const after = toned(photo, gain);
			const { reduction, share } = lineReduction(photo, bank, lineResponse(after), 'forehead');
			expect(share).toBeGreaterThan(0.01);
			// 40 % of the depth is left at most: 16 % of the squared response.
			expect(reduction).toBeGreaterThanOrEqual(0.84);
			const touched = map(gain[1], (g) => (Math.abs(g) > 0.02 ? 1 : 0));
			expect(deltaE00At(after, wanted, touched, 0.5)).toBeLessThanOrEqual(2);
		}
	);
});
