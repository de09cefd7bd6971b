import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anglesOf, determinant, rotationFromAngles, rotationOf, transform } from './index.ts';

const angles = fc.record({
	yaw: fc.double({ min: -89, max: 89, noNaN: true }),
	pitch: fc.double({ min: -89, max: 89, noNaN: true }),
	roll: fc.double({ min: -179, max: 179, noNaN: true })
});

test('angles come back from the rotation made of them', () => {
	fc.assert(
		fc.property(angles, (asked) => {
			const rotation = rotationFromAngles(asked);
			expect(determinant(rotation)).toBeCloseTo(1, 9);
			const { yaw, pitch, roll } = anglesOf(rotation);
			expect(yaw).toBeCloseTo(asked.yaw, 6);
			expect(pitch).toBeCloseTo(asked.pitch, 6);
			expect(roll).toBeCloseTo(asked.roll, 6);
		})
	);
});

test('yaw turns the face to the viewer’s right, pitch lifts it, roll is counter-clockwise', () => {
	const turn = { yaw: 0, pitch: 0, roll: 0 };
	const forward = [0, 0, 1] as const;
	expect(transform(rotationFromAngles({ ...turn, yaw: 30 }), forward)[0]).toBeCloseTo(0.5, 9);
	expect(transform(rotationFromAngles({ ...turn, pitch: 30 }), forward)[1]).toBeCloseTo(0.5, 9);
	expect(transform(rotationFromAngles({ ...turn, roll: 90 }), [1, 0, 0])[1]).toBeCloseTo(1, 9);
});

test('the scale and the translation of a pose do not reach its rotation', () => {
	const rotation = rotationFromAngles({ yaw: -41, pitch: 7, roll: 3 });
	const [a, b, c, d, e, f, g, h, i] = rotation.map((value) => value * 1.37);
	const pose = [a, b, c, 5, d, e, f, -2, g, h, i, -40, 0, 0, 0, 1].map(Number);
	rotationOf(pose).forEach((value, k) => expect(value).toBeCloseTo(rotation[k]!, 12));
});

test('a mirrored, flat or short matrix is refused', () => {
	const mirror = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
	expect(() => rotationOf(mirror)).toThrow(RangeError);
	expect(() => rotationOf(mirror.map(() => 0))).toThrow(RangeError);
	expect(() => rotationOf([1, 0, 0])).toThrow(RangeError);
});
