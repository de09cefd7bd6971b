import { describe, expect, test } from 'vitest';
import type { ClassMask, Face } from '../../face/index.ts';
import type { Vec2 } from '../../geometry/index.ts';
import { treatment, type Plan, type TreatmentId } from '../../treatment/index.ts';
import type { FieldStep } from '../types.ts';
import { sampleField } from './cubic.ts';
import { landmarkAt } from './drive.ts';
import { earPoints } from './ears.ts';
import { faceAt, maskAround, planOf, UNCAPPED } from './faces.test-support.ts';
import { FieldSolver } from './solver.ts';

const BACKGROUND = 0;
const HAIR = 1;
const BODY_SKIN = 2;
const FACE_SKIN = 3;
const OTHERS = 5;

/** Root of the right and of the left ear. */
const [RIGHT, LEFT] = [234, 454];
const EAR = { width: 18, upper: 24, lower: -38 } as const;
/** An earring hangs from the lobe. */
const EARRING = { out: 12, height: -44, radius: 6 } as const;
/** Treatments, and how far from its root the ear is held, mm: skin nearby is what zygoma_width moves. */
const HELD: readonly (readonly [TreatmentId, number])[] = [
	['jaw_masseter', 6],
	['cheek_submalar', 6],
	['zygoma_width', 10],
	['temple_fill', 6]
];

const face = faceAt();

/** What is seen at a place in mm from the root of an ear: outwards and up the face. */
type Surroundings = (out: number, up: number) => number;

function around(seen: Surroundings, head = face): ClassMask {
	const middle = (landmarkAt(head, RIGHT)[0] + landmarkAt(head, LEFT)[0]) / 2;
	const half = (landmarkAt(head, LEFT)[0] - middle) / head.scale.pxPerMm;
	return maskAround(head, RIGHT, (x, up) => seen(Math.abs(x - half) - half, up));
}

const withEar: Surroundings = (out, up) => {
	if (Math.hypot(out - EARRING.out, up - EARRING.height) < EARRING.radius) return OTHERS;
	if (out < 0 || (out < EAR.width && up < EAR.upper && up > EAR.lower)) return FACE_SKIN;
	return up < EAR.lower ? BODY_SKIN : HAIR;
};

/** Places in mm from the root of the ear, to both sides. */
function placesAt(places: readonly Vec2[], head: Face): Vec2[] {
	const { pxPerMm } = head.scale;
	return places.flatMap(([out, up]) =>
		([-1, 1] as const).map((side): Vec2 => {
			const [x, y] = landmarkAt(head, side < 0 ? RIGHT : LEFT);
			return [x + side * out * pxPerMm, y - up * pxPerMm];
		})
	);
}

/** All over an ear and its earring, from a distance to its root on. */
function earFrom(distance: number): Vec2[] {
	const heights = [20, 12, 4, -4, -12, -20, -28];
	const across = [6, 8, 10, 12, 14].filter((out) => out >= distance);
	const places = across.flatMap((out) => heights.map((up): Vec2 => [out, up]));
	return placesAt([...places, [EARRING.out, EARRING.height]], face);
}

function largestMovement(points: readonly Vec2[], { forward }: FieldStep): number {
	const lengths = points.map(([x, y]) => Math.hypot(...sampleField(forward, x, y)));
	return Math.max(...lengths) / face.scale.pxPerMm;
}

async function solverWith(mask: ClassMask | null, plan: Plan): Promise<FieldSolver> {
	const solver = new FieldSolver(face, UNCAPPED, { mask });
	await solver.prepare(Object.keys(plan));
	return solver;
}

describe('points on ears', () => {
	test('cover the ear and the earring of both sides, and nothing else', () => {
		const found = earPoints(face, around(withEar));
		const { pxPerMm } = face.scale;
		for (const wanted of earFrom(6)) {
			const nearest = Math.min(
				...found.map(([x, y]) => Math.hypot(x - wanted[0], y - wanted[1]) / pxPerMm)
			);
			expect(nearest).toBeLessThan(4);
		}
		const mirrored = found.map(([x, y]): Vec2 => [face.picture.width - x, y]);
		for (const [x, y] of mirrored) {
			expect(found.some((other) => Math.hypot(other[0] - x, other[1] - y) < 0.01)).toBe(true);
		}
	});

	test.each([
		['hair', HAIR],
		['background', BACKGROUND],
		['the neck', BODY_SKIN]
	])('are not found under %s', (_, seen) => {
		expect(
			earPoints(
				face,
				around((out) => (out < -10 ? FACE_SKIN : seen))
			)
		).toEqual([]);
	});

	test.each([
		[11, RIGHT],
		[-11, LEFT],
		[35, RIGHT],
		[-35, LEFT]
	])('at a yaw of %d° are those of the near ear alone', (yaw, root) => {
		const turned = faceAt({ yaw });
		const everywhere = maskAround(turned, root, () => FACE_SKIN);
		const found = earPoints(turned, everywhere);
		expect(found.length).toBeGreaterThan(50);
		const outward = root === LEFT ? 1 : -1;
		for (const [x] of found) {
			expect(outward * (x - turned.picture.width / 2)).toBeGreaterThan(0);
		}
	});
});

describe.each(HELD)('%s', (id, distance) => {
	const ends = treatment(id).range.filter((end) => end !== 0);
	const ear = earFrom(distance);

	test('holds ears and earrings still once they are known', async () => {
		for (const end of ends) {
			const plan = planOf([treatment(id), end]);
			const before = await solverWith(null, plan);
			const after = await solverWith(around(withEar), plan);
			const held = largestMovement(ear, after.step(plan));
			expect(held, `${end}`).toBeLessThan(0.1);
			expect(held, `${end}`).toBeLessThan(largestMovement(ear, before.step(plan)) / 4);
		}
	});

	test('moves its landmarks by what is asked all the same, and folds nothing', async () => {
		for (const end of ends) {
			const plan = planOf([treatment(id), end]);
			const solver = await solverWith(around(withEar), plan);
			const step = solver.step(plan);
			const { fieldMm } = solver.readOuts(plan, step)[id]!;
			expect(Math.abs(fieldMm! / end - 1), `${end}`).toBeLessThan(0.03);
			expect(solver.minJacobianAsked(plan), `${end}`).toBeGreaterThan(0.1);
			expect(step.scaledBack).toEqual([]);
		}
	});
});

test('treatments that are not asked to hold ears move them as before', async () => {
	const plan = planOf([treatment('face_lift'), 4], [treatment('jaw_angle_filler'), 3]);
	const before = await solverWith(null, plan);
	const after = await solverWith(around(withEar), plan);
	expect(after.step(plan).backward).toEqual(before.step(plan).backward);
});
