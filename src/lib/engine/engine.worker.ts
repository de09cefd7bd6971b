/**
 * THE inference worker. States: idle → starting → ready (landmarker and renderer) → ready with
 * warp models and segmenter, which load behind the first photograph. It never sees a file, only pixels.
 */
import { expose, transfer } from 'comlink';
import { AppError, toWire } from '../errors.ts';
import { observeFace } from '../face/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { BasisEvaluator } from '../warp/index.ts';
import { searchFaces } from './detection.ts';
import { Landmarker } from './landmarker.ts';
import { damaged, loadAsset, loadModel, sha256, type AssetRequest } from './load-asset.ts';
import { Newest } from './newest.ts';
import type { CallId, Reply, StartOptions, WorkerApi } from './protocol.ts';
import { Segmenter } from './segmenter.ts';
import { requireSession, Session } from './session.ts';
import { Stage } from './stage.ts';
import type {
	EngineEvent,
	EngineInfo,
	EngineStage,
	LoadProgress,
	PictureId,
	ShowJob,
	Shown
} from './types.ts';
import { createBasisEvaluator } from './velocity-basis.ts';

type Progress = (progress: LoadProgress) => void;

type RequestFor = (stage: EngineStage, url: string) => AssetRequest;

type Ready = { readonly landmarker: Landmarker; readonly stage: Stage; readonly info: EngineInfo };

const calls = new Map<CallId, AbortController>();
const candidates = new Map<PictureId, Pixels>();
let listener: ((event: EngineEvent) => void) | null = null;
let ready: Promise<Ready> | null = null;
let evaluator: Promise<BasisEvaluator | undefined> = Promise.resolve(undefined);
let segmenter: Promise<Segmenter> | null = null;
let session: Session | null = null;
let nextPicture: PictureId = 1;

function emit(event: EngineEvent): void {
	listener?.(event);
}

async function replying<T>(work: () => Promise<T> | T): Promise<Reply<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return { ok: false, error: toWire(error instanceof AppError ? error : failed(error)) };
	}
}

/** As `replying`, for work that `cancel` can reach. */
async function cancellable<T>(
	call: CallId,
	work: (signal: AbortSignal) => Promise<T>
): Promise<Reply<T>> {
	const controller = new AbortController();
	calls.set(call, controller);
	const reply = await replying(() => work(controller.signal));
	calls.delete(call);
	if (controller.signal.aborted) return { ok: false, error: toWire(new AppError('cancelled')) };
	return reply;
}

function failed(cause: unknown): AppError {
	return new AppError('engine.failed', { retryable: true, cause });
}

function requests(signal: AbortSignal, onProgress: Progress): RequestFor {
	return (stage, url) => ({
		url,
		signal,
		onProgress: (loadedBytes, totalBytes) => {
			onProgress({ stage, loadedBytes, totalBytes });
		}
	});
}

/** The bytes of the landmarker in use and what is known of it. */
async function loadLandmarker({ urls, landmarker }: StartOptions, request: RequestFor) {
	if (landmarker === null) {
		const { bytes, model } = await loadModel(
			'face_landmarker.task',
			request('landmarker', urls.landmarker)
		);
		const hasBlendshapes = model.capabilities.includes('face-blendshapes');
		return { bytes, hasBlendshapes, modelId: `${model.name}@${model.sha256.slice(0, 12)}` };
	}
	const { url, name, hasBlendshapes } = landmarker;
	const bytes = await loadAsset(request('landmarker', url));
	if ((await sha256(bytes)) !== landmarker.sha256) throw damaged(name);
	return { bytes, hasBlendshapes, modelId: `${name}@${landmarker.sha256.slice(0, 12)}` };
}

async function start(
	options: StartOptions,
	signal: AbortSignal,
	onProgress: Progress
): Promise<Ready> {
	const { urls } = options;
	const request = requests(signal, onProgress);
	const stage = Stage.open((renderer) => {
		emit({ type: 'renderer-changed', renderer });
	});
	// The wasm is fetched for its progress; MediaPipe then finds it in the browser's cache.
	await loadAsset(request('runtime', urls.visionWasm));
	const { bytes, hasBlendshapes, modelId } = await loadLandmarker(options, request);
	const landmarker = await Landmarker.create(bytes, urls.visionWasm, hasBlendshapes);
	const background = requests(new AbortController().signal, onProgress);
	evaluator = startEvaluator(options, background);
	segmenter = startSegmenter(options, background);
	segmenter.catch(() => undefined);
	const info: EngineInfo = {
		modelId,
		hasBlendshapes,
		renderer: (await stage).kind,
		threads: 1
	};
	return { landmarker, stage: await stage, info };
}

