/**
 * The whole consultation as one run: a tablet, fingers alone, no network, a camera that shows one face for
 * ever. First through all steps with nothing said but the consent, then back, and each of them filled;
 * the report is opened as a file.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CDPSession, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD } from '../../src/hosting/server.ts';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { cameraFlags, framed } from '../support/fake-camera.ts';
import { savedInVault, setUpVault } from '../support/records.ts';
import { Site } from '../support/versions.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));
/** As from 0.8 m, with her face in the middle. */
const PLACING = { frame: { width: 1280, height: 960 }, scale: 0.86, middle: [263, 233] } as const;
const STEPS = ['History', 'Photographs', 'Illustrate', 'Plan', 'Sign', 'Report'];
const TEXT = 'Filler with hyaluronic acid';
const WORDS = 'My jaw looks so heavy';

const site = new Site();
let app: App;
let page: Page;
let fingers: CDPSession;

beforeAll(async () => {
	const drawing = await startApp();
	const photograph = { bytes: await readFile(PORTRAIT), mimeType: 'image/jpeg' };
	const frame = await framed(await drawing.open('/locked'), photograph, PLACING);
	await drawing.close();
	app = await startApp({
		flags: await cameraFlags(frame),
		context: {
			viewport: { width: 820, height: 1180 },
			hasTouch: true,
			permissions: ['camera'],
			serviceWorkers: 'allow'
		},
		serve: async () => {
			await site.serve(BUILD);
			return { url: site.url, close: () => site.close() };
		}
	});
	page = await app.open('/setup');
	fingers = await app.context.newCDPSession(page);
	await setUpVault(page);
	await app.context.addInitScript(forbidMice);
	await page.evaluate(forbidMice);
});

/** A finger's tap is a touch; what is left is a mouse. */
function forbidMice(): void {
	window.addEventListener('pointerdown', ({ pointerType }) => {
		if (pointerType === 'mouse') console.error('a mouse was used');
	});
}

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const sheet = () => page.getByRole('dialog');
const saved = () => page.getByText('Saved', { exact: true }).waitFor();

async function touch(target: Locator): Promise<void> {
	await target.waitFor({ timeout: 30_000 });
	await expect.poll(() => target.isEnabled()).toBe(true);
	await target.tap();
}

/** By the bar above the visit. */
async function toStep(step: string): Promise<void> {
	const bar = page.getByRole('navigation', { name: 'Steps of this visit' });
	await touch(bar.getByRole('button', { name: new RegExp(`^${step}`) }));
}

type Touch = 'touchStart' | 'touchMove' | 'touchEnd';
type Share = readonly [across: number, down: number];

/** One finger, along these places of an element: shares of its width and height. */
async function stroke(area: Locator, shares: readonly Share[], holdMs = 150): Promise<void> {
	await area.scrollIntoViewIfNeeded();
	const { x, y, width, height } = (await area.boundingBox())!;
	const send = (type: Touch, ...points: readonly Share[]) =>
		fingers.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: points.map(([across, down]) => ({ x: x + across * width, y: y + down * height }))
		});
	for (const [at, share] of shares.entries()) {
		await send(at === 0 ? 'touchStart' : 'touchMove', share);
	}
	// A finger that is lifted in full swing makes Chromium take the next tap for one that stops a scroll.
	await page.waitForTimeout(holdMs);
	if (shares.length > 1) await send('touchMove', shares.at(-1)!);
	await page.waitForTimeout(holdMs);
	await send('touchEnd');
}

