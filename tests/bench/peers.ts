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

/** The picture as it fills the display, RGBA. */
async function displayPicture(page: Page, display: Size): Promise<Uint8ClampedArray> {
	return await page.evaluate(async ({ width, height }) => {
		const { data, ...size } = await vultusLab!.decode();
		const bitmap = await createImageBitmap(new ImageData(data, size.width, size.height));
		const context = new OffscreenCanvas(width, height).getContext('2d');
		if (context === null) throw new Error('no canvas');
		context.imageSmoothingQuality = 'high';
		context.drawImage(bitmap, 0, 0, width, height);
		return new Uint8ClampedArray(context.getImageData(0, 0, width, height).data);
	}, display);
}

/** The field in pixels of the display. */
function onDisplay({ box, data }: Field, scale: number): Field {
	return {
		box: {
			x: box.x * scale,
			y: box.y * scale,
			width: box.width * scale,
			height: box.height * scale
		},
		data: data.map((value) => value * scale)
	};
}

/** `lab` must be on a page without the app's content policy: both peers compile code at run time. */
export async function measurePeers(lab: Lab): Promise<readonly Row[]> {
	const { page } = lab;
	await lab.open(await portraitAt(page, SIZES['12 MP']));
	const plan = planWith(10, 3);
	const { backward } = await lab.solve(plan);
	const field = onDisplay(backward, DISPLAY.width / SIZES['12 MP'].width);
	const picture = await displayPicture(page, DISPLAY);
	await page.addScriptTag({ path: OPENCV });
	await page.addScriptTag({ path: PIXI });
	const question = { picture, field, display: DISPLAY, runs: RUNS };
	const openCv = await page.evaluate(timeOpenCv, question);
	const remap = median(openCv.remap);
	const whole = median(openCv.whole);
	const pixi = median(await page.evaluate(timePixi, question));
	const rows = [
		plain(AREA, 'OpenCV.js remap (bicubic), 1600×1200', remap, 'ms'),
		plain(AREA, 'OpenCV.js field to map and remap, 1600×1200', whole, 'ms'),
		plain(AREA, 'PixiJS displacement filter, 1600×1200', pixi, 'ms')
	];
	for (const renderer of RENDERERS) {
		await lab.useRenderer(renderer);
		await lab.show(planWith(10, RUNS), DISPLAY);
		const shown = await repeated(RUNS, (run) => lab.show(planWith(10, run), DISPLAY));
		const ours = median(shown.map(({ timingsMs }) => timingsMs['total'] ?? Number.NaN));
		rows.push(plain(AREA, `slider to picture by ${renderer}, 1600×1200`, ours, 'ms'));
		if (renderer === 'cpu') {
			rows.push({
				...plain(
					AREA,
					'slider to picture by cpu ÷ OpenCV.js field to map and remap',
					ours / whole,
					'×'
				),
				goal: '≤ 1 ×',
				met: ours <= whole
			});
			rows.push(plain(AREA, 'slider to picture by cpu ÷ OpenCV.js remap alone', ours / remap, '×'));
		} else {
			rows.push(plain(AREA, `slider to picture by ${renderer} ÷ PixiJS`, ours / pixi, '×'));
		}
	}
	return rows;
}
