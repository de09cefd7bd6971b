/** The main screens in another language, found by its own messages. */
import { resolve } from 'node:path';
import { ar } from '../../src/lib/ui/messages/all.ar.ts';
import { de } from '../../src/lib/ui/messages/all.de.ts';
import type { Translation } from '../../src/lib/ui/messages/translation.ts';
import type { App } from '../support/app.ts';
import { PASSPHRASE } from '../support/records.ts';
import type { Look } from './look.ts';
import { publicPages } from './public.ts';

const SAMPLE = resolve('static/sample/grace-hopper.jpg');
const STEPS = ['history', 'capture', 'illustrate', 'plan', 'sign', 'report'] as const;

const TRANSLATIONS: Readonly<Record<string, Translation>> = { de, ar };

/** From the public pages and the first screen through the setting up of a vault, one visit and the studio to the settings. */
export async function abroad(app: App, language: string, shot: Look): Promise<void> {
	const words = TRANSLATIONS[language];
	if (words === undefined) throw new Error(`no translation: ${language}`);
	const { records, studio, visit } = words;
	await app.context.addInitScript((chosen) => {
		if (location.protocol === 'http:') localStorage.setItem('vultus.language', chosen);
	}, language);
	const page = await app.open('/about');
	await publicPages(page, app.url, shot);
	await page.goto(`${app.url}/`);
	const button = (name: string) => page.getByRole('button', { name }).first();
	const go = (name: string) => page.getByRole('button', { name, exact: true }).click();
	await button(studio['home.open']).waitFor();
	await shot(page, 'home');
	await button(studio['home.setup']).click();
	await page.getByLabel(records['setup.who.name']).fill('Ana');
	await shot(page, 'setup');
	await go(records['setup.next']);
	await page.getByLabel(records['setup.passphrase.field'], { exact: true }).fill(PASSPHRASE);
	await page.getByLabel(records['setup.passphrase.again']).fill(PASSPHRASE);
	await shot(page, 'setup-passphrase');
	await go(records['setup.create']);
	await page.getByRole('heading', { name: records['setup.kit.title'] }).waitFor();
	await shot(page, 'setup-kit');
	await page.getByLabel(records['setup.kit.understood']).check();
	await go(records['setup.kit.later']);
	await go(records['setup.done.go']);
	await button(records['today.new']).waitFor();
	await shot(page, 'today');
	await go(records['nav.patients']);
	await shot(page, 'patients');
	await go(records['nav.settings']);
	await shot(page, 'settings');
	await go(records['nav.today']);
	await button(records['today.new']).click();
	await shot(page, 'visit-consent');
	await page.getByRole('radio', { name: visit['consent.adult'] }).check();
	await go(visit['consent.give']);
	await page.getByRole('heading', { name: visit['listen.title'] }).waitFor();
	await shot(page, 'visit-listen');
	const bar = page.getByRole('navigation', { name: visit['steps.label'] });
	for (const step of STEPS) {
		await bar.getByRole('button', { name: visit[`steps.${step}`] }).click();
		await shot(page, `visit-${step}`);
		if (step !== 'capture') continue;
		const chooser = page.waitForEvent('filechooser');
		await go(visit['capture.open']);
		await (await chooser).setFiles(SAMPLE);
		await page.waitForURL('**/studio');
		await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 60_000 });
		await page.getByRole('slider').first().press('PageUp');
		await button(studio['keep.file']).waitFor({ timeout: 60_000 });
		await shot(page, 'studio');
		await go(studio['studio.visit']);
		await bar.waitFor();
	}
}
