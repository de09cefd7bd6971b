/**
 * A treatment consent by touch on a tablet without a network: the clinic reads its text, the patient
 * reads, acknowledges and signs, and the report is a file that a screen reader reads as well.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILD } from '../../src/hosting/server.ts';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { newVisit, savedInVault, setUpVault, toStep } from '../support/records.ts';
import { choose, enter } from '../support/user.ts';
import { Site } from '../support/versions.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));
const TEXT = 'Filler with hyaluronic acid';

const site = new Site();
let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({
		context: {
			viewport: { width: 820, height: 1180 },
			hasTouch: true,
			serviceWorkers: 'allow'
		},
		serve: async () => {
			await site.serve(BUILD);
			return { url: site.url, close: () => site.close() };
		}
	});
	page = await app.open('/setup');
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });

async function touch(target: Locator): Promise<void> {
	await target.waitFor({ timeout: 30_000 });
	await expect.poll(() => target.isEnabled(), { timeout: 30_000 }).toBe(true);
	await target.tap();
}

/** With a finger, from one point of an element to others; shares of its width and height. */
async function draw(area: Locator, points: readonly (readonly [number, number])[]): Promise<void> {
	await area.scrollIntoViewIfNeeded();
	const box = (await area.boundingBox())!;
	const session = await page.context().newCDPSession(page);
	const at = ([x, y]: readonly [number, number]) => [
		{ x: box.x + x * box.width, y: box.y + y * box.height }
	];
	const [first = [0, 0], ...rest] = points;
	const send = (
		type: 'touchStart' | 'touchMove' | 'touchEnd',
		touchPoints: { x: number; y: number }[]
	) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
	await send('touchStart', at(first));
	for (const point of rest) await send('touchMove', at(point));
	// A finger that is lifted in full swing makes Chromium take the next tap for one that stops a scroll.
	await page.waitForTimeout(150);
	await send('touchMove', at(rest.at(-1) ?? first));
	await page.waitForTimeout(150);
	await send('touchEnd', []);
}

/** The corner mark of patient view. */
async function holdBack(): Promise<void> {
	const mark = button('Back to the visit');
	const box = (await mark.boundingBox())!;
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await mark.waitFor({ state: 'detached', timeout: 10_000 });
	await page.mouse.up();
}

it('begins with a text that the clinic has read', async () => {
	await setUpVault(page);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
		timeout: 60_000
	});
	await touch(button('Go to today'));
	await touch(button('Settings'));
	await touch(button(/^(Make available offline|Fetch the rest)/));
	await page.getByText(/^Everything is on this device/).waitFor({ timeout: 60_000 });
	await site.goOffline();
	await touch(button('Open texts and letterhead'));
	await page.getByLabel('Name of the clinic').fill('Klinik Süd');
	await touch(button('Keep the letterhead'));
	await touch(button(`Review: ${TEXT}`));
	const keep = button('Keep this version');
	expect(await keep.isDisabled()).toBe(true);
	await touch(page.getByText('The clinic has read this text and answers for it.'));
	await touch(keep);
	await button(`Change: ${TEXT}`).waitFor();
	expect(await seriousViolations(page, ['its own'])).toEqual([]);
});

it('is read and signed by touch', async () => {
	await touch(button('Today'));
	await newVisit(page, PORTRAIT);
	await choose(page, 'Jaw', 'Jaw slimming');
	await enter(page, 'Jaw slimming', 4);
	await savedInVault(page);
	await touch(button('Back to the visit'));
	await toStep(page, 'Sign');
	await touch(button(`Hand over: ${TEXT}`));
	const reading = page.getByRole('dialog', { name: 'Text for the patient' });
	// The pictures that are signed are there first.
	await reading
		.getByRole('img', { name: 'Photograph, illustration' })
		.waitFor({ timeout: 120_000 });
	const risks = reading.getByRole('checkbox');
	expect(await risks.count()).toBe(5);
	expect(await reading.getByRole('checkbox', { checked: true }).count()).toBe(0);
	expect(await seriousViolations(page, ['its own'])).toEqual([]);
	const think = (await button('I’d like time to think').boundingBox())!;
	const sign = (await button('I’d like to sign').boundingBox())!;
	expect([think.width, think.height]).toEqual([sign.width, sign.height]);
	await touch(button('I’d like to sign'));
	await page.getByText('Please touch each of the points above first.').waitFor();
	for (const risk of await risks.all()) await risk.tap();
	await touch(button('I’d like to sign'));
	expect(
		await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).isDisabled()
	).toBe(true);
	await draw(page.getByRole('img', { name: /^Area to sign in/ }), [
		[0.1, 0.6],
		[0.3, 0.2],
		[0.4, 0.7],
		[0.7, 0.4]
	]);
	await touch(page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }));
	await page.getByText('Thank you. Your signature is kept.').waitFor({ timeout: 30_000 });
	await holdBack();
	await page.getByText('Unchanged since.').waitFor({ timeout: 30_000 });
});

it('is on the report, with its pictures, their labels and the structure of the text', async () => {
	const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(
		(await page.getByText(/^Code of this signature/).textContent()) ?? ''
	)?.[0];
	await toStep(page, 'Report');
	await page.getByText('Klinik Süd').waitFor();
	expect(await seriousViolations(page, ['its own'])).toEqual([]);
	const saved = page.waitForEvent('download');
	await touch(button('Save PDF'));
	const download = await saved;
	expect(download.suggestedFilename()).toBe('report.pdf');
	const bytes = await readFile(await download.path());
	const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	const pages = await Promise.all(
		Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1))
	);
	const texts = await Promise.all(pages.map((one) => one.getTextContent()));
	const words = texts
		.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
		.join(' ')
		.replace(/\s+/g, ' ');
	for (const part of ['Klinik Süd', 'Report of your visit', 'Jaw slimming', TEXT, code]) {
		expect(words).toContain(part);
	}
	expect(words).toContain('Illustration, Photograph: not a promise of outcome');
	const drawn = await Promise.all(pages.map((one) => one.getOperatorList()));
	const images = drawn.flatMap(({ fnArray }) =>
		fnArray.filter((op) => op === OPS.paintImageXObject)
	);
	expect(images).toHaveLength(2);
	// Of the two, the illustration says in its own file what it is.
	expect(bytes.toString('latin1').match(/algorithmicallyEnhanced/g)).toHaveLength(1);
	const trees = JSON.stringify(await Promise.all(pages.map((one) => one.getStructTree())));
	for (const role of ['H1', 'H2', 'LBody']) expect(trees).toContain(`"role":"${role}"`);
	expect(trees).toContain('"alt":"Illustration, Photograph: not a promise of outcome"');
	expect(trees).toContain('"alt":"Signature, drawn by hand"');
	expect(app.foreignRequests).toEqual([]);
});
