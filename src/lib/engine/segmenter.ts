/** Person and skin classes around one face: selfie_multiclass in MediaPipe's image segmenter. */
import { ImageSegmenter } from '@mediapipe/tasks-vision';
import type { ClassMask } from '../face/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { SkinClasses } from '../skin/index.ts';
import { onVision } from './landmarker.ts';
import { Looker, squareLook } from './look.ts';
import { VisionCanvas } from './vision-canvas.ts';

/** The model's own resolution. */
const SIDE = 256;
/** The model's classes, in its order. */
const BACKGROUND = 0;
const HAIR = 1;
const BODY_SKIN = 2;
const FACE_SKIN = 3;
const OTHERS = 5;

/** Over a square of the picture that may reach outside it, SIDE × SIDE. */
export type Segmentation = ClassMask &
	Omit<SkinClasses, 'outline'> & {
		/** 1 − probability of background. */
		readonly person: Float32Array<ArrayBuffer>;
	};

export class Segmenter {
	readonly #task: ImageSegmenter;
	readonly #canvas: VisionCanvas;

	private constructor(task: ImageSegmenter, canvas: VisionCanvas) {
		this.#task = task;
		this.#canvas = canvas;
	}

	static async create(model: Uint8Array, vision: WebAssembly.Module): Promise<Segmenter> {
		const canvas = new VisionCanvas();
		const task = await onVision(vision, (fileset) =>
			ImageSegmenter.createFromOptions(fileset, {
				baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
				canvas: canvas.canvas,
				runningMode: 'IMAGE',
				outputConfidenceMasks: true,
				outputCategoryMask: false
			})
		);
		return new Segmenter(task, canvas);
	}

	/** It sees nobody any more: another one is needed. */
	get isLost(): boolean {
		return this.#canvas.isLost;
	}

	/** Throws where `isLost`. `around` is widened to a square; the crop, not the frame, gets the model's 256 px. */
	async segment(picture: Pixels, around: Rect): Promise<Segmentation> {
		const side = Math.max(around.width, around.height);
		const x = around.x + around.width / 2;
		const y = around.y + around.height / 2;
		const looker = await Looker.of(picture);
		try {
			const image = looker.draw(squareLook(x, y, side, SIDE));
			const result = this.#task.segment(image);
			const masks = (result.confidenceMasks ?? []).map((mask) => mask.getAsFloat32Array());
			const box = { x: x - side / 2, y: y - side / 2, width: side, height: side };
			this.#canvas.check();
			const segmentation = { box, width: SIDE, height: SIDE, ...classify(masks) };
			result.close();
			return segmentation;
		} finally {
			looker.close();
		}
	}
}

function classify(masks: readonly Float32Array[]): Omit<Segmentation, 'box' | 'width' | 'height'> {
	const person = Float32Array.from(masks[BACKGROUND] ?? [], (background) => 1 - background);
	const classes = new Uint8Array(person.length);
	for (let i = 0; i < classes.length; i++) {
		let best = -1;
		for (const [kind, mask] of masks.entries()) {
			const confidence = mask[i] ?? 0;
			if (confidence > best) {
				best = confidence;
				classes[i] = kind;
			}
		}
	}
	// The masks' memory is the model's own and goes with the result.
	const copied = (kind: number) => Float32Array.from(masks[kind] ?? []);
	return {
		person,
		classes,
		hair: copied(HAIR),
		bodySkin: copied(BODY_SKIN),
		faceSkin: copied(FACE_SKIN),
		others: copied(OTHERS)
	};
}
