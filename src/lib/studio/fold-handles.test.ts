import { describe, expect, it } from 'vitest';
import type { Vec2 } from '../geometry/index.ts';
import { bent, handlesOf } from './fold-handles.ts';

const LINE = Array.from({ length: 32 }, (_, k): Vec2 => [Math.sin(k), 10 * k]);

describe('handles of a fold', () => {
	it('stand at both ends and between', () => {
		const handles = handlesOf(LINE.length);
		expect(handles).toHaveLength(4);
		expect([handles[0], handles.at(-1)]).toEqual([0, 31]);
	});

	it.each([0, 1, 2, 3])('go where they are dragged, and no other with them: %d', (handle) => {
		const handles = handlesOf(LINE.length);
		const line = bent(LINE, handle, [50, 155]);
		handles.forEach((at, k) => {
			expect(line[at]).toEqual(k === handle ? [50, 155] : LINE[at]);
		});
	});

	it('take the line along without a step', () => {
		const line = bent(LINE, 2, [LINE[21]![0] + 30, LINE[21]![1]]);
		const moved = line.map(([x], k) => x - LINE[k]![0]);
		for (let k = 1; k < moved.length; k++) {
			expect(Math.abs(moved[k]! - moved[k - 1]!)).toBeLessThan(7);
		}
	});
});
