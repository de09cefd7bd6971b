import { describe, expect, it } from 'vitest';
import type { PersonLayer, RgbaImage } from '../render-types.ts';
import type { Field } from '../types.ts';
import { buildPersonLayer } from '../person/index.ts';
import { bump, drawn, fieldOver, MAKERS, plainFrame } from './test-scenes.ts';

const SIDE = 400;
const RADIUS = 110;
const STRIPE = 10;

/**
 * A flat disc of a person in front of vertical stripes; `halo` px around it are darkened, as a camera
 * sharpens an edge.
 */
function scene(halo = 0): { picture: RgbaImage; person: PersonLayer } {
	const data = new Uint8ClampedArray(4 * SIDE * SIDE);
	for (let y = 0, at = 0; y < SIDE; y++) {
		for (let x = 0; x < SIDE; x++, at += 4) {
			const stripe = Math.floor(x / STRIPE) % 2 === 0;
			const background = stripe ? [60, 90, 120] : [70, 100, 130];
			const distance = outside(x + 0.5, y + 0.5);
			const seen = distance < halo ? [20, 30, 40] : background;
			data.set([...(distance < 0 ? [230, 180, 160] : seen), 255], at);
		}
	}
	const picture = { width: SIDE, height: SIDE, data };
	const lowRes = 100;
	const probability = new Float32Array(lowRes * lowRes);
	for (let j = 0; j < lowRes; j++) {
		for (let i = 0; i < lowRes; i++) {
			const distance = outside((i + 0.5) * 4, (j + 0.5) * 4);
			probability[j * lowRes + i] = Math.max(0, Math.min(1, 0.5 - distance / 8));
		}
	}
	const box = { x: 0, y: 0, width: SIDE, height: SIDE };
	const alphaLowRes = { width: lowRes, height: lowRes, data: probability };
	return { picture, person: buildPersonLayer({ picture, box, alphaLowRes }) };
}

function outside(x: number, y: number): number {
	return Math.hypot(x - SIDE / 2, y - SIDE / 2) - RADIUS;
}

/** Draws the outline in by up to `reach` px on every side, and the background with it. */
function shrinking(reach: number): Field {
	return fieldOver({ x: 0, y: 0, width: SIDE, height: SIDE }, (x, y) => {
		const distance = Math.hypot(x, y);
		const strength = (reach * bump((distance - 0.5) / 0.45, 0)) / Math.max(distance, 1e-6);
		return [strength * x, strength * y];
	});
}

describe.each(MAKERS)('background behind a moving person, %s', (_, make) => {
	it('stays pixel for pixel where it is background before and after', async () => {
		const { picture, person } = scene();
		const renderer = await make();
		await renderer.setPicture(picture);
		renderer.setPerson(person);
		const field = shrinking(14);
		const full = (await renderer.renderFull(field)).data;
		const preview = await drawn(renderer, plainFrame(SIDE, SIDE), field);
		let changedPerson = 0;
		let changedBackground = 0;
		for (let y = 0, at = 0; y < SIDE; y++) {
			for (let x = 0; x < SIDE; x++, at += 4) {
				const distance = outside(x + 0.5, y + 0.5);
				for (const result of [full, preview]) {
					const same =
						result[at] === picture.data[at] &&
						result[at + 1] === picture.data[at + 1] &&
						result[at + 2] === picture.data[at + 2];
					if (distance > 6 && !same) changedBackground++;
					if (distance < 0 && !same) changedPerson++;
				}
			}
		}
		expect(changedBackground).toBe(0);
		expect(changedPerson).toBeGreaterThan(2000);
		renderer.dispose();
	});

	it('would have been dragged along without the person layer', async () => {
		const { picture } = scene();
		const renderer = await make();
		await renderer.setPicture(picture);
		const { data } = await renderer.renderFull(shrinking(14));
		let dragged = 0;
		for (let y = 0, at = 0; y < SIDE; y++) {
			for (let x = 0; x < SIDE; x++, at += 4) {
				if (outside(x + 0.5, y + 0.5) > 6 && data[at] !== picture.data[at]) dragged++;
			}
		}
		expect(dragged).toBeGreaterThan(1000);
		renderer.dispose();
	});

	it('fills what the person uncovers with colours of the background', async () => {
		const { picture, person } = scene();
		const renderer = await make();
		await renderer.setPicture(picture);
		renderer.setPerson(person);
		const { data } = await renderer.renderFull(shrinking(14));
		let unlike = 0;
		for (let y = 0, at = 0; y < SIDE; y++) {
			for (let x = 0; x < SIDE; x++, at += 4) {
				const distance = outside(x + 0.5, y + 0.5);
				if (distance > -1 || distance < -6) continue;
				if (data[at]! < 50 || data[at]! > 85) unlike++;
			}
		}
		expect(unlike).toBe(0);
		renderer.dispose();
	});

	it('leaves no rim of the old outline behind', async () => {
		const { picture, person } = scene(1.5);
		const renderer = await make();
		await renderer.setPicture(picture);
		renderer.setPerson(person);
		const field = shrinking(14);
		const full = (await renderer.renderFull(field)).data;
		const preview = await drawn(renderer, plainFrame(SIDE, SIDE), field);
		let left = 0;
		for (let y = 0, at = 0; y < SIDE; y++) {
			for (let x = 0; x < SIDE; x++, at += 4) {
				if (outside(x + 0.5, y + 0.5) < -6) continue;
				for (const result of [full, preview]) if (result[at]! < 50) left++;
			}
		}
		expect(left).toBe(0);
		renderer.dispose();
	});
});
