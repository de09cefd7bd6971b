/**
 * What skin treatments must and must not do (the acceptance gates of the prototype), on photographs.
 * The long form looks at every photograph, those beside the checkout too, and prints a table by tone.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { isRelit } from '../../src/lib/skin/index.ts';
import { TREATMENTS, type Plan } from '../../src/lib/treatment/index.ts';
import { DepthField, type RendererKind } from '../../src/lib/warp/index.ts';
import { compared, skinFigures } from '../evaluate/skin.ts';
import { unaccounted } from '../support/gates.ts';
import { differenceOf } from '../support/pixels.ts';
import { sharedFaces } from '../support/photographs.ts';
import { FULL } from '../support/full.ts';
import { adopt, gallery, startBench, type Adopted, type Bench } from './gallery.ts';
import { KNOWN_MISSES } from './known-misses.ts';
import { LINES, PLANS, readingsOf, type Altered } from './skin-gates.ts';
import { printTables, tones, type Row } from './skin-table.ts';

const GALLERY = await gallery(['notus-js/team-4-470x470']);
/** WebGPU, drawn in software, in the long form: `tone.browser.test.ts` has the law by all three. */
const RENDERERS: readonly RendererKind[] = FULL ? ['cpu', 'webgl2', 'webgpu'] : ['cpu', 'webgl2'];

const both = (value: number) => ({ left: value, right: value });
const SKIN: Plan = {
	lines_forehead: both(80),
	fold_nasolabial: { left: 60, right: 20 },
	under_eye_dark: both(50),
	skin_redness: both(60),
	skin_pigment: both(50),
	skin_texture: both(100),
	skin_shine: both(50)
};

let bench: Bench;
const rows: Row[] = [];

beforeAll(async () => {
	bench = await startBench({ webgpu: FULL });
});

afterAll(async () => {
	await bench.app.close();
	printTables(rows);
});

describe.each(GALLERY)('the skin of $name', (photograph) => {
	let adopted: Adopted;
	let before: Pixels;

	beforeAll(async () => {
		adopted = await adopt(bench.lab, photograph);
		await bench.lab.useRenderer('cpu');
		before = await bench.lab.render(null);
	});

	it('stays byte for byte while its sliders are at zero', async () => {
		const still = Object.fromEntries(Object.keys(SKIN).map((id) => [id, both(0)]));
		expect(differenceOf(before, await bench.lab.render(still)).largest).toBe(0);
	});

	it('loses its lines and nothing else, and keeps within every gate', async () => {
		const classes = await bench.lab.skinClasses();
		if (classes === null) throw new Error('no segmentation');
		const { face } = adopted;
		const lines = compared(before, await bench.lab.render(LINES), face, classes);
		const figures = skinFigures(lines);
		const by: Record<string, Pixels> = {};
		for (const [effect, plan] of Object.entries(PLANS)) by[effect] = await bench.lab.render(plan);
		const altered = { before, by: by as Altered['by'] };
		const readings = readingsOf(face, classes, lines, figures, altered);
		const row = { name: photograph.name, pxPerMm: face.scale.pxPerMm, figures, readings };
		rows.push(row);
		expect(figures.untreatedDeltaE00P99).toBeLessThanOrEqual(0.5);
		const judged = { name: row.name, readings: Object.values(readings).flat() };
		expect(unaccounted([judged], KNOWN_MISSES)).toEqual([]);
	});

	it('is lit anew by new volume only', () => {
		const { face } = adopted;
		const flat = TREATMENTS.filter(({ id }) => !isRelit(id));
		const plan = Object.fromEntries(flat.map(({ id, range }) => [id, both(range[1])]));
		expect(new DepthField(face, face.box, 8, 8).of(plan, null, isRelit)).toBeNull();
	});

	it('goes on in the direction of its slider', async () => {
		for (const id of ['lines_forehead', 'skin_redness', 'skin_shine', 'fold_nasolabial']) {
			let last = 0;
			for (const value of [25, 50, 75, 100]) {
				const { mean } = meanDifference(before, await bench.lab.render({ [id]: both(value) }));
				expect(mean, `${id} at ${value}`).toBeGreaterThanOrEqual(last);
				last = mean;
			}
		}
	});

	it('comes to the same whichever slider moved last', async () => {
		const wanted = await bench.lab.render(SKIN);
		await bench.lab.render({ ...SKIN, skin_redness: both(0), cheek_malar: both(3) });
		await bench.lab.render({ lines_forehead: both(10) });
		expect(differenceOf(wanted, await bench.lab.render(SKIN)).largest).toBe(0);
	});

	it(`is the same by ${RENDERERS.join(', ')}, also while the face moves`, async () => {
		const plan = { ...SKIN, jaw_masseter: both(4), cheek_malar: both(2) };
		const wanted = await bench.lab.render(plan);
		for (const renderer of RENDERERS) {
			await bench.lab.useRenderer(renderer);
			const { beyond } = beyondTwo(wanted, await bench.lab.render(plan));
			expect(beyond, renderer).toBeLessThanOrEqual(1e-4);
		}
		await bench.lab.useRenderer('cpu');
	});
});

/** Medians of few photographs, or of others, say nothing of the portraits that the list is about. */
describe.runIf(sharedFaces().length > 0 && FULL)('the skin of all tones', () => {
	it('is treated alike: no tone has less than half of what the best has', () => {
		const portraits = rows.filter(({ name }) => name.startsWith('shared/'));
		expect(portraits).toHaveLength(sharedFaces().length);
		expect(unaccounted([tones(portraits)], KNOWN_MISSES)).toEqual([]);
	});
});

function meanDifference(a: Pixels, b: Pixels): { readonly mean: number } {
	let sum = 0;
	for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
	return { mean: sum / a.data.length };
}

/** Share of the channels that differ by more than 2/255. */
function beyondTwo(a: Pixels, b: Pixels): { readonly beyond: number } {
	let count = 0;
	for (let i = 0; i < a.data.length; i++) if (Math.abs(a.data[i]! - b.data[i]!) > 2) count++;
	return { beyond: count / a.data.length };
}
