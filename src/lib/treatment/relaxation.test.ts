import { describe, expect, it } from 'vitest';
import {
	EXPRESSIONS,
	expressive,
	pulledBy,
	seenWith,
	type ShownExpression
} from '../../../tests/support/expressions.ts';
import { GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import {
	SYNTHETIC_PICTURE,
	syntheticFace,
	type SyntheticFace
} from '../../../tests/support/synthetic-face.ts';
import { expressionOf, MIRROR, observeFace, type Face } from '../face/index.ts';
import {
	coveringsRelaxed,
	isRestOf,
	muscleOn,
	NO_RELAXATION,
	relaxationOf,
	relaxedBy,
	treatment,
	type Handle
} from './index.ts';

const SCALE = { irisDiameter: 11.7, pupilDistance: null };
const SHARE = 0.6;
/** 0.6 % of the distance between the outer corners of the eyes. */
const WANDER_MM = 0.53;
/** By how much the estimates of the camera's distance differ between two photographs of a far face. */
const PERSPECTIVE_MM = 0.15;

function faceAt(options: SyntheticFace = {}): Face {
	const observation = syntheticFace(options);
	return observeFace(observation, observation.landmarks, SCALE, SYNTHETIC_PICTURE);
}

const rest = faceAt();
const showing = (expression: ShownExpression, face = rest): Face =>
	seenWith(face, expressive(face, expression));

/** Each landmark seen wrongly by so many mm (root mean square), another way for each seed. */
function wandering(face: Face, mm: number, seed: number): Face {
	let state = seed;
	const random = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const off = (mm / Math.SQRT2) * face.scale.pxPerMm;
	return seenWith(
		face,
		face.landmarks.map((value, i) => value + (i % 3 === 2 ? 0 : off * normal()))
	);
}

/** With what landmarks alone tell of the expression. */
const relaxing = (face: Face, other: Face) => relaxationOf(face, expressionOf(face), other);

/** At the end of the slider, mm. */
function furthest(found: readonly Handle[], wanted: readonly Handle[]): number {
	expect(found.map(({ landmark }) => landmark)).toEqual(wanted.map(({ landmark }) => landmark));
	const off = found.map(({ d }, i) =>
		Math.hypot(100 * (d[0] - wanted[i]!.d[0]), 100 * (d[1] - wanted[i]!.d[1]))
	);
	return Math.max(...off);
}

const MADE: readonly (readonly [ShownExpression, readonly string[]])[] = [
	['frown', ['lines_glabella']],
	['raised', ['lines_forehead']],
	['smile', ['lines_crows_feet', 'lines_bunny']]
];

describe('on a face that makes the lines', () => {
	it.each(MADE)('its own muscles give way: %s', (expression, ids) => {
		expect(expressionOf(showing(expression))).toBe(expression);
		expect(Object.keys(relaxing(showing(expression), rest))).toEqual(ids);
	});

	it.each(MADE)('each landmark goes its own share of the way back: %s', (expression, ids) => {
		const found = relaxing(showing(expression), rest);
		for (const id of ids) {
			for (const { landmark, d, right } of found[id]!) {
				const [x, y] = pulledBy(expression, landmark);
				const off = Math.hypot(100 * d[0] + SHARE * x, 100 * d[1] + SHARE * y);
				expect(off, `${id} ${landmark}`).toBeLessThan(PERSPECTIVE_MM);
				expect(d[2]).toBe(0);
				const isMiddle = MIRROR[landmark] === landmark;
				expect(right).toBe(isMiddle ? 0.5 : landmark < MIRROR[landmark]! ? 1 : 0);
			}
		}
	});

	it('the other photograph may have another size, place, inclination and ruler', () => {
		const other = faceAt({ pxPerMm: 2, roll: 8, eyes: [400, 450] });
		const measured = observeFace(
			other.observation,
			other.landmarks,
			{ irisDiameter: 12.3, pupilDistance: null },
			SYNTHETIC_PICTURE
		);
		const wanted = relaxing(showing('frown'), rest)['lines_glabella']!;
		const found = relaxing(showing('frown'), measured)['lines_glabella']!;
		expect(furthest(found, wanted)).toBeLessThan(PERSPECTIVE_MM);
	});

	it('a head held a little differently, or nearer, shifts it by less than a millimetre', () => {
		const wanted = relaxing(showing('raised'), rest)['lines_forehead']!;
		for (const pose of [{ yaw: 6 }, { yaw: -6 }, { pitch: 6 }, { pitch: -6 }, { distance: 500 }]) {
			const found = relaxing(showing('raised'), faceAt(pose))['lines_forehead']!;
			expect(furthest(found, wanted), JSON.stringify(pose)).toBeLessThan(1);
		}
	});

	it('one side that does nothing stays where it is', () => {
		// Brows count as raised by their mean height.
		const both = expressive(rest, 'raised', 2);
		const rightOnly = rest.landmarks.map((value, i) => {
			const landmark = Math.floor(i / 3);
			return landmark > MIRROR[landmark]! ? value : both[i]!;
		});
		const found = relaxing(seenWith(rest, rightOnly), rest)['lines_forehead'] ?? [];
		expect(found.length).toBeGreaterThan(20);
		for (const { d, right } of found) {
			if (right === 0) expect(d).toEqual([0, 0, 0]);
			if (right === 1) expect(d[1]).toBeLessThanOrEqual(0);
		}
	});
});

it('a slight expression, which passes for rest, relaxes where it is known to be one', () => {
	const slight = seenWith(rest, expressive(rest, 'frown', 0.4));
	expect(expressionOf(slight)).toBe('neutral');
	expect(relaxing(slight, rest)).toEqual(NO_RELAXATION);
	expect(Object.keys(relaxationOf(slight, 'frown', rest))).toEqual(['lines_glabella']);
	expect(relaxationOf(rest, 'frown', rest)).toEqual(NO_RELAXATION);
});

describe('nothing moves', () => {
	it('on a face at rest', () => {
		expect(relaxing(rest, rest)).toEqual(NO_RELAXATION);
		expect(relaxing(rest, faceAt({ pxPerMm: 2 }))).toEqual(NO_RELAXATION);
	});

	it('beside a photograph that is not at rest', () => {
		expect(isRestOf(showing('frown'), showing('smile'))).toBe(false);
		expect(relaxing(showing('frown'), showing('smile'))).toEqual(NO_RELAXATION);
	});

	it('where the head is held differently', () => {
		for (const pose of [{ yaw: 9 }, { yaw: -9 }, { pitch: 9 }, { pitch: -9 }]) {
			expect(isRestOf(showing('frown'), faceAt(pose))).toBe(false);
			expect(relaxing(showing('frown'), faceAt(pose))).toEqual(NO_RELAXATION);
		}
	});

	it('where landmarks only wander, whatever the photograph was taken for', () => {
		let told = 0;
		for (let seed = 1; seed <= 100; seed++) {
			const face = wandering(rest, WANDER_MM, seed);
			const again = wandering(rest, WANDER_MM, seed + 1000);
			if (expressionOf(again) !== 'neutral') continue;
			told++;
			for (const [expression] of MADE) {
				const found = relaxationOf(face, expression, again);
				expect(found, `${expression}, seed ${seed}`).toEqual(NO_RELAXATION);
			}
		}
		expect(told).toBeGreaterThan(80);
	});
});

describe('the catalogue with what relaxes', () => {
	it('is the catalogue itself where nothing does', () => {
		for (const entry of relaxedBy(NO_RELAXATION)) expect(entry).toBe(treatment(entry.id));
	});

	it('changes only what relaxes, and holds nothing that moves', () => {
		const relaxation = relaxing(showing('smile'), rest);
		for (const entry of relaxedBy(relaxation)) {
			const handles = relaxation[entry.id];
			if (handles === undefined) expect(entry).toBe(treatment(entry.id));
			else {
				expect(entry.handles).toBe(handles);
				const moved = new Set(handles.map(({ landmark }) => landmark));
				expect(entry.anchors.filter((landmark) => moved.has(landmark))).toEqual([]);
			}
		}
	});
});

it('what lies over the brows bends where toxin moves them, and only there', () => {
	const coverings = { brow_lift: ['hair'], tear_trough: ['glasses'] } as const;
	expect(coveringsRelaxed(relaxing(showing('frown'), rest), coverings)).toEqual({
		...coverings,
		lines_glabella: ['hair']
	});
	expect(coveringsRelaxed(relaxing(showing('smile'), rest), coverings)).toEqual(coverings);
	expect(coveringsRelaxed(NO_RELAXATION, coverings)).toEqual(coverings);
});

describe('a real face', () => {
	it('frowns, and its brows are drawn apart and up again', () => {
		const { observation, picture } = GRACE_HOPPER;
		const neutral = observeFace(observation, observation.landmarks, SCALE, picture);
		const face = seenWith(neutral, expressive(neutral, 'frown'));
		expect(expressionOf(face)).toBe('frown');
		const handles = relaxing(face, neutral)['lines_glabella']!;
		const [right, left] = [107, 336].map(
			(brow) => handles.find(({ landmark }) => landmark === brow)!.d
		);
		expect(right![0]).toBeLessThan(0);
		expect(left![0]).toBeGreaterThan(0);
		expect(Math.min(right![1], left![1])).toBeGreaterThan(0);
	});
});

it('lines are at rest, made, or neither', () => {
	expect(muscleOn('lines_glabella', 'neutral')).toBe('rest');
	expect(muscleOn('lines_glabella', 'frown')).toBe('made');
	expect(muscleOn('lines_glabella', 'smile')).toBeNull();
	expect(muscleOn('lines_chin', 'neutral')).toBeNull();
	expect(Object.keys(EXPRESSIONS)).toEqual(['frown', 'raised', 'smile']);
});
