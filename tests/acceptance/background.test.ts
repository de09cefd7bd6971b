/**
 * What stands behind a person stays, in the picture itself: the background keeps its pixels, and a
 * line beside the head stays straight, for every treatment at both ends of its range and every pair
 * within an area. Here: every treatment and every twelfth pair on one portrait, and what reaches the
 * outline on a drawn face; all of it on every face in the full form.
 *
 * On a photograph, background is what the app takes for it; the outline of a drawn face is known.
 * Skin that is toned outside of what moves is no background: a lift softens the lines of the neck.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IRIS_DIAMETER, observeFace, type Face } from '../../src/lib/face/index.ts';
import { TREATMENTS, type Treatment } from '../../src/lib/treatment/index.ts';
import { luma, type Gray } from '../support/optical-flow.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { PORTRAITS, type Photograph } from '../support/photographs.ts';
import { changeAwayFrom, clearOf, movedAwayFrom, patched } from '../support/pixels.ts';
import { plasterBackdrop } from '../support/synthetic/picture.ts';
import { neighbourhood, sidewaysShift, withUprightLine } from '../support/upright-line.ts';
import { FULL } from '../support/full.ts';
import { BEND_MM, linesBeside } from './beside.ts';
import {
	adopt,
	endsOf,
	gallery,
	LOWEST_JACOBIAN,
	pairsOf,
	planOf,
	settable,
	startBench
} from './gallery.ts';
import { drawn, sizeOf, WIDE } from './synthetic-faces.ts';

const PAIRS_ON = 'grace-hopper';
/** Of the pairs the short form looks at every twelfth. */
const PAIR_STRIDE = FULL ? 1 : 12;
const SHORT = ['grace-hopper'];
/** Faces with background on both sides. */
const HAS_ROOM = /^(grace-hopper|astronaut|a drawn face.*)$/;
/** Treatments that reach the outline, besides the contours: the background is at risk from them. */
const AT_THE_OUTLINE = [
	'jaw_masseter',
	'chin_midline',
	'chin_height',
	'face_lift',
	'zygoma_width',
	'temple_fill'
];

const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

type Setting = readonly [Treatment, number];

/** A place of a painted line that stands before background on all sides. */
type Mark = { readonly x: number; readonly y: number };

type Scene = {
	readonly treatments: readonly Treatment[];
	readonly before: Pixels;
	readonly grey: Gray;
	readonly clear: Uint8Array;
	readonly marks: readonly Mark[];
	readonly pxPerMm: number;
};

const { app, lab } = await startBench();
await lab.useRenderer('cpu');

afterAll(() => app.close());

function marksOn(lines: readonly number[], clear: Uint8Array, { width, height }: Pixels): Mark[] {
	return lines.flatMap((x) => {
		const { from, to } = neighbourhood(x);
		if (from < 0 || to >= width) return [];
		return Array.from({ length: height }, (_, y) => ({ x, y })).filter(({ y }) =>
			clear.subarray(y * width + from, y * width + to + 1).every((value) => value === 1)
		);
	});
}

async function personMask(): Promise<Uint8Array> {
	const mask = await lab.personMask();
	if (mask === null) throw new Error('no person mask');
	return mask;
}

/** The photograph with a line on either side of the head, as the app has it then. */
async function sceneOf(photograph: Photograph): Promise<Scene> {
	const adopted = await adopt(lab, photograph);
	const { face } = adopted;
	const lines = linesBeside(face, await personMask());
	const untouched = await lab.render(null);
	await lab.openPixels(lines.reduce(withUprightLine, untouched), face.observation);
	return await asSeen(settable(adopted), await personMask(), lines, face);
}

const DRAWN_PX_PER_MM = 3;
/**
 * px: the app finds the outline of a drawn face within 1.3 mm, and a fringe of 1 mm around what it found
 * moves with the person.
 */
const DRAWN_CLEARANCE = 7;

/** A drawn face before a plastered wall with a line on either side of the head. */
async function drawnScene(yaw: number): Promise<Scene> {
	const sitting = { yaw, pxPerMm: DRAWN_PX_PER_MM, framing: WIDE };
	const { pixels, observation, person } = drawn({
		...sitting,
		backdrop: plasterBackdrop(DRAWN_PX_PER_MM)
	});
	const picture = sizeOf(sitting);
	const { landmarks } = observation;
	const lines = linesBeside(observeFace(observation, landmarks, SCALE, picture), person);
	const face = await lab.openPixels(lines.reduce(withUprightLine, pixels), observation);
	const warps = TREATMENTS.filter(({ kind }) => kind === 'warp');
	return await asSeen(warps, person, lines, face, DRAWN_CLEARANCE);
}

