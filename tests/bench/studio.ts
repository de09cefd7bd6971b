/** Area `studio`: what the user waits for on the main thread. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { BUILD } from '../../src/hosting/server.ts';
import type { App } from '../support/app.ts';
import { openSample } from '../support/user.ts';
import { atMost, median, plain, repeated, type Row } from './rows.ts';

const AREA = 'studio';
const SHELL_GOAL_KB = 150;
const TASK_GOAL_MS = 50;
const DRAGS = 3;
const DRAG_STEPS = 60;
const FRAME_MS = 16;

/** Scripts that a page loaded until now, kB as gzip leaves them. Workers load their own. */
export async function scriptKilobytes(page: Page): Promise<number> {
	const paths = await page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name).pathname)
			.filter((path) => path.endsWith('.js') && !path.includes('worker'))
	);
	const sizes = [...new Set(paths)].map((path) => readFileSync(join(BUILD, `${path}.gz`)).length);
	return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** From a fresh page to the studio's first frame, the face still being looked for. */
async function studioKilobytes(app: App): Promise<number> {
	const page = await app.open('/');
	await page.getByRole('button', { name: 'Try a sample face' }).click();
	await page.waitForURL('**/studio');
	await page.evaluate(() => new Promise(requestAnimationFrame));
	const kilobytes = await scriptKilobytes(page);
	await page.close();
	return kilobytes;
}

/** The longest task while the first slider is dragged to and fro, ms; 0 when none exceeds 50 ms. */
async function longestTaskOfADrag(page: Page): Promise<number> {
	const slider = page.getByRole('slider', { disabled: false }).first();
	await slider.scrollIntoViewIfNeeded();
	const box = await slider.boundingBox();
	if (box === null) throw new Error('the slider is not to be seen');
	await page.evaluate(() => {
		const seen: number[] = [];
		Object.assign(globalThis, { longTasks: seen });
		new PerformanceObserver((list) => {
			seen.push(...list.getEntries().map(({ duration }) => duration));
		}).observe({ type: 'longtask' });
	});
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let step = 0; step < DRAG_STEPS; step++) {
		await page.mouse.move(x + 120 * Math.sin((step / DRAG_STEPS) * 2 * Math.PI), y);
		await page.waitForTimeout(FRAME_MS);
	}
	await page.mouse.up();
	await page.waitForTimeout(500);
	const seen = await page.evaluate(
		() => (globalThis as unknown as { longTasks: readonly number[] }).longTasks
	);
	return Math.max(0, ...seen);
}

export async function measureStudio(app: App): Promise<readonly Row[]> {
	const first = await app.open('/');
	await first.getByRole('button').first().waitFor();
	const home = await scriptKilobytes(first);
	await first.close();
	const studio = await studioKilobytes(app);
	const page = await openSample(app);
	const slider = await scriptKilobytes(page);
	const tasks = await repeated(DRAGS, () => longestTaskOfADrag(page));
	await page.close();
	return [
		plain(AREA, 'script before the first screen paints, gzip', home, 'kB'),
		atMost(AREA, 'script before the studio paints, gzip', studio, 'kB', SHELL_GOAL_KB),
		plain(AREA, 'script before its first slider moves, gzip', slider, 'kB'),
		atMost(
			...([AREA, 'longest main-thread task while dragging (0 = none over 50 ms)'] as const),
			...([median(tasks), 'ms', TASK_GOAL_MS] as const)
		)
	];
}
