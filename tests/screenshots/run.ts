/**
 * `npm run screenshots [-- FOLDER]`: every screen, empty and full, at four sizes, light and dark, on the
 * public-domain sample, into FOLDER (test-results/screenshots), with one contact sheet for each below
 * FOLDER/sheets; the README's picture into docs/studio.png; and what the web manifest shows into
 * static/screenshots and static/icons. `--only records,console` takes those walks alone; with `--language de`
 * the main screens in that language, on a phone and a tablet, into FOLDER/de.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { DEVELOPMENT_KEY } from '../../src/backend/lease-key.ts';
import { startApp } from '../support/app.ts';
import { serve } from '../support/console.ts';
import { cameraFlags } from '../support/fake-camera.ts';
import { abroad } from './abroad.ts';
import { clinic, operator } from './console.ts';
import { contactSheets } from './contact.ts';
import { drawIcons } from './icons.ts';
import { album, AT_WORK, SIZES } from './look.ts';
import { privacy } from './privacy.ts';
import { publicPages, waysIn } from './public.ts';
import { lock, newVault, patients, settings, today } from './records.ts';
import { studio } from './studio.ts';
import {
	emptyVisit,
	follow,
	outcomes,
	papers,
	patientFile,
	photograph,
	plan,
	SAMPLE,
	talk
} from './visit.ts';

const { values, positionals } = parseArgs({
	options: { language: { type: 'string', default: 'en' }, only: { type: 'string' } },
	allowPositionals: true
});
const { language, only } = values;
const isAbroad = language !== 'en';
const folder = resolve(positionals[0] ?? 'test-results/screenshots', isAbroad ? language : '');
/** Abroad on a phone and a tablet. */
const sizes = isAbroad ? SIZES.filter(({ width }) => width === 390 || width === 1180) : SIZES;
const pictures = album(folder, sizes);
const { look } = pictures;

const served = await serve({ leaseKey: DEVELOPMENT_KEY });
const app = await startApp({
	context: { viewport: AT_WORK, colorScheme: 'light', permissions: ['camera'] },
	flags: await cameraFlags(readFileSync(SAMPLE)),
	serve: () => Promise.resolve({ url: served.backend.url, close: () => served.close() })
});
const failures: string[] = [];

/** What fails is told at the end; what comes after it is still looked at. */
async function stop(name: string, walk: () => Promise<void>, page: Page | null): Promise<void> {
	const started = performance.now();
	try {
		await walk();
	} catch (reason) {
		failures.push(`${name}: ${String(reason)}`);
		await page?.screenshot({ path: join(folder, `failed-${name}.png`) });
		// A sheet that was open would be in the way of all that comes.
		await page?.keyboard.press('Escape');
	}
	console.log(`${name}, ${Math.round((performance.now() - started) / 1000)} s`);
}

async function records(): Promise<void> {
	const page = await app.open('/about');
	const steps = {
		setup: () => newVault(page, app.url, look),
		patients: () => patients(page, look),
		settings: () => settings(page, look),
		'empty-visit': () => emptyVisit(page, look),
		talk: () => talk(page, look),
		photograph: () => photograph(page, look),
		plan: () => plan(page, look),
		papers: () => papers(page, look),
		file: () => patientFile(page, look),
		outcomes: () => outcomes(page, look),
		follow: () => follow(page, app.url, look),
		privacy: () => privacy(page, look),
		today: () => today(page, look),
		lock: () => lock(page, look)
	};
	for (const [name, walk] of Object.entries(steps)) await stop(name, walk, page);
	await page.close();
}

/** With a browser of their own. */
async function alone(name: string, walk: (page: Page) => Promise<void>): Promise<void> {
	const page = await served.person();
	await stop(name, () => walk(page), page);
	await page.context().close();
}

const WALKS: Readonly<Record<string, () => Promise<void>>> = {
	public: () => alone('public', (page) => publicPages(page, app.url, look)),
	'ways-in': () => alone('ways-in', (page) => waysIn(page, app.url, look)),
	records,
	studio: () => stop('studio', () => studio(app, look), null),
	console: () => alone('console', (page) => clinic(page, served, look)),
	operator: () => alone('operator', (page) => operator(page, served, look)),
	icons: () => drawIcons(app.context)
};

try {
	if (isAbroad) await stop(language, () => abroad(app, language, look), null);
	else
		for (const [name, walk] of Object.entries(WALKS))
			if (only === undefined || only.split(',').includes(name)) await walk();
	await contactSheets(app.context, folder, pictures.names, sizes);
} finally {
	await app.close();
}
for (const flaw of pictures.flaws) console.log(flaw);
for (const one of failures) console.error(one);
process.exitCode = failures.length > 0 ? 1 : 0;
