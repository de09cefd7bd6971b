/** What every screen, hand and keyboard reaches in the studio. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Size } from '../../src/lib/geometry/index.ts';
import { startApp, type App } from '../support/app.ts';
import { choose, enter, openSample } from '../support/user.ts';

const TABLET = { width: 1180, height: 820 };

let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({ context: { viewport: TABLET, hasTouch: true } });
	page = await openSample(app);
});

beforeEach(() => resize(TABLET));

afterAll(() => app.close());

/** And waits until the page has been laid out for it. */
async function resize(size: Size): Promise<void> {
	await page.setViewportSize(size);
	await page.evaluate(
		() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
	);
}

const toolbar = () => page.getByRole('toolbar');

async function boxOf(element: Locator) {
	const box = await element.boundingBox();
	if (box === null) throw new Error('not on the screen');
	return box;
}

/** Buttons that lie, in part, beside the window. */
function cutAtTheSides(): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('header button, [role="toolbar"] button')]
			.filter((button) => {
				const { left, right } = button.getBoundingClientRect();
				return left < 0 || right > innerWidth;
			})
			.map((button) => button.getAttribute('aria-label') ?? '')
	);
}

function scrollsSideways(): Promise<boolean> {
	return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

describe.each([
	['a phone', 360, 740],
	['a small phone', 320, 640],
	['a phone on its side', 844, 390],
	['a small phone on its side', 667, 375],
	['a desktop at 400 %', 320, 256]
])('on %s, %i × %i,', (_, width, height) => {
	beforeEach(() => resize({ width, height }));

	it('everything fits across', async () => {
		expect(await scrollsSideways()).toBe(false);
		expect(await cutAtTheSides()).toEqual([]);
	});

	it('picture and dial can be seen together, or one after the other at 400 %', async () => {
		const dial = await boxOf(page.getByRole('slider').first());
		const stage = await boxOf(page.getByRole('application'));
		expect(stage.height).toBeGreaterThan(100);
		if (height > 300) expect(dial.y + dial.height).toBeLessThanOrEqual(height);
	});
});

describe('for either hand', () => {
	it.each(['right', 'left'])('%s: Tab goes through the tools as they stand', async (hand) => {
		await page.getByRole('button', { name: 'More' }).click();
		const left = page.getByRole('menuitemcheckbox', { name: 'Left-hand mode' });
		if ((await left.getAttribute('aria-checked')) === String(hand === 'right')) await left.click();
		else await page.keyboard.press('Escape');
		await page.getByRole('menu').waitFor({ state: 'hidden' });

		const tools = await toolbar().getByRole('button').all();
		expect(tools.length).toBe(6);
		const lefts = await Promise.all(tools.map(async (tool) => (await boxOf(tool)).x));
		expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
		expect(await tools[0]?.getAttribute('aria-label')).toBe(
			hand === 'right' ? 'Undo' : 'Patient view'
		);

		await resize({ width: 360, height: 740 });
		const search = page.getByRole('button', { name: 'All treatments' });
		const areas = page.getByRole('group', { name: 'Area' });
		const searchComesFirst = await search.evaluate(
			(button, other) =>
				(button.compareDocumentPosition(other as Node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
			await areas.elementHandle()
		);
		expect(searchComesFirst).toBe(hand === 'right');
		expect((await boxOf(search)).x < (await boxOf(areas)).x).toBe(hand === 'right');
	});
});

describe('by keyboard', () => {
	const field = () => page.getByRole('searchbox', { name: 'Search treatments' });
	const hasFocus = () => field().evaluate((element) => element === document.activeElement);

	it('/ goes to the search field beside the photograph', async () => {
		await page.getByRole('application').focus();
		await page.keyboard.press('/');
		expect(await hasFocus()).toBe(true);
		expect(await page.getByRole('dialog').count()).toBe(0);
		expect(await field().inputValue()).toBe('');
		await page.keyboard.type('zzz');
		const said = page.getByRole('status').filter({ hasText: 'No treatment has that name.' });
		await said.waitFor();
		await field().fill('');
	});

	it('/ opens the catalogue in its search field where there is none', async () => {
		await resize({ width: 390, height: 844 });
		await page.getByRole('application').focus();
		await page.keyboard.press('/');
		await page.getByRole('dialog').waitFor();
		await expect.poll(hasFocus).toBe(true);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
	});

	it('a touch opens the catalogue without a keyboard over it', async () => {
		await resize({ width: 390, height: 844 });
		await page.getByRole('button', { name: 'All treatments' }).tap();
		await page.getByRole('dialog').waitFor();
		await page.waitForTimeout(300);
		expect(await hasFocus()).toBe(false);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
	});

	it('a saved preset is confirmed in the sheet that saved it', async () => {
		await choose(page, 'Jaw', 'Jaw slimming');
		await enter(page, 'Jaw slimming', 3);
		await page.getByRole('button', { name: 'Presets' }).click();
		const sheet = page.getByRole('dialog', { name: 'Presets' });
		await sheet.getByRole('button', { name: 'Save these settings' }).click();
		const said = sheet.getByRole('status').filter({ hasText: 'Saved on this device.' });
		await said.waitFor();
		await sheet.getByRole('button', { name: 'Remove Jaw' }).click();
		await said.waitFor({ state: 'hidden' });
		await page.keyboard.press('Escape');
	});

	it('a wrong number in a field of the scale is an alert', async () => {
		await page.getByRole('button', { name: 'More' }).click();
		await page.getByRole('menuitem', { name: /^Scale/ }).click();
		await page.getByRole('textbox', { name: 'Iris diameter' }).fill('40');
		await page.keyboard.press('Enter');
		const alert = page.getByRole('alert');
		await alert.waitFor();
		expect(await alert.innerText()).toBe('Enter a number from 10 to 13.5.');
		await page.keyboard.press('Escape');
	});
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
