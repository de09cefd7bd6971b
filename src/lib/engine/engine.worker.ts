/**
 * THE inference worker. It never sees a file, only pixels.
 *
 *   idle ── start ──▶ ready ── detect ──▶ candidates ── adopt ──▶ session (one, on show)
 *                       └─ segmenter and onnxruntime load behind the first photograph; the outline of
 *                          the person, then the skin, are found behind every photograph
 */
import '../ways-out-closed.ts';
import { expose, transfer } from 'comlink';
import type { LiveFrame } from '../capture/index.ts';
import { AppError, toAppError, toWire, type Reply } from '../errors.ts';
import { observeFace, type Face } from '../face/index.ts';
import { inTurn } from '../in-turn.ts';
import type { Pixels } from '../photo/index.ts';
import { createBestRenderer } from '../warp/index.ts';
import { searchFaces, type Search } from './detection.ts';
import type { Landmarker } from './landmarker.ts';
import { lookAtFrame } from './live-look.ts';
import { Looker } from './look.ts';
import { Newest } from './newest.ts';
import type { CallId, Notice, StartOptions, WorkerApi } from './protocol.ts';
import { Runtime } from './runtime.ts';
import type { Segmentation } from './segmenter.ts';
import { Session, type SolvedPlan } from './session.ts';
import { Stage } from './stage.ts';
import type { AdoptOptions, EngineInfo, Illustration, PictureId, ShowJob, Shown } from './types.ts';
import { ORT_THREADS } from './velocity-basis.ts';

const calls = new Map<CallId, AbortController>();
/** When the last of them was answered, and when a live frame was last looked at, ms. */
let lastDone = 0;
let lastWatched = -Infinity;
/** Pictures that were detected and neither adopted nor discarded, and the adopted one. */
const pictures = new Map<PictureId, Pixels>();
let nextPicture: PictureId = 1;
let listener: (notice: Notice) => void = () => undefined;
let runtime: Runtime | null = null;
let opening: Promise<Stage> | null = null;
let stage: Stage | null = null;
let session: Session | null = null;
const starting = inTurn();
/** Drawing, and changing what is drawn. */
const onStage = inTurn();

function tell(notice: Notice): void {
	listener(notice);
}

function started<T>(part: T | null): T {
	if (part === null) throw new AppError('engine.failed', { retryable: true });
	return part;
}

function onShow(): Session {
	if (session === null) throw new AppError('engine.no-photo');
	return session;
}

function keep(pixels: Pixels): PictureId {
	const picture = nextPicture++;
	pictures.set(picture, pixels);
	return picture;
}

function known(picture: PictureId): Pixels {
	const pixels = pictures.get(picture);
	if (pixels === undefined) throw new AppError('engine.no-photo');
	return pixels;
}

function copyOf({ width, height, data }: Pixels): Pixels {
	return { width, height, data: data.slice() };
}

/** Runs a call that `cancel` can reach; its outcome as data. */
async function reply<T>(
	call: CallId,
	work: (signal: AbortSignal) => Promise<T> | T
): Promise<Reply<T>> {
	const controller = new AbortController();
	calls.set(call, controller);
	try {
		const value = await work(controller.signal);
		if (controller.signal.aborted) throw new AppError('cancelled');
		return { ok: true, value };
	} catch (error) {
		const known = controller.signal.aborted
			? new AppError('cancelled', { cause: error })
			: toAppError(error, 'engine.failed');
		return { ok: false, error: toWire(known) };
	} finally {
		calls.delete(call);
		lastDone = performance.now();
	}
}

const QUIET_MS = 250;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Nobody waits for anything, or is about to: what one asks for after another is milliseconds apart. */
async function quiet(): Promise<void> {
	do await pause(QUIET_MS);
	while (calls.size > 0 || performance.now() - lastDone < QUIET_MS);
}

