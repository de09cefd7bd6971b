import { expect, test } from 'vitest';
import { SYNTHETIC_PICTURE, syntheticFace } from '../../../tests/support/synthetic-face.ts';
import { observeFace, type Face } from '../face/index.ts';
import { treatment, TREATMENTS, visibilityIn, type TreatmentId } from './index.ts';

function faceAt(yaw: number, lipsClosed = true): Face {
	const observation = syntheticFace({ yaw });
	const landmarks = observation.landmarks.slice();
	if (lipsClosed) landmarks.copyWithin(3 * 13, 3 * 14, 3 * 15);
	const scale = { irisDiameter: 11.7, pupilDistance: null };
	return observeFace(observation, landmarks, scale, SYNTHETIC_PICTURE);
}

const at = (id: TreatmentId, yaw: number) => visibilityIn(treatment(id), faceAt(yaw));

function idsIn(state: string, yaw: number): readonly TreatmentId[] {
	const face = faceAt(yaw);
	return TREATMENTS.filter((entry) => visibilityIn(entry, face).state === state).map(
		({ id }) => id
	);
}

test('movements towards the camera are faint, unless the skin shows them', () => {
	expect(idsIn('faint', 0)).toEqual([]);
	const unshaded = TREATMENTS.map((entry) => ({ ...entry, shading: false }));
	const faint = unshaded.filter((entry) => visibilityIn(entry, faceAt(0)).state === 'faint');
	expect(faint.map(({ id }) => id)).toEqual([
		'lip_lower_volume',
		'chin_labiomental_fold',
		'fold_nasolabial',
		'fold_marionette',
		'tear_trough',
		'lower_lid_bag'
	]);
});

test('a treatment that only another view shows says which', () => {
	expect(at('chin_projection', 0)).toMatchObject({ state: 'hidden', reason: 'needs-oblique' });
	expect(at('neck_angle', 0)).toMatchObject({ state: 'hidden', reason: 'needs-oblique' });
	expect(at('nose_alar_base', 40)).toMatchObject({ state: 'hidden', reason: 'needs-frontal' });
	expect(at('nose_length', 40)).toMatchObject({ state: 'hidden', reason: 'needs-frontal' });
});

test('turned, the projections show', () => {
	for (const id of ['chin_projection', 'nose_dorsum_hump', 'fold_nasolabial', 'tear_trough']) {
		expect(at(id, 40), id).toEqual({ state: 'shown', reason: null, warnings: [] });
		expect(at(id, -40), id).toEqual({ state: 'shown', reason: null, warnings: [] });
	}
});

test('beyond 55° nothing is guessed: every treatment waits for the profile tool', () => {
	for (const yaw of [55.5, -55.5, 58, 65, -80]) {
		const face = faceAt(yaw);
		for (const entry of TREATMENTS) {
			expect(visibilityIn(entry, face), `${entry.id} at ${yaw}°`).toEqual({
				state: 'hidden',
				reason: 'needs-profile',
				warnings: []
			});
		}
	}
	expect(faceAt(58).pose.view).toBe('oblique');
	expect(at('chin_projection', 54.5).state).toBe('shown');
	expect(at('chin_projection', -54.5).state).toBe('shown');
});

test('an open mouth is a warning for the lips, not a refusal', () => {
	const open = faceAt(0, false);
	expect(visibilityIn(treatment('lip_width'), open)).toEqual({
		state: 'shown',
		reason: null,
		warnings: ['mouth-open']
	});
	expect(visibilityIn(treatment('brow_lift'), open).warnings).toEqual([]);
});
