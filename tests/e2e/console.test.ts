/** The web console against the real server: from an application to a running clinic. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedCode, mailedLink, serve, type Served } from '../support/console.ts';

const PASSWORD = 'seven otters under a bridge';
const OWNER = 'owner@harbour.example';
/** After the one that was forgotten, and after the first of the owner's. */
const CHOSEN = 'eleven herons on a roof';
const MOVED = 'ana@harbour.example';
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

	it('has an operator who changes their own password, and signs out everywhere', async () => {
		const { email = '', password = '' } =
			served.backend.credentials.find(({ role }) => role === 'operator') ?? {};
		await operator.getByRole('link', { name: 'Account' }).click();
		await operator.getByText(`${email} · Operator`).waitFor();
		// The sign-in of just now.
		await operator.getByText(/^Last on /).waitFor();
		await operator.getByLabel('Tell me when somebody has written').uncheck();
		await operator.getByRole('button', { name: 'Change the password' }).click();
		const sheet = operator.getByRole('dialog');
		await sheet.getByLabel('Present password').fill(password);
		await sheet.getByLabel('New password').fill(CHOSEN);
		await sheet.getByRole('button', { name: 'Change it' }).click();
		await operator.getByText('Your password is changed.').waitFor();
		await operator.reload();
		await expect
			.poll(() => operator.getByLabel('Tell me when somebody has written').isChecked())
			.toBe(false);
		await operator.getByRole('link', { name: 'Clinics' }).click();
		await operator.getByText('Changed their password').waitFor();
		const token = await operator.evaluate(() => sessionStorage.getItem('vultus.operators') ?? '');
		await operator.getByRole('link', { name: 'Account' }).click();
		await operator.getByRole('button', { name: 'Sign out everywhere' }).click();
		await sheet.getByRole('button', { name: 'Sign out everywhere' }).click();
		await operator.getByRole('heading', { name: 'Operator' }).waitFor();
		// Whoever held this session has nothing any more.
		await operator.evaluate((held) => sessionStorage.setItem('vultus.operators', held), token);
		await operator.reload();
		await operator.getByRole('button', { name: 'Sign in' }).waitFor();
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

	it('gives whoever forgot their password a new one, by a link that works once', async () => {
		const page = await served.person();
		await page.goto(`${served.backend.url}/sign-in`);
		for (const address of ['nobody@harbour.example', PRACTITIONER]) {
			await page.getByRole('button', { name: 'Forgot the password?' }).click();
			await page.getByLabel('E-mail address').fill(address);
			await page.getByRole('button', { name: 'Mail me a link' }).click();
			await page.getByText(`If there is an account with the address ${address}`).waitFor();
			await page.locator('h1:focus', { hasText: 'Check your mail' }).waitFor();
			await page.getByRole('button', { name: 'Back to signing in' }).click();
		}
		const link = await mailedLink(served, PRACTITIONER, 'reset');
		await page.goto(link);
		await page.getByText(`For the account ${PRACTITIONER}.`).waitFor();
		expect(page.url()).toBe(`${served.backend.url}/reset`);
		const set = page.getByRole('button', { name: 'Set the password' });
		await page.getByLabel('New password').fill('too short');
		expect(await set.isDisabled()).toBe(true);
		await page.getByLabel('New password').fill(CHOSEN);
		await set.click();
		await page.getByText('All sessions of your account have ended').waitFor();
		await page.locator('h1:focus', { hasText: 'Your password is set' }).waitFor();
		await page.getByRole('button', { name: 'Sign in to the app' }).click();
		await page.getByLabel('E-mail address').fill(PRACTITIONER);
		await page.getByLabel('Password').fill(PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.getByText('This address and password do not belong together').waitFor();
		await page.getByLabel('Password').fill(CHOSEN);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL(`${served.backend.url}/`);

		// A link of the same page would not load it anew.
		await page.goto('about:blank');
		await page.goto(link);
		await page.getByLabel('New password').fill(PASSWORD);
		await page.getByRole('button', { name: 'Set the password' }).click();
		await page.getByText('This link does not work').waitFor();
		await page.getByRole('button', { name: 'Ask for another link' }).click();
		await expect(page.getByLabel('E-mail address').inputValue()).resolves.toBe(PRACTITIONER);
		await page.goto('about:blank');
		await page.goto(link.slice(0, -60));
		await page.getByText('This link does not work').waitFor();
		await page.context().close();
	});

	it('lets its owner change password and address, and stay signed in for the first', async () => {
		// Somebody else who has got hold of this session.
		const other = await served.person();
		const token = await owner.evaluate(() => sessionStorage.getItem('vultus.users') ?? '');
		await other.goto(`${served.backend.url}/console`);
		await other.evaluate((held) => sessionStorage.setItem('vultus.users', held), token);
		await other.reload();
		await other.getByRole('link', { name: 'Account' }).waitFor();

		await owner.getByRole('link', { name: 'Account' }).click();
		await owner.getByRole('button', { name: 'Change the password' }).click();
		const sheet = owner.getByRole('dialog');
		await sheet.getByLabel('Present password').fill('not it');
		await sheet.getByLabel('New password').fill(CHOSEN);
		await sheet.getByRole('button', { name: 'Change it' }).click();
		await sheet.getByText('This is not your password.').waitFor();
		await sheet.getByLabel('Present password').fill(PASSWORD);
		await sheet.getByRole('button', { name: 'Change it' }).click();
		await owner.getByText('Your password is changed.').waitFor();
		await owner.getByRole('link', { name: 'Staff' }).click();
		await owner.getByText('Rasmus Lindqvist', { exact: true }).waitFor();
		await other.reload();
		await other.getByRole('heading', { name: 'Clinic console' }).waitFor();
		await other.context().close();

		await owner.getByRole('link', { name: 'Account' }).click();
		await owner.getByRole('button', { name: 'Change the address' }).click();
		await sheet.getByLabel('New e-mail address').fill(MOVED);
		await sheet.getByLabel('Your password').fill(CHOSEN);
		await sheet.getByRole('button', { name: 'Mail the link' }).click();
		await owner.getByText(`A mail to ${MOVED} tells the next step.`).waitFor();
		await owner.goto(await mailedLink(served, MOVED, 'confirm-address'));
		await owner.getByText(`From now on you would sign in with ${MOVED}.`).waitFor();
		expect(owner.url()).toBe(`${served.backend.url}/confirm-address`);
		await owner.getByLabel('Your password').fill('not it');
		await owner.getByRole('button', { name: 'Use this address' }).click();
		await owner.getByText('This is not your password.').waitFor();
		await owner.getByLabel('Your password').fill(CHOSEN);
		await owner.getByRole('button', { name: 'Use this address' }).click();
		await owner.getByText('Your address is changed').waitFor();
		await owner.getByRole('button', { name: 'Sign in to the console' }).click();
		await signIn(owner, '/console', MOVED, CHOSEN);
		await enterCode(owner, MOVED);
		await owner.getByText('2 of 4 done').waitFor();
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
		await sheet.getByLabel('Your password').fill(CHOSEN);
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
