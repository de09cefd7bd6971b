/**
 * May this photograph be worked on, and what should be said about it? Limits were set on the
 * fourteen public-domain portraits at hand; their figures stand beside the limits.
 */
import { cameraDistance } from './camera.ts';
import { mouthGap } from './mouth.ts';
import { distanceOf } from './points.ts';
import { SKIN_COUNT } from './topology.ts';
import type { Face, Quality, QualityFinding, RefusedFinding } from './types.ts';

/** px/mm. The astronaut (0.74) still works; below half a pixel no millimetre means anything. */
const COARSE = { refuse: 0.5, warn: 1 };
/** Share of the skin's landmarks outside of the picture. A cut hairline is common, a cut chin is not. */
const CUT = { refuse: 0.04, warn: 0 };
/** Lid opening by eye width: 0.18–0.37 on open eyes, smiling ones included. */
const CLOSED = { refuse: 0.1, warn: 0.15 };
const BLINK = 0.6;
/** mm; the catalogue's gate for the lips. Thin closed lips read up to 7 mm: never refused. */
const OPEN_MOUTH = 2;
const EXPRESSION = 0.45;
const EXPRESSIVE = [
	'mouthSmileLeft',
	'mouthSmileRight',
	'mouthFrownLeft',
	'mouthFrownRight',
	'mouthPucker',
	'jawOpen',
	'cheekPuff',
	'noseSneerLeft',
	'noseSneerRight',
	'browInnerUp'
];
/** Degrees. The landmarker holds to about 55° of yaw. */
const TURNED = { refuse: 60, warn: 55 };
const NODDED = 25;
/**
 * Variance of the Laplacian over the face at 256 px: 200–1100 on sharp portraits, 9–40 when they are
 * blurred by 0.8 mm (sigma), 3–7 by 1.6 mm. Enlarging a small face blurs it as well.
 */
const SHARPNESS = { refuse: 6, warn: 25 };
/** mm; where the nose looks a tenth larger than the eyes. */
const CLOSE_CAMERA = 400;

/**
 * What stands in the way, worst first; empty for a good photograph. `sharpness` is the variance of
 * the Laplacian of luma (0–255) over the face, shown at 256 px.
 */
export function assessQuality(face: Face, sharpness: number): readonly Quality[] {
	const findings = [
		coarseness(face),
		turn(face),
		cut(face),
		closedEyes(face),
		blur(face, sharpness),
		openMouth(face),
		expression(face),
		closeCamera(face)
	].filter((quality) => quality !== null);
	const rank = ({ severity }: Quality) => (severity === 'refuse' ? 0 : 1);
	return findings.sort((a, b) => rank(a) - rank(b));
}

function refuse(finding: RefusedFinding, value: number): Quality {
	return { finding, severity: 'refuse', value };
}

function warn(finding: QualityFinding, value: number): Quality {
	return { finding, severity: 'warn', value };
}

function coarseness({ scale }: Face): Quality | null {
	if (scale.pxPerMm < COARSE.refuse) return refuse('too-small', scale.pxPerMm);
	return scale.pxPerMm < COARSE.warn ? warn('too-small', scale.pxPerMm) : null;
}

function turn({ pose }: Face): Quality | null {
	const yaw = Math.abs(pose.yaw);
	const pitch = Math.abs(pose.pitch);
	if (yaw > TURNED.refuse) return refuse('turned-too-far', yaw);
	if (yaw > TURNED.warn) return warn('turned-too-far', yaw);
	return pitch > NODDED ? warn('turned-too-far', pitch) : null;
}

function cut({ landmarks, picture }: Face): Quality | null {
	let outside = 0;
	for (let landmark = 0; landmark < SKIN_COUNT; landmark++) {
		const x = landmarks[3 * landmark]!;
		const y = landmarks[3 * landmark + 1]!;
		if (x < 0 || y < 0 || x > picture.width || y > picture.height) outside++;
	}
	const share = outside / SKIN_COUNT;
	if (share > CUT.refuse) return refuse('cut-by-border', share);
	return share > CUT.warn ? warn('cut-by-border', share) : null;
}

/** The wider eye counts: a turned head narrows the far one, and a wink hides no ruler. */
function closedEyes({ landmarks, observation }: Face): Quality | null {
	const opening = (upper: number, lower: number, outer: number, inner: number) =>
		distanceOf(landmarks, upper, lower) / distanceOf(landmarks, outer, inner);
	const wider = Math.max(opening(159, 145, 33, 133), opening(386, 374, 263, 362));
	const { eyeBlinkLeft = 0, eyeBlinkRight = 0 } = observation.blendshapes ?? {};
	if (wider < CLOSED.refuse || Math.min(eyeBlinkLeft, eyeBlinkRight) > BLINK) {
		return refuse('eyes-closed', wider);
	}
	return wider < CLOSED.warn ? warn('eyes-closed', wider) : null;
}

/** A face that is coarse cannot look sharp at 256 px: that is already said by its size. */
function blur({ scale }: Face, sharpness: number): Quality | null {
	if (sharpness < SHARPNESS.refuse) return refuse('blurred', sharpness);
	const tellable = scale.pxPerMm >= COARSE.warn;
	return tellable && sharpness < SHARPNESS.warn ? warn('blurred', sharpness) : null;
}

function openMouth(face: Face): Quality | null {
	const gap = mouthGap(face);
	return gap > OPEN_MOUTH ? warn('mouth-open', gap) : null;
}

/** Only a landmarker with blendshapes tells; squinting and frowning brows are as common at rest. */
function expression({ observation }: Face): Quality | null {
	const { blendshapes } = observation;
	if (blendshapes === null) return null;
	const strongest = Math.max(...EXPRESSIVE.map((name) => blendshapes[name] ?? 0));
	return strongest > EXPRESSION ? warn('expression', strongest) : null;
}

/** Only the perspective of a frontal face tells. */
function closeCamera(face: Face): Quality | null {
	const distance = cameraDistance(face);
	return distance < CLOSE_CAMERA ? warn('camera-close', distance) : null;
}
