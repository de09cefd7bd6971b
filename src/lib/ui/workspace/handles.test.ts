import { describe, expect, it } from 'vitest';
import type { Vec2 } from '../../geometry/index.ts';
import { handleAt, handleKey } from './handles.ts';

describe('handles on the stage', () => {
	const places: Vec2[] = [
		[100, 100],
		[110, 100],
		[300, 100]
	];

	it('are found by the nearest within a finger’s reach, on any screen', () => {
		expect(handleAt(places, [106, 100], 1)).toBe(1);
		expect(handleAt(places, [328, 100], 1)).toBeNull();
		expect(handleAt(places, [328, 100], 2)).toBe(2);
		expect(handleAt([], [0, 0], 1)).toBeNull();
	});

	it.each<[string, boolean, boolean, boolean, string]>([
		['[', false, false, true, 'step -1'],
		[']', false, true, true, 'step 1'],
		['ArrowUp', false, true, true, 'nudge 0,-1'],
		['ArrowRight', true, true, true, 'nudge 10,0'],
		['ArrowRight', false, false, false, ''],
		['a', false, true, false, '']
	])('hear %s (with Shift: %s, one selected: %s)', (key, shiftKey, isSelected, used, wanted) => {
		let done = '';
		const hands = {
			isSelected,
			step: (by: number) => (done = `step ${by}`),
			nudge: ([x, y]: Vec2) => (done = `nudge ${x},${y}`)
		};
		expect(handleKey({ key, shiftKey } as KeyboardEvent, hands)).toBe(used);
		expect(done).toBe(wanted);
	});
});
