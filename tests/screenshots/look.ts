/** One screen at every size and in both themes, and as long as it is, or the sheet over it, where that scrolls. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { doneMoving } from '../support/moving.ts';

export const SIZES = [
	{ width: 390, height: 844 },
	{ width: 820, height: 1180 },
	{ width: 1180, height: 820 },
	{ width: 1440, height: 900 }
] as const;
export const THEMES = ['light', 'dark'] as const;
/** At which all is worked that is not looked at. */
export const AT_WORK = SIZES[2];

/** The least that a finger finds, px. */
const TARGET = 44;
/** Of a screen's height, as much as a sheet may take. */
const SHEET = 0.88;
/** Of a screen that is shown whole, px. */
const LONGEST = 8000;

export type Size = (typeof SIZES)[number];
type Theme = (typeof THEMES)[number];
/** `open`: anew at each size, as a menu that a resized window closes. */
export type Look = (page: Page, name: string, open?: () => Promise<void>) => Promise<void>;

type Album = {
	readonly look: Look;
	/** The stops so far, in their order. */
	readonly names: readonly string[];
	/** What a ruler finds: pages wider than their screen, and targets too small for a finger. */
	readonly flaws: readonly string[];
};

export const pictureName = (name: string, { width, height }: Size, theme: Theme): string =>
	`${name}-${width}x${height}-${theme}.png`;

/** Fonts, pictures and whatever moves in by itself have come to rest. */
export async function settled(page: Page, ms = 250): Promise<void> {
	await doneMoving(page);
	await page.waitForTimeout(ms);
}

/** As it would look had it been chosen in the menu. */
export async function wear(page: Page, theme: string | undefined): Promise<void> {
	await page.evaluate((chosen) => {
		if (chosen === undefined) delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = chosen;
	}, theme);
}

/** A button by its whole name, or by a part of it. */
export const button = (page: Page, name: string | RegExp): Locator =>
	page.getByRole('button', { name, exact: typeof name === 'string' });

/** Pictures into this folder, which is made. */
export function album(folder: string, sizes: readonly Size[] = SIZES): Album {
	mkdirSync(folder, { recursive: true });
	const names: string[] = [];
	const flaws = new Set<string>();
	const look: Look = async (page, name, open) => {
		const own = await page.evaluate(() => document.documentElement.dataset['theme']);
		for (const size of sizes) {
			await page.setViewportSize(size);
			await settled(page, 450);
			await open?.();
			const { whole, found } = await measured(page);
			for (const flaw of found) flaws.add(`${name} at ${size.width}: ${flaw}`);
			for (const theme of THEMES) {
				await wear(page, theme);
				await settled(page);
				await page.screenshot({ path: join(folder, pictureName(name, size, theme)) });
			}
			if (whole <= size.height) continue;
			await page.setViewportSize({ width: size.width, height: Math.min(whole, LONGEST) });
			await settled(page);
			await page.screenshot({ path: join(folder, `${name}-${size.width}-whole.png`) });
		}
		await wear(page, own);
		await page.setViewportSize(AT_WORK);
		await settled(page);
		names.push(name);
	};
	return {
		look,
		names,
		get flaws() {
			return [...flaws];
		}
	};
}

type Measured = { readonly whole: number; readonly found: readonly string[] };

function measured(page: Page): Promise<Measured> {
	return page.evaluate(
		([target, share]) => {
			const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
			const found = scrollWidth > clientWidth ? ['wider than its screen'] : [];
			for (const one of document.querySelectorAll<HTMLElement>('button, a[href], select, input')) {
				// A box is touched by its label, a link in a sentence with the line it stands in.
				const touched = one.closest('label') ?? one;
				const { width, height } = touched.getBoundingClientRect();
				const isInLine = getComputedStyle(one).display === 'inline';
				const isSeen = one.checkVisibility({ visibilityProperty: true }) && width > 1;
				if (!isSeen || isInLine || Math.min(width, height) > target - 0.5) continue;
				const words = (one.ariaLabel ?? one.textContent).trim().slice(0, 40);
				found.push(`${Math.round(width)} × ${Math.round(height)} px, ${words}`);
			}
			const sheet = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1);
			if (sheet === undefined) return { whole: scrollHeight, found };
			const parts = [sheet, ...sheet.querySelectorAll(':not(textarea)')];
			const hidden = Math.max(...parts.map((one) => one.scrollHeight - one.clientHeight));
			const whole = hidden > 1 ? Math.ceil((sheet.clientHeight + hidden) / share) : 0;
			return { whole, found };
		},
		[TARGET, SHEET] as const
	);
}
