import { expect, it } from 'vitest';
import { contrastOnWhite, LEGIBLE } from './contrast.ts';

it('is that of WCAG', () => {
	expect(contrastOnWhite('#000000')).toBeCloseTo(21, 10);
	expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 10);
	// The two greys on either side of what is legible.
	expect(contrastOnWhite('#767676')).toBeGreaterThanOrEqual(LEGIBLE);
	expect(contrastOnWhite('#777777')).toBeLessThan(LEGIBLE);
});
