/**
 * `npm run screenshots [-- FOLDER]`: the app at five sizes, light and dark, on the public-domain
 * sample, into FOLDER (test-results/screenshots); the README's picture into docs/studio.png; and
 * what the web manifest shows into static/screenshots and static/icons. With `--language de` only the
 * main screens, in that language, on a phone and a tablet, into FOLDER/de.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { startApp, type App } from '../support/app.ts';
import {
	newVisit,
	PASSPHRASE,
	savedInVault,
	setUpVault,
	toStep,
	unlock
} from '../support/records.ts';
import { agree, choose, enter, openSample, skinRead } from '../support/user.ts';
import { abroad } from './abroad.ts';
import { drawIcons } from './icons.ts';

const SIZES = [
	{ width: 360, height: 740 },
	{ width: 390, height: 844 },
	{ width: 820, height: 1180 },
	{ width: 1180, height: 820 },
	{ width: 1440, height: 900 }
] as const;
const THEMES = ['dark', 'light'] as const;
/** By the web manifest, at these widths. */
const SHOWN: Readonly<Record<number, string>> = { 390: 'phone', 1180: 'tablet' };

type Theme = (typeof THEMES)[number];

const { values, positionals } = parseArgs({
	options: { language: { type: 'string', default: 'en' } },
	allowPositionals: true
});
const { language } = values;
const folder = resolve(
	positionals[0] ?? 'test-results/screenshots',
	language === 'en' ? '' : language
);
mkdirSync(folder, { recursive: true });

/** Long enough for the last picture, the fonts and every transition. */
async function settled(page: Page): Promise<void> {
	await page.evaluate(() => document.fonts.ready);
	await page.waitForTimeout(1500);
}

async function shot(page: Page, name: string): Promise<void> {
	await settled(page);
	await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The theme as a user would have chosen it in the menu. */
async function prefer(app: App, theme: Theme): Promise<void> {
	await app.context.addInitScript((chosen) => {
		// A blank page has no storage.
		if (location.protocol === 'http:')
			localStorage.setItem('vultus.preferences', JSON.stringify({ theme: chosen }));
	}, theme);
}

async function illustrate(page: Page): Promise<void> {
	await choose(page, 'Jaw', 'Jaw slimming');
	await enter(page, 'Jaw slimming', 4);
	await choose(page, 'Brow', 'Brow lift');
	await enter(page, 'Brow lift', 2.5);
	await choose(page, 'Lips', 'Upper lip height');
	await enter(page, 'Upper lip height', 1.5);
}

/** What came with the skin, on a variant of its own: its areas, its marks, and a later time. */
async function skin(page: Page, name: string): Promise<void> {
	await page.keyboard.press('2');
	await skinRead(page);
	await enter(page, 'Forehead lines', 80);
	await shot(page, `lines-${name}`);
	await page.getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: /^Time after treatment/ }).click();
	await page.getByRole('dialog').waitFor();
	await shot(page, `time-${name}`);
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
	await page.keyboard.press('k');
	await page.getByRole('heading', { name: 'Mark skin' }).waitFor();
	await shot(page, `marks-${name}`);
	await page.keyboard.press('Escape');
	await choose(page, 'Skin', 'Redness');
	await enter(page, 'Redness', 60);
	await shot(page, `skin-${name}`);
}

const SAMPLE = resolve('static/sample/grace-hopper.jpg');
const NAMES = [
	'M. Okafor',
	'R. Lindqvist',
	'Zoë Ångström',
	'Wilhelmina van den Broek-Schimmelpenninck'
];

/** Drawn on the photograph: two points of one item, and an area. */
async function plan(page: Page, name: string): Promise<void> {
	const button = (label: string | RegExp) => page.getByRole('button', { name: label });
	await toStep(page, 'Plan');
	const picture = page.getByRole('img', { name: /^Photograph,/ });
	await picture.waitFor();
	await shot(page, `visit-plan-empty-${name}`);
	await button('Add an item').click();
	await page.getByLabel('Product').fill('Hyaluronic acid filler');
	await page.getByLabel('Amount').fill('0.55');
	await page.getByLabel('Unit').selectOption('mL');
	const { width, height } = (await picture.boundingBox())!;
	for (const x of [0.36, 0.64])
		await picture.click({ position: { x: x * width, y: 0.55 * height } });
	await page.getByLabel('Words at this mark').fill('deep, on the bone');
	await shot(page, `visit-plan-${name}`);
}

