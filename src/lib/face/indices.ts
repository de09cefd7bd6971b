/**
 * The facial indices that a frontal or oblique photograph allows, as functions of landmarks in the
 * face frame. Definitions follow the clinical literature named with each; none of them is a target,
 * and none is a score. Indices of a contour (profile angles, hairline, ears) are not here.
 */
import { degrees, type Vec3 } from '../geometry/index.ts';
import { LEFT_PUPIL, RIGHT_PUPIL } from './scale.ts';
import { LANDMARK_GROUPS, MIRROR, SKIN_COUNT } from './topology.ts';

/** mm from the middle between the irises: x to the subject's left, y up, z forward. */
export type FacePoints = (landmark: number) => Vec3;

export type IndexId =
	| 'ipd'
	| 'icd'
	| 'lower_third_split'
	| 'fifth_middle'
	| 'fifth_eye'
	| 'fifth_outer'
	| 'bizygomatic'
	| 'bigonial'
	| 'jaw_ratio'
	| 'pfh'
	| 'mrd1'
	| 'mrd2'
	| 'canthal_tilt'
	| 'brow_height'
	| 'brow_peak'
	| 'nose_width_ratio'
	| 'lip_ratio'
	| 'upper_lip'
	| 'lower_lip'
	| 'philtrum'
	| 'mouth_width'
	| 'asymmetry';

export type FacialIndex = {
	readonly id: IndexId;
	readonly unit: 'mm' | 'deg' | 'ratio' | '%';
	/** Measured once per side: `of` is written for the right one. */
	readonly paired: boolean;
	/** Largest |yaw| at which it still means something. */
	readonly yawLimit: number;
	/** What must be at rest: the lips closed, or these blendshapes where they are known. */
	readonly lipsClosed: boolean;
	readonly atRest: readonly string[];
	readonly of: (at: FacePoints) => number;
};

const FRONTAL = 20;
/** Lengths on the midline keep their depth in an oblique view. */
const OBLIQUE = 60;
/** One degree of yaw shifts the tip of the nose by 0.7 mm. */
const SQUARE_ON = 10;

const BLINKS = ['eyeBlinkLeft', 'eyeBlinkRight'];
const BROWS = ['browInnerUp', 'browOuterUpLeft', 'browOuterUpRight'];
const SMILES = ['mouthSmileLeft', 'mouthSmileRight'];

/** Distance as seen from straight ahead. */
function distance(at: FacePoints, a: number, b: number): number {
	const [ax, ay] = at(a);
	const [bx, by] = at(b);
	return Math.hypot(ax - bx, ay - by);
}

function across(at: FacePoints, a: number, b: number): number {
	return Math.abs(at(a)[0] - at(b)[0]);
}

function above(at: FacePoints, upper: number, lower: number): number {
	return at(upper)[1] - at(lower)[1];
}

function bizygomatic(at: FacePoints): number {
	return distance(at, 116, 345);
}

function bigonial(at: FacePoints): number {
	return distance(at, 172, 397);
}

/** Share of the face's width between the cheekbones, %. */
function fifth(at: FacePoints, a: number, b: number): number {
	return (100 * across(at, a, b)) / across(at, 116, 345);
}

/**
 * Horizontal place of the highest point of the brow's upper edge: 0 at the inner, 1 at the outer
 * corner of the eye. Between its five landmarks the edge is the parabola through the highest of them
 * and its neighbours.
 */
function browPeak(at: FacePoints): number {
	const edge = LANDMARK_GROUPS.R_BROW_UPPER.map((landmark) => at(landmark));
	const highest = edge.reduce((best, [, y], k) => (y > edge[best]![1] ? k : best), 0);
	const peak = vertex(edge[highest - 1], edge[highest]!, edge[highest + 1]);
	return (at(133)[0] - peak) / (at(133)[0] - at(33)[0]);
}

/** x of the vertex of the parabola through three points of which the middle one is the highest. */
function vertex(before: Vec3 | undefined, [x, y]: Vec3, after: Vec3 | undefined): number {
	if (!before || !after) return x;
	const [a, b] = [x - before[0], x - after[0]];
	const [p, q] = [a * (y - after[1]), b * (y - before[1])];
	return p === q ? x : x - (a * p - b * q) / (2 * (p - q));
}

