/**
 * What is tried in Debian's Firefox, in the long form: that a face is found, under the app's own policy. What is
 * tested where, and what is not, is in the README.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { serveBuild, type RunningServer } from '../../src/hosting/server.ts';
import { firefoxPath } from '../support/firefox.ts';
import { startFirefox, type ForeignBrowser } from '../support/foreign-browser.ts';

const FULL = process.env['VULTUS_FULL'] === '1';
let server: RunningServer;

beforeAll(async () => {
	ensureBuilt();
	server = await serveBuild({ port: 0 });
	if (FULL && firefoxPath() === null) console.warn('SKIPPED: there is no Firefox to try it in.');
});

afterAll(() => server.close());

/** In the page: a button, by the beginning of its name. */
const press = (name: string): string => `(() => {
	const named = (one) => (one.getAttribute('aria-label') ?? one.innerText).trim();
	const found = [...document.querySelectorAll('button, [role="radio"]')]
		.find((one) => !one.disabled && named(one).startsWith(${JSON.stringify(name)}));
	found?.click();
	return found !== undefined;
})()`;

const FREE = `[...document.querySelectorAll('[role="slider"]')].some((one) => one.getAttribute('aria-disabled') !== 'true')`;
const JAW = `document.querySelector('[role="slider"][aria-label^="Jaw slimming"]')`;

describe.runIf(FULL && firefoxPath() !== null)('in Firefox', () => {
	let browser: ForeignBrowser;

	beforeAll(async () => {
		browser = await startFirefox();
		console.log(browser.version);
	});

	afterAll(() => browser.close());

	const until = (expression: string) =>
		expect.poll(() => browser.evaluate(expression), { timeout: 120_000, interval: 250 });

	it('a face is found and a slider moved, under the app’s own policy', async () => {
		await browser.goto(server.url);
		await until(press('Try a sample face')).toBe(true);
		await until(`location.pathname`).toBe('/studio');
		await until(FREE).toBe(true);
		await until(press('Jaw')).toBe(true);
		await until(press('Jaw slimming')).toBe(true);
		await until(`${JAW} !== null`).toBe(true);
		const right = `new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true })`;
		await browser.evaluate(
			`(() => { ${JAW}.focus(); for (let n = 0; n < 5; n++) ${JAW}.dispatchEvent(${right}); })()`
		);
		await until(`Number(${JAW}.getAttribute('aria-valuenow')) > 0`).toBe(true);
		expect(await browser.evaluate(`document.body.innerText.includes('cannot be read')`)).toBe(
			false
		);
	});

	it('the ways out are closed', async () => {
		const left = await browser.evaluate(
			`['WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'open'].filter((name) => globalThis[name] !== undefined)`
		);
		expect(left).toEqual([]);
		const framed = await browser.evaluate(
			`(() => { try { document.createElement('iframe'); return true; } catch { return false; } })()`
		);
		expect(framed).toBe(false);
	});
});
