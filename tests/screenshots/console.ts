/** The console of a clinic and of the operator, empty and full, with one device that holds the leads' key. */
import type { Page } from 'playwright';
import { mailedCode, mailedLink, type Served } from '../support/console.ts';
import { setUpVault, unlock } from '../support/records.ts';
import { agree } from '../support/user.ts';
import { button, type Look } from './look.ts';
import { lookAtSheet } from './records.ts';

const PLACES = [
	'Overview',
	'Staff',
	'Devices',
	'Licence',
	'Leads',
	'Settings',
	'Papers',
	'Audit',
	'Account'
];

export async function clinic(page: Page, served: Served, look: Look): Promise<void> {
	const place = async (name: string) => {
		await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
		await page.getByRole('progressbar').waitFor({ state: 'hidden' });
		await page.waitForTimeout(600);
	};
	const sheet = page.getByRole('dialog');
	await forgotten(page, served, look);
	await page.goto(`${served.backend.url}/console`);
	await signIn(page, served, 'owner', look);
	await page.getByRole('heading', { level: 1 }).waitFor();
	for (const name of PLACES) {
		await place(name);
		await look(page, `console-${name.toLowerCase()}-empty`);
	}
	for (const what of ['password', 'address']) {
		await lookAtSheet(page, look, `console-account-${what}`, () =>
			button(page, `Change the ${what}`).click()
		);
	}
	await place('Staff');
	await button(page, 'Invite').click();
	await page
		.getByLabel('E-mail address')
		.fill('wilhelmina.schimmelpenninck@harbour-clinic.example');
	await look(page, 'console-invite');
	await button(page, 'Make the invitation').click();
	await page.getByRole('dialog', { name: 'Invitation ready' }).waitFor();
	await look(page, 'console-invited');
	await button(page, 'Done').click();
	await sheet.waitFor({ state: 'hidden' });
	await look(page, 'console-staff');
	await place('Papers');
	await button(page, 'Enter').click();
	for (const [label, text] of [
		['Responsible in law', 'Harbour Aesthetics Ltd'],
		['Address', '1 Quay Street'],
		['E-mail address for patients', 'privacy@harbour.example'],
		['Data protection authority', 'Data Protection Commission']
	] as const) {
		await sheet.getByLabel(label).first().fill(text);
	}
	await look(page, 'console-papers-sheet');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await sheet.waitFor({ state: 'hidden' });
	await look(page, 'console-papers');
	await button(page, 'Show: Privacy notice for patients').click();
	await page.getByRole('heading', { name: 'Where it is' }).waitFor();
	await look(page, 'console-paper');

	await place('Settings');
	await page.getByLabel('Collect leads, sealed on the device').check();
	await button(page, 'Save as a new version').click();
	await page.getByText('Version 2, of').waitFor();
	await lead(page, served, look);
	await place('Devices');
	await look(page, 'console-devices');
	await place('Audit');
	await look(page, 'console-audit');
	await place('Overview');
	await look(page, 'console-overview');
	await place('Licence');
	await look(page, 'console-licence');
}

/** Looks at the way to a new password; whoever forgot it keeps the one that is known here. */
async function forgotten(page: Page, served: Served, look: Look): Promise<void> {
	const { email = '' } = served.backend.credentials.find(({ role }) => role === 'owner') ?? {};
	await page.goto(`${served.backend.url}/console`);
	await button(page, 'Forgot the password?').click();
	await look(page, 'forgotten');
	await page.getByLabel('E-mail address').fill(email);
	await button(page, 'Mail me a link').click();
	await button(page, 'Back to signing in').waitFor();
	await look(page, 'forgotten-asked');
	await page.goto(await mailedLink(served, email, 'reset'));
	await page.getByLabel('New password').waitFor();
	await look(page, 'reset-link');
}

