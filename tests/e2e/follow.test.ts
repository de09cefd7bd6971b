/**
 * A patient seen twice: due and in a calendar without a name, treated, then both photographs, taken
 * differently, laid over each other, measured, illustrated and played.
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { newVisit, savedInVault, setUpVault, toToday, unlock } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));

let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 820, height: 1180 } } });
	page = await app.open('/setup');
});

afterAll(() => app.close());

/** The portrait as another day, another camera and another light might have it. */
async function anotherDay(): Promise<string> {
	const portrait = (await readFile(PORTRAIT)).toString('base64');
	const taken = await page.evaluate(async (base64) => {
		const picture = await createImageBitmap(new Blob([Uint8Array.fromBase64(base64)]));
		const canvas = new OffscreenCanvas(700, 760);
		const drawing = canvas.getContext('2d')!;
		drawing.filter = 'brightness(0.72)';
		drawing.translate(380, 390);
		drawing.rotate(-0.16);
		drawing.scale(1.12, 1.12);
		drawing.drawImage(picture, -picture.width / 2, -picture.height / 2);
		const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
		return new Uint8Array(await jpeg.arrayBuffer()).toBase64();
	}, portrait);
	const file = join(await mkdtemp(join(tmpdir(), 'vultus-follow-')), 'later.jpg');
	await writeFile(file, Buffer.from(taken, 'base64'));
	return file;
}

/** From the studio, once everything is kept. */
async function openFile(): Promise<void> {
	await savedInVault(page);
	await page.getByRole('button', { name: /^Saved/ }).click();
	const visits = page.getByRole('heading', { name: 'Visits' });
	await visits.waitFor();
	// Loaded anew, so that no photograph is open in the studio: the next one would pass for it.
	await page.goto(`${app.url}/unlock`);
	await unlock(page);
	await visits.waitFor({ timeout: 30_000 });
}

/** What a calendar would be given by this button. */
async function eventOf(button: Locator): Promise<ICAL.Event> {
	const download = page.waitForEvent('download');
	await button.click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('follow-up.ics');
	const text = await readFile(await file.path(), 'utf8');
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	const [event, ...others] = calendar.getAllSubcomponents('vevent');
	expect(others).toEqual([]);
	return new ICAL.Event(event);
}

it('has nothing to compare with one photograph', async () => {
	await setUpVault(page);
	await page.getByRole('button', { name: 'Go to today' }).click();
	await newVisit(page, PORTRAIT);
	await openFile();
	await expect(page.getByRole('button', { name: 'Compare photographs' }).count()).resolves.toBe(0);
});

it('lists who is due, and gives a calendar the day and no name', async () => {
	const today = await page.evaluate(() => {
		const now = new Date();
		const two = (part: number): string => String(part).padStart(2, '0');
		return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	});
	await page.getByRole('textbox', { name: 'Follow-up' }).fill(today);
	const fromFile = await eventOf(page.getByRole('button', { name: 'For a calendar' }));
	expect(fromFile.startDate.toString()).toBe(today);
	expect(fromFile.summary).toBe('Follow-up');
	await toToday(page);
	await page.getByRole('heading', { name: 'Follow-ups due: 1' }).waitFor();
	const fromList = await eventOf(page.getByRole('button', { name: /^Follow-up of .* calendar$/ }));
	expect(fromList.uid).toBe(fromFile.uid);
	await page.getByRole('button', { name: 'Begin a visit of Without a name' }).waitFor();
	await page.getByRole('button', { name: /Without a name Due today/ }).click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
});

it('notes the day of treatment, and takes it back', async () => {
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	await button('Note a treatment').click();
	await page.getByLabel('Day of treatment').fill('2020-01-01');
	await page.getByText(/the visit, and today/).waitFor();
	await expect(button('Save the day').isDisabled()).resolves.toBe(true);
	await button('Cancel').click();
	await button('Note a treatment').click();
	await button('Save the day').click();
	await page.getByText('Treated on').waitFor();
	await button('Change the day of treatment').click();
	await button('Not treated').click();
	await button('Note a treatment').click();
	await button('Save the day').click();
	await page.getByText('Treated on').waitFor();
});

