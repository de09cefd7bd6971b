import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { syntheticFace, SYNTHETIC_PICTURE } from '../../../tests/support/synthetic-face.ts';
import type { Engine, EngineEvent, ShowJob } from '../engine/index.ts';
import { AppError } from '../errors.ts';
import { observeFace, type Face, type FaceObservation } from '../face/index.ts';
import type { RecordRoom } from '../record/index.ts';
import type { FoldLine } from '../skin/index.ts';
import { FROM_FILE } from './origin.ts';
import { Studio } from './studio.svelte.ts';

const UPPER_LIP = 'lip_upper_vermilion';
const SIZE = SYNTHETIC_PICTURE;

/** An engine that sees the given faces and draws nothing. */
class SeeingEngine implements Partial<Engine> {
	faces: readonly FaceObservation[] = [syntheticFace()];
	/** Seen instead at the next look only. */
	onceSeen: readonly FaceObservation[] | null = null;
	readonly adopted: Face[] = [];
	readonly discarded: number[] = [];
	shows = 0;
	#listener: ((event: EngineEvent) => void) | null = null;
	#pictures = 0;

	start = () =>
		Promise.resolve({
			modelId: 'seeing',
			hasBlendshapes: false,
			renderer: 'cpu' as const,
			threads: 1
		});
	detect = () => {
		const observations = this.onceSeen ?? this.faces;
		this.onceSeen = null;
		return Promise.resolve({
			picture: (this.#pictures += 1),
			observations,
			sharpness: observations.map(() => 500)
		});
	};
	pixelsOf = () =>
		Promise.resolve({ ...SIZE, data: new Uint8ClampedArray(4 * SIZE.width * SIZE.height) });
	adopt: Engine['adopt'] = (_picture, { observation, landmarks, scale }) => {
		const face = observeFace(observation, landmarks, scale, SIZE);
		this.adopted.push(face);
		return Promise.resolve(face);
	};
	add = () => Promise.resolve((this.#pictures += 1));
	discard = (picture: number) => {
		this.discarded.push(picture);
		return Promise.resolve();
	};
	subscribe: Engine['subscribe'] = (listener) => {
		this.#listener = listener;
		return () => (this.#listener = null);
	};
	show = () => {
		this.shows += 1;
		return Promise.resolve(null);
	};
	dispose = () => undefined;
	tell(event: EngineEvent): void {
		this.#listener?.(event);
	}
}

async function blankPhoto(): Promise<Blob> {
	const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
	canvas.getContext('2d')?.fillRect(0, 0, SIZE.width, SIZE.height);
	return canvas.convertToBlob({ type: 'image/png' });
}

let engine: SeeingEngine;
let studio: Studio;

beforeEach(() => {
	engine = new SeeingEngine();
	studio = new Studio(engine as unknown as Engine, null);
	studio.view.resize({ width: 800, height: 800 });
	studio.consenting.given = { words: 1, guardian: null };
});

/** A landmark of the open photograph, in picture pixels. */
function landmark(index: number): readonly [number, number] {
	const landmarks = studio.session.photograph?.face.landmarks ?? new Float64Array();
	return [landmarks[index * 3] ?? NaN, landmarks[index * 3 + 1] ?? NaN];
}

function job(): ShowJob {
	const wanted = studio.wanted;
	if (wanted === null) throw new Error('nothing is wanted');
	return wanted;
}

describe('opening a photograph', () => {
	it('shows the photograph untouched, with nothing to undo', async () => {
		expect(await studio.open(await blankPhoto(), FROM_FILE)).toBe(true);
		expect(job().plan).toEqual({});
		expect(job().frame.panes.map(({ shows }) => shows)).toEqual(['photograph']);
		expect(studio.history.canUndo).toBe(false);
		expect(studio.hasWork).toBe(false);
	});

	it('is drawn again when the picture changes, not while the skin is being read', async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		const detach = studio.live.attach(document.createElement('canvas'));
		studio.live.want(job());
		await expect.poll(() => engine.shows).toBe(1);
		engine.tell({ type: 'skin-progress', picture: 1, fraction: 0.5 });
		for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
		expect(engine.shows).toBe(1);
		engine.tell({ type: 'skin-ready', picture: 1, folds: [], layersMs: 1 });
		await expect.poll(() => engine.shows).toBe(2);
		detach();
	});

	it('tells the expression of its face, not of none', async () => {
		expect(studio.expression).toBe('unknown');
		await studio.open(await blankPhoto(), FROM_FILE);
		expect(studio.expression).toBe('neutral');
	});

	it('keeps the open photograph when the next one has no face', async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.plans.settle(UPPER_LIP, 'both', 1);
		const before = studio.session.photograph;
		engine.faces = [];
		expect(await studio.open(await blankPhoto(), FROM_FILE)).toBe(false);
		expect(studio.session.photograph).toBe(before);
		expect(studio.plans.current).toEqual({ [UPPER_LIP]: { left: 1, right: 1 } });
		expect(studio.session.problem).toMatchObject({ error: { code: 'face.none' } });
		expect(engine.discarded).toEqual([2]);
	});

	it('keeps the open photograph when the next file is no photograph', async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		const before = studio.session.photograph;
		expect(await studio.open(new Blob(['words']), FROM_FILE)).toBe(false);
		expect(studio.session.photograph).toBe(before);
		expect(studio.session.problem?.kind).toBe('error');
	});

	it('is closed with everything that was set on it', async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.plans.settle(UPPER_LIP, 'both', 1);
		await studio.close();
		expect(studio.session.photograph).toBeNull();
		expect(studio.wanted).toBeNull();
		expect(studio.hasWork).toBe(false);
		expect(studio.history.canUndo).toBe(false);
		expect(engine.discarded).toEqual([1]);
		// The next one is of somebody else.
		const next = studio.open(await blankPhoto(), FROM_FILE);
		expect(studio.consenting.isAsking).toBe(true);
		await studio.consenting.give({ words: 1, guardian: null });
		expect(await next).toBe(true);
		expect(job().plan).toEqual({});
	});

	it('refuses a face that is too small, by its finding', async () => {
		engine.faces = [syntheticFace({ pxPerMm: 0.4 })];
		expect(await studio.open(await blankPhoto(), FROM_FILE)).toBe(false);
		expect(studio.session.problem).toMatchObject({ quality: { finding: 'too-small' } });
		expect(studio.session.photograph).toBeNull();
	});

	it('asks which of several faces is meant and adopts that one', async () => {
		const left = syntheticFace({ pxPerMm: 2, eyes: [256, 512] });
		const right = syntheticFace({ pxPerMm: 2, eyes: [768, 512] });
		engine.faces = [left, right];
		const opening = studio.open(await blankPhoto(), FROM_FILE);
		await expect.poll(() => studio.session.choice?.boxes.length).toBe(2);
		studio.session.choice?.choose(1);
		expect(await opening).toBe(true);
		expect(studio.session.photograph?.observation).toBe(right);
		expect(studio.session.choice).toBeNull();
	});

	it('keeps a lying face that is not found again once it stands', async () => {
		engine.onceSeen = [syntheticFace({ roll: -90 })];
		engine.faces = [];
		expect(await studio.open(await blankPhoto(), FROM_FILE)).toBe(true);
		expect(studio.session.photograph).toMatchObject({ id: 2, turnedUpright: 3 });
		expect(studio.session.photograph?.face.pose.roll).toBeCloseTo(0, 6);
		expect(engine.discarded).toEqual([1]);
	});

	it('says nothing when the choice between faces is cancelled', async () => {
		engine.faces = [syntheticFace({ pxPerMm: 2 }), syntheticFace({ pxPerMm: 2 })];
		const opening = studio.open(await blankPhoto(), FROM_FILE);
		await expect.poll(() => studio.session.choice).not.toBeNull();
		studio.session.choice?.cancel();
		expect(await opening).toBe(false);
		expect(studio.session.problem).toBeNull();
	});

	it('says nothing when it is cancelled, and keeps the open photograph', async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		const before = studio.session.photograph;
		const opening = studio.open(await blankPhoto(), FROM_FILE);
		expect(studio.session.canCancel).toBe(true);
		studio.session.cancel();
		expect(await opening).toBe(false);
		expect(studio.session).toMatchObject({ progress: null, preview: null, problem: null });
		expect(studio.session.photograph).toBe(before);
	});

