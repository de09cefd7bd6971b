import { expect, test } from 'vitest';
import { SYNTHETIC_PICTURE, syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { observeFace, type ClassMask, type Face } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import { coveringsOver, treatment, TREATMENTS, visibilityIn } from './index.ts';

const SIDE = 256;
const [HAIR, SKIN, OTHERS] = [1, 3, 5];

function faceAt(yaw = 0): Face {
	const observation = syntheticFace({ yaw });
	const scale = { irisDiameter: 11.7, pupilDistance: null };
	return observeFace(observation, observation.landmarks, scale, SYNTHETIC_PICTURE);
}

/** Skin, and what `covered` finds at places in mm from a landmark: x to the picture's right, y up. */
function maskOf(face: Face, landmark: number, kind: number, covered: (at: Vec2) => boolean) {
	const { box, landmarks, scale } = face;
	const classes = new Uint8Array(SIDE * SIDE).map((_, i) => {
		const x = box.x + (((i % SIDE) + 0.5) / SIDE) * box.width - landmarks[3 * landmark]!;
		const y =
			box.y + ((Math.floor(i / SIDE) + 0.5) / SIDE) * box.height - landmarks[3 * landmark + 1]!;
		return covered([x / scale.pxPerMm, -y / scale.pxPerMm]) ? kind : SKIN;
	});
	return { width: SIDE, height: SIDE, box, classes } satisfies ClassMask;
}

const gatedBy = (gate: string) =>
	TREATMENTS.filter(({ gates }) => gates[gate] !== undefined).map(({ id }) => id);
/** Two rims, 22 mm around each iris, 2 mm wide. */
const rims = ([x, y]: Vec2): boolean => Math.abs(Math.hypot(Math.abs(x) - 31, y) - 22) < 1;

test('a bare face is covered by nothing', () => {
	const face = faceAt();
	expect(
		coveringsOver(
			face,
			maskOf(face, 168, SKIN, () => true)
		)
	).toEqual({});
});

test('glasses concern the treatments around eyes, bridge and midface', () => {
	for (const yaw of [0, 35, -35]) {
		const face = faceAt(yaw);
		const found = coveringsOver(face, maskOf(face, 168, OTHERS, rims));
		expect(Object.keys(found), `${yaw}°`).toEqual(gatedBy('glasses'));
		expect(found['tear_trough']).toEqual(['glasses']);
	}
});

test('earrings and a hat are no glasses', () => {
	const face = faceAt();
	const hat = maskOf(face, 10, OTHERS, ([, y]) => y > -5);
	expect(coveringsOver(face, hat)).toEqual({});
	const earrings = maskOf(face, 4, OTHERS, ([x, y]) => Math.abs(x) > 60 && y < 0);
	expect(coveringsOver(face, earrings)).toEqual({});
});

test('a fringe concerns the treatments that would move it along', () => {
	const face = faceAt();
	const fringe = coveringsOver(
		face,
		maskOf(face, 9, HAIR, ([, y]) => y > 0)
	);
	expect(fringe['brow_lift']).toEqual(['hair']);
	expect(fringe['forehead_contour']).toEqual(['hair']);
	expect(fringe['cheek_submalar']).toBeUndefined();
	expect(fringe['nose_tip_width']).toBeUndefined();
});

test('hair over one half is said of treatments that move both', () => {
	const face = faceAt();
	const half = coveringsOver(
		face,
		maskOf(face, 9, HAIR, ([x]) => x < -25)
	);
	expect(half['temple_fill']).toEqual(['hair']);
	expect(Object.keys(half).every((id) => gatedBy('hair_over_region').includes(id))).toBe(true);
});

test('what covers a treatment is a warning and no refusal', () => {
	const face = faceAt();
	const brow = treatment('brow_lift');
	const shown = visibilityIn(brow, face, { brow_lift: ['glasses', 'hair'] });
	expect(shown).toEqual({ state: 'shown', reason: null, warnings: ['glasses', 'hair'] });
	expect(visibilityIn(brow, face, { brow_medial: ['hair'] }).warnings).toEqual([]);
});
