/** One photograph through the built app: its two pictures, and what was measured on them. */
import { access, constants, stat } from 'node:fs/promises';
import type { Face, FaceObservation, Landmarks, Quality, View } from '../../src/lib/face/index.ts';
import type { ErrorCode } from '../../src/lib/errors.ts';
import {
	treatment,
	visibilityIn,
	type Plan,
	type SideValues,
	type TreatmentId
} from '../../src/lib/treatment/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import type { RendererKind, ScaledBack } from '../../src/lib/warp/index.ts';
import type { LabPhoto, LabShown } from '../../src/routes/lab/lab-api.ts';
import type { Lab } from '../support/lab.ts';
import {
	askedPoints,
	isMeasurable,
	nominalOf,
	shareByRedetection,
	shareByTracking
} from '../support/measure.ts';
import { luma, pyramidOf, type Pyramid } from '../support/optical-flow.ts';
import { changeAwayFrom, clearOf } from '../support/pixels.ts';
import type { ViewChoice } from './arguments.ts';
import { colouring, compared, skinFigures, type SkinFigures } from './skin.ts';

const DISPLAY = { width: 1600, height: 1200 };

/** In the slider's unit; null where the view does not show it or it could not be measured. */
type Movement = {
	/** Of two sides set apart the one that is further from zero; the other figures compare with it. */
	readonly nominalMm: number;
	readonly fieldMm: number | null;
	readonly trackedMm: number | null;
	readonly redetectedMm: number | null;
};

/** 478 × [x, y, z] px. */
type Points = readonly (readonly number[])[];

/** NAME.json */
export type Evaluation = {
	readonly detected: boolean;
	/** Why the photograph could not be read. */
	readonly error: ErrorCode | null;
	readonly modelId: string;
	readonly landmarks: Points | null;
	readonly landmarksAfter: Points | null;
	readonly mmPerPx: number | null;
	readonly pose: {
		/** 4×4 row-major. */
		readonly matrix: readonly number[];
		/** Degrees. */
		readonly yaw: number;
		readonly pitch: number;
		readonly roll: number;
	} | null;
	readonly view: View | null;
	readonly quality: readonly Quality[];
	readonly minJacobian: number | null;
	readonly minJacobianAsked: number | null;
	readonly scaledBack: readonly ScaledBack[];
	/** 0–255; null without a person mask. */
	readonly maxBackgroundChange: number | null;
	readonly treatments: Readonly<Record<TreatmentId, Movement>>;
	/** Of the plan's treatments that only colour, together; null without any, or without segmentation. */
	readonly skin: SkinFigures | null;
	readonly timingsMs: Readonly<Record<string, number>>;
	readonly renderer: RendererKind | null;
};

export type Evaluated = {
	readonly evaluation: Evaluation;
	readonly before: Uint8Array | null;
	readonly after: Uint8Array | null;
};

export type Question = {
	readonly plan: Plan;
	readonly view: ViewChoice;
	readonly modelId: string;
};

/** What is written of a photograph that shows no face, or that could not be read. */
function nothingSeen({ modelId }: Question, error: ErrorCode | null): Evaluation {
	return {
		detected: false,
		error,
		modelId,
		landmarks: null,
		landmarksAfter: null,
		mmPerPx: null,
		pose: null,
		view: null,
		quality: [],
		minJacobian: null,
		minJacobianAsked: null,
		scaledBack: [],
		maxBackgroundChange: null,
		treatments: {},
		skin: null,
		timingsMs: {},
		renderer: null
	};
}

/**
 * As `evaluate`, but for a file that cannot be read or an engine that fails: that is written down with
 * its code, and the photographs after it still get their turn.
 */
