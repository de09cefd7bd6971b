import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASTRONAUT, GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import {
	projectionOf,
	SYNTHETIC_PICTURE,
	syntheticFace,
	type SyntheticFace
} from '../../../tests/support/synthetic-face.ts';
import {
	CANONICAL_POINTS,
	IRIS_DIAMETER,
	LANDMARK_GROUPS,
	observeFace,
	SKIN_COUNT,
	TRIANGLES
} from '../face/index.ts';
import {
	median,
	radians,
	rotationFromAngles,
	transform,
	type Vec2,
	type Vec3
} from '../geometry/index.ts';
import { glue, unglue, type ChartedFace } from './index.ts';

const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };
/** Of the error of glue, mm. */
const BOUND = 1;

function faceOf(options: SyntheticFace): ChartedFace {
	const observation = syntheticFace(options);
	return observeFace(observation, observation.landmarks, SCALE, SYNTHETIC_PICTURE);
}

/** Repeatable. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Anywhere on the canonical face, mm, with the triangle that it lies in. */
function placesOnMesh(count: number, random: () => number) {
	return Array.from({ length: count }, () => {
		const on = TRIANGLES[Math.floor(random() * TRIANGLES.length)]!;
		const root = Math.sqrt(random());
		const along = random();
		const weights: Vec3 = [1 - root, root * (1 - along), root * along];
		return { on, weights };
	});
}

type Place = ReturnType<typeof placesOnMesh>[number];

function pointOf({ on, weights }: Place, corner: (landmark: number) => Vec3): Vec3 {
	const corners = on.map(corner);
	return [0, 1, 2].map((axis) =>
		corners.reduce((sum, value, k) => sum + weights[k]! * value[axis]!, 0)
	) as unknown as Vec3;
}

const cornerOf =
	({ landmarks }: ChartedFace) =>
	(landmark: number): Vec3 => [
		landmarks[3 * landmark]!,
		landmarks[3 * landmark + 1]!,
		landmarks[3 * landmark + 2]!
	];

/** Whether nothing of the mesh lies before a place of it: told by looking, not as glue does it. */
function isSeen(face: ChartedFace, place: Place): boolean {
	const [x, y, depth] = pointOf(place, cornerOf(face));
	return TRIANGLES.every((on) => {
		const [a, b, c] = on.map(cornerOf(face)) as unknown as [Vec3, Vec3, Vec3];
		const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
		if (on === place.on) return area < 0;
		const u = ((b[0] - x) * (c[1] - y) - (c[0] - x) * (b[1] - y)) / area;
		const v = ((c[0] - x) * (a[1] - y) - (a[0] - x) * (c[1] - y)) / area;
		if (!(u >= 0 && v >= 0 && u + v <= 1)) return true;
		return u * a[2] + v * b[2] + (1 - u - v) * c[2] >= depth - 1e-6;
	});
}

const distance = ([ax, ay]: readonly number[], [bx, by]: readonly number[]): number =>
	Math.hypot(ax! - bx!, ay! - by!);

const say = (what: string, errors: readonly number[]): void =>
	void process.stdout.write(
		`${what}: ${errors.length} places, median ${median(errors).toFixed(3)} mm, worst ${Math.max(...errors).toFixed(3)} mm\n`
	);

/** A detected face as it would be seen after turning, with landmarks that wander (mm, one sigma). */
function turned(
	{ observation, picture }: typeof GRACE_HOPPER,
	angles: { readonly yaw: number; readonly pitch: number },
	wander: number
): ChartedFace {
	const random = randomFrom(7);
	const normal = (): number =>
		Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const { pxPerMm } = observeFace(observation, observation.landmarks, SCALE, picture).scale;
	const rotation = rotationFromAngles({ ...angles, roll: 0 });
	const landmarks = observation.landmarks.slice();
	const [ox, oy, oz] = [3 * 168, 3 * 168 + 1, 3 * 168 + 2].map((at) => landmarks[at]!);
	for (let at = 0; at < landmarks.length; at += 3) {
		const [x, y, z] = transform(rotation, [
			landmarks[at]! - ox!,
			-(landmarks[at + 1]! - oy!),
			-(landmarks[at + 2]! - oz!)
		]);
		landmarks[at] = ox! + x + wander * pxPerMm * normal();
		landmarks[at + 1] = oy! - y + wander * pxPerMm * normal();
		landmarks[at + 2] = oz! - z;
	}
	const { pose, scale } = observeFace(observation, observation.landmarks, SCALE, picture);
	return { landmarks, pose, scale };
}

