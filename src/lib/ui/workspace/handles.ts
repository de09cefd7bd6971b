import type { Vec2 } from '../../geometry/index.ts';

/** A finger finds a handle from this far, CSS pixels. */
const REACH = 28;

/** Where an arrow key points, in the picture: x right, y down. */
export const ARROWS: Readonly<Record<string, Vec2>> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** Index of the handle nearest to a finger, both in stage pixels; null where none is in its reach. */
export function handleAt(places: readonly Vec2[], [x, y]: Vec2, ratio: number): number | null {
	let nearest = REACH * ratio;
	let found: number | null = null;
	for (const [index, place] of places.entries()) {
		const away = Math.hypot(place[0] - x, place[1] - y);
		if (away < nearest) [nearest, found] = [away, index];
	}
	return found;
}

type Hands = {
	readonly isSelected: boolean;
	/** To the next handle, or the one before. */
	readonly step: (by: 1 | -1) => void;
	/** Moves the selected handle by picture pixels. */
	readonly nudge: (by: Vec2) => void;
};

/** Brackets step through handles, arrows move the selected one: true when the key was used. */
export function handleKey(
	{ key, shiftKey }: KeyboardEvent,
	{ isSelected, step, nudge }: Hands
): boolean {
	const arrow = ARROWS[key];
	if (key === '[' || key === ']') step(key === ']' ? 1 : -1);
	else if (arrow !== undefined && isSelected) {
		const by = shiftKey ? 10 : 1;
		nudge([by * arrow[0], by * arrow[1]]);
	} else return false;
	return true;
}