	it('opens an offered one at once where nothing would be lost', async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		expect(await studio.offer.make(await blankPhoto(), FROM_FILE)).toBe(true);
		expect(studio.offer.waiting).toBeNull();
		await expect.poll(() => studio.session.photograph?.id).toBe(2);
	});

	it.each<[string, () => void]>([
		['an illustration', () => studio.plans.settle(UPPER_LIP, 'both', 1)],
		[
			'a mark on the skin',
			() => {
				studio.marking.begin([400, 400], 0);
				studio.marking.settle();
			}
		],
		['a corrected landmark', () => studio.correction.nudge(4, [1, 0])],
		['a scale', () => studio.setScale({ irisDiameter: 12, pupilDistance: null })]
	])('asks before an offered one replaces %s', async (_, work) => {
		await studio.open(await blankPhoto(), FROM_FILE);
		work();
		const next = await blankPhoto();
		await studio.offer.make(next, FROM_FILE);
		expect(studio.offer.waiting?.photo).toBe(next);
		studio.offer.decline();
		expect(studio.offer.waiting).toBeNull();
		expect(studio.session.progress).toBeNull();
		expect(studio.hasWork).toBe(true);

		await studio.offer.make(next, FROM_FILE);
		studio.offer.accept();
		expect(studio.offer.waiting).toBeNull();
		await expect.poll(() => studio.session.photograph?.id).toBe(2);
		expect(studio.hasWork).toBe(false);
	});

	it('lets the newest of two openings win', async () => {
		const [one, other] = [await blankPhoto(), await blankPhoto()];
		const first = studio.open(one, FROM_FILE);
		const second = studio.open(other, FROM_FILE);
		expect(await first).toBe(false);
		expect(await second).toBe(true);
		expect(studio.session.problem).toBeNull();
	});
});

