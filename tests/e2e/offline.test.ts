/**
 * The app on the device: installed, without a network, updated without harm. One browser with a profile
 * of its own, one address, and versions made of the one build.
 */
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { BUILD } from '../../src/hosting/server.ts';
import { hasProcesses, startChromium, type ChromiumProcess } from '../support/chromium-process.ts';
import { FULL } from '../support/full.ts';
import { newVisit, savedInVault, setUpVault, toToday, unlock } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';
import { breakStart, otherVersion, Site, write } from '../support/versions.ts';

const SAMPLE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));
const IPAD =
	'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1';

/**
 * Chromium 156 crashes when one goes on quickly from a page whose workers still load, with and
 * without a service worker, unless it keeps no pages for going back.
 */
const FLAGS = ['--disable-back-forward-cache'];

/** What is fetched beside the app itself: engines, models, libheif and the reader of barcodes. */
const PARTS = 7;

const site = new Site();
let folder: string;
let browser: ChromiumProcess;
let page: Page;
let newer: string;
let broken: string;
let torn: string;

const largest = (build: string): string => {
	const assets = join(build, '_app/immutable/assets');
	return join(assets, readdirSync(assets).find((name) => name.endsWith('.tflite')) ?? '');
};

async function relaunch(): Promise<void> {
	await browser.close();
	browser = await startChromium(join(folder, 'profile'), FLAGS);
	page = await browser.context.newPage();
}

const at = (path: string) => page.goto(site.url + path);
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Once a service worker serves it, all that it needs to start is stored. */
async function served(): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
		timeout: 60_000
	});
}

/** As if nothing but the shell had ever been loaded. */
async function forgetParts(): Promise<void> {
	const session = await browser.context.newCDPSession(page);
	await page.evaluate(() => caches.delete('vultus-parts'));
	await session.send('Network.clearBrowserCache');
	await session.detach();
}

async function version(): Promise<string> {
	await at('/locked');
	const shown = await page.getByText(/^Version \S+ ·/).textContent();
	return /^Version (\S+)/.exec(shown ?? '')?.[1] ?? '';
}

/** From the locked page, once it is there. */
async function accept(offered: string): Promise<void> {
	await page.getByText(`Version ${offered} `).waitFor({ timeout: 30_000 });
	await button(/^Update (now|without)/).click();
}

/** Leads back to what was in hand: the photograph. */
async function openRecords(): Promise<void> {
	await at('/unlock');
	await unlock(page);
	await page.waitForURL('**/studio', { timeout: 30_000 });
}

/** As it was kept: the photograph, and on it the one treatment at this value. */
async function expectConsultation(value: string): Promise<void> {
	await openRecords();
	await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
	await choose(page, 'Jaw', 'Jaw slimming');
	await button(new RegExp(`^Jaw slimming: ${value}`)).waitFor();
}

