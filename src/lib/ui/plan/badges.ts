/** How marks are told apart: each item has a colour and a form, each mark a number. */
import type { PlanContent } from '../../record/index.ts';

const FORMS = ['circle', 'square', 'diamond', 'hexagon', 'shield'] as const;
type Form = (typeof FORMS)[number];

export type Badge = {
	/** A token. */
	readonly colour: string;
	/** Around the middle, in radii. */
	readonly path: string;
};

/** Of about the same area. */
const PATHS: Readonly<Record<Form, string>> = {
	circle: 'M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z',
	square: 'M-.9-.9H.9V.9H-.9Z',
	diamond: 'M0-1.28L1.28 0L0 1.28L-1.28 0Z',
	hexagon: 'M-.56-1H.56L1.14 0L.56 1H-.56L-1.14 0Z',
	shield: 'M-1-.95H1V.35L0 1.2L-1 .35Z'
};

/** Of marks that are for nothing yet. */
const NO_ITEM: Badge = { colour: 'var(--mark-none)', path: PATHS.circle };

/** Of an item, by its place in the plan. */
export function badgeOf({ items }: Pick<PlanContent, 'items'>, item: string | null): Badge {
	const at = items.findIndex(({ id }) => id === item);
	const form = FORMS[at % FORMS.length];
	if (at < 0 || form === undefined) return NO_ITEM;
	return { colour: `var(--mark-${(at % FORMS.length) + 1})`, path: PATHS[form] };
}
