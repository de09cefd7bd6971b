import {
	convexHull,
	fillPolygon,
	gaussian,
	NormalisedBlur,
	plane,
	product,
	scaled,
	type Plane
} from '../raster/index.ts';
import { landmarksOf, onPart, pointsOf } from './part.ts';
import { regionOn, REGIONS } from './regions.ts';
import { meanOf, noGain, perChannel } from './rgb.ts';
import type { Layer, Rgb, Side, SkinPhoto } from './types.ts';

/** Blur below which lines and pores stay as they are, mm. */
const FINEST_MM = 1.5;
/** The cheek just below, which the lid is compared with. */
const CHEEK_UPPER = [117, 118, 119];
const CHEEK_LOWER = [50, 101, 36, 205, 123];
/** Share of the difference that is taken away at full strength, and its bound in density. */
const SHARE = 0.76;
const MOST = 0.42;
/** Differences as small as this are shading, not a dark circle. */
const LEAST = 0.015;
/** Mean density that stays, or the lit side of pores would clip on red skin in bright light. */
const WHITE = 0.08;
/** Less cheek than this says nothing, mm². */
const LEAST_CHEEK = 20;
const MARGIN_MM = 8;

/**
 * Log gain that brings the lower lid of one side up to the colour of the cheek below it, channel by
 * channel, so that blue and brown circles both fade without a cast. The cheek's own shading from nose
 * to temple is kept.
 */
export function underEye(photo: SkinPhoto, side: Side): Layer {
	const region = landmarksOf(REGIONS.undereye.landmarks, side);
	const cheek = landmarksOf([...CHEEK_UPPER, ...CHEEK_LOWER], side);
	const around = pointsOf(photo, [...region, ...cheek]);
	return onPart(photo, around, MARGIN_MM, (part) => lighten(part, side));
}

function lighten(part: SkinPhoto, side: Side): Rgb {
	const mm = part.grid.pxPerMm;
	const { skin, feather } = part.masks;
	const blur = new NormalisedBlur(skin, FINEST_MM * mm);
	const density = perChannel((c) => blur.of(part.density[c]));
	const reference = cheekReference(part, side, density);
	if (reference === null) return noGain(skin);
	const weight = scaled(product(regionOn(part, 'undereye', side), feather), SHARE);
	const { width } = part.grid;
	const gain = perChannel((c) => {
		const result = plane(width, part.grid.height);
		for (let i = 0; i < result.data.length; i++) {
			if (weight.data[i] === 0) continue;
			const expected = reference.at(c, i % width, Math.floor(i / width));
			const excess = Math.max(0, density[c].data[i]! - expected - LEAST);
			result.data[i] = weight.data[i]! * MOST * Math.tanh(excess / MOST);
		}
		return result;
	});
	keepFromClipping(gain, density);
	return gain;
}

/** Lightens a place only as far as its brightest channel has room, all channels alike. */
function keepFromClipping(gain: Rgb, density: Rgb): void {
	for (let i = 0; i < gain[0].data.length; i++) {
		let share = 1;
		for (let c = 0; c < 3; c++) {
			const room = Math.max(0, density[c]!.data[i]! - WHITE);
			const wanted = gain[c]!.data[i]!;
			if (wanted > room) share = Math.min(share, room / wanted);
		}
		if (share < 1) for (const { data } of gain) data[i] = share * data[i]!;
	}
}

type Reference = { at(channel: 0 | 1 | 2, x: number, y: number): number };

/** Mean density of the cheek strip, with its trend across the face; null where there is no strip. */
function cheekReference(part: SkinPhoto, side: Side, density: Rgb): Reference | null {
	const weights = cheekStrip(part, side);
	const mm = part.grid.pxPerMm;
	const [ax, ay] = part.across;
	const { width } = part.grid;
	const mean = meanOf(density).data;
	let [mass, sumU, sumUU, sumUM] = [0, 0, 0, 0];
	const sums = [0, 0, 0];
	weights.data.forEach((weight, i) => {
		if (weight === 0) return;
		const u = ((i % width) * ax + Math.floor(i / width) * ay) / mm;
		mass += weight;
		sumU += weight * u;
		sumUU += weight * u * u;
		sumUM += weight * u * mean[i]!;
		for (let c = 0; c < 3; c++) sums[c] = sums[c]! + weight * density[c]!.data[i]!;
	});
	if (mass < LEAST_CHEEK * mm * mm) return null;
	const middle = sumU / mass;
	const spread = sumUU / mass - middle * middle;
	const slope = (sumUM / mass - (middle * (sums[0]! + sums[1]! + sums[2]!)) / (3 * mass)) / spread;
	const reach = Math.sqrt(3 * spread);
	return {
		at(channel, x, y) {
			const u = (x * ax + y * ay) / mm - middle;
			return sums[channel]! / mass + slope * Math.max(-reach, Math.min(reach, u));
		}
	};
}

function cheekStrip(part: SkinPhoto, side: Side): Plane {
	const upper = pointsOf(part, landmarksOf(CHEEK_UPPER, side));
	const lower = pointsOf(part, landmarksOf(CHEEK_LOWER, side));
	const between = upper.map(
		([x, y], k) => [(x + lower[k]![0]) / 2, (y + lower[k]![1]) / 2] as const
	);
	const { width, height, pxPerMm: mm } = part.grid;
	const strip = fillPolygon(width, height, convexHull([...between, ...lower]));
	return product(gaussian(strip, 2 * mm), part.masks.feather);
}
