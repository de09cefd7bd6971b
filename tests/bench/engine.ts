/** Area `engine`: every stage between a file and a picture. */
import { isRelit } from '../../src/lib/skin/index.ts';
import { TREATMENTS, type Plan } from '../../src/lib/treatment/index.ts';
import type { RendererKind } from '../../src/lib/warp/index.ts';
import type { Lab } from '../support/lab.ts';
import { DISPLAY, portraitAt, SIZES } from './pictures.ts';
import { atMost, median, plain, repeated, type Row } from './rows.ts';

const AREA = 'engine';
const OPENINGS = 3;
const STEPS = 15;
const DRAWINGS = 5;
const FIELD_GOAL_MS = 8;
const SLIDERS = [1, 10, 40];
export const RENDERERS: readonly RendererKind[] = ['cpu', 'webgl2', 'webgpu'];
/** The field is solved alike whatever is drawn; a small drawing leaves more time for it. */
const SMALL = { width: 64, height: 48 };

const byLight = Map.groupBy(
	TREATMENTS.filter(({ kind }) => kind === 'warp'),
	({ id }) => isRelit(id)
);
/** Those whose volume catches the light come last: light is measured with the skin. */
const WARPS = [...(byLight.get(false) ?? []), ...(byLight.get(true) ?? [])];

/** The first of these treatments, each somewhere on its way to its typical value. */
export function planWith(sliders: number, run: number): Plan {
	const share = 0.5 + (0.5 * (run % 10)) / 10;
	return Object.fromEntries(
		WARPS.slice(0, sliders).map(({ id, typical }) => [
			id,
			{ left: share * typical, right: share * typical }
		])
	);
}

export async function measureEngine(lab: Lab): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const [name, size] of Object.entries(SIZES)) {
		const photograph = await portraitAt(lab.page, size);
		const openings = await repeated(OPENINGS, async () => {
			const opened = await lab.open(photograph);
			if (!opened.ok || opened.value.face === null) throw new Error('the portrait shows no face');
			return opened.value.timingsMs;
		});
		for (const stage of ['decode', 'detect', 'segment']) {
			const times = openings.map((timings) => timings[stage] ?? Number.NaN);
			rows.push(plain(AREA, `${stage}, ${name}`, median(times), 'ms'));
		}
		rows.push(...(await fieldRows(lab, name)), ...(await drawingRows(lab, name)));
	}
	return rows;
}

async function fieldRows(lab: Lab, name: string): Promise<Row[]> {
	await lab.useRenderer('cpu');
	const first = await lab.show(planWith(10, 0), SMALL);
	const basis = (first.timingsMs['basis'] ?? Number.NaN) / 10;
	const rows = [plain(AREA, `basis per treatment, ${name}`, basis, 'ms')];
	for (const sliders of SLIDERS) {
		await lab.show(planWith(sliders, STEPS), SMALL);
		const steps = await repeated(STEPS, (run) => lab.show(planWith(sliders, run), SMALL));
		const times = steps.map(({ timingsMs }) => timingsMs['field'] ?? Number.NaN);
		const figure = `field of ${sliders} ${sliders === 1 ? 'slider' : 'sliders'}, ${name}`;
		rows.push(atMost(AREA, figure, median(times), 'ms', FIELD_GOAL_MS));
	}
	return rows;
}

async function drawingRows(lab: Lab, name: string): Promise<Row[]> {
	const rows: Row[] = [];
	for (const renderer of RENDERERS) {
		await lab.useRenderer(renderer);
		await lab.show(planWith(10, DRAWINGS), DISPLAY);
		const shown = await repeated(DRAWINGS, (run) => lab.show(planWith(10, run), DISPLAY));
		const draw = shown.map(({ timingsMs }) => timingsMs['render'] ?? Number.NaN);
		rows.push(plain(AREA, `render at 1600×1200 by ${renderer}, ${name}`, median(draw), 'ms'));
		const ms = await lab.timeRender(planWith(10, 0));
		rows.push(plain(AREA, `export by ${renderer}, ${name}`, ms, 'ms'));
	}
	return rows;
}
