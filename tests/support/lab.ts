/** The app's evidence page (/lab), called from Node: one method per method of `VultusLab`. */
import type { Page } from 'playwright';
import type { Plan } from '../../src/lib/treatment/index.ts';
import type { LaidPhotograph, VultusLab } from '../../src/routes/lab/lab-api.ts';
import type { App } from './app.ts';
import type { Patch } from './pixels.ts';

export type Photograph =
	string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export type Lab = Omit<VultusLab, 'open' | 'watch'> & {
	readonly page: Page;
	/** Opens a photograph by path, or bytes. */
	open(photograph: Photograph): ReturnType<VultusLab['open']>;
	/** Looks at a photograph, laid into the frame of a camera or as it is. */
	watch(photograph: Photograph, laid: LaidPhotograph | null): ReturnType<VultusLab['watch']>;
	/** As `render`, but only the part that differs from the photograph; null where nothing does. */
	renderChange(plan: Plan): Promise<Patch | null>;
};

type Method = keyof VultusLab;
type Answer<M extends Method> = Awaited<ReturnType<VultusLab[M]>>;

/** A typed array on its way out of the page. */
type Packed = { readonly packed: keyof typeof ARRAYS; readonly base64: string };

const ARRAYS = { Uint8Array, Uint8ClampedArray, Int32Array, Float32Array, Float64Array };

/**
 * Calls a method in the page. Playwright itself would write typed arrays byte by byte, which takes ten
 * times as long as rendering the picture: the browser's own base64 is quick.
 */
async function call<M extends Method>(
	page: Page,
	method: M,
	...args: Parameters<VultusLab[M]>
): Promise<Answer<M>> {
	const answer = await page.evaluate(
		async ([name, given]) => {
			const base64Of = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
				new Uint8Array(buffer, byteOffset, byteLength).toBase64();
			const packed = (value: unknown): unknown => {
				if (ArrayBuffer.isView(value)) {
					return { packed: value.constructor.name, base64: base64Of(value) };
				}
				if (Array.isArray(value)) return value.map(packed);
				if (typeof value !== 'object' || value === null) return value;
				return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, packed(one)]));
			};
			const methods = vultusLab as unknown as Record<string, (...args: unknown[]) => unknown>;
			return packed(await methods[name]!(...given));
		},
		[method as string, args as unknown[]] as const
	);
	return unpacked(answer) as Answer<M>;
}

function isPacked(value: object): value is Packed {
	return 'packed' in value && 'base64' in value;
}

function unpacked(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(unpacked);
	if (typeof value !== 'object' || value === null) return value;
	if (isPacked(value)) {
		const { buffer } = Uint8Array.from(Buffer.from(value.base64, 'base64'));
		return new ARRAYS[value.packed](buffer);
	}
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpacked(one)]));
}

/** The smallest rectangle around all changed pixels. Nearly the whole picture stays in the page. */
async function renderChange(page: Page, plan: Plan): Promise<Patch | null> {
	const change = await page.evaluate(async (asked) => {
		const [before, after] = [await vultusLab!.render(null), await vultusLab!.render(asked)];
		const [a, b] = [new Uint32Array(before.data.buffer), new Uint32Array(after.data.buffer)];
		let [left, top, right, bottom] = [after.width, after.height, 0, 0];
		for (let y = 0, i = 0; y < after.height; y++) {
			for (let x = 0; x < after.width; x++, i++) {
				if (a[i] === b[i]) continue;
				[left, right] = [Math.min(left, x), Math.max(right, x + 1)];
				[top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
			}
		}
		if (right === 0) return null;
		const [width, height] = [right - left, bottom - top];
		const part = new Uint32Array(width * height);
		for (let row = 0; row < height; row++) {
			const start = (top + row) * after.width + left;
			part.set(b.subarray(start, start + width), row * width);
		}
		const base64 = new Uint8Array(part.buffer).toBase64();
		return { x: left, y: top, width, height, base64 };
	}, plan);
	if (change === null) return null;
	const { base64, ...box } = change;
	return { ...box, data: Uint8ClampedArray.from(Buffer.from(base64, 'base64')) };
}

/** Opens the page; `start` is the caller's. */
export async function openLab(app: App): Promise<Lab> {
	const page = await app.open('/lab');
	const input = page.locator('#lab-photograph');
	await input.waitFor();
	return {
		page,
		start: (landmarker) => call(page, 'start', landmarker),
		async open(photograph) {
			await input.setInputFiles(photograph);
			return await call(page, 'open');
		},
		async watch(photograph, laid) {
			await input.setInputFiles(photograph);
			return await call(page, 'watch', laid);
		},
		decode: () => call(page, 'decode'),
		decodedPng: () => call(page, 'decodedPng'),
		openPixels: (pixels, observation) => call(page, 'openPixels', pixels, observation),
		useRenderer: (kind) => call(page, 'useRenderer', kind),
		show: (plan, display) => call(page, 'show', plan, display),
		solve: (plan) => call(page, 'solve', plan),
		solveMany: (plans) => call(page, 'solveMany', plans),
		render: (plan) => call(page, 'render', plan),
		renderChange: (plan) => renderChange(page, plan),
		timeRender: (plan) => call(page, 'timeRender', plan),
		renderPng: (plan) => call(page, 'renderPng', plan),
		redetect: (pixels) => call(page, 'redetect', pixels),
		personMask: () => call(page, 'personMask'),
		skinClasses: () => call(page, 'skinClasses'),
		memory: () => call(page, 'memory')
	};
}
