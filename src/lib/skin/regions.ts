import { pixelsAround, type Rect, type Vec2 } from '../geometry/index.ts';
import {
	convexHull,
	erode,
	fillPolygon,
	gaussian,
	lasting,
	pasted,
	plane,
	product,
	type Plane
} from '../raster/index.ts';
import { mirrored } from './prepare.ts';
import type { Side, SkinPhoto } from './types.ts';

type Shape = {
	/** Landmarks of the right side, or of the whole where the region crosses the midline. */
	readonly landmarks: readonly number[];
	readonly shape: 'polygon' | 'hull';
	readonly featherMm: number;
	readonly bilateral: boolean;
	/** Landmarks that lie too low for the region, raised towards the crown. */
	readonly raised?: readonly number[];
	readonly raiseMm?: number;
};

/** Where effects live (regions.json of the prototype, measured on fourteen faces). */
export const REGIONS = {
	forehead: {
		landmarks: [
			71, 54, 103, 67, 109, 10, 338, 297, 332, 284, 301, 300, 293, 334, 296, 336, 9, 107, 66, 105,
			63, 70
		],
		shape: 'polygon',
		featherMm: 3,
		bilateral: false,
		raised: [54, 103, 67, 109, 10, 338, 297, 332, 284],
		raiseMm: 14
	},
	glabella: {
		landmarks: [108, 151, 337, 336, 285, 417, 351, 6, 122, 193, 55, 107],
		shape: 'polygon',
		featherMm: 2,
		bilateral: false
	},
	crows_feet: {
		landmarks: [33, 130, 226, 35, 31, 143, 156, 139, 34, 111, 116, 124, 46],
		shape: 'hull',
		featherMm: 3,
		bilateral: true
	},
	infraorbital: {
		landmarks: [
			112, 26, 22, 23, 24, 110, 25, 31, 228, 229, 230, 231, 232, 117, 118, 119, 120, 121, 111
		],
		shape: 'hull',
		featherMm: 2.5,
		bilateral: true
	},
	bunny: {
		landmarks: [6, 197, 193, 122, 188, 174, 245, 196],
		shape: 'hull',
		featherMm: 2,
		bilateral: true
	},
	perioral: {
		landmarks: [
			61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 287, 410, 322, 391, 327, 326, 2, 97, 98, 165,
			92, 186, 57
		],
		shape: 'polygon',
		featherMm: 2,
		bilateral: false
	},
	chin: {
		landmarks: [18, 199, 200, 175, 83, 208, 201, 171, 32, 313, 428, 421, 396, 262, 182, 406],
		shape: 'hull',
		featherMm: 3,
		bilateral: false
	},
	cheek: {
		landmarks: [50, 205, 117, 118, 119, 187, 101, 36, 123, 147, 207, 192, 213, 214, 116, 203, 206],
		shape: 'hull',
		featherMm: 4,
		bilateral: true
	},
	undereye: {
		landmarks: [112, 26, 22, 23, 24, 110, 25, 31, 228, 229, 230, 231, 232, 233, 118, 119, 120, 121],
		shape: 'hull',
		featherMm: 2,
		bilateral: true
	},
	upper_lid: {
		landmarks: [113, 247, 30, 29, 27, 28, 56, 190, 221, 222, 223, 224, 225, 46, 53, 52, 65, 55],
		shape: 'hull',
		featherMm: 2,
		bilateral: true
	}
} as const satisfies Readonly<Record<string, Shape>>;

export type RegionId = keyof typeof REGIONS;

/**
 * Weight 0–1 of one side of a region on the grid, feathered, without the skin mask. A region across
 * the midline is shared by the two sides over ±8 mm, so that both sides together are the whole.
 */
export function regionOn(photo: SkinPhoto, id: RegionId, side: Side): Plane {
	const { width, height } = photo.grid;
	const part = regionPart(photo, id, side);
	if (part === null) return plane(width, height);
	const whole = pasted(part.weight, part.rect, width, height);
	return isBilateral(id) ? whole : product(whole, sideShare(photo, side));
}

