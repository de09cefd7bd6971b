/** Area `memory`: what ten large photographs, one after the other, leave behind. */
import type { Lab } from '../support/lab.ts';
import { planWith } from './engine.ts';
import { DISPLAY, portraitAt, SIZES } from './pictures.ts';
import { atMost, plain, type Row } from './rows.ts';

const AREA = 'memory';
const PHOTOGRAPHS = 10;
const GROWTH_GOAL_MB = 100;
const MEGABYTE = 1e6;

export async function measureMemory(lab: Lab): Promise<readonly Row[]> {
	const photograph = await portraitAt(lab.page, SIZES['12 MP']);
	const held: number[] = [];
	for (let count = 1; count <= PHOTOGRAPHS; count++) {
		const opened = await lab.open(photograph);
		if (!opened.ok) throw new Error(opened.error.code);
		await lab.show(planWith(10, count), DISPLAY);
		if (count === 1 || count === PHOTOGRAPHS) held.push((await lab.memory()) / MEGABYTE);
	}
	const [first = Number.NaN, last = Number.NaN] = held;
	return [
		plain(AREA, 'held after one 12 MP photograph', first, 'MB'),
		plain(AREA, 'held after ten', last, 'MB'),
		atMost(AREA, 'growth from the first to the tenth', last - first, 'MB', GROWTH_GOAL_MB)
	];
}
