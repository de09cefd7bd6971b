import { describe, expect, it } from 'vitest';
import {
	BROWN,
	dyed,
	GREY,
	RED,
	type Patch,
	type Triple
} from '../../../tests/support/dyed-skin.ts';
import {
	proceduralFace,
	TONES,
	type PaintedFace,
	type ToneName
} from '../../../tests/support/procedural-skin.ts';
import { deltaE00At, gainOn, poreRatio, toned } from '../../../tests/support/skin-figures.ts';
import type { Vec2 } from '../geometry/index.ts';
import { map, NormalisedBlur, plane, type Plane } from '../raster/index.ts';
import { brushedPigment } from './brushed.ts';
import { lidBag } from './lid-bag.ts';
import { pores } from './pores.ts';
import { prepareSkin } from './prepare.ts';
import { redness } from './redness.ts';
import { perChannel } from './rgb.ts';
import { scars } from './scars.ts';
import { shine } from './shine.ts';
import { findSpots, spotGain, type LineResponse, type SpotKind, type Spots } from './spots.ts';
import { teeth } from './teeth.ts';
import type { Layer, Rgb, Side, SkinPhoto } from './types.ts';
import { underEye } from './under-eye.ts';

/** Every other one, down to the darkest, in the short form. */
const tones = (Object.keys(TONES) as ToneName[]).filter(
	(_, index) => process.env['VULTUS_FULL'] === '1' || index % 2 === 1
);
const times = (density: Triple, by: number): Triple => [
	by * density[0],
	by * density[1],
	by * density[2]
];

/** The same skin is dyed in many ways: it is painted once. */
const painted = new Map<string, PaintedFace>();

function photoOf(tone: ToneName, patches: readonly Patch[] = [], pxPerMm = 3): SkinPhoto {
	const key = `${tone} ${pxPerMm}`;
	const skin = painted.get(key) ?? proceduralFace({ pxPerMm, tone });
	painted.set(key, skin);
	const { picture, face, classes } = dyed(skin, patches);
	return prepareSkin(picture, face, classes);
}

const none = ({ grid }: SkinPhoto): Plane => plane(grid.width, grid.height);
/** Procedural skin without lines answers no line. */
const noLines = (photo: SkinPhoto): LineResponse => ({
	strongest: none(photo),
	median: none(photo)
});

function spotsOf(photo: SkinPhoto): Spots {
	const spots = findSpots(photo, noLines(photo));
	if (spots === null) throw new Error('no face');
	return spots;
}

const sum = (a: Rgb, b: Rgb): Rgb => perChannel((c) => map(a[c], b[c], (x, y) => x + y));
type Effect = (photo: SkinPhoto) => Rgb;
const whole =
	(of: (photo: SkinPhoto) => Layer): Effect =>
	(photo) =>
		gainOn(photo, of(photo));
const bothSides =
	(of: (photo: SkinPhoto, side: Side) => Layer): Effect =>
	(photo) =>
		sum(gainOn(photo, of(photo, 'right')), gainOn(photo, of(photo, 'left')));
const spotsGain = (photo: SkinPhoto, spots: Spots, kind: SpotKind, kept: number[] = []): Rgb =>
	gainOn(photo, spotGain(spots, kind, new Set(kept)));
const allSpotsGain = (photo: SkinPhoto, spots: Spots): Rgb =>
	sum(spotsGain(photo, spots, 'pigment'), spotsGain(photo, spots, 'blemish'));
const EFFECTS: Readonly<Record<string, Effect>> = {
	'under-eye': bothSides(underEye),
	bag: bothSides(lidBag),
	spots: (photo) => allSpotsGain(photo, spotsOf(photo)),
	redness: whole(redness),
	shine: whole(shine),
	scars: bothSides(scars),
	teeth: whole(teeth)
};

const largest = (gain: Rgb): number =>
	gain.reduce((most, { data }) => data.reduce((m, v) => Math.max(m, Math.abs(v)), most), 0);

