/**
 * A patient's privacy: the file is held and let go again, somebody is given a letter that only they can open,
 * a complaint is settled, and the patient can see all of it.
 */
import { readFile } from 'node:fs/promises';
import { Decrypter } from 'age-encryption';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { setUpVault } from '../support/records.ts';
import { agree } from '../support/user.ts';

const PATIENT = 'Wilhelmina Canary';

let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 820, height: 1180 } } });
	page = await app.open('/setup');
	await setUpVault(page);
	await button('Go to today').click();
	await button('Patients').click();
	await button('Add a patient').click();
	await page.getByLabel('Name', { exact: true }).fill(PATIENT);
	await button('Save').click();
	await page.getByRole('heading', { name: PATIENT }).waitFor();
	await button('New visit').click();
	await agree(page);
	await page.getByRole('navigation', { name: 'Steps of this visit' }).waitFor();
	await button('Patients').click();
	// The visit says whose it is as well.
	await page.waitForURL('**/patients');
	await page.getByText(PATIENT).click();
	await button('Privacy').click();
	await page.getByRole('heading', { name: 'Privacy', level: 1 }).waitFor();
});

afterAll(() => app.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const sheet = () => page.getByRole('dialog');
const says = (text: string | RegExp) => page.getByText(text).first().waitFor();

it('keeps a file for its years, and holds it with a reason', async () => {
	await says(/^Kept until .* at least, gone by .*, counted from/);
	await says(/^This file cannot be erased before/);
	await button('Hold this file').click();
	await button('Hold it').click();
	await says('Say why in a few words.');
	await sheet().getByLabel('Why, in a few words').fill('A letter of a solicitor');
	await button('Hold it').click();
	await says(/^This file has been held since .*: A letter of a solicitor$/);
	await button('Lift the hold').click();
	await sheet().getByLabel('Why, in a few words').fill('Settled');
	await button('Lift it').click();
	await says(/^This file cannot be erased before/);
});

it('gives a letter that opens with the passphrase shown, once a ground was chosen', async () => {
	await button('Give something to somebody').click();
	const ground = sheet().getByLabel('On what ground');
	expect(await ground.inputValue()).toBe('');
	await sheet().getByLabel('To whom').selectOption('gp');
	expect(await sheet().getByLabel('Photographs').isChecked()).toBe(false);
	expect(await sheet().getByLabel('Health and medicines').isChecked()).toBe(true);
	await sheet().getByLabel('Name of the person or body').fill('Dr Okafor');
	await button('Lock and save').click();
	await says('Say to whom, on what ground and what.');
	await ground.selectOption('consent');
	const download = page.waitForEvent('download');
	await button('Lock and save').click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('letter.pdf.age');
	await page.getByRole('heading', { name: 'The file is saved' }).waitFor();
	const passphrase = (await sheet().locator('.code').first().textContent()) ?? '';
	expect(passphrase.split(' ')).toHaveLength(7);
	const sealed = await readFile(await file.path());
	expect(sealed.toString('latin1')).not.toContain('Canary');
	const decrypter = new Decrypter();
	decrypter.addPassphrase(passphrase);
	const pdf = Buffer.from(await decrypter.decrypt(sealed)).toString('latin1');
	expect(pdf).toMatch(/^%PDF-[^]*%%EOF\s*$/);
	await button('Done').click();
	expect(await page.getByText(passphrase).count()).toBe(0);
	await says('Name and birth date, Health and medicines');
});

it('shows the patient who did what, and gives it as a file', async () => {
	await says('Checked: no entry was changed, removed or moved.');
	await says('Somebody was given something: Dr Okafor');
	const download = page.waitForEvent('download');
	await button('Save for checking').click();
	const { trail, flaws } = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
		trail: { deed: string }[];
		flaws: unknown[];
	};
	expect(flaws).toEqual([]);
	expect(trail.map(({ deed }) => deed)).toEqual(
		expect.arrayContaining(['patient-added', 'folder-opened', 'hold-set', 'disclosed'])
	);
	expect(JSON.stringify(trail)).not.toContain('Canary');
	await says('This journey was saved as a file');
});

it('keeps the file while a complaint is open, and longer once it is settled', async () => {
	await button('Write one down').click();
	await sheet().getByLabel('What was said, or happened').fill('The bruise took three weeks');
	await button('Keep it').click();
	await says('This file cannot be erased while a complaint is open.');
	await page.getByRole('button', { name: /^Add a step: Complaint/ }).click();
	await sheet().getByLabel('What was done').fill('We spoke, and agreed on a review');
	await sheet().getByLabel('It is settled with this').check();
	await button('Keep the step').click();
	await says(/^This file cannot be erased before/);
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
});

it('has the clinic’s rule, and says what is over', async () => {
	await button('Settings').click();
	const section = page.getByRole('region', { name: 'How long records are kept' });
	await section.getByRole('button', { name: 'Open the rule' }).click();
	await says('Nothing is past its time.');
	await page.getByRole('radio', { name: 'Our own' }).click();
	await page.getByLabel('Years', { exact: true }).fill('44');
	await says('Between 1 and 30 years.');
	await page.getByLabel('Years', { exact: true }).fill('12');
	await button('Keep this rule').click();
	await says('Kept.');
	await page.getByRole('row', { name: /^Record of treatment 12 years 13 years/ }).waitFor();
});

it('says when the yearly review was gone through, and who has read what everybody has to know', async () => {
	const now = new Date().toLocaleDateString('en-GB', { dateStyle: 'medium' });
	await says('Not gone through yet.');
	await button('Gone through today').click();
	await page.getByRole('listitem').filter({ hasText: now }).getByText('Ana').waitFor();
	expect(await button('Gone through today').isDisabled()).toBe(true);
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	await says('Not read yet');
	await button('Read it').click();
	await page.getByRole('heading', { name: 'When something goes wrong' }).waitFor();
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	await button('I have read it').click();
	await says(`Ana read it on ${now}.`);
	await button('Back').click();
	await says(`Read on ${now}`);
});

it('hands the patient their own record to read, with no way out of it, and locks behind it', async () => {
	await button('Patients').click();
	await page.waitForURL('**/patients');
	await page.getByText(PATIENT).click();
	await button('Privacy').click();
	await button('Hand over to read').click();
	const record = page.getByRole('dialog', { name: 'Your record, to read' });
	await record.getByRole('heading', { name: 'What is kept of you' }).waitFor();
	await record.getByText('You were given your file to read').waitFor();
	await record.getByText(`Name: ${PATIENT}`).waitFor();
	await record.getByText('The clinic may photograph my face').waitFor();
	for (const other of ['Ana', 'Okafor', 'solicitor']) {
		expect(await record.textContent()).not.toContain(other);
	}
	expect(await record.getByRole('button').count()).toBe(1);
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	const here = page.url();
	await page.goBack();
	await page.keyboard.press('Escape');
	await record.getByRole('button', { name: 'Once more to go back to the file' }).waitFor();
	expect(page.url()).toBe(here);
	await page.keyboard.press('Escape');
	await page.waitForURL('**/locked');
	expect(await page.getByText(PATIENT).count()).toBe(0);
	expect(app.pageErrors).toEqual([]);
	expect(app.foreignRequests).toEqual([]);
});
