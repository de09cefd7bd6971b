/** What keeps the work and the patient's view when another photograph, or a swipe back, comes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { alike, atRest, lookOf } from '../support/look.ts';
import { PORTRAITS } from '../support/photographs.ts';
import { agree, choose, enter, openSample } from '../support/user.ts';

const JAW = 'Jaw slimming';
const NO_FACE = fileURLToPath(new URL('../fixtures/coffee.png', import.meta.url));

let app: App;
let page: Page;
let other: Buffer;

beforeAll(async () => {
	const astronaut = PORTRAITS.find(({ name }) => name === 'astronaut');
	if (astronaut === undefined) throw new Error('no second portrait');
	other = await readFile(astronaut.path);
	app = await startApp({ context: { viewport: { width: 1180, height: 820 } } });
	page = await openSample(app);
});

afterAll(() => app.close());

async function paste(): Promise<void> {
	await page.evaluate((bytes) => {
		const clipboardData = new DataTransfer();
		clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}, new Uint8Array(other));
}

const jaw = () => page.getByRole('slider', { name: JAW }).first().getAttribute('aria-valuenow');
const question = () => page.getByRole('alertdialog', { name: 'Open this photo?' });
const mark = () => page.getByRole('button', { name: /to the studio$/ });
const stageName = () => page.getByRole('application').getAttribute('aria-label');

it('a photograph without a face is refused, and the open one stays', async () => {
	const before = await atRest(page);
	await page.locator('input[type=file]').setInputFiles(NO_FACE);
	await agree(page);
	const sheet = page.getByRole('alertdialog');
	await sheet.waitFor();
	expect(await sheet.innerText()).toMatch(/face/i);
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
	expect(alike(await lookOf(page), before)).toBe(true);
});

describe('in patient view', () => {
	beforeAll(async () => {
		await choose(page, 'Jaw', JAW);
		await enter(page, JAW, 4);
	});

	it('going back and pasting a photograph change nothing', async () => {
		await page.getByRole('button', { name: 'Patient view' }).click();
		await mark().waitFor();
		await page.evaluate(() => history.back());
		await page.waitForTimeout(500);
		expect(new URL(page.url()).pathname).toBe('/studio');
		await paste();
		await page.waitForTimeout(500);
		expect(await question().count()).toBe(0);
		expect(await mark().isVisible()).toBe(true);
	});

	it('a dropped photograph is neither opened nor shown by the browser', async () => {
		const prevented = await page.evaluate(() =>
			(['dragover', 'drop'] as const).map((kind) => {
				const dataTransfer = new DataTransfer();
				dataTransfer.items.add(new File(['x'], 'dropped.png', { type: 'image/png' }));
				const event = new DragEvent(kind, { dataTransfer, cancelable: true, bubbles: true });
				document.body.dispatchEvent(event);
				return event.defaultPrevented;
			})
		);
		expect(prevented).toEqual([true, true]);
		expect(await question().count()).toBe(0);
	});

	it('the mark has the focus, and nothing that can be read names a treatment', async () => {
		expect(await mark().evaluate((element) => element === document.activeElement)).toBe(true);
		// Longer than the announcer waits before it speaks.
		await page.waitForTimeout(1000);
		const readable = await page.locator('body').ariaSnapshot();
		expect(readable).not.toMatch(/jaw|touch|treatment/i);
		expect(await stageName()).toBe('The picture');
	});

	it('leaving gives the focus to the stage, with the work as it was', async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await mark().waitFor({ state: 'hidden' });
		expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe(
			'application'
		);
		expect(await stageName()).toMatch(/^The photograph\. Touch/);
		expect(await jaw()).toBe('4');
	});
});

describe('another photograph', () => {
	it('asks before it replaces work, and keeps it when told so', async () => {
		await paste();
		await question().getByRole('button', { name: 'Keep the open one' }).click();
		await question().waitFor({ state: 'hidden' });
		expect(await jaw()).toBe('4');
		expect(await page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
	});

	it('opens when told so, and without a question where there is no work', async () => {
		await paste();
		await question().getByRole('button', { name: 'Open', exact: true }).click();
		const undo = page.getByRole('button', { name: 'Undo' });
		await expect.poll(() => undo.isDisabled(), { timeout: 60_000 }).toBe(true);

		await page.getByRole('button', { name: 'Mirror image' }).click();
		await paste();
		const mirrored = page.getByRole('button', { name: 'Mirror image', pressed: true });
		// A photograph opens unmirrored.
		await expect.poll(() => mirrored.count(), { timeout: 60_000 }).toBe(0);
		expect(await question().count()).toBe(0);
	});

	it('asks where only the scale or a landmark was corrected', async () => {
		await page.keyboard.press('l');
		// The tools come a moment after the key.
		await page.getByRole('button', { name: 'Done' }).waitFor();
		await page.getByRole('application').focus();
		await page.keyboard.press(']');
		await page.keyboard.press('ArrowRight');
		await page.getByRole('button', { name: 'Done' }).click();
		await paste();
		await question().getByRole('button', { name: 'Keep the open one' }).click();
	});
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