/** Each step of a visit, empty and with something in it. */
async function visit(page: Page, name: string): Promise<void> {
	const button = (label: string | RegExp) => page.getByRole('button', { name: label });
	await button(/^New visit/).click();
	await shot(page, `visit-consent-${name}`);
	await page.getByRole('radio', { name: 'Under 18' }).check();
	await button('The guardian agrees').click();
	await shot(page, `visit-guardian-${name}`);
	await button('Who').click();
	await shot(page, `visit-who-${name}`);
	await button('Consent').click();
	await agree(page);
	await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
	await shot(page, `visit-listen-empty-${name}`);
	const face = page.getByRole('img', { name: /^Drawn face/ });
	const { width, height } = (await face.boundingBox())!;
	await face.click({ position: { x: 0.5 * width, y: 0.72 * height } });
	await page.keyboard.type('They turn down when I am tired');
	await page.getByText('Saved', { exact: true }).waitFor();
	await shot(page, `visit-listen-${name}`);
	await toStep(page, 'Photographs');
	await shot(page, `visit-photographs-empty-${name}`);
	const chooser = page.waitForEvent('filechooser');
	await button('Brought by the patient').click();
	await (await chooser).setFiles(SAMPLE);
	await page.waitForURL('**/studio');
	await savedInVault(page);
	await illustrate(page);
	await savedInVault(page);
	await page.keyboard.press('Escape');
	await button('Compare').click();
	await page.getByRole('menuitem', { name: /^Three strengths/ }).click();
	await page.getByText('As planned').waitFor();
	await shot(page, `strengths-${name}`);
	await button('Back to one picture').click();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await button('Back to the visit').click();
	await shot(page, `visit-illustrate-${name}`);
	await plan(page, name);
	await toStep(page, 'Photographs');
	await shot(page, `visit-photographs-${name}`);
}

/** From an empty vault to one with patients, a draft and a reminder. */
async function records(app: App, name: string): Promise<void> {
	const page = await app.open('/setup');
	const button = (label: string | RegExp) => page.getByRole('button', { name: label });
	await shot(page, `setup-${name}`);
	await setUpVault(page, 'Ana', (step) => shot(page, `setup-${step}-${name}`));
	await button('Go to today').click();
	await shot(page, `today-empty-${name}`);
	await button('Patients').click();
	await shot(page, `patients-empty-${name}`);
	for (const patient of NAMES) {
		await button('Add a patient').click();
		await page.getByLabel('Name', { exact: true }).fill(patient);
		await page.getByLabel('or only the year').fill('1984');
		if (patient === NAMES[0]) await shot(page, `card-${name}`);
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByRole('heading', { name: patient }).waitFor();
		if (patient === NAMES[0]) await shot(page, `patient-empty-${name}`);
		await button('Patients').click();
	}
	await shot(page, `patients-${name}`);
	await button(/^M. Okafor/).click();
	await newVisit(page, SAMPLE);
	await illustrate(page);
	await savedInVault(page);
	await shot(page, `kept-${name}`);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /^Saved/ }).click();
	await page.getByRole('textbox', { name: 'Follow-up' }).fill('2026-11-20');
	await page.getByLabel('New note').fill('Would like to see the jaw without the brow.');
	await button('Add the note').click();
	await page.getByText('Amend', { exact: true }).waitFor();
	await shot(page, `patient-file-${name}`);
	await button('Erase…').click();
	await shot(page, `erase-${name}`);
	await button('Keep it').click();
	await button('Today').click();
	await visit(page, name);
	await button('Today').click();
	await page.getByText('Without a name').first().waitFor();
	await shot(page, `today-${name}`);
	await button('Settings').click();
	await shot(page, `settings-${name}`);
	await button('Lock').click();
	await page.waitForURL('**/locked');
	await shot(page, `locked-${name}`);
	await button('Unlock').click();
	await unlock(page, `${PASSPHRASE}x`);
	await page.getByRole('alert').getByText('does not open').waitFor();
	await shot(page, `unlock-${name}`);
}

async function tour(size: (typeof SIZES)[number], theme: Theme): Promise<void> {
	const app = await startApp({
		context: { viewport: size, colorScheme: theme, hasTouch: size.width < 1000 }
	});
	try {
		await prefer(app, theme);
		const name = `${size.width}x${size.height}-${theme}`;
		await records(app, name);
		const home = await app.open('/');
		await shot(home, `home-${name}`);
		await home.close();
		const page = await openSample(app);
		await shot(page, `studio-${name}`);
		await illustrate(page);
		await shot(page, `illustration-${name}`);
		if (size.width === 1180 && theme === 'dark') {
			await page.screenshot({ path: resolve('docs/studio.png') });
		}
		const shown = theme === 'dark' ? SHOWN[size.width] : undefined;
		if (shown !== undefined) {
			await page.screenshot({ path: resolve(`static/screenshots/${shown}.jpg`), quality: 80 });
		}
		await page.keyboard.press('x');
		await shot(page, `export-${name}`);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'hidden' });
		await page.keyboard.press('p');
		await shot(page, `patient-${name}`);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await skin(page, name);
	} finally {
		await app.close();
	}
}

async function tourAbroad(size: (typeof SIZES)[number], theme: Theme): Promise<void> {
	const app = await startApp({
		context: { viewport: size, colorScheme: theme, hasTouch: size.width < 1000 }
	});
	try {
		await prefer(app, theme);
		const name = `${size.width}x${size.height}-${theme}`;
		await abroad(app, language, (page, screen) => shot(page, `${screen}-${name}`));
	} finally {
		await app.close();
	}
}

if (language === 'en') {
	const drawing = await startApp();
	await drawIcons(drawing.context);
	await drawing.close();
}
const sizes = language === 'en' ? SIZES : SIZES.filter(({ width }) => width in SHOWN);
for (const theme of THEMES) {
	for (const size of sizes) {
		await (language === 'en' ? tour(size, theme) : tourAbroad(size, theme));
		console.log(`${size.width}×${size.height} ${theme}`);
	}
}