describe('a photograph that is kept', () => {
	const AGREED = { words: 1, guardian: null } as const;
	const visitOf = (folder: string) => ({ folder, consultation: `visit of ${folder}` });
	let isFull: boolean;
	let saved: number;

	/** The vault, as far as it is asked. */
	const room = {
		keepPhotograph: (folder: string) =>
			Promise.resolve({ ...visitOf(folder), photograph: 'p', study: 's' }),
		keepStudy: () => {
			if (isFull) return Promise.reject(new AppError('vault.no-space'));
			saved += 1;
			return Promise.resolve();
		},
		hasBegun: () => Promise.resolve(false),
		limitsOf: () => Promise.resolve(null),
		planOf: () => Promise.resolve(null),
		studiedOf: () => Promise.resolve([])
	} as unknown as RecordRoom;

	beforeEach(async () => {
		isFull = false;
		saved = 0;
		studio.keeping.room = room;
		studio.enterVisit(visitOf('Ana'), AGREED, null);
		await studio.open(await blankPhoto(), FROM_FILE);
		await expect.poll(() => studio.keeping.state).toBe('saved');
		studio.plans.settle(UPPER_LIP, 'both', 1);
	});

	it('is seen by nobody who comes after', async () => {
		studio.enterVisit(visitOf('Bea'), AGREED, null);
		await expect.poll(() => studio.session.photograph).toBeNull();
		expect(studio.keeping).toMatchObject({ kept: null, state: 'not-kept', visit: visitOf('Bea') });
		expect(studio.plans.current).toEqual({});
		expect(engine.discarded).toEqual([2]);
		expect(saved).toBe(1);
	});

	it('stays in another visit of the same person', async () => {
		studio.enterVisit({ folder: 'Ana', consultation: 'another' }, AGREED, null);
		await studio.keeping.flush();
		expect(studio.session.photograph).not.toBeNull();
	});

	it('stays while its last change is not saved', async () => {
		isFull = true;
		studio.enterVisit(visitOf('Bea'), AGREED, null);
		await expect.poll(() => studio.keeping.state).toBe('failed');
		await studio.keeping.flush();
		expect(studio.session.photograph).not.toBeNull();
		expect(studio.plans.current).toEqual({ [UPPER_LIP]: { left: 1, right: 1 } });
	});
});

