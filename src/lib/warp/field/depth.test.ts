import { expect, test } from 'vitest';
import type { Plan } from '../../treatment/index.ts';
import { DepthField } from './depth.ts';
import { unevenFace } from './faces.test-support.ts';

const SIDE = 48;
const face = unevenFace({}, 0.3);
const fresh = () => new DepthField(face, face.box, SIDE, SIDE);
const cheeks = (left: number, right: number): Plan => ({ cheek_malar: { left, right } });
const every = () => true;

/** Of the sample at a landmark, mm. */
function riseAt(rise: Float32Array | null, landmark: number): number {
	const [x, y] = [face.landmarks[3 * landmark]!, face.landmarks[3 * landmark + 1]!];
	const column = Math.floor(((x - face.box.x) / face.box.width) * SIDE);
	const row = Math.floor(((y - face.box.y) / face.box.height) * SIDE);
	return rise?.[row * SIDE + column] ?? NaN;
}

/** The cheekbones and the chin. */
const [RIGHT, LEFT, CHIN] = [50, 280, 152];

test('a filled cheek comes towards the camera on its own side, and twice as far by twice as much', () => {
	const once = fresh().of(cheeks(0, 2), null, every);
	const twice = fresh().of(cheeks(0, 4), null, every);
	expect(riseAt(once, RIGHT)).toBeGreaterThan(0.5);
	expect(Math.abs(riseAt(once, LEFT))).toBeLessThan(0.05);
	expect(Math.abs(riseAt(once, CHIN))).toBeLessThan(0.05);
	expect(riseAt(twice, RIGHT)).toBeCloseTo(2 * riseAt(once, RIGHT), 4);
});

test('it rises as far as the step shows it', () => {
	const step = { scaledBack: [{ reason: 'cap', treatments: ['cheek_malar'], factor: 0.5 }] };
	const held = fresh().of(cheeks(2, 2), step as never, every);
	expect(riseAt(held, RIGHT)).toBeCloseTo(riseAt(fresh().of(cheeks(1, 1), null, every), RIGHT), 5);
});

test('nothing rises by what does not count or stands at zero', () => {
	expect(fresh().of(cheeks(2, 2), null, () => false)).toBeNull();
	expect(fresh().of(cheeks(0, 0), null, every)).toBeNull();
});

test('the same rise again is the same array, another one is another', () => {
	const field = fresh();
	const first = field.of(cheeks(1, 1), null, every);
	expect(field.of({ ...cheeks(1, 1), jaw_masseter: { left: 0, right: 0 } }, null, every)).toBe(
		first
	);
	const other = field.of(cheeks(1, 2), null, every);
	expect(other).not.toBe(first);
	expect(first).toEqual(fresh().of(cheeks(1, 1), null, every));
});
