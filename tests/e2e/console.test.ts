/** The web console against the real server: from an application to a running clinic. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedCode, serve, type Served } from '../support/console.ts';

const PASSWORD = 'seven otters under a bridge';
const OWNER = 'owner@harbour.example';
const PRACTITIONER = 'practitioner@harbour.example';

let served: Served;
let owner: Page;
let operator: Page;

beforeAll(async () => {
	served = await serve();
	[owner, operator] = [await served.person(), await served.person()];
});

afterAll(() => served.close());

async function signIn(page: Page, path: string, email: string, password: string): Promise<void> {
	await page.goto(served.backend.url + path);
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The mail code, once it is in the sink. */
async function enterCode(page: Page, email: string): Promise<void> {
	const field = page.getByLabel('Code', { exact: true });
	await field.waitFor();
	await field.fill(await mailedCode(served, email));
	await page.getByRole('button', { name: 'Sign in' }).click();
}

async function invitationShown(page: Page): Promise<string> {
	const sheet = page.getByRole('dialog', { name: 'Invitation ready' });
	const code = await sheet.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText();
	await sheet.getByRole('button', { name: 'Done' }).click();
	return code;
}

async function join(page: Page, code: string, name: string): Promise<void> {
	await page.goto(`${served.backend.url}/join#${code.replaceAll('-', '')}`);
	await page.getByRole('button', { name: 'Next' }).click();
	await page.getByLabel('Your name').fill(name);
	await page.getByLabel('Password').fill(PASSWORD);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

describe('a clinic', () => {
	let invitation: string;

	it('applies, and is told the same whatever is known of it', async () => {
		await owner.goto(`${served.backend.url}/console`);
		await owner.getByRole('link', { name: 'Apply for your clinic' }).click();
		for (const [label, text] of [
			['Practice', 'Harbour Clinic'],
			['Your name', 'Ana Ferreira'],
			['E-mail address', OWNER],
			['Professional registration number', '7654321'],
			['Registered with', 'Medical Council']
		] as const) {
			await owner.getByLabel(label, { exact: true }).fill(text);
		}
		await owner.getByLabel('Country').selectOption('IE');
		await expect(owner.getByRole('button', { name: 'Send' }).isDisabled()).resolves.toBe(true);
		await owner.getByLabel('I am registered as stated').check();
		await owner.getByRole('button', { name: 'Send' }).click();
		await owner.getByRole('heading', { name: 'Thank you' }).waitFor();
	});

	it('is approved by an operator, who needs the mail code', async () => {
		const credentials = served.backend.credentials.find(({ role }) => role === 'operator');
		const { email = '', password = '' } = credentials ?? {};
		await signIn(operator, '/operator', email, 'not the password');
		await operator.getByText('This address and password do not belong together').waitFor();
		await operator.getByLabel('Password').fill(password);
		await operator.getByRole('button', { name: 'Sign in' }).click();
		await enterCode(operator, email);
		await operator.getByText('Registration 7654321 (Medical Council)').waitFor();
		await operator.getByRole('button', { name: 'Approve: Harbour Clinic' }).click();
		await operator.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
		invitation = await invitationShown(operator);
		await operator.getByText('No clinic here.').waitFor();
		await operator.getByText('Looked at the list of clinics').waitFor();
	});

	it('has an owner once the invitation is accepted, by its link', async () => {
		await join(owner, invitation, 'Ana Ferreira');
		expect(new URL(owner.url()).pathname).toBe('/console');
		expect(new URL(owner.url()).hash).toBe('');
		await signIn(owner, '/console', OWNER, PASSWORD);
		await enterCode(owner, OWNER);
		await owner.getByText('1 of 4 done').waitFor();
	});

	it('invites a practitioner, whose account cannot see the console', async () => {
		await owner.getByRole('link', { name: 'Staff' }).click();
		await owner.getByRole('button', { name: 'Invite' }).click();
		await owner.getByLabel('E-mail address').fill(PRACTITIONER);
		await owner.getByRole('button', { name: 'Make the invitation' }).click();
		const code = await invitationShown(owner);
		await owner.getByRole('listitem').filter({ hasText: PRACTITIONER }).waitFor();

		const practitioner = await served.person();
		await join(practitioner, code, 'Rasmus Lindqvist');
		expect(new URL(practitioner.url()).pathname).toBe('/sign-in');
		await signIn(practitioner, '/console', PRACTITIONER, PASSWORD);
		await practitioner.getByRole('heading', { name: 'Nothing to do here' }).waitFor();
		await practitioner.goto(`${served.backend.url}/join#${code}`);
		await practitioner.getByRole('button', { name: 'Next' }).click();
		await practitioner.getByText('This invitation does not work').waitFor();

		await owner.reload();
		await owner.getByText('Rasmus Lindqvist', { exact: true }).waitFor();
	});

	it('chooses how long records are kept, and sees who did what', async () => {
		await owner.getByRole('link', { name: 'Settings' }).click();
		await owner.getByLabel('Records are kept for (years)').fill('8');
		await owner.getByRole('button', { name: 'Save as a new version' }).click();
		await owner.getByText('Version 2, of').waitFor();
		await owner.getByRole('link', { name: 'Overview' }).click();
		await owner.getByText('3 of 4 done').waitFor();
		await owner.getByRole('link', { name: 'Audit' }).click();
		await owner.getByText('Changed the settings').waitFor();
		await owner.getByText('An operator looked at the clinic’s entry').waitFor();
		await owner.getByText('An operator approved or resumed the clinic').waitFor();
		await owner.getByText('Rasmus Lindqvist').first().waitFor();
	});

	it('keeps its last owner, and switches off who has left', async () => {
		await owner.getByRole('link', { name: 'Staff' }).click();
		await owner.getByRole('button', { name: 'Change Rasmus Lindqvist' }).click();
		const sheet = owner.getByRole('dialog');
		await sheet.getByRole('button', { name: 'Switch off' }).click();
		await owner.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click();
		await owner.getByText('Switched off').waitFor();
		await expect(owner.getByRole('button', { name: 'Change Ana Ferreira' }).count()).resolves.toBe(
			0
		);
	});

	it('takes its data along, closes, and stays after all', async () => {
		await owner.getByRole('link', { name: 'Settings' }).click();
		const download = owner.waitForEvent('download');
		await owner.getByRole('button', { name: 'Download everything' }).click();
		expect((await download).suggestedFilename()).toBe('vultus-clinic.json');
		await owner.getByRole('button', { name: 'Close the account' }).click();
		const sheet = owner.getByRole('alertdialog');
		await sheet.getByLabel('Your password').fill('not it');
		await sheet.getByRole('button', { name: 'Close the account' }).click();
		await sheet.getByText('do not belong together').waitFor();
		await sheet.getByLabel('Your password').fill(PASSWORD);
		await sheet.getByRole('button', { name: 'Close the account' }).click();
		await owner.getByText('This clinic is being closed.').waitFor();
		await owner.getByRole('button', { name: 'Keep the account after all' }).click();
		await owner.getByText('This clinic is being closed.').waitFor({ state: 'hidden' });
	});

	it('leaves nothing behind after signing out', async () => {
		await owner.getByRole('button', { name: 'Sign out' }).click();
		await owner.getByRole('heading', { name: 'Clinic console' }).waitFor();
		const kept = await owner.evaluate(() => Object.keys(sessionStorage));
		expect(kept.filter((key) => key.startsWith('vultus'))).toEqual([]);
	});
});

it('asks nothing of other origins and reports no error', () => {
	expect(served.complaints).toEqual([]);
});