/** Share of the density laid on that is left, where at least half of its most was. */
function leftOver(before: SkinPhoto, clean: SkinPhoto, after: SkinPhoto): number {
	const laid = map(before.logY, clean.logY, (b, c) => Math.abs(b - c));
	const most = laid.data.reduce((a, b) => Math.max(a, b), 0);
	let [was, is] = [0, 0];
	laid.data.forEach((value, i) => {
		if (value < 0.5 * most) return;
		for (let c = 0; c < 3; c++) {
			was += Math.abs(before.density[c]!.data[i]! - clean.density[c]!.data[i]!);
			is += Math.abs(after.density[c]!.data[i]! - clean.density[c]!.data[i]!);
		}
	});
	return is / was;
}

/** Median colour difference from the clean skin where something was laid on it. */
function missing(before: SkinPhoto, clean: SkinPhoto, after: SkinPhoto): number {
	const laid = map(before.logY, clean.logY, (b, c) => (Math.abs(b - c) > 0.03 ? 1 : 0));
	return deltaE00At(after, clean, laid, 0.5);
}

const PLACES: readonly Vec2[] = [
	[-40, 30],
	[-30, 40],
	[40, 30],
	[34, 44],
	[-20, -45],
	[15, -50]
];
const dots = (density: Triple, radius: number): Patch[] =>
	PLACES.map((at) => ({ at, radius: [radius, radius], edge: 0.4, density: times(density, 0.5) }));

const SPOTS = [0.8, 1.5, 2.5].flatMap((radius, k) => [
	dots(BROWN, radius)[k]!,
	dots(RED, radius)[k + 3]!
]);

const CIRCLES: readonly Patch[] = [-32, 32].map((x) => ({
	at: [x, 11],
	radius: [10, 4],
	edge: 0.5,
	density: [0.22, 0.28, 0.28]
}));
const BAGS: readonly Patch[] = [-32, 32].flatMap((x): Patch[] => [
	{ at: [x, 12], radius: [9, 2.5], edge: 0.8, density: times(GREY, -0.12) },
	{ at: [x, 18], radius: [12, 2], edge: 0.9, density: times(GREY, 0.25) }
]);
const FLUSH: readonly Patch[] = [
	{ at: [-38, 32], radius: [9, 8], edge: 0.6, density: times(RED, 0.3) }
];
const GLARE: readonly Patch[] = [
	{ at: [-38, 28], radius: [2.5, 3], edge: 0.9, glare: 0.22 },
	{ at: [4, -45], radius: [4, 2.5], edge: 0.9, glare: 0.22 }
];
const PITS: readonly Patch[] = Array.from({ length: 64 }, (_, k) => [k % 8, Math.floor(k / 8)])
	.map(([i, j]) => [36 + (i! - 4) * 4.5, 35 + (j! - 4) * 4.5] as const)
	.flatMap(([x, y]): Patch[] =>
		[1, -1].map((side) => ({
			at: [side * x, y],
			radius: [1.5, 1.5],
			edge: 0.6,
			density: times(GREY, 0.3)
		}))
	);
const MELASMA: Patch = {
	at: [-38, 30],
	radius: [9, 7],
	edge: 0.5,
	density: times(BROWN, 0.35)
};

/** Between a place on the grid and mm from the middle between the eyes, mm. */
function distance({ grid, points }: SkinPhoto, [gx, gy]: Vec2, [x, y]: Vec2): number {
	const [rx, ry] = points[468]!;
	const [lx, ly] = points[473]!;
	return Math.hypot(
		(gx - (rx + lx) / 2) / grid.pxPerMm - x,
		(gy - (ry + ly) / 2) / grid.pxPerMm - y
	);
}

/** A soft disc on the grid, mm from the middle between the eyes. */
function brushAt(photo: SkinPhoto, [x, y]: Vec2, radiusMm: number): Plane {
	const { grid } = photo;
	const result = plane(grid.width, grid.height);
	result.data.forEach((_, i) => {
		const here: Vec2 = [(i % grid.width) + 0.5, Math.floor(i / grid.width) + 0.5];
		result.data[i] = Math.max(0, Math.min(1, radiusMm - distance(photo, here, [x, y])));
	});
	return result;
}

