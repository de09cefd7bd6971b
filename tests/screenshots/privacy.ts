/** A patient's privacy, empty and full, and its sheets. */
import type { Page } from 'playwright';
import { button, type Look } from './look.ts';
import { lookAtSheet, PATIENT } from './records.ts';

export async function privacy(page: Page, look: Look): Promise<void> {
	const sheet = page.getByRole('dialog');
	const press = (name: string) => button(page, name).click();
	const sent = async (name: string) => {
		await sheet.getByRole('button', { name, exact: true }).click();
		await sheet.waitFor({ state: 'hidden' });
	};
	await press('Patients');
	await page.getByText(PATIENT).click();
	await press('Privacy');
	await page.getByRole('heading', { name: 'Requests' }).waitFor();
	await look(page, 'privacy-empty');

	await press('Change: Social media');
	await look(page, 'privacy-answer');
	await sent('They agree');
	await press('Change: Email');
	await sent('They agree');
	await press('Write down a request');
	await sheet.getByLabel('In their words').fill('All that you have of me, please');
	await look(page, 'privacy-request');
	await sent('Write it down');
	await press('Go on: Access to what is kept');
	await look(page, 'privacy-steps');
	await sheet.getByLabel('How you saw who asks').fill('Passport seen');
	await sheet.getByRole('button', { name: 'Identity is checked' }).click();
	await sheet.getByLabel('How you saw who asks').waitFor({ state: 'hidden' });
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
	await lookAtSheet(page, look, 'privacy-copy', () => press('Make: Copy for the patient'));

	await press('Hold this file');
	await sheet.getByLabel('Why, in a few words').fill('A letter of a solicitor');
	await look(page, 'privacy-hold');
	await sent('Hold it');

	await press('Give something to somebody');
	await look(page, 'privacy-disclosure');
	await sheet.getByLabel('To whom').selectOption('gp');
	await sheet.getByLabel('Name of the person or body').fill('Dr Okafor');
	await sheet.getByLabel('On what ground').selectOption('consent');
	await press('Lock and save');
	await page.getByRole('heading', { name: 'The file is saved' }).waitFor({ timeout: 60_000 });
	await look(page, 'privacy-disclosed');
	await sent('Done');

	await press('Write one down');
	await sheet.getByLabel('What was said, or happened').fill('The bruise took three weeks');
	await look(page, 'privacy-complaint');
	await sent('Keep it');
	await page.getByRole('button', { name: /^Add a step: Complaint/ }).click();
	await look(page, 'privacy-complaint-step');
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
	// Last, because nothing leaves a restricted file.
	await press('Restrict the file');
	await sheet.getByLabel('Why, in a few words').fill('The patient contests a note of 3 November.');
	await sent('Restrict the file');
	await look(page, 'privacy');
}
