import { afterAll, describe, expect, it } from 'vitest';
import { TREATMENTS, type Treatment } from '../../src/lib/treatment/index.ts';
import type { Lab } from '../support/lab.ts';
import {
	askedPoints,
	isMeasurable,
	meanAsked,
	shareByField,
	shareByRedetection,
	shareByTracking
} from '../support/measure.ts';
import { luma, pyramidOf } from '../support/optical-flow.ts';
import type { Photograph } from '../support/photographs.ts';
import { gainIsClamped } from './gain.ts';
import { adopt, endsOf, gallery, planOf, startBench, type Adopted } from './gallery.ts';

/** A picture with fewer pixels per mm, or a movement of fewer pixels, says too little. */
const FINE_PX_PER_MM = 2.5;
const MOVED_PX = 2;
const PICTURE_TOLERANCE = 0.1;
/** Single faces scatter widely when they are detected again: the bounds hold for a median. */
const REDETECTED_FACES = 5;

type Shares = { readonly tracked: number[]; readonly redetected: number[] };
const seen = new Map<string, Shares>();

const { app, lab } = await startBench();
await lab.useRenderer('cpu');

afterAll(() => app.close());

/** Sets one treatment alone and compares the field with what was asked. */
async function fieldMisses(adopted: Adopted, treatment: Treatment): Promise<string[]> {
	const { face } = adopted;
	const misses: string[] = [];
	const tolerance = treatment.acceptance?.fieldTolerance ?? 0;
	for (const value of new Set([treatment.typical, ...endsOf(treatment)])) {
		const points = askedPoints(treatment, face, { left: value, right: value });
		if (!isMeasurable(points)) continue;
		const step = await lab.solve(planOf([treatment, value]));
		const share = shareByField(points, step.forward);
		if (share !== null && Math.abs(share - 1) <= tolerance) continue;
		if (step.scaledBack.length > 0) continue;
		if (await gainIsClamped(face, treatment, value)) continue;
		misses.push(`${treatment.id} ${value}: ${share?.toFixed(3) ?? 'not seen'} of what was asked`);
	}
	return misses;
}

/** Renders one treatment at the larger end of its range and looks at the picture. */
async function lookAt(driver: Lab, adopted: Adopted, photograph: Photograph): Promise<void> {
	const { face } = adopted;
	const { pxPerMm } = face.scale;
	const before = pyramidOf(luma(await driver.render(null)));
	for (const treatment of TREATMENTS) {
		const value = [...treatment.range].sort((a, b) => Math.abs(b) - Math.abs(a))[0]!;
		const points = askedPoints(treatment, face, { left: value, right: value });
		if (!isMeasurable(points)) continue;
		const { forward } = await driver.solve(planOf([treatment, value]));
		// A personal cap may have held the treatment back: the picture is compared with what it did.
		const done = shareByField(points, forward) ?? 0;
		if (done * meanAsked(points) < MOVED_PX) continue;
		const pixels = await driver.render(planOf([treatment, value]));
		const tracked = shareByTracking(points, before, pyramidOf(luma(pixels)), pxPerMm);
		const shares = seen.get(treatment.id) ?? { tracked: [], redetected: [] };
		seen.set(treatment.id, shares);
		if (tracked !== null) shares.tracked.push(tracked / done);
		if (treatment.acceptance?.redetectionUsable !== true) continue;
		const [again] = await driver.redetect(pixels);
		if (again === undefined) throw new Error(`${photograph.name}: no face after ${treatment.id}`);
		const redetected = shareByRedetection(points, face.landmarks, again.landmarks);
		if (redetected !== null) shares.redetected.push(redetected / done);
	}
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

type Verdict = { readonly row: string; readonly miss: string | null };

function verdictOf(
	{ id }: Treatment,
	figure: string,
	shares: readonly number[],
	[low, high]: readonly [number, number],
	needed: number
): Verdict {
	if (shares.length === 0) return { row: `${id}|${figure}|null|0|`, miss: null };
	const middle = median(shares);
	const bounds = `${low.toFixed(2)}–${high.toFixed(2)}`;
	if (shares.length < needed) {
		const row = `${id}|${figure}|${middle.toFixed(2)}|${shares.length}|${bounds}, too few to judge`;
		return { row, miss: null };
	}
	const met = middle >= low && middle <= high;
	return {
		row: `${id}|${figure}|${middle.toFixed(2)}|${shares.length}|${bounds}${met ? '' : ' MISSED'}`,
		miss: met ? null : `${id}: ${figure} ${middle.toFixed(2)}, wanted ${bounds}`
	};
}

function verdicts(): Verdict[] {
	return TREATMENTS.flatMap((treatment) => {
		const { acceptance } = treatment;
		const shares = seen.get(treatment.id) ?? { tracked: [], redetected: [] };
		const found: Verdict[] = [];
		if (acceptance?.imageTrackedRatio) {
			const [low, , high] = acceptance.imageTrackedRatio;
			const range = [low - PICTURE_TOLERANCE, high + PICTURE_TOLERANCE] as const;
			found.push(verdictOf(treatment, 'tracked', shares.tracked, range, 1));
		}
		if (acceptance?.redetectionUsable === true && acceptance.redetectedBound) {
			found.push(
				verdictOf(
					treatment,
					'redetected',
					shares.redetected,
					acceptance.redetectedBound,
					REDETECTED_FACES
				)
			);
		}
		return found;
	});
}

describe.each(await gallery())('on $name', (photograph) => {
	it('primary landmarks move by what is asked, within 3 %', async () => {
		const adopted = await adopt(lab, photograph);
		const misses: string[] = [];
		for (const treatment of TREATMENTS) {
			misses.push(...(await fieldMisses(adopted, treatment)));
		}
		expect(misses).toEqual([]);
		if (adopted.face.scale.pxPerMm >= FINE_PX_PER_MM) await lookAt(lab, adopted, photograph);
	});
});

it('the picture moves as the catalogue says it does', () => {
	const all = verdicts();
	console.log(
		['treatment|figure|median by field|photographs|range', ...all.map(({ row }) => row)].join('\n')
	);
	expect(all.flatMap(({ miss }) => miss ?? [])).toEqual([]);
});

it('asks nothing of other origins and reports no error', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
