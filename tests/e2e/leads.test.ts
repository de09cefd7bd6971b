/**
 * A clinic's day against the real server: the owner's device makes the leads' key, a practitioner's is approved and
 * given it, works offline within its quota, comes back and settles; what it sealed offline arrives once,
 * is opened on the owner's device, and is seen by nobody else.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVELOPMENT_KEY } from '../../src/backend/lease-key.ts';
import { addClinic, testServerOver, type TestServer } from '../../src/backend/testing/server.ts';
import { mailedCode, serve, type Served } from '../support/console.ts';
import { newVisit, savedInVault, setUpVault, toToday, unlock } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';

const SAMPLE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));
const PASSWORD = 'seven otters under a bridge';
const PRACTITIONER = 'pia@demo.example';
const COLLEAGUE = 'noor@demo.example';
/** Of whoever asks to be called back: nowhere but on the clinic's devices. */
const PATIENT = 'Wilhelmina Canary';
const PHONE = '+353 1 555 0199';
const JAW = 'Jaw slimming';

let served: Served;
/** What arranges and looks, past all rules. */
let server: TestServer;
let owner: Page;
let pia: Page;
/** The owner's recovery kit. */
let kit: readonly string[];

beforeAll(async () => {
	served = await serve({ leaseKey: DEVELOPMENT_KEY });
	server = await testServerOver(served.backend, served.data, true, () =>
		Promise.reject(new Error('not reopened'))
	);
	const path = '/api/collections/subscriptions/records';
	const { body } = await server.ask('GET', path, { token: server.superuser });
	const [subscription] = (body as { items: { id: string }[] }).items;
	await server.ask('PATCH', `${path}/${subscription?.id ?? ''}`, {
		token: server.superuser,
		body: { visits: 30 }
	});
	[owner, pia] = [await served.person(), await served.person()];
});

afterAll(() => served.close());

const button = (page: Page, name: string | RegExp) =>
	page.getByRole('button', { name, exact: typeof name === 'string' });
const fact = (page: Page, name: string) =>
	page.locator('dt', { hasText: name }).locator('xpath=../dd');
const matchingCode = (page: Page) =>
	page.locator('code', { hasText: /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/ }).last();

async function signIn(page: Page, email: string, password: string, isMailed: boolean) {
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(password);
	await button(page, 'Sign in').click();
	if (!isMailed) return;
	const field = page.getByLabel('Code', { exact: true });
	await field.waitFor();
	await field.fill(await mailedCode(served, email));
	await button(page, 'Sign in').click();
}

async function vaultOf(page: Page, name: string): Promise<readonly string[]> {
	await page.goto(`${served.backend.url}/setup`);
	const groups = await setUpVault(page, name);
	await button(page, 'Go to today').click();
	return groups;
}

async function settings(page: Page): Promise<void> {
	await button(page, 'Settings').click();
	await page.getByRole('heading', { name: 'Licence' }).waitFor();
}

async function register(page: Page, name: string): Promise<string> {
	await page.getByLabel('Name of this device').fill(name);
	await button(page, 'Register this device').click();
	await page.getByText('Waits for the owner’s approval').waitFor();
	return (await fact(page, 'Code of this device').textContent()) ?? '';
}

/** From the records to the leads in the console, without leaving the page. */
async function leads(page: Page): Promise<void> {
	await settings(page);
	await button(page, 'Open the leads').click();
	await page.getByRole('heading', { name: 'Leads', exact: true }).waitFor();
}

/** Back from the console, again without leaving the page. */
async function back(page: Page): Promise<void> {
	while (new URL(page.url()).pathname.startsWith('/console')) await page.goBack();
	await button(page, 'Settings').waitFor();
}

async function renew(page: Page): Promise<void> {
	await button(page, 'Renew now').click();
	await button(page, 'Renew now').waitFor();
}

