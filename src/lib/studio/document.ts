import { IRIS_DIAMETER, turnedLandmarks, type Landmarks, type ScaleInput } from '../face/index.ts';
import { quarterTurns, turnedPoint, type QuarterTurns, type Size } from '../geometry/index.ts';
import type { SkinMarks } from '../skin/index.ts';
import { planIsZero, type Plan, type TreatmentId } from '../treatment/index.ts';

export const VARIANTS = ['A', 'B', 'C'] as const;
type VariantId = (typeof VARIANTS)[number];
/** Which plan is on show; `none` is the photograph itself. */
export type ShownVariant = VariantId | 'none';

/** What the engine's face is made from, beside the photograph. */
export type FaceParts = {
	/** Since the photograph was opened. */
	readonly quarterTurns: QuarterTurns;
	/** Corrected by hand, in the picture so turned; null = as found. */
	readonly landmarks: Landmarks | null;
	readonly scale: ScaleInput;
};

/** Everything of one photograph that the person can change and take back. Immutable. */
export type StudioDocument = FaceParts & {
	readonly variants: Readonly<Record<VariantId, Plan>>;
	readonly shown: ShownVariant;
	/** Treatments whose left and right sides move apart. */
	readonly unlinked: readonly TreatmentId[];
	/** Of the photograph's skin, whichever variant is shown; in the picture so turned. */
	readonly marks: SkinMarks;
};

export const DEFAULT_SCALE: ScaleInput = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

export const NO_MARKS: SkinMarks = { strokes: [], folds: [] };

const NO_PLAN: Plan = {};

export function newDocument(): StudioDocument {
	return {
		variants: { A: NO_PLAN, B: NO_PLAN, C: NO_PLAN },
		shown: 'A',
		unlinked: [],
		marks: NO_MARKS,
		quarterTurns: 0,
		landmarks: null,
		scale: DEFAULT_SCALE
	};
}

export function planOf(document: StudioDocument): Plan {
	return document.shown === 'none' ? NO_PLAN : document.variants[document.shown];
}

/** Any variant would change the picture. */
export function showsAnything({ variants }: StudioDocument): boolean {
	return VARIANTS.some((variant) => !planIsZero(variants[variant]));
}

/** Gives one of these treatments a value that it did not have; taking one back is none. */
export function setsAny(
	before: StudioDocument,
	after: StudioDocument,
	isOne: (id: TreatmentId) => boolean
): boolean {
	return VARIANTS.some((variant) => {
		const [from, to] = [before.variants[variant], after.variants[variant]];
		return Object.entries(to).some(([id, values]) => {
			if (values === undefined || planIsZero({ [id]: values }) || !isOne(id)) return false;
			return values.left !== from[id]?.left || values.right !== from[id].right;
		});
	});
}

/** With the shown variant's plan replaced; unchanged while `none` is shown. */
export function withPlan(document: StudioDocument, plan: Plan): StudioDocument {
	if (document.shown === 'none') return document;
	return { ...document, variants: { ...document.variants, [document.shown]: plan } };
}

/** With the picture turned further; `picture` is its size as the document has it. */
export function withTurns(
	document: StudioDocument,
	turns: QuarterTurns,
	picture: Size
): StudioDocument {
	const { landmarks, marks } = document;
	return {
		...document,
		quarterTurns: quarterTurns(document.quarterTurns + turns),
		landmarks: landmarks === null ? null : turnedLandmarks(landmarks, picture, turns),
		marks: turnedMarks(marks, picture, turns)
	};
}

function turnedMarks({ strokes, folds }: SkinMarks, picture: Size, turns: QuarterTurns): SkinMarks {
	return {
		strokes: strokes.map((stroke) => ({
			...stroke,
			points: stroke.points.map((point) => turnedPoint(point, picture, turns))
		})),
		folds: folds.map((fold) => ({
			...fold,
			line: fold.line.map((point) => turnedPoint(point, picture, turns))
		}))
	};
}
