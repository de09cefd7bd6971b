/**
 * A whole consultation, as a practitioner has it: capture, simulate, compare, export, lock, unlock, erase;
 * and whatever there is to type in between.
 */
import { stat } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright';
import { newVisit, savedInVault, setUpVault, toStep, toToday, unlock } from '../support/records.ts';
import { choose, enter, skinRead } from '../support/user.ts';

const JAW = 'Jaw slimming';

/** What is typed of people: not one letter of it may leave. */
export const TYPED = {
	practitioner: 'Wilhelmina Quixbury',
	patient: 'Zoë Vandersnoot',
	number: 'QX-7731-vermilion',
	phone: '+44 20 7946 0958',
	email: 'zoe.vandersnoot@quagmire.example',
	address: '17 Flibbertigibbet Mews, Wexcombe',
	kin: 'Ptolemy Vandersnoot',
	kinContact: 'by carrier pigeon to Wexcombe',
	note: 'Jumpy about hyaluronidase, vexed by zygomatic filler',
	amendment: 'Quizzical about the glabella since Michaelmas',
	search: 'vandersn',
	erased: 'Ignatius Thistlewick',
	treatmentSearch: 'quixotic brow',
	/** In every field that is not named here. */
	elsewhere: 'Vexed by a quincunx of freckles'
} as const;

export type Staff = { readonly email: string; readonly password: string };

export type Told = (step: string) => void;

/** A digest of the picture on show. */
async function look(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const canvas = document.querySelector('canvas');
		if (canvas === null || canvas.width === 0) return '';
		const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
		context.drawImage(canvas, 0, 0);
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		return new Uint8Array(await crypto.subtle.digest('SHA-256', data)).toBase64();
	});
}

/** Until the picture is another one than before. */
async function changedFrom(page: Page, before: string): Promise<void> {
	const until = Date.now() + 30_000;
	while ((await look(page)) === before) {
		if (Date.now() > until) throw new Error('the picture has not changed');
		await page.waitForTimeout(100);
	}
}

async function simulate(page: Page, millimetres: number): Promise<void> {
	await choose(page, 'Jaw', JAW);
	const before = await look(page);
	await enter(page, JAW, millimetres);
	await changedFrom(page, before);
}

async function compare(page: Page): Promise<void> {
	const after = await look(page);
	const hold = page.getByRole('button', { name: 'Hold for before' });
	await hold.dispatchEvent('pointerdown', { pointerId: 1, button: 0 });
	await changedFrom(page, after);
	const before = await look(page);
	await hold.dispatchEvent('pointerup', { pointerId: 1, button: 0 });
	await changedFrom(page, before);
}

async function exportPair(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Save or share' }).first().click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('radio', { name: 'Side by side' }).click();
	const download = page.waitForEvent('download');
	await sheet.getByRole('button', { name: /^Save/ }).click();
	await needPicture(await download);
}

async function needPicture(download: Download): Promise<void> {
	const { size } = await stat(await download.path());
	if (size < 10_000) throw new Error('the exported picture is empty');
}

/** By whoever has an account at the clinic's server: the one thing of a person that is meant to be sent. */
async function registerDevice(page: Page, { email, password }: Staff): Promise<void> {
	await page.getByRole('button', { name: 'Settings' }).click();
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByLabel('Name of this device').fill('Treatment room 2');
	await page.getByRole('button', { name: 'Register this device' }).click();
	await page.getByText('Waits for the owner’s approval').waitFor();
	await toToday(page);
}

/** The photograph that was open stays until a face is found on this one. */
async function photographByCamera(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: /camera/ }).click();
	const shutter = page.getByRole('button', { name: 'Take the photo', disabled: false });
	await shutter.click({ timeout: 30_000 });
	await page.waitForURL('**/studio');
	await page.getByRole('progressbar').waitFor();
	await page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: 60_000 });
	await savedInVault(page);
	await skinRead(page);
}

/** Whatever there is to write in here, so that no new field is left out; nothing in numbers or days. */
async function fillRest(place: Locator): Promise<void> {
	await place.locator('details').evaluateAll((all) => {
		for (const one of all as HTMLDetailsElement[]) one.open = true;
	});
	const fields = place.locator('textarea, input[type="text"]:not([inputmode])');
	await fields.first().waitFor();
	let filled = 0;
	for (const field of await fields.all()) {
		if (!(await field.isEditable()) || (await field.inputValue()) !== '') continue;
		await field.fill(TYPED.elsewhere);
		await field.blur();
		filled++;
	}
	if (filled === 0) throw new Error('nothing is written here');
}

