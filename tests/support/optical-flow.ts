/**
 * Where points of one picture are found in another: pyramidal Lucas–Kanade in its iterative form
 * (J.-Y. Bouguet, Pyramidal Implementation of the Lucas Kanade Feature Tracker, Intel, 2000). The
 * check on what a warp does to the PICTURE: it knows neither landmarks nor field.
 */
import type { Vec2 } from '../../src/lib/geometry/index.ts';

/** One channel, row-major, 0–255. */
export type Gray = {
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array;
};

/** The picture, then each level at half the size of the one before. */
export type Pyramid = readonly Gray[];

/** Halvings above the picture itself. */
const LEVELS = 3;
const ITERATIONS = 40;
/** px; a step below this ends the iteration. */
const CONVERGED = 0.01;
/** Smallest eigenvalue of the mean gradient tensor, (grey levels/px)²: below it there is no texture. */
const TEXTURE = 0.1;

type Rgba = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray | Uint8Array;
};

/** Luma of sRGB values by BT.601. */
export function luma({ width, height, data }: Rgba): Gray {
	const gray = new Float32Array(width * height);
	for (let i = 0, p = 0; i < gray.length; i++, p += 4) {
		gray[i] = 0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!;
	}
	return { width, height, data: gray };
}

/** Half the size after Burt and Adelson's kernel (1 4 6 4 1)/16; borders repeat. */
function halved({ width, height, data }: Gray): Gray {
	const [w, h] = [Math.max(1, (width + 1) >> 1), Math.max(1, (height + 1) >> 1)];
	const kernel = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16];
	const rows = new Float32Array(w * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < w; x++) {
			let sum = 0;
			for (let k = -2; k <= 2; k++) {
				const at = Math.min(width - 1, Math.max(0, 2 * x + k));
				sum += kernel[k + 2]! * data[y * width + at]!;
			}
			rows[y * w + x] = sum;
		}
	}
	const half = new Float32Array(w * h);
	for (let y = 0; y < h; y++) {
		for (let x = 0; x < w; x++) {
			let sum = 0;
			for (let k = -2; k <= 2; k++) {
				const at = Math.min(height - 1, Math.max(0, 2 * y + k));
				sum += kernel[k + 2]! * rows[at * w + x]!;
			}
			half[y * w + x] = sum;
		}
	}
	return { width: w, height: h, data: half };
}

export function pyramidOf(picture: Gray): Pyramid {
	const levels = [picture];
	for (let level = 0; level < LEVELS; level++) levels.push(halved(levels[level]!));
	return levels;
}

/** Bilinear, borders repeated; coordinates of pixel centres are whole numbers here. */
function sample({ width, height, data }: Gray, x: number, y: number): number {
	const cx = Math.min(width - 1, Math.max(0, x));
	const cy = Math.min(height - 1, Math.max(0, y));
	const [ix, iy] = [Math.floor(cx), Math.floor(cy)];
	const [jx, jy] = [Math.min(width - 1, ix + 1), Math.min(height - 1, iy + 1)];
	const [tx, ty] = [cx - ix, cy - iy];
	const top = data[iy * width + ix]! * (1 - tx) + data[iy * width + jx]! * tx;
	const bottom = data[jy * width + ix]! * (1 - tx) + data[jy * width + jx]! * tx;
	return top * (1 - ty) + bottom * ty;
}

/** The window around a point of the first picture: its values, slopes and gradient tensor. */
type Template = {
	readonly values: Float64Array;
	readonly slopesX: Float64Array;
	readonly slopesY: Float64Array;
	readonly xx: number;
	readonly xy: number;
	readonly yy: number;
};

