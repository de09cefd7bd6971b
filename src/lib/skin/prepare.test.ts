import { expect, it } from 'vitest';
import { proceduralFace } from '../../../tests/support/procedural-skin.ts';
import { syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { observeFace } from '../face/index.ts';
import { prepareSkin } from './prepare.ts';

it('takes nothing for skin that stands outside of the person', () => {
	const { picture, face, classes } = proceduralFace({ pxPerMm: 3, tone: 'tan' });
	const { box } = classes.outline;
	const width = 128;
	const rightHalf = Uint8Array.from({ length: width }, (_, column) => (column < 64 ? 0 : 255));
	const outline = { box, width, height: 1, alpha: rightHalf };
	const { grid, masks } = prepareSkin(picture, face, { ...classes, outline });
	const skinAt = (share: number, { data }: { data: Float32Array }): number => {
		const column = Math.floor(share * grid.width);
		return data.reduce((sum, value, k) => sum + (k % grid.width === column ? value : 0), 0);
	};
	for (const mask of [masks.feather, masks.neck, masks.lips]) expect(skinAt(0.4, mask)).toBe(0);
	expect(skinAt(0.7, masks.feather)).toBeGreaterThan(100);
});

it('takes no lips for neck, not even the far ones of a turned head', () => {
	const { picture, classes } = proceduralFace({ pxPerMm: 2, tone: 'tan' });
	const observation = syntheticFace({ picture, pxPerMm: 2, eyes: [190, 190], yaw: 40 });
	const ruler = { irisDiameter: 11.7, pupilDistance: null };
	const face = observeFace(observation, observation.landmarks, ruler, picture);
	const { neck, lips } = prepareSkin(picture, face, classes).masks;
	const shared = neck.data.filter((value, at) => value > 0 && lips.data[at] === 1);
	expect(neck.data.some((value) => value > 0.99)).toBe(true);
	expect(shared).toHaveLength(0);
});
