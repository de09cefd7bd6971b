import { describe, expect, it } from 'vitest';
import { buildPersonLayer, type PersonSource } from './index.ts';

const WIDTH = 640;
const HEIGHT = 512;
const RADIUS = 150;

/** Distance outwards from the outline of a disc-shaped person in the middle, px. */
function outside(x: number, y: number, centreX = WIDTH / 2): number {
	return Math.hypot(x - centreX, y - HEIGHT / 2) - RADIUS;
}

/** Background: a linear ramp per channel, which is its own harmonic extension. */
function ramp(x: number, y: number): [number, number, number] {
	return [40 + 0.2 * x, 200 - 0.15 * y, 60 + 0.1 * x + 0.1 * y];
}

function source(centreX = WIDTH / 2, lowRes = 64): PersonSource {
	const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
	for (let y = 0, at = 0; y < HEIGHT; y++) {
		for (let x = 0; x < WIDTH; x++, at += 4) {
			const person = outside(x + 0.5, y + 0.5, centreX) < 0;
			data.set([...(person ? [235, 190, 170] : ramp(x + 0.5, y + 0.5)), 255], at);
		}
	}
	const probability = new Float32Array(lowRes * lowRes);
	for (let j = 0; j < lowRes; j++) {
		for (let i = 0; i < lowRes; i++) {
			const x = ((i + 0.5) * WIDTH) / lowRes;
			const y = ((j + 0.5) * HEIGHT) / lowRes;
			probability[j * lowRes + i] = 1 / (1 + Math.exp(outside(x, y, centreX) / 4));
		}
	}
	return {
		picture: { width: WIDTH, height: HEIGHT, data },
		box: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
		alphaLowRes: { width: lowRes, height: lowRes, data: probability }
	};
}

/** Rows reversed, `channels` values per pixel. */
function mirrored<T extends Float32Array | Uint8Array | Uint8ClampedArray>(
	rows: T,
	width: number,
	channels: number
): T {
	const result = rows.slice() as T;
	for (let i = 0; i < rows.length; i++) {
		const pixel = Math.floor(i / channels);
		const x = pixel % width;
		result[i] = rows[(pixel + width - 1 - 2 * x) * channels + (i % channels)]!;
	}
	return result;
}

describe('buildPersonLayer', () => {
	it('is solid inside, clear outside, with the edge on the picture’s edge', () => {
		const { width, height, alpha } = buildPersonLayer(source());
		let worstEdge = 0;
		for (let j = 0; j < height; j++) {
			for (let i = 0; i < width; i++) {
				const distance = outside(((i + 0.5) * WIDTH) / width, ((j + 0.5) * HEIGHT) / height);
				const value = alpha[j * width + i]!;
				if (distance < -25) expect(value).toBe(255);
				if (distance > 25) expect(value).toBe(0);
				if (value > 128 !== distance < 0) worstEdge = Math.max(worstEdge, Math.abs(distance));
			}
		}
		expect(worstEdge).toBeLessThan(2);
	});

	it('has a fringe of the smallest alpha, two pixels wide, and knows the background beyond', () => {
		const { width, height, alpha, fill } = buildPersonLayer(source());
		let [bare, beyond, worst] = [0, 0, 0];
		for (let j = 2; j < height - 2; j++) {
			for (let i = 2; i < width - 2; i++) {
				const at = j * width + i;
				if (alpha[at]! > 0) continue;
				for (let k = 0; k < 25; k++) {
					const [across, down] = [(k % 5) - 2, Math.floor(k / 5) - 2];
					if (alpha[at + down * width + across]! > 1) bare++;
				}
				beyond++;
				const expected = ramp(((i + 0.5) * WIDTH) / width, ((j + 0.5) * HEIGHT) / height);
				for (let c = 0; c < 3; c++) {
					worst = Math.max(worst, Math.abs(fill[4 * at + c]! - expected[c]!));
				}
			}
		}
		expect(bare).toBe(0);
		expect(worst).toBeLessThanOrEqual(1);
		expect(beyond).toBeGreaterThan(0.5 * width * height);
	});

	it('continues a plain background under the person', () => {
		const { width, height, fill } = buildPersonLayer(source());
		let worst = 0;
		for (let j = 0; j < height; j++) {
			for (let i = 0; i < width; i++) {
				const expected = ramp(((i + 0.5) * WIDTH) / width, ((j + 0.5) * HEIGHT) / height);
				for (let c = 0; c < 3; c++) {
					worst = Math.max(worst, Math.abs(fill[4 * (j * width + i) + c]! - expected[c]!));
				}
			}
		}
		expect(worst).toBeLessThanOrEqual(2);
	});

	it('fills smoothly: no visible step between neighbours under the person', () => {
		const noisy = source();
		let seed = 1;
		for (let i = 0; i < noisy.picture.data.length; i++) {
			seed = (seed * 48271) % 2147483647;
			noisy.picture.data[i] = noisy.picture.data[i]! + (seed % 41) - 20;
		}
		const { width, height, fill } = buildPersonLayer(noisy);
		let largestStep = 0;
		for (let j = 1; j < height; j++) {
			for (let i = 1; i < width; i++) {
				if (outside(((i + 0.5) * WIDTH) / width, ((j + 0.5) * HEIGHT) / height) > -10) continue;
				const at = 4 * (j * width + i);
				for (let c = 0; c < 3; c++) {
					const across = Math.abs(fill[at + c]! - fill[at - 4 + c]!);
					const down = Math.abs(fill[at + c]! - fill[at - 4 * width + c]!);
					largestStep = Math.max(largestStep, across, down);
				}
			}
		}
		expect(largestStep).toBeLessThanOrEqual(2);
	});

	it('stays defined when the box shows nothing but the person, and when it shows none', () => {
		const all = source();
		all.alphaLowRes.data.fill(1);
		const covered = buildPersonLayer(all);
		expect(covered.alpha.every((value) => value === 255)).toBe(true);
		expect(new Set(covered.fill.filter((_, i) => i % 4 === 0)).size).toBe(1);
		const nobody = source();
		nobody.alphaLowRes.data.fill(0);
		expect(buildPersonLayer(nobody).alpha.every((value) => value === 0)).toBe(true);
	});

	it('mirrors with the picture', () => {
		const straight = source(260);
		const turned: PersonSource = {
			...straight,
			picture: { ...straight.picture, data: mirrored(straight.picture.data, WIDTH, 4) },
			alphaLowRes: { ...straight.alphaLowRes, data: mirrored(straight.alphaLowRes.data, 64, 1) }
		};
		const layer = buildPersonLayer(straight);
		const other = buildPersonLayer(turned);
		const alpha = mirrored(other.alpha, layer.width, 1);
		const fill = mirrored(other.fill, layer.width, 4);
		expect(alpha.every((value, i) => Math.abs(value - layer.alpha[i]!) <= 1)).toBe(true);
		expect(fill.every((value, i) => Math.abs(value - layer.fill[i]!) <= 1)).toBe(true);
	});

	it('reads a box that reaches past the picture as its border continued', () => {
		const wide = source();
		const box = { x: -100, y: -50, width: WIDTH + 200, height: HEIGHT + 100 };
		const layer = buildPersonLayer({ ...wide, box });
		const corner = ramp(0.5, 0.5);
		for (let c = 0; c < 3; c++) expect(Math.abs(layer.fill[c]! - corner[c]!)).toBeLessThan(2);
	});
});
