/**
 * Every screen by axe, and the main job by keyboard alone. Each screen in the theme that it has by itself;
 * in the other one as well, and the console's screens, which need the server, in the long form.
 */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { serve, type Served } from '../support/console.ts';
import { FULL } from '../support/full.ts';
import {
	newVisit,
	PASSPHRASE,
	savedInVault,
	setUpVault,
	toStep,
	toToday,
	unlock
} from '../support/records.ts';
import { choose, enter, openSample } from '../support/user.ts';

const SAMPLE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));
const NAME = 'Zoë Ångström';

let app: App;
let page: Page;
/** What was found, by screen. */
const found: Record<string, readonly string[]> = {};
const seen: string[] = [];

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 1180, height: 820 } } });
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });

async function look(screen: string): Promise<void> {
	seen.push(screen);
	// A page that has just been loaded has no title yet.
	await page.waitForFunction(() => document.title !== '');
	const violations = await seriousViolations(page, FULL ? ['light', 'dark'] : ['its own']);
	if (violations.length > 0) found[screen] = violations;
}

/** Opens a sheet, looks at it, and closes it. */
async function lookAtSheet(screen: string, open: () => Promise<void>): Promise<void> {
	await open();
	const sheet = page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
	await sheet.waitFor();
	await look(screen);
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
}

async function menu(name: string | RegExp): Promise<void> {
	await button('More').click();
	await page.getByRole('menuitem', { name }).click();
}

describe('axe finds nothing serious', () => {
	it('on the way in', async () => {
		page = await app.open('/');
		await look('home');
		for (const path of [
			'/camera',
			'/restore',
			'/sign-in',
			'/apply',
			'/join',
			'/reset',
			'/confirm-address',
			'/console',
			'/operator'
		]) {
			await page.goto(app.url + path);
			await page.getByRole('heading').or(page.getByRole('button')).first().waitFor();
			await look(path);
		}
		await page.goto(`${app.url}/setup`);
		await look('/setup');
		await setUpVault(page, 'Ana', (step) => look(`/setup, ${step}`));
		expect(found).toEqual({});
	});

	it('in the records', async () => {
		await button('Go to today').click();
		await page.getByRole('heading', { name: 'Hello, Ana' }).waitFor();
		await look('/today, empty');
		await button('Patients').click();
		await look('/patients, empty');
		await button('Add a patient').click();
		await page.getByLabel('Name', { exact: true }).fill(NAME);
		await look('card');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByRole('heading', { name: NAME }).waitFor();
		// A card alone may go; with a visit in it a file is kept.
		await button('Privacy').click();
		await lookAtSheet('erase', () => button('Erase…').click());
		await button('Back to the file').click();
		await newVisit(page, SAMPLE, (step) => look(`/visit, ${step}`));
		await savedInVault(page);
		await look('/studio, kept');
		await button('Back to the visit').click();
		for (const step of ['Consent', 'Photographs', 'Illustrate', 'Who']) {
			await toStep(page, step);
			await look(`/visit, ${step}, kept`);
		}
		await button('Open the file').click();
		await page.getByLabel('New note').fill('Wants less.');
		await button('Add the note').click();
		await button('Amend').waitFor();
		await look('/patients/…');
		await button('Privacy').click();
		await button('Letter that says why').waitFor();
		await look('/patients/…/privacy');
		await lookAtSheet('answer', () => button('Change: Social media').click());
		await lookAtSheet('request', () => button('Write down a request').click());
		await button('Patients').click();
		await look('/patients');
		await toToday(page);
		await look('/today');
		await button('Settings').click();
		await page.getByRole('heading', { name: 'Recovery kit' }).waitFor();
		await look('/settings');
		await lookAtSheet('colleague', () => button('Add a colleague').click());
		await button('Lock').click();
		await page.waitForURL('**/locked');
		await look('/locked');
		await button('Unlock').click();
		await page.waitForURL('**/unlock');
		await unlock(page, `${PASSPHRASE}x`);
		await page.getByRole('alert').waitFor();
		await look('/unlock');
		expect(found).toEqual({});
	});

	it('in the studio', async () => {
		await page.close();
		page = await openSample(app);
		await look('/studio');
		await choose(page, 'Jaw', 'Jaw slimming');
		await enter(page, 'Jaw slimming', 4);
		await look('/studio, an illustration');
		for (const [sheet, key] of [
			['export', 'x'],
			['keys', '?']
		] as const) {
			await lookAtSheet(sheet, async () => {
				await page.getByRole('application').focus();
				await page.keyboard.press(key);
			});
		}
		await button('Compare').click();
		await page.getByRole('menuitem', { name: /^Three strengths/ }).click();
		await page.getByText('As planned').waitFor();
		await look('three strengths');
		// It leads back to patient view, which is left on purpose only.
		await button('Back to one picture').click();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await lookAtSheet('presets', () => button('Presets').click());
		for (const name of [/^Read-outs/, /^Scale/, /^Time after treatment/]) {
			await lookAtSheet(String(name), () => menu(name));
		}
		for (const [screen, key] of [
			['marks', 'k'],
			['landmarks', 'l'],
			['patient view', 'p']
		] as const) {
			await page.getByRole('application').focus();
			await page.keyboard.press(key);
			await look(screen);
			await page.keyboard.press('Escape');
			await page.keyboard.press('Escape');
		}
		await page.setViewportSize({ width: 390, height: 844 });
		await look('/studio on a phone');
		await lookAtSheet('all treatments', () => button('All treatments').click());
		await page.setViewportSize({ width: 1180, height: 820 });
		expect(found).toEqual({});
	});
});