async function illustrate(page: Page, millimetres: number): Promise<void> {
	await choose(page, 'Jaw', JAW);
	await enter(page, JAW, millimetres);
	await savedInVault(page);
}

/** A lead of whoever's file is open. */
async function sendLead(page: Page, name: string): Promise<void> {
	await button(page, 'Send to the clinic’s leads').click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Name', { exact: true }).fill(name);
	await sheet.getByLabel('Telephone').fill(PHONE);
	await sheet.getByLabel('Jaw', { exact: true }).check();
	await button(page, 'Send').click();
	await sheet.getByText('Without the patient’s agreement').waitFor();
	await sheet.getByRole('checkbox', { name: /^The patient agrees/ }).check();
	await button(page, 'Send').click();
	await sheet.waitFor({ state: 'hidden' });
}

/** The code of an invitation that the owner makes. */
async function invited(email: string): Promise<string> {
	await owner.getByRole('link', { name: 'Staff' }).click();
	await button(owner, 'Invite').click();
	await owner.getByLabel('E-mail address').fill(email);
	await button(owner, 'Make the invitation').click();
	const sheet = owner.getByRole('dialog', { name: 'Invitation ready' });
	const code = await sheet.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/).innerText();
	await button(owner, 'Done').click();
	return code;
}

describe('a clinic that wants leads', () => {
	let code: string;

	it('has none of it before its owner says so', async () => {
		kit = await vaultOf(owner, 'Olga');
		await settings(owner);
		await button(owner, 'Sign in').click();
		const { email = '', password = '' } =
			served.backend.credentials.find(({ role }) => role === 'owner') ?? {};
		await signIn(owner, email, password, true);
		const shown = await register(owner, 'Office');
		expect(await owner.getByRole('heading', { name: 'Leads' }).count()).toBe(0);

		await owner.goto(`${served.backend.url}/console/devices`);
		await owner.getByText(shown).waitFor();
		await button(owner, 'Approve Office').click();
		expect(await matchingCode(owner).textContent()).toBe(shown);
		await owner.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
		await owner.getByRole('link', { name: 'Leads' }).click();
		await owner.getByText('Leads are switched off.').waitFor();
		await owner.getByRole('link', { name: 'Settings' }).last().click();
		await owner.getByLabel('Collect leads, sealed on the device').check();
		await button(owner, 'Save as a new version').click();
		await owner.getByText('Version 2, of').waitFor();
		// The vault is locked by leaving its page: counts, and why.
		await owner.getByRole('link', { name: 'Leads' }).click();
		await owner.getByText('The records of this device are locked').waitFor();
		await button(owner, 'Unlock').click();
		await unlock(owner);
		await owner.waitForURL('**/console/leads');
		await owner.getByText('There is no key yet').waitFor();
	});

	it('has a key once the owner’s device has made it, and the recovery kit opens it', async () => {
		await button(owner, 'Make the key').click();
		await owner.getByText('This device holds the key.').waitFor();
		code = (await matchingCode(owner).textContent()) ?? '';
		await owner.getByText('the recovery kit of this device brings the key back').waitFor();
	});

	it('invites a practitioner, whose device waits, is approved and given the key', async () => {
		const invitation = await invited(PRACTITIONER);
		await pia.goto(`${served.backend.url}/join#${invitation}`);
		await button(pia, 'Next').click();
		await pia.getByLabel('Your name').fill('Pia');
		await pia.getByLabel('Password').fill(PASSWORD);
		await button(pia, 'Join').click();
		await button(pia, 'Sign in').waitFor();
		await vaultOf(pia, 'Pia');
		await settings(pia);
		await button(pia, 'Sign in').click();
		await signIn(pia, PRACTITIONER, PASSWORD, false);
		const shown = await register(pia, 'Treatment room 2');
		await pia.getByText('was not given their key yet').waitFor();

		await owner.getByRole('link', { name: 'Devices' }).click();
		await button(owner, 'Approve Treatment room 2').click();
		expect(await matchingCode(owner).textContent()).toBe(shown);
		await owner.getByText('given the clinic’s key for leads as well').waitFor();
		await owner.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
		await owner.getByRole('dialog').waitFor({ state: 'hidden' });

		await renew(pia);
		await pia.getByText('The clinic’s key for leads has arrived').waitFor();
		expect(await matchingCode(pia).textContent()).toBe(code);
		await button(pia, 'They are the same').click();
		await pia.getByText('This device holds the clinic’s key').waitFor();
		await owner.getByRole('link', { name: 'Licence' }).click();
		await owner.getByText('Treatment room 2').first().waitFor();
	});
});

