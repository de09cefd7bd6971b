import { describe, expect, it } from 'vitest';
import {
	proceduralFace,
	TONES,
	type PaintedFace,
	type ProceduralSkin,
	type Stroke,
	type ToneName
} from '../../../tests/support/procedural-skin.ts';
import { gainOn } from '../../../tests/support/skin-figures.ts';
import { MIRROR } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import type { Plane } from '../raster/index.ts';
import { lineLayer, lineResponse } from './lines.ts';
import { prepareSkin } from './prepare.ts';
import type { Rgb, SkinPhoto } from './types.ts';

/** Every other one, down to the darkest, in the short form. */
const tones = (Object.keys(TONES) as ToneName[]).filter(
	(_, index) => process.env['VULTUS_FULL'] === '1' || index % 2 === 1
);

const prepared = ({ picture, face, classes }: PaintedFace): SkinPhoto =>
	prepareSkin(picture, face, classes);
const photoOf = (skin: ProceduralSkin): SkinPhoto => prepared(proceduralFace(skin));
const layerOf = (photo: SkinPhoto) => gainOn(photo, lineLayer(photo, lineResponse(photo)));

const across = (y: number, depth: number, width: number): Stroke => ({
	points: Array.from({ length: 13 }, (_, k): Vec2 => [
		4 * k - 24,
		y - 2 * Math.sin((k * Math.PI) / 12)
	]),
	depth,
	width
});
const LINES = [across(-60, 0.12, 0.35), across(-52, 0.25, 0.45), across(-44, 0.35, 0.7)];

/** Share of what was painted that the gain gives back, luminance: Σ gain · painted / Σ painted². */
function givenBack(gain: Plane, lined: SkinPhoto, clean: SkinPhoto): number {
	let [given, painted] = [0, 0];
	clean.logY.data.forEach((l, at) => {
		const depth = l - lined.logY.data[at]!;
		if (depth < 0.03 || lined.masks.feather.data[at]! < 0.9) return;
		given += depth * gain.data[at]!;
		painted += depth * depth;
	});
	return given / painted;
}

const highest = ({ data }: Plane): number => data.reduce((most, v) => Math.max(most, v), 0);

/** Share of the skin that a gain changes by more than a hundredth. */
function shareTouched({ data }: Plane, { masks }: SkinPhoto): number {
	let [touched, all] = [0, 0];
	masks.feather.data.forEach((s, at) => {
		if (s < 0.5) return;
		all += 1;
		if (Math.abs(data[at]!) > 0.01) touched += 1;
	});
	return touched / all;
}

function flipped(source: Plane): Plane {
	const { width } = source;
	const data = source.data.map((_, at) => source.data[at + width - 1 - 2 * (at % width)]!);
	return { ...source, data };
}

function mirrored(photo: SkinPhoto): SkinPhoto {
	const { grid, masks, up } = photo;
	const rgb = ([r, g, b]: Rgb): Rgb => [flipped(r), flipped(g), flipped(b)];
	return {
		...photo,
		linear: rgb(photo.linear),
		density: rgb(photo.density),
		logY: flipped(photo.logY),
		points: MIRROR.map((k): Vec2 => [grid.width - photo.points[k]![0], photo.points[k]![1]]),
		up: [-up[0], up[1]],
		across: [-up[1], -up[0]],
		masks: {
			skin: flipped(masks.skin),
			feather: flipped(masks.feather),
			neck: flipped(masks.neck),
			eyes: flipped(masks.eyes),
			lips: flipped(masks.lips),
			hair: flipped(masks.hair),
			dark: flipped(masks.dark)
		}
	};
}

describe.each(tones)('lines on %s skin', (tone) => {
	it('are given back for the most part on the coarsest grid', () => {
		const lined = photoOf({ pxPerMm: 2, tone, strokes: LINES });
		const share = givenBack(layerOf(lined)[1], lined, photoOf({ pxPerMm: 2, tone }));
		expect(share).toBeGreaterThanOrEqual(0.6);
		expect(share).toBeLessThanOrEqual(1.1);
	});

	it('are not found on plain porous skin', () => {
		const photo = photoOf({ pxPerMm: 3, tone, texture: 0.03 });
		expect(shareTouched(layerOf(photo)[1], photo)).toBeLessThan(0.005);
	});
});

describe('lineLayer', () => {
	it('takes weak lines out of skin with much sheen, and little of the sheen', () => {
		const skin = { pxPerMm: 3.3, tone: 'dark', texture: 0.06 } as const;
		const clean = photoOf(skin);
		const lined = photoOf({ ...skin, strokes: [across(-52, 0.2, 0.5)] });
		expect(givenBack(layerOf(lined)[1], lined, clean)).toBeGreaterThanOrEqual(0.6);
		expect(shareTouched(layerOf(clean)[1], clean)).toBeLessThan(0.05);
	});

	it.each([2, 3.5])('finds nothing on smooth skin in eight bits at %d px/mm', (pxPerMm) => {
		const photo = photoOf({ pxPerMm, tone: 'dark', texture: 0 });
		expect(shareTouched(layerOf(photo)[1], photo)).toBe(0);
	});

	it('gives lines back for the most part on the finest grid', () => {
		const lined = photoOf({ pxPerMm: 3.5, tone: 'brown', strokes: LINES });
		const clean = photoOf({ pxPerMm: 3.5, tone: 'brown' });
		expect(givenBack(layerOf(lined)[1], lined, clean)).toBeGreaterThanOrEqual(0.6);
	});

	it('does not lighten the edge of a cast shadow', () => {
		const photo = photoOf({
			pxPerMm: 3,
			tone: 'light',
			texture: 0,
			shadow: { y: -50, depth: 0.6, edge: 1 }
		});
		const [, green] = layerOf(photo);
		expect(highest(green)).toBeLessThan(0.02);
	});

	it('leaves a mark that runs against the lines of its region', () => {
		const mark: Stroke = {
			points: [
				[20, -60],
				[21, -46]
			],
			depth: 0.25,
			width: 0.45
		};
		const lined = photoOf({ pxPerMm: 3, tone: 'light', strokes: [mark] });
		const share = givenBack(layerOf(lined)[1], lined, photoOf({ pxPerMm: 3, tone: 'light' }));
		expect(share).toBeLessThan(0.1);
	});

	it('changes nothing outside the skin', () => {
		const beside = [across(-52, 0.3, 0.5), { ...across(0, 0.3, 0.5), width: 1 }];
		const photo = photoOf({ pxPerMm: 3, tone: 'tan', strokes: beside });
		for (const { data } of layerOf(photo)) {
			const { feather, neck } = photo.masks;
			const outside = data.filter((_, at) => feather.data[at]! + neck.data[at]! === 0);
			expect(outside.every((gain) => gain === 0)).toBe(true);
		}
	});

	it('finds in a mirrored face the mirrored lines', () => {
		const wrinkle: Stroke = {
			points: [
				[48, 4],
				[62, 10]
			],
			depth: 0.3,
			width: 0.5
		};
		const photo = photoOf({ pxPerMm: 3, tone: 'light', strokes: [...LINES, wrinkle] });
		const [, here] = layerOf(photo);
		const there = flipped(layerOf(mirrored(photo))[1]);
		const furthest = here.data.reduce(
			(most, g, at) => Math.max(most, Math.abs(g - there.data[at]!)),
			0
		);
		expect(highest(here)).toBeGreaterThan(0.1);
		expect(furthest).toBeLessThan(0.005);
	});
});
