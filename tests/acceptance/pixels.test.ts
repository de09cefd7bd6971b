import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { treatment, type Plan } from '../../src/lib/treatment/index.ts';
import type { RendererKind } from '../../src/lib/warp/index.ts';
import { differenceOf, rimLeftBehind } from '../support/pixels.ts';
import { adopt, gallery, planOf, startBench } from './gallery.ts';

const RENDERERS: readonly RendererKind[] = ['webgpu', 'webgl2', 'cpu'];
const AGREEING = 0.9999;

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

const { app, lab } = await startBench({ webgpu: true });

afterAll(() => app.close());

describe.each(await gallery())('the picture of $name', (photograph) => {
	beforeAll(async () => {
		await adopt(lab, photograph);
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
