/** What a patient agrees to and asks for, and the copies they are given: nobody is photographed here. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { setUpVault } from '../support/records.ts';

const NAME = 'Zoë Ångström';
const KIN = 'Max Ångström';

let app: App;
let page: Page;
/** What was saved last. */
let portable: Buffer;

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const sheet = () => page.getByRole('dialog');

async function saved(save: () => Promise<void>): Promise<{ file: Buffer; download: Download }> {
	const coming = page.waitForEvent('download', { timeout: 60_000 });
	await save();
	const download = await coming;
	return { download, file: readFileSync(await download.path()) };
}

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 390, height: 844 } } });
	page = await app.open('/setup');
	await setUpVault(page);
	await button('Go to today').click();
	await button('Patients').click();
	await button('Add a patient').click();
	await page.getByLabel('Name', { exact: true }).fill(NAME);
	await page.getByText('Next of kin', { exact: true }).click();
	await page.getByLabel('Name of next of kin').fill(KIN);
	await button('Save').click();
	await page.getByRole('heading', { name: NAME }).waitFor();
	await button('Privacy').click();
	await page.getByRole('heading', { name: 'Requests' }).waitFor();
});
afterAll(() => app.close());

const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });

describe('what a patient agrees to', () => {
	it('is asked in its words, and stands at a glance', async () => {
		await row('Social media').getByText('Not asked').waitFor();
		await button('Change: Social media').click();
		await sheet().getByText('where anybody can see and copy them').waitFor();
		await sheet()
			.getByLabel(/^Until/)
			.fill('2090-01-31');
		await sheet().getByRole('button', { name: 'They agree' }).click();
		await row('Social media').getByText('Agreed until 31 Jan 2090').waitFor();
		await button('Change: Social media').click();
		await sheet().getByText('cannot be called back').waitFor();
		await sheet().getByRole('button', { name: 'They withdraw' }).click();
		await row('Social media')
			.getByText(/^Withdrawn/)
			.waitFor();
	});

	it('to news is taken back by one touch', async () => {
		await button('Change: Email').click();
		await sheet().getByRole('button', { name: 'They agree' }).click();
		await button('Opt out: Email').click();
		await row('Email')
			.getByText(/^Withdrawn/)
			.waitFor();
	});
});

describe('a request', () => {
	it('has its month, and is answered once it is known who asks', async () => {
		await button('Write down a request').click();
		await sheet().getByLabel('Received on').fill('2026-01-31');
		await sheet().getByLabel('In their words').fill('All that you have of me');
		await sheet().getByRole('button', { name: 'Write it down' }).click();
		await page.getByText('28 Feb 2026').waitFor();
		await button('Go on: Access to what is kept').click();
		await sheet().getByRole('button', { name: 'It is answered' }).click();
		await sheet().getByText('Who asks is not checked yet').waitFor();
		await sheet().getByLabel('How you saw who asks').fill('Passport seen');
		await sheet().getByRole('button', { name: 'Identity is checked' }).click();
		await sheet().getByLabel('How you saw who asks').waitFor({ state: 'hidden' });
		await sheet().getByRole('button', { name: 'It is answered' }).click();
		await page.getByText(/Answered \d/).waitFor();
	});
});

describe('a copy', () => {
	it('holds data and a document, and says nothing of the patient in its name', async () => {
		await button('Make: Copy for the patient').click();
		const { file, download } = await saved(() => button('Make the file').click());
		expect(download.suggestedFilename()).toBe('copy.zip');
		const files = unzipSync(file);
		expect(Object.keys(files)).toEqual(['copy.pdf', 'record.json']);
		expect(Buffer.from(files['copy.pdf']!).subarray(0, 5).toString()).toBe('%PDF-');
		expect(Buffer.from(files['record.json']!).toString()).toContain(NAME);
		await page.getByText('One was made before').waitFor();
	});

	it('for another clinic becomes a patient where it is brought in', async () => {
		await button('Make: File for another clinic').click();
		({ file: portable } = await saved(() => button('Make the file').click()));
		expect(Object.keys(unzipSync(portable))).toContain('fhir.json');
		const here = page.url();
		await button('Patients').click();
		await button('More').click();
		await page.getByRole('menuitem', { name: 'Patient’s file from elsewhere' }).click();
		const bring = async (buffer: Buffer) => {
			const chooser = page.waitForEvent('filechooser');
			await button('Choose the file').click();
			await (await chooser).setFiles({ name: 'x.zip', mimeType: 'application/zip', buffer });
		};
		await bring(Buffer.from('nothing of the kind'));
		await sheet().getByText('This is no patient’s file of Vultus').waitFor();
		await bring(portable);
		await page.getByRole('heading', { name: NAME }).waitFor();
		expect(page.url()).not.toBe(here);
		await button('Privacy').click();
		await page.getByText(/Answered \d/).waitFor();
		await row('Social media')
			.getByText(/^Withdrawn/)
			.waitFor();
	});
});

describe('what holds a file still', () => {
	it('is said with its reason, and keeps it from being erased', async () => {
		await button('Restrict the file').click();
		await sheet().getByRole('button', { name: 'Restrict the file' }).click();
		await sheet().getByText('Say why in a few words.').waitFor();
		await sheet().getByLabel('Why, in a few words').fill('It is contested');
		await sheet().getByRole('button', { name: 'Restrict the file' }).click();
		await page.getByText(/^Restricted since .*contested/).waitFor();
		await button('Hold this file').click();
		await sheet().getByLabel('Why, in a few words').fill('A claim is open');
		await sheet().getByRole('button', { name: 'Hold it' }).click();
		await page
			.getByText(/^This file has been held since .*: A claim is open$/)
			.first()
			.waitFor();
		await expect(button('Erase…').count()).resolves.toBe(0);
		const { file } = await saved(() => button('Letter that says why').click());
		expect(file.subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('lets next of kin go all the same', async () => {
		await button('Remove next of kin').click();
		await page.getByRole('alertdialog').getByText(KIN).waitFor();
		await page.getByRole('alertdialog').getByRole('button', { name: 'Remove next of kin' }).click();
		await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
		await expect(button('Remove next of kin').count()).resolves.toBe(0);
	});
});

it('who agreed to no news is in no mailing list', async () => {
	await button('Patients').click();
	await button('More').click();
	await page.getByRole('menuitem', { name: 'Mailing list' }).click();
	await button('Save as CSV').click();
	await page.getByText('Nobody agreed to this way').waitFor();
	await button('Close').click();
});

it('a card’s number in a note is pointed out, and keeps nobody from writing', async () => {
	await page
		.getByRole('button', { name: new RegExp(NAME) })
		.first()
		.click();
	await page.getByLabel('New note').fill('Paid with 4111 1111 1111 1111');
	await page.getByText('looks like the number of a payment card').waitFor();
	await button('Add the note').click();
	await button('Amend').waitFor();
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
