/** The vault as a user sets it up and opens it. */
import type { Page } from 'playwright';
import { agree } from './user.ts';

/** A photograph that lies on no disk. */
type FilePayload = {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
};

export const PASSPHRASE = 'copper lantern drizzle orbit spoon velvet';

/** From the first question of /setup to its last page; gives the groups of the recovery kit. */
export async function setUpVault(
	page: Page,
	name = 'Ana',
	look: (step: string) => Promise<void> = () => Promise.resolve()
): Promise<readonly string[]> {
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Next' }).click();
	await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
	await page.getByLabel('Once more').fill(PASSPHRASE);
	await look('passphrase');
	await page.getByRole('button', { name: 'Make the vault' }).click();
	await page.getByRole('heading', { name: 'Your recovery kit' }).waitFor({ timeout: 30_000 });
	await look('kit');
	const groups = await page.locator('ol > li').allTextContents();
	await page.getByLabel('I understand this.').check();
	await page.getByRole('button', { name: 'I have it' }).click();
	for (const field of await page.getByLabel(/^Group /).all()) {
		const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent);
		await field.fill(groups[Number(label?.replace(/\D/g, '')) - 1] ?? '');
	}
	await look('type');
	await page.getByRole('button', { name: 'Check' }).click();
	await page.getByRole('heading', { name: 'The vault is ready' }).waitFor();
	await look('done');
	return groups;
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
	await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
	await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Waits until the vault has read back what it wrote. */
export async function savedInVault(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^Saved/ }).waitFor({ timeout: 60_000 });
}

/** By the bar above a visit. */
export async function toStep(page: Page, step: string): Promise<void> {
	const bar = page.getByRole('navigation', { name: 'Steps of this visit' });
	await bar.getByRole('button', { name: new RegExp(`^${step}`), disabled: false }).click();
}

/** By the bar above the lists. A patient's file, too, offers a new visit: of that patient. */
export async function toToday(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Today' }).first().click();
	await page.waitForURL('**/today');
}

/** From today: a visit of somebody not named yet, beginning with this photograph. */
export async function newVisit(
	page: Page,
	photo: string | FilePayload,
	look: (step: string) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	await page.getByRole('button', { name: /New visit/ }).click();
	await look('begin');
	await agree(page);
	await look('listen');
	await toStep(page, 'Photographs');
	await look('photographs');
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Open a photo' }).click();
	await (await chooser).setFiles(photo);
	await page.waitForURL('**/studio');
	await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
}
