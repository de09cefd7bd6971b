/** What the landmarker saw in the two public-domain portraits (tests/fixtures/README.md). */
import type { FaceObservation } from '../../src/lib/face/index.ts';
import type { Size } from '../../src/lib/geometry/index.ts';
import astronaut from '../fixtures/landmarks/astronaut.json' with { type: 'json' };
import graceHopper from '../fixtures/landmarks/grace-hopper.json' with { type: 'json' };

export type ObservedPortrait = { readonly picture: Size; readonly observation: FaceObservation };

function portrait({ picture, landmarks, pose, blendshapes }: typeof graceHopper): ObservedPortrait {
	return { picture, observation: { landmarks: Float64Array.from(landmarks), pose, blendshapes } };
}

export const GRACE_HOPPER: ObservedPortrait = portrait(graceHopper);
export const ASTRONAUT: ObservedPortrait = portrait(astronaut);
