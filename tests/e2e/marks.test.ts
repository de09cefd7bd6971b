/** Marks on the skin as a practitioner makes them: a protected place stays the photograph's. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { atRest, COLUMNS, eventually, ROWS, type Look } from '../support/look.ts';
import { PORTRAITS } from '../support/photographs.ts';
import { choose, enter, openStudio, skinRead } from '../support/user.ts';

const REDNESS = 'Redness';
/** Luma steps: far below what redness does to the cell that is looked at. */
const KEPT = 0.5;

let app: App;
let page: Page;

beforeAll(async () => {
	const astronaut = PORTRAITS.find(({ name }) => name === 'astronaut');
	if (astronaut === undefined) throw new Error('no second portrait');
	app = await startApp({ context: { viewport: { width: 1180, height: 820 } } });
	page = await openStudio(app, astronaut.path);
	await skinRead(page);
});

afterAll(() => app.close());

const bar = () => page.getByRole('region', { name: 'Mark skin' });

/** The stage at rest with the tools for marking out, which give it another size. */
async function whileMarking(): Promise<Look> {
	await page.keyboard.press('k');
	await bar().waitFor();
	return atRest(page);
}

/** The cell of the stage that differs most. */
function mostChanged(before: Look, after: Look): number {
	const by = before.map((luma, cell) => Math.abs(luma - (after[cell] ?? 0)));
	return by.indexOf(Math.max(...by));
}

/** Middle of a cell, px of the page. */
async function placeOf(cell: number): Promise<{ x: number; y: number }> {
	const box = await page.locator('canvas').boundingBox();
	if (box === null) throw new Error('no stage');
	return {
		x: box.x + (((cell % COLUMNS) + 0.5) / COLUMNS) * box.width,
		y: box.y + ((Math.floor(cell / COLUMNS) + 0.5) / ROWS) * box.height
	};
}

it('a protected place stays as the photograph has it, until that is undone or erased', async () => {
	await choose(page, 'Skin', REDNESS);
	const photograph = await whileMarking();
	await bar().getByRole('button', { name: 'Done' }).click();
	await enter(page, REDNESS, 100);
	const treated = await whileMarking();
	const cell = mostChanged(photograph, treated);
	const isKept = (look: Look): boolean =>
		Math.abs((look[cell] ?? 0) - (photograph[cell] ?? 0)) <= KEPT;
	expect(isKept(treated)).toBe(false);

	await bar().getByRole('radio', { name: 'Protect' }).click();
	await bar().getByRole('radio', { name: 'Brush 20 mm across' }).click();
	const { x, y } = await placeOf(cell);
	await page.mouse.click(x, y);
	await eventually(page, isKept);
	// Elsewhere the treatment goes on.
	expect(await atRest(page)).not.toEqual(photograph);

	await bar().getByRole('button', { name: 'Undo' }).click();
	await eventually(page, (look) => !isKept(look));
	await page.mouse.click(x, y);
	await eventually(page, isKept);
	await bar().getByRole('radio', { name: 'Erase' }).click();
	await page.mouse.click(x, y);
	await eventually(page, (look) => !isKept(look));
	expect(await bar().getByRole('button', { name: 'Clear all' }).isEnabled()).toBe(false);
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
