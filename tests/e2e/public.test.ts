/** What a visitor, a new clinic and an operator see, from the real server: nothing stored, nothing foreign. */
import type { Page } from 'playwright';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from '../support/axe.ts';
import { mailedCode, serve, type Served } from '../support/console.ts';
import { setUpVault } from '../support/records.ts';

const PAGES = [
	'/about',
	'/about/how',
	'/about/clinics',
	'/demo',
	'/contact',
	'/support',
	'/privacy',
	'/terms',
	'/cookies'
];

let served: Served;
let page: Page;
/** What the page asked the server for, besides its own files. */
const asked: string[] = [];

beforeAll(async () => {
	served = await serve();
	page = await served.person();
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.startsWith('/api/')) asked.push(pathname);
	});
});

afterAll(() => served.close());

/** Everything that an origin can have stored in this browser. */
async function stored(): Promise<readonly string[]> {
	const cookies = await page.context().cookies();
	const here = await page.evaluate(async () => [
		...Object.keys(localStorage),
		...Object.keys(sessionStorage),
		...(await indexedDB.databases()).map(({ name }) => name ?? ''),
		...(await caches.keys()),
		...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)
	]);
	return [...cookies.map(({ name }) => name), ...here];
}

async function open(path: string): Promise<void> {
	await page.goto(served.backend.url + path);
	await page.getByRole('heading', { level: 1 }).waitFor();
}

