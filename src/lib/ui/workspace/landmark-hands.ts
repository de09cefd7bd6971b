import type { Vec2 } from '../../geometry/index.ts';

/** Correcting landmarks, as the stage's gestures and keys reach it. */
export type LandmarkHands = {
	readonly grab: (point: Vec2) => boolean;
	readonly drag: (point: Vec2) => void;
	readonly release: () => void;
	readonly key: (event: KeyboardEvent) => boolean;
};