export function isBilateral(id: RegionId): boolean {
	return REGIONS[id].bilateral;
}

/** Weight of a region within `rect` of the grid, 0 elsewhere. */
export type RegionPart = { readonly rect: Rect; readonly weight: Plane };

/** Several analyses ask for the same regions of a face. */
const found = new WeakMap<SkinPhoto, Map<string, RegionPart | null>>();

/**
 * Where a region lies, feathered; of one that crosses the midline the whole, whatever the side. Null
 * where it lies off the grid. To be read only: the same region is the same object.
 */
export function regionPart(photo: SkinPhoto, id: RegionId, side: Side): RegionPart | null {
	const isMirrored = isBilateral(id) && side === 'left';
	const parts = found.get(photo) ?? new Map<string, RegionPart | null>();
	found.set(photo, parts);
	const key = `${id} ${isMirrored}`;
	let part = parts.get(key);
	if (part === undefined) {
		part = lasting(() => partFor(photo, REGIONS[id], isMirrored));
		parts.set(key, part);
	}
	return part;
}

function partFor(photo: SkinPhoto, shape: Shape, isMirrored: boolean): RegionPart | null {
	const landmarks = isMirrored ? mirrored(shape.landmarks) : shape.landmarks;
	const { pxPerMm: mm } = photo.grid;
	const raise = (shape.raiseMm ?? 0) * mm;
	const raised = new Set(shape.raised);
	const points = landmarks.map((k): Vec2 => {
		const [x, y] = photo.points[k]!;
		const by = raised.has(k) ? raise : 0;
		return [x + by * photo.up[0], y + by * photo.up[1]];
	});
	const outline = shape.shape === 'hull' ? convexHull(points) : points;
	const half = 0.5 * shape.featherMm * mm;
	// Only around the outline: a region is a small part of the grid.
	const rect = pixelsAround(outline, 4 * half + 2, photo.grid);
	if (rect === null) return null;
	const moved = outline.map(([x, y]): Vec2 => [x - rect.x, y - rect.y]);
	const filled = fillPolygon(rect.width, rect.height, moved);
	return { rect, weight: gaussian(erode(filled, half), half) };
}

const MIDLINE_HALF_MM = 8;
const NOSE_ROOT = 168;
const CHIN = 152;

const shares = new WeakMap<SkinPhoto, Record<Side, Plane>>();

/**
 * Share 0–1 of one side, a linear ramp across the midline; both sides sum to 1. To be read only, as
 * regions are.
 */
export function sideShare(photo: SkinPhoto, side: Side): Plane {
	let both = shares.get(photo);
	if (both === undefined) {
		both = lasting(() => ({ right: shareOf(photo, 'right'), left: shareOf(photo, 'left') }));
		shares.set(photo, both);
	}
	return both[side];
}

function shareOf(photo: SkinPhoto, side: Side): Plane {
	const { width, height, pxPerMm: mm } = photo.grid;
	const [ax, ay] = photo.points[NOSE_ROOT]!;
	const [bx, by] = photo.points[CHIN]!;
	const length = Math.hypot(bx - ax, by - ay);
	// The subject's left lies to the right of the line from nose root to chin.
	const nx = (by - ay) / length;
	const ny = -(bx - ax) / length;
	const sign = side === 'left' ? 1 : -1;
	const result = plane(width, height);
	for (let j = 0; j < height; j++) {
		for (let i = 0; i < width; i++) {
			const across = ((i + 0.5 - ax) * nx + (j + 0.5 - ay) * ny) / mm;
			result.data[j * width + i] = Math.max(
				0,
				Math.min(1, 0.5 + (sign * across) / (2 * MIDLINE_HALF_MM))
			);
		}
	}
	return result;
}
