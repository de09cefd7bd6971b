/**
 * Two photographs of one face, the second one of known rotation, size, place and light: detected anew,
 * it is laid over the first to half a millimetre at the landmarks, and its light is brought back.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { IRIS_DIAMETER, observeFace, SKIN_COUNT, type Face } from '../../src/lib/face/index.ts';
import { placed } from '../../src/lib/geometry/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { exposureBetween, register, type Registration } from '../../src/lib/registration/index.ts';
import { adopt, gallery, startBench } from './gallery.ts';
import { DEGREES, LIGHT, secondVisit, SIZE } from './second-visit.ts';

const LIMIT_MM = 0.5;
const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };

const { app, lab } = await startBench();

afterAll(() => app.close());

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