describe('a place on the face', () => {
	it(`lands within ${BOUND} mm on another view of the same face`, () => {
		const views: readonly SyntheticFace[] = [
			{ distance: 600 },
			{ yaw: 45, distance: 600, eyes: [480, 560] },
			{ yaw: -40, pitch: 10, roll: 15, pxPerMm: 4.2, distance: 450 },
			{ yaw: 12, pitch: -18, roll: -8, pxPerMm: 2.1, eyes: [400, 470] },
			{ yaw: -25, pxPerMm: 5, distance: 350 }
		];
		const places = placesOnMesh(300, randomFrom(1));
		const errors = views.flatMap((one) =>
			views.flatMap((other) => {
				if (one === other) return [];
				const [first, second] = [faceOf(one), faceOf(other)];
				return places
					.filter((place) => isSeen(first, place) && isSeen(second, place))
					.map((place) => {
						const truth = pointOf(place, (landmark) => CANONICAL_POINTS[landmark]!);
						const [x, y] = projectionOf(one)(truth);
						const { at, isVisible, isSure } = unglue(second, glue(first, [x, y]));
						expect([isVisible, isSure]).toEqual([true, true]);
						return distance(at, projectionOf(other)(truth)) / (other.pxPerMm ?? 3);
					});
			})
		);
		say('synthetic face, twenty pairs of views', errors);
		expect(errors.length).toBeGreaterThan(2000);
		expect(Math.max(...errors)).toBeLessThan(BOUND);
	});

	it.each([
		['GRACE_HOPPER', GRACE_HOPPER],
		['ASTRONAUT', ASTRONAUT]
	])(
		'lands so on the mesh of a person who turns, with landmarks that wander: %s',
		(name, person) => {
			const first = turned(person, { yaw: 0, pitch: 0 }, 0);
			const truth = turned(person, { yaw: 30, pitch: 8 }, 0);
			const second = turned(person, { yaw: 30, pitch: 8 }, 0.25);
			const errors = placesOnMesh(600, randomFrom(3))
				.filter((place) => isSeen(first, place) && isSeen(truth, place))
				.map((place) => {
					const [x, y] = pointOf(place, cornerOf(first));
					const { at } = unglue(second, glue(first, [x, y]));
					return distance(at, pointOf(place, cornerOf(truth))) / truth.scale.pxPerMm;
				});
			say(`${name}, turned by 30°, landmarks 0.25 mm`, errors);
			expect(errors.length).toBeGreaterThan(150);
			expect(Math.max(...errors)).toBeLessThan(BOUND);
		}
	);

	it('comes back to where it was touched, on the mesh and beyond it', () => {
		const face = faceOf({ yaw: 20, pitch: -6, roll: 5 });
		const coordinate = fc.double({ min: 0, max: 1024, noNaN: true });
		fc.assert(
			fc.property(coordinate, coordinate, (x, y) => {
				const { at, isVisible } = unglue(face, glue(face, [x, y]));
				expect(distance(at, [x, y])).toBeLessThan(1e-6);
				expect(isVisible).toBe(true);
			}),
			{ numRuns: 150 }
		);
	});

	it('sums its weights to 1, and keeps them between 0 and 1', () => {
		const face = faceOf({ yaw: -15 });
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 1024 }), fc.integer({ min: 0, max: 1024 }), (x, y) => {
				const { weights } = glue(face, [x, y]);
				expect(weights[0] + weights[1] + weights[2]).toBeCloseTo(1, 9);
				for (const weight of weights) {
					expect(weight).toBeGreaterThanOrEqual(-1e-12);
					expect(weight).toBeLessThanOrEqual(1 + 1e-12);
				}
			}),
			{ numRuns: 100 }
		);
	});

	it('is hidden where the head is turned away from it, or the nose stands before it', () => {
		const front = faceOf({});
		const on = (landmark: number): Vec2 => {
			const [x, y] = cornerOf(front)(landmark);
			return [x, y];
		};
		const [rightCheek, leftCheek] = [glue(front, on(50)), glue(front, on(280))];
		const turnedLeft = faceOf({ yaw: 60 });
		const seen = [rightCheek, leftCheek].map((anchor) => unglue(turnedLeft, anchor).isVisible);
		expect(seen.toSorted()).toEqual([false, true]);
		// Beside the nose, a little before it hides the cheek: the skin still faces the camera.
		const besideNose = glue(front, on(seen[0] === true ? 358 : 129));
		expect(unglue(turnedLeft, besideNose).isVisible).toBe(false);
		expect(unglue(front, besideNose).isVisible).toBe(true);
	});

	it('beyond the mesh is measured from its rim, and goes with the head as a guess', () => {
		const front = faceOf({});
		const [x, y] = cornerOf(front)(152);
		const neck = glue(front, [x, y + 60]);
		expect(neck.away?.map((value) => Math.round(value))).toEqual([0, -20, 0]);
		const rolled = unglue(faceOf({ roll: 30, pxPerMm: 6 }), neck);
		expect(rolled.isSure).toBe(false);
		const chin = unglue(faceOf({ roll: 30, pxPerMm: 6 }), { ...neck, away: null }).at;
		expect(distance(rolled.at, chin)).toBeCloseTo(120, 0);
		const [dx, dy] = [rolled.at[0] - chin[0], rolled.at[1] - chin[1]];
		expect(Math.abs(Math.atan2(dx, dy))).toBeCloseTo(radians(30), 1);
	});

	it('is on the mesh for all that the oval encloses', () => {
		const front = faceOf({});
		const inside = [...LANDMARK_GROUPS.R_EYE_RING, ...LANDMARK_GROUPS.LIPS_UPPER_INNER, 468];
		for (const landmark of inside.filter((one) => one <= SKIN_COUNT)) {
			const [x, y] = cornerOf(front)(landmark);
			expect(glue(front, [x + 0.01, y + 0.01]).away).toBeNull();
		}
	});

	it('is nowhere where there is no face', () => {
		const face = faceOf({});
		const flat = { ...face, landmarks: new Float64Array(face.landmarks.length) };
		expect(() => glue(flat, [1, 1])).toThrow(RangeError);
	});
});