describe('treatments', () => {
	beforeEach(async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
	});

	it('arm when their area is touched on the face', () => {
		const { transform } = studio.view;
		if (transform === null) throw new Error('no view');
		const [x, y] = landmark(13);
		studio.touchStage([
			transform.offsetX + transform.scale * x,
			transform.offsetY + transform.scale * y
		]);
		expect(studio.selection.tab).toBe('lips');
		expect(studio.selection.treatment.area).toBe('lips');
		expect(studio.availability(studio.selection.armed).kind).toBe('shown');
	});

	it('stay as they are when the touch is beside the face', () => {
		studio.touchStage([2, 2]);
		expect(studio.selection.tab).toBe('common');
	});

	it('that this view does not show are hidden, with what they need', () => {
		expect(studio.availability('nose_dorsum_hump')).toEqual({
			kind: 'hidden',
			reason: 'needs-oblique'
		});
	});

	it('on an outline wait for the outline', () => {
		expect(studio.availability('ear_setback')).toMatchObject({ reason: 'needs-outline' });
		engine.tell({ type: 'segmented', picture: 1, layers: ['ear_setback'], coverings: {} });
		expect(studio.availability('ear_setback').kind).not.toBe('hidden');
		expect(studio.availability('hairline_lowering')).toMatchObject({ reason: 'no-outline' });
	});

	it('on the skin wait for the skin, and know how far it is read', () => {
		expect(studio.availability('skin_shine')).toMatchObject({ reason: 'needs-skin' });
		engine.tell({ type: 'skin-progress', picture: 1, fraction: 0.4 });
		expect(studio.skinFraction).toBe(0.4);
		expect(studio.availability('skin_shine')).toMatchObject({ reason: 'needs-skin' });
		engine.tell({ type: 'skin-ready', picture: 1, folds: [], layersMs: 1 });
		expect(studio.availability('skin_shine').kind).toBe('shown');
		engine.tell({ type: 'skin-failed', picture: 1 });
		expect(studio.availability('skin_shine')).toMatchObject({ reason: 'no-skin' });
	});

	it('that inject are held off for somebody under 18: neither set nor applied, but taken back', () => {
		studio.plans.settle(UPPER_LIP, 'both', 1);
		const guardian = { name: 'Max', relation: 'father' };
		studio.keeping.restart({ visit: null, agreed: { words: 1, guardian } });
		expect(studio.availability(UPPER_LIP)).toEqual({ kind: 'hidden', reason: 'age-limit' });
		studio.plans.settle(UPPER_LIP, 'both', 2);
		studio.plans.apply({ chin_width: { left: 1, right: 2 } });
		expect(studio.plans.current).toEqual({ [UPPER_LIP]: { left: 1, right: 1 } });
		expect(studio.notices.shown.at(-1)?.notice).toEqual({ kind: 'age-limit' });
		studio.plans.settle('nose_tip_width', 'both', -1);
		studio.plans.reset(UPPER_LIP);
		expect(Object.keys(studio.plans.current)).toEqual(['nose_tip_width']);
	});

	it('undo as one gesture, with the link and the reset', () => {
		for (const value of [0.1, 0.5, 1.2]) studio.plans.preview(UPPER_LIP, 'both', value);
		studio.plans.settle(UPPER_LIP, 'both', 1.2);
		studio.plans.toggleLink(UPPER_LIP);
		studio.plans.settle(UPPER_LIP, 'left', 0.4);
		expect(studio.plans.current[UPPER_LIP]).toEqual({ left: 0.4, right: 1.2 });
		studio.plans.reset(UPPER_LIP);
		expect(studio.plans.current).toEqual({});
		studio.history.undo();
		studio.history.undo();
		expect(studio.plans.current[UPPER_LIP]).toEqual({ left: 1.2, right: 1.2 });
		expect(studio.plans.isLinked(UPPER_LIP)).toBe(false);
		studio.history.undo();
		expect(studio.plans.isLinked(UPPER_LIP)).toBe(true);
		studio.history.undo();
		expect(studio.plans.current).toEqual({});
		expect(studio.history.canUndo).toBe(false);
	});

	it('differ between variants, and no treatment is always among them', () => {
		studio.plans.settle(UPPER_LIP, 'both', 1);
		studio.plans.show('B');
		expect(studio.plans.current).toEqual({});
		studio.plans.apply({ chin_width: { left: 1, right: 2 } });
		expect(studio.plans.isLinked('chin_width')).toBe(false);
		studio.plans.show('none');
		expect(job().plan).toEqual({});
		expect(studio.hasWork).toBe(true);
		expect(job().frame.panes[0]?.shows).toBe('photograph');
		studio.plans.show('A');
		expect(studio.plans.current).toEqual({ [UPPER_LIP]: { left: 1, right: 1 } });
	});
});

