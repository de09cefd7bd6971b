/** The icons of the web manifest, drawn from icon.svg. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext } from 'playwright';

const FOLDER = resolve('static/icons');
/** What a launcher may cut away: the mark keeps to four fifths, the ground fills all of it. */
const SAFE = 0.86;

const ICONS = [
	{ name: 'icon-192', size: 192, fills: false },
	{ name: 'icon-512', size: 512, fills: false },
	{ name: 'maskable-512', size: 512, fills: true },
	// iOS rounds the corners itself, and shows what is transparent in black.
	{ name: 'touch-180', size: 180, fills: true }
] as const;

function filled(svg: string): string {
	return svg
		.replace(/ rx="\d+"/, '')
		.replace('<path', `<g transform="translate(32 32) scale(${SAFE}) translate(-32 -32)"><path`)
		.replace('</svg>', '</g></svg>');
}

export async function drawIcons(context: BrowserContext): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	const svg = readFileSync(resolve('static/icon.svg'), 'utf8');
	const page = await context.newPage();
	for (const { name, size, fills } of ICONS) {
		await page.setViewportSize({ width: size, height: size });
		const style = `html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}`;
		await page.setContent(`<style>${style}</style>${fills ? filled(svg) : svg}`);
		await page.screenshot({ path: join(FOLDER, `${name}.png`), omitBackground: true });
	}
	await page.close();
}
