import { afterAll, describe, expect, it } from 'vitest';
import { MIRROR, type FaceObservation } from '../../src/lib/face/index.ts';
import { mirrorPlan, type Plan } from '../../src/lib/treatment/index.ts';
import { changeAwayFrom, mirroredMask, mirroredPixels } from '../support/pixels.ts';
import type { Lab } from '../support/lab.ts';
import { adopt, gallery, startBench } from './gallery.ts';

const WITHIN = 2;

const PLANS: readonly Plan[] = [
	{ lip_lift_philtrum: { left: 2, right: 2 }, jaw_masseter: { left: 5, right: 0 } },
	{ nose_deviation: { left: 3, right: 3 }, chin_midline: { left: -4, right: -4 } },
	{ brow_lift: { left: 0, right: 3 }, cheek_malar: { left: 3, right: 1 } }
];

/** The same face in the mirror: columns exchanged, subject's left for right. */
function mirrored({ landmarks, pose }: FaceObservation, width: number): FaceObservation {
	const exchanged = new Float64Array(landmarks.length);
	for (let landmark = 0; landmark < landmarks.length / 3; landmark++) {
		const from = 3 * MIRROR[landmark]!;
		exchanged[3 * landmark] = width - landmarks[from]!;
		exchanged[3 * landmark + 1] = landmarks[from + 1]!;
		exchanged[3 * landmark + 2] = landmarks[from + 2]!;
	}
	// x ↦ −x on both sides of the matrix: entries that mix x with another axis change their sign.
	const flipped = pose.map((value, i) => ((i % 4 === 0) === i < 4 ? value : -value));
	return { landmarks: exchanged, pose: flipped, blendshapes: null };
}

/**
 * Where two person masks differ: a network that segments a mirrored picture is not symmetric. By 1 is
 * enough, it tells the fringe of the person from background.
 */
function disagreement(a: Uint8Array, b: Uint8Array): Uint8Array {
	return a.map((value, i) => (value !== b[i] ? 255 : 0));
}

async function maskOf(driver: Lab): Promise<Uint8Array> {
	const mask = await driver.personMask();
	if (mask === null) throw new Error('no person mask');
	return mask;
}

const { app, lab } = await startBench();
await lab.useRenderer('cpu');

afterAll(() => app.close());

describe.each(await gallery(['grace-hopper', 'argon-design-system-free/team-3']))(
	'$name in the mirror',
	(photograph) => {
		it('becomes the mirrored picture, landmarks and sliders mirrored', async () => {
			const { face, picture } = await adopt(lab, photograph);
			const pixels = await lab.render(null);
			const mask = await maskOf(lab);
			const straight = [];
			for (const plan of PLANS) straight.push(await lab.render(plan));
			await lab.openPixels(mirroredPixels(pixels), mirrored(face.observation, picture.width));
			const excluded = disagreement(mirroredMask(mask, picture), await maskOf(lab));
			for (const [i, plan] of PLANS.entries()) {
				const wanted = mirroredPixels(straight[i]!);
				const there = await lab.render(mirrorPlan(plan));
				const { backward } = await lab.solve(mirrorPlan(plan));
				const largest = changeAwayFrom(excluded, wanted, there, backward);
				console.log(`${photograph.name}: ${Object.keys(plan).join(' + ')}: ${largest}/255`);
				expect(largest).toBeLessThanOrEqual(WITHIN);
			}
			const share = excluded.filter((value) => value > 0).length / excluded.length;
			console.log(
				`${photograph.name}: the two person masks differ on ${(100 * share).toFixed(2)} %`
			);
			expect(share).toBeLessThan(0.02);
		});
	}
);

it('asks nothing of other origins and reports no error', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