describe('a device offline', () => {
	it('begins visits within its quota, and seals a lead that waits', async () => {
		expect(await fact(pia, 'Visits left').textContent()).toBe('10');
		await toToday(pia);
		await newVisit(pia, SAMPLE);
		await savedInVault(pia);
		// Its screens are loaded once; without a service worker that is where they come from.
		await button(pia, /^Saved/).click();
		await button(pia, /^Open the photograph/).click();
		await pia.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
		await pia.context().setOffline(true);
		await illustrate(pia, 4);
		await illustrate(pia, 2);
		await pia
			.getByText('Illustration – not a promise of outcome', { exact: true })
			.first()
			.waitFor();
		await button(pia, /^Saved/).click();
		await sendLead(pia, PATIENT);
		await pia.getByText(/^Waits to be sent/).waitFor();
		await settings(pia);
		await pia.getByText('1 lead waits to be sent.').waitFor();
		expect(await fact(pia, 'Visits left').textContent()).toBe('9');
		expect(await fact(pia, 'Visits not told to the server yet').textContent()).toBe('1');
	});

	it('comes back: receipts settle, and the lead goes though its answer is lost', async () => {
		await button(pia, 'Renew now').click();
		await pia.getByText('The server cannot be reached.', { exact: true }).waitFor();
		expect(await fact(pia, 'Visits not told to the server yet').textContent()).toBe('1');
		await pia.context().setOffline(false);
		// The server takes it, and the device is never told.
		let lost = 0;
		await pia.route('**/api/vultus/leads', async (route) => {
			await route.fetch();
			lost += 1;
			await route.abort();
		});
		await renew(pia);
		await fact(pia, 'Visits not told to the server yet').waitFor({ state: 'detached' });
		expect(lost).toBeGreaterThan(0);
		await pia.getByText('1 lead waits to be sent.').waitFor();
		await pia.unroute('**/api/vultus/leads');
		// And killed: another page of the same browser opens the vault.
		const context = pia.context();
		const next = await context.newPage();
		await pia.close();
		pia = next;
		await pia.goto(`${served.backend.url}/unlock`);
		await unlock(pia);
		// It leads back to where it was; a touch before that would be overtaken.
		await pia.waitForURL('**/settings');
		await settings(pia);
		await pia.getByText('1 lead waits to be sent.').waitFor();
		await button(pia, 'Sign in to renew').click();
		await signIn(pia, PRACTITIONER, PASSWORD, false);
		await renew(pia);
		await pia.getByText('1 lead waits to be sent.').waitFor({ state: 'detached' });
		expect(await fact(pia, 'Visits left').textContent()).toBe('10');
	});
});

