import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import astronaut from '../../../tests/fixtures/astronaut.png?url';
import coffee from '../../../tests/fixtures/coffee.png?url';
import graceHopper from '../../../tests/fixtures/grace-hopper.jpg?url';
import { firstDifference } from '../../../tests/support/first-difference.ts';
import { isAppError } from '../errors.ts';
import { headPose } from '../face/index.ts';
import type { Pixels } from '../photo/index.ts';
import { NO_RELAXATION, treatment } from '../treatment/index.ts';
import type { Frame, RendererKind } from '../warp/index.ts';
import {
	createEngine,
	type Detection,
	type Engine,
	type EngineEvent,
	type LoadProgress
} from './index.ts';

const SCALE = { irisDiameter: 11.7, pupilDistance: null };
const FULL = import.meta.env['VULTUS_FULL'] === '1';
/** Nothing is said of the skin, and no other photograph is known. */
const ALONE = { marks: { strokes: [], folds: [] }, relaxation: NO_RELAXATION };

let engine: Engine;

async function bitmap(url: string): Promise<ImageBitmap> {
	return createImageBitmap(await (await fetch(url)).blob());
}

/** Pictures drawn at places of a grey canvas. */
async function canvasWith(
	width: number,
	height: number,
	pictures: readonly { url: string; x: number; y: number; width: number }[]
): Promise<Pixels> {
	const context = new OffscreenCanvas(width, height).getContext('2d')!;
	context.fillStyle = '#9a9a96';
	context.fillRect(0, 0, width, height);
	for (const { url, x, y, width: drawn } of pictures) {
		const picture = await bitmap(url);
		context.drawImage(picture, x, y, drawn, (drawn * picture.height) / picture.width);
	}
	const { data } = context.getImageData(0, 0, width, height);
	return { width, height, data };
}

async function pixelsOf(url: string): Promise<Pixels> {
	const { width, height } = await bitmap(url);
	return canvasWith(width, height, [{ url, x: 0, y: 0, width }]);
}

function turnedClockwise({ width, height, data }: Pixels, quarters: number): Pixels {
	const source = new OffscreenCanvas(width, height);
	source.getContext('2d')!.putImageData(new ImageData(data.slice(), width, height), 0, 0);
	const [w, h] = quarters % 2 === 0 ? [width, height] : [height, width];
	const context = new OffscreenCanvas(w, h).getContext('2d')!;
	context.translate(w / 2, h / 2);
	context.rotate((quarters * Math.PI) / 2);
	context.drawImage(source, -width / 2, -height / 2);
	return { width: w, height: h, data: context.getImageData(0, 0, w, h).data };
}

/** −180…180°. */
function angleBetween(a: number, b: number): number {
	return ((((a - b + 180) % 360) + 360) % 360) - 180;
}

function nextSegmentation(): Promise<EngineEvent> {
	return new Promise((resolve) => {
		const stop = engine.subscribe((event) => {
			if (event.type !== 'segmented' && event.type !== 'segmentation-failed') return;
			stop();
			resolve(event);
		});
	});
}

/** Settles when the skin of this picture is read. */
function skinOf(picture: number): Promise<void> {
	return new Promise((resolve) => {
		const stop = engine.subscribe((event) => {
			if (event.type !== 'skin-ready' || event.picture !== picture) return;
			stop();
			resolve();
		});
	});
}

function frameOf({ width, height }: Pixels): Frame {
	return {
		width,
		height,
		surround: [30, 30, 30],
		panes: [
			{
				clip: { x: 0, y: 0, width, height },
				transform: { scale: 1, offsetX: 0, offsetY: 0, mirrored: false },
				shows: 'illustration'
			}
		]
	};
}

async function adoptFirst(detection: Detection) {
	const [observation] = detection.observations;
	return engine.adopt(detection.picture, {
		observation: observation!,
		landmarks: observation!.landmarks,
		scale: SCALE
	});
}

beforeAll(async () => {
	engine = createEngine();
	await engine.start();
});

afterAll(() => {
	engine.dispose();
});