/** RMS distance of the skin's landmarks from their mirror images about the best mid-plane, mm. */
function asymmetry(at: FacePoints): number {
	const pairs = Array.from({ length: SKIN_COUNT }, (_, landmark) => {
		const [x, y] = at(landmark);
		const [mx, my] = at(MIRROR[landmark]!);
		return { x, y, mx: -mx, my };
	});
	const mean = (value: (pair: (typeof pairs)[number]) => number) =>
		pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
	const [cx, cy, cmx, cmy] = [
		mean(({ x }) => x),
		mean(({ y }) => y),
		mean(({ mx }) => mx),
		mean(({ my }) => my)
	];
	// Ordinary Procrustes in the plane: the turn that brings the mirror image nearest.
	const dot = mean(({ x, y, mx, my }) => (x - cx) * (mx - cmx) + (y - cy) * (my - cmy));
	const cross = mean(({ x, y, mx, my }) => (y - cy) * (mx - cmx) - (x - cx) * (my - cmy));
	const [c, s] = [dot / Math.hypot(dot, cross), cross / Math.hypot(dot, cross)];
	const square = mean(({ x, y, mx, my }) => {
		const [tx, ty] = [c * (mx - cmx) - s * (my - cmy), s * (mx - cmx) + c * (my - cmy)];
		return (x - cx - tx) ** 2 + (y - cy - ty) ** 2;
	});
	return Math.sqrt(square);
}

type Definition = Pick<FacialIndex, 'id' | 'of'> & Partial<FacialIndex>;

function index(definition: Definition): FacialIndex {
	return {
		unit: 'mm',
		paired: false,
		yawLimit: FRONTAL,
		lipsClosed: false,
		atRest: [],
		...definition
	};
}

export const INDICES: readonly FacialIndex[] = [
	index({ id: 'ipd', of: (at) => distance(at, RIGHT_PUPIL, LEFT_PUPIL) }),
	index({ id: 'icd', of: (at) => distance(at, 133, 362) }),
	index({
		id: 'lower_third_split',
		unit: 'ratio',
		yawLimit: OBLIQUE,
		lipsClosed: true,
		of: (at) => distance(at, 2, 13) / distance(at, 14, 152)
	}),
	index({ id: 'fifth_middle', unit: '%', of: (at) => fifth(at, 133, 362) }),
	index({ id: 'fifth_eye', unit: '%', paired: true, of: (at) => fifth(at, 33, 133) }),
	index({ id: 'fifth_outer', unit: '%', paired: true, of: (at) => fifth(at, 116, 33) }),
	index({ id: 'bizygomatic', of: bizygomatic }),
	index({ id: 'bigonial', of: bigonial }),
	index({ id: 'jaw_ratio', unit: 'ratio', of: (at) => bigonial(at) / bizygomatic(at) }),
	index({ id: 'pfh', paired: true, atRest: BLINKS, of: (at) => distance(at, 159, 145) }),
	index({ id: 'mrd1', paired: true, atRest: BLINKS, of: (at) => above(at, 159, RIGHT_PUPIL) }),
	index({ id: 'mrd2', paired: true, atRest: BLINKS, of: (at) => above(at, RIGHT_PUPIL, 145) }),
	index({
		id: 'canthal_tilt',
		unit: 'deg',
		paired: true,
		of: (at) => degrees(Math.atan2(above(at, 33, 133), across(at, 33, 133)))
	}),
	index({
		id: 'brow_height',
		paired: true,
		atRest: BROWS,
		of: (at) => above(at, 105, RIGHT_PUPIL)
	}),
	index({ id: 'brow_peak', unit: 'ratio', paired: true, atRest: BROWS, of: browPeak }),
	index({
		id: 'nose_width_ratio',
		unit: 'ratio',
		atRest: SMILES,
		of: (at) => distance(at, 129, 358) / distance(at, 133, 362)
	}),
	index({
		id: 'lip_ratio',
		unit: 'ratio',
		yawLimit: OBLIQUE,
		lipsClosed: true,
		atRest: SMILES,
		of: (at) => distance(at, 0, 13) / distance(at, 14, 17)
	}),
	index({
		id: 'upper_lip',
		yawLimit: OBLIQUE,
		lipsClosed: true,
		atRest: SMILES,
		of: (at) => distance(at, 0, 13)
	}),
	index({
		id: 'lower_lip',
		yawLimit: OBLIQUE,
		lipsClosed: true,
		atRest: SMILES,
		of: (at) => distance(at, 14, 17)
	}),
	index({
		id: 'philtrum',
		yawLimit: OBLIQUE,
		atRest: SMILES,
		of: (at) => distance(at, 2, 0)
	}),
	index({ id: 'mouth_width', atRest: SMILES, of: (at) => distance(at, 61, 291) }),
	index({ id: 'asymmetry', yawLimit: SQUARE_ON, of: asymmetry })
];