function templateAt(picture: Gray, x: number, y: number, half: number): Template {
	const size = (2 * half + 1) ** 2;
	const [values, slopesX, slopesY] = [0, 1, 2].map(() => new Float64Array(size)) as [
		Float64Array,
		Float64Array,
		Float64Array
	];
	let [xx, xy, yy] = [0, 0, 0];
	let i = 0;
	for (let v = -half; v <= half; v++) {
		for (let u = -half; u <= half; u++, i++) {
			const [px, py] = [x + u, y + v];
			const gx = (sample(picture, px + 1, py) - sample(picture, px - 1, py)) / 2;
			const gy = (sample(picture, px, py + 1) - sample(picture, px, py - 1)) / 2;
			values[i] = sample(picture, px, py);
			slopesX[i] = gx;
			slopesY[i] = gy;
			xx += gx * gx;
			xy += gx * gy;
			yy += gy * gy;
		}
	}
	return { values, slopesX, slopesY, xx: xx / size, xy: xy / size, yy: yy / size };
}

function hasTexture({ xx, xy, yy }: Template): boolean {
	return (xx + yy - Math.hypot(xx - yy, 2 * xy)) / 2 > TEXTURE;
}

/** One Newton step: how much further the window has moved than `x`, `y` says. */
function correction(
	template: Template,
	picture: Gray,
	x: number,
	y: number,
	half: number
): readonly [number, number] {
	const { values, slopesX, slopesY, xx, xy, yy } = template;
	let [bx, by] = [0, 0];
	let i = 0;
	for (let v = -half; v <= half; v++) {
		for (let u = -half; u <= half; u++, i++) {
			const difference = values[i]! - sample(picture, x + u, y + v);
			bx += difference * slopesX[i]!;
			by += difference * slopesY[i]!;
		}
	}
	const scale = 1 / (values.length * (xx * yy - xy * xy));
	return [scale * (yy * bx - xy * by), scale * (xx * by - xy * bx)];
}

function isInside({ width, height }: Gray, x: number, y: number): boolean {
	return x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1;
}

/** Displacement of one point, px; null where it leaves the picture or there is nothing to hold on to. */
function follow(before: Pyramid, after: Pyramid, point: Vec2, half: number): Vec2 | null {
	let [dx, dy] = [0, 0];
	for (let level = LEVELS; level >= 0; level--) {
		const [from, to] = [before[level]!, after[level]!];
		const scale = 2 ** -level;
		// Pixel centres lie at half pixels of the picture and at whole numbers of the arrays.
		const [x, y] = [(point[0] - 0.5) * scale, (point[1] - 0.5) * scale];
		if (level < LEVELS) [dx, dy] = [2 * dx, 2 * dy];
		const template = templateAt(from, x, y, half);
		if (!hasTexture(template)) {
			if (level === 0) return null;
			continue;
		}
		for (let round = 0; round < ITERATIONS; round++) {
			const [sx, sy] = correction(template, to, x + dx, y + dy, half);
			dx += sx;
			dy += sy;
			if (Math.hypot(sx, sy) < CONVERGED) break;
		}
		if (!isInside(to, x + dx, y + dy)) return null;
	}
	return [dx, dy];
}

/** The window that follows skin at this scale: 6 mm, at least 9 px, odd. */
export function windowFor(pxPerMm: number): number {
	return Math.max(9, Math.round(6 * pxPerMm)) | 1;
}

/** How far back a point must lead to where it came from, mm. */
const RETURN_MM = 0.25;

/**
 * How far each point of `before` (px, pixel centres at halves) has moved in `after`, px. Null where
 * it cannot be followed, or where following it back misses its start by 0.25 mm or more.
 */
export function trackPoints(
	before: Pyramid,
	after: Pyramid,
	points: readonly Vec2[],
	pxPerMm: number
): (Vec2 | null)[] {
	const half = windowFor(pxPerMm) >> 1;
	return points.map((point) => {
		const there = follow(before, after, point, half);
		if (there === null) return null;
		const back = follow(after, before, [point[0] + there[0], point[1] + there[1]], half);
		if (back === null) return null;
		const miss = Math.hypot(there[0] + back[0], there[1] + back[1]);
		return miss < RETURN_MM * pxPerMm ? there : null;
	});
}
