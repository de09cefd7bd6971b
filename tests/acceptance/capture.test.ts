/**
 * What guided capture says of real faces, by the real landmarker: photographs laid into the frame of a
 * camera as from a known distance, by the face's own iris. What is expected was looked at, picture by
 * picture; nobody of them frowns or stands at 45°.
 */
import { afterAll, describe, expect, it } from 'vitest';
import {
	faceIn,
	verdictOn,
	type GuidedView,
	type LiveFrame,
	type Verdict
} from '../../src/lib/capture/index.ts';
import type { Face } from '../../src/lib/face/index.ts';
import { boundsOfPoints, type Mm, type Size } from '../../src/lib/geometry/index.ts';
import { photographs, PORTRAITS, type Photograph } from '../support/photographs.ts';
import { FULL } from '../support/full.ts';
import { startBench } from './gallery.ts';

const FRAME: Size = { width: 1280, height: 960 };
/** px from the lens to the picture, where 69° are seen across the longer side. */
const FOCAL = FRAME.width / 2 / Math.tan((34.5 * Math.PI) / 180);

/** As it is laid into the frame; `filter` is a canvas's. */
type Laid = {
	readonly from?: Mm;
	/** To the right of the frame's middle. */
	readonly aside?: Mm;
	readonly filter?: (pxPerMm: number) => string;
};

type Expected = Readonly<Partial<Record<GuidedView, Verdict>>>;

/** From 0.8 m, in the middle. The first of them are the short form. */
const PEOPLE: readonly (readonly [name: string, expected: Expected])[] = [
	['grace-hopper', { front: 'ready', smile: 'smile', 'oblique-left': 'turn-right' }],
	['astronaut', { front: 'relax', smile: 'ready', 'oblique-right': 'turn-left' }],
	['soft-ui-design-system/team-1', { front: 'straighten' }],
	['argon-design-system-free/ali-pazani', { front: 'chin-down' }],
	['paper-kit-2/erik-lucatero-2', { front: 'chin-up' }],
	// The nose points to the picture's right: the patient's right cheek is seen.
	['soft-ui-design-system/bruce-mars', { front: 'turn-right', 'oblique-right': 'turn-left' }],
	['soft-ui-design-system/team-4', { 'oblique-right': 'turn-right', 'profile-right': 'by-hand' }],
	['argon-design-system-free/team-3', { front: 'turn-left', 'oblique-left': 'turn-right' }],
	['startbootstrap-agency/2', { front: 'too-bright' }],
	['startbootstrap-agency/3', { front: 'uneven-light' }],
	['soft-ui-design-system/kal-visuals', { front: 'straighten', smile: 'straighten' }],
	['soft-ui-design-system/ivana-square', { front: 'turn-left' }],
	['soft-ui-design-system/team-3', { front: 'turn-left', 'oblique-left': 'turn-right' }],
	['soft-ui-design-system/marie', { front: 'turn-right', 'oblique-right': 'turn-left' }],
	['soft-ui-design-system/team-2', { front: 'turn-right' }],
	['argon-design-system-free/team-4', { front: 'turn-right' }],
	['notus-js/team-4-470x470', { front: 'turn-left' }],
	['startbootstrap-agency/1', { front: 'turn-left', 'oblique-left': 'turn-right' }],
	['startbootstrap-landing-page/testimonials-1', { front: 'relax', smile: 'ready' }],
	['startbootstrap-landing-page/testimonials-3', { front: 'turn-left' }],
	['paper-kit-2/joe-gardner-2', { front: 'straighten' }]
];
const SHORT = 10;

/** Of the one that is ready as she is. */
const CHANGED: readonly (readonly [what: string, laid: Laid, expected: Verdict])[] = [
	['from 0.4 m', { from: 400 }, 'too-near'],
	['from 0.5 m', { from: 500 }, 'too-near'],
	['from 0.7 m', { from: 700 }, 'ready'],
	['from 1.1 m', { from: 1100 }, 'ready'],
	['from 1.6 m', { from: 1600 }, 'too-far'],
	['beside the middle', { aside: 180 }, 'off-centre'],
	['out of the frame', { aside: 3000 }, 'no-face'],
	['with a third of the light', { filter: () => 'brightness(0.35)' }, 'too-dark'],
	['with too much light', { filter: () => 'brightness(1.8)' }, 'too-bright'],
	['blurred by 3 mm', { filter: (pxPerMm) => `blur(${3 * pxPerMm}px)` }, 'blurred']
];

const { app, lab } = await startBench();
const all = [...PORTRAITS, ...(await photographs())];
const faces = new Map<string, Face>();

afterAll(() => app.close());

/** The face in the photograph as it is. */
async function faceOf({ name, path }: Photograph): Promise<Face> {
	const known = faces.get(name);
	if (known !== undefined) return known;
	const found = faceIn(await lab.watch(path, null));
	if (found === null) throw new Error(`${name}: no face`);
	faces.set(name, found);
	return found;
}

async function seen(name: string, laid: Laid = {}): Promise<LiveFrame> {
	const photograph = all.find((one) => one.name === name);
	if (photograph === undefined) throw new Error(`no photograph ${name}`);
	const face = await faceOf(photograph);
	const { x, y, width, height } = boundsOfPoints(face.landmarks);
	const pxPerMm = FOCAL / (laid.from ?? 800);
	const aside = (laid.aside ?? 0) * face.scale.pxPerMm;
	return lab.watch(photograph.path, {
		size: FRAME,
		scale: pxPerMm / face.scale.pxPerMm,
		middle: [x + width / 2 - aside, y + height / 2],
		filter: laid.filter?.(pxPerMm) ?? 'none'
	});
}

describe('what is said of a photograph in the frame of a camera', () => {
	it.each(FULL ? PEOPLE : PEOPLE.slice(0, SHORT))('%s: %o', async (name, expected) => {
		const frame = await seen(name);
		const face = faceIn(frame);
		const views = Object.keys(expected) as GuidedView[];
		const said = views.map((view) => [view, verdictOn(frame, face, view)]);
		expect(Object.fromEntries(said)).toEqual(expected);
	});

	it.each(CHANGED)('one that is ready, %s', async (_, laid, expected) => {
		const frame = await seen('grace-hopper', laid);
		expect(verdictOn(frame, faceIn(frame), 'front')).toBe(expected);
	});
});