describe('comparing', () => {
	beforeEach(async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.plans.settle(UPPER_LIP, 'both', 1);
	});

	it('shows the photograph while held', () => {
		studio.view.held = true;
		expect(job().frame.panes[0]?.shows).toBe('photograph');
		studio.view.held = false;
		expect(job().frame.panes[0]?.shows).toBe('illustration');
	});

	it('wipes and stands side by side without gaps or overlap', () => {
		studio.view.chooseCompare('wipe');
		studio.view.wipe = 0.25;
		const [before, after] = job().frame.panes;
		expect(before).toMatchObject({ shows: 'photograph', clip: { x: 0, width: 200 } });
		expect(after).toMatchObject({ shows: 'illustration', clip: { x: 200, width: 600 } });
		studio.view.chooseCompare('side-by-side');
		const shows = job().frame.panes.map((pane) => pane.shows);
		expect(shows).toEqual(['photograph', 'illustration']);
	});
});

describe('time after treatment', () => {
	const LIPS = 'lip_upper_volume';

	beforeEach(async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.plans.settle(LIPS, 'both', 2);
	});

	it('is off, then scales what is shown and nothing that was set', () => {
		expect(studio.time.offered).toEqual([0, 12]);
		expect(job().plan).toEqual(studio.plans.current);
		studio.time.choose(12);
		expect(job().plan).toEqual({ [LIPS]: { left: 0.744, right: 0.744 } });
		expect(studio.plans.current).toEqual({ [LIPS]: { left: 2, right: 2 } });
		studio.history.undo();
		expect(studio.plans.current).toEqual({});
	});

	it('is never before the patient', () => {
		studio.time.choose(12);
		studio.enterPatientView();
		expect(studio.time.weeks).toBeNull();
		expect(job().plan).toEqual(studio.plans.current);
	});

	it('gives way to what has no figure, and to another photograph', async () => {
		studio.time.choose(12);
		studio.plans.settle('chin_width', 'both', 1);
		expect(studio.time).toMatchObject({ offered: [], weeks: null });
		expect(job().plan).toEqual(studio.plans.current);
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.plans.settle(LIPS, 'both', 2);
		expect(studio.time.weeks).toBeNull();
	});
});

