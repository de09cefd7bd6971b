import { expect, test } from 'vitest';
import { TREATMENTS } from '../treatment/index.ts';
import { strengthsOf, touchesSkin } from './effects.ts';

test('what the catalogue calls shading is what the skin does', () => {
	const skin = TREATMENTS.filter(({ id }) => touchesSkin(id));
	expect(skin).toEqual(TREATMENTS.filter(({ shading }) => shading));
});

test('every texture of the catalogue has an effect', () => {
	for (const { id, kind } of TREATMENTS) {
		if (kind !== 'texture') continue;
		const strengths = strengthsOf({ [id]: { left: 100, right: 100 } });
		expect(Math.max(...[...strengths.values()].map(({ left }) => left)), id).toBeGreaterThan(0);
	}
});
