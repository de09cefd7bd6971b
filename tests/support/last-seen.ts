/**
 * What the open pages show, for whoever has only the log of a test that failed. The pages of tests are of
 * invented people.
 */
import type { BrowserContext, Page } from 'playwright';

const MOST_LINES = 50;
const MOST_WAYS = 6;

const contexts = new Set<BrowserContext>();
/** Where each page went, with the time. */
const ways = new WeakMap<Page, string[]>();

/** Pages of this context are told of by `lastSeen` from now on. */
export function watch(context: BrowserContext): void {
	contexts.add(context);
	context.on('close', () => contexts.delete(context));
	context.on('page', (page) => {
		const way: string[] = [];
		ways.set(page, way);
		page.on('framenavigated', (frame) => {
			if (frame === page.mainFrame()) way.push(`${clock()} ${new URL(frame.url()).pathname}`);
		});
	});
}

/** Lines: where each page went, and what it says to a screen reader now. */
export async function lastSeen(): Promise<string[]> {
	const pages = [...contexts].flatMap((context) => context.pages());
	const described = await Promise.all(pages.map(describe));
	return [`seen at ${clock()}`, ...described.flat()];
}

async function describe(page: Page): Promise<string[]> {
	const way = (ways.get(page) ?? []).slice(-MOST_WAYS).join(', ');
	const shown = await page
		.locator('body')
		.ariaSnapshot({ timeout: 5000 })
		.catch((error: unknown) => String(error));
	return [`page: ${way}`, ...shown.split('\n').slice(0, MOST_LINES)];
}

function clock(): string {
	return new Date().toISOString().slice(11, 23);
}