beforeAll(async () => {
	ensureBuilt();
	folder = await mkdtemp(join(tmpdir(), 'vultus-offline-'));
	newer = otherVersion(join(folder, 'newer'), '0.2.0', (build) => {
		write(join(build, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
	});
	broken = otherVersion(join(folder, 'broken'), '0.3.0', breakStart);
	torn = otherVersion(join(folder, 'torn'), '0.4.0', () => undefined);
	await truncate(join(torn, 'sample/grace-hopper.jpg'), 1000);
	await site.serve(BUILD);
	browser = await startChromium(join(folder, 'profile'), FLAGS);
	page = await browser.context.newPage();
});

afterEach(() => site.goOnline());

afterAll(async () => {
	await browser.close();
	await site.close();
	await rm(folder, { recursive: true });
});

describe.runIf(hasProcesses)('the app on the device', () => {
	it('can be installed, and says to the system what it opens', async () => {
		await at('/');
		await served();
		const session = await browser.context.newCDPSession(page);
		const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
		expect(installabilityErrors).toEqual([]);
		const { data, errors } = await session.send('Page.getAppManifest');
		expect(errors).toEqual([]);
		const manifest = JSON.parse(data ?? '') as Record<string, readonly { src?: string }[]>;
		expect(manifest).toMatchObject({
			file_handlers: [{ action: '/' }]
		});
		// It would send what is shared wherever the worker is gone.
		expect(manifest['share_target']).toBeUndefined();
		for (const { src = '' } of [...manifest['icons']!, ...manifest['screenshots']!]) {
			expect((await page.request.head(site.url + src)).status(), src).toBe(200);
		}
		// Not before somebody has seen what it is for.
		expect(await button('Install').count()).toBe(0);
	});

	it('asks for nothing twice: a model that breaks off is fetched again, and never kept in part', async () => {
		await at('/setup');
		await setUpVault(page);
		await button('Go to today').click();
		await button('Settings').first().click();
		await forgetParts();
		site.cut = { path: /tflite/, after: 3_000_000 };
		await button(/^(Make available offline|Fetch the rest)/).click();
		await page.getByRole('alert').getByText('did not arrive whole').waitFor({ timeout: 60_000 });
		const kept = () =>
			page.evaluate(async () => (await (await caches.open('vultus-parts')).keys()).length);
		const before = await kept();
		expect(before).toBeGreaterThan(0);
		await button(/^Fetch the rest/).waitFor();
		site.cut = null;
		site.asked.length = 0;
		await button(/^Fetch the rest/).click();
		await page.getByText(/^Everything is on this device/).waitFor({ timeout: 60_000 });
		expect(await kept()).toBe(PARTS);
		const again = site.asked.filter(({ path }) => /\.(wasm|task|onnx|tflite)$/.test(path));
		expect(again.length).toBeLessThanOrEqual(PARTS - before);
	});

	it.runIf(FULL)('keeps nothing that was tampered with', async () => {
		await forgetParts();
		const tampered = join(folder, 'tampered');
		otherVersion(tampered, '0.1.0', () => undefined);
		writeFileSync(largest(tampered), 'not a model', { flag: 'r+' });
		await site.serve(tampered);
		await page.reload();
		await unlock(page);
		await button('Settings').first().click();
		await button(/^(Make available offline|Fetch the rest)/).click();
		await page.getByRole('alert').getByText('did not arrive whole').waitFor({ timeout: 60_000 });
		await site.serve(BUILD);
		await button(/^Fetch the rest/).click();
		await page.getByText(/^Everything is on this device/).waitFor({ timeout: 60_000 });
	});

	it('never answers for the server, and never stores what it said', async () => {
		site.asked.length = 0;
		const asked = await page.evaluate(async () => {
			for (let i = 0; i < 2; i++) await fetch('/api/health').catch(() => null);
			const names = await caches.keys();
			const all = await Promise.all(
				names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url))
			);
			return all.flat().filter((url) => url.includes('/api/')).length;
		});
		expect(asked).toBe(0);
		expect(site.asked.filter(({ path }) => path === '/api/health')).toHaveLength(2);
	});

	it('starts without a network: after a relaunch, at any address, ten times over', async () => {
		await toToday(page);
		await newVisit(page, SAMPLE);
		await choose(page, 'Jaw', 'Jaw slimming');
		await enter(page, 'Jaw slimming', 3);
		await savedInVault(page);
		await site.goOffline();
		await relaunch();
		await at('/patients');
		await page.waitForURL('**/unlock');
		for (let i = 0; i < 10; i++) {
			await at(i % 2 === 0 ? '/' : '/setup');
			await page.getByRole('button').first().waitFor();
			expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
		}
		await at('/locked');
		await button('Unlock').waitFor();
		// Or the page before it would stay in its process, with all that was opened.
		expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
		await expectConsultation('3.0');
	});

	it('waits with a new version, whatever is closed, until it is accepted', async () => {
		await site.serve(newer);
		// In the middle of a consultation: another window finds it.
		const other = await browser.context.newPage();
		await other.goto(`${site.url}/locked`);
		await other.getByText('Version 0.2.0 ').waitFor({ timeout: 60_000 });
		await enter(page, 'Jaw slimming', 4);
		await savedInVault(page);
		await site.goOffline();
		await relaunch();
		expect(await version()).toBe('0.1.0');
		await page.getByText('There is no backup of this vault').waitFor({ timeout: 30_000 });
		await accept('0.2.0');
		await page.getByText(/^Version 0.2.0 · (\w{4} ?){4}$/).waitFor();
		await expectConsultation('4.0');
	});

	it('goes back by itself where a version does not start', async () => {
		await site.serve(broken);
		await at('/locked');
		await page.getByText('Version 0.3.0 ').waitFor({ timeout: 60_000 });
		await site.goOffline();
		await accept('0.3.0');
		await page.waitForFunction(() => document.querySelector('main') === null);
		expect(await version()).toBe('0.2.0');
		await page.getByText('Version 0.3.0 did not start').waitFor({ timeout: 30_000 });
		await openRecords();
	});

	it.runIf(FULL)('takes no version of which a part is missing or damaged', async () => {
		await site.serve(torn);
		await at('/locked');
		const outcome = await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			const found = new Promise((resolve) => {
				registration.addEventListener('updatefound', () => {
					const { installing } = registration;
					installing?.addEventListener('statechange', () => resolve(installing.state));
				});
			});
			await registration.update().catch(() => null);
			return found;
		});
		expect(outcome).toBe('redundant');
		expect(await version()).toBe('0.2.0');
	});

	it('is rolled back like it is updated', async () => {
		await site.serve(BUILD);
		await at('/locked');
		await accept('0.1.0');
		await page.getByText(/^Version 0.1.0 ·/).waitFor();
		await site.goOffline();
		await relaunch();
		expect(await version()).toBe('0.1.0');
		await openRecords();
	});

	it('offers to be installed once it was tried', async () => {
		await at('/');
		await button('Try a sample face').click();
		await page.waitForURL('**/studio', { timeout: 30_000 });
		// Told when the first screen no longer needs the network for itself.
		await page.waitForFunction(() => localStorage.getItem('vultus.install') === 'tried');
		await at('/');
		await button('Install').waitFor({ timeout: 30_000 });
		await button('Not now').click();
		expect(await button('Install').count()).toBe(0);
	});

	it('makes no vault on an iPad but in the app on its Home Screen', async () => {
		const context = await browser.context.browser()?.newContext({ userAgent: IPAD });
		if (context === undefined) throw new Error('no browser');
		const ipad = await context.newPage();
		for (const path of ['/setup', '/restore']) {
			await ipad.goto(site.url + path);
			await ipad.getByRole('heading', { name: /on the Home Screen first/ }).waitFor();
			expect(await ipad.getByLabel('Your name').count()).toBe(0);
		}
		await ipad.getByRole('button', { name: /^Try it meanwhile/ }).click();
		await ipad.getByRole('button', { name: 'Try a sample face' }).waitFor();
		await context.close();
	});

	it('is repaired from a page of its own, which leaves the records alone', async () => {
		await at('/sw-reset');
		await site.goOffline();
		await button('Repair').click();
		await page.getByText('There is no connection').waitFor();
		expect(await page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
		await site.goOnline();
		await button('Repair').click();
		await page.waitForURL(`${site.url}/`);
		await served();
		await expectConsultation('4.0');
	});

	it('was never told by a server to clear what it stores', () => {
		expect(site.clearing).toEqual([]);
	});
});
