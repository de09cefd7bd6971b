/**
 * What toxin does to a face that frowns, raises its brows or smiles: the muscle pulls less, so the skin
 * comes part of the way back to where the same patient's face has it at rest.
 */
import {
	displacement,
	expressionOf,
	LANDMARK_GROUPS,
	MIRROR,
	sightingError,
	type Expression,
	type Face
} from '../face/index.ts';
import type { Mm, Vec2 } from '../geometry/index.ts';
import { treatment, TREATMENTS } from './catalogue.ts';
import type { Coverings, Handle, Treatment, TreatmentId } from './types.ts';

/** Per treatment what it moves on one photograph; absent = nothing. */
export type Relaxation = Readonly<Partial<Record<TreatmentId, readonly Handle[]>>>;

export const NO_RELAXATION: Relaxation = {};

/**
 * Share of the way back at the end of the slider. Our own choice, within what was measured of frowns:
 * the brow's displacement (5.4 ± 1.4 mm, n = 16) fell by 85–90 % one and two weeks after 30 U, and by 67
 * and 50 % after 6 and 12 weeks (Proebstle 2014 J Drugs Dermatol 13:1067); compression of the glabella by
 * 71 % and its stretch by 54 % two weeks after 20 U (n = 14, Wilson 2015 Plast Reconstr Surg 135:869e, doi
 * 10.1097/PRS.0000000000001224). So a face is weakened and not frozen. For raised brows and smiles no
 * figure was found; they get the same.
 */
const SHARE = 0.6;

/** In sighting errors: a side whose skin moved by less on average did nothing that can be told. */
const TOLD_FROM = 2;

type Muscle = {
	/** What it makes a face do. */
	readonly makes: Exclude<Expression, 'neutral' | 'unknown'>;
	/** The treatment whose anchors are held still: it moves skin in the same place. */
	readonly heldAs: TreatmentId;
	readonly radiusMm: Mm;
	/** What it pulls: landmarks of the midline and of the right half; the left half mirrors it. */
	readonly pulls: readonly number[];
	/** Those of the right half by which it is told that it pulls. */
	readonly tells: readonly number[];
};

const BESIDE_EYE = [226, 35, 31, 228, 229, 143, 111, 117, 118, 116] as const;
const BESIDE_NOSE = [122, 188, 114, 174, 217, 196, 236, 198] as const;

/** Both brows with the skin above and below: frontalis raises it, corrugator and procerus draw it down and in. */
const BROWS = {
	heldAs: 'brow_lift',
	radiusMm: 22,
	pulls: [
		...LANDMARK_GROUPS.R_BROW_UPPER,
		...LANDMARK_GROUPS.R_BROW_LOWER,
		...LANDMARK_GROUPS.R_UPPER_LID_FOLD_2,
		...[68, 104, 69, 108, 193, 8, 9, 151]
	]
} as const;

/**
 * The eyes and their lids' edges stay, and so does the mouth: toxin beside the eye leaves the muscles of
 * the smile alone.
 */
const MUSCLES: Readonly<Partial<Record<TreatmentId, Muscle>>> = {
	lines_forehead: { makes: 'raised', ...BROWS, tells: LANDMARK_GROUPS.R_BROW_UPPER },
	/** The outer ends of the brows hardly move. */
	lines_glabella: { makes: 'frown', ...BROWS, tells: [107, 66, 55, 65] },
	/** The outer part of orbicularis oculi, with the cheek just below it. */
	lines_crows_feet: {
		makes: 'smile',
		heldAs: 'midface_lift',
		radiusMm: 20,
		pulls: BESIDE_EYE,
		tells: BESIDE_EYE
	},
	/** Nasalis, on the side of the nose. */
	lines_bunny: {
		makes: 'smile',
		heldAs: 'midface_lift',
		radiusMm: 14,
		pulls: BESIDE_NOSE,
		tells: BESIDE_NOSE
	}
};

/** What a treatment's muscle does on a face: nothing (`rest`), the lines (`made`), or neither (null). */
export function muscleOn(id: TreatmentId, expression: Expression): 'rest' | 'made' | null {
	const muscle = MUSCLES[id];
	if (muscle === undefined) return null;
	if (expression === 'neutral') return 'rest';
	return expression === muscle.makes ? 'made' : null;
}

