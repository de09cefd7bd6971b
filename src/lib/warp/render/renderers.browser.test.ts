import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import astronautUrl from '../../../../tests/fixtures/astronaut.png?url';
import hopperUrl from '../../../../tests/fixtures/grace-hopper.jpg?url';
import { firstDifference } from '../../../../tests/support/first-difference.ts';
import type { Frame, Renderer, RgbaImage } from '../render-types.ts';
import { GRID, type Field } from '../types.ts';
import { CpuRenderer } from './cpu.ts';
import {
	difference,
	drawn,
	ellipsePerson,
	fieldOver,
	GPU_MAKERS,
	MAKERS,
	photograph,
	plainFrame,
	strongField
} from './test-scenes.ts';

let portraits: readonly (readonly [string, RgbaImage])[] = [];
let astronaut: RgbaImage;
const started: Renderer[] = [];

beforeAll(async () => {
	astronaut = await photograph(astronautUrl);
	portraits = [
		['astronaut', astronaut],
		['hopper', await photograph(hopperUrl)]
	];
});

afterEach(() => {
	for (const renderer of started.splice(0)) renderer.dispose();
});

function kept(renderer: Renderer): Renderer {
	started.push(renderer);
	return renderer;
}

describe.each(MAKERS)('%s', (_, make) => {
	it('shows the picture bit for bit at scale 1 with nothing moved', async () => {
		const renderer = kept(await make());
		const { width, height, data } = astronaut;
		await renderer.setPicture(astronaut);
		renderer.setPerson(ellipsePerson(astronaut));
		const still = fieldOver({ x: 50, y: 50, width: 300, height: 300 }, () => [0, 0]);
		expect(difference(await drawn(renderer, plainFrame(width, height), still), data)).toEqual({
			largest: 0,
			shareAboveOne: 0
		});
		const part = await drawn(renderer, plainFrame(200, 100, { offsetX: -31, offsetY: -57 }), null);
		for (let y = 0; y < 100; y++) {
			const from = 4 * ((y + 57) * width + 31);
			const row = part.subarray(800 * y, 800 * (y + 1));
			expect(firstDifference(row, data.subarray(from, from + 800))).toBe(-1);
		}
	});

	it('exports the picture bit for bit when nothing moves, and outside of what moves', async () => {
		const renderer = kept(await make());
		await renderer.setPicture(astronaut);
		expect(firstDifference((await renderer.renderFull(null)).data, astronaut.data)).toBe(-1);
		const still = fieldOver({ x: 50, y: 50, width: 300, height: 300 }, () => [0, 0]);
		expect(firstDifference((await renderer.renderFull(still)).data, astronaut.data)).toBe(-1);
		const field = strongField(astronaut);
		const { data } = await renderer.renderFull(field);
		let changedInside = 0;
		let changedOutside = 0;
		for (let i = 0; i < data.length; i++) {
			if (data[i] === astronaut.data[i]) continue;
			const x = (i >> 2) % astronaut.width;
			const y = Math.floor((i >> 2) / astronaut.width);
			const inX = x > field.box.x && x < field.box.x + field.box.width;
			const inY = y > field.box.y && y < field.box.y + field.box.height;
			if (inX && inY) changedInside++;
			else changedOutside++;
		}
		expect(changedOutside).toBe(0);
		expect(changedInside).toBeGreaterThan(10_000);
	});

	it('refuses to draw without a picture', async () => {
		const renderer = kept(await make());
		await expect(renderer.draw(plainFrame(4, 4), null)).rejects.toMatchObject({
			code: 'engine.no-photo'
		});
	});

	it('stops an export when cancelled', async () => {
		const renderer = kept(await make());
		await renderer.setPicture(astronaut);
		const signal = AbortSignal.abort();
		await expect(renderer.renderFull(strongField(astronaut), signal)).rejects.toMatchObject({
			code: 'cancelled'
		});
	});

	it('paints panes in their clips and the surround around the picture', async () => {
		const renderer = kept(await make());
		await renderer.setPicture(astronaut);
		const { width, data } = astronaut;
		const frame: Frame = {
			width: 300,
			height: 120,
			surround: [11, 22, 33],
			panes: [
				{
					clip: { x: 0, y: 0, width: 100, height: 120 },
					transform: { scale: 1, offsetX: 40, offsetY: 30, mirrored: false },
					shows: 'photograph'
				},
				{
					clip: { x: 120, y: 10, width: 150, height: 90 },
					transform: { scale: 1, offsetX: 120, offsetY: 10, mirrored: true },
					shows: 'photograph'
				}
			]
		};
		const picture = await drawn(renderer, frame, strongField(astronaut));
		const pixel = (x: number, y: number): number[] => [
			...picture.subarray(4 * (300 * y + x), 4 * (300 * y + x) + 4)
		];
		const source = (x: number, y: number): number[] => [
			...data.subarray(4 * (width * y + x), 4 * (width * y + x) + 4)
		];
		const surround = [11, 22, 33, 255];
		expect(pixel(0, 0)).toEqual(surround);
		expect(pixel(39, 60)).toEqual(surround);
		expect(pixel(40, 30)).toEqual(source(0, 0));
		expect(pixel(99, 119)).toEqual(source(59, 89));
		expect(pixel(100, 60)).toEqual(surround);
		expect(pixel(120, 10)).toEqual(source(width - 1, 0));
		expect(pixel(269, 99)).toEqual(source(width - 150, 89));
		expect(pixel(270, 99)).toEqual(surround);
	});

	it('mirrors: the mirrored picture and field give the mirrored output', async () => {
		const renderer = kept(await make());
		const { width, height } = astronaut;
		const field = strongField(astronaut);
		const person = ellipsePerson(astronaut);
		await renderer.setPicture(astronaut);
		renderer.setPerson(person);
		const straight = await renderer.renderFull(field);
		const view = { scale: 0.37, offsetX: 3.2, offsetY: 1.7, mirrored: true };
		const preview = await drawn(renderer, plainFrame(200, 190, view), field);
		await renderer.setPicture(mirroredImage(astronaut));
		const alpha = mirroredRows(person.alpha, person.width, 1);
		const fill = mirroredRows(person.fill, person.width, 4);
		renderer.setPerson({ ...person, alpha, fill });
		const mirroredField = mirrored(field, width);
		const turned = await renderer.renderFull(mirroredField);
		const back = mirroredImage({ width, height, data: turned.data });
		expect(difference(back.data, straight.data).largest).toBeLessThanOrEqual(2);
		const upright = { ...view, mirrored: false };
		const previewTurned = await drawn(renderer, plainFrame(200, 190, upright), mirroredField);
		expect(difference(previewTurned, preview).largest).toBeLessThanOrEqual(2);
	});
});

