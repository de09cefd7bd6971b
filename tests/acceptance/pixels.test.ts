import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { treatment, type Plan } from '../../src/lib/treatment/index.ts';
import type { RendererKind } from '../../src/lib/warp/index.ts';
import { changeAwayFrom, changeOutside, differenceOf, rimLeftBehind } from '../support/pixels.ts';
import {
	adopt,
	endsOf,
	FULL,
	gallery,
	planOf,
	settable,
	startBench,
	type Adopted
} from './gallery.ts';

const RENDERERS: readonly RendererKind[] = ['webgpu', 'webgl2', 'cpu'];
const AGREEING = 0.9999;

/** Treatments that reach the outline, besides the contours: the background is at risk from them. */
const AT_THE_OUTLINE = [
	'jaw_masseter',
	'chin_midline',
	'chin_height',
	'face_lift',
	'zygoma_width',
	'temple_fill'
];

/**
 * Grey levels. What a background of hard edges shows of itself is 6.2 at most (beside Grace Hopper's
 * hair, of 35 photographs); with the rim of her old outline left behind it was 13.2.
 */
const SMOOTH = 8;

const PLAN: Plan = Object.fromEntries(
	(
		[
			['lip_lift_philtrum', 2, 2],
			['nose_alar_base', 1.5, 0],
			['jaw_masseter', 4, 3],
			['brow_lift', 2, 3],
			['chin_height', -2, -2]
		] as const
	).map(([id, left, right]) => [id, { left, right }])
);

const ALL_AT_ZERO: Plan = Object.fromEntries(
	Object.keys(PLAN).map((id) => [id, { left: 0, right: 0 }])
);

const { app, lab } = await startBench();

afterAll(() => app.close());

describe.each(await gallery())('the picture of $name', (photograph) => {
	let adopted: Adopted;

	beforeAll(async () => {
		adopted = await adopt(lab, photograph);
	});

	it('is the decoded photograph on every renderer while all sliders are at zero', async () => {
		const decoded = await lab.decode();
		for (const renderer of RENDERERS) {
			expect(await lab.useRenderer(renderer)).toBe(renderer);
			for (const plan of [null, {}, ALL_AT_ZERO]) {
				const pixels = await lab.render(plan);
				expect(differenceOf(decoded, pixels), renderer).toEqual({ largest: 0, beyondOne: 0 });
			}
		}
	});

	it('is the same on every renderer', async () => {
		await lab.useRenderer('cpu');
		const reference = await lab.render(PLAN);
		expect(differenceOf(await lab.render(null), reference).largest).toBeGreaterThan(20);
		for (const renderer of ['webgpu', 'webgl2'] as const) {
			await lab.useRenderer(renderer);
			const { beyondOne, largest } = differenceOf(reference, await lab.render(PLAN));
			console.log(
				`${photograph.name}: ${renderer} against cpu: ${(100 * (1 - beyondOne)).toFixed(4)} % ` +
					`within 1/255, largest difference ${largest}`
			);
			expect(1 - beyondOne, renderer).toBeGreaterThanOrEqual(AGREEING);
		}
	});

	it('keeps its background', async () => {
		await lab.useRenderer('cpu');
		const person = await lab.personMask();
		if (person === null) throw new Error('no person mask');
		const before = await lab.render(null);
		const treatments = settable(adopted).filter(
			({ id, kind }) => FULL || kind === 'layer' || AT_THE_OUTLINE.includes(id)
		);
		const changed: string[] = [];
		for (const { id } of treatments) {
			for (const end of endsOf(treatment(id))) {
				const plan = planOf([treatment(id), end]);
				const { backward } = await lab.solve(plan);
				const after = await lab.render(plan);
				const change = changeAwayFrom(person, before, after, backward);
				if (change > 0) changed.push(`${id} ${end}: ${change}/255`);
				expect(changeOutside(before, after, backward.box), `${id} ${end}`).toBe(0);
			}
		}
		expect(changed).toEqual([]);
	});

	it('leaves no rim of the old outline where the jaw draws in', async () => {
		await lab.useRenderer('cpu');
		const person = await lab.personMask();
		if (person === null) throw new Error('no person mask');
		const plan = planOf([treatment('jaw_masseter'), 6]);
		const { backward } = await lab.solve(plan);
		const { pixels, roughness } = rimLeftBehind(person, await lab.render(plan), backward);
		console.log(`${photograph.name}: rim of ${pixels} px, roughness ${roughness.toFixed(1)}`);
		expect(roughness).toBeLessThanOrEqual(SMOOTH);
	});
});

it('asks nothing of other origins and reports no error', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