describe('the view', () => {
	beforeEach(async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
	});

	it.each([false, true])(
		'keeps the point under the fingers while zooming, mirrored %s',
		(mirrored) => {
			studio.view.mirrored = mirrored;
			const under = [420, 380] as const;
			const before = studio.view.pictureAt(under);
			studio.view.zoomAbout(under, 2);
			const after = studio.view.pictureAt(under);
			expect(after?.[0]).toBeCloseTo(before?.[0] ?? NaN, 6);
			expect(after?.[1]).toBeCloseTo(before?.[1] ?? NaN, 6);
		}
	);

	it('moves the picture with the finger, mirrored or not', () => {
		for (const mirrored of [false, true]) {
			studio.view.reset();
			studio.view.mirrored = mirrored;
			studio.view.zoomAbout([400, 400], 3);
			const grabbed = studio.view.pictureAt([400, 400]);
			studio.view.pan(30, -20);
			const now = studio.view.pictureAt([430, 380]);
			expect(now?.[0]).toBeCloseTo(grabbed?.[0] ?? NaN, 6);
			expect(now?.[1]).toBeCloseTo(grabbed?.[1] ?? NaN, 6);
		}
	});

	it('never shows bare stage while the picture is larger than it', () => {
		studio.view.zoomAbout([400, 400], 2);
		studio.view.pan(5000, 5000);
		expect(studio.view.pictureAt([0, 0])?.[0]).toBeCloseTo(0, 6);
	});
});