describe('the lead', () => {
	it('arrived once, and is opened on the owner’s device', async () => {
		await owner.getByRole('link', { name: 'Leads' }).click();
		await button(owner, `Open ${PATIENT}`).waitFor();
		expect(await owner.getByRole('button', { name: /^Open / }).count()).toBe(1);
		await button(owner, `Open ${PATIENT}`).click();
		const sheet = owner.getByRole('dialog');
		await sheet.getByText(PHONE).waitFor();
		await sheet.getByText('Jaw', { exact: true }).waitFor();
		await sheet.getByText(/^Words no\. 1, agreed .*, entry [0-9a-f]{8}$/).waitFor();
		await sheet.getByRole('radio', { name: 'Contacted' }).click();
		await button(owner, 'Save').click();
		await owner.getByText('No lead at this stage.').waitFor();
		await button(owner, 'Contacted 1')
			.or(owner.getByRole('radio', { name: 'Contacted 1' }))
			.click();
		await button(owner, `Open ${PATIENT}`).waitFor();
	});

	it('is taken along in a file that names nobody and holds no formula', async () => {
		const download = owner.waitForEvent('download');
		await button(owner, 'Export as CSV').click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('leads.csv');
		const csv = readFileSync(await file.path(), 'utf8');
		expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
		expect(csv).toContain(`"${PATIENT}"`);
		expect(csv).toContain(`"'${PHONE}"`);
	});

	it('is opened by whoever works in the clinic, on a device that holds the key', async () => {
		await leads(pia);
		await pia.getByRole('radio', { name: 'Contacted 1' }).click();
		await button(pia, `Open ${PATIENT}`).waitFor();
		expect(await pia.getByRole('link', { name: 'Staff' }).count()).toBe(0);
		await back(pia);
	});

	it('is counted, and no more, where there is no key', async () => {
		const browser = await served.person();
		const { email = '', password = '' } =
			served.backend.credentials.find(({ role }) => role === 'owner') ?? {};
		await browser.goto(`${served.backend.url}/console/leads`);
		await signIn(browser, email, password, true);
		await browser.getByText('This browser does not hold the clinic’s key').waitFor();
		expect(await fact(browser, 'Contacted').textContent()).toBe('1');
		expect(await browser.getByText(PATIENT).count()).toBe(0);
	});

	it('is seen by no other clinic, and its words are nowhere at the server', async () => {
		const kept = await leadIds();
		expect(kept).toHaveLength(1);
		const second = await addClinic(server, 'second', {}, ['owner', 'assistant']);
		for (const { token } of Object.values(second.people)) {
			for (const path of ['leads', 'leads?state=contacted', 'leads/counts', 'devices', 'audit']) {
				const { body } = await server.ask('GET', `/api/vultus/${path}`, { token });
				expect(JSON.stringify(body)).not.toMatch(
					new RegExp(`${kept[0]}|Treatment room|contacted":1`)
				);
			}
			const path = `/api/vultus/leads/${kept[0] ?? ''}`;
			const moved = await server.ask('PATCH', path, { token, body: { state: 'closed' } });
			expect(moved.status).toBeGreaterThanOrEqual(403);
		}

		const files = filesBelow(served.data);
		expect(files.some(([name]) => name.includes('auxiliary'))).toBe(true);
		const all = Buffer.concat([
			...files.map(([, bytes]) => bytes),
			Buffer.from(served.backend.output())
		]);
		// The search is not blind.
		expect(all.includes(kept[0] ?? '?')).toBe(true);
		for (const word of ['Canary', '555 0199', 'AGE-SECRET-KEY']) {
			for (const form of formsOf(word)) expect(all.includes(form), word).toBe(false);
		}
	});
});