/** The steps of the visit in which something is written. */
async function writeVisit(page: Page): Promise<void> {
	const main = page.locator('main');
	const press = (name: string): Promise<void> =>
		page.getByRole('button', { name, exact: true }).click();
	const saved = (): Promise<void> => page.getByText('Saved', { exact: true }).waitFor();
	await press('Back to the visit');
	await toStep(page, 'Listen');
	await press('Add without a place');
	await fillRest(main);
	await saved();
	await toStep(page, 'History');
	await page.getByRole('button', { name: /^Next page/ }).click();
	await fillRest(main);
	await saved();
	await toStep(page, 'Plan');
	await press('Add an item');
	await fillRest(main);
	await saved();
	await toStep(page, 'Report');
	await page.getByRole('radio', { name: 'Referral letter' }).click();
	await fillRest(main);
	await toStep(page, 'Who');
}

/** What the patient asks for, and is not content with. */
async function writePrivacy(page: Page): Promise<void> {
	const sheet = page.getByRole('dialog');
	await page.getByRole('button', { name: 'Privacy' }).click();
	for (const [open, keep] of [
		['Write down a request', 'Write it down'],
		['Write one down', 'Keep it']
	] as const) {
		await page.getByRole('button', { name: open }).click();
		await fillRest(sheet);
		await sheet.getByRole('button', { name: keep }).click();
		await sheet.waitFor({ state: 'hidden' });
	}
}

async function fillCard(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'New patient' }).click();
	const sheet = page.getByRole('dialog');
	const fill = (label: string, text: string): Promise<void> =>
		sheet.getByLabel(label, { exact: true }).fill(text);
	await fill('Name', TYPED.patient);
	await fill('Clinic’s own number', TYPED.number);
	await sheet.locator('summary', { hasText: 'Contact' }).click();
	await fill('Telephone', TYPED.phone);
	await fill('Email', TYPED.email);
	await fill('Address', TYPED.address);
	await sheet.locator('summary', { hasText: 'Next of kin' }).click();
	await fill('Name of next of kin', TYPED.kin);
	await fill('How to reach them', TYPED.kinContact);
	await fillRest(sheet);
	await sheet.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('button', { name: 'Open the file' }).click();
	await page.getByRole('heading', { name: TYPED.patient }).waitFor();
}

async function writeNotes(page: Page): Promise<void> {
	await page.getByLabel('New note').fill(TYPED.note);
	await page.getByRole('button', { name: 'Add the note' }).click();
	await page.getByRole('button', { name: 'Amend' }).first().click();
	await page.getByLabel('New note').fill(TYPED.amendment);
	await page.getByRole('button', { name: 'Amend' }).first().click();
	await page.getByText('Amended once').waitFor();
}

async function search(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Patients' }).click();
	await page.getByRole('searchbox').fill(TYPED.search);
	// Each consultation is with somebody of this name.
	await page
		.getByRole('button', { name: new RegExp(TYPED.patient) })
		.first()
		.click();
	await page.getByRole('heading', { name: TYPED.patient }).waitFor();
}

async function lockAndUnlock(page: Page, tell: Told): Promise<void> {
	await page.getByRole('button', { name: 'Lock', exact: true }).click();
	await page.waitForURL('**/locked');
	tell('lock');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await page.waitForURL('**/unlock');
	await unlock(page);
	await page.getByRole('heading', { name: TYPED.patient }).waitFor({ timeout: 30_000 });
	tell('unlock');
}

/** A file with a visit in it has to be kept: the one that goes is a card alone. */
async function erase(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Patients' }).click();
	await page.getByRole('button', { name: 'Add a patient' }).click();
	await page.getByLabel('Name', { exact: true }).fill(TYPED.erased);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('heading', { name: TYPED.erased }).waitFor();
	await page.getByRole('button', { name: 'Privacy' }).click();
	await page.getByRole('button', { name: 'Erase…' }).click();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('button', { name: 'Erase', exact: true }).click();
	await page.waitForURL('**/today');
}

/** `staff`: signs in and registers the device, where there is a server of clinics. */
export async function setUp(page: Page, url: string, staff: Staff | null): Promise<void> {
	await page.goto(`${url}/setup`);
	await setUpVault(page, TYPED.practitioner);
	await page.getByRole('button', { name: 'Go to today' }).click();
	if (staff !== null) await registerDevice(page, staff);
}

/** From today and back. `photo`: a file that is opened beside what the camera sees. */
export async function consult(page: Page, photo: string, tell: Told): Promise<void> {
	await newVisit(page, photo);
	await savedInVault(page);
	await skinRead(page);
	tell('a photograph from a file');
	await photographByCamera(page);
	tell('capture, by camera');
	await simulate(page, 4);
	await savedInVault(page);
	tell('simulate');
	await compare(page);
	tell('compare');
	await exportPair(page);
	tell('export');
	await page.getByRole('searchbox', { name: 'Search treatments' }).fill(TYPED.treatmentSearch);
	await page.getByRole('searchbox', { name: 'Search treatments' }).fill('');
	await writeVisit(page);
	tell('history, plan, report');
	await fillCard(page);
	await writeNotes(page);
	await search(page);
	await writePrivacy(page);
	tell('card, notes, search, requests');
	await lockAndUnlock(page, tell);
	await erase(page);
	tell('erase');
}
