/** What the stage of a driven app shows, coarsely, and when it is at rest. */
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** What the stage shows: luma of a coarse grid, so that a change of renderer is not a change. */
export type Look = readonly number[];

export const COLUMNS = 64;
export const ROWS = 48;
/** Luma steps; renderers agree within one, a treatment moves some cells by many. */
const SAME = 2;

/** Averaged here: what the browser makes small depends on where the canvas lies at that moment. */
export function lookOf(page: Page): Promise<Look> {
	return page.evaluate(
		({ columns, rows }) => {
			const canvas = document.querySelector('canvas');
			if (canvas === null || canvas.width === 0 || canvas.height === 0) return [];
			const { width, height } = canvas;
			const context = new OffscreenCanvas(width, height).getContext('2d');
			if (context === null) return [];
			context.drawImage(canvas, 0, 0);
			const { data } = context.getImageData(0, 0, width, height);
			const sums = new Float64Array(columns * rows);
			const counts = new Float64Array(columns * rows);
			for (let y = 0; y < height; y++) {
				const row = Math.floor((y * rows) / height) * columns;
				for (let x = 0; x < width; x++) {
					const i = 4 * (y * width + x);
					const cell = row + Math.floor((x * columns) / width);
					sums[cell] =
						(sums[cell] ?? 0) + ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) / 3;
					counts[cell] = (counts[cell] ?? 0) + 1;
				}
			}
			return Array.from(sums, (sum, cell) => sum / (counts[cell] ?? 1));
		},
		{ columns: COLUMNS, rows: ROWS }
	);
}

export function alike(a: Look, b: Look): boolean {
	return a.length === b.length && a.every((luma, i) => Math.abs(luma - (b[i] ?? 0)) <= SAME);
}

export async function eventually(page: Page, ready: (look: Look) => boolean): Promise<void> {
	await expect.poll(async () => ready(await lookOf(page))).toBe(true);
}

/** Nothing drawn yet: the first picture of a slow renderer is seconds away. */
function isBlank(look: Look): boolean {
	return look.every((luma) => luma === look[0]);
}

/** What `see` sees once it has stood still for a while: sizes and late layers have come to rest. */
export async function standingStill<T>(
	page: Page,
	see: () => Promise<T>,
	isSame: (next: T, last: T) => boolean
): Promise<T> {
	let last = await see();
	for (let still = 0; still < 4;) {
		await page.waitForTimeout(250);
		const next = await see();
		still = isSame(next, last) ? still + 1 : 0;
		last = next;
	}
	return last;
}

/** The picture at rest. */
export function atRest(page: Page): Promise<Look> {
	return standingStill(
		page,
		() => lookOf(page),
		(next, last) => !isBlank(next) && alike(next, last)
	);
}

/** The look after a change away from `previous`. */
export async function changed(page: Page, previous: Look): Promise<Look> {
	await eventually(page, (look) => !alike(look, previous));
	return atRest(page);
}
