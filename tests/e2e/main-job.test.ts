import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { readPictureFacts } from '../../src/lib/photo/picture-facts.ts';
import { startApp, type App, type AppOptions } from '../support/app.ts';
import { cameraFlags } from '../support/fake-camera.ts';
import { FULL } from '../support/full.ts';
import { alike, atRest, changed, eventually } from '../support/look.ts';
import { agree, choose, enter, openStudio, skinRead } from '../support/user.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));
const ALTERED = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced';
const LABEL = 'Demo: Illustration – not a promise of outcome';
const TABLET = { viewport: { width: 1180, height: 820 } };

const running: App[] = [];

async function start(options: AppOptions): Promise<App> {
	const app = await startApp(options);
	running.push(app);
	return app;
}

afterEach(async () => {
	for (const app of running.splice(0)) await app.close();
});

async function exportPicture(page: Page, what: string, format: string): Promise<string> {
	await page.getByRole('button', { name: 'Save or share' }).first().click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('radio', { name: what }).click();
	await sheet.getByRole('radio', { name: format }).click();
	const download = page.waitForEvent('download');
	await sheet.getByRole('button', { name: /^Save/ }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^vultus-[a-z]+-[\d-]+\.(png|jpg|jpeg|webp)$/);
	return file.path();
}

/** Chooses the graphics method as a person would have: in Read-outs; kept on the device. */
async function preferGraphics(app: App, graphics: string): Promise<void> {
	await app.context.addInitScript((chosen) => {
		// A blank page has no storage.
		if (location.protocol === 'http:')
			localStorage.setItem('vultus.preferences', JSON.stringify({ graphics: chosen }));
	}, graphics);
}

/** Opens the patient's window, or closes it. */
async function secondScreen(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'For a second screen' }).click();
}

async function graphicsInUse(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: /^Read-outs/ }).click();
	const chosen = page.getByRole('radiogroup', { name: 'Drawn by' }).getByRole('radio', {
		checked: true
	});
	const words = await chosen.innerText();
	const now = page.getByText(/^Now: /);
	const best = words === 'Automatic' ? await now.innerText() : words;
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
	return best;
}

/** WebGPU, drawn in software, in the long form; `pixels.test.ts` has its pictures in the short one. */
const WAYS = [
	['with WebGL', false, 'webgl2', 'WebGL 2'],
	['with WebGPU', true, 'webgpu', 'WebGPU']
] as const;

describe.each(FULL ? WAYS : WAYS.slice(0, 1))('the main job, %s', (_, webgpu, graphics, name) => {
	it('opens, detects, moves three sliders, compares and exports', async () => {
		const app = await start({ webgpu, context: { ...TABLET, acceptDownloads: true } });
		await preferGraphics(app, graphics);
		const page = await openStudio(app, PORTRAIT);
		await atRest(page);
		expect(await graphicsInUse(page)).toMatch(name);
		// Before that a picture may change once more by itself: new volume catches the light.
		await skinRead(page);
		const before = await atRest(page);

		await choose(page, 'Jaw', 'Jaw slimming');
		await enter(page, 'Jaw slimming', 4);
		const first = await changed(page, before);
		await choose(page, 'Chin', 'Chin height');
		await enter(page, 'Chin height', 3);
		const second = await changed(page, first);
		await choose(page, 'Brow', 'Brow lift');
		await page.getByRole('slider', { name: 'Brow lift' }).focus();
		for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
		const after = await changed(page, second);
		await expect(page.getByText(LABEL).first().isVisible()).resolves.toBe(true);

		// The same on a window for the patient, and nothing else.
		const opening = app.context.waitForEvent('page');
		await secondScreen(page);
		const beside = await opening;
		await eventually(beside, (look) => alike(look, after));
		expect(await beside.locator('body').innerText()).toBe(LABEL);

		const hold = page.getByRole('button', { name: 'Hold for before' });
		await hold.dispatchEvent('pointerdown', { pointerId: 1, button: 0 });
		await eventually(page, (look) => alike(look, before));
		await eventually(beside, (look) => alike(look, before));
		expect(await beside.locator('body').innerText()).toBe('Photograph');
		await hold.dispatchEvent('pointerup', { pointerId: 1, button: 0 });
		await eventually(page, (look) => alike(look, after));
		await secondScreen(page);
		await expect.poll(() => beside.isClosed()).toBe(true);

		for (const [what, format, width, altered] of [
			['After', 'PNG', 512, true],
			['Side by side', 'JPEG', 1025, true],
			['Before', 'WebP', 512, false]
		] as const) {
			const saved = await exportPicture(page, what, format);
			const facts = readPictureFacts(new Uint8Array(await readFile(saved)));
			expect(facts.format).toBe(format.toLowerCase());
			expect(facts.size).toEqual({ width, height: 600 });
			expect(facts.otherMetadata).toEqual([]);
			if (altered) expect(facts.xmp).toContain(ALTERED);
			else expect(facts.xmp).toBeNull();
		}

		await page.getByRole('button', { name: 'Undo' }).click();
		await eventually(page, (look) => !alike(look, after));
		await page.getByRole('button', { name: 'Redo' }).click();
		await eventually(page, (look) => alike(look, after));
		expect(app.foreignRequests).toEqual([]);
		expect(app.pageErrors).toEqual([]);
	});
});

describe('the way in', () => {
	it('takes a photograph with the camera', async () => {
		const app = await start({
			flags: await cameraFlags(await readFile(PORTRAIT)),
			context: { ...TABLET, permissions: ['camera'] }
		});
		const page = await app.open('/');
		await page.getByRole('button', { name: /^Use the camera/ }).click();
		await agree(page);
		const shutter = page.getByRole('button', { name: 'Take the photo' });
		await expect.poll(() => shutter.isEnabled()).toBe(true);
		await shutter.click();
		await page.waitForURL('**/studio');
		await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
		expect(app.foreignRequests).toEqual([]);
		expect(app.pageErrors).toEqual([]);
	});
});
