/** Each step of a visit, empty and with something in it, and the file of the patient after it. */
import { resolve } from 'node:path';
import type { Locator, Page } from 'playwright';
import { savedInVault, toStep, unlock } from '../support/records.ts';
import { agree, choose, enter } from '../support/user.ts';
import { button, type Look } from './look.ts';
import { lookAtSheet, PATIENT, TEXT } from './records.ts';

export const SAMPLE = resolve('static/sample/grace-hopper.jpg');

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

export async function illustrate(page: Page): Promise<void> {
	await choose(page, 'Jaw', 'Jaw slimming');
	await enter(page, 'Jaw slimming', 4);
	await choose(page, 'Brow', 'Brow lift');
	await enter(page, 'Brow lift', 2.5);
	await choose(page, 'Lips', 'Upper lip height');
	await enter(page, 'Upper lip height', 1.5);
	// The first picture of a slow machine takes its time.
	await page
		.getByText(/Illustration – not a promise of outcome$/)
		.first()
		.waitFor({ timeout: 60_000 });
}

/** Through all steps with nothing said but the consent. */
export async function emptyVisit(page: Page, look: Look): Promise<void> {
	await button(page, 'Patients').click();
	await page.getByText(PATIENT).click();
	await button(page, 'New visit').click();
	await page.getByRole('radio', { name: '18 or older' }).waitFor();
	await look(page, 'visit-consent');
	await page.getByRole('radio', { name: 'Under 18' }).check();
	await button(page, 'The guardian agrees').click();
	await look(page, 'visit-guardian');
	await agree(page);
	await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
	for (const step of [
		'Who',
		'Consent',
		'Listen',
		'History',
		'Photographs',
		'Illustrate',
		'Plan',
		'Sign',
		'Report'
	]) {
		await toStep(page, step);
		await page.waitForTimeout(800);
		await look(page, `visit-${step.toLowerCase()}-empty`);
	}
}

export async function talk(page: Page, look: Look): Promise<void> {
	await toStep(page, 'Listen');
	await drag(page, page.getByRole('img', { name: /^Drawn face/ }), [[0.5, 0.72]]);
	await page.keyboard.type('They turn down when I am tired');
	await saved(page);
	await look(page, 'visit-listen');
	await toStep(page, 'History');
	const answer = (question: string, name: string) =>
		page
			.getByRole('group', { name: question, exact: true })
			.getByRole('button', { name, exact: true })
			.click();
	await answer('Pregnancy and breastfeeding', 'No');
	await answer('Illnesses', 'Keloids');
	await page.getByText('Every wound, also a small one').waitFor();
	await look(page, 'visit-history');
	await button(page, 'Expectations').click();
	await answer('Does something about your looks occupy you that others hardly see?', 'Yes');
	await answer('How much does it weigh on you?', 'Much');
	await page.getByText('Nothing is simulated in this visit').waitFor();
	await look(page, 'visit-pause');
	await saved(page);
	await button(page, 'Overview').click();
	await look(page, 'visit-history-overview');
	await toStep(page, 'Illustrate');
	await button(page, 'Go on to illustrate').click();
	await button(page, 'I choose to go on').click();
}

export async function photograph(page: Page, look: Look): Promise<void> {
	await toStep(page, 'Photographs');
	await button(page, 'Take the views').click();
	await page.waitForURL('**/camera');
	await button(page, /^Take the photo/).waitFor({ timeout: 30_000 });
	await page.waitForTimeout(3000);
	await look(page, 'visit-camera');
	await button(page, 'Close').click();
	await toStep(page, 'Photographs');
	await brought(page);
	await illustrate(page);
	await savedInVault(page);
	await look(page, 'studio-kept');
	await button(page, 'Back to the visit').click();
	await page.getByRole('navigation', { name: 'Steps of this visit' }).waitFor();
	await page.waitForTimeout(800);
	await look(page, 'visit-illustrate');
	await toStep(page, 'Photographs');
	await look(page, 'visit-photographs');
}

async function brought(page: Page): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await button(page, 'Brought by the patient').click();
	await (await chooser).setFiles(SAMPLE);
	await page.waitForURL('**/studio');
	await savedInVault(page);
}

/** Drawn on the photograph: two points of one item. */
export async function plan(page: Page, look: Look): Promise<void> {
	await toStep(page, 'Plan');
	const picture = page.getByRole('img', { name: /^Photograph,/ });
	await picture.waitFor({ timeout: 60_000 });
	await button(page, 'Add an item').click();
	await page.getByLabel('Product').fill('Hyaluronic acid filler');
	await page.getByLabel('Amount').fill('0.55');
	await page.getByLabel('Unit').selectOption('mL');
	await drag(page, picture, [[0.36, 0.55]]);
	await drag(page, picture, [[0.64, 0.55]]);
	await page.getByLabel('Words at this mark').fill('deep, on the bone');
	await saved(page);
	await look(page, 'visit-plan');
}