describe.each(tones)('on %s skin', (tone) => {
	const clean = photoOf(tone);

	it.each(Object.keys(EFFECTS))('%s leaves plain skin as it is', (effect) => {
		expect(largest(EFFECTS[effect]!(clean))).toBeLessThanOrEqual(
			effect === 'redness' ? 0.01 : 0.002
		);
	});

	it('takes out spots of each size and kind', () => {
		const photo = photoOf(tone, SPOTS);
		const spots = spotsOf(photo);
		const near = ([x, y]: Vec2) =>
			spots.all.find(({ centre }) => distance(photo, centre, [x, y]) < 1);
		for (const { at, radius, density } of SPOTS) {
			const spot = near(at);
			expect(spot?.kind).toBe(density![0] > 0.5 * density![1] ? 'pigment' : 'blemish');
			expect(Math.abs(spot!.radiusMm - radius[0])).toBeLessThan(0.6);
		}
		expect(spots.all).toHaveLength(SPOTS.length);
		const after = toned(photo, allSpotsGain(photo, spots));
		expect(leftOver(photo, clean, after)).toBeLessThanOrEqual(0.4);
		expect(missing(photo, clean, after)).toBeLessThanOrEqual(2);
	});

	it('evens a patch of redness', () => {
		const photo = photoOf(tone, FLUSH);
		const after = toned(photo, EFFECTS['redness']!(photo));
		expect(leftOver(photo, clean, after)).toBeLessThanOrEqual(0.45);
		expect(missing(photo, clean, after)).toBeLessThanOrEqual(2);
	});

	it('takes shine down without clipping anything', () => {
		const photo = photoOf(tone, GLARE);
		const after = toned(photo, EFFECTS['shine']!(photo));
		expect(leftOver(photo, clean, after)).toBeLessThanOrEqual(0.6);
		const clipped = after.linear.some(({ data }, c) =>
			data.some((value, i) => value >= 1 && photo.linear[c]!.data[i]! < 1)
		);
		expect(clipped).toBe(false);
	});

	it('lightens dark circles', () => {
		const photo = photoOf(tone, CIRCLES);
		const after = toned(photo, EFFECTS['under-eye']!(photo));
		expect(leftOver(photo, clean, after)).toBeLessThanOrEqual(0.5);
		expect(missing(photo, clean, after)).toBeLessThanOrEqual(2.5);
	});

	it('flattens bags: bulge and shadow', () => {
		const photo = photoOf(tone, BAGS);
		const after = toned(photo, EFFECTS['bag']!(photo));
		expect(leftOver(photo, clean, after)).toBeLessThanOrEqual(0.55);
	});

	it('softens scars', () => {
		const photo = photoOf(tone, PITS);
		const relief = (of: SkinPhoto): number => {
			const blur = (mm: number) =>
				new NormalisedBlur(of.masks.skin, mm * of.grid.pxPerMm).of(of.logY);
			const band = map(blur(0.5), blur(2.6), (fine, wide) => fine - wide);
			const cheek = brushAt(of, [-36, 35], 9);
			return band.data.reduce((total, value, i) => total + cheek.data[i]! * value * value, 0);
		};
		const after = toned(photo, EFFECTS['scars']!(photo));
		expect(Math.sqrt(relief(after) / relief(photo))).toBeLessThanOrEqual(0.7);
		expect(poreRatio(photo, after, brushAt(photo, [-36, 35], 9))).toBeGreaterThan(0.85);
	});

	it('evens pigment within the brush, and nothing else', () => {
		const photo = photoOf(tone, [MELASMA]);
		const brush = brushAt(photo, MELASMA.at, 16);
		const gain = gainOn(photo, brushedPigment(photo, brush));
		const after = toned(photo, gain);
		expect(leftOver(photo, clean, after)).toBeLessThanOrEqual(0.4);
		expect(missing(photo, clean, after)).toBeLessThanOrEqual(2);
		const outside = perChannel((c) => map(gain[c], brush, (g, b) => (b === 0 ? g : 0)));
		expect(largest(outside)).toBe(0);
		expect(largest(brushedPigment(photo, none(photo)).gain)).toBe(0);
	});
});

