/** Guided capture with Chromium's fake camera, which shows a portrait as from 0.75 m. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/routes/lab/capture/taken.ts';
import { startApp, type App } from '../support/app.ts';
import { cameraFlags, framed } from '../support/fake-camera.ts';

const PORTRAIT = new URL('../fixtures/grace-hopper.jpg', import.meta.url);
const FRAME = { width: 1280, height: 960 };
/** Of the portrait: px of the frame a px, and the middle of the face. */
const LAID = { frame: FRAME, scale: 0.84, middle: [263, 233] } as const;
/** The models are loaded, compiled and warmed first. */
const PATIENCE = { timeout: 120_000 };

let app: App;
let page: Page;

beforeAll(async () => {
	const photograph = { bytes: await readFile(PORTRAIT), mimeType: 'image/jpeg' };
	const studio = await startApp();
	const jpeg = await framed(await studio.context.newPage(), photograph, LAID);
	await studio.close();
	app = await startApp({
		flags: await cameraFlags(jpeg),
		context: { viewport: { width: 820, height: 1180 }, permissions: ['camera'] }
	});
	page = await app.open('/lab/capture');
});

afterAll(() => app.close());

const view = (name: string) => page.getByRole('button', { name, exact: true });
const isAsked = async (name: string) => (await view(name).getAttribute('aria-current')) === 'true';
const said = () => page.getByRole('status').innerText();
const taken = () => page.evaluate(() => Object.keys(vultusTaken ?? {}));

describe('guided capture', () => {
	it('takes the front view of a face by itself, and asks for the next view', async () => {
		await expect.poll(taken, PATIENCE).toEqual(['front']);
		await view('Front, taken').waitFor();
		await expect.poll(() => isAsked('45° left')).toBe(true);
		const size = await page.evaluate(async () => {
			const photo = vultusTaken?.front;
			if (photo === undefined) return null;
			const { width, height } = await createImageBitmap(photo);
			return { width, height };
		});
		expect(size).toEqual(FRAME);
	});

	it('says which way to turn, and takes nothing that is not the view', async () => {
		await expect.poll(said, PATIENCE).toBe('Turn the head to the patient’s right');
		expect(await taken()).toEqual(['front']);
	});

	it('leaves a side view to the hand', async () => {
		await view('Side, left').click();
		await expect.poll(said, PATIENCE).toBe('Fit the head to the outline and press the shutter');
		await page.getByRole('button', { name: 'Take the photo: Side, left' }).click();
		await expect.poll(taken, PATIENCE).toEqual(['front', 'profile-left']);
	});

	it('skips a view, and goes on with the next', async () => {
		await view('Brows up').click();
		await page.getByRole('button', { name: 'Skip: Brows up' }).click();
		await view('Brows up, skipped').waitFor();
		expect(await isAsked('Smile')).toBe(true);
		await expect.poll(said, PATIENCE).toBe('Smile broadly');
	});

	it('lays the earlier photograph of a view over the preview, as strongly as one likes', async () => {
		const ghost = page.locator('canvas');
		expect(await ghost.count()).toBe(0);
		await page.getByRole('button', { name: 'Take it by itself when all is right' }).click();
		await view('Front, taken').click();
		await ghost.waitFor();
		const strength = (name: string) =>
			page.getByRole('button', { name: `Earlier photo over the preview: ${name}` });
		await strength('Faint').click();
		await strength('Strong').click();
		await ghost.waitFor({ state: 'hidden' });
		await strength('Off').click();
		await ghost.waitFor();
	});

	it('takes nothing by itself where that is off', async () => {
		await expect.poll(said, PATIENCE).toBe('All is right. Press the shutter.');
		await page.waitForTimeout(2500);
		expect(await said()).toBe('All is right. Press the shutter.');
		expect(app.pageErrors).toEqual([]);
		expect(app.foreignRequests).toEqual([]);
	});
});
