/**
 * What leaves in a special form, and what leaves of it: a case for teaching, a consultant's own visits, and a file
 * for support, of a vault full of words that must be in none of them.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { PORTRAITS } from '../support/photographs.ts';
import { newVisit, savedInVault, setUpVault, toStep, toToday } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';

const PATIENT = 'Wilhelmina Canary';
const CONSULTANT = 'Dr Bell';

let app: App;
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const sheet = () => page.getByRole('dialog');
const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');

async function saved(save: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
	const coming = page.waitForEvent('download', { timeout: 60_000 });
	await save();
	const download = await coming;
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function openFile(): Promise<void> {
	await button('Patients').click();
	await page.waitForURL('**/patients');
	await page.getByText(PATIENT).first().click();
	await page.getByRole('heading', { name: PATIENT }).waitFor();
}

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 820, height: 1180 } } });
	page = await app.open('/setup');
	await setUpVault(page, 'Ana Canary');
	await button('Go to today').click();
	await button('Settings').click();
	await button('Add a consultant').click();
	await button('Add').click();
	await says('A name and a way to reach them.');
	await sheet().getByLabel('Name', { exact: true }).fill(CONSULTANT);
	await sheet().getByLabel('How a patient reaches them').fill('bell@example.org');
	await button('Add').click();
	await button(`Remove: ${CONSULTANT}`).waitFor();
	await toToday(page);
	await newVisit(page, {
		name: 'canary-holiday.jpg',
		mimeType: 'image/jpeg',
		buffer: readFileSync(PORTRAITS[0]?.path ?? '')
	});
	await choose(page, 'Jaw', 'Jaw slimming');
	await enter(page, 'Jaw slimming', 2);
	await savedInVault(page);
	await button('Back to the visit').click();
	await toStep(page, 'Who');
	await button('New patient').click();
	await sheet().getByLabel('Name', { exact: true }).fill(PATIENT);
	await sheet().getByLabel('Date of birth').fill('1984-02-29');
	await button('Save').click();
	await says(PATIENT);
}, 240_000);
afterAll(() => app.close());

it('gives a visit to the consultant who answers for it, and shows that', async () => {
	const field = page.getByLabel('Who answers for the data of this visit');
	await field.selectOption(`${CONSULTANT}, with the clinic`);
	await toStep(page, 'Photographs');
	await says(`${PATIENT} · ${CONSULTANT}, with the clinic`);
	await openFile();
	await says(`${CONSULTANT}, with the clinic`);
});

it('makes no case for teaching before teaching is agreed to', async () => {
	await button('Teaching case').click();
	await says('A face stays recognisable.');
	await says('Nothing leaves while teaching is not agreed to.');
	expect(await button('Show what would leave').count()).toBe(0);
	await page.getByRole('radio', { name: 'To be published' }).click();
	await says('The patient has not agreed to a publication');
	expect(await button('Show what would leave').count()).toBe(0);
	await button('Ask on the page Privacy').click();
	await button('Change: Teaching in the clinic').click();
	await sheet().getByRole('button', { name: 'They agree' }).click();
	const teaching = page.getByRole('listitem').filter({ hasText: 'Teaching in the clinic' });
	await teaching.getByText(/^Agreed, /).waitFor();
	const publishing = page.getByRole('listitem').filter({ hasText: 'Publishing a case' });
	await publishing.getByText('Not asked').waitFor();
});

it('shows a case as it would leave, and lets out that and nothing of anybody', async () => {
	await button('Back to the file').click();
	await button('Teaching case').click();
	await page.getByRole('radio', { name: 'To be published' }).click();
	await says('The patient has not agreed to a publication');
	await page.getByRole('radio', { name: 'Teaching in the clinic' }).click();
	const words = page.getByRole('textbox', { name: 'In your words' });
	await words.fill('Seen together with Mrs Canary');
	await page.getByRole('radio', { name: 'Plan A' }).click();
	await button('Show what would leave').click();
	// An engine of its own starts for the illustration.
	await page.getByText('Illustration, not a photograph').first().waitFor({ timeout: 120_000 });
	await button('Save the case').click();
	await says('Confirm that first.');
	await page.getByLabel('The patient agreed to teaching').check();
	await button('Save the case').click();
	await says('a name stands in it');
	await words.fill('A broad jaw, seen at rest.');
	await button('Show what would leave').click();
	await page.getByLabel('The patient agreed to teaching').check();
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	const { name, bytes } = await saved(() => button('Save the case').click());
	expect(name).toBe('case.zip');
	await says('Saved, and written down in the patient’s file.');
	const files = unzipSync(bytes);
	expect(Object.keys(files)).toEqual([
		'case.html',
		'pictures/01.jpg',
		'pictures/02.jpg',
		'case.json'
	]);
	const [photograph, illustration] = ['pictures/01.jpg', 'pictures/02.jpg'].map((one) =>
		Buffer.from(files[one] ?? []).toString('latin1')
	);
	expect(photograph).not.toMatch(/Exif|xmpmeta|Photoshop/);
	expect(illustration).toContain('digitalsourcetype/algorithmicallyEnhanced');
	expect(illustration).not.toMatch(/Exif|Photoshop/);
	const said = text(files['case.html']) + text(files['case.json']);
	expect(said).toContain('A broad jaw, seen at rest.');
	expect(said).toContain('"to": 49');
	expect(said).not.toMatch(/canary|wilhelmina|bell|1984|20\d\d|[0-9a-f]{32}/i);
});

it('says who is responsible, and gives the consultant a file of their own visits', async () => {
	await button('Back to the file').click();
	await button('Privacy').click();
	await page.getByRole('heading', { name: 'Who is responsible' }).waitFor();
	await says(/bell@example\.org · Visits of .* \(with the clinic\)/);
	await button(`File of their visits: ${CONSULTANT}`).click();
	const { name, bytes } = await saved(() => button('Make the file').click());
	expect(name).toBe('visits.zip');
	const files = Object.keys(unzipSync(bytes));
	expect(files).toEqual(expect.arrayContaining(['summary.pdf', 'record.json', 'fhir.json']));
	await says('Saved, and written down in this file.');
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
});

it('shows the support file first, and nothing of patients is in it', async () => {
	await button('Settings').click();
	await button('Show the support file').click();
	const shown = sheet().getByRole('region', { name: 'What the file says' });
	await shown.waitFor();
	const words = (await shown.textContent()) ?? '';
	expect(words).toMatch(/^support file 1\n/);
	expect(words).toContain('\nindexed-db: yes\n');
	expect(words).toMatch(/\nteaching\.identifies: \d+, last \d+ min ago\n/);
	expect(words).not.toMatch(/canary|wilhelmina|bell|holiday|jaw|1984/i);
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	const { name, bytes } = await saved(() => button('Save as a file').click());
	expect(name).toBe('support.txt');
	expect(text(bytes)).toBe(words);
	expect(app.pageErrors).toEqual([]);
	expect(app.foreignRequests).toEqual([]);
});
