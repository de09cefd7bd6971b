/** From an empty device to a patient's file: set up, keep, lock, unlock, open again. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { newVisit, PASSPHRASE, savedInVault, setUpVault, unlock } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';

const SAMPLE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));
const JAW = 'Jaw slimming';
const NAME = 'Zoë Ångström';

let app: App;
let page: Page;
let second: Page;
let before: string;

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 1180, height: 820 } } });
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });
const jaw = () => page.getByRole('slider', { name: JAW }).first().getAttribute('aria-valuenow');
const path = () => new URL(page.url()).pathname;

async function lockFromMenu(): Promise<void> {
	await button('More').click();
	await page.getByRole('menuitem', { name: 'Lock' }).click();
	await page.waitForURL('**/locked');
}

/** What the stage shows, once it stays the same for a while: outline and skin come late. */
async function stagePixels(): Promise<string> {
	let last = '';
	await expect
		.poll(
			async () => {
				const earlier = last;
				last = (await page.getByRole('application').screenshot()).toString('base64');
				return last === earlier;
			},
			{ timeout: 90_000, interval: 4000 }
		)
		.toBe(true);
	return last;
}

describe('a vault', () => {
	it('is set up in three steps', async () => {
		page = await app.open('/');
		await button(/^Keep records on this device/).click();
		await setUpVault(page);
		await button('Go to today').click();
		await heading('Hello, Ana').waitFor();
		expect(await page.title()).toBe('Today');
	});

	it('keeps a visit’s photograph from the start, and every change of it', async () => {
		await newVisit(page, SAMPLE);
		await savedInVault(page);
		await choose(page, 'Jaw', JAW);
		await enter(page, JAW, 4);
		await savedInVault(page);
		before = await stagePixels();
	});

	it('is locked by leaving for a page of another process', async () => {
		await lockFromMenu();
		expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
		await button('Unlock').click();
		await page.waitForURL('**/unlock');
		expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
	});

	it('says that a passphrase is wrong, and loses nothing', async () => {
		await unlock(page, `${PASSPHRASE}x`);
		await page.getByRole('alert').getByText('does not open the vault').waitFor();
		expect(path()).toBe('/unlock');
	});

	it('opens again where it was locked: the same picture under the same slider', async () => {
		await unlock(page);
		await page.waitForURL('**/studio');
		await savedInVault(page);
		expect(await jaw()).toBe('4');
		expect((await stagePixels()) === before).toBe(true);
	});
});

describe('a visit', () => {
	it('gets a name, and is found by it', async () => {
		await button('Saved. Go to the file').click();
		await button('Add a name').click();
		await page.getByLabel('Name', { exact: true }).fill(NAME);
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await heading(NAME).waitFor();
		await button('Patients').click();
		await page.getByRole('searchbox').fill('angst');
		await button(new RegExp(NAME)).click();
		await heading(NAME).waitFor();
		expect(page.url() + (await page.title())).not.toMatch(/Zo|ngstr/);
	});

	it('keeps a note, and the text before it was amended', async () => {
		await page.getByLabel('New note').fill('Wants less.');
		await button('Add the note').click();
		await button('Amend').first().click();
		await page.getByLabel('New note').fill('Wants more.');
		await page.getByRole('button', { name: 'Amend' }).first().click();
		await page.getByText('Amended once').click();
		expect(await page.getByText('Wants less.').isVisible()).toBe(true);
	});
});

describe('a second window', () => {
	it('says where the vault is open, and with a wrong passphrase disturbs nobody', async () => {
		await button(/^Open the photograph of/).click();
		await savedInVault(page);
		second = await app.open('/unlock');
		await unlock(second);
		await second.getByRole('alert').getByText('open in another window').waitFor();
		await second.getByLabel('Passphrase', { exact: true }).fill(`${PASSPHRASE}x`);
		await second.getByRole('button', { name: 'Take over here' }).click();
		await second.getByRole('alert').getByText('does not open the vault').waitFor();
		await savedInVault(page);
		expect(path()).toBe('/studio');
	});

	it('takes over with what was changed a moment before, and locks the first', async () => {
		await unlock(second);
		const takeOver = second.getByRole('button', { name: 'Take over here' });
		await takeOver.waitFor();
		await enter(page, JAW, 6);
		await takeOver.click();
		const first = page;
		page = second;
		await first.waitForURL('**/locked');
		await page.waitForURL('**/studio');
		await savedInVault(page);
		expect(await jaw()).toBe('6');
		await first.close();
		await button('Saved. Go to the file').click();
		await heading(NAME).waitFor();
	});
});

describe('a file', () => {
	it('is erased after two questions', async () => {
		await button('Erase…').click();
		await button('Continue').click();
		await page.getByRole('button', { name: 'Erase', exact: true }).click();
		await page.waitForURL('**/today');
		await page.getByText('No patient has been seen yet').waitFor();
	});
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
