/** What anybody may read, and the ways in before there is a vault. */
import type { Page } from 'playwright';
import type { Look } from './look.ts';

const PUBLIC = [
	'about',
	'about/how',
	'about/clinics',
	'demo',
	'contact',
	'support',
	'privacy',
	'terms',
	'cookies'
];
const WAYS_IN = [
	'camera',
	'restore',
	'sign-in',
	'apply',
	'join',
	'reset',
	'confirm-address',
	'console',
	'operator',
	'nowhere'
];

export async function publicPages(page: Page, url: string, look: Look): Promise<void> {
	for (const path of PUBLIC) {
		await page.goto(`${url}/${path}`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await look(page, `public-${path.replace('/', '-')}`);
	}
}

export async function waysIn(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}/`);
	await page.getByRole('button', { name: /^Open a photo/ }).waitFor();
	await look(page, 'home');
	for (const path of WAYS_IN) {
		await page.goto(`${url}/${path}`);
		await page.getByRole('heading').or(page.getByRole('button')).first().waitFor();
		await look(page, path);
		if (path !== 'camera') continue;
		// This browser has none.
		await page.getByRole('radio', { name: '18 or older' }).check();
		await page.getByRole('button', { name: 'They agree' }).click();
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		await page.waitForTimeout(1500);
		await look(page, 'camera-none');
	}
}
