import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import astronautUrl from '../../../../tests/fixtures/astronaut.png?url';
import { firstDifference } from '../../../../tests/support/first-difference.ts';
import type { Rect, Size } from '../../geometry/index.ts';
import type { Frame, Renderer, RgbaImage, Tone } from '../render-types.ts';
import { CpuRenderer } from './cpu.ts';
import {
	bump,
	difference,
	drawn,
	ellipsePerson,
	GPU_MAKERS,
	MAKERS,
	photograph,
	plainFrame,
	strongField
} from './test-scenes.ts';

/** The others must agree with the one on the CPU, which is looked at here; in the long form all are. */
const LOOKED_AT = import.meta.env['VULTUS_FULL'] === '1' ? MAKERS : MAKERS.slice(-1);

let astronaut: RgbaImage;
const started: Renderer[] = [];
const BOX: Rect = { x: 81.5, y: 20.25, width: 301, height: 333.5 };

beforeAll(async () => {
	astronaut = await photograph(astronautUrl);
});

afterEach(() => {
	for (const renderer of started.splice(0)) renderer.dispose();
});

async function showing(
	make: (limit?: number) => Promise<Renderer>,
	limit?: number
): Promise<Renderer> {
	const renderer = await make(limit);
	started.push(renderer);
	await renderer.setPicture(astronaut);
	return renderer;
}

/** `values` gets −1…1 across the box: log gain red, green, blue; pores. The base waves around −1. */
function toneOver(
	box: Rect,
	values: (x: number, y: number) => readonly [number, number, number, number]
): Tone {
	const [width, height] = [97, 113];
	const data = new Float32Array(6 * width * height);
	for (let j = 0; j < height; j++) {
		for (let i = 0; i < width; i++) {
			const base = -1 + 0.8 * Math.sin(i / 9) * Math.cos(j / 7);
			const at = values((2 * i + 1) / width - 1, (2 * j + 1) / height - 1);
			data.set([...at, base], 6 * (j * width + i));
		}
	}
	return { box, width, height, data };
}

/** Lighter and darker lobes of different colour, pores between them, untouched corners and middle. */
function strongTone(strength = 1): Tone {
	return toneOver(BOX, (x, y) => {
		const left = strength * bump((x + 0.5) * 2.1, y * 1.1);
		const right = strength * bump((x - 0.5) * 2.1, y * 1.1);
		return [
			0.9 * left - 0.5 * right,
			0.6 * left - 0.7 * right,
			0.4 * left - 0.2 * right,
			0.4 * strength * bump(x * 1.2, (y - 0.4) * 1.8)
		];
	});
}

/** Gains up to the very border of the box, and of the picture on one side. */
function borderTone(): Tone {
	return toneOver({ x: -20, y: 100, width: 200, height: 120 }, (x, y) => [0.3, 0.2 * x, y, 0.2]);
}

const linear = (byte: number): number =>
	byte <= 0.04045 * 255 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
const encoded = (light: number): number =>
	255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

function basis(distance: number): number {
	const d = Math.abs(distance);
	return d < 1 ? 2 / 3 - d * d + (d * d * d) / 2 : d < 2 ? (2 - d) ** 3 / 6 : 0;
}

