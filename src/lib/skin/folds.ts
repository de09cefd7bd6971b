import { pixelsAround, type Rect, type Vec2 } from '../geometry/index.ts';
import {
	cut,
	difference,
	dilate,
	gaussian,
	normalised,
	plane,
	product,
	resize,
	scaled,
	scratched,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { coloured, coursesOf, creaseProfile, uncreased } from './crease.ts';
import { angleOf, lineResponse, ORIENTATIONS, type LineBank } from './line-bank.ts';
import { partOf, type Part } from './line-part.ts';
import { ontoGrid, type FoldLine } from './marks.ts';
import { FIXED, FREE, membrane, OUTSIDE } from './membrane.ts';
import { NO_LAYER, partOf as photoWithin } from './part.ts';
import { mirrored } from './prepare.ts';
import { sideShare } from './regions.ts';
import { perChannel } from './rgb.ts';
import { resampled, snapped, tangentsOf } from './snap.ts';
import type { FoldId, Layer, Rgb, Side, SkinPhoto } from './types.ts';

type Fold = {
	/** Landmarks along the right side's fold, or along the whole where it crosses the midline. */
	readonly line: readonly number[];
	readonly bilateral: boolean;
	readonly halfMm: number;
	/** How far across its landmarks the fold may lie, mm: towards `awayFrom`, and away from it. */
	readonly search: readonly [number, number];
	readonly awayFrom: Readonly<Record<Side, number>>;
	/** Has it a crease of its own, or is it a shadow only? */
	readonly creased: boolean;
};

const MOUTH = { right: 13, left: 13 } as const;
const IRIS = { right: 468, left: 473 } as const;

/** regions.json of the prototype; the crease under the lip and the hollow beside the chin alike. */
const FOLDS: Readonly<Record<FoldId, Fold>> = {
	nasolabial: {
		line: [129, 203, 206, 216, 212],
		bilateral: true,
		halfMm: 9,
		search: [-3, 7],
		awayFrom: MOUTH,
		creased: true
	},
	marionette: {
		line: [57, 202, 211],
		bilateral: true,
		halfMm: 7,
		search: [-2, 3],
		awayFrom: MOUTH,
		creased: true
	},
	tear_trough: {
		line: [245, 128, 121, 120, 119],
		bilateral: true,
		halfMm: 6,
		search: [-2, 5],
		awayFrom: IRIS,
		creased: false
	},
	labiomental: {
		line: [182, 83, 18, 313, 406],
		bilateral: false,
		halfMm: 6,
		search: [-1, 6],
		awayFrom: MOUTH,
		creased: true
	},
	prejowl: {
		line: [211, 170, 149],
		bilateral: true,
		halfMm: 8,
		search: [-4, 4],
		awayFrom: MOUTH,
		creased: false
	}
};

/** Share of a fold that is filled: it stays a fold. */
const CAP = 0.75;
const MEMBRANE_PX_PER_MM = 2;
const RING_MM = 1.2;
const SMOOTH_MM = 1.2;
/** A gain saturates towards this. */
const MEMBRANE_MOST = 0.45;
/** Of what is lighter than the membrane this share is lowered. */
const LIT_SHARE = 0.35;
const CREASE_COURSE = [25, 50] as const;
const CREASE_REACH_MM = [3, 5] as const;
const CREASE = [0.03, 0.1] as const;
const CREASE_TOO_DARK = [0.7, 1] as const;
const CREASE_BASE_MM = 3.5;
const CREASE_SHARE = 0.75;
/** Share of the crease that the membrane, blurred as it is, has filled already. */
const FILLED_SHARE = 0.8;
const COLOURING = {
	fullAt: 0.05,
	creasedAt: 0.04,
	baseMm: 4,
	windowMm: 3,
	least: 0.4,
	most: 2
};

export const FOLD_IDS = Object.keys(FOLDS) as readonly FoldId[];

type FoundFold = {
	readonly layer: Layer;
	/** Where the fold runs, grid px. */
	readonly line: readonly Vec2[];
};

/**
 * What fills a fold (skin.md §3b): a membrane over its shadow, its crease, and their colour. `line`
 * (grid px, two points or more) is where a person has put the fold; without it the fold is looked for
 * near its landmarks. A fold across the midline is filled on one side by that side's share.
 */
export function foldLayer(
	photo: SkinPhoto,
	bank: LineBank,
	id: FoldId,
	side: Side,
	line?: readonly Vec2[]
): FoundFold {
	return scratched(() => found(photo, bank, id, side, line));
}

function found(
	photo: SkinPhoto,
	bank: LineBank,
	id: FoldId,
	side: Side,
	line: readonly Vec2[] | undefined
): FoundFold {
	const fold = FOLDS[id];
	const landmarks = landmarksAlong(id, side).map((k) => photo.points[k]!);
	const rect = bandAround([...landmarks, ...(line ?? [])], fold, photo);
	if (rect === null) {
		return { layer: NO_LAYER, line: line ?? resampled(landmarks) };
	}
	const moved = (points: readonly Vec2[], by: number): Vec2[] =>
		points.map(([x, y]): Vec2 => [x + by * rect.x, y + by * rect.y]);
	const part = partOf(photo, bank, rect, photo.masks);
	const [awayFrom] = moved([photo.points[fold.awayFrom[side]]!], -1);
	const course =
		line === undefined
			? snapped(moved(landmarks, -1), { ...part, relief: reliefOf(part) }, fold.search, awayFrom!)
			: resampled(moved(line, -1));
	const gain = fillOf(part, fold, course);
	const share = fold.bilateral ? null : cut(sideShare(photo, side), rect);
	const sided = share === null ? gain : perChannel((c) => product(gain[c], share));
	return { layer: { rect, gain: sided }, line: moved(course, 1) };
}

/** From above to below. */
export function landmarksAlong(id: FoldId, side: Side): readonly number[] {
	const { line, bilateral } = FOLDS[id];
	return bilateral && side === 'left' ? mirrored(line) : line;
}

/** `foldLayer` of a fold that a person has drawn, from that part of the photograph alone. */
export function drawnFold(photo: SkinPhoto, { fold, side, line }: FoldLine): Layer {
	const { grid } = photo;
	const marginMm = FOLDS[fold].halfMm + Math.max(...FOLDS[fold].search) + DRAWN_MARGIN_MM;
	const around = pixelsAround(ontoGrid(line, grid), marginMm * grid.pxPerMm, grid);
	if (around === null) return NO_LAYER;
	return scratched(() => {
		const part = photoWithin(photo, around);
		const drawn = ontoGrid(line, part.grid);
		const { rect, gain } = foldLayer(part, lineResponse(part), fold, side, drawn).layer;
		return { rect: { ...rect, x: rect.x + around.x, y: rect.y + around.y }, gain };
	});
}

/** Beyond the band: where the blurs of its base still reach. */
const SURROUNDINGS_MM = 5;
/** Beyond the band of a drawn fold: its surroundings, and where their lines are filtered. */
const DRAWN_MARGIN_MM = SURROUNDINGS_MM + 4;
/** Less of a fold's surroundings says nothing, samples. */
const LEAST_SIDE = 8;

function bandAround(points: readonly Vec2[], fold: Fold, { grid }: SkinPhoto): Rect | null {
	const margin = (fold.halfMm + Math.max(...fold.search) + SURROUNDINGS_MM) * grid.pxPerMm;
	const rect = pixelsAround(points, margin, grid);
	return rect === null || rect.width < LEAST_SIDE || rect.height < LEAST_SIDE ? null : rect;
}

function reliefOf({ logY, skin, mm }: Part): Plane {
	const weights = scaled(skin, 1, 1e-3);
	return difference(normalised(logY, weights, 0.8 * mm), normalised(logY, weights, 6 * mm));
}

function fillOf(part: Part, fold: Fold, line: readonly Vec2[]): Rgb {
	const { mm, feather } = part;
	const { width, height } = feather;
	const away = distancesTo(line, width, height, mm, fold.halfMm + RING_MM + BESIDE_RING_MM);
	const distance = away.distance.data;
	const band = plane(width, height);
	for (let at = 0; at < distance.length; at++) {
		band.data[at] = feather.data[at]! * (1 - smoothstep(0.7, 1.05, distance[at]! / fold.halfMm));
	}
	const filled = scaled(product(shadowOf(part, away.distance, fold.halfMm), band), CAP);
	if (fold.creased) addCrease(filled, creaseOf(part, product(band, feather), away, line), part);
	return coloured(filled, { ...part, logY: part.filled }, mm, COLOURING);
}

/** Adds what a membrane, blurred as it is, has not filled of a crease. */
function addCrease(filled: Plane, crease: Plane, { feather, mm }: Part): void {
	const dark = plane(crease.width, crease.height);
	for (let at = 0; at < dark.data.length; at++) dark.data[at] = Math.max(0, crease.data[at]!);
	const blurred = gaussian(dark, SMOOTH_MM * mm);
	for (let at = 0; at < dark.data.length; at++) {
		const known = FILLED_SHARE * blurred.data[at]! * feather.data[at]!;
		filled.data[at] = filled.data[at]! + Math.max(crease.data[at]! - known, -0.05);
	}
}

/** How far the skin lies below a membrane over the band, log luminance. */
function shadowOf({ logY, skin, mm }: Part, distance: Plane, halfMm: number): Plane {
	const { width, height } = logY;
	const scale = MEMBRANE_PX_PER_MM / mm;
	const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
	const small = (source: Plane): Plane => resize(source, w, h);
	const low = small(normalised(logY, scaled(skin, 1, 1e-4), SMOOTH_MM * mm));
	const away = small(distance);
	const open = small(skin);
	const role = new Uint8Array(w * h);
	for (let at = 0; at < role.length; at++) {
		if (open.data[at]! <= 0.6 || away.data[at]! >= halfMm + RING_MM) role[at] = OUTSIDE;
		else role[at] = away.data[at]! < halfMm ? FREE : FIXED;
	}
	const above = difference(membrane(low, role), low);
	const smooth = gaussian(above, 0.6 * MEMBRANE_PX_PER_MM);
	for (let at = 0; at < role.length; at++) {
		const kept = (smooth.data[at]! > 0 ? 1 : LIT_SHARE) * smooth.data[at]!;
		smooth.data[at] = MEMBRANE_MOST * Math.tanh(kept / MEMBRANE_MOST);
	}
	return resize(smooth, width, height);
}

/** The crease itself: lines along the fold, near it. */
function creaseOf(part: Part, band: Plane, away: Away, line: readonly Vec2[]): Plane {
	const { mm, filled, skin } = part;
	const { width, height } = band;
	const near = plane(width, height);
	for (let at = 0; at < near.data.length; at++) {
		const reach = 1 - smoothstep(CREASE_REACH_MM[0], CREASE_REACH_MM[1], away.distance.data[at]!);
		near.data[at] = band.data[at]! * reach;
	}
	const along = tangentsOf(line).map(orientationsAlong);
	const courses = coursesOf(part.responses, (at) =>
		near.data[at]! <= 0 ? null : along[away.nearest[at]!]!
	);
	const mask = plane(width, height);
	for (let at = 0; at < mask.data.length; at++) {
		const strength = courses.strength.data[at]!;
		mask.data[at] =
			smoothstep(CREASE[0], CREASE[1], strength) *
			(1 - smoothstep(CREASE_TOO_DARK[0], CREASE_TOO_DARK[1], strength));
	}
	const base = normalised(filled, uncreased(skin, dilate(mask, 0.5 * mm)), CREASE_BASE_MM * mm);
	const reach = gaussian(dilate(mask, 0.35 * mm), 0.4 * mm);
	const profile = creaseProfile(filled, courses, reach, mm);
	const crease = plane(width, height);
	for (let at = 0; at < crease.data.length; at++) {
		if (near.data[at]! <= 0) continue;
		const depth = base.data[at]! - profile.data[at]!;
		const kept = depth > 0 ? depth : 0.4 * depth;
		const share = near.data[at]! * Math.min(1, reach.data[at]!);
		crease.data[at] = CREASE_SHARE * Math.max(-0.1, Math.min(0.6, share * kept));
	}
	return crease;
}

/** Weight of each orientation by how far it is off a fold's direction. */
function orientationsAlong([x, y]: Vec2): Float32Array {
	const angle = Math.atan2(y, x);
	return Float32Array.from({ length: ORIENTATIONS }, (_, k) => {
		const off = Math.acos(Math.min(1, Math.abs(Math.cos(angleOf(k) - angle))));
		return 1 - smoothstep(CREASE_COURSE[0], CREASE_COURSE[1], (off * 180) / Math.PI);
	});
}

/** How far samples lie from a polyline. */
type Away = {
	/** mm; `mostMm` is written for all that is farther. */
	readonly distance: Plane;
	/** The point of the polyline next to the sample. */
	readonly nearest: Uint8Array;
};

/** Beyond the membrane's ring a distance is still looked at when it is resized. */
const BESIDE_RING_MM = 1;

function distancesTo(
	line: readonly Vec2[],
	width: number,
	height: number,
	mm: number,
	mostMm: number
): Away {
	const most = mostMm * mm;
	const squares = new Float64Array(width * height).fill(most * most);
	const nearest = new Uint8Array(width * height);
	for (let k = 0; k + 1 < line.length; k++) {
		const [[ax, ay], [bx, by]] = [line[k]!, line[k + 1]!];
		const [dx, dy] = [bx - ax, by - ay];
		const per = 1 / (dx * dx + dy * dy + 1e-9);
		const around = pixelsAround([line[k]!, line[k + 1]!], most, { width, height });
		if (around === null) continue;
		for (let j = around.y; j < around.y + around.height; j++) {
			const py = j + 0.5 - ay;
			for (let i = around.x; i < around.x + around.width; i++) {
				const px = i + 0.5 - ax;
				const along = (px * dx + py * dy) * per;
				const t = along < 0 ? 0 : along > 1 ? 1 : along;
				const x = px - t * dx;
				const y = py - t * dy;
				const square = x * x + y * y;
				const at = j * width + i;
				if (square >= squares[at]!) continue;
				squares[at] = square;
				nearest[at] = t < 0.5 ? k : k + 1;
			}
		}
	}
	const distance = plane(width, height);
	for (let at = 0; at < squares.length; at++) distance.data[at] = Math.sqrt(squares[at]!) / mm;
	return { distance, nearest };
}
