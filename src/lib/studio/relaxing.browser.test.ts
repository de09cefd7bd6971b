import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import astronautUrl from '../../../tests/fixtures/astronaut.png?url';
import portraitUrl from '../../../tests/fixtures/grace-hopper.jpg?url';
import { expressive, type ShownExpression } from '../../../tests/support/expressions.ts';
import { ASTRONAUT, GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import { AGREED, clearVaults, freshName, kit, openVault } from '../../../tests/support/vault.ts';
import { createEngine, type Engine } from '../engine/index.ts';
import { observeFace, type Landmarks } from '../face/index.ts';
import type { KeptPhotograph, NewPhotograph, RecordRoom } from '../record/index.ts';
import { roomOver } from '../record/room.ts';
import { relaxationIn } from './at-rest.ts';
import { DEFAULT_SCALE, newDocument } from './document.ts';
import { FROM_FILE } from './origin.ts';
import { Studio } from './studio.svelte.ts';
import { studyOf } from './study.ts';

const { observation, picture } = GRACE_HOPPER;
const rest = observeFace(observation, observation.landmarks, DEFAULT_SCALE, picture);
/** The inner ends of the right and the left brow. */
const [RIGHT, LEFT] = [107, 336];

let engine: Engine;
let room: RecordRoom;
let studio: Studio;
let bytes: Uint8Array<ArrayBuffer>;
let folder: string;
let visit: string;

beforeAll(async () => {
	bytes = new Uint8Array(await (await fetch(portraitUrl)).arrayBuffer());
	engine = createEngine();
	studio = new Studio(engine, null);
	studio.view.resize({ width: 400, height: 400 });
});

afterEach(clearVaults);
afterAll(() => studio.dispose());

/** The same portrait, as if it had been seen so; `openedAt` is its time. */
function photograph(
	landmarks: Landmarks,
	openedAt: number,
	about: Partial<NewPhotograph['photograph']> = {}
): NewPhotograph {
	return {
		photograph: {
			openedAt,
			view: 'frontal',
			standardView: null,
			source: 'camera',
			...picture,
			observation: {
				landmarks: [...landmarks],
				pose: [...observation.pose],
				blendshapes: null
			},
			model: 'face-landmarker',
			app: '0',
			...about
		},
		study: studyOf(newDocument()),
		bytes,
		thumbnail: bytes
	};
}

const showing = (expression: ShownExpression): Landmarks => expressive(rest, expression);

/** A visit of a new vault that began with this photograph. */
async function visitWith(first: NewPhotograph): Promise<KeptPhotograph> {
	let now = 0;
	({ room } = roomOver(openVault(freshName()).vault, () => (now += 1000)));
	await room.create(kit(), 'Ana');
	studio.keeping.room = room;
	const kept = await room.keepPhotograph(null, AGREED, first);
	[folder, visit] = [kept.folder, kept.consultation];
	return kept;
}

const keep = (one: NewPhotograph) => room.keepPhotograph(folder, visit, one);

/** The open photograph with the plan drawn: where its brows go, mm (x to the picture's right, y up). */
async function movedBrows() {
	const shown = await engine.show(studio.wanted!);
	shown?.bitmap.close();
	const { face } = studio.session.photograph!;
	return [RIGHT, LEFT].map((landmark) => {
		const [i, j] = [3 * landmark, 3 * landmark + 1];
		const after = shown!.report.landmarks;
		const { pxPerMm } = face.scale;
		return [
			(after[i]! - face.landmarks[i]!) / pxPerMm,
			-(after[j]! - face.landmarks[j]!) / pxPerMm
		] as const;
	});
}

describe('toxin on a frown', () => {
	it('moves the brows towards the photograph at rest of the same visit, and again when it is reopened', async () => {
		const neutral = await visitWith(photograph(rest.landmarks, 1, { standardView: 'front' }));
		const frown = await keep(photograph(showing('frown'), 2, { standardView: 'frown' }));
		expect(await studio.keeping.reopen(folder, frown.photograph)).toBe(true);
		expect(studio.expression).toBe('frown');
		expect(studio.relaxing.workOn('lines_glabella')).toBe('towards');
		expect(studio.relaxing.workOn('lines_forehead')).toBeNull();

		studio.plans.settle('lines_glabella', 'both', 100);
		const moved = await movedBrows();
		const [right, left] = moved;
		expect(right![0]).toBeLessThan(-1);
		expect(left![0]).toBeGreaterThan(1);
		expect(Math.min(right![1], left![1])).toBeGreaterThan(2);

		// One plan goes with both; at rest it moves nothing.
		expect(await studio.keeping.reopen(folder, neutral.photograph)).toBe(true);
		expect(studio.plans.current).toEqual({ lines_glabella: { left: 100, right: 100 } });
		expect(studio.relaxing.workOn('lines_glabella')).toBe('rest');
		for (const brow of await movedBrows()) expect(Math.hypot(...brow)).toBe(0);

		expect(await studio.keeping.reopen(folder, frown.photograph)).toBe(true);
		const again = await movedBrows();
		again.flat().forEach((mm, i) => expect(mm).toBeCloseTo(moved.flat()[i]!, 4));
	});

	it('moves nothing without one, says so, and what is drawn is as it ever was', async () => {
		const frown = await visitWith(photograph(showing('frown'), 1));
		await keep(photograph(showing('smile'), 2, { standardView: 'smile' }));
		expect(await studio.keeping.reopen(folder, frown.photograph)).toBe(true);
		expect(studio.relaxing.workOn('lines_glabella')).toBe('alone');
		studio.plans.settle('lines_glabella', 'both', 100);
		for (const brow of await movedBrows()) expect(Math.hypot(...brow)).toBe(0);
	});
});

it('a photograph that is opened in a visit is looked at beside those that are kept there', async () => {
	const { observation: smiling, picture: size } = ASTRONAUT;
	const seen = observeFace(smiling, smiling.landmarks, DEFAULT_SCALE, size);
	const neutral = photograph(expressive(seen, 'smile', -1), 1, size);
	const { pose } = smiling;
	const found = { ...neutral.photograph.observation!, pose: [...pose] };
	const place = await visitWith({
		...neutral,
		photograph: { ...neutral.photograph, observation: found }
	});
	studio.enterVisit({ folder: place.folder, consultation: place.consultation }, AGREED, null);
	const photo = await (await fetch(astronautUrl)).blob();
	expect(await studio.open(photo, FROM_FILE)).toBe(true);
	expect(studio.expression).toBe('smile');
	expect(studio.relaxing.workOn('lines_crows_feet')).toBe('towards');
	await studio.keeping.flush();
	await studio.close();
	expect(studio.illustration.relaxation).toEqual({});
});

describe('the photograph at rest', () => {
	it('is the newest, with its landmarks put right, and none of another visit', async () => {
		const frown = await visitWith(photograph(showing('frown'), 1));
		const relaxation = async () =>
			relaxationIn(await room.reopen(folder, frown.photograph))['lines_glabella'];
		const upwards = async () =>
			(await relaxation())?.find(({ landmark }) => landmark === RIGHT)?.d[1] ?? 0;

		await room.keepPhotograph(folder, AGREED, photograph(rest.landmarks, 2));
		expect(await relaxation()).toBeUndefined();

		await keep(photograph(rest.landmarks, 3));
		const first = await upwards();
		expect(first).toBeGreaterThan(0.02);

		// Half way to a frown: still at rest, with less of a way to it.
		const lower = await keep(photograph(expressive(rest, 'frown', 0.3), 4));
		expect(await upwards()).toBeLessThan(0.8 * first);

		const study = { ...studyOf(newDocument()), landmarks: [...rest.landmarks] };
		await room.keepStudy(lower, study);
		expect(await upwards()).toBeCloseTo(first, 6);
	});

	it('is neither a frown that passes for rest nor brought by the patient', async () => {
		const slight = expressive(rest, 'frown', 0.4);
		const frown = await visitWith(photograph(slight, 1, { standardView: 'frown' }));
		await keep(photograph(slight, 3, { standardView: 'frown' }));
		const relaxation = async () => relaxationIn(await room.reopen(folder, frown.photograph));
		await keep(photograph(rest.landmarks, 4, { source: 'patient' }));
		expect(await relaxation()).toEqual({});
		await keep(photograph(rest.landmarks, 2, { standardView: 'front' }));
		expect(Object.keys(await relaxation())).toEqual(['lines_glabella']);
	});

	it('may have been turned, and one that is no face at all is passed over', async () => {
		const frown = await visitWith(photograph(showing('frown'), 1));
		await keep(photograph(rest.landmarks, 2));
		const upright = relaxationIn(await room.reopen(folder, frown.photograph));
		const neutral = await keep({
			...photograph(rest.landmarks, 3),
			study: { ...studyOf(newDocument()), quarterTurns: 1 }
		});
		expect(neutral.folder).toBe(folder);
		const noFace = rest.landmarks.map(() => 0);
		await keep(photograph(noFace, 4));
		const found = relaxationIn(await room.reopen(folder, frown.photograph));
		found['lines_glabella']!.forEach(({ d }, i) => {
			d.forEach((value, axis) =>
				expect(value).toBeCloseTo(upright['lines_glabella']![i]!.d[axis]!, 6)
			);
		});
	});
});