/** Without onnxruntime the field room evaluates bases itself: slower once per treatment, same field. */
async function startEvaluator(
	{ urls }: StartOptions,
	request: RequestFor
): Promise<BasisEvaluator | undefined> {
	try {
		const { bytes } = await loadModel(
			'velocity-basis.onnx',
			request('warp-models', urls.velocityBasis)
		);
		return await createBasisEvaluator(bytes, { mjs: urls.ortModule, wasm: urls.ortWasm });
	} catch {
		return undefined;
	}
}

async function startSegmenter({ urls }: StartOptions, request: RequestFor): Promise<Segmenter> {
	const { bytes } = await loadModel(
		'selfie_multiclass_256x256.tflite',
		request('segmenter', urls.segmenter)
	);
	return Segmenter.create(bytes, urls.visionWasm);
}

function running(): Promise<Ready> {
	if (ready === null) throw new AppError('engine.failed', { retryable: true });
	return ready;
}

async function segment(adopted: Session, picture: PictureId): Promise<void> {
	try {
		const task = await segmenter;
		if (task === null || session !== adopted) return;
		const layers = adopted.useSegmentation(
			await task.segment(adopted.picture, adopted.surroundings)
		);
		if (session !== adopted) return;
		(await running()).stage.refreshPerson();
		emit({ type: 'segmented', picture, layers });
	} catch {
		emit({ type: 'segmentation-failed', picture });
	}
}

async function draw({ plan, frame }: ShowJob): Promise<Shown> {
	const { stage } = await running();
	const current = requireSession(session);
	const solved = await current.solve(plan);
	const started = performance.now();
	const bitmap = await stage.draw(frame, solved?.step.backward ?? null);
	return {
		bitmap,
		report: solved?.report ?? current.unmoved,
		renderer: stage.kind,
		timingsMs: {
			basis: solved?.basisMs ?? 0,
			field: solved?.fieldMs ?? 0,
			render: performance.now() - started
		}
	};
}

const shows = new Newest(draw);

const api: WorkerApi = {
	start: (call, options, onProgress) =>
		cancellable(call, async (signal) => {
			ready ??= start(options, signal, onProgress);
			try {
				return (await ready).info;
			} catch (error) {
				ready = null;
				throw error;
			}
		}),

	detect: (call, pixels) =>
		cancellable(call, async (signal) => {
			const { landmarker } = await running();
			const search = await searchFaces(landmarker, pixels, signal);
			const picture = nextPicture++;
			candidates.set(picture, pixels);
			return { picture, ...search };
		}),

	redetect: (call, pixels) =>
		cancellable(call, async (signal) => {
			const { landmarker } = await running();
			return (await searchFaces(landmarker, pixels, signal)).observations;
		}),

	adopt: (call, picture, { observation, landmarks, scale }) =>
		cancellable(call, async () => {
			const { stage } = await running();
			const pixels = candidates.get(picture);
			if (pixels === undefined) throw new AppError('engine.no-photo');
			const face = observeFace(observation, landmarks, scale, pixels);
			const adopted = new Session(pixels, face, await evaluator);
			// Only now may the photograph that was on show go.
			for (const other of candidates.keys()) if (other !== picture) candidates.delete(other);
			session = adopted;
			await stage.show(adopted);
			void segment(adopted, picture);
			return face;
		}),

	discard: (picture) =>
		replying(() => {
			if (candidates.get(picture) !== session?.picture) candidates.delete(picture);
		}),

	show: async (job) => {
		const reply = await replying(() => shows.run(job));
		return reply.ok && reply.value !== null ? transfer(reply, [reply.value.bitmap]) : reply;
	},

	solve: (call, plan) => cancellable(call, async () => requireSession(session).stepOf(plan)),

	render: async (call, plan) => {
		const reply = await cancellable(call, async (signal) => {
			const { stage } = await running();
			const current = requireSession(session);
			const solved = plan === null ? null : await current.solve(plan);
			if (solved === null) {
				const { width, height, data } = current.picture;
				return { width, height, data: data.slice() };
			}
			return stage.renderFull(solved.step.backward, signal);
		});
		return reply.ok ? transfer(reply, [reply.value.data.buffer]) : reply;
	},

	personMask: () => replying(() => requireSession(session).personMask()),

	useRenderer: (kind) => replying(async () => (await running()).stage.use(kind)),

	listen: (next) => {
		listener = next;
		return Promise.resolve();
	},

	cancel: (call) => {
		calls.get(call)?.abort();
	}
};

expose(api);
