/** Two photographs of one patient, taken differently, laid over each other. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { newVisit, savedInVault, setUpVault, unlock } from '../support/records.ts';

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

/** Back to the one folder there is; a page that is loaded anew is locked. */
async function openFile(): Promise<void> {
	await page.goto(`${app.url}/unlock`);
	await unlock(page);
	await page.getByRole('button', { name: 'Today' }).click({ timeout: 30_000 });
	await page
		.getByRole('main')
		.getByRole('button', { name: /Without a name/ })
		.click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
}

it('has nothing to compare with one photograph', async () => {
	await setUpVault(page);
	await page.getByRole('button', { name: 'Go to today' }).click();
	await newVisit(page, PORTRAIT);
	await savedInVault(page);
	await openFile();
	await expect(page.getByRole('button', { name: 'Compare photographs' }).count()).resolves.toBe(0);
});

it('lays the second one over the first, turned, sized and lit alike', async () => {
	const later = await anotherDay();
	await newVisit(page, later);
	await savedInVault(page);
	await openFile();
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
	await page.getByRole('button', { name: 'Patient', exact: true }).click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
