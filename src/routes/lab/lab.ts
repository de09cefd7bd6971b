import { toWire } from '$lib/errors.ts';
import {
	createEngine,
	type Engine,
	type EngineEvent,
	type Illustration,
	type PictureId
} from '$lib/engine/index.ts';
import { assessQuality, IRIS_DIAMETER, type Face, type FaceObservation } from '$lib/face/index.ts';
import type { Size } from '$lib/geometry/index.ts';
import { openPhoto, type OpenedPhoto, type Pixels } from '$lib/photo/index.ts';
import { NO_RELAXATION, type Plan, type TreatmentId } from '$lib/treatment/index.ts';
import type { Frame } from '$lib/warp/index.ts';
import type { LabPhoto, LaidPhotograph, StepFigures, Timings, VultusLab } from './lab-api.ts';

const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

type Stopwatch = { readonly timings: Timings; readonly lap: (stage: string) => void };

/** Names each stage when it is over. */
function stopwatch(): Stopwatch {
	let started = performance.now();
	const timings: Record<string, number> = {};
	const lap = (stage: string): void => {
		const now = performance.now();
		timings[stage] = now - started;
		started = now;
	};
	return { timings, lap };
}

function sizeOf({ width, height }: Pixels): Size {
	return { width, height };
}

function faceArea({ landmarks }: FaceObservation): number {
	const xs = landmarks.filter((_, i) => i % 3 === 0);
	const ys = landmarks.filter((_, i) => i % 3 === 1);
	return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

/** The whole picture in the middle of the display, on black. */
function fitted(picture: Size, display: Size): Frame {
	const scale = Math.min(display.width / picture.width, display.height / picture.height);
	const transform = {
		scale,
		offsetX: (display.width - scale * picture.width) / 2,
		offsetY: (display.height - scale * picture.height) / 2,
		mirrored: false
	};
	const clip = { x: 0, y: 0, ...display };
	return { ...display, surround: [0, 0, 0], panes: [{ clip, transform, shows: 'illustration' }] };
}

async function laidOut(
	photograph: ImageBitmap,
	{ size, scale, middle, filter }: LaidPhotograph
): Promise<ImageBitmap> {
	const canvas = new OffscreenCanvas(size.width, size.height);
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('no 2d canvas');
	context.fillStyle = '#9a9a96';
	context.fillRect(0, 0, size.width, size.height);
	context.filter = filter;
	context.imageSmoothingQuality = 'high';
	context.translate(size.width / 2, size.height / 2);
	context.scale(scale, scale);
	context.drawImage(photograph, -middle[0], -middle[1]);
	return await createImageBitmap(canvas);
}

async function pngOf({ width, height, data }: Pixels): Promise<Uint8Array> {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('no 2d canvas');
	context.putImageData(new ImageData(data, width, height), 0, 0);
	const blob = await canvas.convertToBlob({ type: 'image/png' });
	return new Uint8Array(await blob.arrayBuffer());
}

/** Chromium only, and only on an isolated page, which the app's headers make this one. */
type MemoryMeter = { measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }> };

async function heldBytes(): Promise<number> {
	const measured = await (performance as MemoryMeter).measureUserAgentSpecificMemory?.();
	if (measured === undefined) throw new Error('this browser does not measure memory');
	return measured.bytes;
}

