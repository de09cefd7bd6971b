/** The photographs on which the app must show what it promises, and one browser to show it in. */
import { startApp, type App, type AppOptions } from '../support/app.ts';
import { FULL } from '../support/full.ts';
import { openLab, type Lab } from '../support/lab.ts';
import { PORTRAITS, photographs, sharedFaces, type Photograph } from '../support/photographs.ts';
import type { LabPhoto } from '../../src/routes/lab/lab-api.ts';
import type { Face } from '../../src/lib/face/index.ts';
import {
	treatment,
	TREATMENTS,
	type Plan,
	type Treatment,
	type TreatmentId
} from '../../src/lib/treatment/index.ts';

/** What is shown never folds. */
export const LOWEST_JACOBIAN = 0.1;

/** Small, and large and turned: what the short form looks at. */
const SHORT = ['grace-hopper', 'argon-design-system-free/team-3'];

/** Photographs whose face can be worked on, fewer in the short form. */
export async function gallery(wanted: readonly string[] = SHORT): Promise<readonly Photograph[]> {
	const all = [...PORTRAITS, ...(await photographs()), ...sharedFaces()].filter(
		({ expectedView }) => expectedView !== 'profile'
	);
	return FULL ? all : all.filter(({ name }) => wanted.includes(name));
}

export type Bench = { readonly app: App; readonly lab: Lab };

export async function startBench(options: AppOptions = {}): Promise<Bench> {
	const app = await startApp(options);
	const lab = await openLab(app);
	await lab.start();
	return { app, lab };
}

export type Adopted = LabPhoto & { readonly face: Face };

/** @throws Error when the photograph does not open or shows no face */
export async function adopt(lab: Lab, { name, path }: Photograph): Promise<Adopted> {
	const opened = await lab.open(path);
	if (!opened.ok) throw new Error(`${name}: ${opened.error.code}`);
	const { face } = opened.value;
	if (face === null) throw new Error(`${name}: no face`);
	return { ...opened.value, face };
}

/** Treatments that can be set on this photograph: contours only where they were found. */
export function settable({ contours }: LabPhoto): readonly Treatment[] {
	return TREATMENTS.filter(({ id, kind }) => kind === 'warp' || contours?.includes(id) === true);
}

/** The ends of the range that move something. */
export function endsOf({ range }: Treatment): readonly number[] {
	return range.filter((end) => end !== 0);
}

/** Two treatments at ends of their ranges. */
export type Pair = {
	readonly a: Treatment;
	readonly x: number;
	readonly b: Treatment;
	readonly y: number;
};

/** Pairs of one area, each at every combination of range ends. */
export function pairsOf(treatments: readonly Treatment[]): readonly Pair[] {
	return treatments.flatMap((a, i) =>
		treatments
			.slice(i + 1)
			.filter((b) => b.area === a.area)
			.flatMap((b) => endsOf(a).flatMap((x) => endsOf(b).map((y) => ({ a, x, b, y }))))
	);
}

export function planOf(...settings: readonly (readonly [Treatment, number])[]): Plan {
	return Object.fromEntries(settings.map(([{ id }, value]) => [id, { left: value, right: value }]));
}

/** Treatments at the upper ends of their sliders, on both sides. */
export function atTheEnd(...ids: readonly TreatmentId[]): Plan {
	return planOf(...ids.map((id) => [treatment(id), treatment(id).range[1]] as const));
}
