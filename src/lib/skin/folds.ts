import { pixelsAround, type Rect, type Vec2 } from '../geometry/index.ts';
import {
	cut,
	dilate,
	gaussian,
	map,
	normalised,
	plane,
	resize,
	smoothstep,
	type Plane
} from '../raster/index.ts';
import { coloured, coursesOf, creaseProfile, uncreased } from './crease.ts';
import { angleOf, lineResponse, ORIENTATIONS, type LineBank } from './line-bank.ts';
import { partOf, type Part } from './line-part.ts';
import { ontoGrid, type FoldLine } from './marks.ts';
import { membrane } from './membrane.ts';
import { laidOn, onPart } from './part.ts';
import { mirrored } from './prepare.ts';
import { sideShare } from './regions.ts';
import { noGain, perChannel } from './rgb.ts';
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

export type FoldLayer = Layer & {
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
): FoldLayer {
	const fold = FOLDS[id];
	const landmarks = landmarksAlong(id, side).map((k) => photo.points[k]!);
	const rect = bandAround([...landmarks, ...(line ?? [])], fold, photo);
	if (rect === null) {
		return { family: 'relief', gain: noGain(photo.grid), line: line ?? resampled(landmarks) };
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
	const sided = share === null ? gain : perChannel((c) => map(gain[c], share, (g, s) => g * s));
	const whole = laidOn(photo.grid, rect, sided);
	return { family: 'relief', gain: whole, line: moved(course, 1) };
}

/** From above to below. */
export function landmarksAlong(id: FoldId, side: Side): readonly number[] {
	const { line, bilateral } = FOLDS[id];
	return bilateral && side === 'left' ? mirrored(line) : line;
}

/** `foldLayer` of a fold that a person has drawn, from that part of the photograph alone. */
export function drawnFold(photo: SkinPhoto, { fold, side, line }: FoldLine): Rgb {
	const margin = FOLDS[fold].halfMm + Math.max(...FOLDS[fold].search) + DRAWN_MARGIN_MM;
	return onPart(photo, ontoGrid(line, photo.grid), margin, (part) => {
		return foldLayer(part, lineResponse(part), fold, side, ontoGrid(line, part.grid)).gain;
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
	const near = normalised(
		logY,
		map(skin, (s) => s + 1e-3),
		0.8 * mm
	);
	const far = normalised(
		logY,
		map(skin, (s) => s + 1e-3),
		6 * mm
	);
	return map(near, far, (a, b) => a - b);
}

function fillOf(part: Part, fold: Fold, line: readonly Vec2[]): Rgb {
	const { mm, feather } = part;
	const { width, height } = feather;
	const { distance, angle } = nearestOn(line, width, height, mm);
	const band = map(distance, feather, (d, s) => s * (1 - smoothstep(0.7, 1.05, d / fold.halfMm)));
	const shadow = shadowOf(part, distance, fold.halfMm);
	const filled = map(shadow, band, (o, w) => CAP * o * w);
	if (!fold.creased) return coloured(filled, { ...part, logY: part.filled }, mm, COLOURING);
	const crease = creaseOf(
		part,
		map(band, feather, (w, s) => w * s),
		distance,
		angle
	);
	const blurred = gaussian(
		map(crease, (c) => Math.max(0, c)),
		SMOOTH_MM * mm
	);
	const known = map(blurred, feather, (c, s) => c * s);
	const total = map(filled, crease, known, (m, c, k) => m + Math.max(c - FILLED_SHARE * k, -0.05));
	return coloured(total, { ...part, logY: part.filled }, mm, COLOURING);
}

/** How far the skin lies below a membrane over the band, log luminance. */
function shadowOf({ logY, skin, mm }: Part, distance: Plane, halfMm: number): Plane {
	const { width, height } = logY;
	const scale = MEMBRANE_PX_PER_MM / mm;
	const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
	const small = (source: Plane): Plane => resize(source, w, h);
	const low = small(
		normalised(
			logY,
			map(skin, (s) => s + 1e-4),
			SMOOTH_MM * mm
		)
	);
	const away = small(distance);
	const domain = map(small(skin), away, (s, d) => (s > 0.6 && d < halfMm + RING_MM ? 1 : 0));
	const fixed = map(domain, away, (is, d) => (is === 1 && d >= halfMm ? 1 : 0));
	const above = map(membrane(low, domain, fixed), low, domain, (m, l, is) => (m - l) * is);
	const smooth = gaussian(above, 0.6 * MEMBRANE_PX_PER_MM);
	const bounded = map(smooth, (o) => {
		const kept = o > 0 ? o : LIT_SHARE * o;
		return MEMBRANE_MOST * Math.tanh(kept / MEMBRANE_MOST);
	});
	return resize(bounded, width, height);
}

/** The crease itself: lines along the fold, near it. */
function creaseOf(part: Part, band: Plane, distance: Plane, angle: Float32Array): Plane {
	const { mm, filled, skin } = part;
	const near = map(band, distance, (w, d) => w * (1 - smoothstep(...CREASE_REACH_MM, d)));
	const weights = new Float32Array(ORIENTATIONS);
	const courses = coursesOf(part.responses, (at) => {
		if (near.data[at]! <= 0) return null;
		for (let k = 0; k < ORIENTATIONS; k++) {
			const off = Math.acos(Math.min(1, Math.abs(Math.cos(angleOf(k) - angle[at]!))));
			weights[k] = 1 - smoothstep(...CREASE_COURSE, (off * 180) / Math.PI);
		}
		return weights;
	});
	const mask = map(
		courses.strength,
		(t) => smoothstep(...CREASE, t) * (1 - smoothstep(...CREASE_TOO_DARK, t))
	);
	const base = normalised(filled, uncreased(skin, dilate(mask, 0.5 * mm)), CREASE_BASE_MM * mm);
	const reach = gaussian(dilate(mask, 0.35 * mm), 0.4 * mm);
	const profile = creaseProfile(filled, courses, reach, mm);
	const depth = map(base, profile, (b, a) => (b > a ? b - a : 0.4 * (b - a)));
	return map(near, reach, depth, (w, m, q) =>
		w > 0 ? CREASE_SHARE * Math.max(-0.1, Math.min(0.6, w * Math.min(1, m) * q)) : 0
	);
}

/** Per sample the distance to the polyline in mm, and the direction of its nearest stretch. */
function nearestOn(
	line: readonly Vec2[],
	width: number,
	height: number,
	mm: number
): { readonly distance: Plane; readonly angle: Float32Array } {
	const distance = plane(width, height);
	const angle = new Float32Array(width * height);
	const angles = tangentsOf(line).map(([x, y]) => Math.atan2(y, x));
	const count = line.length - 1;
	// x, y, its vector and one over the vector's square, per stretch.
	const stretches = new Float64Array(5 * count);
	for (let k = 0; k < count; k++) {
		const [[ax, ay], [bx, by]] = [line[k]!, line[k + 1]!];
		const [dx, dy] = [bx - ax, by - ay];
		stretches.set([ax, ay, dx, dy, 1 / (dx * dx + dy * dy + 1e-9)], 5 * k);
	}
	for (let j = 0, at = 0; j < height; j++) {
		for (let i = 0; i < width; i++, at++) {
			let least = Infinity;
			let nearest = 0;
			for (let k = 0; k < count; k++) {
				const px = i + 0.5 - stretches[5 * k]!;
				const py = j + 0.5 - stretches[5 * k + 1]!;
				const dx = stretches[5 * k + 2]!;
				const dy = stretches[5 * k + 3]!;
				const along = (px * dx + py * dy) * stretches[5 * k + 4]!;
				const t = along < 0 ? 0 : along > 1 ? 1 : along;
				const x = px - t * dx;
				const y = py - t * dy;
				const square = x * x + y * y;
				if (square >= least) continue;
				least = square;
				nearest = t < 0.5 ? k : k + 1;
			}
			distance.data[at] = Math.sqrt(least) / mm;
			angle[at] = angles[nearest]!;
		}
	}
	return { distance, angle };
}
