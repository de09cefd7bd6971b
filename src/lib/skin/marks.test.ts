import { describe, expect, it } from 'vitest';
import { strokesOn, type Stroke } from './marks.ts';
import type { Grid } from './types.ts';

/** 3 samples per mm over a picture of 6 px per mm. */
const GRID: Grid = {
	box: { x: 60, y: 30, width: 240, height: 180 },
	width: 120,
	height: 90,
	pxPerMm: 3
};

const at = (x: number, y: number): number => {
	const column = Math.floor(((x - 60) * 120) / 240);
	return Math.floor(((y - 30) * 90) / 180) * 120 + column;
};

describe('strokesOn', () => {
	const tap: Stroke = { kind: 'protect', points: [[150, 90]], radiusMm: 3 };
	const stroke: Stroke = {
		kind: 'pigment',
		points: [
			[100, 60],
			[220, 60]
		],
		radiusMm: 2
	};

	it('covers a tap to its rim and nothing far from it', () => {
		const covered = strokesOn(GRID, [tap])!;
		expect(covered.data[at(150, 90)]).toBe(1);
		expect(covered.data[at(150 + 2.9 * 6, 90)]).toBe(1);
		expect(covered.data[at(150 + 5.5 * 6, 90)]).toBe(0);
	});

	it('covers a stroke along its way', () => {
		const covered = strokesOn(GRID, [stroke])!;
		for (let x = 100; x <= 220; x += 10) expect(covered.data[at(x, 60)]).toBeCloseTo(1, 2);
		expect(covered.data[at(160, 90)]).toBe(0);
	});

	it('is nothing without strokes', () => {
		expect(strokesOn(GRID, [])).toBeNull();
	});

	it('stays inside the grid', () => {
		const outside: Stroke = { kind: 'protect', points: [[0, 0]], radiusMm: 50 };
		expect(strokesOn(GRID, [outside])!.data.every((value) => value <= 1)).toBe(true);
	});
});
