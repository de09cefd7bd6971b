/**
 * May this frame be taken for that view, and if not, what is the one thing to be done? docs/capture.md
 * has every limit with its reason; the figures beside them here are of 35 test photographs laid into
 * frames as from 0.8 m.
 */
import {
	assessQuality,
	headPose,
	IRIS_DIAMETER,
	observeFace,
	pointOf,
	type Face,
	type FaceObservation
} from '../face/index.ts';
import { boundsOfPoints, radians, type Degrees, type Mm, type Px } from '../geometry/index.ts';
import { showsExpression } from './expression.ts';
import type { Advice, FaceLight, LiveFrame, Placement, Verdict } from './types.ts';
import { WANTED, type GuidedView, type Wanted } from './views.ts';

/**
 * Across the longer side of a frame. Main cameras of phones and tablets are as wide as 26–29 mm on 35 mm
 * film (64–69°), webcams 70–75°; a wide front camera (80°) is nearer than it is taken for, by a sixth.
 */
const FIELD_OF_VIEW: Degrees = 69;
/**
 * By the model of Ward et al. (JAMA Facial Plast Surg 2018) a nose looks an eighth wider against the
 * cheekbones from 0.6 m than from 1.5 m; from 0.3 m three tenths. Beyond 1.3 m a frame of 1920 px has
 * about one pixel a millimetre, below which a photograph counts as small.
 */
const NEAREST: Mm = 600;
const FARTHEST: Mm = 1300;
/** Of the largest face's area. Smaller ones stand behind, or hang on the wall. */
const ANOTHER_FACE = 0.25;
/** Of the frame's shorter side, from its middle to that of the face. */
const OFF_CENTRE = 0.15;
/** What MediaPipe's canonical head calls level: 13 faces that look straight ahead read −9…2, median −4. */
const LEVEL: Degrees = -4;
const NODDED: Degrees = 9;
const TILTED: Degrees = 6;
/** 131 at the least, on dark skin; a stop less light brings that to 97. */
const DARK = 100;
/** Up to 0.06, but 0.2 and more in the four photographs whose skin is white in places. */
const BURNT = 0.1;
/** Stops: one cheek has twice the light of the other. Told from straight ahead only. */
const UNEVEN = 1;
/** At 128 px: see docs/capture.md. */
const BLURRED = 30;

/** The largest face of a frame, measured; null where there is none, or none that can be measured. */
export function faceIn({ observations, size }: LiveFrame): Face | null {
	const [observation] = observations;
	if (observation === undefined) return null;
	const scale = { irisDiameter: IRIS_DIAMETER, pupilDistance: null };
	try {
		return observeFace(observation, observation.landmarks, scale, size);
	} catch {
		return null;
	}
}

/** Camera to irises, by the iris and a usual lens: to about a fifth. */
export function liveDistance({ picture, scale }: Pick<Face, 'picture' | 'scale'>): Mm {
	const longer = Math.max(picture.width, picture.height);
	return longer / 2 / Math.tan(radians(FIELD_OF_VIEW / 2)) / scale.pxPerMm;
}

export function placementOf({ landmarks, scale }: Face): Placement {
	const [rx, ry] = pointOf(landmarks, 468);
	const [lx, ly] = pointOf(landmarks, 473);
	return { x: (rx + lx) / 2, y: (ry + ly) / 2, pxPerMm: scale.pxPerMm };
}

/**
 * What is the first to be put right comes first: presence, place and light decide what else can be told;
 * an expression is asked for when all else stands, because nobody holds a frown for long.
 */
export function verdictOn(frame: LiveFrame, face: Face | null, view: GuidedView): Verdict {
	const wanted: Wanted = WANTED[view];
	const { light } = frame;
	if (!wanted.isJudged) return exposure(light) ?? blur(frame) ?? 'by-hand';
	if (face === null) return light.highlight < DARK ? 'too-dark' : 'no-face';
	return (
		company(frame) ??
		distance(face) ??
		place(face) ??
		exposure(light) ??
		pose(face, wanted) ??
		(wanted.yaw === 0 ? evenness(light) : null) ??
		eyes(face, frame) ??
		expression(face, wanted) ??
		blur(frame) ??
		'ready'
	);
}

type Gate = Advice | null;

function company({ observations: [first, second] }: LiveFrame): Gate {
	if (first === undefined || second === undefined) return null;
	return areaOf(second) > ANOTHER_FACE * areaOf(first) ? 'several-faces' : null;
}

function areaOf({ landmarks }: FaceObservation): number {
	const { width, height } = boundsOfPoints(landmarks);
	return width * height;
}

function distance(face: Face): Gate {
	const mm = liveDistance(face);
	if (mm < NEAREST) return 'too-near';
	return mm > FARTHEST ? 'too-far' : null;
}

function place({ landmarks, picture }: Face): Gate {
	const { x, y, width, height } = boundsOfPoints(landmarks);
	const off = (at: Px, extent: Px) => Math.abs(at - extent / 2);
	const limit = OFF_CENTRE * Math.min(picture.width, picture.height);
	const farther = Math.max(off(x + width / 2, picture.width), off(y + height / 2, picture.height));
	return farther > limit ? 'off-centre' : null;
}

function exposure({ highlight, burnt }: FaceLight): Gate {
	if (highlight < DARK) return 'too-dark';
	return burnt > BURNT ? 'too-bright' : null;
}

function pose({ observation }: Face, { yaw: wanted, within }: Wanted): Gate {
	const { yaw, pitch, roll } = headPose(observation);
	// The picture's right is the patient's left.
	if (yaw < wanted - within) return 'turn-left';
	if (yaw > wanted + within) return 'turn-right';
	if (pitch < LEVEL - NODDED) return 'chin-up';
	if (pitch > LEVEL + NODDED) return 'chin-down';
	return Math.abs(roll) > TILTED ? 'straighten' : null;
}

function evenness({ side }: FaceLight): Gate {
	return side !== null && Math.abs(side) > UNEVEN ? 'uneven-light' : null;
}

function eyes(face: Face, { sharpness }: LiveFrame): Gate {
	const closed = assessQuality(face, sharpness).some(
		({ finding, severity }) => finding === 'eyes-closed' && severity === 'refuse'
	);
	return closed ? 'open-eyes' : null;
}

const ASKING = { neutral: 'relax', frown: 'frown', raised: 'raise', smile: 'smile' } as const;

function expression(face: Face, { expression: wanted }: Wanted): Gate {
	return showsExpression(face, wanted) ? null : ASKING[wanted];
}

function blur({ sharpness }: LiveFrame): Gate {
	return sharpness < BLURRED ? 'blurred' : null;
}