describe('marks on the skin', () => {
	const middle: readonly [number, number] = [400, 400];
	const FOUND: FoldLine = {
		fold: 'nasolabial',
		side: 'right',
		line: Array.from({ length: 32 }, (_, k): readonly [number, number] => [450, 500 + 4 * k])
	};

	beforeEach(async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.marking.active = true;
		flushSync();
	});

	it('keeps a tapped spot in the picture of every variant, and takes it back', () => {
		const at = studio.view.pictureAt(middle);
		studio.marking.begin(middle, 0);
		studio.marking.settle();
		expect(job().marks.strokes).toEqual([{ kind: 'protect', points: [at], radiusMm: 1.5 }]);
		studio.plans.show('B');
		expect(job().marks.strokes).toHaveLength(1);
		expect(studio.hasWork).toBe(true);
		studio.history.undo();
		studio.history.undo();
		expect(job().marks.strokes).toEqual([]);
		expect(studio.hasWork).toBe(false);
		studio.history.redo();
		expect(job().marks.strokes).toHaveLength(1);
	});

	it('draws a stroke in one step, and evens at once where it was not asked for', () => {
		studio.marking.tool = 'pigment';
		studio.marking.begin(middle, 0);
		for (let k = 1; k <= 20; k++) studio.marking.draw([400 + 5 * k, 400], 0);
		expect(job().marks.strokes[0]?.points.length).toBeGreaterThan(3);
		expect(job().plan).toEqual({ skin_pigment: { left: 50, right: 50 } });
		studio.marking.settle();
		expect(studio.selection.armed).toBe('skin_pigment');
		studio.history.undo();
		expect(job()).toMatchObject({ plan: {}, marks: { strokes: [] } });
		expect(studio.history.canUndo).toBe(false);
	});

	it('leaves the strength of evening that was set', () => {
		studio.plans.settle('skin_pigment', 'both', 80);
		studio.marking.tool = 'pigment';
		studio.marking.begin(middle, 0);
		studio.marking.settle();
		expect(job().plan).toEqual({ skin_pigment: { left: 80, right: 80 } });
	});

	it('leaves nothing of a touch that became another gesture', () => {
		studio.marking.begin(middle, 0);
		studio.marking.draw([420, 400], 0);
		studio.marking.abandon();
		expect(job().marks.strokes).toEqual([]);
		expect(studio.history.canUndo).toBe(false);
	});

	it('takes away the stroke that is tapped, and only there', () => {
		studio.marking.begin(middle, 0);
		studio.marking.settle();
		studio.marking.begin([500, 500], 0);
		studio.marking.settle();
		studio.marking.tool = 'erase';
		expect(studio.marking.begin([100, 700], 10)).toBe(false);
		expect(studio.marking.begin([500, 500], 10)).toBe(true);
		studio.marking.settle();
		expect(job().marks.strokes.map(({ points }) => points[0])).toEqual([
			studio.view.pictureAt(middle)
		]);
	});

	it('turn with the photograph', () => {
		const [x, y] = studio.view.pictureAt(middle) ?? [NaN, NaN];
		studio.marking.begin(middle, 0);
		studio.marking.settle();
		studio.turn(1);
		const [stroke] = studio.history.present.marks.strokes;
		expect(stroke?.points).toEqual([[SIZE.height - y, x]]);
		// The picture on show has not turned yet.
		expect(studio.marking.marks.strokes).toEqual([]);
	});

	it('are gone with the photograph, and so is the mode', async () => {
		studio.marking.begin(middle, 0);
		studio.marking.settle();
		expect(await studio.open(await blankPhoto(), FROM_FILE)).toBe(true);
		expect(job().marks).toEqual({ strokes: [], folds: [] });
		expect(studio.marking.active).toBe(false);
	});

	it('draws a fold where its handle is dragged, from where it was found', () => {
		engine.tell({ type: 'skin-ready', picture: 1, folds: [FOUND], layersMs: 0 });
		const [handle] = studio.marking.folds.handles.slice(1);
		if (handle === undefined) throw new Error('no handle');
		studio.marking.folds.nudge(handle, [12, 0]);
		const [drawn] = job().marks.folds;
		expect(drawn).toMatchObject({ fold: 'nasolabial', side: 'right' });
		expect(drawn?.line[10]?.[0]).toBeCloseTo(462, 6);
		expect([drawn?.line[0], drawn?.line[31]]).toEqual([FOUND.line[0], FOUND.line[31]]);
		expect(studio.selection.armed).toBe('fold_nasolabial');
		studio.marking.folds.reset();
		expect(job().marks.folds).toEqual([]);
		expect(studio.marking.folds.lines).toEqual([FOUND]);
		studio.history.undo();
		expect(job().marks.folds).toEqual([drawn]);
	});

	it('ends where landmarks are corrected, and the other way round', () => {
		studio.correction.active = true;
		expect(studio.marking.active).toBe(false);
		studio.marking.active = true;
		expect(studio.correction.active).toBe(false);
	});
});

describe('landmarks and scale', () => {
	beforeEach(async () => {
		await studio.open(await blankPhoto(), FROM_FILE);
		studio.correction.active = true;
		flushSync();
	});

	it('moves a dragged landmark, tells the engine once, and undoes it', async () => {
		const [x, y] = landmark(4);
		studio.correction.nudge(4, [7, -3]);
		await expect.poll(() => engine.adopted.length).toBe(2);
		expect(landmark(4)).toEqual([x + 7, y - 3]);
		studio.history.undo();
		await expect.poll(() => engine.adopted.length).toBe(3);
		expect(landmark(4)).toEqual([x, y]);
	});

	it('shows the photograph, not the illustration, while landmarks are corrected', () => {
		studio.plans.settle(UPPER_LIP, 'both', 1);
		expect(job().frame.panes[0]?.shows).toBe('photograph');
		studio.correction.active = false;
		expect(job().frame.panes[0]?.shows).toBe('illustration');
	});

	it('lets a known pupil distance rule, with undo', async () => {
		studio.setScale({ irisDiameter: 11.7, pupilDistance: 70 });
		await expect.poll(() => studio.session.photograph?.face.scale.source).toBe('pupil-distance');
		studio.history.undo();
		await expect.poll(() => studio.session.photograph?.face.scale.source).toBe('iris');
	});
});
