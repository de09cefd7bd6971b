import { describe, expect, it } from 'vitest';
import { panned, zoomed } from './look.ts';

const WHOLE = { x: 100, y: 50, width: 400, height: 600 };

describe('how a picture is looked at', () => {
	it('keeps the place under the hand while it comes nearer', () => {
		const seen = zoomed(WHOLE, WHOLE, [300, 200], 2);
		expect(seen).toEqual({ x: 200, y: 125, width: 200, height: 300 });
		expect(zoomed(WHOLE, seen, [300, 200], 0.5)).toEqual(WHOLE);
	});

	it('comes no nearer than six times, and goes no further than all of it', () => {
		expect(zoomed(WHOLE, WHOLE, [300, 200], 50).width).toBeCloseTo(400 / 6, 9);
		expect(zoomed(WHOLE, WHOLE, [300, 200], 0.1)).toEqual(WHOLE);
	});

	it('never leaves the picture', () => {
		const seen = zoomed(WHOLE, WHOLE, [300, 200], 2);
		expect(panned(WHOLE, seen, [-1000, 0])).toMatchObject({ x: 100, y: 125 });
		expect(panned(WHOLE, seen, [0, 1000])).toMatchObject({ x: 200, y: 350 });
		expect(panned(WHOLE, WHOLE, [10, 10])).toEqual(WHOLE);
	});
});