/** The law as `skin` states it, in double precision, on a level of a picture of `size`. */
function reference(level: RgbaImage, size: Size, tone: Tone): Uint8ClampedArray {
	const data = new Uint8ClampedArray(level.data);
	const { box, width, height } = tone;
	for (let y = 0; y < level.height; y++) {
		for (let x = 0; x < level.width; x++) {
			const px = ((x + 0.5) * size.width) / level.width;
			const py = ((y + 0.5) * size.height) / level.height;
			if (px < box.x || py < box.y || px >= box.x + box.width || py >= box.y + box.height) continue;
			const sx = ((px - box.x) * width) / box.width - 0.5;
			const sy = ((py - box.y) * height) / box.height - 0.5;
			const sums = [0, 0, 0, 0, 0];
			for (let j = Math.floor(sy) - 1; j <= Math.floor(sy) + 2; j++) {
				for (let i = Math.floor(sx) - 1; i <= Math.floor(sx) + 2; i++) {
					const weight = basis(sx - i) * basis(sy - j);
					const column = Math.max(0, Math.min(width - 1, i));
					const row = Math.max(0, Math.min(height - 1, j));
					for (let k = 0; k < 5; k++) {
						sums[k] = sums[k]! + weight * tone.data[6 * (row * width + column) + k]!;
					}
				}
			}
			const [red, green, blue, pores, base] = sums as [number, number, number, number, number];
			const at = 4 * (y * level.width + x);
			const light = [0, 1, 2].map((k) => linear(data[at + k]!)) as [number, number, number];
			const luma = 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
			const above = Math.log(Math.max(luma, 0.004)) - base;
			const pull = pores * Math.max(-0.2, Math.min(0.2, above));
			[red, green, blue].forEach((gain, k) => {
				data[at + k] = Math.round(encoded(light[k]! * Math.exp(gain - pull)));
			});
		}
	}
	return data;
}

function asImage({ width, height }: Size, data: Uint8ClampedArray): RgbaImage {
	return { width, height, data: new Uint8ClampedArray(data) };
}

