/** Area `public`: the first page that a visitor reads, from a device on which the app lies, without a network. */
import type { Page } from 'playwright';
import { startApp } from '../support/app.ts';
import { atMost, median, repeated, type Row } from './rows.ts';
import { scriptKilobytes } from './studio.ts';

const AREA = 'public';
const SCRIPT_GOAL_KB = 60;
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

export async function measurePublic(): Promise<readonly Row[]> {
	const app = await startApp({ context: { serviceWorkers: 'allow' } });
	try {
		const visitor = await app.open('/about');
		await visitor.getByRole('heading', { level: 1 }).waitFor();
		const script = await scriptKilobytes(visitor);
		await visitor.goto(app.url);
		// It comes once all that a page may load is stored.
		await visitor.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
			timeout: INSTALLED_WITHIN_MS
		});
		await app.context.setOffline(true);
		const paints = await repeated(OPENINGS, () => largestPaint(visitor, app.url));
		return [
			atMost(AREA, 'script of the public home, gzip', script, 'kB', SCRIPT_GOAL_KB),
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
