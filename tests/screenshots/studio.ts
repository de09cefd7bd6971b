/** The studio, on the sample face. Two of its looks are shown in the README and by the web manifest. */
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import type { App } from '../support/app.ts';
import { choose, enter, openSample, skinRead } from '../support/user.ts';
import { settled, SIZES, wear, type Look } from './look.ts';
import { lookAtSheet } from './records.ts';
import { illustrate } from './visit.ts';

const PHONE = SIZES[0];

export async function studio(app: App, look: Look): Promise<void> {
	const page = await openSample(app);
	const button = (name: string) => page.getByRole('button', { name });
	const onStage = async (key: string) => {
		await page.getByRole('application').focus();
		await page.keyboard.press(key);
	};
	const menu = async (name: string) => {
		if (await page.getByRole('menuitem').first().isHidden()) await button(name).click();
		await page.getByRole('menuitem').first().waitFor();
	};
	/** Of a plan for which there are figures. */
	const time = async () => {
		await choose(page, 'Jaw', 'Jaw slimming');
		await enter(page, 'Jaw slimming', 4);
		await lookAtSheet(page, look, 'studio-time', async () => {
			await menu('More');
			await page.getByRole('menuitem', { name: /^Time after treatment/ }).click();
		});
	};
	await look(page, 'studio');
	await time();
	await illustrate(page);
	await look(page, 'studio-illustration');
	await shown(page);
	await lookAtSheet(page, look, 'studio-export', () => onStage('x'));
	await lookAtSheet(page, look, 'studio-keys', () => onStage('?'));
	await lookAtSheet(page, look, 'studio-presets', () => button('Presets').click());
	await look(page, 'studio-compare-menu', () => menu('Compare'));
	await menu('Compare');
	await page.getByRole('menuitem', { name: /^Three strengths/ }).click();
	await page.getByText('As planned').waitFor();
	await look(page, 'studio-strengths');
	await button('Back to one picture').click();
	await look(page, 'studio-patient-view');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await look(page, 'studio-menu', () => menu('More'));
	await page.keyboard.press('Escape');
	for (const [item, name] of [
		[/^Read-outs/, 'read-outs'],
		[/^Scale/, 'scale']
	] as const) {
		await lookAtSheet(page, look, `studio-${name}`, async () => {
			await menu('More');
			await page.getByRole('menuitem', { name: item }).click();
		});
	}
	await secondScreen(page, look, menu);
	await page.setViewportSize(PHONE);
	await lookAtSheet(page, look, 'studio-catalogue', () => button('All treatments').click());
	await onStage('l');
	await look(page, 'studio-landmarks');
	await page.keyboard.press('Escape');
	await onStage('2');
	await skinRead(page);
	await enter(page, 'Forehead lines', 80);
	await look(page, 'studio-lines');
	await onStage('k');
	await page.getByRole('heading', { name: 'Mark skin' }).waitFor();
	await look(page, 'studio-marks');
	await page.keyboard.press('Escape');
	await choose(page, 'Skin', 'Redness');
	await enter(page, 'Redness', 60);
	await look(page, 'studio-skin');
	await page.close();
}

/** What a patient is shown on a screen of their own. */
async function secondScreen(
	page: Page,
	look: Look,
	menu: (name: string) => Promise<void>
): Promise<void> {
	const toggle = async () => {
		await menu('More');
		await page.getByRole('menuitemcheckbox', { name: 'For a second screen' }).click();
	};
	const opening = page.context().waitForEvent('page');
	await toggle();
	const shown = await opening;
	await shown.locator('canvas').waitFor();
	await look(shown, 'studio-second-screen');
	await toggle();
}

/** Into docs/studio.png and static/screenshots. */
async function shown(page: Page): Promise<void> {
	await wear(page, 'dark');
	await page.setViewportSize(PHONE);
	await settled(page, 1500);
	await page.screenshot({ path: resolve('static/screenshots/phone.jpg'), quality: 80 });
	await page.setViewportSize({ width: 1180, height: 820 });
	await settled(page, 1500);
	await page.screenshot({ path: resolve('static/screenshots/tablet.jpg'), quality: 80 });
	await page.screenshot({ path: resolve('docs/studio.png') });
}
