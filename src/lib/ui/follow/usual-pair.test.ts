import { expect, test } from 'vitest';
import { usualPair } from './usual-pair.ts';

const seen = (...views: readonly string[]) =>
	views.map((view, at) => ({ id: String(at), photograph: { view, openedAt: at } }));

test.each([
	[[], null],
	[['frontal'], null],
	[
		['frontal', 'oblique', 'frontal'],
		['0', '2']
	],
	[
		['oblique', 'frontal', 'oblique', 'frontal'],
		['1', '3']
	],
	[
		['frontal', 'frontal', 'oblique'],
		['0', '2']
	]
])('of %j', (views, expected) => {
	expect(usualPair(seen(...views))).toEqual(expected);
});