async function start(options: StartOptions, signal: AbortSignal): Promise<EngineInfo> {
	const renderer = openStage();
	renderer.catch(() => undefined);
	if (runtime === null) {
		runtime = await Runtime.start(options, signal, (progress) => {
			tell({ type: 'progress', progress });
		});
		const models = runtime;
		// A first photograph that waits already goes first; behind it the person is asked for anyhow.
		void quiet().then(() => models.startBehind());
	}
	stage = await renderer;
	const known = await runtime.knownLandmarker();
	return { ...known, renderer: stage.kind, threads: ORT_THREADS };
}

function openStage(): Promise<Stage> {
	opening ??= createBestRenderer().then(
		(best) =>
			new Stage(best, (renderer) => {
				tell({ type: 'renderer-changed', renderer });
			}),
		(error: unknown) => {
			opening = null;
			throw error;
		}
	);
	return opening;
}

function search(pixels: Pixels, signal: AbortSignal): Promise<Search> {
	return withLandmarker((landmarker) => searchFaces(landmarker, pixels, signal));
}

async function watch(frame: ImageBitmap): Promise<LiveFrame> {
	lastWatched = performance.now();
	const looker = new Looker(frame);
	try {
		return await withLandmarker((landmarker) => lookAtFrame(landmarker, looker, frame));
	} finally {
		looker.close();
	}
}

/** Once more by a fresh model: the browser may have taken the graphics context of the first one. */
async function withLandmarker<T>(work: (landmarker: Landmarker) => Promise<T>): Promise<T> {
	const models = started(runtime);
	const attempt = async (): Promise<T> => {
		try {
			return await work(await models.landmarker());
		} catch (error) {
			if (!(error instanceof AppError)) models.forgetLandmarker();
			throw error;
		}
	};
	try {
		return await attempt().catch((error: unknown) => {
			if (error instanceof AppError) throw error;
			return attempt();
		});
	} catch (error) {
		if (error instanceof AppError) throw error;
		throw new AppError('engine.failed', { retryable: true, cause: error });
	}
}

/** All or nothing: the photograph that was on show goes only when the new one stands. */
async function adopt(
	id: PictureId,
	{ observation, landmarks, scale }: AdoptOptions
): Promise<Face> {
	const pixels = known(id);
	const face = observeFace(observation, landmarks, scale, pixels);
	const previous = session;
	const adopted = new Session(id, pixels, face, started(runtime).evaluate, previous);
	try {
		await dress(adopted);
	} catch (error) {
		if (previous !== null) await dress(previous);
		throw error;
	}
	session = adopted;
	if (previous !== null && previous.id !== id) pictures.delete(previous.id);
	void outline(adopted);
	return face;
}

async function dress({ picture, person }: Session): Promise<void> {
	const current = started(stage);
	await current.setPicture(picture);
	await current.setPerson(person);
}

/** Long enough for the page to have its photograph shown before the worker is busy. */
const BEFORE_OUTLINE_MS = 100;
/** Frames of a camera that guides come closer after one another than this. */
const LIVE_MS = 1000;

/** Once more by a fresh model where the browser took the first one's graphics context meanwhile. */
async function segment({ picture, surroundings }: Session): Promise<Segmentation> {
	const models = started(runtime);
	const segmenter = await models.segmenter();
	try {
		return await segmenter.segment(picture, surroundings);
	} catch (error) {
		if (!segmenter.isLost) throw error;
		return (await models.segmenter()).segment(picture, surroundings);
	}
}

/** Finds the person behind the picture. A failure leaves the geometry as it is. */
async function outline(adopted: Session): Promise<void> {
	const picture = adopted.id;
	try {
		if (adopted.person === null) {
			await started(runtime).segmenter();
			await pause(BEFORE_OUTLINE_MS);
			if (session !== adopted) return;
			const segmentation = await segment(adopted);
			await onStage(async () => {
				if (session !== adopted) return;
				adopted.useSegmentation(segmentation);
				await started(stage).setPerson(adopted.person);
			});
		}
		if (session !== adopted) return;
		const { layers, coverings } = adopted;
		tell({ type: 'segmented', picture, layers, coverings });
	} catch {
		if (session === adopted) tell({ type: 'segmentation-failed', picture });
		return;
	}
	await readSkin(adopted);
}

