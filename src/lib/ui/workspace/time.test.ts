import { expect, it } from 'vitest';
import { illustrationLabel, timeName } from './time.ts';

it('counts weeks up to half a year, then months', () => {
	expect([null, 0, 2, 24, 63].map(timeName)).toEqual([
		'As set',
		'On the day',
		'2 weeks',
		'24 weeks',
		'14 months'
	]);
});

it('says the time that a picture shows, and always that it is no promise', () => {
	expect(illustrationLabel(null, false)).toBe('Illustration – not a promise of outcome');
	expect(illustrationLabel(0, false)).toBe('Illustration on the day – not a promise of outcome');
	expect(illustrationLabel(12, false)).toBe('Illustration at 12 weeks – not a promise of outcome');
	expect(illustrationLabel(12, true)).toBe(
		'Demo: Illustration at 12 weeks – not a promise of outcome'
	);
});
