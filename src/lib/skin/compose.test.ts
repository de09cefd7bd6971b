import { describe, expect, it } from 'vitest';
import { map, plane, type Plane } from '../raster/index.ts';
import { pieceOf, ToneComposer, type Piece, type Pores } from './compose.ts';
import { strengthsOf, type EffectId, type Strengths } from './effects.ts';
import type { Family, Grid, Rgb } from './types.ts';

const GRID: Grid = {
	box: { x: 10, y: 20, width: 80, height: 60 },
	width: 40,
	height: 30,
	pxPerMm: 2
};

const WHOLE = { x: 0, y: 0, width: GRID.width, height: GRID.height };

function disc(x: number, y: number, radius: number, height: number): Plane {
	const result = plane(GRID.width, GRID.height);
	result.data.forEach((_, i) => {
		const distance = Math.hypot((i % GRID.width) - x, Math.floor(i / GRID.width) - y);
		result.data[i] = distance < radius ? height * (1 - distance / radius) : 0;
	});
	return result;
}

function piece(effect: EffectId, family: Family, layer: Plane): Piece {
	const gain: Rgb = [layer, map(layer, (v) => 0.8 * v), map(layer, (v) => 0.5 * v)];
	const made = pieceOf(
		effect,
		'right',
		family,
		{ rect: WHOLE, gain },
		plane(GRID.width, GRID.height, 1)
	);
	if (made === null) throw new Error('the layer does nothing');
	return made;
}

const PORES: Pores = {
	weight: { right: disc(20, 15, 10, 0.4), left: plane(GRID.width, GRID.height) },
	base: plane(GRID.width, GRID.height, -1)
};
const PIECES = [
	piece('lines:forehead', 'relief', disc(12, 12, 8, 0.3)),
	piece('fold:nasolabial', 'relief', disc(18, 12, 8, 0.2)),
	piece('redness', 'colour', disc(20, 18, 9, 0.1))
];

const at = (entries: readonly (readonly [EffectId, number])[]): Strengths =>
	new Map(entries.map(([effect, right]) => [effect, { right, left: 0 }]));

describe('ToneComposer', () => {
	it('gives no tone while nothing acts, and what was there is gone', () => {
		const composer = new ToneComposer(GRID, PIECES, PORES);
		expect(composer.compose(at([]), null)).toEqual({ tone: null, changed: null });
		composer.compose(at([['redness', 1]]), null);
		const back = composer.compose(at([['redness', 0]]), null);
		expect(back.tone).toBeNull();
		expect(back.changed).toEqual(PIECES[2]?.rect);
	});

	it('says where it changed, and nothing else changes', () => {
		const composer = new ToneComposer(GRID, PIECES, PORES);
		const before = composer.compose(at([['redness', 1]]), null).tone!.data.slice();
		const { tone, changed } = composer.compose(
			at([
				['redness', 1],
				['lines:forehead', 0.5]
			]),
			null
		);
		expect(changed).toEqual(PIECES[0]?.rect);
		tone!.data.forEach((value, i) => {
			const sample = Math.floor(i / 6);
			const [x, y] = [sample % GRID.width, Math.floor(sample / GRID.width)];
			const inside =
				x >= changed!.x &&
				x < changed!.x + changed!.width &&
				y >= changed!.y &&
				y < changed!.y + changed!.height;
			if (!inside) expect(value).toBe(before[i]);
		});
	});

	it('comes to the same whatever the way there', () => {
		const goal = at([
			['lines:forehead', 0.7],
			['fold:nasolabial', 0.9],
			['redness', 0.4],
			['pores', 1]
		]);
		const shading = disc(20, 15, 12, 0.1);
		const straight = new ToneComposer(GRID, PIECES, PORES).compose(goal, shading).tone!;
		const composer = new ToneComposer(GRID, PIECES, PORES);
		composer.compose(at([['pores', 0.2]]), disc(10, 10, 5, 0.15));
		composer.compose(at([['fold:nasolabial', 1]]), null);
		composer.compose(at([['lines:forehead', 1]]), shading);
		const winding = composer.compose(goal, shading).tone!;
		expect(winding.data).toEqual(straight.data);
	});

	it('shows the larger of two effects on one crease, and adds colour to it', () => {
		const composer = new ToneComposer(GRID, PIECES, PORES);
		const { tone } = composer.compose(
			at([
				['lines:forehead', 1],
				['fold:nasolabial', 1],
				['redness', 1]
			]),
			null
		);
		const read = (layer: Plane, x: number, y: number) => layer.data[y * GRID.width + x]!;
		for (const [x, y] of [
			[14, 12],
			[16, 13],
			[18, 14]
		] as const) {
			const lines = read(disc(12, 12, 8, 0.3), x, y);
			const fold = read(disc(18, 12, 8, 0.2), x, y);
			const red = read(disc(20, 18, 9, 0.1), x, y);
			expect(tone!.data[6 * (y * GRID.width + x)]).toBeCloseTo(Math.max(lines, fold) + red, 5);
		}
	});

	it('changes nothing where a person protects the skin', () => {
		const composer = new ToneComposer(GRID, PIECES, PORES);
		composer.compose(at([['redness', 1]]), null);
		const kept = map(disc(20, 18, 6, 1), (value) => (value > 0 ? 1 : 0));
		composer.mark(PIECES, kept);
		const all = at([
			['redness', 1],
			['pores', 1],
			['lines:forehead', 1]
		]);
		const { tone } = composer.compose(all, disc(20, 15, 12, 0.1));
		kept.data.forEach((isKept, i) => {
			if (isKept === 1) expect(tone!.data.slice(6 * i, 6 * i + 4)).toEqual(new Float32Array(4));
		});
		expect(tone!.data.some((value, i) => i % 6 === 0 && value > 0)).toBe(true);
	});

	it('never turns back when a slider goes on', () => {
		const composer = new ToneComposer(GRID, PIECES, PORES);
		let last = -Infinity;
		for (let strength = 0; strength <= 1; strength += 0.1) {
			const { tone } = composer.compose(
				at([
					['lines:forehead', strength],
					['fold:nasolabial', 0.5]
				]),
				null
			);
			const value = tone!.data[6 * (12 * GRID.width + 14)]!;
			expect(value).toBeGreaterThanOrEqual(last);
			last = value;
		}
	});
});

describe('strengthsOf', () => {
	it('ends at the caps, side by side, and takes the stronger of two', () => {
		const strengths = strengthsOf({
			face_lift: { left: 6, right: 3 },
			fold_nasolabial: { left: 0, right: 100 }
		});
		expect(strengths.get('fold:nasolabial')).toEqual({ left: 0.6, right: 1 });
		expect(strengths.get('fold:marionette')).toEqual({ left: 0.6, right: 0.3 });
	});

	it('softens nothing where a slider takes volume away', () => {
		expect(strengthsOf({ cheek_malar: { left: -1, right: -1 } }).size).toBe(0);
	});
});
