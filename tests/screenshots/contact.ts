/** Contact sheets: each screen once, with all its sizes and themes side by side. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { pictureName, THEMES, type Size } from './look.ts';

/** Of a picture as it was taken. */
const SCALE = 0.42;

export async function contactSheets(
	context: BrowserContext,
	folder: string,
	names: readonly string[],
	sizes: readonly Size[]
): Promise<void> {
	mkdirSync(join(folder, 'sheets'), { recursive: true });
	const page = await context.newPage();
	const width = Math.ceil(sizes.reduce((sum, size) => sum + SCALE * size.width, 0));
	await page.setViewportSize({ width, height: 800 });
	for (const name of names) {
		const pictures = THEMES.flatMap((theme) =>
			sizes.map((size) => {
				const path = join(folder, pictureName(name, size, theme));
				const bytes = existsSync(path) ? readFileSync(path).toString('base64') : '';
				return `<img width="${SCALE * size.width}" src="data:image/png;base64,${bytes}">`;
			})
		);
		const columns = sizes.map((size) => `${SCALE * size.width}px`).join(' ');
		const style = `margin:0;display:grid;grid-template-columns:${columns};background:#808`;
		await page.setContent(`<body style="${style};align-items:start">${pictures.join('')}</body>`);
		const path = join(folder, 'sheets', `${name}.png`);
		await page.screenshot({ path, fullPage: true });
	}
	await page.close();
}
