/** Area `public`: the first page that a visitor reads, from a device on which the app lies, without a network. */
import type { Page } from 'playwright';
import { startApp, type App } from '../support/app.ts';
import { atMost, median, repeated, type Row } from './rows.ts';
import { scriptKilobytes } from './studio.ts';

const AREA = 'public';
const SCRIPT_GOAL_KB = 60;
const ABROAD = { de: 'German', ar: 'Arabic' } as const;
const PAINT_GOAL_S = 1;
const OPENINGS = 5;
const INSTALLED_WITHIN_MS = 120_000;

/** From the address to the largest paint, s. */
async function largestPaint(page: Page, url: string): Promise<number> {
	await page.goto(`${url}/about`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					const last = list.getEntries().at(-1);
					// Of the picture, which comes after the words.
					if (last !== undefined) setTimeout(() => resolve(last.startTime / 1000), 300);
				}).observe({ type: 'largest-contentful-paint', buffered: true });
			})
	);
}

/** As a browser of that language loads it. */
async function scriptIn(app: App, locale: keyof typeof ABROAD): Promise<Row> {
	const context = await app.context.browser()!.newContext({ locale });
	const page = await context.newPage();
	await page.goto(`${app.url}/about`);
	await page.locator(`html[lang^=${locale}] h1`).waitFor();
	const script = await scriptKilobytes(page);
	await context.close();
	const what = `script of the public home in ${ABROAD[locale]}, gzip`;
	return atMost(AREA, what, script, 'kB', SCRIPT_GOAL_KB);
}

export async function measurePublic(): Promise<readonly Row[]> {
	const app = await startApp({ context: { serviceWorkers: 'allow' } });
	try {
		const visitor = await app.open('/about');
		await visitor.getByRole('heading', { level: 1 }).waitFor();
		const script = await scriptKilobytes(visitor);
		const abroad = [await scriptIn(app, 'de'), await scriptIn(app, 'ar')];
		await visitor.goto(app.url);
		// It comes once all that a page may load is stored.
		await visitor.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
			timeout: INSTALLED_WITHIN_MS
		});
		await app.context.setOffline(true);
		const paints = await repeated(OPENINGS, () => largestPaint(visitor, app.url));
		return [
			atMost(AREA, 'script of the public home, gzip', script, 'kB', SCRIPT_GOAL_KB),
			...abroad,
			atMost(
				AREA,
				'largest paint of the public home, no network',
				median(paints),
				's',
				PAINT_GOAL_S
			)
		];
	} finally {
		await app.close();
	}
}
