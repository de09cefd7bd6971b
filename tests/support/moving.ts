import type { Page } from 'playwright';

/** Some animations never say that they have ended: those of what a change of the window took away. */
const LONGEST_MS = 2000;

/** Waits until fonts are there, and what moves in by itself has come to rest. */
export async function doneMoving(page: Page): Promise<void> {
	await page.evaluate(async (longest) => {
		await document.fonts.ready;
		const passing = document
			.getAnimations()
			.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
		await Promise.race([
			Promise.all(passing.map(({ finished }) => finished.catch(() => undefined))),
			new Promise((resolve) => setTimeout(resolve, longest))
		]);
	}, LONGEST_MS);
}
