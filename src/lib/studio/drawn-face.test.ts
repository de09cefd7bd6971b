import { describe, expect, it } from 'vitest';
import { drawnFace } from './drawn-face.ts';

const face = drawnFace();

describe('the drawn face', () => {
	it.each([
		['the mouth', [0, 72], 'lips'],
		['the nose', [0, 38], 'nose'],
		['the chin', [0, 100], 'chin'],
		['beside it', [-140, 30], null]
	] as const)('is touched at %s', (_, at, area) => {
		expect(face.areaAt(at)).toBe(area);
	});

	it('is the same on both sides, and lies in its box', () => {
		const { box, outline, features } = face;
		const all = [outline, ...features].flat();
		for (const [x, y] of all) {
			expect(x).toBeGreaterThan(box.x);
			expect(x).toBeLessThan(box.x + box.width);
			expect(y).toBeGreaterThan(box.y);
			expect(y).toBeLessThan(box.y + box.height);
			expect(all.some(([u, v]) => Math.hypot(u + x, v - y) < 1.5)).toBe(true);
		}
	});
});
