import { expect, test } from 'vitest';
import { syntheticFace } from '../../../tests/support/synthetic-face.ts';
import type { Photograph } from '../record/index.ts';
import { seriesOf } from './series.ts';

type Taken = Partial<Pick<Photograph, 'openedAt' | 'source' | 'standardView' | 'view'>> & {
	readonly yaw?: number;
};

/** One a day, in this order unless it says otherwise. */
function taken(list: readonly Taken[]) {
	return list.map(({ yaw = 0, ...given }, at) => {
		const { pose } = syntheticFace({ yaw });
		const observation = { pose: [...pose], landmarks: [], blendshapes: null };
		const usual = { openedAt: at, view: 'frontal', standardView: null, source: null } as const;
		return {
			id: String(at),
			photograph: { ...usual, ...given, observation } as never
		};
	});
}

const named = (list: readonly Taken[]) =>
	seriesOf(taken(list)).map(({ view, photographs }) => [
		view,
		photographs.map(({ id }) => id).join('')
	]);

test('one photograph is no course', () => {
	expect(named([{}])).toEqual([]);
	expect(named([{}, { view: 'oblique', yaw: 40 }])).toEqual([]);
});

test('a view has its photographs by their day, and the longest course comes first', () => {
	const frown = { standardView: 'frown' } as const;
	expect(named([{ openedAt: 9 }, frown, {}, frown, { standardView: 'front' }])).toEqual([
		['front', '240'],
		['frown', '13']
	]);
});

test('the two cheeks of a turned head are two views', () => {
	const right = { view: 'oblique', yaw: 35 } as const;
	const left = { view: 'oblique', yaw: -35 } as const;
	expect(named([right, left, left, right, right])).toEqual([
		['oblique-right-cheek', '034'],
		['oblique-left-cheek', '12']
	]);
});

test('what a patient brought is in no course', () => {
	expect(named([{}, { source: 'patient' }, {}])).toEqual([['front', '02']]);
});
