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

const titled = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
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
});

it('opens the public pages in the language of a visitor’s browser, by their own words alone', async () => {
	const context = await app.context.browser()!.newContext({ locale: 'de-AT' });
	const visitor = await context.newPage();
	await visitor.goto(`${app.url}/about`);
	await visitor.getByRole('heading', { level: 1, name: 'Erst ansehen, gemeinsam.' }).waitFor();
	expect(await visitor.evaluate(() => document.documentElement.lang)).toBe('de-DE');
	expect(await visitor.evaluate(() => Object.keys(localStorage))).toEqual([]);
	const scripts = await visitor.evaluate(() => {
		const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
		const ours = loaded.filter((name) => name.endsWith('.js'));
		return Promise.all(ours.map(async (name) => (await fetch(name)).text()));
	});
	const saying = (words: string) => scripts.filter((text) => text.includes(words)).length;
	expect(saying('Erst ansehen, gemeinsam.')).toBe(1);
	expect(saying('Erfolgsversprechen')).toBe(0);
	await context.close();
});

it('is chosen on a public page by its address, which goes along and is stored nowhere', async () => {
	await page.goto(`${app.url}/about`);
	await titled('Erst ansehen, gemeinsam.');
	await page.getByRole('combobox', { name: 'Sprache' }).selectOption({ label: 'العربية' });
	await titled('شاهدوه أولًا، معًا.');
	expect(new URL(page.url()).search).toBe('?language=ar');
	expect(await spoken()).toEqual({ lang: 'ar', dir: 'rtl' });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);

	const footer = page.getByRole('contentinfo');
	await footer.getByRole('link', { name: 'الخصوصية' }).click();
	await titled('الخصوصية');
	await page.getByText('هذه ترجمة للقراءة').waitFor();
	await button('اقرأ النص الإنجليزي').click();
	await titled('Privacy');
	const original = page.getByRole('heading', { name: '1. Who we are, and for whom' });
	expect(
		await original.evaluate((heading) => heading.closest('[lang]')?.getAttribute('lang'))
	).toBe('en');

	// A form may have to say any error, and so is loaded with all words; the app as well.
	await footer.getByRole('link', { name: 'اتصل بنا' }).click();
	await titled('اتصل بنا');
	expect(new URL(page.url()).search).toBe('?language=ar');
	await page.getByRole('link', { name: 'فتح التطبيق' }).click();
	await button('تجربة وجه نموذجي').waitFor();
	expect(await page.evaluate(() => localStorage.getItem('vultus.language'))).toBe('de');
	// There is no server here, and the form has asked it for leave to write.
	expect(app.pageErrors.filter((error) => !error.includes('405'))).toEqual([]);
});