export async function evaluateOrTell(
	lab: Lab,
	path: string,
	question: Question
): Promise<Evaluated> {
	const failed = (error: ErrorCode): Evaluated => ({
		evaluation: nothingSeen(question, error),
		before: null,
		after: null
	});
	if (!(await isReadableFile(path))) return failed('photo.read-failed');
	try {
		return await evaluate(lab, path, question);
	} catch (cause) {
		console.error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`);
		return failed('unexpected');
	}
}

async function isReadableFile(path: string): Promise<boolean> {
	try {
		await access(path, constants.R_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}

async function evaluate(lab: Lab, path: string, question: Question): Promise<Evaluated> {
	const nothing = nothingSeen(question, null);
	const opened = await lab.open(path);
	if (!opened.ok) {
		return { evaluation: nothingSeen(question, opened.error.code), before: null, after: null };
	}
	const { face, quality, timingsMs } = opened.value;
	if (face === null) {
		const before = await lab.decodedPng();
		return { evaluation: { ...nothing, timingsMs }, before, after: null };
	}
	const seen = question.view === 'auto' ? face : seenAs(face, question.view);
	return {
		evaluation: {
			...nothing,
			detected: true,
			landmarks: pointsOf(face.landmarks),
			mmPerPx: 1 / face.scale.pxPerMm,
			pose: {
				matrix: face.observation.pose,
				yaw: face.pose.yaw,
				pitch: face.pose.pitch,
				roll: face.pose.roll
			},
			view: seen.pose.view,
			quality,
			...(await measured(lab, opened.value, seen, question.plan))
		},
		before: await lab.renderPng(null),
		after: await lab.renderPng(question.plan)
	};
}

function seenAs(face: Face, view: View): Face {
	return { ...face, pose: { ...face.pose, view } };
}

function pointsOf(landmarks: Landmarks): Points {
	return Array.from({ length: landmarks.length / 3 }, (_, i) => [
		...landmarks.subarray(3 * i, 3 * i + 3)
	]);
}

type Measured = Pick<
	Evaluation,
	| 'landmarksAfter'
	| 'minJacobian'
	| 'minJacobianAsked'
	| 'scaledBack'
	| 'maxBackgroundChange'
	| 'treatments'
	| 'skin'
	| 'timingsMs'
	| 'renderer'
>;

async function measured(lab: Lab, photo: LabPhoto, face: Face, plan: Plan): Promise<Measured> {
	const shown = await lab.show(plan, DISPLAY);
	const { backward, minJacobian, minJacobianAsked, scaledBack } = await lab.solve(plan);
	const before = await lab.render(null);
	const after = await lab.render(plan);
	const person = await lab.personMask();
	const pictures = { before: pyramidOf(luma(before)), after: pyramidOf(luma(after)) };
	const [again = null] = nearest(await lab.redetect(after), face);
	const { total, ...stages } = shown.timingsMs;
	return {
		landmarksAfter: again === null ? null : pointsOf(again.landmarks),
		minJacobian,
		minJacobianAsked,
		scaledBack,
		maxBackgroundChange:
			person === null ? null : changeAwayFrom(clearOf(person, before), before, after, backward),
		treatments: Object.fromEntries(
			Object.entries(plan).flatMap(([id, values]) =>
				values === undefined ? [] : [[id, movement(id, values, face, shown, pictures, again)]]
			)
		),
		skin: await skinOf(lab, photo, before, plan, stages['tone'] ?? null),
		timingsMs: {
			...photo.timingsMs,
			...stages,
			sliderToPicture: total ?? 0,
			export: await lab.timeRender(plan)
		},
		renderer: shown.renderer
	};
}

async function skinOf(
	lab: Lab,
	{ face, layersMs }: LabPhoto,
	before: Pixels,
	plan: Plan,
	composeMs: number | null
): Promise<SkinFigures | null> {
	const coloured = colouring(plan);
	const classes = await lab.skinClasses();
	if (face === null || classes === null || Object.keys(coloured).length === 0) return null;
	const after = await lab.render(coloured);
	return { ...skinFigures(compared(before, after, face, classes)), layersMs, composeMs };
}

/** Of several faces in the altered picture, the one that is where the first one was. */
function nearest(
	observations: readonly FaceObservation[],
	{ landmarks }: Face
): readonly FaceObservation[] {
	const away = (other: FaceObservation): number =>
		Math.hypot(other.landmarks[3]! - landmarks[3]!, other.landmarks[4]! - landmarks[4]!);
	return [...observations].sort((a, b) => away(a) - away(b));
}

function movement(
	id: TreatmentId,
	values: SideValues,
	face: Face,
	{ report }: LabShown,
	pictures: { readonly before: Pyramid; readonly after: Pyramid },
	again: FaceObservation | null
): Movement {
	const nominalMm = nominalOf(values);
	const unseen = { nominalMm, fieldMm: null, trackedMm: null, redetectedMm: null };
	if (visibilityIn(treatment(id), face).state !== 'shown') return unseen;
	const fieldMm = report.readOuts[id]?.fieldMm ?? null;
	const points = askedPoints(treatment(id), face, values);
	// A contour has no landmarks to follow.
	if (!isMeasurable(points)) return { ...unseen, fieldMm };
	const inUnit = (share: number | null): number | null =>
		share === null ? null : share * nominalMm;
	const { pxPerMm } = face.scale;
	return {
		nominalMm,
		fieldMm,
		trackedMm: inUnit(shareByTracking(points, pictures.before, pictures.after, pxPerMm)),
		redetectedMm:
			again === null ? null : inUnit(shareByRedetection(points, face.landmarks, again.landmarks))
	};
}