describe.each(GPU_MAKERS)('%s beside the CPU', (_, make) => {
	const views = [
		{ scale: 1, offsetX: 0, offsetY: 0 },
		{ scale: 2.3, offsetX: -310.4, offsetY: -205.7 },
		{ scale: 0.83, offsetX: 11.3, offsetY: 4.1 },
		{ scale: 0.55, offsetX: 60.5, offsetY: 7.25, mirrored: true },
		{ scale: 0.21, offsetX: 33.3, offsetY: 40 }
	];

	it('agrees within 1/255 on 99.99 % of pixels, with and without a person layer', async () => {
		const gpu = kept(await make());
		const cpu = new CpuRenderer();
		for (const [name, picture] of portraits) {
			const field = strongField(picture);
			for (const one of [gpu, cpu]) await one.setPicture(picture);
			for (const person of [null, ellipsePerson(picture)]) {
				for (const one of [gpu, cpu]) one.setPerson(person);
				for (const view of views) {
					const frame = plainFrame(560, 420, view);
					const a = await drawn(gpu, frame, field);
					const b = await drawn(cpu, frame, field);
					const label = `${name} ${String(view.scale)} ${String(person !== null)}`;
					expect(difference(a, b).shareAboveOne, label).toBeLessThanOrEqual(0.0001);
				}
				const a = (await gpu.renderFull(field)).data;
				const b = (await cpu.renderFull(field)).data;
				expect(difference(a, b).shareAboveOne, `${name} export`).toBeLessThanOrEqual(0.0001);
			}
		}
	});

	it('gives the same pixels from tiles as from one texture', async () => {
		const whole = kept(await make());
		const tiled = kept(await make(64));
		const field = strongField(astronaut);
		for (const one of [whole, tiled]) await one.setPicture(astronaut);
		for (const view of views) {
			const frame = plainFrame(560, 420, view);
			const onWhole = await drawn(whole, frame, field);
			expect(firstDifference(await drawn(tiled, frame, field), onWhole)).toBe(-1);
		}
		const onWhole = (await whole.renderFull(field)).data;
		expect(firstDifference((await tiled.renderFull(field)).data, onWhole)).toBe(-1);
	});
});

function mirroredRows<
	T extends Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer> | Float32Array<ArrayBuffer>
>(rows: T, width: number, channels: number): T {
	const result = rows.slice() as T;
	for (let i = 0; i < rows.length / channels; i++) {
		const x = i % width;
		const from = (i - x + width - 1 - x) * channels;
		for (let k = 0; k < channels; k++) result[i * channels + k] = rows[from + k]!;
	}
	return result;
}

function mirroredImage(image: RgbaImage): RgbaImage {
	return { ...image, data: mirroredRows(image.data, image.width, 4) };
}

function mirrored(field: Field, pictureWidth: number): Field {
	const data = mirroredRows(field.data, GRID, 1);
	for (let i = 0; i < data.length / 2; i++) data[i] = -data[i]!;
	const { x, y, width, height } = field.box;
	return { box: { x: pictureWidth - x - width, y, width, height }, data };
}