it('lays the second one over the first, turned, sized and lit alike', async () => {
	const later = await anotherDay();
	await newVisit(page, later);
	await choose(page, 'Jaw', 'Jaw slimming');
	await enter(page, 'Jaw slimming', 4);
	await openFile();
	await page.getByText('Day of treatment').waitFor();
	await page.getByText('Illustrated: Jaw slimming').waitFor();
	await page.getByRole('button', { name: 'Compare photographs' }).click();
	const wipe = page.getByRole('slider', { name: 'Wipe' });
	await wipe.waitFor({ timeout: 30_000 });
	// 9.2° back, and as much smaller as it was larger.
	const [one, other] = await page
		.locator('canvas')
		.evaluateAll((all) => all.map((canvas) => new DOMMatrix(getComputedStyle(canvas).transform)));
	const turned = (Math.atan2(other!.b, other!.a) * 180) / Math.PI;
	expect(turned).toBeCloseTo(9.2, 0);
	expect(Math.hypot(other!.a, other!.b) * 1.12).toBeCloseTo(one!.a, 1);
	const gains = (await page.locator('feColorMatrix').getAttribute('values'))!.split(/\s+/);
	for (const at of [0, 6, 12]) expect(Number(gains[at])).toBeGreaterThan(1.3);
	await wipe.press('End');
	expect(await wipe.getAttribute('aria-valuenow')).toBe('100');
	await page.getByRole('radio', { name: 'Side by side' }).click();
	await wipe.waitFor({ state: 'detached' });
	await expect(page.getByText(/^Photograph, /).count()).resolves.toBe(2);
});

it('measures what changed between two photographs, and tells none where there is none', async () => {
	await page.getByRole('button', { name: 'Measured change' }).click();
	const sheet = page.getByRole('dialog', { name: 'Measured change' });
	await sheet.waitFor();
	const words = await sheet.innerText();
	if (/Nothing is measured/.test(words)) throw new Error(words);
	expect(words).toMatch(/No change that could be told from measuring error/);
	expect(words).toMatch(/Width of the mouth\s+\d+\.\d\smm\s+\d+\.\d\smm\s+±\s\d+\.\d\smm/);
	expect(words).not.toMatch(/success|improve|result/i);
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'detached' });
});

it('plays them as one course of time', async () => {
	await page.getByRole('radio', { name: 'Over time' }).click();
	await page.getByText(/^2 photographs, each laid over the first/).waitFor({ timeout: 60_000 });
	const scrubber = page.getByRole('slider', { name: 'Day' });
	const place = async (): Promise<number> => Number(await scrubber.inputValue());
	// By itself, once, to the end.
	await expect.poll(place).toBe(1);
	await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
	await scrubber.press('ArrowLeft');
	expect(await place()).toBe(0);
	expect(await scrubber.getAttribute('aria-valuetext')).toMatch(/, 1 of 2$/);
	await scrubber.press(' ');
	await expect.poll(place).toBe(1);
});

it('lays an illustration over its photograph, and says what it is', async () => {
	await page.getByRole('button', { name: 'Patient', exact: true }).click();
	await page.getByRole('button', { name: 'Compare illustration A with its photograph' }).click();
	await page.getByText('One photograph, with and without').waitFor({ timeout: 120_000 });
	await page.getByText('Illustration – not a promise of outcome').waitFor();
	await page.getByRole('radio', { name: 'Wipe' }).click();
	// The face is another one, and what stands beside it is the same.
	const differing = await page.locator('canvas').evaluateAll((all) => {
		const [one, other] = all.map((canvas) => {
			const { width, height } = canvas as HTMLCanvasElement;
			const drawing = (canvas as HTMLCanvasElement).getContext('2d');
			return { width, height, data: drawing!.getImageData(0, 0, width, height).data };
		});
		const at = (y: number): number => {
			let count = 0;
			for (let x = 0; x < one!.width; x++) {
				const i = 4 * (Math.round(y * one!.height) * one!.width + x);
				if (Math.abs(one!.data[i]! - other!.data[i]!) > 4) count += 1;
			}
			return count;
		};
		return { top: at(0.02), jaw: Math.max(at(0.5), at(0.6), at(0.7)) };
	});
	expect(differing.top).toBe(0);
	expect(differing.jaw).toBeGreaterThan(5);
	await page.getByRole('button', { name: 'Patient', exact: true }).click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
