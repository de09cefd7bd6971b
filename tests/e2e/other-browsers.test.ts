/**
 * What is tried in Debian's Firefox, in the long form: the main job, under the app's own policy. What is
 * tested where, and what is not, is in the README.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { serveBuild, type RunningServer } from '../../src/hosting/server.ts';
import { firefoxPath } from '../support/firefox.ts';
import { startFirefox, type ForeignBrowser } from '../support/foreign-browser.ts';
import { FULL } from '../support/full.ts';

let server: RunningServer;

beforeAll(async () => {
	ensureBuilt();
	server = await serveBuild({ port: 0 });
	if (FULL && firefoxPath() === null) console.warn('SKIPPED: there is no Firefox to try it in.');
});

afterAll(() => server.close());

/** In the page, or in a part of it: a button, by the beginning of its name. */
const press = (name: string, within = 'body'): string => `(() => {
	const named = (one) => (one.getAttribute('aria-label') ?? one.innerText).trim();
	const found = [...document.querySelectorAll('${within} :is(button, [role="radio"])')]
		.find((one) => !one.disabled && named(one).startsWith(${JSON.stringify(name)}));
	found?.click();
	return found !== undefined;
})()`;

const FREE = `[...document.querySelectorAll('[role="slider"]')].some((one) => one.getAttribute('aria-disabled') !== 'true')`;
/** What the stage shows, coarsely. */
const LOOK = `(() => {
	const small = new OffscreenCanvas(48, 48).getContext('2d');
	small.drawImage(document.querySelector('[role="application"] canvas'), 0, 0, 48, 48);
	return small.getImageData(0, 0, 48, 48).data.join(' ');
})()`;
const WATCH_SAVING = `(() => {
	globalThis.savedKinds = [];
	const make = URL.createObjectURL;
	URL.createObjectURL = (blob) => (savedKinds.push(blob.type), make.call(URL, blob));
})()`;
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

	it('a face is found, a slider changes the picture, and it is saved', async () => {
		await browser.goto(server.url);
		await until(press('Try a sample face')).toBe(true);
		await until(`location.pathname`).toBe('/studio');
		await until(FREE).toBe(true);
		await until(press('Jaw')).toBe(true);
		await until(press('Jaw slimming')).toBe(true);
		await until(`${JAW} !== null`).toBe(true);
		const right = `new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true })`;
		await until(`document.querySelector('[role="application"] canvas').width > 300`).toBe(true);
		const before = await browser.evaluate(LOOK);
		await browser.evaluate(
			`(() => { ${JAW}.focus(); for (let n = 0; n < 5; n++) ${JAW}.dispatchEvent(${right}); })()`
		);
		await until(`Number(${JAW}.getAttribute('aria-valuenow')) > 0`).toBe(true);
		await until(LOOK).not.toBe(before);
		await browser.evaluate(WATCH_SAVING);
		await until(press('Save or share')).toBe(true);
		await until(press('After', '[role="dialog"]')).toBe(true);
		await until(press('JPEG', '[role="dialog"]')).toBe(true);
		await until(press('Save', '[role="dialog"]')).toBe(true);
		await until('globalThis.savedKinds').toEqual(['image/jpeg']);
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
