import { describe, expect, test } from 'vitest';
import graceHopper from '../../../tests/fixtures/landmarks/grace-hopper.json' with { type: 'json' };
import { syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { observeFace, SKIN_COUNT, type Face } from '../face/index.ts';
import { placed, type Similarity } from '../geometry/index.ts';
import { exposureBetween, lit } from './exposure.ts';
import { byLandmarks } from './register.ts';

const SCALE = { irisDiameter: 11.7, pupilDistance: null };
const PICTURE = { width: 4000, height: 4000 };
const SMALL = { width: 800, height: 800 };

function faceOf(landmarks: Float64Array, of: Face): Face {
	return observeFace(of.observation, landmarks, SCALE, of.picture);
}

function portrait(): Face {
	const landmarks = Float64Array.from(graceHopper.landmarks);
	const { pose, blendshapes, picture } = graceHopper;
	return observeFace({ landmarks, pose, blendshapes }, landmarks, SCALE, picture);
}

function drawn(yaw = 0, pitch = 0, picture = PICTURE): Face {
	const observation = syntheticFace({ picture, pxPerMm: picture.width / 500, yaw, pitch });
	return observeFace(observation, observation.landmarks, SCALE, picture);
}

function randomSource(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** The face as a photograph shows it that is turned, of another size and elsewhere. */
function moved(face: Face, similarity: Similarity, wanderMm = 0): Face {
	const random = randomSource(11);
	const wander = () => 2 * Math.sqrt(3) * (random() - 0.5) * wanderMm * face.scale.pxPerMm;
	const landmarks = Float64Array.from(face.landmarks);
	for (let at = 0; at < landmarks.length; at += 3) {
		const [x, y] = placed(similarity, [
			face.landmarks[at]! + wander(),
			face.landmarks[at + 1]! + wander()
		]);
		landmarks.set([x, y], at);
	}
	return faceOf(landmarks, face);
}

const turned = (degrees: number, size: number, x: number, y: number): Similarity => ({
	cos: size * Math.cos((degrees * Math.PI) / 180),
	sin: size * Math.sin((degrees * Math.PI) / 180),
	x,
	y
});

/** Largest distance on the skin, mm of the reference, after the other was laid over it. */
function furthest(reference: Face, other: Face, skip: ReadonlySet<number> = new Set()): number {
	const toReference = byLandmarks(reference, other);
	return Math.max(
		...Array.from({ length: SKIN_COUNT }, (_, landmark) => {
			if (skip.has(landmark)) return 0;
			const at = 3 * landmark;
			const [x, y] = placed(toReference, [other.landmarks[at]!, other.landmarks[at + 1]!]);
			const [u, v] = [reference.landmarks[at]!, reference.landmarks[at + 1]!];
			return Math.hypot(x - u, y - v) / reference.scale.pxPerMm;
		})
	);
}

const MOVES = [
	['turned by 12°', turned(12, 1, 0, 0)],
	['half as large', turned(0, 0.5, 40, -25)],
	['turned, larger and elsewhere', turned(-31, 1.7, -310, 220)],
	['on its head', turned(180, 0.9, 3000, 3000)]
] as const;

describe.each([
	['a portrait', portrait()],
	['a drawn face', drawn()],
	['a drawn face seen from the side', drawn(38)]
])('%s', (_, face) => {
	test.each(MOVES)('%s lies over itself', (_name, similarity) => {
		const other = moved(face, similarity);
		expect(furthest(face, other)).toBeLessThan(0.001);
	});

	test.each(MOVES)(
		'%s, and seen a little differently, lies within half a millimetre',
		(_name, similarity) => {
			const other = moved(face, similarity, 0.1);
			expect(furthest(face, other)).toBeLessThan(0.5);
		}
	);
});

test('what was treated does not pull the rest along', () => {
	const face = drawn();
	const landmarks = Float64Array.from(face.landmarks);
	const treated = new Set<number>();
	const near = (landmark: number, of: number): boolean =>
		Math.hypot(
			face.landmarks[3 * landmark]! - face.landmarks[3 * of]!,
			face.landmarks[3 * landmark + 1]! - face.landmarks[3 * of + 1]!
		) <
		20 * face.scale.pxPerMm;
	for (let landmark = 0; landmark < SKIN_COUNT; landmark++) {
		// Both cheeks, lifted.
		if (!near(landmark, 50) && !near(landmark, 280)) continue;
		treated.add(landmark);
		landmarks[3 * landmark + 1]! -= 6 * face.scale.pxPerMm;
	}
	expect(treated.size).toBeGreaterThan(15);
	expect(furthest(face, faceOf(landmarks, face), treated)).toBeLessThan(0.001);
});

test('one corner of an eye that was seen wrongly is left out', () => {
	const face = drawn();
	const landmarks = Float64Array.from(face.landmarks);
	landmarks[3 * 33]! += 9 * face.scale.pxPerMm;
	expect(furthest(face, faceOf(landmarks, face), new Set([33]))).toBeLessThan(0.001);
});

describe('light', () => {
	const face = drawn(0, 0, SMALL);
	/** Skin with a shadow to one side, in linear light times `gains`. */
	function skin(
		gains: readonly number[],
		shadow = 0
	): { data: Uint8Array; width: number; height: number } {
		const { width, height } = SMALL;
		const data = new Uint8Array(4 * width * height);
		const level = (light: number): number => {
			const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
			return Math.round(255 * Math.min(1, Math.max(0, value)));
		};
		const lit = [0.42, 0.24, 0.17].map((light, c) => level(light * gains[c]!));
		const dark = [0.42, 0.24, 0.17].map((light, c) => level(light * gains[c]! * (1 - shadow)));
		for (let i = 0; i < width * height; i++) data.set(i % width < 0.3 * width ? dark : lit, 4 * i);
		return { data, width, height };
	}

	test.each([[[1, 1, 1]], [[0.5, 0.5, 0.5]], [[1.3, 1, 0.7]]])('of %j is brought back', (gains) => {
		const found = exposureBetween(
			{ picture: skin([1, 1, 1]), face },
			{ picture: skin(gains), face }
		);
		found.forEach((gain, c) => {
			expect(gain * gains[c]!).toBeCloseTo(1, 1);
			expect(Math.abs(gain * gains[c]! - 1)).toBeLessThan(0.02);
		});
	});

	test('brought back, the pixels are what they were', () => {
		const gains = [0.6, 0.7, 0.8] as const;
		const dark = Uint8ClampedArray.from(skin(gains).data);
		const light = lit(dark, [1 / gains[0], 1 / gains[1], 1 / gains[2]]);
		const wanted = skin([1, 1, 1]).data;
		const off = Math.max(
			...Array.from(light.slice(0, 4000), (value, i) => Math.abs(value - wanted[i]!))
		);
		// A level of the dark one is more than one of the light one.
		expect(off).toBeLessThanOrEqual(2);
		expect(lit(dark, [1, 1, 1])).toBe(dark);
	});

	test('a shadow on one side is no other exposure', () => {
		const found = exposureBetween(
			{ picture: skin([1, 1, 1]), face },
			{ picture: skin([1, 1, 1], 0.5), face }
		);
		for (const gain of found) expect(Math.abs(gain - 1)).toBeLessThan(0.02);
	});

	test('where nothing can be told nothing is changed', () => {
		const black = skin([0, 0, 0]);
		expect(exposureBetween({ picture: skin([1, 1, 1]), face }, { picture: black, face })).toEqual([
			1, 1, 1
		]);
	});
});
