import { expect, test } from 'vitest';
import { GRACE_HOPPER } from '../../../tests/support/landmark-fixtures.ts';
import { IRIS_DIAMETER, observeFace, turnedObservation, type Face } from '../face/index.ts';
import { boundsOfPoints, turnedSize, type QuarterTurns } from '../geometry/index.ts';
import { headBox } from './head-box.ts';

function seen(turns: QuarterTurns): Face {
	const { observation, picture } = GRACE_HOPPER;
	const turned = turnedObservation(observation, picture, turns);
	const scale = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };
	return observeFace(turned, turned.landmarks, scale, turnedSize(picture, turns));
}

test('more is left above a face than below it', () => {
	const face = seen(0);
	const box = headBox(face);
	const bounds = boundsOfPoints(face.landmarks);
	expect(bounds.y - box.y).toBeCloseTo(0.4 * bounds.height, 6);
	expect(box.y + box.height - bounds.y - bounds.height).toBeCloseTo(0.18 * bounds.height, 6);
});

test.each<QuarterTurns>([1, 2, 3])('the box turns with the head, %d × 90°', (turns) => {
	const upright = headBox(seen(0));
	const box = headBox(seen(turns));
	const { picture } = GRACE_HOPPER;
	const size = turnedSize(upright, turns);
	const corner = {
		1: [picture.height - upright.y - upright.height, upright.x],
		2: [picture.width - upright.x - upright.width, picture.height - upright.y - upright.height],
		3: [upright.y, picture.width - upright.x - upright.width]
	}[turns as 1 | 2 | 3];
	expect(box.width).toBeCloseTo(size.width, 6);
	expect(box.height).toBeCloseTo(size.height, 6);
	expect(box.x).toBeCloseTo(corner[0]!, 6);
	expect(box.y).toBeCloseTo(corner[1]!, 6);
});
