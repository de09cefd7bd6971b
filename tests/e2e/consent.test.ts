/** No photograph of anybody opens before it is recorded that they agreed to it: each way in is tried. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { setUpVault, toToday } from '../support/records.ts';
import { agree, openSample } from '../support/user.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));

type Way = (page: Page, bytes: Uint8Array) => Promise<void>;

/** Cameras that were asked for, and a place for what the system hands over. */
type Watched = {
	cameras: number;
	launch: ((params: { files: readonly { getFile(): Promise<File> }[] }) => void) | null;
};

let app: App;
let page: Page;
let portrait: Uint8Array;

beforeAll(async () => {
	portrait = new Uint8Array(await readFile(PORTRAIT));
	app = await startApp({ context: { viewport: { width: 820, height: 1180 } } });
});

afterEach(() => page.close());
afterAll(() => app.close());

/** Runs inside the page, before the app. */
function watch(): void {
	const watched: Watched = { cameras: 0, launch: null };
	Object.assign(globalThis, { watched });
	// The browser's own can only be read.
	const setConsumer = (consumer: Watched['launch']) => (watched.launch = consumer);
	Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
	navigator.mediaDevices.getUserMedia = () => {
		watched.cameras += 1;
		return Promise.reject(new DOMException('none', 'NotFoundError'));
	};
}

async function open(path: string): Promise<void> {
	page = await app.context.newPage();
	await page.addInitScript(watch);
	await page.goto(app.url + path);
	// The app listens, and knows how its records stand.
	if (path === '/') await page.getByRole('button', { name: /records/i }).waitFor();
}

const question = () => page.getByRole('dialog', { name: 'Before this photograph opens' });
const cameras = () =>
	page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.cameras);

const byPicker: Way = async (on) => {
	const chooser = on.waitForEvent('filechooser');
	await on.getByRole('button', { name: /^Open a photo/ }).click();
	await (await chooser).setFiles(PORTRAIT);
};

const byPaste: Way = (on, bytes) =>
	on.evaluate((content) => {
		const clipboardData = new DataTransfer();
		clipboardData.items.add(new File([content], 'pasted.jpg', { type: 'image/jpeg' }));
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
	}, bytes as Uint8Array<ArrayBuffer>);

const byDrop: Way = (on, bytes) =>
	on.evaluate((content) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(new File([content], 'dropped.jpg', { type: 'image/jpeg' }));
		document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
	}, bytes as Uint8Array<ArrayBuffer>);

/** A file that is opened with the app by the system. */
const byLaunch: Way = async (on, bytes) => {
	await on.waitForFunction(
		() => (globalThis as unknown as { watched: Watched }).watched.launch !== null,
		null,
		{ timeout: 30_000 }
	);
	await on.evaluate((content) => {
		const file = new File([content], 'handed-over.jpg', { type: 'image/jpeg' });
		(globalThis as unknown as { watched: Watched }).watched.launch?.({
			files: [{ getFile: () => Promise.resolve(file) }]
		});
	}, bytes as Uint8Array<ArrayBuffer>);
};

describe('a photograph', () => {
	it.each<[string, Way]>([
		['chosen from files', byPicker],
		['pasted', byPaste],
		['dropped', byDrop],
		['opened with the app', byLaunch]
	])('that is %s waits for it, and is let go of where it is not given', async (_, bring) => {
		await open('/');
		await bring(page, portrait);
		await question().waitFor();
		expect(new URL(page.url()).pathname).toBe('/');
		await question().getByRole('button', { name: 'They agree' }).click();
		await question().getByRole('alert').getByText('how old').waitFor();
		await question().getByRole('button', { name: 'Not now' }).click();
		await question().waitFor({ state: 'hidden' });
		await page.waitForTimeout(300);
		expect(new URL(page.url()).pathname).toBe('/');
		await expect(page.getByRole('button', { name: /Continue/ }).count()).resolves.toBe(0);
	});

	it('of somebody under 18 needs a name of who agrees for them', async () => {
		await open('/');
		await byPaste(page, portrait);
		await question().getByRole('radio', { name: 'Under 18' }).check();
		await question().getByRole('button', { name: 'The guardian agrees' }).click();
		await question().getByText('A name is needed').waitFor();
		expect(new URL(page.url()).pathname).toBe('/');
		await question().getByLabel('Parent or guardian').fill('Max');
		await question().getByRole('button', { name: 'The guardian agrees' }).click();
		await question().getByText('How are they related?').waitFor();
		await question().getByLabel('Relation to the patient').fill('father');
		await question().getByRole('button', { name: 'The guardian agrees' }).click();
		await page.waitForURL('**/studio');
	});

	it('is not taken either: the camera does not start before', async () => {
		await open('/camera');
		await question().waitFor();
		expect(await cameras()).toBe(0);
		await question().getByRole('button', { name: 'Not now' }).click();
		await page.waitForURL(`${app.url}/`);
		expect(await cameras()).toBe(0);
		await page.getByRole('button', { name: /^Use the camera/ }).click();
		await agree(page);
		await expect.poll(cameras).toBeGreaterThan(0);
	});
});

describe('where records are open', () => {
	it('a photograph dropped on a list is asked about anew', async () => {
		await open('/setup');
		await setUpVault(page);
		await page.getByRole('button', { name: 'Go to today' }).click();
		await page.getByRole('button', { name: /New visit/ }).click();
		await agree(page);
		await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
		// Nobody is in hand there any more.
		await toToday(page);
		await byDrop(page, portrait);
		await question().waitFor();
		await question().getByRole('button', { name: 'Not now' }).click();
	});

	it('the sample face opens unasked', async () => {
		page = await openSample(app);
		await expect(page.getByRole('dialog').count()).resolves.toBe(0);
	});
});
