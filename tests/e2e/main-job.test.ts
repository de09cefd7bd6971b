import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { startApp, type App, type AppOptions } from '../support/app.ts';
import { choose, enter, openSample, openStudio } from '../support/user.ts';

const fixture = (name: string): string =>
	fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const PORTRAIT = fixture('grace-hopper.jpg');
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

/** What the stage's canvas shows, as a short text that changes with the picture. */
function pictureHash(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const canvas = document.querySelector('canvas');
		if (canvas === null) return 'none';
		const copy = new OffscreenCanvas(canvas.width, canvas.height);
		copy.getContext('2d')?.drawImage(canvas, 0, 0);
		const bytes = await (await copy.convertToBlob()).arrayBuffer();
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
		return Array.from(digest.slice(0, 8), (byte) => byte.toString(16)).join('');
	});
}

async function eventually(page: Page, ready: (hash: string) => boolean): Promise<string> {
	for (let attempt = 0; attempt < 60; attempt++) {
		const hash = await pictureHash(page);
		if (ready(hash)) return hash;
		await page.waitForTimeout(100);
	}
	throw new Error('the picture did not become what was expected');
}

/** The picture once it has stood still for a while: sizes and late layers have come to rest. */
async function atRest(page: Page): Promise<string> {
	let last = await pictureHash(page);
	for (let still = 0; still < 4;) {
		await page.waitForTimeout(250);
		const next = await pictureHash(page);
		still = next === last && next !== 'none' ? still + 1 : 0;
		last = next;
	}
	return last;
}

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

describe.each([
	['with WebGPU', true],
	['without WebGPU', false]
])('the main job, %s', (_, webgpu) => {
	it('opens, detects, moves three sliders, compares and exports', async () => {
		const app = await start({ webgpu, context: { ...TABLET, acceptDownloads: true } });
		const page = await openStudio(app, PORTRAIT);
		const before = await atRest(page);

		await choose(page, 'Jaw', 'Jaw slimming');
		await enter(page, 'Jaw slimming', 4);
		const first = await eventually(page, (hash) => hash !== before);
		await choose(page, 'Chin', 'Chin height');
		await enter(page, 'Chin height', 3);
		const second = await eventually(page, (hash) => hash !== first);
		await choose(page, 'Brow', 'Brow lift');
		await page.getByRole('slider', { name: 'Brow lift' }).focus();
		for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
		await eventually(page, (hash) => hash !== second);
		const after = await atRest(page);
		await expect(
			page.getByText('Illustration – not a promise of outcome').first().isVisible()
		).resolves.toBe(true);

		const hold = page.getByRole('button', { name: 'Hold for before' });
		await hold.dispatchEvent('pointerdown', { pointerId: 1, button: 0 });
		await eventually(page, (hash) => hash === before);
		await hold.dispatchEvent('pointerup', { pointerId: 1, button: 0 });
		await eventually(page, (hash) => hash === after);

		for (const [what, format] of [
			['After', 'PNG'],
			['Side by side', 'JPEG'],
			['Before', 'WebP']
		] as const) {
			const saved = await exportPicture(page, what, format);
			expect((await readFile(saved)).length).toBeGreaterThan(10_000);
		}

		await page.getByRole('button', { name: 'Undo' }).click();
		await eventually(page, (hash) => hash !== after);
		await page.getByRole('button', { name: 'Redo' }).click();
		await eventually(page, (hash) => hash === after);
		expect(app.foreignRequests).toEqual([]);
	});
});

describe('the way in', () => {
	it('keeps the open photograph when the next one has no face', async () => {
		const app = await start({ context: TABLET });
		const page = await openSample(app);
		const before = await atRest(page);
		await page.locator('input[type=file]').setInputFiles(fixture('coffee.png'));
		const sheet = page.getByRole('dialog');
		await sheet.waitFor();
		expect(await sheet.innerText()).toMatch(/face/i);
		await page.keyboard.press('Escape');
		await sheet.waitFor({ state: 'hidden' });
		expect(await pictureHash(page)).toBe(before);
	});

	it('takes a photograph with the camera', async () => {
		const video = await fakeCamera();
		const app = await start({
			flags: [
				'--use-fake-device-for-media-stream',
				'--use-fake-ui-for-media-stream',
				`--use-file-for-fake-video-capture=${video}`
			],
			context: { ...TABLET, permissions: ['camera'] }
		});
		const page = await app.open('/');
		await page.getByRole('button', { name: /^Use the camera/ }).click();
		const shutter = page.getByRole('button', { name: 'Take the photo' });
		await expect.poll(() => shutter.isEnabled(), { timeout: 20_000 }).toBe(true);
		await shutter.click();
		await page.waitForURL('**/studio');
		await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
		expect(app.foreignRequests).toEqual([]);
	});
});

/** A motion JPEG of the portrait: frames of one JPEG file, one after the other. */
async function fakeCamera(): Promise<string> {
	const frame = await readFile(PORTRAIT);
	const file = join(await mkdtemp(join(tmpdir(), 'vultus-camera-')), 'portrait.mjpeg');
	await writeFile(file, Buffer.concat(Array.from({ length: 30 }, () => frame)));
	return file;
}
