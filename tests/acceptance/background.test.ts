/**
 * What stands behind a person stays, in the picture itself: the background keeps its pixels, and a
 * line painted beside the head stays straight, for every treatment at both ends of its range and every
 * pair within an area. Here: every treatment on the two portraits, every pair on one of them, and what
 * reaches the outline on two more; all of it on every photograph in the full form.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Treatment } from '../../src/lib/treatment/index.ts';
import { luma, type Gray } from '../support/optical-flow.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { PORTRAITS, type Photograph } from '../support/photographs.ts';
import {
	changeAwayFrom,
	changeOutside,
	clearOf,
	movedAwayFrom,
	patched
} from '../support/pixels.ts';
import { neighbourhood, sidewaysShift, withUprightLine } from '../support/upright-line.ts';
import { BEND_MM, linesBeside } from './beside.ts';
import {
	adopt,
	endsOf,
	FULL,
	gallery,
	LOWEST_JACOBIAN,
	pairsOf,
	planOf,
	settable,
	startBench
} from './gallery.ts';

const PAIRS_ON = 'grace-hopper';
/** Treatments that reach the outline, besides the contours: the background is at risk from them. */
const AT_THE_OUTLINE = [
	'jaw_masseter',
	'chin_midline',
	'chin_height',
	'face_lift',
	'zygoma_width',
	'temple_fill'
];

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
	const { face, contours, ...photo } = await adopt(lab, photograph);
	const lines = linesBeside(face, await personMask());
	const photo0 = await lab.render(null);
	await lab.openPixels(lines.reduce(withUprightLine, photo0), face.observation);
	const before = await lab.render(null);
	const clear = clearOf(await personMask(), before);
	return {
		treatments: settable({ ...photo, face, contours }),
		before,
		grey: luma(before),
		clear,
		marks: marksOn(lines, clear, before),
		pxPerMm: face.scale.pxPerMm
	};
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
		const change = Math.max(
			changeAwayFrom(clear, before, after, backward),
			changeOutside(before, after, backward.box)
		);
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

describe.each(await gallery())('behind $name', (photograph) => {
	const isPortrait = PORTRAITS.some(({ name }) => name === photograph.name);
	let scene: Scene;

	beforeAll(async () => {
		scene = await sceneOf(photograph);
	});

	it('nothing moves under one treatment', async () => {
		const { treatments, marks } = scene;
		const findings = new Findings(scene);
		const wanted = treatments.filter(
			({ id, kind }) => FULL || isPortrait || kind === 'layer' || AT_THE_OUTLINE.includes(id)
		);
		for (const treatment of wanted) {
			for (const end of endsOf(treatment)) await findings.look([[treatment, end]]);
		}
		report(photograph.name, `one treatment, ${marks.length} rows of lines`, findings);
		expect(findings.changes).toEqual([]);
		expect(findings.bends).toEqual([]);
		expect(findings.smallestJacobian).toBeGreaterThan(LOWEST_JACOBIAN);
		if (!isPortrait) return;
		// Else nothing was at risk, and nothing shown. Elsewhere a head may fill the picture.
		expect(findings.moved).toBeGreaterThan(1000);
		expect(marks.length).toBeGreaterThan(100);
	});

	it.runIf(FULL || photograph.name === PAIRS_ON)(
		'nothing moves under two treatments of one area',
		async () => {
			const findings = new Findings(scene);
			const pairs = pairsOf(scene.treatments);
			for (const { a, x, b, y } of pairs) {
				await findings.look([
					[a, x],
					[b, y]
				]);
			}
			report(photograph.name, `${pairs.length} pairs`, findings);
			expect(pairs.length).toBeGreaterThan(200);
			expect(findings.changes).toEqual([]);
			expect(findings.bends).toEqual([]);
			expect(findings.smallestJacobian).toBeGreaterThan(LOWEST_JACOBIAN);
		}
	);
});

it('asks nothing of other origins and reports no error', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