async function signIn(path: string, role: string): Promise<void> {
	const credentials = served.backend.credentials.find((one) => one.role === role);
	const { email = '', password = '' } = credentials ?? {};
	await page.goto(served.backend.url + path);
	await page.getByLabel('E-mail address').fill(email);
	await page.getByLabel('Password').fill(password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.getByLabel('Code').waitFor();
	await page.getByLabel('Code').fill(await mailedCode(served, email));
	await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('a public page', () => {
	it('stores nothing, asks no other origin, and can be read by everybody', async () => {
		for (const path of PAGES) {
			await open(path);
			expect(await stored(), path).toEqual([]);
			expect(await seriousViolations(page, ['light', 'dark']), path).toEqual([]);
			const footer = page.getByRole('contentinfo');
			await expect(footer.getByRole('link', { name: 'Cookie settings' }).count()).resolves.toBe(1);
		}
		// The forms ask for leave to write, and nothing else is asked.
		expect([...new Set(asked)]).toEqual(['/api/vultus/messages/begin']);
	});

	it('fits a phone', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		for (const path of ['/about', '/privacy', '/contact', '/cookies']) {
			await open(path);
			const over = await page.evaluate(
				() => document.documentElement.scrollWidth - window.innerWidth
			);
			expect(over, path).toBeLessThanOrEqual(0);
		}
		await page.setViewportSize({ width: 1180, height: 820 });
	});
});

describe('cookie settings', () => {
	const counted = () => asked.filter((path) => path.endsWith('/views')).length;

	it('are all off at first, and are worked by keyboard alone', async () => {
		await open('/cookies');
		const boxes = page.getByRole('checkbox');
		await expect(boxes.count()).resolves.toBe(2);
		for (const box of await boxes.all()) await expect(box.isChecked()).resolves.toBe(false);
		await page.getByRole('checkbox', { name: 'Remember the appearance' }).focus();
		await page.keyboard.press('Space');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.getByText('Kept. You can withdraw it here at any time.').waitFor();
		expect(await stored()).toEqual(['vultus.public']);
		const sizes = await page.evaluate(() =>
			['Refuse all', 'Allow all'].map((name) => {
				const button = [...document.querySelectorAll('button')].find(
					({ textContent }) => textContent.trim() === name
				);
				const { height = 0 } = button?.getBoundingClientRect() ?? {};
				return `${height} ${button === undefined ? '' : getComputedStyle(button).backgroundColor}`;
			})
		);
		expect(sizes[0]).toBe(sizes[1]);
	});

	it('once allowed, remember the appearance and count each page', async () => {
		await page.getByLabel('Appearance', { exact: true }).selectOption('Dark');
		expect([...(await stored())].sort()).toEqual(['vultus.public', 'vultus.public.look']);
		const before = counted();
		await open('/about');
		await expect.poll(counted).toBe(before + 1);
		await expect(page.evaluate(() => document.documentElement.dataset['theme'])).resolves.toBe(
			'dark'
		);
	});

	it('are withdrawn by one press, which leaves nothing', async () => {
		await open('/cookies');
		await expect.poll(counted).toBeGreaterThan(1);
		await page.getByRole('button', { name: 'Refuse all' }).click();
		await page.getByText('Refused. Nothing is stored for these pages.').waitFor();
		expect(await stored()).toEqual([]);
		const before = counted();
		await open('/about');
		await page.getByRole('contentinfo').getByRole('link', { name: 'Terms' }).click();
		await page.getByRole('heading', { level: 1, name: 'Terms' }).waitFor();
		expect(counted()).toBe(before);
		expect(await stored()).toEqual([]);
	});
});

describe('a message to the operator', () => {
	it('is written on a page, and said to have arrived', async () => {
		await open('/contact');
		const main = page.getByRole('main');
		await main.getByLabel('Your name').fill('Ana Visitor');
		await main.getByLabel('E-mail address').fill('ana@');
		await main.getByLabel('Your message').fill('<b>Hello</b>');
		await expect(main.getByRole('button', { name: 'Send' }).isDisabled()).resolves.toBe(true);
		await main.getByLabel('E-mail address').fill('ana@visitor.example');
		await page.waitForTimeout(4000);
		await main.getByRole('button', { name: 'Send' }).click();
		await main.getByText('Thank you. It has arrived.').waitFor();
		expect(await stored()).toEqual([]);
	});

	it('is feedback on the page of support, without a name', async () => {
		await open('/support');
		const main = page.getByRole('main');
		await main.getByRole('radio', { name: 'Feedback from staff' }).click();
		await expect(main.getByLabel('Your name').count()).resolves.toBe(0);
		await main.getByLabel('Your message').fill('Fewer words on the first screen');
		await page.waitForTimeout(4000);
		await main.getByRole('button', { name: 'Send' }).click();
		await main.getByText('We answer by mail where you gave an address.').waitFor();
		expect(await stored()).toEqual([]);
	});

	it('is feedback from the app’s settings, without an account, and is not lost without a network', async () => {
		const staff = await served.person();
		const sent: unknown[] = [];
		staff.on('request', (request) => {
			if (request.url().endsWith('/api/vultus/messages')) sent.push(request.postDataJSON());
		});
		await staff.goto(`${served.backend.url}/setup`);
		await setUpVault(staff, 'Ana');
		await staff.getByRole('button', { name: 'Go to today' }).click();
		await staff.getByRole('button', { name: 'Settings' }).click();
		await staff.getByRole('button', { name: 'Write feedback' }).click();
		const sheet = staff.getByRole('dialog', { name: 'Write feedback' });
		const words = sheet.getByLabel('Your feedback');
		await words.fill('Card 4111 1111 1111 1111');
		await sheet.getByText('This looks like the number of a payment card.').waitFor();
		await words.fill('Larger dials');
		await staff.context().setOffline(true);
		await sheet.getByText('There is no network just now.').waitFor();
		expect(await seriousViolations(staff, ['light', 'dark'])).toEqual([]);
		await expect(sheet.getByRole('button', { name: 'Send' }).isDisabled()).resolves.toBe(true);
		await staff.keyboard.press('Escape');
		await staff.getByRole('button', { name: 'Write feedback' }).click();
		await expect(words.inputValue()).resolves.toBe('Larger dials');
		await staff.context().setOffline(false);
		await sheet.getByText('There is no network just now.').waitFor({ state: 'hidden' });
		await staff.route('**/api/vultus/messages', (route) => route.abort());
		await sheet.getByRole('button', { name: 'Send' }).click();
		await sheet.getByText('The server cannot be reached.').waitFor();
		await staff.unroute('**/api/vultus/messages');
		await expect(words.inputValue()).resolves.toBe('Larger dials');
		sent.length = 0;
		await sheet.getByLabel('E-mail address').fill('ana@');
		await staff.waitForTimeout(4000);
		await sheet.getByRole('button', { name: 'Send' }).click();
		await sheet.getByText('An address looks like').waitFor();
		await sheet.getByLabel('E-mail address').fill('');
		await sheet.getByRole('button', { name: 'Send' }).click();
		await sheet.getByText('Thank you. It has arrived.').waitFor();
		const form = expect.any(String) as string;
		expect(sent).toEqual([
			{ kind: 'feedback', name: '', email: '', text: 'Larger dials', website: '', form }
		]);
		await staff.close();
	});

	it('is answered from the console, where the texts are published as well', async () => {
		await signIn('/operator', 'operator');
		const message = page.getByRole('listitem').filter({ hasText: 'ana@visitor.example' });
		await message.getByText('<b>Hello</b>').waitFor();
		await message.getByRole('button', { name: 'Mark as answered' }).click();
		await message.getByText('Answered on').waitFor();
		for (const text of ['Larger dials', 'Fewer words on the first screen']) {
			await page
				.getByRole('listitem')
				.filter({ hasText: 'Nobody named' })
				.filter({ hasText: 'Feedback' })
				.filter({ hasText: text })
				.waitFor();
		}
		await page.getByRole('button', { name: 'Publish version 2: Privacy' }).click();
		await page.getByText('Version 2 holds.').waitFor();
		await page.getByRole('button', { name: 'Sign out' }).click();
	});
});

describe('the console', () => {
	it('asks staff to accept a text that matters, once', async () => {
		await signIn('/console', 'owner');
		await page.getByText('There is a new version that matters: Privacy.').waitFor();
		await page.getByRole('button', { name: 'I have read it and accept' }).click();
		await page
			.getByText('There is a new version that matters')
			.first()
			.waitFor({ state: 'hidden' });
		await page.getByRole('link', { name: 'Account' }).click();
		await page.getByText('You accepted version 2.').waitFor();
		await page.getByRole('checkbox', { name: 'Send me news' }).check();
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Download my data' }).click();
		const path = await (await download).path();
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
			account: { role: 'owner', productNews: 1 },
			accepted: [{ kind: 'privacy', version: 2 }]
		});
	});

	it('writes a paper that names the clinic, as a tagged file', async () => {
		await page.getByRole('link', { name: 'Papers' }).click();
		await page.getByText('Papers can be made once it is known').waitFor();
		await page.getByRole('button', { name: 'Enter' }).click();
		const sheet = page.getByRole('dialog');
		for (const [label, text] of [
			['Responsible in law', 'Harbour Aesthetics Ltd'],
			['Address', '1 Quay Street'],
			['E-mail address for patients', 'privacy@harbour.example'],
			['Data protection authority', 'Data Protection Commission']
		] as const) {
			await sheet.getByLabel(label).first().fill(text);
		}
		await sheet.getByRole('button', { name: 'Save' }).click();
		await sheet.waitFor({ state: 'hidden' });
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await page.getByRole('button', { name: 'Show: Privacy notice for patients' }).click();
		await page.getByRole('heading', { name: 'Where it is' }).waitFor();
		const download = page.waitForEvent('download', { timeout: 60_000 });
		await page.getByRole('button', { name: 'Save as PDF' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('notice.pdf');
		const pdf = await getDocument({ data: new Uint8Array(readFileSync(await file.path())) })
			.promise;
		const { items } = await (await pdf.getPage(1)).getTextContent();
		const words = items.map((item) => ('str' in item ? item.str : '')).join('');
		expect(words).toContain('Harbour Aesthetics Ltd');
		const marks: unknown = await pdf.getMarkInfo();
		expect(marks).toEqual(expect.any(Map));
		expect((marks as Map<string, boolean>).get('Marked')).toBe(true);
	});
});

it('asks nothing of other origins and reports no error', () => {
	expect(served.complaints).toEqual([]);
});
