import { expect, test } from 'vitest';
import { CANONICAL_POINTS, LANDMARK_GROUPS, MIRROR } from '../face/index.ts';
import {
	AREAS,
	COMMON_TREATMENTS,
	isTreatmentId,
	MACROS,
	normalisePlan,
	treatment,
	TREATMENTS,
	type Treatment
} from './index.ts';

const WARPS = TREATMENTS.filter(({ kind }) => kind === 'warp');
const ids = (treatments: readonly Treatment[]) => treatments.map(({ id }) => id);

/** Length of the longest handle, mm per slider unit. */
function reach({ handles }: Treatment): number {
	return Math.max(...handles.map(({ d }) => Math.hypot(...d)));
}

test('the whole catalogue is there: 44 warps, three layers, 15 textures', () => {
	expect(WARPS).toHaveLength(44);
	expect(ids(TREATMENTS.filter(({ kind }) => kind === 'layer'))).toEqual([
		'hairline_lowering',
		'neck_angle',
		'ear_setback'
	]);
	expect(TREATMENTS.filter(({ kind }) => kind === 'texture')).toHaveLength(15);
	expect(AREAS).toEqual([
		...['lips', 'nose', 'chin', 'jaw', 'cheeks', 'temples', 'folds', 'eyes'],
		...['brow', 'forehead', 'neck', 'lift', 'ears', 'lines', 'skin']
	]);
});

test('one slider millimetre is one millimetre of the face', () => {
	for (const entry of WARPS.filter(({ unit }) => unit === 'mm' || unit === 'mm/side')) {
		expect(reach(entry), entry.id).toBeCloseTo(1, 2);
	}
});

test('100 % of a fold is the calibrated depth in millimetres', () => {
	const percent = WARPS.filter(({ unit }) => unit === '%');
	const depths = percent.map((entry) => [entry.id, Math.round(1e3 * 100 * reach(entry)) / 1e3]);
	expect(Object.fromEntries(depths)).toEqual({
		fold_nasolabial: 2,
		fold_marionette: 1.5,
		tear_trough: 2.5,
		lower_lid_bag: 2
	});
	for (const { range } of percent) expect(range).toEqual([0, 100]);
});

test('a degree turns the tip of the nose by a degree about its base', () => {
	const { handles, unit } = treatment('nose_tip_rotation');
	const { d } = handles.find(({ landmark }) => landmark === 4)!;
	const [, tipY, tipZ] = CANONICAL_POINTS[4]!;
	const [, baseY, baseZ] = CANONICAL_POINTS[2]!;
	const lever = Math.hypot(tipY - baseY, tipZ - baseZ);
	expect(unit).toBe('deg');
	expect(((Math.hypot(...d) / lever) * 180) / Math.PI).toBeCloseTo(1, 0);
	expect(d[1]).toBeGreaterThan(0);
});

test('typical values lie inside the range and are half of it where nothing is stated', () => {
	for (const { id, range, typical } of TREATMENTS) {
		expect(typical, id).toBeGreaterThanOrEqual(range[0]);
		expect(typical, id).toBeLessThanOrEqual(range[1]);
		expect(typical, id).not.toBe(0);
	}
	expect(treatment('lip_lift_philtrum').typical).toBe(2);
	expect(treatment('lip_width').typical).toBe(1.5);
	expect(treatment('brow_bone').typical).toBe(-2);
	expect(treatment('nose_dorsum_hump').typical).toBe(-1.5);
});

test('both sides of every treatment are mirror images of each other', () => {
	const sideways = ['nose_deviation', 'chin_midline'];
	for (const { id, handles, anchors, primary, kind } of TREATMENTS) {
		const byLandmark = new Map(handles.map((handle) => [handle.landmark, handle]));
		for (const { landmark, d, right } of handles) {
			const other = byLandmark.get(MIRROR[landmark]!)!;
			const sign = sideways.includes(id) ? 1 : -1;
			expect(
				Math.hypot(d[0] - sign * other.d[0], d[1] - other.d[1], d[2] - other.d[2]),
				id
			).toBeLessThan(0.003);
			expect(right + other.right, id).toBeCloseTo(1, 2);
		}
		if (kind !== 'warp') continue;
		for (const group of [anchors, primary]) {
			expect(new Set(group.map((landmark) => MIRROR[landmark]!)), id).toEqual(new Set(group));
		}
	}
});

