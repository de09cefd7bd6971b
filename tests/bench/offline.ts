/** Area `offline`: the app without a network, from a browser that has just been started. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { serveBuild } from '../../src/hosting/server.ts';
import type { Bundle } from '../../src/service-worker/bundle.ts';
import { startChromium } from '../support/chromium-process.ts';
import { atMost, median, plain, repeated, type Row } from './rows.ts';

const AREA = 'offline';
const STARTS = 5;
const COLD_GOAL_S = 2;
const WARM_GOAL_S = 0.7;
const FACE_GOAL_S = 1.5;
const SENT_GOAL_MB = 30;
const STORED_GOAL_MB = 60;

/** Fetches every part, so that nothing is missing; gives the list of what there is. */
async function makeAvailable(page: Page): Promise<Bundle> {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	return page.evaluate(async () => {
		const list = (await (await caches.match('/list'))?.json()) as Bundle;
		for (const { path, kind } of list.files) {
			if (kind !== 'app') await (await fetch(path)).arrayBuffer();
		}
		return list;
	});
}

type Start = { readonly studio: number; readonly face: number };

/** From the address to the studio's first frame, and from the photograph to sliders that move; s. */
async function start(page: Page, url: string): Promise<Start> {
	const begun = performance.now();
	await page.goto(url, { waitUntil: 'commit' });
	const sample = page.getByRole('button', { name: 'Try a sample face' });
	await sample.waitFor();
	await sample.click();
	const opened = performance.now();
	await page.waitForURL('**/studio', { waitUntil: 'commit' });
	await page.evaluate(() => new Promise(requestAnimationFrame));
	const studio = performance.now();
	await page.getByRole('slider', { disabled: false }).first().waitFor({ timeout: 120_000 });
	return { studio: (studio - begun) / 1000, face: (performance.now() - opened) / 1000 };
}

export async function measureOffline(): Promise<readonly Row[]> {
	const profile = await mkdtemp(join(tmpdir(), 'vultus-bench-'));
	const server = await serveBuild({ port: 0 });
	const first = await startChromium(profile);
	const page = await first.context.newPage();
	await page.goto(server.url);
	const list = await makeAvailable(page);
	const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
	await first.close();
	await server.close();
	const starts = await repeated(STARTS, async () => {
		const browser = await startChromium(profile);
		const fresh = await browser.context.newPage();
		const cold = await start(fresh, server.url);
		const warm = await start(fresh, server.url);
		await browser.close();
		return { cold, warm };
	});
	await rm(profile, { recursive: true });
	const megabytes = (of: 'bytes' | 'sent'): number =>
		list.files.reduce((sum, file) => sum + file[of], 0) / 1e6;
	const cold = median(starts.map((one) => one.cold.studio));
	const warm = median(starts.map((one) => one.warm.studio));
	const face = median(starts.map((one) => one.cold.face));
	return [
		atMost(AREA, 'cold start to the studio’s first frame', cold, 's', COLD_GOAL_S),
		atMost(AREA, 'warm start to the studio’s first frame', warm, 's', WARM_GOAL_S),
		atMost(AREA, 'first photograph to sliders that move, cold', face, 's', FACE_GOAL_S),
		atMost(AREA, 'sent for everything', megabytes('sent'), 'MB', SENT_GOAL_MB),
		atMost(AREA, 'stored of everything', megabytes('bytes'), 'MB', STORED_GOAL_MB),
		plain(AREA, 'stored, as the browser counts', usage / 1e6, 'MB')
	];
}
