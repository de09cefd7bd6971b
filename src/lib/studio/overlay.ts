import { LANDMARK_GROUPS, type Face, type Landmarks } from '../face/index.ts';
import type { Size, Vec2 } from '../geometry/index.ts';
import { treatment, TREATMENTS } from '../treatment/index.ts';
import type { Area, Plan } from '../treatment/index.ts';
import type { ViewTransform } from '../warp/index.ts';
import { landmarksOf } from './catalogue.svelte.ts';
import { treatmentIdsIn } from './plan.ts';
import { toStage } from './view.svelte.ts';

export type Glow = { readonly points: readonly Vec2[]; readonly radius: number };

/** From where a landmark is in the photograph, along its movement; stage pixels. */
export type Arrow = {
	readonly landmark: number;
	readonly from: Vec2;
	readonly to: Vec2;
	/** Written beside the longest arrow of each treatment; null elsewhere. */
	readonly mm: number | null;
};

const PARTS = ['FACE_OVAL', 'LIPS', 'NOSE', 'EYE', 'LID', 'BROW', 'IRIS'] as const;

/** The part of the face that a landmark is told by; `side` is the patient's. */
export type LandmarkPart = {
	readonly part: (typeof PARTS)[number];
	readonly side: 'left' | 'right' | null;
};

/** `at` on the stage, `inPicture` in picture pixels. */
export type LandmarkPoint = {
	readonly index: number;
	readonly at: Vec2;
	readonly inPicture: Vec2;
	readonly part: LandmarkPart | null;
};

const GLOW_MM = 7;
/** Movements of a millimetre or two are hard to see at their true length. */
const ARROW_STRETCH = 3;
const SHORTEST_MM = 0.2;
/** Arrows closer than this would hide each other and the face. */
const APART_MM = 6;

export function pointOf(landmarks: Landmarks, index: number): Vec2 {
	return [landmarks[index * 3] ?? 0, landmarks[index * 3 + 1] ?? 0];
}

/** Null for a landmark between the named parts. */
export function partOf(landmark: number): LandmarkPart | null {
	for (const [group, members] of Object.entries<readonly number[]>(LANDMARK_GROUPS)) {
		const part = PARTS.find((name) => group.includes(name));
		if (part === undefined || !members.includes(landmark)) continue;
		const side = group.startsWith('L_') ? 'left' : group.startsWith('R_') ? 'right' : null;
		return { part, side };
	}
	return null;
}

const PART_OF: readonly (LandmarkPart | null)[] = Array.from({ length: 478 }, (_, index) =>
	partOf(index)
);

export function landmarkPointsOf(
	face: Face,
	landmarks: Landmarks,
	transform: ViewTransform,
	picture: Size
): readonly LandmarkPoint[] {
	return visibleLandmarks(face).map((index) => {
		const inPicture = pointOf(landmarks, index);
		const at = toStage(transform, picture, inPicture);
		return { index, at, inPicture, part: PART_OF[index] ?? null };
	});
}

function visibleLandmarks({ visible }: Face): readonly number[] {
	return Array.from(visible, (seen, index) => (seen === 0 ? -1 : index)).filter(
		(index) => index >= 0
	);
}

export function glowOf(face: Face, area: Area, transform: ViewTransform, picture: Size): Glow {
	const landmarks = new Set(TREATMENTS.filter((entry) => entry.area === area).flatMap(landmarksOf));
	return {
		points: [...landmarks].map((index) =>
			toStage(transform, picture, pointOf(face.landmarks, index))
		),
		radius: GLOW_MM * face.scale.pxPerMm * transform.scale
	};
}

export function arrowsOf(
	face: Face,
	moved: Landmarks,
	plan: Plan,
	transform: ViewTransform,
	picture: Size
): readonly Arrow[] {
	const apart = APART_MM * face.scale.pxPerMm * transform.scale;
	const shown: Arrow[] = [];
	for (const id of treatmentIdsIn(plan)) {
		const candidates = landmarksOf(treatment(id))
			.filter((landmark) => face.visible[landmark] !== 0)
			.map((landmark) => arrowAt(face, moved, landmark, transform, picture))
			.filter(({ mm }) => mm >= SHORTEST_MM)
			.sort((one, other) => other.mm - one.mm);
		for (const [rank, arrow] of candidates.entries()) {
			if (shown.some(({ from }) => between(from, arrow.from) < apart)) continue;
			shown.push({ ...arrow, mm: rank === 0 ? arrow.mm : null });
		}
	}
	return shown;
}

function between(a: Vec2, b: Vec2): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function arrowAt(
	face: Face,
	moved: Landmarks,
	landmark: number,
	transform: ViewTransform,
	picture: Size
): Arrow & { readonly mm: number } {
	const from = pointOf(face.landmarks, landmark);
	const to = pointOf(moved, landmark);
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const end: Vec2 = [from[0] + ARROW_STRETCH * dx, from[1] + ARROW_STRETCH * dy];
	return {
		landmark,
		from: toStage(transform, picture, from),
		to: toStage(transform, picture, end),
		mm: Math.hypot(dx, dy) / face.scale.pxPerMm
	};
}
