import { median, type Vec2 } from '../../geometry/index.ts';
import type { ClassMask, Face } from '../../face/index.ts';
import type { Treatment } from '../../treatment/index.ts';
import { inPicture, landmarkAt, type DrivenPoint } from './drive.ts';
import { along, axes, classAt, FACE_SKIN, isHair, isSkin, spaced } from './mask.ts';

/**
 * Handles of a treatment that moves the mask's contour, found in this photograph; null where the
 * contour does not show (or the treatment has none). Displacements are per slider unit.
 *
 * - Hairline: the forehead's upper outline from temple to temple is followed upwards along the face
 *   to where skin becomes hair; that contour and the hair 10 mm above it go down along the face,
 *   fading towards the temples.
 * - Ears: skin that stands out sideways beyond the face oval at the height of the ear; its outer
 *   contour goes towards the face. The oval is an anchor.
 * - Neck: from the chin backwards the lower edge of the skin, as long as it is not the neck; it turns
 *   about the chin by the slider's degrees, and the front of the neck below follows, fading.
 */
export function contourHandles(
	treatment: Treatment,
	face: Face,
	mask: ClassMask
): readonly DrivenPoint[] | null {
	switch (treatment.id) {
		case 'hairline_lowering':
			return hairline(face, mask);
		case 'ear_setback':
			return ears(face, mask);
		case 'neck_angle':
			return face.pose.view === 'frontal' ? null : submental(face, mask);
		default:
			return null;
	}
}

const FOREHEAD = [54, 103, 67, 109, 10, 338, 297, 332, 284] as const;
/** All distances of this file in mm. */
const SPACING = 4;
const STEP = 0.5;

function hairline(face: Face, mask: ClassMask): DrivenPoint[] | null {
	const { up, left } = axes(face);
	const stations = spaced(face, FOREHEAD, SPACING);
	const middle = landmarkAt(face, 10);
	const found = stations.map((station) => {
		const start = along(face, station, up, -6);
		if (classAt(mask, start) !== FACE_SKIN) return null;
		return edge(face, mask, start, up, 76, isHair, 4);
	});
	const central = found.filter((_, i) => centrality(i, stations.length) === 1);
	const seen = central.filter((distance) => distance !== null);
	if (seen.length < 0.6 * central.length) return null;

	const level = median(seen);
	return stations.flatMap((station, i) => {
		const distance = found[i] ?? null;
		const weight = centrality(i, stations.length);
		// A lone lock of hair or a bald patch is not the hairline.
		if (distance === null || weight === 0 || Math.abs(distance - level) > 20) return [];
		const contour = along(face, station, up, distance - 6);
		const right = rightShare(face, middle, left, contour);
		return [0, 10].map((above) =>
			driven(along(face, contour, up, above), [-weight * up[0], -weight * up[1]], right)
		);
	});
}

/** 1 over the middle 60 % of a row, falling smoothly to 0 at its ends. */
function centrality(index: number, count: number): number {
	const fromEnd = Math.min(index, count - 1 - index) / (0.2 * (count - 1));
	const t = Math.min(1, fromEnd);
	return t * t * (3 - 2 * t);
}

const EARS = [
	{ oval: [127, 234, 93], outward: -1, right: 1 },
	{ oval: [356, 454, 323], outward: 1, right: 0 }
] as const;
const EAR_WIDTH = [4, 33] as const;

function ears(face: Face, mask: ClassMask): DrivenPoint[] | null {
	const { left } = axes(face);
	const handles = EARS.flatMap(({ oval, outward, right }) => {
		const out: Vec2 = [outward * left[0], outward * left[1]];
		const found = spaced(face, oval, SPACING, 12).map((station) => {
			const start = along(face, station, out, 1);
			if (!isSkin(classAt(mask, start))) return null;
			const width = edge(face, mask, start, out, EAR_WIDTH[1], (c) => !isSkin(c), 2);
			return width !== null && width >= EAR_WIDTH[0] ? along(face, start, out, width) : null;
		});
		const ear = longestRun(found);
		if (ear.length < 4) return [];
		return ear.map((contour, i) => {
			const weight = Math.max(0.3, centrality(i, ear.length));
			return driven(contour, [-weight * out[0], -weight * out[1]], right);
		});
	});
	return handles.length > 0 ? handles : null;
}

