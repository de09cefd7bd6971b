import { describe, expect, it } from 'vitest';
import { proceduralFace, type ProceduralSkin } from '../../../tests/support/procedural-skin.ts';
import { foldContrast, gainOn, toned } from '../../../tests/support/skin-figures.ts';
import { distanceToPolyline, type Vec2 } from '../geometry/index.ts';
import { drawnFold, foldLayer } from './folds.ts';
import { lineResponse } from './lines.ts';
import { ontoPicture } from './marks.ts';
import { FIXED, FREE, membrane } from './membrane.ts';
import { map, plane, type Plane } from '../raster/index.ts';
import { prepareSkin } from './prepare.ts';
import { perChannel } from './rgb.ts';
import type { SkinPhoto } from './types.ts';

const PX_PER_MM = 3;
const EYES_MM = 95;

function photoOf(skin: Partial<ProceduralSkin> = {}): SkinPhoto {
	const painted = proceduralFace({ pxPerMm: PX_PER_MM, tone: 'light', ...skin });
	return prepareSkin(painted.picture, painted.face, painted.classes);
}

/** From the grid to mm from the middle between the eyes, and back. */
const toMm = ({ grid }: SkinPhoto, [x, y]: Vec2): Vec2 => [
	x / grid.pxPerMm + grid.box.x / PX_PER_MM - EYES_MM,
	y / grid.pxPerMm + grid.box.y / PX_PER_MM - EYES_MM
];

const PLAIN = photoOf();
/** The right nasolabial landmarks moved 3 mm away from the mouth. */
const COURSE: Vec2[] = [129, 203, 206, 216, 212].map((k) => {
	const [x, y] = toMm(PLAIN, PLAIN.points[k]!);
	return [x - 3, y];
});
const FOLDED = {
	strokes: [
		{ points: COURSE, depth: 0.35, width: 2.2 },
		{ points: COURSE, depth: 0.2, width: 0.5 }
	]
};

const furthest = (planes: readonly Plane[]): number =>
	planes.reduce((most, { data }) => data.reduce((m, v) => Math.max(m, Math.abs(v)), most), 0);

describe('foldLayer', () => {
	const photo = photoOf(FOLDED);
	const bank = lineResponse(photo);

	it('finds the fold beside its landmarks and fills most of it', () => {
		const { layer, line } = foldLayer(photo, bank, 'nasolabial', 'right');
		const off = line.map((point) => distanceToPolyline(COURSE, toMm(photo, point)));
		expect(off.reduce((a, b) => a + b, 0) / off.length).toBeLessThan(0.8);
		const before = foldContrast(photo, line);
		const after = foldContrast(toned(photo, gainOn(photo, layer)), line);
		expect(before).toBeGreaterThan(0.3);
		expect(after / before).toBeGreaterThan(0.05);
		expect(after / before).toBeLessThan(0.55);
	});

	it('takes the line that a person drew, and hands it back', () => {
		const drawn: Vec2[] = [photo.points[129]!, photo.points[212]!];
		const { line } = foldLayer(photo, bank, 'nasolabial', 'right', drawn);
		for (const point of line) expect(distanceToPolyline(drawn, point)).toBeLessThan(1e-6);
		expect(Math.hypot(line[0]![0] - drawn[0]![0], line[0]![1] - drawn[0]![1])).toBeLessThan(1e-6);
	});

	it('fills a drawn fold from its part of the photograph as from the whole', () => {
		const drawn: Vec2[] = [photo.points[129]!, photo.points[206]!, photo.points[212]!];
		const whole = gainOn(photo, foldLayer(photo, bank, 'nasolabial', 'right', drawn).layer);
		const line = ontoPicture(drawn, photo.grid);
		const part = gainOn(photo, drawnFold(photo, { fold: 'nasolabial', side: 'right', line }));
		expect(furthest(whole)).toBeGreaterThan(0.1);
		// Coarser grids begin elsewhere on a part: that much, and no more, may differ.
		const sum = (planes: readonly Plane[]) =>
			planes.reduce((all, { data }) => data.reduce((s, v) => s + Math.abs(v), all), 0);
		const apart = whole.map((layer, c) => map(layer, part[c]!, (a, b) => a - b));
		expect(sum(apart) / sum(whole)).toBeLessThan(0.02);
	});

	it('leaves the other side and what is not skin', () => {
		const { layer } = foldLayer(photo, bank, 'nasolabial', 'right');
		const { width, data } = gainOn(photo, layer)[1];
		const outside = data.filter((_, at) => photo.masks.skin.data[at] === 0);
		const beyond = data.filter((_, at) => at % width > photo.points[4]![0]);
		for (const part of [outside, beyond]) expect(part.every((value) => value === 0)).toBe(true);
	});

	it('does next to nothing where there is no fold', () => {
		const plain = photoOf({ texture: 0 });
		const none = lineResponse(plain);
		for (const id of [
			'nasolabial',
			'marionette',
			'tear_trough',
			'labiomental',
			'prejowl'
		] as const) {
			expect(furthest(foldLayer(plain, none, id, 'left').layer.gain)).toBeLessThan(0.04);
		}
	});

	it('fills a crease across the midline by the share of each side', () => {
		const under: Vec2[] = [182, 83, 18, 313, 406].map((k) => {
			const [x, y] = toMm(PLAIN, PLAIN.points[k]!);
			return [x, y + 4];
		});
		const creased = photoOf({ strokes: [{ points: under, depth: 0.3, width: 1.2 }] });
		const lines = lineResponse(creased);
		const right = foldLayer(creased, lines, 'labiomental', 'right');
		const left = foldLayer(creased, lines, 'labiomental', 'left');
		const [ofRight, ofLeft] = [gainOn(creased, right.layer), gainOn(creased, left.layer)];
		const both = perChannel((c) => map(ofRight[c], ofLeft[c], (a, b) => a + b));
		const before = foldContrast(creased, right.line);
		expect(before).toBeGreaterThan(0.15);
		expect(foldContrast(toned(creased, both), right.line)).toBeLessThan(0.7 * before);
		expect(right.line).toEqual(left.line);
	});
});

describe('membrane', () => {
	it('spans a plane between the borders it is given', () => {
		const [width, height] = [40, 60];
		const slope = (at: number) => 0.02 * (at % width) - 0.01 * Math.floor(at / width);
		const values = plane(width, height);
		const role = new Uint8Array(width * height);
		values.data.forEach((_, at) => {
			const [i, j] = [at % width, Math.floor(at / width)];
			const isBorder = i === 0 || j === 0 || i === width - 1 || j === height - 1;
			role[at] = isBorder ? FIXED : FREE;
			values.data[at] = isBorder ? slope(at) : -3;
		});
		membrane(values, role).data.forEach((value, at) => {
			expect(Math.abs(value - slope(at))).toBeLessThan(2e-3);
		});
	});
});
