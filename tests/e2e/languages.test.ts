/** The app in another language: chosen where nobody can read the one that is spoken, and kept by the device. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { PASSPHRASE, setUpVault } from '../support/records.ts';

let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 390, height: 844 }, locale: 'en-GB' } });
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const spoken = () =>
	page.evaluate(() => {
		const { lang, dir } = document.documentElement;
		return { lang, dir };
	});

/** Across the page, from 0 to 1: where the middle of it is. */
async function across(name: string): Promise<number> {
	const { x, width } = (await button(name).boundingBox())!;
	return (x + width / 2) / 390;
}

it('is chosen on the locked screen, and turns the records from right to left', async () => {
	page = await app.open('/setup');
	await page.getByLabel('Your name').waitFor();
	expect(await spoken()).toEqual({ lang: 'en-GB', dir: 'ltr' });
	await setUpVault(page);
	await button('Go to today').click();
	await page.getByRole('heading', { name: 'Hello, Ana' }).waitFor();
	const today = await across('Today');
	await button('Lock').click();
	await page.waitForURL('**/locked');

	await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'العربية' });
	await button('فتح القفل').waitFor();
	expect(await spoken()).toEqual({ lang: 'ar', dir: 'rtl' });
	expect(await seriousViolations(page, ['its own'])).toEqual([]);
	await button('فتح القفل').click();
	await page.getByLabel('عبارة المرور', { exact: true }).fill(PASSPHRASE);
	await button('فتح القفل').click();
	await page.getByRole('heading', { name: 'مرحبًا، Ana' }).waitFor();
	expect(await across('اليوم')).toBeCloseTo(1 - today, 1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

it('is chosen in the settings, which loses nothing', async () => {
	await button('الإعدادات').click();
	await page.getByRole('combobox', { name: 'اللغة' }).selectOption({ label: 'Deutsch' });
	await page.waitForURL('**/locked');
	await button('Entsperren').click();
	await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
	await button('Entsperren').click();
	await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
	expect(await spoken()).toEqual({ lang: 'de-DE', dir: 'ltr' });
});

it('takes and shows millimetres with its own decimal sign', async () => {
	await page.goto(app.url);
	await button('Mit einem Beispielgesicht ausprobieren').click();
	const value = (mm: string) => button(`Volumen der Oberlippe: ${mm}\u00a0mm. Zahl eingeben.`);
	await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
	await value('0,0').click();
	const entry = page.getByRole('textbox', { name: /^Volumen der Oberlippe, von/ });
	await entry.fill('1,5');
	await entry.press('Enter');
	await value('1,5').click();
	await entry.fill('0.8');
	await entry.press('Enter');
	await value('0,8').waitFor();
	await page.getByText('Demo: Veranschaulichung – kein Erfolgsversprechen').waitFor();
	expect(app.pageErrors).toEqual([]);
});
