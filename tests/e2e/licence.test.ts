/** A device's licence against the real server: sign in, register, use it up. Offline: `leads.test.ts`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVELOPMENT_KEY } from '../../src/backend/lease-key.ts';
import { startBackend, type Backend } from '../../src/backend/server.ts';
import { startApp, type App } from '../support/app.ts';
import { newVisit, savedInVault, setUpVault, toToday } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';

const SAMPLE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));
const JAW = 'Jaw slimming';
const folder = mkdtempSync(join(tmpdir(), 'vultus-licence-'));

let backend: Backend;
let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({
		context: { viewport: { width: 1180, height: 820 } },
		serve: async () => {
			backend = await startBackend({
				port: 0,
				data: join(folder, 'data'),
				hooks: join(folder, 'hooks'),
				leaseKey: DEVELOPMENT_KEY
			});
			return backend;
		}
	});
});

afterAll(async () => {
	await app.close();
	rmSync(folder, { recursive: true, force: true });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
async function settings(): Promise<void> {
	await button('Settings').click();
	await page.getByRole('heading', { name: 'Licence' }).waitFor();
}

const label = (words: string) => page.getByText(words, { exact: true }).first();
const fact = (name: string) => page.locator('dt', { hasText: name }).locator('xpath=../dd');

async function illustrate(millimetres: number): Promise<void> {
	await choose(page, 'Jaw', JAW);
	await enter(page, JAW, millimetres);
	await savedInVault(page);
}

/** A new photograph, no longer the one before it, is kept. */
async function visit(): Promise<void> {
	await newVisit(page, SAMPLE);
	await label('Photograph').waitFor();
	await savedInVault(page);
}

async function today(): Promise<void> {
	await button('Back to the visit').click();
	await toToday(page);
	await button(/^New visit/).waitFor();
}

describe('a device', () => {
	it('without an account shows demonstrations', async () => {
		page = await app.open('/setup');
		await setUpVault(page, 'Pia');
		await button('Go to today').click();
		await settings();
		await page.getByText('This device belongs to no clinic’s account').waitFor();
	});

	it('is registered by whoever signs in, and works until it is approved', async () => {
		await button('Sign in').click();
		const known = backend.credentials.find(({ role }) => role === 'practitioner');
		await page.getByLabel('E-mail address').fill(known?.email ?? '');
		await page.getByLabel('Password').fill(known?.password ?? '');
		await button('Sign in').click();
		await page.getByLabel('Name of this device').fill('Treatment room 2');
		await button('Register this device').click();
		await page.getByText('Waits for the owner’s approval').waitFor();
		expect(await fact('Visits left').textContent()).toBe('5');
		expect(await fact('Code of this device').textContent()).toMatch(
			/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/
		);
	});

	it('begins no sixth visit, says so, and keeps everything open', async () => {
		for (let visits = 0; visits < 5; visits++) {
			await toToday(page);
			await visit();
			await illustrate(3);
			await today();
			await settings();
		}
		expect(await fact('Visits left').textContent()).toBe('0');
		await toToday(page);
		await page.getByText('All visits of this period are used').waitFor();
		await visit();
		await choose(page, 'Jaw', JAW);
		await enter(page, JAW, 4);
		await page.getByText('No new illustration can begin for now').waitFor();
		const slider = page.getByRole('slider', { name: JAW }).first();
		expect(await slider.getAttribute('aria-valuenow')).toBe('0');
		// A visit that was begun goes on.
		await today();
		await page
			.getByRole('button', { name: /Jaw slimming/ })
			.first()
			.click();
		await page
			.getByRole('button', { name: /^Open the photograph/ })
			.first()
			.click();
		await page.waitForURL('**/studio');
		// Until it is open the one before stands there, which is no illustration.
		await label('Illustration – not a promise of outcome').waitFor({ timeout: 60_000 });
		await illustrate(5);
		expect(app.pageErrors.filter((words) => !words.includes('Failed to load resource'))).toEqual(
			[]
		);
		expect(app.foreignRequests).toEqual([]);
	});
});