async function asSeen(
	treatments: readonly Treatment[],
	person: Uint8Array,
	lines: readonly number[],
	{ scale }: Face,
	clearance?: number
): Promise<Scene> {
	const before = await lab.render(null);
	const clear = clearOf(person, before, clearance);
	const marks = marksOn(lines, clear, before);
	return { treatments, before, grey: luma(before), clear, marks, pxPerMm: scale.pxPerMm };
}

type Subject = {
	readonly name: string;
	readonly shows: 'everything' | 'the outline';
	readonly withPairs: boolean;
	readonly scene: () => Promise<Scene>;
};

async function subjects(): Promise<readonly Subject[]> {
	const photographs = (await gallery(SHORT)).map((photograph): Subject => {
		const isPortrait = PORTRAITS.some(({ name }) => name === photograph.name);
		return {
			name: photograph.name,
			shows: FULL || isPortrait ? 'everything' : 'the outline',
			withPairs: FULL || photograph.name === PAIRS_ON,
			scene: () => sceneOf(photograph)
		};
	});
	const faces = (FULL ? [0, 35] : [0]).map((yaw): Subject => ({
		name: `a drawn face turned by ${yaw}°`,
		shows: FULL ? 'everything' : 'the outline',
		withPairs: FULL,
		scene: () => drawnScene(yaw)
	}));
	return [...photographs, ...faces];
}

/** What became of the background under some plans. */
class Findings {
	readonly changes: string[] = [];
	readonly bends: string[] = [];
	largestBend = 0;
	smallestJacobian = Infinity;
	moved = 0;
	readonly #scene: Scene;

	constructor(scene: Scene) {
		this.#scene = scene;
	}

	async look(settings: readonly Setting[]): Promise<void> {
		const { before, grey, clear, marks, pxPerMm } = this.#scene;
		const plan = planOf(...settings);
		const name = settings.map(([{ id }, value]) => `${id} ${value}`).join(' with ');
		const { backward, minJacobian } = await lab.solve(plan);
		const after = patched(before, await lab.renderChange(plan));
		this.smallestJacobian = Math.min(this.smallestJacobian, minJacobian);
		const change = changeAwayFrom(clear, before, after, backward);
		if (change > 0) this.changes.push(`${name}: ${change}/255`);
		const greyAfter = luma(after);
		const bend =
			Math.max(0, ...marks.map(({ x, y }) => Math.abs(sidewaysShift(grey, greyAfter, x, y)))) /
			pxPerMm;
		if (bend > BEND_MM) this.bends.push(`${name}: ${bend.toFixed(2)} mm`);
		this.largestBend = Math.max(this.largestBend, bend);
		this.moved += movedAwayFrom(clear, before, backward);
	}
}

function report(
	name: string,
	what: string,
	{ largestBend, smallestJacobian, moved }: Findings
): void {
	console.log(
		`${name}: ${what}: smallest Jacobian ${smallestJacobian.toFixed(3)}, largest bend ` +
			`${largestBend.toFixed(3)} mm; the field reaches ${moved} pixels of background in all`
	);
}

describe.each(await subjects())('behind $name', ({ name, shows, withPairs, scene: open }) => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await open();
	});

	it('nothing moves under one treatment', async () => {
		const { treatments, marks } = scene;
		const findings = new Findings(scene);
		const wanted = treatments.filter(
			({ id, kind }) => shows === 'everything' || kind === 'layer' || AT_THE_OUTLINE.includes(id)
		);
		for (const treatment of wanted) {
			for (const end of endsOf(treatment)) await findings.look([[treatment, end]]);
		}
		report(name, `one treatment, ${marks.length} rows of lines`, findings);
		expect(findings.changes).toEqual([]);
		expect(findings.bends).toEqual([]);
		expect(findings.smallestJacobian).toBeGreaterThan(LOWEST_JACOBIAN);
		// Else nothing was at risk, and nothing shown. In some photographs a head fills the picture.
		if (HAS_ROOM.test(name)) {
			expect(findings.moved).toBeGreaterThan(1000);
			expect(marks.length).toBeGreaterThan(100);
		}
	});

	it.runIf(withPairs)('nothing moves under two treatments of one area', async () => {
		const findings = new Findings(scene);
		const pairs = pairsOf(scene.treatments);
		for (const { a, x, b, y } of pairs.filter((_, index) => index % PAIR_STRIDE === 0)) {
			await findings.look([
				[a, x],
				[b, y]
			]);
		}
		report(name, `${pairs.length} pairs`, findings);
		expect(pairs.length).toBeGreaterThan(200);
		expect(findings.changes).toEqual([]);
		expect(findings.bends).toEqual([]);
		expect(findings.smallestJacobian).toBeGreaterThan(LOWEST_JACOBIAN);
	});
});

it('asks nothing of other origins and reports no error', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