/** This browser becomes a device of the clinic, makes the key of its leads and sends one. */
async function lead(page: Page, served: Served, look: Look): Promise<void> {
	const sheet = page.getByRole('dialog');
	const settings = async () => {
		await button(page, 'Settings').click();
		await page.getByRole('heading', { name: 'Licence' }).waitFor();
	};
	await page.goto(`${served.backend.url}/setup`);
	await setUpVault(page, 'Olga');
	await button(page, 'Go to today').click();
	await settings();
	const field = page.getByLabel('Name of this device');
	await field.or(button(page, 'Sign in')).first().waitFor();
	if (!(await field.isVisible())) {
		await button(page, 'Sign in').click();
		await signIn(page, served, 'owner');
	}
	await field.fill('Office');
	await look(page, 'settings-register');
	await button(page, 'Register this device').click();
	await page.getByText('Waits for the owner’s approval').waitFor();
	await look(page, 'settings-waits');
	await page.goto(`${served.backend.url}/console/devices`);
	await button(page, 'Approve Office').click();
	await sheet.waitFor();
	await look(page, 'console-approve');
	await sheet.getByRole('button', { name: 'Approve' }).click();
	await sheet.waitFor({ state: 'hidden' });
	await page.getByRole('link', { name: 'Leads' }).click();
	await button(page, 'Unlock').waitFor();
	await look(page, 'console-leads-locked');
	await button(page, 'Unlock').click();
	await unlock(page);
	await page.waitForURL('**/console/leads');
	await button(page, 'Make the key').waitFor();
	await look(page, 'console-leads-no-key');
	await button(page, 'Make the key').click();
	await page.getByText('This device holds the key.').waitFor();
	await look(page, 'console-leads-key');

	await page.goto(`${served.backend.url}/unlock`);
	await unlock(page);
	await button(page, 'Settings').waitFor();
	await settings();
	await button(page, 'Renew now').click();
	await button(page, 'Renew now').waitFor();
	await look(page, 'settings-licence');
	await button(page, 'Patients').click();
	await button(page, 'Add a patient').click();
	await page.getByLabel('Name', { exact: true }).fill('Zoë Ångström');
	await button(page, 'Save').click();
	await button(page, 'New visit').click();
	await agree(page);
	await page.getByRole('navigation', { name: 'Steps of this visit' }).waitFor();
	await button(page, 'Patients').click();
	await page.getByText('Zoë Ångström').click();
	await button(page, 'Send to the clinic’s leads').click();
	await sheet.getByLabel('Telephone').fill('+353 1 555 0199');
	await sheet.getByLabel('Jaw', { exact: true }).check();
	await sheet.getByRole('checkbox', { name: /^The patient agrees/ }).check();
	await look(page, 'patient-lead');
	await button(page, 'Send').click();
	await sheet.waitFor({ state: 'hidden' });
	await settings();
	await button(page, 'Renew now').click();
	await button(page, 'Renew now').waitFor();
	await button(page, 'Open the leads').click();
	await button(page, /^Open Zoë/).waitFor();
	await look(page, 'console-leads');
	await lookAtSheet(page, look, 'console-lead', () => button(page, /^Open Zoë/).click());
}

export async function operator(page: Page, served: Served, look: Look): Promise<void> {
	await page.goto(`${served.backend.url}/operator`);
	await signIn(page, served, 'operator');
	await page.getByRole('button', { name: 'Sign out' }).waitFor();
	await page.waitForTimeout(1500);
	await look(page, 'operator');
	await page.getByRole('link', { name: 'Account' }).click();
	await page.getByRole('progressbar').waitFor({ state: 'hidden' });
	await look(page, 'operator-account');
}

async function signIn(page: Page, served: Served, role: string, look?: Look): Promise<void> {
	const known = served.backend.credentials.find((one) => one.role === role);
	const { email = '', password = '' } = known ?? {};
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(password);
	await button(page, 'Sign in').click();
	await page.getByLabel('Code', { exact: true }).waitFor();
	await look?.(page, 'console-code');
	await page.getByLabel('Code', { exact: true }).fill(await mailedCode(served, email));
	await button(page, 'Sign in').click();
}