describe.each(LOOKED_AT)('a tone on %s', (_, make) => {
	it('that asks for nothing leaves every byte', async () => {
		const renderer = await showing(make);
		renderer.setTone(toneOver(BOX, () => [0, 0, 0, 0]));
		const { width, height, data } = astronaut;
		expect(firstDifference(await drawn(renderer, plainFrame(width, height), null), data)).toBe(-1);
		expect(firstDifference((await renderer.renderFull(null)).data, data)).toBe(-1);
	});

	it.each([
		['inside', strongTone],
		['over the border', borderTone]
	])('colours every level and the export by the law, %s', async (_where, tone) => {
		const renderer = await showing(make);
		for (const scale of [1, 0.5, 0.25]) {
			const size = { width: 512 * scale, height: 512 * scale };
			const frame = plainFrame(size.width, size.height, { scale });
			renderer.setTone(null);
			const pristine = asImage(size, await drawn(renderer, frame, null));
			renderer.setTone(tone());
			const toned = await drawn(renderer, frame, null);
			const expected = reference(pristine, astronaut, tone());
			expect(difference(toned, expected).shareAboveOne).toBeLessThanOrEqual(0.0001);
			expect(difference(toned, pristine.data).shareAboveOne).toBeGreaterThan(0.05);
		}
		const full = (await renderer.renderFull(null)).data;
		const expected = reference(astronaut, astronaut, tone());
		expect(difference(full, expected).shareAboveOne).toBeLessThanOrEqual(0.0001);
	});

	it('touches nothing where gain and pores are 0', async () => {
		const renderer = await showing(make);
		const tone = strongTone();
		renderer.setTone(tone);
		const { data } = await renderer.renderFull(null);
		const plain = toneOver(BOX, () => [0, 0, 0, 0]);
		let still = 0;
		for (let y = 0; y < 512; y++) {
			for (let x = 0; x < 512; x++) {
				if (asksAround(tone, plain, x, y)) continue;
				still++;
				const at = 4 * (y * 512 + x);
				if (data[at] !== astronaut.data[at]) expect([x, y]).toEqual('untouched');
			}
		}
		expect(still).toBeGreaterThan(150_000);
	});

	it('grows lighter with the gain, never darker', async () => {
		const renderer = await showing(make);
		let last = astronaut.data;
		let lighter = 0;
		for (let step = 1; step <= 8; step++) {
			renderer.setTone(
				toneOver(BOX, (x, y) => {
					const gain = 0.15 * step * bump(x, y);
					return [gain, 0.5 * gain, 0.1 * gain, 0];
				})
			);
			const { data } = await renderer.renderFull(null);
			for (let i = 0; i < data.length; i++) {
				if (data[i]! < last[i]!) expect(`${String(step)}: ${String(i)}`).toBe('not darker');
				if (data[i]! > last[i]!) lighter++;
			}
			last = data;
		}
		expect(lighter).toBeGreaterThan(100_000);
	});

	it('moves with the field: as the toned picture does, person or not', async () => {
		const renderer = await showing(make);
		const field = strongField(astronaut);
		const views = [{ scale: 1 }, { scale: 0.43, offsetX: 5.3 }, { scale: 0.8, mirrored: true }];
		for (const person of [null, ellipsePerson(astronaut)]) {
			await renderer.setPicture(astronaut);
			renderer.setPerson(person);
			renderer.setTone(strongTone());
			const toned = await renderer.renderFull(null);
			const full = await renderer.renderFull(field);
			const drawings = [];
			for (const view of views)
				drawings.push(await drawn(renderer, plainFrame(420, 420, view), field));
			await renderer.setPicture(toned);
			renderer.setPerson(person);
			expect(firstDifference((await renderer.renderFull(field)).data, full.data)).toBe(-1);
			for (const [index, view] of views.entries()) {
				const alone = await drawn(renderer, plainFrame(420, 420, view), field);
				// Toned before it is halved or after makes a small difference.
				expect(difference(alone, drawings[index]!).shareAboveOne).toBeLessThanOrEqual(0.002);
			}
		}
	});

	it('follows a changed part as a whole new tone', async () => {
		const renderer = await showing(make);
		const fresh = await showing(make);
		const field = strongField(astronaut);
		const frames = [plainFrame(420, 420), plainFrame(420, 420, { scale: 0.43, offsetX: 9.1 })];
		const tone = strongTone();
		renderer.setTone(tone);
		for (const frame of frames) await drawn(renderer, frame, null);
		for (const changed of [
			{ x: 20, y: 31, width: 17, height: 9 },
			{ x: 0, y: 100, width: 97, height: 13 },
			{ x: 96, y: 0, width: 1, height: 113 }
		]) {
			for (let j = changed.y; j < changed.y + changed.height; j++) {
				for (let i = changed.x; i < changed.x + changed.width; i++) {
					tone.data.set([-0.4, 0.3, 0.2, 0.3], 6 * (j * tone.width + i));
				}
			}
			renderer.setTone(tone, changed);
			fresh.setTone(null);
			fresh.setTone(tone);
			for (const [index, frame] of frames.entries()) {
				for (const one of index === 0 ? [null, field] : [field, null]) {
					const part = await drawn(renderer, frame, one);
					expect(difference(part, await drawn(fresh, frame, one)).largest).toBe(0);
				}
			}
			const part = await renderer.renderFull(null);
			expect(difference(part.data, (await fresh.renderFull(null)).data).largest).toBe(0);
		}
	});

	it('takes a tone with another box as a whole', async () => {
		const renderer = await showing(make);
		const frame = plainFrame(400, 400);
		renderer.setTone(borderTone());
		await drawn(renderer, frame, null);
		renderer.setTone(strongTone(), { x: 0, y: 0, width: 1, height: 1 });
		const then = await drawn(renderer, frame, null);
		renderer.setTone(null);
		renderer.setTone(strongTone());
		expect(firstDifference(then, await drawn(renderer, frame, null))).toBe(-1);
	});

	it('leaves the photograph beside the illustration alone, and is forgotten with it', async () => {
		const renderer = await showing(make);
		const halves = (border: number): Frame => {
			const transform = { scale: 1, offsetX: 0, offsetY: 0, mirrored: false };
			const left = { x: 0, y: 0, width: border, height: 400 };
			const right = { x: border, y: 0, width: 400 - border, height: 400 };
			return {
				width: 400,
				height: 400,
				surround: [0, 0, 0],
				panes: [
					{ clip: left, transform, shows: 'photograph' },
					{ clip: right, transform, shows: 'illustration' }
				]
			};
		};
		const pristine = await drawn(renderer, plainFrame(400, 400), null);
		renderer.setTone(strongTone());
		const toned = await drawn(renderer, plainFrame(400, 400), null);
		expect(difference(toned, pristine).largest).toBeGreaterThan(40);
		for (const border of [140, 260]) {
			const both = await drawn(renderer, halves(border), null);
			for (let y = 0; y < 400; y++) {
				const [from, middle, to] = [1600 * y, 1600 * y + 4 * border, 1600 * (y + 1)];
				expect(firstDifference(both.subarray(from, middle), pristine.subarray(from, middle))).toBe(
					-1
				);
				expect(firstDifference(both.subarray(middle, to), toned.subarray(middle, to))).toBe(-1);
			}
		}
		await renderer.setPicture(astronaut);
		expect(firstDifference(await drawn(renderer, plainFrame(400, 400), null), pristine)).toBe(-1);
	});

	it('stays as it was for an export that has begun', async () => {
		const renderer = await showing(make);
		const field = strongField(astronaut);
		const tone = strongTone();
		renderer.setTone(tone);
		const expected = (await renderer.renderFull(field)).data;
		const exporting = renderer.renderFull(field);
		tone.data.fill(0);
		renderer.setTone(tone);
		expect(firstDifference((await exporting).data, expected)).toBe(-1);
		await expect(renderer.renderFull(null, AbortSignal.abort())).rejects.toMatchObject({
			code: 'cancelled'
		});
	});

	it('wants a picture first', async () => {
		const renderer = await make();
		started.push(renderer);
		expect(() => {
			renderer.setTone(strongTone());
		}).toThrow(expect.objectContaining({ code: 'engine.no-photo' }));
		renderer.setTone(null);
	});
});