/** Read, signed, and given as a report. */
export async function papers(page: Page, look: Look): Promise<void> {
	await toStep(page, 'Sign');
	await button(page, `Hand over: ${TEXT}`).waitFor();
	await look(page, 'visit-sign');
	await button(page, `Hand over: ${TEXT}`).click();
	const reading = page.getByRole('dialog', { name: 'Text for the patient' });
	await reading.getByRole('img', { name: /illustration/ }).waitFor({ timeout: 120_000 });
	await look(page, 'visit-reading');
	for (const risk of await reading.getByRole('checkbox').all()) await risk.check();
	await button(page, 'I’d like to sign').click();
	const area = page.getByRole('img', { name: /^Area to sign in/ });
	await area.waitFor();
	await look(page, 'visit-signature');
	await drag(page, area, [
		[0.1, 0.6],
		[0.3, 0.2],
		[0.4, 0.7],
		[0.7, 0.4]
	]);
	await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click();
	await page.getByText('Thank you. Your signature is kept.').waitFor({ timeout: 30_000 });
	await look(page, 'visit-signed-patient');
	await drag(page, button(page, 'Back to the visit'), [[0.5, 0.5]], 1500);
	await page.getByText('Unchanged since.').waitFor({ timeout: 30_000 });
	await look(page, 'visit-signed');
	await toStep(page, 'Report');
	await page.getByText('Klinik Süd').waitFor();
	await page.waitForTimeout(1500);
	await look(page, 'visit-report');
	await toStep(page, 'Who');
	await look(page, 'visit-who');
	await toStep(page, 'Consent');
	await look(page, 'visit-consent-given');
}

export async function patientFile(page: Page, look: Look): Promise<void> {
	await button(page, 'Patients').click();
	await page.getByText(PATIENT).click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
	const due = await page.evaluate(() => new Date().toISOString().slice(0, 10));
	await page.getByRole('textbox', { name: 'Follow-up' }).fill(due);
	await page.getByLabel('New note').fill('Would like to see the jaw without the brow.');
	await button(page, 'Add the note').click();
	await page.getByText('Amend', { exact: true }).waitFor();
	await button(page, 'Note a treatment').first().click();
	await look(page, 'patient-treated-on');
	await button(page, 'Save the day').click();
	await page.getByText('Treated on').waitFor();
	await look(page, 'patient');
	await page
		.getByRole('button', { name: /^Compare illustration/ })
		.first()
		.click();
	await page.getByText('One photograph, with and without').waitFor({ timeout: 120_000 });
	await look(page, 'compare');
	await button(page, 'Patient').click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
}

/** What the patient says of themselves, alone with the device. */
export async function outcomes(page: Page, look: Look): Promise<void> {
	const view = page.getByRole('dialog', { name: 'Questions for the patient' });
	const inView = (name: string) => view.getByRole('button', { name, exact: true }).click();
	const ask = async (what: string, answers: readonly string[], name: string) => {
		await button(page, what).click();
		await view.getByText(/^Question 1 of/).waitFor();
		await inView(answers[0]!);
		await look(page, `outcomes-${name}`);
		for (const answer of answers.slice(1)) {
			await inView('Next');
			await inView(answer);
		}
		await inView('Finish');
		await view.getByText('Thank you.').waitFor();
		await look(page, `outcomes-${name}-thanks`);
		await drag(page, view.getByRole('button').last(), [[0.5, 0.5]], 1500);
		await view.waitFor({ state: 'hidden' });
	};
	await ask('Ask about self-esteem', Array<string>(10).fill('Agree'), 'esteem');
	await ask('Ask how satisfied they are', ['7'], 'satisfied');
	await page.getByText('As a table').first().click();
	await look(page, 'patient-outcomes');
}

/** The same patient, photographed once more. */
export async function follow(page: Page, url: string, look: Look): Promise<void> {
	// Anew, so that no photograph is open in the studio: the next one would pass for it.
	await page.goto(`${url}/unlock`);
	await unlock(page);
	await page.getByRole('heading', { name: 'Visits' }).waitFor({ timeout: 30_000 });
	await button(page, 'New visit').click();
	await agree(page);
	await toStep(page, 'Photographs');
	await brought(page);
	await button(page, 'Back to the visit').click();
	await toStep(page, 'Who');
	await button(page, 'Open the file').click();
	await button(page, 'Compare photographs').click();
	await page.getByRole('slider', { name: 'Wipe' }).waitFor({ timeout: 60_000 });
	await look(page, 'compare-wipe');
	await lookAtSheet(page, look, 'compare-changes', () => button(page, 'Measured change').click());
	await page.getByRole('radio', { name: 'Side by side' }).click();
	await look(page, 'compare-beside');
	await button(page, 'Patient').click();
	await page.getByRole('heading', { name: 'Visits' }).waitFor();
}

type Share = readonly [across: number, down: number];

/** The pointer pressed along these places of an element, given as shares of its size. */
async function drag(
	page: Page,
	target: Locator,
	places: readonly Share[],
	heldMs = 0
): Promise<void> {
	await target.scrollIntoViewIfNeeded();
	const { x, y, width, height } = (await target.boundingBox())!;
	for (const [at, [across, down]] of places.entries()) {
		await page.mouse.move(x + across * width, y + down * height, { steps: at === 0 ? 1 : 8 });
		if (at === 0) await page.mouse.down();
	}
	await page.waitForTimeout(heldMs);
	await page.mouse.up();
}