describe('a clinic', () => {
	it('reads its text once, and needs no network from then on', async () => {
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
});

describe('a consultation', () => {
	it('asks for nothing but consent: every step can be left empty', async () => {
		await touch(button('Today'));
		await touch(button(/^New visit/));
		await touch(page.locator('label', { hasText: '18 or older' }));
		await touch(button('They agree'));
		await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
		for (const step of STEPS) await touch(button(`Next: ${step}`));
		await button('Save PDF').waitFor();
	});

	it('listens, and asks for the history', async () => {
		await toStep('Listen');
		await stroke(page.getByRole('img', { name: /^Drawn face/ }), [[0.5, 0.72]]);
		await page.getByText('Lips', { exact: true }).waitFor();
		await page.keyboard.type(WORDS);
		await saved();
		await touch(button('Next: History'));
		const illnesses = page.getByRole('group', { name: 'Illnesses', exact: true });
		await touch(illnesses.getByRole('button', { name: 'Keloids', exact: true }));
		await page.getByText('Every wound, also a small one').waitFor();
		await saved();
	});

	it('takes the photograph by itself', async () => {
		await touch(button('Next: Photographs'));
		await touch(button('Take the views'));
		await button('Front, taken').waitFor({ timeout: 60_000 });
		await touch(button('Close'));
		await touch(button('Open: Front'));
		await page.waitForURL('**/studio');
	});

	it('illustrates under the finger', async () => {
		const slider = page.getByRole('slider', { name: 'Jaw slimming' }).first();
		await touch(page.getByRole('group', { name: 'Area' }).getByRole('button', { name: 'Jaw' }));
		await touch(button(/^Jaw slimming(?!:)/).first());
		await slider.waitFor();
		await stroke(slider, [
			[0.5, 0.5],
			[2, 0.5],
			[4, 0.5],
			[6, 0.5]
		]);
		await expect
			.poll(async () => Number(await slider.getAttribute('aria-valuenow')))
			.toBeGreaterThan(1);
		await savedInVault(page);
		await touch(button('Back to the visit'));
	});

	it('draws the plan on the face', async () => {
		await toStep('Plan');
		await touch(button('Add an item'));
		await page.getByLabel('Product').fill('Filler');
		await page.getByLabel('Amount').fill('0.55');
		await stroke(page.getByRole('img', { name: /^Front,/ }), [[0.5, 0.5]]);
		await saved();
	});

	it('hands the text over, to be read and signed', async () => {
		await toStep('Sign');
		await touch(button(`Hand over: ${TEXT}`));
		const reading = page.getByRole('dialog', { name: 'Text for the patient' });
		// The pictures that are signed are there first.
		await reading.getByRole('img', { name: 'Front, illustration' }).waitFor({ timeout: 120_000 });
		const risks = reading.getByRole('checkbox');
		expect(await risks.count()).toBe(5);
		expect(await reading.getByRole('checkbox', { checked: true }).count()).toBe(0);
		expect(await seriousViolations(page, ['its own'])).toEqual([]);
		const think = (await button('I’d like time to think').boundingBox())!;
		const sign = (await button('I’d like to sign').boundingBox())!;
		expect([think.width, think.height]).toEqual([sign.width, sign.height]);
		await touch(button('I’d like to sign'));
		await page.getByText('Please touch each of the points above first.').waitFor();
		for (const risk of await risks.all()) await touch(risk);
		await touch(button('I’d like to sign'));
		const done = sheet().getByRole('button', { name: 'Sign', exact: true });
		expect(await done.isDisabled()).toBe(true);
		await stroke(page.getByRole('img', { name: /^Area to sign in/ }), [
			[0.1, 0.6],
			[0.3, 0.2],
			[0.4, 0.7],
			[0.7, 0.4]
		]);
		await touch(done);
		await page.getByText('Thank you. Your signature is kept.').waitFor({ timeout: 30_000 });
		// The corner mark of patient view is held.
		await stroke(button('Back to the visit'), [[0.5, 0.5]], 1500);
		await page.getByText('Unchanged since.').waitFor({ timeout: 30_000 });
	});

	it('ends with a report: its pictures, their labels and the structure of the text', async () => {
		const signature = await page.getByText(/^Code of this signature/).textContent();
		const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(signature ?? '')?.[0];
		await toStep('Report');
		await page.getByText('Klinik Süd').waitFor();
		expect(await seriousViolations(page, ['its own'])).toEqual([]);
		const download = page.waitForEvent('download');
		await touch(button('Save PDF'));
		expect((await download).suggestedFilename()).toBe('report.pdf');
		const bytes = await readFile(await (await download).path());
		const { words, images, trees } = await contentOf(bytes);
		const parts = [
			'Klinik Süd',
			'Report of your visit',
			WORDS,
			'Jaw slimming',
			'Filler',
			TEXT,
			code
		];
		for (const part of parts) expect(words).toContain(part);
		expect(words).toContain('Illustration, Front: not a promise of outcome');
		expect(images).toBe(2);
		// Of the two, the illustration says in its own file what it is.
		expect(bytes.toString('latin1').match(/algorithmicallyEnhanced/g)).toHaveLength(1);
		for (const role of ['H1', 'H2', 'LBody']) expect(trees).toContain(`"role":"${role}"`);
		expect(trees).toContain('"alt":"Illustration, Front: not a promise of outcome"');
		expect(trees).toContain('"alt":"Signature, drawn by hand"');
	});

	it('used no mouse, and asked nothing of anybody', () => {
		expect(app.pageErrors).toEqual([]);
		expect(app.foreignRequests).toEqual([]);
	});
});

type Content = { readonly words: string; readonly images: number; readonly trees: string };

/** What a reader finds in a PDF. */
async function contentOf(bytes: Buffer): Promise<Content> {
	const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
	const numbers = Array.from({ length: file.numPages }, (_, at) => at + 1);
	const pages = await Promise.all(numbers.map((number) => file.getPage(number)));
	const texts = await Promise.all(pages.map((one) => one.getTextContent()));
	const drawn = await Promise.all(pages.map((one) => one.getOperatorList()));
	const trees = await Promise.all(pages.map((one) => one.getStructTree()));
	const words = texts
		.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
		.join(' ');
	const operations = drawn.flatMap(({ fnArray }) => fnArray);
	return {
		words: words.replace(/\s+/g, ' '),
		images: operations.filter((one) => one === OPS.paintImageXObject).length,
		trees: JSON.stringify(trees)
	};
}
