/** One value per pixel, row-major. */
export type Plane = {
	readonly width: number;
	readonly height: number;
	readonly data: Float32Array<ArrayBuffer>;
};

export function emptyPlane(width: number, height: number): Plane {
	return { width, height, data: new Float32Array(width * height) };
}

/** Bilinear resampling to another size over the same area; pixels are areas, the border repeats. */
export function resized(source: Plane, width: number, height: number): Plane {
	const result = emptyPlane(width, height);
	const columns = taps(source.width, width);
	const rows = taps(source.height, height);
	let out = 0;
	for (let j = 0; j < height; j++) {
		const upper = rows.low[j]! * source.width;
		const lower = rows.high[j]! * source.width;
		const ty = rows.t[j]!;
		for (let i = 0; i < width; i++) {
			const left = columns.low[i]!;
			const right = columns.high[i]!;
			const tx = columns.t[i]!;
			const a = source.data[upper + left]!;
			const b = source.data[lower + left]!;
			const above = a + (source.data[upper + right]! - a) * tx;
			const below = b + (source.data[lower + right]! - b) * tx;
			result.data[out++] = above + (below - above) * ty;
		}
	}
	return result;
}

type Taps = { readonly low: Int32Array; readonly high: Int32Array; readonly t: Float32Array };

function taps(from: number, to: number): Taps {
	const low = new Int32Array(to);
	const high = new Int32Array(to);
	const t = new Float32Array(to);
	for (let i = 0; i < to; i++) {
		const place = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / to - 0.5));
		low[i] = Math.floor(place);
		high[i] = Math.min(from - 1, low[i]! + 1);
		t[i] = place - low[i]!;
	}
	return { low, high, t };
}

/** Mean over a square of 2 · radius + 1 pixels, cut at the border, by running sums. */
export function boxMean(source: Plane, radius: number): Plane {
	const { width, height } = source;
	const across = emptyPlane(width, height);
	for (let j = 0; j < height; j++) {
		const line = j * width;
		let sum = 0;
		for (let i = 0; i < Math.min(radius, width); i++) sum += source.data[line + i]!;
		for (let i = 0; i < width; i++) {
			if (i + radius < width) sum += source.data[line + i + radius]!;
			if (i > radius) sum -= source.data[line + i - radius - 1]!;
			const count = Math.min(width - 1, i + radius) - Math.max(0, i - radius) + 1;
			across.data[line + i] = sum / count;
		}
	}
	const result = emptyPlane(width, height);
	const sums = new Float64Array(width);
	for (let j = 0; j < Math.min(radius, height); j++) {
		for (let i = 0; i < width; i++) sums[i] = sums[i]! + across.data[j * width + i]!;
	}
	for (let j = 0; j < height; j++) {
		const entering = j + radius < height ? (j + radius) * width : -1;
		const leaving = j > radius ? (j - radius - 1) * width : -1;
		const count = Math.min(height - 1, j + radius) - Math.max(0, j - radius) + 1;
		for (let i = 0; i < width; i++) {
			let sum = sums[i]!;
			if (entering >= 0) sum += across.data[entering + i]!;
			if (leaving >= 0) sum -= across.data[leaving + i]!;
			sums[i] = sum;
			result.data[j * width + i] = sum / count;
		}
	}
	return result;
}
