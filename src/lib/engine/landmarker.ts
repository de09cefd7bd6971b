/**
 * MediaPipe's face landmarker in a module worker: looks in, observations in the look's pixels out.
 */
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import { FaceLandmarker, type FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { LANDMARK_COUNT, turnedPose, type FaceObservation } from '../face/index.ts';
import { quarterTurns } from '../geometry/index.ts';
import { lookSize, toPicture, type Look } from './look.ts';
import { VisionCanvas } from './vision-canvas.ts';

/** More than a family picture needs; enough to ask which one is meant. */
const MOST_FACES = 5;

/** For MediaPipe's own loader, of which nothing is used. */
const NO_LOADER = { wasmLoaderPath: '', wasmBinaryPath: '' };

/**
 * Creates a task on MediaPipe's code, which is compiled once for all of them. The code's script consumes
 * `ModuleFactory` and `Module` at each start and, being cached by the module system, does not define them a
 * second time; MediaPipe's loader would need importScripts, which a module worker has not. So they are put
 * in place by hand. Errors: as `create`, and the browser's where there is no memory for another instance.
 */
export async function onVision<T>(
	vision: WebAssembly.Module,
	create: (fileset: typeof NO_LOADER) => Promise<T>
): Promise<T> {
	const failure = Promise.withResolvers<never>();
	const instantiateWasm = (
		imports: WebAssembly.Imports,
		ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void
	): void => {
		WebAssembly.instantiate(vision, imports)
			.then((instance) => ready(instance, vision))
			.catch(failure.reject);
	};
	Object.assign(globalThis, { ModuleFactory, Module: { instantiateWasm } });
	return await Promise.race([create(NO_LOADER), failure.promise]);
}

export class Landmarker {
	readonly #task: FaceLandmarker;
	readonly #canvas: VisionCanvas;

	private constructor(task: FaceLandmarker, canvas: VisionCanvas) {
		this.#task = task;
		this.#canvas = canvas;
	}

	static async create(
		model: Uint8Array,
		vision: WebAssembly.Module,
		hasBlendshapes: boolean
	): Promise<Landmarker> {
		const canvas = new VisionCanvas();
		const task = await onVision(vision, (fileset) =>
			FaceLandmarker.createFromOptions(fileset, {
				// The CPU delegate: 33–60 ms a detection, where software GL takes 90–550.
				baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
				canvas: canvas.canvas,
				runningMode: 'IMAGE',
				numFaces: MOST_FACES,
				outputFacialTransformationMatrixes: true,
				outputFaceBlendshapes: hasBlendshapes
			})
		);
		// The first picture pays for shaders and code: not the first photograph.
		task.detect(new ImageData(128, 128));
		return new Landmarker(task, canvas);
	}

	/** It sees nothing any more: another one is needed. */
	get isLost(): boolean {
		return this.#canvas.isLost;
	}

	/** Faces in the look, mapped back to pixels of the picture. Throws where `isLost`. */
	detect(image: ImageData, look: Look): FaceObservation[] {
		const result = this.#task.detect(image);
		this.#canvas.check();
		return result.faceLandmarks.map((_, face) => observation(result, face, look));
	}
}

function observation(result: FaceLandmarkerResult, face: number, look: Look): FaceObservation {
	const { width, height } = lookSize(look);
	const points = result.faceLandmarks[face] ?? [];
	const landmarks = new Float64Array(3 * LANDMARK_COUNT);
	for (const [i, point] of points.entries()) {
		const [x, y] = toPicture(look, point.x * width, point.y * height);
		landmarks.set([x, y, (point.z * width) / look.scale], 3 * i);
	}
	const matrix = result.facialTransformationMatrixes[face]?.data ?? [];
	const shapes = result.faceBlendshapes[face]?.categories;
	return {
		landmarks,
		// The look was turned clockwise before it was seen.
		pose: turnedPose(rowMajor(matrix), quarterTurns(-look.quarterTurns)),
		blendshapes:
			shapes === undefined
				? null
				: Object.fromEntries(shapes.map(({ categoryName, score }) => [categoryName, score]))
	};
}

/** MediaPipe's column-major matrix as row-major. */
function rowMajor(columnMajor: readonly number[]): readonly number[] {
	return columnMajor.map((_, at) => columnMajor[4 * (at % 4) + Math.floor(at / 4)] ?? 0);
}
