/** The records, from the setting up of a vault to its lock: lists, cards, settings. */
import type { Page } from 'playwright';
import { PASSPHRASE, setUpVault, unlock } from '../support/records.ts';
import { button, type Look } from './look.ts';

export const PATIENT = 'Wilhelmina van den Broek-Schimmelpenninck';
const NAMES = ['M. Okafor', 'R. Lindqvist', 'Zoë Ångström', PATIENT];
export const TEXT = 'Filler with hyaluronic acid';

/** Opens something over the page, looks at it and closes it. */
export async function lookAtSheet(
	page: Page,
	look: Look,
	name: string,
	open: () => Promise<void>
): Promise<void> {
	await open();
	const sheet = page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
	await sheet.waitFor();
	await look(page, name);
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
}

export async function newVault(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}/setup`);
	await page.getByLabel('Your name').waitFor();
	await look(page, 'setup');
	await setUpVault(page, 'Ana', (step) => look(page, `setup-${step}`));
	await button(page, 'Go to today').click();
	await button(page, 'Patients').waitFor();
	await look(page, 'today-empty');
}

export async function patients(page: Page, look: Look): Promise<void> {
	await button(page, 'Patients').click();
	await button(page, 'Add a patient').waitFor();
	await look(page, 'patients-empty');
	for (const name of NAMES) {
		await button(page, 'Add a patient').click();
		await page.getByLabel('Name', { exact: true }).fill(name);
		await page.getByLabel('or only the year').fill('1984');
		if (name === PATIENT) await look(page, 'card');
		await button(page, 'Save').click();
		await page.getByRole('heading', { name }).waitFor();
		if (name === PATIENT) {
			await look(page, 'patient-empty');
			// A card alone may go; with a visit in it a file is kept.
			await button(page, 'Privacy').click();
			await lookAtSheet(page, look, 'privacy-erase', () => button(page, 'Erase…').click());
		}
		await button(page, 'Patients').click();
	}
	await page.getByText(PATIENT).waitFor();
	await look(page, 'patients');
	await look(page, 'patients-menu', async () => {
		const item = page.getByRole('menuitem').first();
		if (await item.isHidden()) await button(page, 'More').click();
		await item.waitFor();
	});
	await page.keyboard.press('Escape');
	for (const [item, name] of [
		['Mailing list', 'mailing'],
		['Patient’s file from elsewhere', 'import'],
		['Numbers for research', 'numbers']
	] as const) {
		await lookAtSheet(page, look, `patients-${name}`, async () => {
			await button(page, 'More').click();
			await page.getByRole('menuitem', { name: item }).click();
		});
	}
}

export async function settings(page: Page, look: Look): Promise<void> {
	await button(page, 'Settings').click();
	await page.getByRole('heading', { name: 'Recovery kit' }).waitFor();
	await look(page, 'settings');
	await lookAtSheet(page, look, 'settings-colleague', () =>
		button(page, 'Add a colleague').click()
	);
	for (const [name, opening] of [
		['consultant', 'Add a consultant'],
		['support', 'Show the support file'],
		['feedback', 'Write feedback']
	] as const) {
		await lookAtSheet(page, look, `settings-${name}`, () => button(page, opening).click());
	}
	await button(page, 'Open texts and letterhead').click();
	await page.getByLabel('Name of the clinic').waitFor();
	await look(page, 'papers-empty');
	await page.getByLabel('Name of the clinic').fill('Klinik Süd');
	await button(page, 'Keep the letterhead').click();
	await button(page, `Review: ${TEXT}`).click();
	await page.getByRole('dialog').waitFor();
	await look(page, 'papers-text');
	await page.getByText('The clinic has read this text and answers for it.').click();
	await button(page, 'Keep this version').click();
	await button(page, `Change: ${TEXT}`).waitFor();
	await look(page, 'papers');
	await button(page, 'Settings').click();
	const section = page.getByRole('region', { name: 'How long records are kept' });
	await section.getByRole('button', { name: 'Open the rule' }).click();
	await page.getByText('Nothing is past its time.').waitFor();
	await look(page, 'keeping');
	await button(page, 'Read it').click();
	await button(page, 'I have read it').waitFor();
	await look(page, 'training');
}

export async function today(page: Page, look: Look): Promise<void> {
	await button(page, 'Today').click();
	await button(page, 'Patients').waitFor();
	await page.waitForTimeout(800);
	await look(page, 'today');
}

export async function lock(page: Page, look: Look): Promise<void> {
	await button(page, 'Lock').click();
	await page.waitForURL('**/locked');
	await look(page, 'locked');
	await button(page, 'Unlock').click();
	await unlock(page, `${PASSPHRASE}x`);
	await page.getByRole('alert').getByText('does not open').waitFor();
	await look(page, 'unlock');
}
