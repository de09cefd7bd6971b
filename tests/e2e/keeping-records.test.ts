/** From an empty device to a patient's file: set up, keep, lock, unlock, open again. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { FULL } from '../support/full.ts';
import { standingStill } from '../support/look.ts';
import {
	newVisit,
	PASSPHRASE,
	savedInVault,
	setUpVault,
	toToday,
	unlock
} from '../support/records.ts';
import { choose, enter, skinRead } from '../support/user.ts';

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

/** A digest of the picture itself, after outline and skin, which come late. */
async function stagePixels(): Promise<string> {
	await skinRead(page);
	await choose(page, 'Jaw', JAW);
	const see = () =>
		page.evaluate(async () => {
			const canvas = document.querySelector('canvas');
			if (canvas === null) return '';
			const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
			context?.drawImage(canvas, 0, 0);
			const { data } = context!.getImageData(0, 0, canvas.width, canvas.height);
			return new Uint8Array(await crypto.subtle.digest('SHA-256', data)).join();
		});
	return standingStill(page, see, (next, last) => next !== '' && next === last);
}

describe('a vault', () => {
	it('is set up in three steps', async () => {
		page = await app.open('/');
		await button(/^Keep records on this device/).click();
		let kit = '';
		await setUpVault(page, 'Ana', async (step) => {
			if (step !== 'kit') return;
			const download = page.waitForEvent('download');
			await button('Save as PDF').click();
			const file = await download;
			expect(file.suggestedFilename()).toBe('recovery-kit.pdf');
			kit = readFileSync(await file.path(), 'latin1');
			await page.getByText('Saved to your downloads').waitFor();
		});
		expect(kit).toMatch(/^%PDF-[^]*%%EOF\s*$/);
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
		await stagePixels();
		await page.keyboard.press('+');
		await page.keyboard.press('+');
		await page.keyboard.press('w');
		const wipe = page.getByRole('slider', { name: 'Wipe between photograph and illustration' });
		await wipe.focus();
		await page.keyboard.press('ArrowRight');
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

	it('opens again where it was locked: the same picture, as near and compared as before', async () => {
		await unlock(page);
		await page.waitForURL('**/studio');
		await savedInVault(page);
		expect(await jaw()).toBe('4');
		expect(await stagePixels()).toBe(before);
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

describe('a draft', () => {
	it('moves into the file of a patient who is there already, and is saved there', async () => {
		await toToday(page);
		await newVisit(page, SAMPLE);
		await savedInVault(page);
		await button('Saved. Go to the file').click();
		await heading('Without a name').waitFor();
		await button('Add to a patient').click();
		await button(new RegExp(NAME)).click();
		await heading(NAME).waitFor();
		await expect.poll(() => button(/^Open the photograph/).count()).toBe(2);
		await page.goBack();
		await page.goBack();
		await page.waitForURL('**/studio');
		await choose(page, 'Jaw', JAW);
		await enter(page, JAW, 2);
		await savedInVault(page);
		await button('Saved. Go to the file').click();
		await heading(NAME).waitFor();
	});
});

describe('this device', () => {
	const authenticator = {
		protocol: 'ctap2',
		ctap2Version: 'ctap2_1',
		transport: 'internal',
		hasResidentKey: true,
		hasUserVerification: true,
		automaticPresenceSimulation: true
	} as const;
	let devtools: CDPSession;

	async function setUp(): Promise<void> {
		// It is there once the browser has said that it may have passkeys.
		const form = page.locator('form').filter({ has: button('Set it up') });
		await form.getByLabel('Your passphrase').fill(PASSPHRASE);
		await button('Set it up').click();
	}

	it('says where it has no key for the vault, and changes nothing', async () => {
		devtools = await app.context.newCDPSession(page);
		await devtools.send('WebAuthn.enable');
		const without = { options: { ...authenticator, hasPrf: false, isUserVerified: true } };
		const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', without);
		await button('Settings').click();
		await setUp();
		await page.getByRole('alert').getByText('cannot open the vault by itself').waitFor();
		expect(await button('Remove it').count()).toBe(0);
		await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
	});

	it('opens the vault once it has confirmed who it is, and not otherwise', async () => {
		const options = { ...authenticator, hasPrf: true, isUserVerified: true };
		const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
			options
		});
		await setUp();
		await button('Remove it').waitFor();
		await button('Lock').click();
		await page.waitForURL('**/locked');
		await button('Unlock').click();
		await button('Use fingerprint or face').click();
		await page.waitForURL('**/settings');
		await button('Lock').click();
		await page.waitForURL('**/locked');
		await button('Unlock').click();
		await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
		await button('Use fingerprint or face').click();
		await page.getByRole('alert').getByText('has not confirmed it is you').waitFor();
		await unlock(page);
		await page.waitForURL('**/settings');
	});

	it('is forgotten when it is told to', async () => {
		await button('Remove it').click();
		await button('Set it up').waitFor();
		await button('Lock').click();
		await page.waitForURL('**/locked');
		await button('Unlock').click();
		await page.getByLabel('Passphrase', { exact: true }).waitFor();
		expect(await button('Use fingerprint or face').count()).toBe(0);
		await unlock(page);
		await page.waitForURL('**/settings');
		await devtools.detach();
		await button('Patients').click();
		await button(new RegExp(NAME)).click();
		await heading(NAME).waitFor();
	});
});

describe('people', () => {
	const BEN = 'lantern copper velvet spoon orbit drizzle';

	it('are let in by whoever is unlocked, and unlock by themselves', async () => {
		await button('Settings').click();
		await button('Add a colleague').click();
		await page.getByLabel('Colleague’s name').fill('Ben');
		await page.getByLabel('Passphrase of Ben').fill(BEN);
		await page.getByLabel('Once more').fill(BEN);
		await page.getByLabel('Your own passphrase').fill(PASSPHRASE);
		await button('Let them in').click();
		await page.getByText('Ben can unlock now.').waitFor();
		await button('Lock').click();
		await page.waitForURL('**/locked');
		await button('Unlock').click();
		await unlock(page, BEN);
		await heading('Hello, Ben').waitFor();
	});

	it('are removed by a key of which they know nothing', async () => {
		await button('Lock').click();
		await page.waitForURL('**/locked');
		await button('Unlock').click();
		await unlock(page);
		await page.waitForURL('**/settings');
		await button('Remove Ben').click();
		await page.getByLabel('Your own passphrase').fill(PASSPHRASE);
		await page.getByRole('button', { name: 'Remove', exact: true }).click();
		await page.getByText('Ben is removed.').waitFor();
		expect(await button('Remove Ben').count()).toBe(0);
		await page.getByText('Your recovery kit is not confirmed yet.').waitFor();
		await button('Patients').click();
		await button(new RegExp(NAME)).click();
		await heading(NAME).waitFor();
	});
});

describe('a second window', () => {
	it('says where the vault is open, and with a wrong passphrase disturbs nobody', async () => {
		await button(/^Open the photograph of/)
			.first()
			.click();
		await savedInVault(page);
		await choose(page, 'Jaw', JAW);
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

describe.runIf(FULL)('five windows', () => {
	it('take over one from another, and only the last is open', async () => {
		const others: Page[] = [];
		for (let n = 0; n < 4; n++) {
			const next = await app.open('/unlock');
			await unlock(next);
			await next.getByRole('button', { name: 'Take over here' }).click();
			await next.waitForURL((url) => !url.pathname.startsWith('/unlock'), { timeout: 60_000 });
			await page.waitForURL('**/locked');
			others.push(page);
			page = next;
		}
		await heading(NAME).waitFor();
		for (const one of others) {
			expect(new URL(one.url()).pathname).toBe('/locked');
			await one.close();
		}
	});
});

describe('a file', () => {
	it('with a visit in it is kept for its years', async () => {
		await button('Privacy').click();
		await page
			.getByText(/^This file cannot be erased before/)
			.first()
			.waitFor();
		expect(await button('Erase…').count()).toBe(0);
	});
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
