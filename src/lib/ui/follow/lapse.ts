/** How long one photograph stands, and how long it gives way to the next, ms. */
const STANDS = 900;
const FADES = 1100;

/** What is seen at a place in the course: photograph `at`, and of the next one so much, 0 to 1. */
export type Seen = { readonly at: number; readonly next: number };

/** `place`: 0 at the first photograph, 1 at the second, and so on. Without fades it changes at once. */
export function seenAt(place: number, count: number, withFades: boolean): Seen {
	const last = Math.max(0, count - 1);
	const at = Math.min(last, Math.max(0, Math.floor(place)));
	const part = place - at;
	const stands = STANDS / (STANDS + FADES);
	if (at === last || !withFades || part <= stands) return { at, next: 0 };
	const along = (part - stands) / (1 - stands);
	return { at, next: along * along * (3 - 2 * along) };
}

/** The place so much later, ms; no further than the last photograph. */
export function placeAfter(place: number, elapsed: number, count: number): number {
	return Math.min(Math.max(0, count - 1), place + elapsed / (STANDS + FADES));
}