describe('effects of colour', () => {
	const tone = 'intermediate';
	const photo = photoOf(tone, [...dots(BROWN, 1.2), ...CIRCLES, ...FLUSH, ...GLARE, ...PITS]);

	it.each(Object.keys(EFFECTS).filter((effect) => effect !== 'teeth'))(
		'%s touches nothing but skin',
		(effect) => {
			const gain = EFFECTS[effect]!(photo);
			const outside = perChannel((c) =>
				map(gain[c], photo.masks.feather, (g, f) => (f === 0 ? g : 0))
			);
			expect(largest(outside)).toBe(0);
		}
	);

	it('keep what a person protects', () => {
		const spotted = photoOf(tone, dots(BROWN, 1.5));
		const spots = spotsOf(spotted);
		const all = spotsGain(spotted, spots, 'pigment');
		const kept = spotsGain(spotted, spots, 'pigment', [2]);
		const at = (gain: Rgb, k: number): number => {
			const [x, y] = spots.all[k]!.centre;
			return gain[1].data[Math.floor(y) * gain[1].width + Math.floor(x)]!;
		};
		expect(at(all, 2)).toBeGreaterThan(0.1);
		expect(at(kept, 2)).toBe(0);
		for (const k of [0, 1, 3, 4, 5]) expect(at(kept, k)).toBe(at(all, k));
	});

	it('treat the two sides of a mirrored photograph alike', () => {
		const { picture, face, classes } = dyed(
			proceduralFace({ pxPerMm: 3, tone, texture: 0 }),
			CIRCLES
		);
		const one = prepareSkin(picture, face, classes);
		const right = underEye(one, 'right').gain[1].data.reduce((a, b) => a + b, 0);
		const left = underEye(one, 'left').gain[1].data.reduce((a, b) => a + b, 0);
		expect(right).toBeGreaterThan(10);
		expect(Math.abs(left / right - 1)).toBeLessThan(0.02);
	});

	it('find the same at twice the resolution of the photograph', () => {
		const fine = photoOf(tone, dots(BROWN, 1.5), 6);
		expect(fine.grid.pxPerMm).toBeCloseTo(3.5);
		const after = toned(fine, EFFECTS['spots']!(fine));
		expect(leftOver(fine, photoOf(tone, [], 6), after)).toBeLessThanOrEqual(0.4);
	});

	it('make teeth paler, and not the gums above them', () => {
		// The synthetic mouth stands open between 66 and 72 mm below the eyes.
		const light = photoOf('light', [
			{ at: [0, 70], radius: [12, 2.2], edge: 0.1, density: [0, -0.16, -0.1] },
			{ at: [0, 66], radius: [12, 1.6], edge: 0.1, density: [0.1, 0.7, 0.5] }
		]);
		const gain = EFFECTS['teeth']!(light);
		const near = (y: number): readonly number[] => {
			const found: number[] = [];
			gain[2].data.forEach((_, i) => {
				const here: Vec2 = [(i % gain[2].width) + 0.5, Math.floor(i / gain[2].width) + 0.5];
				if (distance(light, here, [0, y]) < 0.8) found.push(i);
			});
			return found;
		};
		for (const i of near(70)) {
			expect(gain[2].data[i]).toBeGreaterThan(0.05);
			expect(gain[2].data[i]! - gain[0].data[i]!).toBeGreaterThan(0.03);
		}
		for (const i of near(66.8)) expect(Math.abs(gain[2].data[i]!)).toBeLessThanOrEqual(0.01);
	});

	it('draw pores to skin without them by 0.4 at most', () => {
		const { weight, base } = pores(photo);
		expect(weight.data.every((w) => w >= 0 && w <= 0.4 + 1e-6)).toBe(true);
		const smooth = map(photo.logY, weight, base, (l, w, b) => l - w * (l - b));
		expect(poreRatio(photo, { ...photo, logY: smooth }, photo.masks.feather)).toBeLessThan(0.75);
	});
});