describe.runIf(FULL)('axe finds nothing serious', () => {
	let served: Served;

	afterAll(() => served.close());

	it('in the console', async () => {
		served = await serve();
		page = await served.person();
		for (const [kind, path, screens] of [
			[
				'owner',
				'/console',
				['Staff', 'Devices', 'Licence', 'Leads', 'Settings', 'Audit', 'Account']
			],
			['operator', '/operator', ['Account']]
		] as const) {
			const known = served.backend.credentials.find(({ role }) => role === kind);
			await page.goto(served.backend.url + path);
			await page.getByLabel('E-mail address').fill(known?.email ?? '');
			await page.getByLabel('Password').fill(known?.password ?? '');
			await button('Sign in').click();
			await page.getByLabel('Code', { exact: true }).waitFor();
			await look(`${path}, code`);
			const code = () =>
				served.mails
					.filter(({ to }) => to === known?.email)
					.map(({ text }) => /\b\d{8}\b/.exec(text)?.[0])
					.at(-1);
			await expect.poll(code).toBeDefined();
			await page.getByLabel('Code', { exact: true }).fill(code() ?? '');
			await button('Sign in').click();
			await page.getByRole('heading', { level: 1 }).waitFor();
			await page.getByRole('progressbar').waitFor({ state: 'hidden' });
			await look(path);
			for (const name of screens) {
				await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
				await page.getByRole('progressbar').waitFor({ state: 'hidden' });
				await look(`${path}, ${name}`);
			}
		}
		expect(found).toEqual({});
	});
});

describe('by keyboard alone', () => {
	/** Tab until something is in hand whose name this is. */
	async function tabTo(name: RegExp): Promise<void> {
		const named = () =>
			page.evaluate(() => {
				const { activeElement: element } = document;
				const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
				return (
					element?.getAttribute('aria-label') ??
					label ??
					(element as HTMLElement | null)?.innerText ??
					''
				);
			});
		for (let step = 0; step < 120; step++) {
			await page.keyboard.press('Tab');
			if (name.test(await named())) return;
		}
		throw new Error(`no ${String(name)} by keyboard`);
	}

	it('the main job can be done', async () => {
		await page.close();
		page = await app.open('/');
		await tabTo(/^Try a sample face/);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/studio');
		await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
		await tabTo(/^Jaw$/);
		await page.keyboard.press('Enter');
		await tabTo(/^Jaw slimming/);
		await page.keyboard.press('Enter');
		const slider = page.getByRole('slider', { name: 'Jaw slimming' }).first();
		await tabTo(/^Jaw slimming$/);
		await expect.poll(() => slider.evaluate((one) => one === document.activeElement)).toBe(true);
		for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight');
		await expect.poll(() => slider.getAttribute('aria-valuenow')).not.toBe('0');
		await tabTo(/^Save or share/);
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor();
		await tabTo(/^Save/);
		const download = page.waitForEvent('download');
		await page.keyboard.press('Enter');
		expect((await download).suggestedFilename()).toMatch(/^vultus-/);
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		await tabTo(/^Undo/);
		await page.keyboard.press('Enter');
		await expect.poll(() => slider.getAttribute('aria-valuenow')).not.toBe('10');
		expect(app.pageErrors).toEqual([]);
	});
});