function asksAround(tone: Tone, plain: Tone, x: number, y: number): boolean {
	const column = Math.floor(((x + 0.5 - BOX.x) * tone.width) / BOX.width - 0.5);
	const row = Math.floor(((y + 0.5 - BOX.y) * tone.height) / BOX.height - 0.5);
	for (let j = row - 1; j <= row + 2; j++) {
		for (let i = column - 1; i <= column + 2; i++) {
			if (i < 0 || j < 0 || i >= tone.width || j >= tone.height) continue;
			const at = 6 * (j * tone.width + i);
			for (let k = 0; k < 4; k++) if (tone.data[at + k] !== plain.data[at + k]) return true;
		}
	}
	return false;
}

describe.each(GPU_MAKERS)('a tone on %s beside the CPU', (_, make) => {
	it('agrees within 2/255, also from tiles', async () => {
		const whole = await showing(make);
		const tiled = await showing(make, 64);
		const cpu = new CpuRenderer();
		await cpu.setPicture(astronaut);
		const field = strongField(astronaut);
		const person = ellipsePerson(astronaut);
		for (const one of [whole, tiled, cpu]) {
			one.setPerson(person);
			one.setTone(strongTone());
		}
		for (const view of [
			{ scale: 1 },
			{ scale: 2.3, offsetX: -310.4, offsetY: -205.7 },
			{ scale: 0.55, offsetX: 60.5, mirrored: true },
			{ scale: 0.21, offsetX: 33.3 }
		]) {
			const frame = plainFrame(560, 420, view);
			const onWhole = await drawn(whole, frame, field);
			expect(firstDifference(await drawn(tiled, frame, field), onWhole)).toBe(-1);
			const { largest, shareAboveOne } = difference(onWhole, await drawn(cpu, frame, field));
			expect(largest).toBeLessThanOrEqual(2);
			expect(shareAboveOne).toBeLessThanOrEqual(0.0001);
		}
		const full = (await whole.renderFull(field)).data;
		expect(firstDifference((await tiled.renderFull(field)).data, full)).toBe(-1);
		const onCpu = (await cpu.renderFull(field)).data;
		expect(difference(full, onCpu).largest).toBeLessThanOrEqual(2);
	});
});
