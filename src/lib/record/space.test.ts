import { expect, it } from 'vitest';
import { levelOf } from './space.ts';

const GB = 1e9;

it.each([
	[0, 10, 'enough'],
	[6.9, 10, 'enough'],
	[7, 10, 'low'],
	[8.9, 10, 'low'],
	[9, 10, 'full'],
	// A small device is full before it is at nine tenths.
	[0.1, 0.45, 'enough'],
	[0.16, 0.45, 'full'],
	[0, 0, 'full']
] as const)('%d of %d GB is %s', (used, quota, level) => {
	expect(levelOf({ used: used * GB, quota: quota * GB })).toBe(level);
});
