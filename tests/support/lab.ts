/** The app's evidence page (/lab), called from Node: one method per method of `VultusLab`. */
import type { Page } from 'playwright';
import type { VultusLab } from '../../src/routes/lab/lab-api.ts';
import type { App } from './app.ts';

export type Photograph =
	string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export type Lab = Omit<VultusLab, 'open'> & {
	readonly page: Page;
	/** Opens a photograph by path, or bytes. */
	open(photograph: Photograph): ReturnType<VultusLab['open']>;
};

/** Opens the page; `start` is the caller's. */
export async function openLab(app: App): Promise<Lab> {
	const page = await app.open('/lab');
	const input = page.locator('#lab-photograph');
	await input.waitFor();
	return {
		page,
		start: (landmarker) => page.evaluate((argument) => vultusLab!.start(argument), landmarker),
		async open(photograph) {
			await input.setInputFiles(photograph);
			return await page.evaluate(() => vultusLab!.open());
		},
		decode: () => page.evaluate(() => vultusLab!.decode()),
		decodedPng: () => page.evaluate(() => vultusLab!.decodedPng()),
		openPixels: (pixels, observation) =>
			page.evaluate(([a, b]) => vultusLab!.openPixels(a, b), [pixels, observation] as const),
		useRenderer: (kind) => page.evaluate((argument) => vultusLab!.useRenderer(argument), kind),
		show: (plan, display) =>
			page.evaluate(([a, b]) => vultusLab!.show(a, b), [plan, display] as const),
		solve: (plan) => page.evaluate((argument) => vultusLab!.solve(argument), plan),
		solveMany: (plans) => page.evaluate((argument) => vultusLab!.solveMany(argument), plans),
		render: (plan) => page.evaluate((argument) => vultusLab!.render(argument), plan),
		timeRender: (plan) => page.evaluate((argument) => vultusLab!.timeRender(argument), plan),
		renderPng: (plan) => page.evaluate((argument) => vultusLab!.renderPng(argument), plan),
		redetect: (pixels) => page.evaluate((argument) => vultusLab!.redetect(argument), pixels),
		personMask: () => page.evaluate(() => vultusLab!.personMask()),
		skinClasses: () => page.evaluate(() => vultusLab!.skinClasses()),
		memory: () => page.evaluate(() => vultusLab!.memory())
	};
}
