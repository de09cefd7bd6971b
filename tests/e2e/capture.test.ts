/** The standard views in a visit, with a camera that shows one face for ever. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { cameraFlags, framed } from '../support/fake-camera.ts';
import { setUpVault, toStep } from '../support/records.ts';
import { agree } from '../support/user.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));
/** As from 0.8 m, with her face in the middle. */
const PLACING = { frame: { width: 1280, height: 960 }, scale: 0.86, middle: [263, 233] } as const;

let app: App;
let page: Page;

beforeAll(async () => {
	const drawing = await startApp();
	const bytes = await readFile(PORTRAIT);
	const frame = await framed(
		await drawing.open('/locked'),
		{ bytes, mimeType: 'image/jpeg' },
		PLACING
	);
	await drawing.close();
	app = await startApp({
		flags: await cameraFlags(frame),
		context: { viewport: { width: 820, height: 1180 }, hasTouch: true, permissions: ['camera'] }
	});
	page = await app.open('/setup');
	await setUpVault(page);
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });

it('takes the front view by itself, goes on to the next, and keeps it with the visit', async () => {
	await button('Go to today').click();
	await button(/^New visit/).click();
	await agree(page);
	await toStep(page, 'Photographs');
	await button('Take the views').click();
	await page.waitForURL('**/camera');
	await button('Front, taken').waitFor({ timeout: 60_000 });
	// No expression that this face never makes is ever photographed.
	await button(/^Smile/).click();
	await page.waitForTimeout(3000);
	await button('Close').click();
	await page.waitForURL('**/capture');
	await button('Open: Front').waitFor({ timeout: 60_000 });
	await expect(button('Take: Smile').count()).resolves.toBe(1);
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});

it('takes a view from the side by hand, to be looked at', async () => {
	await button('Take: Side, left').click();
	await page.waitForURL('**/camera/profile-left');
	const shutter = page.getByRole('button', { name: 'Take the photo: Side, left', disabled: false });
	await shutter.click({ timeout: 30_000 });
	await button('Close').click();
	await button('Open: Side, left').click({ timeout: 60_000 });
	await page.getByRole('dialog', { name: 'Side, left' }).waitFor();
});

it('takes nothing by itself while that is off, and says when all is right', async () => {
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
	await button('Take the views').click();
	await button('Take it by itself when all is right').click();
	await button('Front, taken').click();
	const said = page.getByRole('status').filter({ hasText: 'All is right. Press the shutter.' });
	await said.waitFor({ timeout: 60_000 });
	await page.waitForTimeout(2500);
	expect(await said.count()).toBe(1);
	expect(app.pageErrors).toEqual([]);
});