describe('the engine, with its real models', () => {
	it('tells which landmarker it has', async () => {
		const info = await engine.start();
		expect(info.modelId).toMatch(/^face-landmarker@[0-9a-f]{12}$/);
		expect(info.hasBlendshapes).toBe(false);
	});

	it.each([
		['astronaut', astronaut, 512, 512],
		['Grace Hopper', graceHopper, 512, 600]
	])('finds one face with 478 points: %s', async (_, url, width, height) => {
		const { observations, sharpness } = await engine.detect(await pixelsOf(url));
		expect(observations).toHaveLength(1);
		expect(sharpness[0]).toBeGreaterThan(0);
		const { landmarks, pose, blendshapes } = observations[0]!;
		expect(landmarks).toHaveLength(3 * 478);
		expect(pose).toHaveLength(16);
		expect(pose.slice(12)).toEqual([0, 0, 0, 1]);
		expect(blendshapes).toBeNull();
		for (let i = 0; i < 478; i++) {
			expect(landmarks[3 * i]).toBeGreaterThan(0);
			expect(landmarks[3 * i]).toBeLessThan(width);
			expect(landmarks[3 * i + 1]).toBeGreaterThan(0);
			expect(landmarks[3 * i + 1]).toBeLessThan(height);
		}
	});

	it('finds no face in a cup of coffee', async () => {
		const { observations } = await engine.detect(await pixelsOf(coffee));
		expect(observations).toEqual([]);
	});

	it.runIf(FULL)('finds a small face in a large frame, where it is', async () => {
		const near = (await engine.detect(await pixelsOf(graceHopper))).observations[0]!;
		const scene = await canvasWith(3200, 2400, [
			{ url: graceHopper, x: 2300, y: 1500, width: 256 }
		]);
		const { observations } = await engine.detect(scene);
		expect(observations).toHaveLength(1);
		const far = observations[0]!.landmarks;
		for (const landmark of [4, 33, 263, 152]) {
			const [x, y] = [3 * landmark, 3 * landmark + 1];
			expect(Math.abs(far[x]! - (2300 + near.landmarks[x]! / 2))).toBeLessThan(4);
			expect(Math.abs(far[y]! - (1500 + near.landmarks[y]! / 2))).toBeLessThan(4);
		}
	});

	it('finds two faces', async () => {
		const two = await canvasWith(1400, 600, [
			{ url: graceHopper, x: 0, y: 0, width: 512 },
			{ url: astronaut, x: 888, y: 44, width: 512 }
		]);
		expect((await engine.detect(two)).observations).toHaveLength(2);
	});

	it.each([1, 2, 3])('finds a face turned clockwise by %d × 90°, and how', async (quarters) => {
		const upright = await pixelsOf(graceHopper);
		const turned = turnedClockwise(upright, quarters);
		const [before] = (await engine.detect(upright)).observations;
		const { observations } = await engine.detect(turned);
		expect(observations).toHaveLength(1);
		const rolled = headPose(observations[0]!).roll - headPose(before!).roll;
		expect(Math.abs(angleBetween(rolled, -90 * quarters))).toBeLessThan(2);
		const [nose, chin] = [4, 152].map((landmark) => observations[0]!.landmarks.slice(3 * landmark));
		const direction = (Math.atan2(chin![1]! - nose![1]!, chin![0]! - nose![0]!) * 180) / Math.PI;
		expect(Math.abs(angleBetween(direction, 90 + 90 * quarters))).toBeLessThan(15);
	});

	it('has no photograph to show before one is adopted', async () => {
		const fresh = createEngine();
		const early = await fresh.personMask().catch((error: unknown) => error);
		expect(isAppError(early, 'engine.no-photo')).toBe(true);
		fresh.dispose();
	});

	it.runIf(FULL)(
		'starts again after a start that was cancelled, and says how far it is',
		async () => {
			const fresh = createEngine();
			const controller = new AbortController();
			const starting = fresh.start({ signal: controller.signal });
			controller.abort();
			await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
			const seen: LoadProgress[] = [];
			await fresh.start({ onProgress: (progress) => seen.push(progress) });
			const landmarker = seen.filter(({ stage }) => stage === 'landmarker').at(-1);
			expect(landmarker?.loadedBytes).toBe(3_004_591);
			expect(landmarker?.totalBytes).toBe(3_004_591);
			fresh.dispose();
		}
	);

	it('ends the calls under way when it is disposed of', async () => {
		const fresh = createEngine();
		const starting = fresh.start();
		fresh.dispose();
		await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
	});

	it('stops when it is told to', async () => {
		const controller = new AbortController();
		const scene = await canvasWith(3000, 3000, []);
		const detecting = engine.detect(scene, { signal: controller.signal });
		controller.abort();
		await expect(detecting).rejects.toMatchObject({ code: 'cancelled' });
	});

	it.each<RendererKind>(['cpu', 'webgl2', 'webgpu'])('shows and renders on %s', async (kind) => {
		expect(await engine.useRenderer(kind)).toBe(kind);
		const pixels = await pixelsOf(graceHopper);
		const original = pixels.data.slice();
		const frame = frameOf(pixels);
		const face = await adoptFirst(await engine.detect(pixels));
		expect(face.pose.view).toBe('frontal');

		const still = await engine.render(null);
		expect(firstDifference(still.data, original)).toBe(-1);
		const unmoved = await engine.render({ plan: {}, ...ALONE });
		expect(firstDifference(unmoved.data, original)).toBe(-1);

		const { typical } = treatment('jaw_masseter');
		const plan = { jaw_masseter: { left: typical, right: typical } };
		const shown = await engine.show({ plan, ...ALONE, frame });
		expect(shown?.renderer).toBe(kind);
		expect(shown?.report.minJacobian).toBeGreaterThan(0.1);
		expect(shown?.report.readOuts['jaw_masseter']?.fieldMm).toBeCloseTo(typical, 1);
		shown?.bitmap.close();
		const moved = await engine.render({ plan, ...ALONE });
		expect(moved.width).toBe(still.width);
		expect(firstDifference(moved.data, original)).not.toBe(-1);
	});

	it('segments the person behind the picture and then knows its contours', async () => {
		const segmented = nextSegmentation();
		const detection = await engine.detect(await pixelsOf(graceHopper));
		await adoptFirst(detection);
		expect(await segmented).toMatchObject({ type: 'segmented', picture: detection.picture });
		const mask = await engine.personMask();
		const { landmarks } = detection.observations[0]!;
		const nose = Math.round(landmarks[3 * 4 + 1]!) * 512 + Math.round(landmarks[3 * 4]!);
		expect(mask?.[nose]).toBe(255);
		expect(mask?.some((alpha) => alpha === 0)).toBe(true);
	});

	it('reads the skin after that, and says how far', async () => {
		const detection = await engine.detect(await pixelsOf(astronaut));
		const told: EngineEvent[] = [];
		const stop = engine.subscribe((event) => {
			if (!('picture' in event) || event.picture === detection.picture) told.push(event);
		});
		const ready = skinOf(detection.picture);
		await adoptFirst(detection);
		await ready;
		stop();
		const shares = told.flatMap((event) => (event.type === 'skin-progress' ? event.fraction : []));
		expect(shares).toHaveLength(5);
		expect(shares).toEqual(shares.toSorted((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
		expect(told[0]?.type).toBe('segmented');
	});

	it('leaves the skin while a camera guides, and goes on after it', async () => {
		const detection = await engine.detect(await pixelsOf(graceHopper));
		const outlined = nextSegmentation();
		const ready = skinOf(detection.picture);
		let steps = 0;
		const stop = engine.subscribe((event) => {
			if (event.type === 'skin-progress') steps++;
		});
		await adoptFirst(detection);
		await outlined;
		for (let k = 0; k < 12; k++) {
			await engine.watch(await bitmap(graceHopper));
			await new Promise((resolve) => setTimeout(resolve, 300));
		}
		expect(steps).toBeLessThan(3);
		await ready;
		stop();
		expect(steps).toBeGreaterThan(4);
	});

	it('keeps what a mark protects as the photograph has it', async () => {
		const pixels = await pixelsOf(astronaut);
		const { width } = pixels;
		const original = pixels.data.slice();
		const detection = await engine.detect(pixels);
		const ready = skinOf(detection.picture);
		const { pxPerMm } = (await adoptFirst(detection)).scale;
		await ready;

		const change = ({ data }: Pixels, i: number): number =>
			Math.max(...[0, 1, 2].map((c) => Math.abs(data[4 * i + c]! - original[4 * i + c]!)));
		const plan = { skin_redness: { left: 100, right: 100 } };
		const treated = await engine.render({ plan, ...ALONE });
		const at = original
			.slice(0, original.length / 4)
			.reduce((most, _, i) => (change(treated, i) > change(treated, most) ? i : most), 0);
		expect(change(treated, at)).toBeGreaterThan(5);

		const place = [(at % width) + 0.5, Math.floor(at / width) + 0.5] as const;
		const protect = { kind: 'protect', points: [place], radiusMm: 3 } as const;
		const kept = await engine.render({
			plan,
			marks: { strokes: [protect], folds: [] },
			relaxation: NO_RELAXATION
		});
		const reach = Math.floor(protect.radiusMm * pxPerMm);
		for (let dy = -reach; dy <= reach; dy++) {
			const half = Math.floor(Math.sqrt(reach * reach - dy * dy));
			for (let dx = -half; dx <= half; dx++) expect(change(kept, at + dy * width + dx)).toBe(0);
		}
		expect(firstDifference(kept.data, original)).not.toBe(-1);
	});

	it.runIf(FULL)('tells glasses from a bare face', async () => {
		const coveringsOf = async (url: string) => {
			const segmented = nextSegmentation();
			await adoptFirst(await engine.detect(await pixelsOf(url)));
			const event = await segmented;
			return event.type === 'segmented' ? event.coverings : undefined;
		};
		expect(await coveringsOf(graceHopper)).toMatchObject({
			tear_trough: ['glasses'],
			brow_lift: ['glasses']
		});
		const bare = await coveringsOf(astronaut);
		expect(Object.values(bare ?? {}).flat()).not.toContain('glasses');
		expect(bare).toMatchObject({ temple_fill: ['hair'] });
	});

	it.runIf(FULL)('keeps the outline of a face whose landmarks are put right', async () => {
		const segmented = nextSegmentation();
		const detection = await engine.detect(await pixelsOf(graceHopper));
		await adoptFirst(detection);
		const first = await segmented;
		const again = nextSegmentation();
		const [observation] = detection.observations;
		const landmarks = Float64Array.from(
			observation!.landmarks,
			(value, i) => value + (i === 12 ? 3 : 0)
		);
		const face = await engine.adopt(detection.picture, {
			observation: observation!,
			landmarks,
			scale: SCALE
		});
		expect(face.landmarks[12]).toBe(landmarks[12]);
		expect(await engine.personMask()).not.toBeNull();
		expect(await again).toEqual(first);
	});

	it('leaves the photograph on show when another cannot be adopted', async () => {
		const detection = await engine.detect(await pixelsOf(graceHopper));
		await adoptFirst(detection);
		const [observation] = detection.observations;
		const other = await engine.detect(await pixelsOf(astronaut));
		const nowhere = new Float64Array(observation!.landmarks.length);
		await expect(
			engine.adopt(other.picture, { observation: observation!, landmarks: nowhere, scale: SCALE })
		).rejects.toMatchObject({ code: 'face.too-small' });
		await engine.discard(other.picture);
		expect((await engine.render(null)).height).toBe(600);
		await expect(
			engine.adopt(other.picture, {
				observation: other.observations[0]!,
				landmarks: other.observations[0]!.landmarks,
				scale: SCALE
			})
		).rejects.toMatchObject({ code: 'engine.no-photo' });
	});

	it('shows nothing once the photograph on show is discarded, and the next one again', async () => {
		const detection = await engine.detect(await pixelsOf(graceHopper));
		await adoptFirst(detection);
		const { picture } = detection;
		await engine.discard(picture);
		await expect(engine.render(null)).rejects.toMatchObject({ code: 'engine.no-photo' });
		await expect(engine.pixelsOf(picture)).rejects.toMatchObject({ code: 'engine.no-photo' });
		await adoptFirst(await engine.detect(await pixelsOf(graceHopper)));
		expect((await engine.render(null)).height).toBe(600);
	});

	it.runIf(FULL)(
		'hands out a copy of what it holds, and adopts what it never looked at',
		async () => {
			const pixels = await pixelsOf(graceHopper);
			const original = pixels.data.slice();
			const { picture, observations } = await engine.detect(pixels);
			const copy = await engine.pixelsOf(picture);
			expect(firstDifference(copy.data, original)).toBe(-1);
			const added = await engine.add(copy);
			expect(added).not.toBe(picture);
			await adoptFirst({ picture: added, observations, sharpness: [] });
			expect(firstDifference((await engine.render(null)).data, original)).toBe(-1);
			await engine.discard(picture);
			await expect(engine.pixelsOf(picture)).rejects.toMatchObject({ code: 'engine.no-photo' });
		}
	);

	it.runIf(FULL)(
		'keeps a candidate while another picture is adopted, but not the one on show before',
		async () => {
			const first = await engine.detect(await pixelsOf(graceHopper));
			const second = await engine.detect(await pixelsOf(astronaut));
			await adoptFirst(first);
			await adoptFirst(second);
			expect((await engine.render(null)).height).toBe(512);
			await expect(engine.pixelsOf(first.picture)).rejects.toMatchObject({
				code: 'engine.no-photo'
			});
		}
	);

	it('lets the newest of many jobs win', async () => {
		const pixels = await pixelsOf(graceHopper);
		const frame = frameOf(pixels);
		await adoptFirst(await engine.detect(pixels));
		const jobs = [0.5, 1, 1.5, 2, 2.5, 3].map((value) =>
			engine.show({
				plan: { chin_height: { left: value, right: value } },
				...ALONE,
				frame
			})
		);
		const shown = await Promise.all(jobs);
		expect(shown.at(-1)).not.toBeNull();
		expect(shown.filter((job) => job === null).length).toBeGreaterThan(0);
		expect(shown.at(-1)?.report.readOuts['chin_height']?.nominal).toBe(3);
		for (const job of shown) job?.bitmap.close();
	});

	it.runIf(FULL)('refuses a landmarker that is not the one it was promised', async () => {
		const other = createEngine({
			url: new URL(coffee, location.href).href,
			sha256: '0'.repeat(64),
			name: 'other',
			hasBlendshapes: false
		});
		await expect(other.start()).rejects.toMatchObject({ code: 'engine.asset-damaged' });
		other.dispose();
	});
});