const CHIN = 152;
const NECK_FADE = 30;

function submental(face: Face, mask: ClassMask): DrivenPoint[] | null {
	const { up, left } = axes(face);
	const forward = inPicture(face, [0, 0, 1]);
	const turn = Math.sign(forward[0] * left[0] + forward[1] * left[1]);
	const back: Vec2 = [-turn * left[0], -turn * left[1]];
	const down: Vec2 = [-up[0], -up[1]];
	const chin = landmarkAt(face, CHIN);

	const contour: Vec2[] = [];
	let depth: number | null = null;
	for (let distance = SPACING / 2; distance <= 60; distance += SPACING / 2) {
		const start = along(face, along(face, chin, up, 3), back, distance);
		if (!isSkin(classAt(mask, start))) break;
		const next = edge(face, mask, start, down, 40, (c) => !isSkin(c), 3);
		// The skin goes on downwards: this is the neck.
		if (next === null || (depth !== null && next > depth + 12)) break;
		contour.push(along(face, start, down, next));
		depth = next;
	}
	const corner = contour.at(-1);
	if (corner === undefined || contour.length < 5) return null;

	const perDegree = Math.PI / 180;
	const turned = contour.map((at) => {
		const [x, y] = [at[0] - chin[0], at[1] - chin[1]].map((px) => px / face.scale.pxPerMm) as [
			number,
			number
		];
		// The perpendicular that points upwards.
		const sign = Math.sign(y * up[0] - x * up[1]) || 1;
		return driven(at, [sign * perDegree * y, -sign * perDegree * x], 0.5);
	});
	const cornerMove = turned.at(-1)!.d;
	for (let below = SPACING; below < NECK_FADE; below += SPACING) {
		const inside = along(face, along(face, corner, down, below), back, 12);
		if (!isSkin(classAt(mask, inside))) break;
		const width = edge(face, mask, inside, [-back[0], -back[1]], 30, (c) => !isSkin(c), 3);
		if (width === null) break;
		const weight = (1 - below / NECK_FADE) ** 2;
		const at = along(face, inside, back, -width);
		turned.push(driven(at, [weight * cornerMove[0], weight * cornerMove[1]], 0.5));
	}
	return turned;
}

function driven(at: Vec2, d: Vec2, right: number): DrivenPoint {
	return { at, d, length: Math.hypot(...d), right };
}

/** Distance (mm) to where a stretch of `sought` begins that goes on for `lasting` mm, else null. */
function edge(
	face: Face,
	mask: ClassMask,
	from: Vec2,
	direction: Vec2,
	limit: number,
	sought: (found: number) => boolean,
	lasting: number
): number | null {
	let since: number | null = null;
	for (let distance = 0; distance <= limit + lasting; distance += STEP) {
		if (!sought(classAt(mask, along(face, from, direction, distance)))) since = null;
		else {
			since ??= distance;
			if (since > limit) return null;
			if (distance - since >= lasting) return since;
		}
	}
	return null;
}

function longestRun(found: readonly (Vec2 | null)[]): Vec2[] {
	let longest: Vec2[] = [];
	let run: Vec2[] = [];
	for (const point of found) {
		run = point === null ? [] : [...run, point];
		if (run.length > longest.length) longest = run;
	}
	return longest;
}

/** As in the catalogue: a smooth step over 8 mm to either side of the midline. */
function rightShare(face: Face, middle: Vec2, left: Vec2, at: Vec2): number {
	const mm = ((at[0] - middle[0]) * left[0] + (at[1] - middle[1]) * left[1]) / face.scale.pxPerMm;
	const t = Math.min(1, Math.max(0, (8 - mm) / 16));
	return t * t * (3 - 2 * t);
}
