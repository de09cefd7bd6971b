import { LANDMARK_GROUPS } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import {
	convexHull,
	erode,
	fillPolygon,
	gaussian,
	map,
	NormalisedBlur,
	plane,
	resize,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { FIXED, FREE, membrane, OUTSIDE } from './membrane.ts';
import { landmarksOf, onPart, pointsOf } from './part.ts';
import { noGain } from './rgb.ts';
import type { Layer, Rgb, Side, SkinPhoto } from './types.ts';

/** From the lid's edge down to the cheek below the shadow of the bag. */
const LID_EDGE = [33, 7, 163, 144, 145, 153, 154, 155, 133];
const CHEEK_EDGE = [111, 117, 118, 119, 120, 121, 128];
/** The shadow of a large bag reaches below the landmarks of the lid's groove, mm. */
const BELOW_MM = 7;
/** Lashes and their shadow, mm below the lid's edge. */
const LASHES_MM = 2.5;
/** Lines and pores stay as they are, mm. */
const FINEST_MM = 0.9;
const COARSE_PX_PER_MM = 1.5;
/** The film hangs on a rim this wide, mm. */
const RIM_MM = 1.5;
const SHARE = 0.9;
const MOST = 0.4;
/** Darkening a bulge is seen as dirt sooner than lightening its shadow. */
const BULGE_SHARE = 0.8;
/** Shadow below, ln Y, at which a bulge counts as a bag: light on a round lid alone is none. */
const SHADOWED = [0.02, 0.08] as const;
/** A lid that is as round as this has no bag, ln Y. */
const ROUND = 0.015;
const MARGIN_MM = 6;
const LEAST_RIM = 8;

/**
 * Log gain that flattens the bag of one lower lid: the lit bulge and the shadow below it are drawn to a
 * film hung on the skin around, in luminance only. What the surgeon does to the shape, seen as shading.
 */
export function lidBag(photo: SkinPhoto, side: Side): Layer {
	const outline = outlineOf(photo, side);
	return onPart(photo, outline, MARGIN_MM, (part) => flatten(part, side));
}

function outlineOf(photo: SkinPhoto, side: Side): readonly Vec2[] {
	const mm = photo.grid.pxPerMm;
	const down = (points: readonly Vec2[], by: number) =>
		points.map(([x, y]): Vec2 => [x - by * mm * photo.up[0], y - by * mm * photo.up[1]]);
	return convexHull([
		...down(pointsOf(photo, landmarksOf(LID_EDGE, side)), LASHES_MM),
		...down(pointsOf(photo, landmarksOf(CHEEK_EDGE, side)), BELOW_MM)
	]);
}

/** The hull of lid and cheek without the eye, which curves into it. */
function bagOn(part: SkinPhoto, side: Side): Plane {
	const { width, height, pxPerMm: mm } = part.grid;
	const hull = fillPolygon(width, height, outlineOf(part, side));
	const ring = side === 'right' ? LANDMARK_GROUPS.R_EYE_RING : LANDMARK_GROUPS.L_EYE_RING;
	const lashes = LASHES_MM * mm;
	const eye = pointsOf(part, ring).map(([x, y]): Vec2 => [
		x - lashes * part.up[0],
		y - lashes * part.up[1]
	]);
	return map(hull, fillPolygon(width, height, eye), (h, e) => h * (1 - e));
}

function flatten(part: SkinPhoto, side: Side): Rgb {
	const mm = part.grid.pxPerMm;
	const { skin, feather } = part.masks;
	const { width, height } = skin;
	const bag = bagOn(part, side);
	const reduction = Math.max(1, mm / COARSE_PX_PER_MM);
	const small = (source: Plane) =>
		resize(source, Math.ceil(width / reduction), Math.ceil(height / reduction));
	const level = small(new NormalisedBlur(skin, FINEST_MM * mm).of(part.logY));
	const open = small(skin);
	const inside = small(bag);
	const coarse = (mm * level.width) / width;
	const inner = erode(inside, RIM_MM * coarse);
	const role = new Uint8Array(level.data.length);
	let rim = 0;
	inside.data.forEach((value, i) => {
		if (value < 0.5 || open.data[i]! < 0.5) role[i] = OUTSIDE;
		else if (inner.data[i]! >= 0.5) role[i] = FREE;
		else {
			role[i] = FIXED;
			rim += 1;
		}
	});
	if (rim < LEAST_RIM * coarse) return noGain(skin);
	const film = membrane(level, role);
	const change = plane(level.width, level.height);
	const bulge = BULGE_SHARE * smoothstep(SHADOWED[0], SHADOWED[1], shadowBelow(film, level, role));
	for (let i = 0; i < change.data.length; i++) {
		if (role[i] !== FREE) continue;
		const away = film.data[i]! - level.data[i]!;
		const towards = Math.sign(away) * Math.max(0, Math.abs(away) - ROUND);
		change.data[i] = MOST * Math.tanh((towards * (towards < 0 ? bulge : 1)) / MOST);
	}
	const smooth = resize(gaussian(change, 0.8 * coarse), width, height);
	const edge = gaussian(erode(bag, 0.5 * mm), mm);
	const gain = plane(width, height);
	for (let i = 0; i < gain.data.length; i++) {
		const weight = feather.data[i]! * smoothstep(0, 0.9, edge.data[i]!);
		gain.data[i] = SHARE * weight * smooth.data[i]!;
	}
	return [gain, gain, gain];
}

/** How dark the darkest tenth of the region is against the film, ln Y. */
function shadowBelow(film: Plane, level: Plane, role: Uint8Array): number {
	const found: number[] = [];
	role.forEach((is, i) => {
		if (is === FREE) found.push(film.data[i]! - level.data[i]! - ROUND);
	});
	found.sort((a, b) => a - b);
	return found[Math.floor(0.9 * found.length)] ?? 0;
}
