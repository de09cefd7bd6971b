import type { Vec2 } from '../../geometry/index.ts';

/** What is edited on the photograph itself, as the stage's gestures and keys reach it. */
export type StageHands = {
	readonly grab: (point: Vec2) => boolean;
	readonly drag: (point: Vec2) => void;
	/** `isAbandoned`: the touch became another gesture and should have done nothing. */
	readonly release: (isAbandoned: boolean) => void;
	readonly key: (event: KeyboardEvent) => boolean;
};
