/**
 * MediaPipe's face landmarker in a module worker: looks in, observations in the look's pixels out.
 */
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import { FaceLandmarker, type FaceLandmarkerResult } from '@mediapipe/tasks-vision';
import { LANDMARK_COUNT, type FaceObservation } from '../face/index.ts';
import { lookSize, toPicture, type Look } from './look.ts';

/** More than a family picture needs; enough to ask which one is meant. */
const MOST_FACES = 5;

/**
 * The wasm loader consumes `ModuleFactory` at each start and, being cached by the module system, does
 * not define it a second time; MediaPipe's own loader would need importScripts, which a module worker
 * has not. So it is put in place by hand before every create, and no loader path is given.
 */
export function visionFileset(wasmBinaryPath: string): {
	wasmLoaderPath: string;
	wasmBinaryPath: string;
} {
	Object.assign(globalThis, { ModuleFactory });
	return { wasmLoaderPath: '', wasmBinaryPath };
}

export class Landmarker {
	readonly #task: FaceLandmarker;

	private constructor(task: FaceLandmarker) {
		this.#task = task;
	}

	static async create(
		model: Uint8Array,
		wasmUrl: string,
		hasBlendshapes: boolean
	): Promise<Landmarker> {
		const task = await FaceLandmarker.createFromOptions(visionFileset(wasmUrl), {
			// The CPU delegate: 33–60 ms a detection, where software GL takes 90–550.
			baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
			runningMode: 'IMAGE',
			numFaces: MOST_FACES,
			outputFacialTransformationMatrixes: true,
			outputFaceBlendshapes: hasBlendshapes
		});
		// The first picture pays for shaders and code: not the first photograph.
		task.detect(new ImageData(128, 128));
		return new Landmarker(task);
	}

	/** Faces in the look, mapped back to pixels of the picture. */
	detect(image: ImageData, look: Look): FaceObservation[] {
		const result = this.#task.detect(image);
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
	const shapes = result.faceBlendshapes[face]?.categories;
	return {
		landmarks,
		pose: uprightPose(result.facialTransformationMatrixes[face]?.data ?? [], look.quarterTurns),
		blendshapes:
			shapes === undefined
				? null
				: Object.fromEntries(shapes.map(({ categoryName, score }) => [categoryName, score]))
	};
}

/**
 * MediaPipe's column-major matrix as row-major, with the look's quarter turns undone: turning the
 * picture clockwise by q is a rotation about the camera's z axis by −90°·q (y up).
 */
function uprightPose(columnMajor: readonly number[], quarterTurns: number): readonly number[] {
	const at = (row: number, column: number): number => columnMajor[4 * column + row] ?? 0;
	const cosine = [1, 0, -1, 0][quarterTurns] ?? 1;
	const sine = [0, 1, 0, -1][quarterTurns] ?? 0;
	return [0, 1, 2, 3].flatMap((row) =>
		[0, 1, 2, 3].map((column) => {
			if (row === 0) return cosine * at(0, column) - sine * at(1, column);
			if (row === 1) return sine * at(0, column) + cosine * at(1, column);
			return at(row, column);
		})
	);
}
