/** The second photograph of a face, of known rotation, size, place and light. */
import type { Pixels } from '../../src/lib/photo/index.ts';
import { linearToSrgb, srgbToLinear } from '../../src/lib/raster/index.ts';

export const LIGHT = [0.62, 0.7, 0.75] as const;
export const SIZE = 0.86;
export const DEGREES = 7;

/** As a second visit might have taken it: bilinear, grey where there was no picture. */
export function secondVisit({ data, width, height }: Pixels): Pixels {
	const cos = Math.cos((DEGREES * Math.PI) / 180) / SIZE;
	const sin = Math.sin((DEGREES * Math.PI) / 180) / SIZE;
	const out = new Uint8ClampedArray(data.length).fill(255);
	const dimmed = LIGHT.map((gain) =>
		Uint8ClampedArray.from({ length: 256 }, (_, level) =>
			Math.round(255 * linearToSrgb(gain * srgbToLinear(level / 255)))
		)
	);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const dx = x - width / 2;
			const dy = y - height / 2;
			const sx = width / 2 + cos * dx + sin * dy + 0.02 * width;
			const sy = height / 2 - sin * dx + cos * dy - 0.015 * height;
			const [ix, iy] = [Math.floor(sx), Math.floor(sy)];
			const inside = ix >= 0 && iy >= 0 && ix < width - 1 && iy < height - 1;
			const [tx, ty] = [sx - ix, sy - iy];
			for (let c = 0; c < 3; c++) {
				const at = (a: number, b: number): number => data[4 * ((iy + b) * width + ix + a) + c]!;
				const value = inside
					? (1 - ty) * ((1 - tx) * at(0, 0) + tx * at(1, 0)) +
						ty * ((1 - tx) * at(0, 1) + tx * at(1, 1))
					: 128;
				out[4 * (y * width + x) + c] = dimmed[c]![Math.round(value)]!;
			}
		}
	}
	return { data: out, width, height };
}
