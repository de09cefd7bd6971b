/** What crosses between the page and the inference worker. */
import type { LiveFrame } from '../capture/index.ts';
import type { Reply } from '../errors.ts';
import type { Face, FaceObservation } from '../face/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { SkinClasses } from '../skin/index.ts';
import type { Plan } from '../treatment/index.ts';
import type { AskedStep, RendererKind } from '../warp/index.ts';
import type {
	AdoptOptions,
	Detection,
	EngineEvent,
	EngineInfo,
	Illustration,
	LandmarkerSource,
	LoadProgress,
	PictureId,
	ShowJob,
	Shown
} from './types.ts';

/** Absolute URLs: the page's build knows them, a worker's own imports would escape the offline list. */
export type AssetUrls = {
	readonly landmarker: string;
	readonly segmenter: string;
	readonly velocityBasis: string;
	readonly visionWasm: string;
	readonly ortModule: string;
	readonly ortWasm: string;
};

export type StartOptions = {
	readonly urls: AssetUrls;
	/** Null = the build's own, known by the manifest. */
	readonly landmarker: LandmarkerSource | null;
};

/** What the worker says unasked. */
export type Notice = EngineEvent | { readonly type: 'progress'; readonly progress: LoadProgress };

/** Names a call so that `cancel` can reach it. */
export type CallId = number;

export interface WorkerApi {
	start(call: CallId, options: StartOptions): Promise<Reply<EngineInfo>>;
	detect(call: CallId, pixels: Pixels): Promise<Reply<Detection>>;
	watch(call: CallId, frame: ImageBitmap): Promise<Reply<LiveFrame>>;
	redetect(call: CallId, pixels: Pixels): Promise<Reply<readonly FaceObservation[]>>;
	pixelsOf(call: CallId, picture: PictureId): Promise<Reply<Pixels>>;
	add(call: CallId, pixels: Pixels): Promise<Reply<PictureId>>;
	adopt(call: CallId, picture: PictureId, options: AdoptOptions): Promise<Reply<Face>>;
	discard(call: CallId, picture: PictureId): Promise<Reply<void>>;
	show(call: CallId, job: ShowJob): Promise<Reply<Shown | null>>;
	solve(call: CallId, plan: Plan): Promise<Reply<AskedStep>>;
	render(call: CallId, illustration: Illustration | null): Promise<Reply<Pixels>>;
	personMask(call: CallId): Promise<Reply<Uint8Array | null>>;
	skinClasses(call: CallId): Promise<Reply<SkinClasses | null>>;
	useRenderer(call: CallId, kind: RendererKind | 'auto'): Promise<Reply<RendererKind>>;
	listen(listener: (notice: Notice) => void): Promise<void>;
	cancel(call: CallId): void;
}
