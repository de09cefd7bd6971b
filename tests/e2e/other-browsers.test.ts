/**
 * What is tried in Debian's Firefox and WebKitGTK, in the long form: the main job, records and a start
 * without a network, under the app's own policy. What is tested where, and what is not, is in the README.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { serveBuild, type RunningServer } from '../../src/hosting/server.ts';
import { readPictureFacts } from '../../src/lib/photo/picture-facts.ts';
import { firefoxPath } from '../support/firefox.ts';
import { startFirefox, startWebKit, type ForeignBrowser } from '../support/foreign-browser.ts';
import { FULL } from '../support/full.ts';
import { PASSPHRASE } from '../support/records.ts';
import { hasWebKit } from '../support/webkit.ts';

const ALTERED = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced';
const PATIENT = 'Zoë Vandersnoot';

const BROWSERS = [
	['Firefox', firefoxPath() !== null, startFirefox],
	['WebKitGTK', hasWebKit(), startWebKit]
] as const;

if (FULL) {
	for (const [name, isThere] of BROWSERS) {
		if (!isThere) console.warn(`SKIPPED: there is no ${name} to try it in.`);
	}
}

/** In the page, or in a part of it: a button, by the beginning of its name. */
const press = (name: string, within = 'body'): string => `(() => {
	const named = (one) => (one.getAttribute('aria-label') ?? one.innerText).trim();
	const found = [...document.querySelectorAll('${within} :is(button, [role="radio"])')]
		.find((one) => !one.disabled && named(one).startsWith(${JSON.stringify(name)}));
	found?.click();
	return found !== undefined;
})()`;

/** A field, by the beginning of its label, as if it was typed. */
const fill = (label: string, text: string): string => `(() => {
	const field = [...document.querySelectorAll('label')]
		.find((one) => one.innerText.trim().startsWith(${JSON.stringify(label)}))?.control;
	if (!(field instanceof HTMLInputElement)) return false;
	field.value = ${JSON.stringify(text)};
	field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	return true;
})()`;

const says = (text: string): string => `document.body.innerText.includes(${JSON.stringify(text)})`;

const FREE = `[...document.querySelectorAll('[role="slider"]')].some((one) => one.getAttribute('aria-disabled') !== 'true')`;
/** What the stage shows, coarsely. */
const LOOK = `(() => {
	const small = new OffscreenCanvas(48, 48).getContext('2d');
	small.drawImage(document.querySelector('[role="application"] canvas'), 0, 0, 48, 48);
	return small.getImageData(0, 0, 48, 48).data.join(' ');
})()`;
const WATCH_SAVING = `(() => {
	globalThis.saved = [];
	const make = URL.createObjectURL;
	URL.createObjectURL = (blob) => (saved.push(blob), make.call(URL, blob));
})()`;
const SAVED = `(async () => new Uint8Array(await saved[0].arrayBuffer()).toBase64())()`;
const JAW = `document.querySelector('[role="slider"][aria-label^="Jaw slimming"]')`;
const AGREE = `(() => {
	const box = document.querySelector('input[type="checkbox"]');
	box?.click();
	return box?.checked;
})()`;
const GROUPS = `[...document.querySelectorAll('ol > li')].map((one) => one.textContent)`;
const ASKED = `[...document.querySelectorAll('label')].map((one) => one.innerText.trim())
	.filter((label) => label.startsWith('Group '))`;
/** The service worker has installed the app. */
const INSTALLED = `navigator.serviceWorker.getRegistration()
	.then((found) => found?.active?.state === 'activated')`;

describe.each(BROWSERS)('in %s', (_, isThere, start) => {
	describe.runIf(FULL && isThere)('', () => {
		let server: RunningServer;
		let browser: ForeignBrowser;

		beforeAll(async () => {
			ensureBuilt();
			server = await serveBuild({ port: 0 });
			browser = await start();
			console.log(browser.version);
		});

		afterAll(async () => {
			await browser.close();
			await server.close();
		});

		const until = (expression: string) =>
			expect.poll(() => browser.evaluate(expression), { timeout: 120_000, interval: 250 });

		it('a face is found, a slider changes the picture, and it is saved with its label', async () => {
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
			await until('saved.length').toBe(1);
			const facts = readPictureFacts(Buffer.from(String(await browser.evaluate(SAVED)), 'base64'));
			expect(facts.format).toBe('jpeg');
			expect(facts.size).toEqual({ width: 512, height: 600 });
			expect(facts.xmp).toContain(ALTERED);
			expect(facts.otherMetadata).toEqual([]);
			expect(await browser.evaluate(says('cannot be read'))).toBe(false);
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

		it('a vault is made, keeps a patient, and opens again', async () => {
			await browser.goto(`${server.url}/setup`);
			await until(fill('Your name', 'Ana')).toBe(true);
			await until(press('Next')).toBe(true);
			await until(fill('Passphrase', PASSPHRASE)).toBe(true);
			await until(fill('Once more', PASSPHRASE)).toBe(true);
			await until(press('Make the vault')).toBe(true);
			await until(says('Your recovery kit')).toBe(true);
			const groups = (await browser.evaluate(GROUPS)) as readonly string[];
			await until(AGREE).toBe(true);
			await until(press('I have it')).toBe(true);
			await until(`(${ASKED}).length`).toBeGreaterThan(0);
			for (const label of (await browser.evaluate(ASKED)) as readonly string[]) {
				await until(fill(label, groups[Number(label.replace(/\D/g, '')) - 1] ?? '')).toBe(true);
			}
			await until(press('Check')).toBe(true);
			await until(says('The vault is ready')).toBe(true);
			await until(press('Go to today')).toBe(true);
			await until(press('Patients')).toBe(true);
			await until(press('Add a patient')).toBe(true);
			await until(fill('Name', PATIENT)).toBe(true);
			await until(press('Save', '[role="dialog"]')).toBe(true);
			await until(says(PATIENT)).toBe(true);
			await until(press('Lock')).toBe(true);
			await until('location.pathname').toBe('/locked');
			expect(await browser.evaluate(says(PATIENT))).toBe(false);
			await until(press('Unlock')).toBe(true);
			await until(fill('Passphrase', PASSPHRASE)).toBe(true);
			await until(press('Unlock')).toBe(true);
			await until(says(PATIENT)).toBe(true);
		});

		it('a page that was left with the vault open shows nothing of it when one goes back', async () => {
			await browser.goto(`${server.url}/terms`);
			await until(says('Terms')).toBe(true);
			await browser.evaluate('setTimeout(() => history.back(), 50)');
			await until(says('Unlock')).toBe(true);
			expect(await browser.evaluate(says(PATIENT))).toBe(false);
			await until(fill('Passphrase', PASSPHRASE)).toBe(true);
			await until(press('Unlock')).toBe(true);
			await until(says(PATIENT)).toBe(true);
		});

		it('starts without a network', async () => {
			await until(INSTALLED).toBe(true);
			await server.close();
			await browser.goto(`${server.url}/unlock`);
			await until(says('Unlock the records')).toBe(true);
		});
	});
});
