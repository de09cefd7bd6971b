/** Area `skin`: reading the skin of a photograph, and what its sliders cost beside geometry's. */
import type { Plan } from '../../src/lib/treatment/index.ts';
import type { LabShown } from '../../src/routes/lab/lab-api.ts';
import type { Lab } from '../support/lab.ts';
import { DISPLAY, portraitAt, SIZES } from './pictures.ts';
import { atMost, median, plain, repeated, type Row } from './rows.ts';

const AREA = 'skin';
const OPENINGS = 3;
const STEPS = 11;
const LAYERS_GOAL_MS = 1500;
const RATIO_GOAL = 1.3;

const both = (value: number) => ({ left: value, right: value });
const share = (run: number): number => 0.4 + (0.5 * (run % 7)) / 7;

type Slider = (run: number) => Plan;

/** One slider of each kind, moving. */
const GEOMETRY: Slider = (run) => ({ jaw_masseter: both(6 * share(run)) });
const SKIN: Readonly<Record<string, Slider>> = {
	'forehead lines': (run) => ({ lines_forehead: both(100 * share(run)) }),
	redness: (run) => ({ skin_redness: both(100 * share(run)) }),
	pores: (run) => ({ skin_texture: both(100 * share(run)) }),
	'cheek volume with its light': (run) => ({ cheek_malar: both(4 * share(run)) }),
	'a geometry slider over five skin treatments': (run) => ({
		...GEOMETRY(run),
		lines_forehead: both(60),
		lines_glabella: both(60),
		fold_nasolabial: both(50),
		skin_redness: both(50),
		skin_texture: both(50)
	})
};

export async function measureSkin(lab: Lab): Promise<readonly Row[]> {
	const rows: Row[] = [];
	await lab.useRenderer('cpu');
	for (const [name, size] of Object.entries(SIZES)) {
		const photograph = await portraitAt(lab.page, size);
		const layers = await repeated(OPENINGS, async () => {
			const opened = await lab.open(photograph);
			if (!opened.ok || opened.value.face === null) throw new Error('the portrait shows no face');
			return opened.value.layersMs ?? Number.NaN;
		});
		rows.push(atMost(AREA, `all layers, ${name}`, median(layers), 'ms', LAYERS_GOAL_MS));
		rows.push(...(await sliderRows(lab, name)));
	}
	return rows;
}

async function sliderRows(lab: Lab, name: string): Promise<Row[]> {
	const geometry = await totalOf(lab, GEOMETRY);
	const rows = [plain(AREA, `slider to picture, geometry alone, ${name}`, geometry, 'ms')];
	for (const [slider, plan] of Object.entries(SKIN)) {
		const total = await totalOf(lab, plan);
		rows.push(plain(AREA, `slider to picture, ${slider}, ${name}`, total, 'ms'));
		const figure = `${slider} ÷ geometry alone, ${name}`;
		rows.push(atMost(AREA, figure, total / geometry, '×', RATIO_GOAL));
	}
	const full = await repeated(3, () =>
		lab.timeRender(SKIN['a geometry slider over five skin treatments']!(0))
	);
	rows.push(plain(AREA, `export with five skin treatments, ${name}`, median(full), 'ms'));
	return rows;
}

async function totalOf(lab: Lab, slider: Slider): Promise<number> {
	await lab.show(slider(0), DISPLAY);
	const shown: readonly LabShown[] = await repeated(STEPS, (run) =>
		lab.show(slider(run + 1), DISPLAY)
	);
	return median(shown.map(({ timingsMs }) => timingsMs['total'] ?? Number.NaN));
}
