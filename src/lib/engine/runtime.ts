/**
 * The models: the landmarker, without which nothing goes, and behind it the segmenter and
 * onnxruntime, which load while the first photograph is already looked at.
 */
import { AppError } from '../errors.ts';
import { evaluateBasis, type BasisEvaluator } from '../warp/index.ts';
import { Landmarker } from './landmarker.ts';
import {
	damaged,
	loadAsset,
	loadModel,
	loadModule,
	sha256,
	type AssetRequest
} from './load-asset.ts';
import type { StartOptions } from './protocol.ts';
import { Segmenter } from './segmenter.ts';
import type { EngineStage, LoadProgress } from './types.ts';
import { createBasisEvaluator } from './velocity-basis.ts';

export type KnownLandmarker = { readonly modelId: string; readonly hasBlendshapes: boolean };

type LoadedLandmarker = KnownLandmarker & { readonly task: Landmarker };

export class Runtime {
	readonly #options: StartOptions;
	readonly #report: (progress: LoadProgress) => void;
	/** MediaPipe's code. */
	#vision: Promise<WebAssembly.Module> | null = null;
	#landmarker: Promise<LoadedLandmarker> | null = null;
	#segmenter: Promise<Segmenter> | null = null;
	#ort: BasisEvaluator | null = null;

	private constructor(options: StartOptions, report: (progress: LoadProgress) => void) {
		this.#options = options;
		this.#report = report;
	}

	/**
	 * Resolves when faces can be found. Throws as `loadAsset` and `loadModel`, and
	 * `engine.unsupported-browser` where there is no WebGL.
	 */
	static async start(
		options: StartOptions,
		signal: AbortSignal,
		report: (progress: LoadProgress) => void
	): Promise<Runtime> {
		if (!hasWebGl()) throw new AppError('engine.unsupported-browser');
		const runtime = new Runtime(options, report);
		await runtime.#findLandmarker(signal);
		return runtime;
	}

	/** The rest; never fails: what is missing is tried again when it is needed, or done without. */
	async startBehind(): Promise<void> {
		// One after the other: onnxruntime has a stand-in.
		await this.segmenter().catch(() => null);
		await this.#startOrt();
	}

	/** Anew after `forgetLandmarker`, or where the browser took its graphics context. */
	async landmarker(): Promise<Landmarker> {
		const { task } = await this.#findLandmarker(new AbortController().signal);
		if (!task.isLost) return task;
		this.forgetLandmarker();
		return (await this.#findLandmarker(new AbortController().signal)).task;
	}

	async knownLandmarker(): Promise<KnownLandmarker> {
		const { modelId, hasBlendshapes } = await this.#findLandmarker(new AbortController().signal);
		return { modelId, hasBlendshapes };
	}

	/** After a failure inside of MediaPipe, which leaves its memory in an unknown state. */
	forgetLandmarker(): void {
		this.#landmarker = null;
	}

	/** Anew where the browser took its graphics context. */
	async segmenter(): Promise<Segmenter> {
		const task = await this.#findSegmenter();
		if (!task.isLost) return task;
		this.#segmenter = null;
		return this.#findSegmenter();
	}

	/** By the ONNX graph as soon as onnxruntime has started; in TypeScript before, or without it. */
	readonly evaluate: BasisEvaluator = async (request) => {
		try {
			if (this.#ort !== null) return await this.#ort(request);
		} catch {
			this.#ort = null;
		}
		return evaluateBasis(request);
	};

	#findSegmenter(): Promise<Segmenter> {
		this.#segmenter ??= this.#startSegmenter().catch((error: unknown) => {
			this.#segmenter = null;
			throw error;
		});
		return this.#segmenter;
	}

	#findLandmarker(signal: AbortSignal): Promise<LoadedLandmarker> {
		this.#landmarker ??= this.#startLandmarker(signal).catch((error: unknown) => {
			this.#landmarker = null;
			throw error;
		});
		return this.#landmarker;
	}

	#findVision(signal: AbortSignal): Promise<WebAssembly.Module> {
		const request = this.#request('runtime', this.#options.urls.visionWasm, signal);
		this.#vision ??= loadModule(request).catch((error: unknown) => {
			this.#vision = null;
			throw error;
		});
		return this.#vision;
	}

	async #startLandmarker(signal: AbortSignal): Promise<LoadedLandmarker> {
		const vision = await this.#findVision(signal);
		const { bytes, ...known } = await this.#loadLandmarker(signal);
		const task = await Landmarker.create(bytes, vision, known.hasBlendshapes);
		return { ...known, task };
	}

	async #loadLandmarker(
		signal: AbortSignal
	): Promise<KnownLandmarker & { readonly bytes: Uint8Array }> {
		const { urls, landmarker } = this.#options;
		if (landmarker === null) {
			const request = this.#request('landmarker', urls.landmarker, signal);
			const { bytes, model } = await loadModel('face_landmarker.task', request);
			const hasBlendshapes = model.capabilities.includes('face-blendshapes');
			return { bytes, hasBlendshapes, modelId: modelId(model.name, model.sha256) };
		}
		const { url, name, hasBlendshapes } = landmarker;
		const bytes = await loadAsset(this.#request('landmarker', url, signal));
		if ((await sha256(bytes)) !== landmarker.sha256) throw damaged(name);
		return { bytes, hasBlendshapes, modelId: modelId(name, landmarker.sha256) };
	}

	async #startSegmenter(): Promise<Segmenter> {
		const { urls } = this.#options;
		const request = this.#request('segmenter', urls.segmenter);
		const { bytes } = await loadModel('selfie_multiclass_256x256.tflite', request);
		return Segmenter.create(bytes, await this.#findVision(request.signal));
	}

	async #startOrt(): Promise<void> {
		const { urls } = this.#options;
		try {
			const graph = this.#request('warp-models', urls.velocityBasis);
			const { bytes } = await loadModel('velocity-basis.onnx', graph);
			const wasm = await loadAsset(this.#request('warp-models', urls.ortWasm));
			this.#ort = await createBasisEvaluator(bytes, urls.ortModule, wasm);
		} catch {
			// `evaluate` goes on in TypeScript.
		}
	}

	#request(
		stage: EngineStage,
		url: string,
		signal: AbortSignal = new AbortController().signal
	): AssetRequest {
		const report = this.#report;
		return {
			url,
			signal,
			onProgress: (loadedBytes, totalBytes) => {
				report({ stage, loadedBytes, totalBytes });
			}
		};
	}
}

function modelId(name: string, sha: string): string {
	return `${name}@${sha.slice(0, 12)}`;
}

/** Without it MediaPipe starts, and fails at the first picture, even where it computes on the CPU. */
function hasWebGl(): boolean {
	const canGet = (kind: 'webgl2' | 'webgl'): boolean =>
		new OffscreenCanvas(1, 1).getContext(kind) !== null;
	return canGet('webgl2') || canGet('webgl');
}
