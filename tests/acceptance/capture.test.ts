/**
 * What guided capture says of real faces, by the real landmarker: photographs laid into the frame of a
 * camera as from a known distance. What is expected was looked at, picture by picture.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { faceIn, verdictOn, type GuidedView, type Verdict } from '../../src/lib/capture/index.ts';
import type { Face } from '../../src/lib/face/index.ts';
import { boundsOfPoints, type Mm, type Size, type Vec2 } from '../../src/lib/geometry/index.ts';
import { photographs, PORTRAITS, sharedFaces, type Photograph } from '../support/photographs.ts';
import { startBench } from './gallery.ts';

const FRAME: Size = { width: 1280, height: 960 };
/** Of a frame whose longer side is seen under 69°, from a millimetre away. */
const FOCAL = 1280 / 2 / Math.tan((34.5 * Math.PI) / 180);
const USUAL: Mm = 800;

type Expected = readonly [name: string, view: GuidedView, verdict: Verdict];

const EXPECTED: readonly Expected[] = [];

const { app, lab } = await startBench();
const all = [...PORTRAITS, ...(await photographs()), ...sharedFaces()];
const faces = new Map<string, Face>();

afterAll(() => app.close());

function named(name: string): Photograph | undefined {
	return all.find((photograph) => photograph.name === name);
}

/** The face of the photograph as it is. */
async function faceOf({ name, path }: Photograph): Promise<Face> {
	const known = faces.get(name);
	if (known !== undefined) return known;
	const whole = { size: { width: 1600, height: 1600 }, scale: 1, middle: [0, 0] as Vec2, filter: 'none' };
	const found = faceIn(await lab.watch(path, whole));
	if (found === null) throw new Error(`${name}: no face`);
	faces.set(name, found);
	return found;
}
