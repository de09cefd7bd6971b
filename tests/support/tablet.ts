/**
 * The built app on a tablet whose browser has a profile of its own: it is worked with fingers alone, it can be
 * killed, and its site goes offline.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { BUILD } from '../../src/hosting/server.ts';
import { startChromium, type ChromiumProcess } from './chromium-process.ts';
import { unlock } from './records.ts';
import { Site } from './versions.ts';

const SCREEN = { width: 820, height: 1180, deviceScaleFactor: 1, mobile: true };
/** See tests/e2e/offline.test.ts. */
const FLAGS = ['--disable-back-forward-cache'];

export class Tablet {
	readonly site = new Site();
	#folder = '';
	#browser: ChromiumProcess | null = null;
	#page: Page | null = null;
	#session: CDPSession | null = null;

	get page(): Page {
		if (this.#page === null) throw new Error('the tablet was not started');
		return this.#page;
	}

	/** Builds if need be. */
	async start(): Promise<void> {
		ensureBuilt();
		this.#folder = await mkdtemp(join(tmpdir(), 'vultus-tablet-'));
		await this.site.serve(BUILD);
		await this.#launch();
	}

	/** Killed as by the system, and unlocked again. */
	async killAndComeBack(): Promise<void> {
		// The place is kept after each step, in a transaction of its own.
		await this.page.waitForTimeout(1500);
		await this.#browser?.kill();
		await this.#launch();
		await this.page.goto(`${this.site.url}/unlock`);
		await unlock(this.page);
		await this.page.waitForURL((url) => url.pathname !== '/unlock', { timeout: 30_000 });
	}

	/** One finger down, along all of these places of the screen, and up. */
	async stroke(places: readonly (readonly [x: number, y: number])[]): Promise<void> {
		for (const [at, [x, y]] of places.entries()) {
			await this.#touches(at === 0 ? 'touchStart' : 'touchMove', [{ x, y }]);
		}
		await this.#touches('touchEnd', []);
	}

	async close(): Promise<void> {
		await this.#browser?.close();
		await this.site.close();
		await rm(this.#folder, { recursive: true });
	}

	async #launch(): Promise<void> {
		this.#browser = await startChromium(join(this.#folder, 'profile'), FLAGS);
		const { context } = this.#browser;
		this.#page = await context.newPage();
		this.#session = await context.newCDPSession(this.#page);
		await this.#session.send('Emulation.setDeviceMetricsOverride', SCREEN);
		await this.#session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
	}

	async #touches(
		type: 'touchStart' | 'touchMove' | 'touchEnd',
		touchPoints: readonly { readonly x: number; readonly y: number }[]
	): Promise<void> {
		await this.#session?.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: [...touchPoints]
		});
	}
}
