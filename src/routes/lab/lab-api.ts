/**
 * What `globalThis.vultusLab` offers on /lab: the built app's own rooms, driven from outside by the
 * acceptance tests, `npm run evaluate` and `npm run bench`. Everything here survives structured
 * cloning and Playwright's serialisation (typed arrays included).
 */
import type { LiveFrame } from '../../lib/capture/index.ts';
import type { WireError } from '../../lib/errors.ts';
import type { EngineInfo, LandmarkerSource, StepReport } from '../../lib/engine/index.ts';
import type { Face, FaceObservation, Quality } from '../../lib/face/index.ts';
import type { Size, Vec2 } from '../../lib/geometry/index.ts';
import type { PhotoKind, PhotoNotice, Pixels } from '../../lib/photo/index.ts';
import type { SkinClasses } from '../../lib/skin/index.ts';
import type { Plan, TreatmentId } from '../../lib/treatment/index.ts';
import type { AskedStep, RendererKind } from '../../lib/warp/index.ts';

export type Timings = Readonly<Record<string, number>>;

export type LabPhoto = {
	readonly kind: PhotoKind;
	readonly notices: readonly PhotoNotice[];
	readonly picture: Size;
	/** How many faces were found; the largest is adopted, none leaves `face` null. */
	readonly faces: number;
	readonly face: Face | null;
	readonly quality: readonly Quality[];
	/** Treatments whose contour was found by the segmentation; null where it failed. */
	readonly contours: readonly TreatmentId[] | null;
	/** How long the worker read the skin, without waiting for anything else, ms; null where it failed. */
	readonly layersMs: number | null;
	/** `decode`, `detect`, `adopt`, `segment`, `skin`. */
	readonly timingsMs: Timings;
};

export type Outcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

export type LabShown = {
	readonly report: StepReport;
	readonly renderer: RendererKind;
	/** The worker's own `basis`, `field`, `render`, and `total` as the page waited. */
	readonly timingsMs: Timings;
};

export type StepFigures = Omit<AskedStep, 'backward' | 'forward'>;

/** Where a photograph lies in a grey frame: px of the frame by one of its own, and what is in the middle. */
export type LaidPhotograph = {
	readonly size: Size;
	readonly scale: number;
	readonly middle: Vec2;
	/** What a canvas does to it first, such as `blur(3px)`. */
	readonly filter: string;
};

export interface VultusLab {
	/** Starts the engine, with another landmarker than the build's own when one is named. */
	start(landmarker?: LandmarkerSource): Promise<EngineInfo>;
	/** Opens the file that was put into the page's file input. A refusal is a value, not an error. */
	open(): Promise<Outcome<LabPhoto>>;
	/** The file in the input as the app decodes it. */
	decode(): Promise<Pixels>;
	/** The same as PNG. */
	decodedPng(): Promise<Uint8Array>;
	/** Adopts pixels with an observation made elsewhere (mirrored, drawn) instead of a detected one. */
	openPixels(pixels: Pixels, observation: FaceObservation): Promise<Face>;
	useRenderer(kind: RendererKind | 'auto'): Promise<RendererKind>;
	/** One slider step, the whole picture fitted into `display`, as the studio would draw it. */
	show(plan: Plan, display: Size): Promise<LabShown>;
	solve(plan: Plan): Promise<AskedStep>;
	/** What became of many plans, without their fields. */
	solveMany(plans: readonly Plan[]): Promise<readonly StepFigures[]>;
	/** The picture at working resolution; `plan` null = the photograph. */
	render(plan: Plan | null): Promise<Pixels>;
	/** How long the page waits for it, ms. */
	timeRender(plan: Plan): Promise<number>;
	/** As `render`, encoded by the browser without loss or label: evidence, not an export. */
	renderPng(plan: Plan | null): Promise<Uint8Array>;
	/**
	 * Looks at the photograph put into the input as a camera farther away would have it, or as it is;
	 * it is not opened.
	 */
	watch(laid: LaidPhotograph | null): Promise<LiveFrame>;
	/** Faces in a picture that stays no more than looked at. */
	redetect(pixels: Pixels): Promise<readonly FaceObservation[]>;
	/** 255 = person, over the whole picture; null where there is no segmentation. */
	personMask(): Promise<Uint8Array | null>;
	/** What the skin was read from; null where there is no segmentation. */
	skinClasses(): Promise<SkinClasses | null>;
	/** Everything this page and its workers hold after a collection, bytes. */
	memory(): Promise<number>;
}

declare global {
	var vultusLab: VultusLab | undefined;
}
