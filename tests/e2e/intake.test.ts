/** A patient's history by touch, on a tablet: skipped, told, and asked again only as far as it changed. */
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { setUpVault, toStep } from '../support/records.ts';

const NAME = 'Zoë Ångström';
const PAGES = 8;
/** The design's: under a gloved finger. */
const TARGET = 56;

let app: App;
let page: Page;

beforeAll(async () => {
	const context = { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true };
	app = await startApp({ context });
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const question = (name: string) => page.getByRole('group', { name, exact: true });
const option = (of: string, name: string) =>
	question(of).getByRole('button', { name, exact: true });

async function tap(target: Locator): Promise<void> {
	await target.scrollIntoViewIfNeeded();
	const box = (await target.boundingBox())!;
	expect(Math.min(box.width, box.height), String(target)).toBeGreaterThanOrEqual(TARGET - 0.5);
	await target.tap();
}

async function chooses(of: string, name: string): Promise<void> {
	await tap(option(of, name));
	expect(await option(of, name).getAttribute('aria-pressed')).toBe('true');
}

async function agree(): Promise<void> {
	await page.locator('label', { hasText: '18 or older' }).tap();
	await tap(button('They agree'));
	await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
}

const saved = () => page.getByText('Saved', { exact: true }).waitFor();

describe('a history', () => {
	it('can be skipped page by page, and as a whole', async () => {
		page = await app.open('/setup');
		await setUpVault(page);
		await tap(button('Go to today'));
		await tap(button(/^New visit/));
		await tap(button('Who'));
		await tap(button('New patient'));
		await page.getByLabel('Name', { exact: true }).fill(NAME);
		await page.getByLabel('or only the year').fill('1984');
		await tap(button('Save'));
		await toStep(page, 'Consent');
		await agree();
		await tap(button('Next: History'));
		for (let at = 1; at < PAGES; at++) {
			await page.getByText(`Page ${at} of ${PAGES}`).waitFor();
			await tap(button(/^Next page/));
		}
		await page.getByText('Nothing was asked yet.').waitFor();
		await tap(button('Next: Photographs'));
		await page.getByRole('heading', { name: 'Photographs' }).waitFor();
	});

	it('is told by touch, declined or left out; what to talk about is shown and blocks nothing', async () => {
		await toStep(page, 'History');
		await chooses('Pregnancy and breastfeeding', 'No');
		await chooses('Illnesses', 'Keloids');
		await page.getByText('Every wound, also a small one').waitFor();
		await page.getByRole('checkbox', { name: 'Keloids: talked about' }).tap();
		await page.getByText(/^Ana, /).waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await tap(button(/^Next page/));
		await page.getByLabel('Allergies: in a few words').fill('penicillin as a child');
		await tap(button('Living'));
		await tap(button('Smoking: declines to answer'));
		await saved();
		await tap(button('Overview'));
		await page.getByText('penicillin as a child').waitFor();
		await page.getByText('Declined', { exact: true }).waitFor();
		expect(await page.getByRole('checkbox', { name: 'Keloids: talked about' }).isChecked()).toBe(
			true
		);
	});

	it('that asks for a pause stops the simulation, until the clinician chooses to go on', async () => {
		await tap(button('Expectations'));
		await chooses('Does something about your looks occupy you that others hardly see?', 'Yes');
		await chooses('How much does it weigh on you?', 'Much');
		await page.getByText('Nothing is simulated in this visit').waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await toStep(page, 'Illustrate');
		await page.getByText('Pause the simulation and talk').waitFor();
		await tap(button('Go on to illustrate'));
		await tap(button('Stay paused'));
		await tap(button('Go on to illustrate'));
		await tap(button('I choose to go on'));
		await page.getByText('There is no photograph to illustrate on yet.').waitFor();
		await toStep(page, 'History');
		await tap(button(/^Expectations/));
		await page.getByText(/^Went on after a pause: Ana/).waitFor();
	});

	it('is asked at the next visit only as far as it changed', async () => {
		await toStep(page, 'Who');
		await tap(button('Open the file'));
		await page.getByText('To talk about: Keloids').waitFor();
		await button('New visit').tap();
		await agree();
		await tap(button('Next: History'));
		await page.getByText('What has changed since?').waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await chooses('In the last four weeks', 'None of these');
		await tap(button('Change: Smoking'));
		await chooses('Smoking', 'Never');
		await saved();
		await tap(button('Overview'));
		await tap(button('Nothing has changed'));
		await page.getByText('Every earlier answer was confirmed or changed today.').waitFor();
		await page.getByText('penicillin as a child').waitFor();
		await page.getByText('1 earlier answer').first().waitFor();
	});
});

describe('a patient whom the card makes a minor', () => {
	it('is asked about again, with a guardian', async () => {
		await toStep(page, 'Who');
		await tap(button('Change'));
		await page.getByLabel('or only the year').fill(String(new Date().getFullYear() - 15));
		await tap(button('Save'));
		await page.getByText('The card and what was agreed to differ').waitFor();
		await tap(button('Look at consent'));
		await page.locator('label', { hasText: '18 or older' }).tap();
		await page.getByText(/^The card allows an age of 1[45]/).waitFor();
		await tap(button('They agree'));
		await page.locator('label', { hasText: 'Under 18' }).tap();
		await page.getByLabel('Parent or guardian').fill('Max');
		await page.getByLabel('Relation to the patient').fill('father');
		await tap(button('The guardian agrees'));
		await page.getByText('By Max (father), for the patient.').waitFor();
		expect(app.pageErrors).toEqual([]);
		expect(app.foreignRequests).toEqual([]);
	});
});
