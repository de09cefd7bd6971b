import {
	convexHull,
	fillPolygon,
	gaussian,
	NormalisedBlur,
	plane,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { landmarksOf, onPart, pointsOf } from './part.ts';
import type { Layer, Rgb, Side, SkinPhoto } from './types.ts';

/** Where acne leaves scars: temple, cheek and the side of the jaw. */
const AREA = [
	21, 71, 156, 143, 116, 117, 118, 101, 205, 207, 212, 214, 210, 169, 136, 172, 58, 132, 93, 234,
	127, 162
];
const FEATHER_MM = 4;
/** Scars lie between pores and the shape of the cheek, mm. */
const FINEST_MM = 0.5;
const WIDEST_MM = 2.6;
/** The relief of a place is judged over this far, mm. */
const AROUND_MM = 5;
/** It is judged by what is finer than this, mm: the form of a cheek is not relief. */
const RELIEF_MM = 1.3;
/** Relief of smooth and of scarred skin, root mean square of ln Y. */
const SMOOTH = 0.024;
const ROUGH = 0.048;
/** A single mole or edge does not make a place rough. */
const MOST_ONE = 0.12;
/** The band passes two thirds at most of any relief: nothing is turned over. */
const SHARE = 1.15;
const MOST = 0.3;
const MARGIN_MM = 6;

/**
 * Log gain that softens scars of one cheek and temple: pits and rims of 1 to 5 mm lose their light and
 * shade, and only where the skin around is uneven; pores, and smooth skin, stay.
 */
export function scars(photo: SkinPhoto, side: Side): Layer {
	const area = pointsOf(photo, landmarksOf(AREA, side));
	return onPart(photo, area, MARGIN_MM, (part) => soften(part, side));
}

function soften(part: SkinPhoto, side: Side): Rgb {
	const { width, height, pxPerMm: mm } = part.grid;
	const { skin, feather } = part.masks;
	const outline = convexHull(pointsOf(part, landmarksOf(AREA, side)));
	const area = gaussian(fillPolygon(width, height, outline), 0.5 * FEATHER_MM * mm);
	const fine = new NormalisedBlur(skin, FINEST_MM * mm).of(part.logY);
	const band = beyond(fine, part, WIDEST_MM);
	const rough = roughness(beyond(fine, part, RELIEF_MM), skin, mm);
	const gain = plane(width, height);
	for (let i = 0; i < gain.data.length; i++) {
		const weight = feather.data[i]! * smoothstep(0.5, 1, area.data[i]!);
		if (weight === 0) continue;
		const uneven = smoothstep(SMOOTH, ROUGH, Math.sqrt(Math.max(0, rough.data[i]!)));
		gain.data[i] = -SHARE * weight * uneven * MOST * Math.tanh(band.data[i]! / MOST);
	}
	return [gain, gain, gain];
}

/** ln Y less what is wider than `widestMm`. */
function beyond(fine: Plane, { grid, masks, logY }: SkinPhoto, widestMm: number): Plane {
	const wide = new NormalisedBlur(masks.skin, widestMm * grid.pxPerMm).of(logY);
	for (let i = 0; i < wide.data.length; i++) wide.data[i] = fine.data[i]! - wide.data[i]!;
	return wide;
}

/** Mean square of the band around each place. */
function roughness(band: Plane, skin: Plane, mm: number): Plane {
	const squares = plane(band.width, band.height);
	for (let i = 0; i < squares.data.length; i++) {
		const value = Math.max(-MOST_ONE, Math.min(MOST_ONE, band.data[i]!));
		squares.data[i] = value * value;
	}
	return new NormalisedBlur(skin, AROUND_MM * mm).of(squares);
}