/** A failure leaves the geometry as it is; another photograph in between ends it. */
async function readSkin(adopted: Session): Promise<void> {
	const picture = adopted.id;
	const started = performance.now();
	try {
		await adopted.readSkin(async (fraction) => {
			tell({ type: 'skin-progress', picture, fraction });
			// Whatever a person waits for goes first, and a camera that guides them.
			const isLive = (): boolean => performance.now() - lastWatched < LIVE_MS;
			do {
				await pause(isLive() ? LIVE_MS / 10 : 0);
				if (session !== adopted) throw new AppError('cancelled');
			} while (calls.size > 0 || isLive());
		});
		const layersMs = performance.now() - started;
		tell({ type: 'skin-ready', picture, folds: adopted.folds, layersMs });
	} catch {
		if (session === adopted) tell({ type: 'skin-failed', picture });
	}
}

async function draw({ frame, ...illustration }: ShowJob): Promise<Shown> {
	const current = onShow();
	const solved = await current.solve(illustration);
	const solvedAt = performance.now();
	await tone(current, illustration, solved);
	const before = performance.now();
	const bitmap = await started(stage).draw(frame, solved?.step.backward ?? null);
	return {
		bitmap,
		report: solved?.report ?? current.unmoved,
		renderer: started(stage).kind,
		timingsMs: {
			basis: solved?.basisMs ?? 0,
			field: solved?.fieldMs ?? 0,
			tone: before - solvedAt,
			render: performance.now() - before
		}
	};
}

const shows = new Newest((job: ShowJob) => onStage(() => draw(job)));

/** Gives the renderer what the illustration makes of the skin. */
async function tone(
	current: Session,
	illustration: Illustration,
	solved: SolvedPlan | null
): Promise<void> {
	const { tone, changed } = current.toneOf(illustration, solved?.step ?? null);
	await started(stage).setTone(tone, changed);
}

async function render(illustration: Illustration | null, signal: AbortSignal): Promise<Pixels> {
	const current = onShow();
	if (illustration === null) return copyOf(current.picture);
	const solved = await current.solve(illustration);
	if (session !== current) throw new AppError('cancelled');
	await tone(current, illustration, solved);
	return started(stage).renderFull(solved?.step.backward ?? null, signal);
}

const api: WorkerApi = {
	start: (call, options) => reply(call, (signal) => starting(() => start(options, signal))),

	detect: (call, pixels) =>
		reply(call, async (signal) => {
			const found = await search(pixels, signal);
			return { picture: keep(pixels), ...found };
		}),

	watch: (call, frame) => reply(call, () => watch(frame)),

	redetect: (call, pixels) =>
		reply(call, async (signal) => (await search(pixels, signal)).observations),

	pixelsOf: async (call, picture) => {
		const answer = await reply(call, () => copyOf(known(picture)));
		return answer.ok ? transfer(answer, [answer.value.data.buffer]) : answer;
	},

	add: (call, pixels) => reply(call, () => keep(pixels)),

	adopt: (call, picture, options) => reply(call, () => onStage(() => adopt(picture, options))),

	discard: (call, picture) =>
		reply(call, () =>
			onStage(() => {
				pictures.delete(picture);
				if (picture === session?.id) session = null;
				return Promise.resolve();
			})
		),

	show: async (call, job) => {
		const answer = await reply(call, () => shows.run(job));
		return answer.ok && answer.value !== null ? transfer(answer, [answer.value.bitmap]) : answer;
	},

	solve: (call, plan) => reply(call, () => onShow().stepOf(plan)),

	render: async (call, illustration) => {
		const answer = await reply(call, (signal) => onStage(() => render(illustration, signal)));
		return answer.ok ? transfer(answer, [answer.value.data.buffer]) : answer;
	},

	personMask: (call) => reply(call, () => onShow().personMask()),

	skinClasses: (call) => reply(call, () => onShow().skinClasses),

	useRenderer: (call, kind) => reply(call, () => onStage(() => started(stage).use(kind))),

	listen: (next) => {
		listener = next;
		return Promise.resolve();
	},

	cancel: (call) => {
		calls.get(call)?.abort();
	}
};

expose(api);
