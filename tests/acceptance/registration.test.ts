/**
 * Two photographs of one face, the second one of known rotation, size, place and light: detected anew,
 * it is laid over the first to half a millimetre at the landmarks, and its light is brought back.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { IRIS_DIAMETER, observeFace, SKIN_COUNT, type Face } from '../../src/lib/face/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { linearToSrgb, srgbToLinear } from '../../src/lib/raster/index.ts';
import {
	exposureBetween,
	placed,
	register,
	type Registration
} from '../../src/lib/registration/index.ts';
import { adopt, gallery, startBench } from './gallery.ts';

const LIMIT_MM = 0.5;
const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };
const LIGHT = [0.62, 0.7, 0.75] as const;
const SIZE = 0.86;
const DEGREES = 7;

const { app, lab } = await startBench();

afterAll(() => app.close());

/** As a second visit might have taken it: bilinear, grey where there was no picture. */
function secondVisit({ data, width, height }: Pixels): Pixels {
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

/** How far from where it was each of the reference's landmarks comes to lie, mm. */
function offsets(
	reference: Face,
	{ toReference }: Registration,
	{ width, height }: Pixels
): readonly number[] {
	const cos = SIZE * Math.cos((DEGREES * Math.PI) / 180);
	const sin = SIZE * Math.sin((DEGREES * Math.PI) / 180);
	return Array.from({ length: SKIN_COUNT }, (_, landmark) => {
		const [u, v] = [reference.landmarks[3 * landmark]!, reference.landmarks[3 * landmark + 1]!];
		const dx = u - 0.52 * width;
		const dy = v - 0.485 * height;
		const there = [width / 2 + cos * dx - sin * dy, height / 2 + sin * dx + cos * dy] as const;
		const [x, y] = placed(toReference, there);
		return Math.hypot(x - u, y - v) / reference.scale.pxPerMm;
	});
}

const rootMeanSquare = (values: readonly number[]): number =>
	Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

describe.each(await gallery())('$name', (photograph) => {
	it('lies over its second visit', async () => {
		const { face } = await adopt(lab, photograph);
		const picture = await lab.render(null);
		const later = secondVisit(picture);
		const [observation] = await lab.redetect(later);
		if (observation === undefined) throw new Error('no face');
		const other = observeFace(observation, observation.landmarks, SCALE, later);
		const off = offsets(face, register({ picture, face }, { picture: later, face: other }), later);
		const gains = exposureBetween({ picture, face }, { picture: later, face: other });
		const light = gains.map((gain, c) => gain * LIGHT[c]!);
		const { pxPerMm } = face.scale;
		console.log(
			`${photograph.name}: ${pxPerMm.toFixed(1)} px/mm, ${rootMeanSquare(off).toFixed(2)} mm off ` +
				`(at most ${Math.max(...off).toFixed(2)}), light ${light.map((gain) => gain.toFixed(3)).join(' ')}`
		);
		for (const gain of light) expect(Math.abs(gain - 1)).toBeLessThan(0.04);
		expect(Math.max(...off)).toBeLessThan(LIMIT_MM);
	});
});
