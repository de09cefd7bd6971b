/** The studio as a user works it: by what is written on things. */
import type { Page } from 'playwright';
import type { App } from './app.ts';

export async function openStudio(app: App, photo: string): Promise<Page> {
	const page = await app.open('/');
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: /^Open a photo/ }).click();
	await (await chooser).setFiles(photo);
	await agree(page);
	await faceFound(page);
	return page;
}

/** What is asked before the first photograph of somebody: two touches for a grown-up. */
export async function agree(page: Page): Promise<void> {
	await page.getByRole('radio', { name: '18 or older' }).check();
	await page.getByRole('button', { name: 'They agree' }).click();
}

/** Opens the sample face from the first screen. */
export async function openSample(app: App): Promise<Page> {
	const page = await app.open('/');
	await page.getByRole('button', { name: 'Try a sample face' }).click();
	await faceFound(page);
	return page;
}

/** Waits until sliders can be moved; models load on the first photograph. */
async function faceFound(page: Page): Promise<void> {
	await page.waitForURL('**/studio');
	await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
}

/** Waits until lines and skin can be treated; leaves the lines on show. */
export async function skinRead(page: Page): Promise<void> {
	await choose(page, 'Lines', 'Forehead lines');
	const slider = page.getByRole('slider', { name: 'Forehead lines', disabled: false });
	await slider.first().waitFor({ timeout: 60_000 });
}

/** Chooses an area, then one of its treatments; its dial is then the one on show. */
export async function choose(page: Page, area: string, treatment: string): Promise<void> {
	const named = new RegExp(`^${area}$`);
	await page.getByRole('group', { name: 'Area' }).getByRole('button', { name: named }).click();
	// Not the value on its dial, which is a button as well.
	await page
		.getByRole('button', { name: new RegExp(`^${treatment}(?!:)`) })
		.first()
		.click();
	await page.getByRole('slider', { name: treatment }).first().waitFor();
}

/** Types a value into the dial on show. */
export async function enter(page: Page, treatment: string, value: number): Promise<void> {
	await page.getByRole('button', { name: new RegExp(`^${treatment}: .* Enter a number`) }).click();
	await page.getByRole('textbox', { name: new RegExp(`^${treatment}, from`) }).fill(String(value));
	await page.keyboard.press('Enter');
}