/** Drives the app's rooms for checks from outside; `input` is where photographs are put. */
export function createLab(input: HTMLInputElement): VultusLab {
	let engine: Engine | null = null;
	let picture: Size = { width: 0, height: 0 };
	const segmented = new Map<PictureId, PromiseWithResolvers<readonly TreatmentId[] | null>>();
	const skins = new Map<PictureId, PromiseWithResolvers<number | null>>();

	const started = (): Engine => {
		if (engine === null) throw new Error('vultusLab.start() comes first');
		return engine;
	};

	const file = (): File => {
		const [put] = input.files ?? [];
		if (put === undefined) throw new Error('no file was put into the input');
		return put;
	};

	/** The person layer of a picture arrives some time after the picture was adopted. */
	function segmentation(id: PictureId): PromiseWithResolvers<readonly TreatmentId[] | null> {
		const known = segmented.get(id) ?? Promise.withResolvers();
		segmented.set(id, known);
		return known;
	}

	/** So does what its skin can show: how long the worker read it, ms, or null where it could not. */
	function skin(id: PictureId): PromiseWithResolvers<number | null> {
		const known = skins.get(id) ?? Promise.withResolvers();
		skins.set(id, known);
		return known;
	}

	function hear(event: EngineEvent): void {
		if (event.type === 'segmented') segmentation(event.picture).resolve(event.layers);
		if (event.type === 'segmentation-failed') {
			segmentation(event.picture).resolve(null);
			skin(event.picture).resolve(null);
		}
		if (event.type === 'skin-ready') skin(event.picture).resolve(event.layersMs);
		if (event.type === 'skin-failed') skin(event.picture).resolve(null);
	}

	async function adopt(id: PictureId, observation: FaceObservation): Promise<Face> {
		const { landmarks } = observation;
		return await started().adopt(id, { observation, landmarks, scale: SCALE });
	}

	/** The lab says nothing of the skin, and knows no other photograph. */
	function unmarked(plan: Plan): Illustration {
		return { plan, marks: { strokes: [], folds: [] }, relaxation: NO_RELAXATION };
	}

	/** Found faces of a decoded photograph; the largest is adopted. */
	async function adoptLargest(opened: OpenedPhoto, { timings, lap }: Stopwatch): Promise<LabPhoto> {
		const { kind, notices } = opened;
		const size = sizeOf(opened.pixels);
		const detection = await started().detect(opened.pixels);
		lap('detect');
		const { observations } = detection;
		const [largest] = [...observations].sort((a, b) => faceArea(b) - faceArea(a));
		const common = { kind, notices, picture: size, faces: observations.length, timingsMs: timings };
		if (largest === undefined) {
			await started().discard(detection.picture);
			return { ...common, face: null, quality: [], contours: null, layersMs: null };
		}
		const face = await adopt(detection.picture, largest);
		lap('adopt');
		const contours = await segmentation(detection.picture).promise;
		lap('segment');
		const layersMs = await skin(detection.picture).promise;
		lap('skin');
		picture = size;
		const sharpness = detection.sharpness[observations.indexOf(largest)] ?? 0;
		return { ...common, face, quality: assessQuality(face, sharpness), contours, layersMs };
	}

	return {
		async start(landmarker) {
			engine?.dispose();
			segmented.clear();
			skins.clear();
			engine = createEngine(landmarker);
			engine.subscribe(hear);
			return await engine.start();
		},
		decode: async () => (await openPhoto(file())).pixels,
		decodedPng: async () => await pngOf((await openPhoto(file())).pixels),
		async open() {
			const watch = stopwatch();
			try {
				const opened = await openPhoto(file());
				watch.lap('decode');
				return { ok: true, value: await adoptLargest(opened, watch) };
			} catch (error) {
				return { ok: false, error: toWire(error) };
			}
		},
		async openPixels(pixels, observation) {
			const size = sizeOf(pixels);
			const detection = await started().detect(pixels);
			const face = await adopt(detection.picture, observation);
			await segmentation(detection.picture).promise;
			await skin(detection.picture).promise;
			picture = size;
			return face;
		},
		useRenderer: (kind) => started().useRenderer(kind),
		async show(plan, display) {
			const watch = stopwatch();
			const shown = await started().show({ ...unmarked(plan), frame: fitted(picture, display) });
			watch.lap('total');
			if (shown === null) throw new Error('a newer step overtook this one');
			shown.bitmap.close();
			const { report, renderer, timingsMs } = shown;
			return { report, renderer, timingsMs: { ...timingsMs, ...watch.timings } };
		},
		solve: (plan) => started().solve(plan),
		async solveMany(plans) {
			const figures: StepFigures[] = [];
			for (const plan of plans) {
				const { minJacobian, minJacobianAsked, scaledBack } = await started().solve(plan);
				figures.push({ minJacobian, minJacobianAsked, scaledBack });
			}
			return figures;
		},
		render: (plan) => started().render(plan && unmarked(plan)),
		async timeRender(plan) {
			const asked = performance.now();
			await started().render(unmarked(plan));
			return performance.now() - asked;
		},
		renderPng: async (plan) => await pngOf(await started().render(plan && unmarked(plan))),
		async watch(laid) {
			const photograph = await createImageBitmap(file());
			return await started().watch(laid === null ? photograph : await laidOut(photograph, laid));
		},
		redetect: (pixels) => started().redetect(pixels),
		personMask: () => started().personMask(),
		skinClasses: () => started().skinClasses(),
		memory: heldBytes
	};
}
