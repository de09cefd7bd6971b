/**
 * Area `peers`: the same field on the same picture at display size by what a developer would take
 * instead, in the same page: OpenCV.js (bicubic remap) and PixiJS (displacement filter).
 */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { Size } from '../../src/lib/geometry/index.ts';
import type { Field } from '../../src/lib/warp/index.ts';
import type { Lab } from '../support/lab.ts';
import { planWith, RENDERERS } from './engine.ts';
import { DISPLAY, portraitAt, SIZES } from './pictures.ts';
import { median, plain, repeated, type Row } from './rows.ts';
import { timeOpenCv, timePixi } from './peers-in-page.ts';

const AREA = 'peers';
const RUNS = 7;
const OPENCV = fileURLToPath(import.meta.resolve('@techstark/opencv-js'));
const PIXI = fileURLToPath(new URL('../dist/pixi.min.js', import.meta.resolve('pixi.js')));

/** How a picture stands in the middle of the display, whole: as the lab shows it. */
function fitted(picture: Size): { readonly scale: number; readonly x: number; readonly y: number } {
	const scale = Math.min(DISPLAY.width / picture.width, DISPLAY.height / picture.height);
	return {
		scale,
		x: (DISPLAY.width - scale * picture.width) / 2,
		y: (DISPLAY.height - scale * picture.height) / 2
	};
}

/** The open picture as it stands on the display, RGBA. */
async function displayPicture(page: Page, picture: Size): Promise<Uint8ClampedArray> {
	return await page.evaluate(
		async ([display, { scale, x, y }]) => {
			const { data, width, height } = await vultusLab!.decode();
			const bitmap = await createImageBitmap(new ImageData(data, width, height));
			const context = new OffscreenCanvas(display.width, display.height).getContext('2d');
			if (context === null) throw new Error('no canvas');
			context.imageSmoothingQuality = 'high';
			context.drawImage(bitmap, x, y, scale * width, scale * height);
			return new Uint8ClampedArray(context.getImageData(0, 0, display.width, display.height).data);
		},
		[DISPLAY, fitted(picture)] as const
	);
}

/** The field in pixels of the display. */
function onDisplay({ box, data }: Field, picture: Size): Field {
	const { scale, x, y } = fitted(picture);
	return {
		box: {
			x: x + box.x * scale,
			y: y + box.y * scale,
			width: box.width * scale,
			height: box.height * scale
		},
		data: data.map((value) => value * scale)
	};
}

/** `lab` must be on a page without the app's content policy: both peers compile code at run time. */
export async function measurePeers(lab: Lab): Promise<readonly Row[]> {
	await lab.page.addScriptTag({ path: OPENCV });
	await lab.page.addScriptTag({ path: PIXI });
	const rows: Row[] = [];
	for (const [name, size] of Object.entries(SIZES)) rows.push(...(await rowsAt(lab, name, size)));
	return rows;
}

async function rowsAt(lab: Lab, name: string, size: Size): Promise<Row[]> {
	const { page } = lab;
	await lab.open(await portraitAt(page, size));
	const { backward } = await lab.solve(planWith(10, 3));
	const field = onDisplay(backward, size);
	const picture = await displayPicture(page, size);
	const question = { picture, field, display: DISPLAY, runs: RUNS };
	const openCv = await page.evaluate(timeOpenCv, question);
	const remap = median(openCv.remap);
	const whole = median(openCv.whole);
	const pixi = median(await page.evaluate(timePixi, question));
	const figure = (words: string) => `${words}, 1600×1200 from ${name}`;
	const rows = [
		plain(AREA, figure('OpenCV.js remap (bicubic)'), remap, 'ms'),
		plain(AREA, figure('OpenCV.js field to map and remap'), whole, 'ms'),
		plain(AREA, figure('PixiJS displacement filter'), pixi, 'ms')
	];
	for (const renderer of RENDERERS) {
		await lab.useRenderer(renderer);
		await lab.show(planWith(10, RUNS), DISPLAY);
		const shown = await repeated(RUNS, (run) => lab.show(planWith(10, run), DISPLAY));
		const ours = median(shown.map(({ timingsMs }) => timingsMs['total'] ?? Number.NaN));
		const step = `slider to picture by ${renderer}`;
		rows.push(plain(AREA, figure(step), ours, 'ms'));
		if (renderer === 'cpu') {
			const beside = figure(`${step} ÷ OpenCV.js field to map and remap`);
			const ratio = plain(AREA, beside, ours / whole, '×');
			rows.push({ ...ratio, goal: '≤ 1 ×', met: ours <= whole });
			rows.push(plain(AREA, figure(`${step} ÷ OpenCV.js remap alone`), ours / remap, '×'));
		} else {
			rows.push(plain(AREA, figure(`${step} ÷ PixiJS`), ours / pixi, '×'));
		}
	}
	return rows;
}