describe('a key', () => {
	it('is changed once a device is revoked, which can open nothing that comes after', async () => {
		await owner.getByRole('link', { name: 'Devices' }).click();
		await button(owner, 'Revoke Treatment room 2').click();
		await owner.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
		await owner.getByRole('alertdialog').waitFor({ state: 'hidden' });
		await owner.getByRole('link', { name: 'Leads' }).click();
		await owner.getByText('A device that held the key was revoked since').waitFor();
		await button(owner, 'Change the key').click();
		await owner.getByRole('dialog').getByRole('button', { name: 'Change the key' }).click();
		await owner.getByRole('dialog').waitFor({ state: 'hidden' });
		await owner
			.getByText('A device that held the key was revoked since')
			.waitFor({ state: 'detached' });
		expect(await matchingCode(owner).textContent()).not.toBe('');
		await owner.getByRole('radio', { name: 'Contacted 1' }).click();
		await button(owner, `Open ${PATIENT}`).waitFor();
		await leads(pia);
		await pia.getByText('The key was changed, and this device was not given the new one').waitFor();
	});

	it('comes back by the owner’s recovery kit on a device that is new', async () => {
		const fresh = await served.person();
		await vaultOf(fresh, 'Olga');
		await settings(fresh);
		await button(fresh, 'Sign in').click();
		const { email = '', password = '' } =
			served.backend.credentials.find(({ role }) => role === 'owner') ?? {};
		await signIn(fresh, email, password, true);
		await register(fresh, 'New office');
		await renew(fresh);
		await leads(fresh);
		await button(fresh, 'Use a recovery kit').click();
		const sheet = fresh.getByRole('dialog');
		await sheet.getByLabel('Recovery code').fill(kit.toReversed().join('-'));
		await button(fresh, 'Bring it back').click();
		await sheet.getByRole('alert').getByText(/\w/).first().waitFor();
		await sheet.getByLabel('Recovery code').fill(kit.join('-').toLowerCase());
		await button(fresh, 'Bring it back').click();
		await sheet.waitFor({ state: 'hidden' });
		await fresh.getByText('This device holds the key.').waitFor();
		expect(await matchingCode(fresh).textContent()).toBe(await matchingCode(owner).textContent());
		await fresh.getByRole('radio', { name: 'Contacted 1' }).click();
		await button(fresh, `Open ${PATIENT}`).waitFor();
		expect(served.complaints).toEqual([]);
	});
});

describe('an invitation', () => {
	it('approves the device on which it is accepted; the key is given by comparing all the same', async () => {
		const invitation = await invited(COLLEAGUE);
		const colleague = await served.person();
		await vaultOf(colleague, 'Noor');
		await settings(colleague);
		await button(colleague, 'I have an invitation').click();
		await colleague.getByLabel('Invitation code').fill(invitation);
		await button(colleague, 'Next').click();
		await colleague.getByLabel('Your name').fill('Noor');
		await colleague.getByLabel('Password').fill(PASSWORD);
		await colleague.getByLabel('Name of this device').fill('Reception');
		await button(colleague, 'Join').click();
		await signIn(colleague, COLLEAGUE, PASSWORD, false);
		await colleague.getByRole('heading', { name: 'Licence' }).waitFor();
		await renew(colleague);
		await colleague.getByText(/^Valid until .* renews by itself/).waitFor();
		const shown = await fact(colleague, 'Code of this device').textContent();

		await owner.getByRole('link', { name: 'Leads' }).click();
		await button(owner, 'Give the key to Reception').click();
		expect(await matchingCode(owner).textContent()).toBe(shown);
		await button(owner, 'It shows this code').click();
		await owner.getByRole('dialog').waitFor({ state: 'hidden' });
		await button(owner, 'Give the key to Reception').waitFor({ state: 'detached' });
		await renew(colleague);
		await colleague.getByText('The clinic’s key for leads has arrived').waitFor();
		expect(served.complaints).toEqual([]);
	});
});

async function leadIds(): Promise<readonly string[]> {
	const { body } = await server.ask('GET', '/api/collections/leads/records?fields=id', {
		token: server.superuser
	});
	return (body as { items: { id: string }[] }).items.map(({ id }) => id);
}

function filesBelow(folder: string): readonly (readonly [string, Buffer])[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))] as const);
}

/** As it stands in a text, in UTF-16, and in base64 at each of its three alignments. */
function formsOf(word: string): readonly (string | Buffer)[] {
	const base64 = [0, 1, 2].map((before) =>
		Buffer.from(`${'\0'.repeat(before)}${word}`)
			.toString('base64url')
			.slice(before === 0 ? 0 : before + 1, -2)
	);
	return [
		word,
		word.toLowerCase(),
		Buffer.from(word, 'utf16le'),
		encodeURIComponent(word),
		...base64
	];
}
