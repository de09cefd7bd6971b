import type { LiveFrame } from '../capture/index.ts';
import type { Face, FaceObservation, Landmarks, ScaleInput } from '../face/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { FoldLine, SkinClasses, SkinMarks } from '../skin/index.ts';
import type { Coverings, Plan, Relaxation, TreatmentId } from '../treatment/index.ts';
import type { AskedStep, Frame, RendererKind, ScaledBack } from '../warp/index.ts';

export type EngineStage = 'runtime' | 'landmarker' | 'segmenter' | 'warp-models';

export type LoadProgress = {
	readonly stage: EngineStage;
	readonly loadedBytes: number;
	readonly totalBytes: number;
};

export type EngineInfo = {
	/** Name and sha256 prefix of the landmarker in use, for reproducibility. */
	readonly modelId: string;
	readonly hasBlendshapes: boolean;
	readonly renderer: RendererKind;
	readonly threads: number;
};

/**
 * Another landmarker than the build's own: the argument of `createEngine` behind
 * `npm run evaluate -- --model FILE`. Same origin; checked against its own hash.
 */
export type LandmarkerSource = {
	readonly url: string;
	readonly sha256: string;
	/** Goes into `EngineInfo.modelId`. */
	readonly name: string;
	readonly hasBlendshapes: boolean;
};

export type PictureId = number;

export type Detection = {
	readonly picture: PictureId;
	readonly observations: readonly FaceObservation[];
	/** Variance of Laplacian in the face box at a normalised size, for the blur gate; per observation. */
	readonly sharpness: readonly number[];
};

export type AdoptOptions = {
	readonly observation: FaceObservation;
	/** Landmarks after the person's own corrections; same as the observation's when untouched. */
	readonly landmarks: Landmarks;
	readonly scale: ScaleInput;
};

type ReadOut = {
	/** What the slider says, in its unit. */
	readonly nominal: number;
	/** What the primary landmarks do along the stated direction, mm; null where the view does not show it. */
	readonly fieldMm: number | null;
};

export type StepReport = {
	readonly minJacobian: number;
	readonly scaledBack: readonly ScaledBack[];
	/** Landmarks moved by exp(+v). */
	readonly landmarks: Landmarks;
	readonly readOuts: Readonly<Record<TreatmentId, ReadOut>>;
};

/** What is made of the photograph: how it is treated, and what a person said of its skin. */
export type Illustration = {
	readonly plan: Plan;
	readonly marks: SkinMarks;
	/** By another photograph of the same person; of this one's landmarks. */
	readonly relaxation: Relaxation;
};

export type ShowJob = Illustration & { readonly frame: Frame };

export type Shown = {
	readonly bitmap: ImageBitmap;
	readonly report: StepReport;
	readonly renderer: RendererKind;
	readonly timingsMs: Readonly<Record<'basis' | 'field' | 'tone' | 'render', number>>;
};

/** What the studio learns without asking. */
export type EngineEvent =
	| { readonly type: 'renderer-changed'; readonly renderer: RendererKind }
	| {
			readonly type: 'segmented';
			readonly picture: PictureId;
			readonly layers: readonly TreatmentId[];
			/** Glasses and hair that lie over what a treatment moves. */
			readonly coverings: Coverings;
	  }
	| { readonly type: 'segmentation-failed'; readonly picture: PictureId }
	/** `fraction` of the reading of the skin is done. */
	| { readonly type: 'skin-progress'; readonly picture: PictureId; readonly fraction: number }
	/** What the skin can show is found, and the folds that can be drawn otherwise; it took `layersMs`. */
	| {
			readonly type: 'skin-ready';
			readonly picture: PictureId;
			readonly folds: readonly FoldLine[];
			readonly layersMs: number;
	  }
	| { readonly type: 'skin-failed'; readonly picture: PictureId };

type CallOptions = { readonly signal?: AbortSignal };

/**
 * The inference worker, seen from the main thread. One photograph is on show at a time; a picture
 * that was only detected is a candidate until it is adopted, so a refused photograph never replaces
 * the open one. All errors are AppError.
 */
export interface Engine {
	/** Downloads (sha256-checked), starts, warms. Idempotent: later callers share the first start. */
	start(
		options?: CallOptions & { onProgress?: (progress: LoadProgress) => void }
	): Promise<EngineInfo>;
	/** Transfers `pixels.data` away. */
	detect(pixels: Pixels, options?: CallOptions): Promise<Detection>;
	/**
	 * Looks at a frame of a camera: quickly, upright faces only, and keeps nothing. Transfers the frame
	 * away. Whoever watches waits for the answer before the next frame.
	 */
	watch(frame: ImageBitmap): Promise<LiveFrame>;
	/** Detects again on a simulated picture without making it a candidate (evidence only). */
	redetect(pixels: Pixels, options?: CallOptions): Promise<readonly FaceObservation[]>;
	/** A copy of a candidate's pixels, or of those of the photograph on show. */
	pixelsOf(picture: PictureId): Promise<Pixels>;
	/** A candidate in which the faces are known already. Transfers `pixels.data` away. */
	add(pixels: Pixels): Promise<PictureId>;
	adopt(picture: PictureId, options: AdoptOptions): Promise<Face>;
	discard(picture: PictureId): Promise<void>;
	/** Newest wins: resolves null when a newer call overtook this one. */
	show(job: ShowJob): Promise<Shown | null>;
	/** Solves the field of one plan on the adopted face without drawing it (evidence only). */
	solve(plan: Plan, options?: CallOptions): Promise<AskedStep>;
	/** The adopted picture at working resolution. Null = the photograph, bit for bit. */
	render(illustration: Illustration | null, options?: CallOptions): Promise<Pixels>;
	/** Person alpha over the whole working picture (255 = person, 1 = fringe), after segmentation; null before. */
	personMask(): Promise<Uint8Array | null>;
	/** Skin, hair and others as the segmentation saw them; null before it (evidence only). */
	skinClasses(): Promise<SkinClasses | null>;
	useRenderer(kind: RendererKind | 'auto'): Promise<RendererKind>;
	subscribe(listener: (event: EngineEvent) => void): () => void;
	dispose(): void;
}