test('the right slider moves the subject’s right', () => {
	for (const { id, handles, independentSides } of WARPS) {
		if (!independentSides) continue;
		for (const { landmark, right } of handles) {
			const [x] = CANONICAL_POINTS[landmark]!;
			if (x < -9) expect(right, id).toBe(1);
			if (x > 9) expect(right, id).toBe(0);
		}
	}
});

test('irises never move, and treatments near the eyes hold them', () => {
	const iris = [...LANDMARK_GROUPS.R_IRIS, ...LANDMARK_GROUPS.L_IRIS];
	for (const { id, handles, anchors } of WARPS) {
		expect(
			handles.some(({ landmark }) => landmark >= 468),
			id
		).toBe(false);
		if (['tear_trough', 'brow_lift'].includes(id)) {
			expect(
				iris.some((landmark) => anchors.includes(landmark)),
				id
			).toBe(true);
		}
	}
});

test('names of landmark groups among the anchors are resolved', () => {
	const { anchors } = treatment('hairline_lowering');
	expect(anchors).toEqual(expect.arrayContaining([151, 9, ...LANDMARK_GROUPS.R_BROW_UPPER]));
	expect(treatment('neck_angle').anchors).toEqual(
		expect.arrayContaining([199, ...LANDMARK_GROUPS.FACE_OVAL])
	);
});

test('caps, gates and acceptance of the calibration are kept', () => {
	expect(treatment('lip_lift_philtrum').caps).toEqual([
		{ mmPerMm: 0.3, landmarks: [2, 0], mirror: false },
		{ mmPerMm: 0.9, landmarks: [0, 13], mirror: false }
	]);
	expect(treatment('brow_lift').caps[0]?.mirror).toBe(true);
	expect(treatment('lip_width').gates).toEqual({ mouth_gap_mm_max: 2 });
	expect(treatment('jaw_masseter').acceptance).toEqual({
		fieldTolerance: 0.03,
		imageTrackedRatio: [0.93, 1.01, 1.03],
		redetectionUsable: true,
		redetectedBound: [0.32, 0.77]
	});
	expect(treatment('chin_projection').acceptance?.imageTrackedRatio).toBeNull();
	const retestable = TREATMENTS.filter(({ acceptance }) => acceptance?.redetectionUsable);
	expect(retestable).toHaveLength(11);
	for (const { acceptance } of retestable) expect(acceptance?.redetectedBound).not.toBeNull();
});

test('only ids of the catalogue pass the boundary', () => {
	expect(isTreatmentId('brow_lift')).toBe(true);
	for (const foreign of ['brow', '', 'constructor', 'toString', 7, null]) {
		expect(isTreatmentId(foreign)).toBe(false);
	}
	expect(() => treatment('constructor')).toThrow(RangeError);
});

test('the opening treatments and the macros come from the catalogue, within what is typical', () => {
	expect(COMMON_TREATMENTS).toHaveLength(12);
	expect(new Set(COMMON_TREATMENTS).size).toBe(12);
	expect(COMMON_TREATMENTS.every(isTreatmentId)).toBe(true);
	// A frontal photograph, the usual one, shows most of them.
	const frontal = COMMON_TREATMENTS.filter((id) => treatment(id).views.includes('frontal'));
	expect(frontal.length).toBeGreaterThanOrEqual(10);
	for (const { id, plan } of MACROS) {
		expect(Object.keys(plan).length, id).toBeGreaterThanOrEqual(3);
		expect(normalisePlan(plan), id).toEqual(plan);
		for (const [part, values] of Object.entries(plan)) {
			const most = Math.abs(treatment(part).typical);
			expect(Math.abs(values!.left), `${id}: ${part}`).toBeLessThanOrEqual(most);
		}
	}
});
