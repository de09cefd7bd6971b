/**
 * What is said to have changed where nothing has: each photograph and its second visit, detected anew in
 * another turn, size, place and light, measured as the app does. At most 5 of 100 distances may be told.
 */
import { afterAll, describe, expect, it } from 'vitest';
import {
	IRIS_DIAMETER,
	measuredChanges,
	observeFace,
	type Change
} from '../../src/lib/face/index.ts';
import { register } from '../../src/lib/registration/index.ts';
import { adopt, gallery, startBench } from './gallery.ts';
import { secondVisit } from './second-visit.ts';

type Measured = Extract<Change, { readonly withheld: null }>;

const SCALE = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };
const SHARE_TOLD = 0.05;

const { app, lab } = await startBench();
const measured: Measured[] = [];

afterAll(() => app.close());

describe.each(await gallery())('$name', (photograph) => {
	it('is measured against its second visit', async () => {
		const { face } = await adopt(lab, photograph);
		const picture = await lab.render(null);
		const later = secondVisit(picture);
		const [observation] = await lab.redetect(later);
		if (observation === undefined) throw new Error('no face');
		const other = observeFace(observation, observation.landmarks, SCALE, later);
		const { toReference } = register({ picture, face }, { picture: later, face: other });
		const size = Math.hypot(toReference.cos, toReference.sin);
		const changes = measuredChanges(face, other, size);
		if (changes.withheld !== null) {
			// An expression that cannot be told, or a pose that was detected otherwise: withheld, and not told.
			console.log(`${photograph.name}: withheld, ${changes.withheld}`);
			return;
		}
		const own = changes.list.filter((one): one is Measured => one.withheld === null);
		measured.push(...own);
		for (const { id, side, change, uncertainty, isTold } of own) {
			const mark = isTold ? ' TOLD' : '';
			console.log(
				`${photograph.name}: ${id} ${side ?? ''} ${change.toFixed(2)} ± ${uncertainty.toFixed(2)} mm${mark}`
			);
		}
	});
});

it('tells no more changes than it says', () => {
	const told = measured.filter(({ isTold }) => isTold);
	const deviation = Math.sqrt(
		measured.reduce((sum, one) => sum + (one.change / one.uncertainty) ** 2, 0) / measured.length
	);
	console.log(
		`${told.length} of ${measured.length} told; changes are ${deviation.toFixed(2)} of the stated ±`
	);
	expect(measured.length).toBeGreaterThan(8);
	expect(told.length).toBeLessThanOrEqual(Math.ceil(SHARE_TOLD * measured.length));
});
