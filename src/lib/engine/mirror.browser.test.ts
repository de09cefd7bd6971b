import { beforeAll, describe, expect, it } from 'vitest';
import astronaut from '../../../tests/fixtures/astronaut.png?url';
import graceHopper from '../../../tests/fixtures/grace-hopper.jpg?url';
import {
	ASTRONAUT,
	GRACE_HOPPER,
	type ObservedPortrait
} from '../../../tests/support/landmark-fixtures.ts';
import {
	differenceOf,
	mirroredObservation,
	mirroredPixels
} from '../../../tests/support/pixels.ts';
import { observeFace, type FaceObservation } from '../face/index.ts';
import type { Pixels } from '../photo/index.ts';
import { mirrorPlan, type Plan } from '../treatment/index.ts';
import { createRenderer, evaluateBasis } from '../warp/index.ts';
import { assetUrls } from './assets.ts';
import { Segmenter, type Segmentation } from './segmenter.ts';
import { Session } from './session.ts';

const SCALE = { irisDiameter: 11.7, pupilDistance: null };
const WITHIN = 2;
const PLANS: readonly Plan[] = [
	{ lip_lift_philtrum: { left: 2, right: 2 }, jaw_masseter: { left: 5, right: 0 } },
	{ nose_deviation: { left: 3, right: 3 }, chin_midline: { left: -4, right: -4 } },
	{ brow_lift: { left: 0, right: 3 }, cheek_malar: { left: 3, right: 1 } },
	{ face_lift: { left: 6, right: 2 }, zygoma_width: { left: -4, right: -2 } }
];

async function pixelsOf(url: string): Promise<Pixels> {
	const bitmap = await createImageBitmap(await (await fetch(url)).blob());
	const { width, height } = bitmap;
	const context = new OffscreenCanvas(width, height).getContext('2d')!;
	context.drawImage(bitmap, 0, 0);
	return { width, height, data: context.getImageData(0, 0, width, height).data };
}

function sessionOf(picture: Pixels, observation: FaceObservation): Session {
	const face = observeFace(observation, observation.landmarks, SCALE, picture);
	return new Session(1, picture, face, evaluateBasis, null);
}

function mirroredSegmentation(segmentation: Segmentation, pictureWidth: number): Segmentation {
	const { box, width, person, classes } = segmentation;
	const other = (i: number): number => i - (i % width) + width - 1 - (i % width);
	return {
		...segmentation,
		box: { ...box, x: pictureWidth - box.x - box.width },
		person: person.map((_, i) => person[other(i)]!),
		classes: classes.map((_, i) => classes[other(i)]!)
	};
}

async function rendered(session: Session, plan: Plan): Promise<Pixels> {
	const cpu = await createRenderer('cpu');
	await cpu.setPicture(session.picture);
	cpu.setPerson(session.person);
	return await cpu.renderFull((await session.stepOf(plan)).backward);
}

let segmenter: Segmenter;

beforeAll(async () => {
	const urls = assetUrls();
	const model = new Uint8Array(await (await fetch(urls.segmenter)).arrayBuffer());
	const vision = await WebAssembly.compileStreaming(fetch(urls.visionWasm));
	segmenter = await Segmenter.create(model, vision);
});

describe('photograph, landmarks, person and sliders in the mirror', () => {
	it.each<readonly [string, string, ObservedPortrait]>([
		['Grace Hopper', graceHopper, GRACE_HOPPER],
		['astronaut', astronaut, ASTRONAUT]
	])('give the mirrored picture of %s', async (_, url, { observation }) => {
		const picture = await pixelsOf(url);
		const seen = sessionOf(picture, observation);
		const mirrored = sessionOf(
			mirroredPixels(picture),
			mirroredObservation(observation, picture.width)
		);
		const segmentation = await segmenter.segment(picture, seen.surroundings);
		seen.useSegmentation(segmentation);
		mirrored.useSegmentation(mirroredSegmentation(segmentation, picture.width));
		for (const plan of PLANS) {
			const wanted = mirroredPixels(await rendered(seen, plan));
			const found = await rendered(mirrored, mirrorPlan(plan));
			expect(differenceOf(mirroredPixels(picture), found).largest).toBeGreaterThan(10);
			expect(differenceOf(wanted, found).largest).toBeLessThanOrEqual(WITHIN);
		}
	});
});
