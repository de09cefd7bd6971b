/** What a patient says of themselves, on a phone's screen, and numbers of many: nobody is photographed here. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { setUpVault, toStep } from '../support/records.ts';
import { agree } from '../support/user.ts';

const NAME = 'Zoë Ångström';

let app: App;
let page: Page;

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const view = () => page.getByRole('dialog', { name: 'Questions for the patient' });
const inView = (name: string) => view().getByRole('button', { name, exact: true });

/** Escape twice, soon after each other: the way back without a finger. */
async function handBack(): Promise<void> {
	const press = async (): Promise<number> => {
		await page.keyboard.press('Escape');
		return view().count();
	};
	await expect.poll(press, { timeout: 30_000, interval: 300 }).toBe(0);
}

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 390, height: 844 } } });
	page = await app.open('/setup');
	await setUpVault(page);
	await button('Go to today').click();
	await button('Patients').click();
	await button('Add a patient').click();
	await page.getByLabel('Name', { exact: true }).fill(NAME);
	await button('Save').click();
	await button('New visit').click();
	await agree(page);
	const face = page.getByRole('img', { name: /^Drawn face/ });
	const { width, height } = (await face.boundingBox())!;
	await face.click({ position: { x: width / 2, y: 0.72 * height } });
	await page.getByText('Lips', { exact: true }).waitFor();
	await page.getByText('Saved', { exact: true }).waitFor();
	await toStep(page, 'Who');
	await button('Open the file').click();
	await button('Ask how satisfied they are').waitFor();
});
afterAll(() => app.close());

describe('a patient', () => {
	it('is asked one question at a time, with nothing else in reach, and may leave out any', async () => {
		await button('Ask about self-esteem').click();
		await view().getByText('Question 1 of 10').waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await inView('Leave it out').click();
		await inView('Agree').click();
		await inView('Next').click();
		await view().getByText('Question 3 of 10').waitFor();
		// Nor by the way back of the browser.
		await page.evaluate(() => history.back());
		await inView('Back').click();
		expect(await inView('Agree').getAttribute('aria-pressed')).toBe('true');
		await inView('Stop here').click();
		await view().getByText('Please hand the device back.').waitFor();
		await handBack();
		await page.getByText('Self-esteem (Rosenberg’s scale)').first().waitFor();
	});

	it('who answers all of it has a score, and one who leaves early loses nothing', async () => {
		await button('Ask about self-esteem').click();
		for (let at = 1; at <= 10; at++) {
			await view().getByText(`Question ${at} of 10`).waitFor();
			await inView('Agree').click();
			await inView(at === 10 ? 'Finish' : 'Next').click();
		}
		await view().getByText('Thank you.').waitFor();
		await handBack();
		await button('Ask how satisfied they are').click();
		await view().getByText('How satisfied are you today with how this looks: Lips?').waitFor();
		expect(await seriousViolations(page, ['light'])).toEqual([]);
		await inView('7').click();
		await handBack();
		await page.getByRole('img', { name: /^Satisfaction: Lips over time, answered once/ }).waitFor();
		const scores = page.getByRole('img', { name: /^Self-esteem .* over time, answered 2 times/ });
		expect(await scores.getByText('15', { exact: true }).count()).toBe(1);
		await page.getByText('As a table').last().click();
		const rows = page.getByRole('row');
		await rows.filter({ hasText: 'No score: 1 of 10 answered' }).waitFor();
		await rows
			.filter({ hasText: '15 of 30' })
			.filter({ hasText: 'Before any treatment' })
			.waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	});
});

it('numbers are told of nobody while they are few', async () => {
	await button('Patients').click();
	await button('More').click();
	await page.getByRole('menuitem', { name: 'Numbers for research' }).click();
	await button('Count').click();
	await page.getByText('Fewer than 10 patients agreed to research.').waitFor();
	expect(await button('Save as CSV').count()).toBe(0);
	await button('Close').click();
});

it('nothing was asked of another origin and nothing went wrong unseen', () => {
	expect(app.foreignRequests).toEqual([]);
	expect(app.pageErrors).toEqual([]);
});