/** The face can stand for the patient's at rest beside `face`: nothing is told of one held differently. */
export function isRestOf(face: Face, rest: Face): boolean {
	return expressionOf(rest) === 'neutral' && displacement(face, rest) !== null;
}

/**
 * What each treatment moves on `face`, whose expression its muscle makes, by how `rest` differs: another
 * photograph of the same person, for which `isRestOf` holds. Nothing on a side where the two differ by no
 * more than landmarks wander, and nothing on a face that makes none of these expressions.
 */
export function relaxationOf(face: Face, expression: Expression, rest: Face): Relaxation {
	const to = displacement(face, rest);
	if (to === null || !isRestOf(face, rest)) return NO_RELAXATION;
	const isSeen = (landmark: number) => face.visible[landmark] === 1 && rest.visible[landmark] === 1;
	const least = TOLD_FROM * sightingError(face);
	const moved = Object.entries(MUSCLES).flatMap(([id, muscle]) => {
		if (muscle?.makes !== expression) return [];
		const handles = handlesOf(muscle, isSeen, to, least);
		return handles.some(({ d }) => Math.hypot(...d) > 0) ? [[id, handles] as const] : [];
	});
	return Object.fromEntries(moved);
}

/** With what lies over the skin that relaxes, and bends with it: what does over the treatment that moves it elsewhere. */
export function coveringsRelaxed(relaxation: Relaxation, coverings: Coverings): Coverings {
	const over = Object.keys(relaxation).map((id) => {
		const { heldAs } = MUSCLES[id] ?? {};
		const found = heldAs === undefined ? [] : (coverings[heldAs] ?? []);
		return [id, [...new Set([...(coverings[id] ?? []), ...found])]] as const;
	});
	return { ...coverings, ...Object.fromEntries(over.filter(([, found]) => found.length > 0)) };
}

/** The catalogue with what relaxes filled in: per cent of the slider move as millimetres do. */
export function relaxedBy(relaxation: Relaxation): readonly Treatment[] {
	return TREATMENTS.map((entry) => {
		const [handles, muscle] = [relaxation[entry.id], MUSCLES[entry.id]];
		if (handles === undefined || muscle === undefined) return entry;
		const pulled = handles.map(({ landmark }) => landmark);
		const anchors = treatment(muscle.heldAs).anchors.filter((one) => !pulled.includes(one));
		return { ...entry, radiusMm: muscle.radiusMm, handles, anchors, primary: pulled };
	});
}

/** A side on which nothing is told is held where it is, so that the other does not carry it along. */
function handlesOf(
	{ pulls, tells }: Muscle,
	isSeen: (landmark: number) => boolean,
	to: (landmark: number) => Vec2,
	least: Mm
): readonly Handle[] {
	const beside = pulls.filter((landmark) => MIRROR[landmark] !== landmark);
	const middle = pulls.filter((landmark) => MIRROR[landmark] === landmark);
	const mirrored = (landmarks: readonly number[]) => landmarks.map((landmark) => MIRROR[landmark]!);
	const isTold = (landmarks: readonly number[]) => meanOf(landmarks.filter(isSeen).map(to)) > least;
	const [right, left] = [isTold(tells), isTold(mirrored(tells))];
	const parts = [
		{ landmarks: beside, share: 1, moves: right },
		{ landmarks: mirrored(beside), share: 0, moves: left },
		{ landmarks: middle, share: 0.5, moves: right || left }
	];
	return parts.flatMap(({ landmarks, share, moves }) =>
		landmarks.filter(isSeen).map((landmark): Handle => {
			const [x, y] = moves ? to(landmark) : [0, 0];
			return { landmark, d: [(SHARE * x) / 100, (SHARE * y) / 100, 0], right: share };
		})
	);
}

/** Length of the mean: what moves together counts, what wanders cancels. */
function meanOf(moves: readonly Vec2[]): Mm {
	const sum = (axis: 0 | 1) => moves.reduce((total, move) => total + move[axis], 0);
	return moves.length === 0 ? 0 : Math.hypot(sum(0), sum(1)) / moves.length;
}
