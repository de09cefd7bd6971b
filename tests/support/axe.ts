/** What axe finds on the page as it stands: rules of WCAG 2.2 A and AA. */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { doneMoving } from './moving.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SERIOUS = ['serious', 'critical'];

/** The theme that the page has by itself, or another one. */
export type Theme = 'its own' | 'light' | 'dark';

/** Each as `theme, rule: element`; empty where nothing serious or critical is found. */
export async function seriousViolations(
	page: Page,
	themes: readonly Theme[]
): Promise<readonly string[]> {
	const own = await page.evaluate(() => document.documentElement.dataset['theme']);
	const found: string[] = [];
	for (const theme of themes) {
		if (theme !== 'its own') await wear(page, theme);
		found.push(...(await violations(page)).map((one) => `${theme}, ${one}`));
	}
	await wear(page, own);
	return found;
}

async function wear(page: Page, theme: string | undefined): Promise<void> {
	await page.evaluate((chosen) => {
		if (chosen === undefined) delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = chosen;
	}, theme);
}

async function violations(page: Page): Promise<readonly string[]> {
	// Past the page's policy, which would let no such script in.
	await page.evaluate(`if (globalThis.axe === undefined) { ${axe.source} }`);
	// A sheet that is still coming in has other colours.
	await doneMoving(page);
	const all = await page.evaluate(
		async (tags) => {
			const here = globalThis as unknown as { axe: typeof axe };
			const found = await here.axe.run(document, {
				runOnly: { type: 'tag', values: tags },
				resultTypes: ['violations']
			});
			return found.violations.map(({ id, impact, nodes }) => ({
				id,
				impact,
				html: nodes.map(({ html }) => html.slice(0, 160))
			}));
		},
		[...TAGS]
	);
	return all
		.filter(({ impact }) => SERIOUS.includes(impact ?? ''))
		.flatMap(({ id, html }) => html.map((element) => `${id}: ${element}`));
}
