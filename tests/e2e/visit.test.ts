/**
 * A visit by touch alone, on a tablet without a network, in an app that is killed at each step: what was
 * done is there, and it goes on where it was.
 */
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProcesses } from '../support/chromium-process.ts';
import { savedInVault, setUpVault } from '../support/records.ts';
import { Tablet } from '../support/tablet.ts';

const PORTRAIT = fileURLToPath(new URL('../fixtures/grace-hopper.jpg', import.meta.url));
const OTHER = fileURLToPath(new URL('../fixtures/astronaut.png', import.meta.url));
const WORDS = 'They look so tired in the evening';

const tablet = new Tablet();
const { site } = tablet;
let page: Page;

/** With a finger: what only a mouse can do fails here. */
async function touch(target: Locator): Promise<void> {
	await target.waitFor({ timeout: 30_000 });
	await target.scrollIntoViewIfNeeded();
	await expect.poll(() => target.isEnabled()).toBe(true);
	const box = await target.boundingBox();
	if (box === null) throw new Error('not to be seen');
	// A finger needs room: docs in shared design ask for 44 px.
	expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
	await tablet.stroke([[box.x + box.width / 2, box.y + box.height / 2]]);
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const steps = () => page.getByRole('navigation', { name: 'Steps of this visit' });
const place = () => new URL(page.url()).pathname.split('/').slice(3).join('/');

async function killAndComeBack(): Promise<void> {
	await tablet.killAndComeBack();
	({ page } = tablet);
}

async function openPhoto(photo: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await touch(button('Open a photo'));
	await (await chooser).setFiles(photo);
	await page.waitForURL('**/studio');
	await savedInVault(page);
}

beforeAll(async () => {
	await tablet.start();
	({ page } = tablet);
});

afterAll(() => tablet.close());

describe.runIf(hasProcesses)('a visit', () => {
	it('begins with two touches, without a network', async () => {
		await page.goto(`${site.url}/setup`);
		await setUpVault(page);
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, {
			timeout: 60_000
		});
		// All that a photograph needs is on the device before the network goes.
		await touch(button('Go to today'));
		await touch(button('Settings'));
		await touch(button(/^(Make available offline|Fetch the rest)/));
		await page.getByText(/^Everything is on this device/).waitFor({ timeout: 60_000 });
		await site.goOffline();
		await touch(button('Today'));
		await touch(button(/^New visit/));
		await touch(page.locator('label', { hasText: '18 or older' }));
		await touch(button('They agree'));
		await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
	});

	it('keeps what was said, where the face was touched', async () => {
		const face = page.getByRole('img', { name: /^Drawn face/ });
		const box = (await face.boundingBox())!;
		await tablet.stroke([[box.x + 0.5 * box.width, box.y + 0.72 * box.height]]);
		await page.getByText('Lips', { exact: true }).waitFor();
		await page.keyboard.type(WORDS);
		await page.getByText('Saved', { exact: true }).waitFor();
		await killAndComeBack();
		expect(place()).toMatch(/\/listen$/);
		await expect.poll(() => page.getByRole('textbox', { name: /^1\./ }).inputValue()).toBe(WORDS);
	});

	it('shows what is missing, and takes a photograph', async () => {
		await touch(button('Next: History'));
		await touch(button('Next: Photographs'));
		await button('Take: Front').waitFor();
		await killAndComeBack();
		expect(place()).toMatch(/\/capture$/);
		await openPhoto(PORTRAIT);
	});

	it('shows one plan on all of its photographs, and goes on at the slider that was in hand', async () => {
		await touch(page.getByRole('group', { name: 'Area' }).getByRole('button', { name: 'Jaw' }));
		await touch(button(/^Jaw slimming(?!:)/).first());
		await page.getByRole('slider', { name: 'Jaw slimming' }).first().focus();
		for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
		await savedInVault(page);
		const value = () =>
			page.getByRole('slider', { name: 'Jaw slimming' }).first().getAttribute('aria-valuenow');
		const set = await value();
		expect(Number(set)).toBeGreaterThan(0);
		await killAndComeBack();
		await page.waitForURL('**/studio');
		await expect.poll(value, { timeout: 60_000 }).toBe(set);
		await touch(button('Back to the visit'));
		await touch(steps().getByRole('button', { name: /^Photographs/ }));
		await openPhoto(OTHER);
		const others = page.getByRole('navigation', { name: 'Photographs of this visit' });
		await expect.poll(() => others.getByRole('button').count()).toBe(2);
		await touch(page.getByRole('group', { name: 'Area' }).getByRole('button', { name: 'Jaw' }));
		await touch(button(/^Jaw slimming(?!:)/).first());
		expect(await value()).toBe(set);
	});

	it('lists what was planned, and says nothing of anybody in its address or title', async () => {
		await touch(button('Back to the visit'));
		await page.waitForURL('**/illustrate');
		await page.getByText('Jaw slimming', { exact: true }).waitFor();
		expect(await page.title()).toBe('Visit');
		expect(new URL(page.url()).pathname).toMatch(
			/^\/visit\/[0-9a-f]{32}\/[0-9a-f]{32}\/illustrate$/
		);
		for (const step of ['Consent', 'Listen', 'Photographs', 'Illustrate']) {
			await steps()
				.getByRole('button', { name: `${step}, done` })
				.waitFor();
		}
		await touch(steps().getByRole('button', { name: /^Consent/ }));
		await page.getByText('By the patient, who is 18 or older.').waitFor();
	});
});
