/** What stands in a patient's file beside photographs: suggestions that were taken, texts, the GP. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { seriousViolations } from '../support/axe.ts';
import { setUpVault, toStep, toToday } from '../support/records.ts';
import { agree } from '../support/user.ts';

const TEXT = 'Filler with hyaluronic acid';
const GP = 'Dr Okafor';

let app: App;
let page: Page;

beforeAll(async () => {
	app = await startApp({ context: { viewport: { width: 1180, height: 820 } } });
	page = await app.open('/setup');
	await setUpVault(page);
});

afterAll(() => app.close());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const option = (of: string, name: string) =>
	page.getByRole('group', { name: of, exact: true }).getByRole('button', { name, exact: true });

const reading = () => page.getByRole('dialog', { name: 'Text for the patient' });

/** The corner mark of patient view is held. */
async function giveBack(): Promise<void> {
	const { x, y, width, height } = (await reading().getByRole('button').first().boundingBox())!;
	await page.mouse.move(x + width / 2, y + height / 2);
	await page.mouse.down();
	await reading().waitFor({ state: 'detached' });
	await page.mouse.up();
}

describe('a clinic', () => {
	it('says where it works, and whether it wants suggestions', async () => {
		await button('Go to today').click();
		await button('Settings').click();
		await page.getByText('Until you say where, the rule of England holds.').waitFor();
		const rule = page.getByRole('group', { name: 'Injectables under 18' });
		const chosen = (name: string) => rule.getByRole('radio', { name, checked: true }).waitFor();
		await page.getByLabel('Where the clinic works').selectOption('elsewhere');
		await chosen('No rule here');
		await page.getByLabel('Where the clinic works').selectOption('england');
		await chosen('Not under 18');
		await page.getByRole('radio', { name: 'Suggest', exact: true }).click();
		await page.getByRole('radio', { name: 'Suggest', exact: true, checked: true }).waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await button('Open texts and letterhead').click();
		await button(`Review: ${TEXT}`).click();
		await page.getByText('The clinic has read this text and answers for it.').click();
		await button('Keep this version').click();
		await button(`Change: ${TEXT}`).waitFor();
	});
});

describe('a visit', () => {
	it('has the GP on the card', async () => {
		await toToday(page);
		await button(/^New visit/).click();
		await agree(page);
		await page.getByRole('heading', { name: 'What brings the patient?' }).waitFor();
		await toStep(page, 'Who');
		await button('New patient').click();
		await page.getByLabel('Name', { exact: true }).fill('Zoë Ångström');
		await page.getByText('GP', { exact: true }).click();
		await page.getByLabel('Name of the GP').fill(GP);
		await page.getByLabel('Practice', { exact: true }).fill('River Surgery');
		await page.getByText('To be said to the patient: a GP who is not told').waitFor();
		await page.getByText('The GP is told of treatments').click();
		await page.getByText('To be said to the patient').waitFor({ state: 'detached' });
		await button('Save').click();
		await page.getByText('Zoë Ångström').first().waitFor();
	});

	it('names what its answers suggest, with why and source, and adds nothing by itself', async () => {
		await toStep(page, 'History');
		await button('Skin').click();
		await option('Creams on prescription, or with acids', 'Retinoid').click();
		await button('Living').click();
		await option('Smoking', 'Daily').click();
		await page.getByText('Saved', { exact: true }).waitFor();
		await toStep(page, 'Plan');
		await page.getByText('Why: Creams on prescription, or with acids: Retinoid').waitFor();
		await page.getByText(/^Source: Khunger/).waitFor();
		expect(await page.getByText(/^In the plan/).count()).toBe(0);
		await button('Take into the plan: Retinoid or acid before a peel or laser').click();
		await page.getByText(/^In the plan: Ana, /).waitFor();
		await button('Not now: Help to stop smoking').click();
		await expect.poll(() => page.getByText('Help to stop smoking').count()).toBe(0);
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
	});

	it('puts the GP on the letter', async () => {
		await toStep(page, 'Report');
		await page.getByRole('radio', { name: 'Referral letter' }).click();
		await button('Put in the GP').click();
		expect(await page.getByLabel('To whom').inputValue()).toBe(`${GP}\nRiver Surgery`);
		expect(await page.getByLabel('It goes to the patient’s GP').isChecked()).toBe(true);
	});

	it('hands a text over, to be read again in the file with what became of it', async () => {
		await toStep(page, 'Sign');
		await button(`Hand over: ${TEXT}`).click();
		await reading().getByRole('button', { name: 'I’d like time to think' }).click();
		await reading().getByText('Take all the time you need').waitFor();
		await giveBack();
		await button('Read and sign').click();
		for (const risk of await reading().getByRole('checkbox').all()) await risk.check();
		await reading().getByRole('button', { name: 'I’d like to sign' }).click();
		await reading().getByRole('radio', { name: 'Type my name' }).click();
		await reading().getByLabel('Your full name').fill('Zoë Ångström');
		await reading().getByRole('button', { name: 'Sign', exact: true }).click();
		await reading().getByText('Your signature is kept.').waitFor();
		await giveBack();
		await toStep(page, 'Who');
		await button('Open the file').click();
		const read = button(`${TEXT} (version 1)`);
		await read.waitFor();
		await read.getByText(/^Signed on .* by the patient\. Unchanged since\./).waitFor();
		expect(await seriousViolations(page, ['light', 'dark'])).toEqual([]);
		await read.click();
		const sheet = page.getByRole('dialog', { name: 'As it was handed over' });
		await sheet.getByRole('heading', { name: TEXT }).waitFor();
		await sheet.getByRole('heading', { name: 'What can happen' }).waitFor();
		await sheet.getByText('Zoë Ångström').waitFor();
		await sheet.getByRole('button', { name: 'Close' }).click();
		expect(app.foreignRequests).toEqual([]);
	});
});
