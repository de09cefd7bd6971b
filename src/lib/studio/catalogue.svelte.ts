import type { Face } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import {
	AREAS,
	COMMON_TREATMENTS,
	TREATMENTS,
	treatment,
	visibilityIn
} from '../treatment/index.ts';
import type {
	Area,
	Coverings,
	HiddenReason,
	Treatment,
	TreatmentId,
	Visibility
} from '../treatment/index.ts';

/** Area tabs; `common` is the twelve that most consultations need, and the person's favourites. */
export type Tab = 'common' | Area;

/** What makes an illustration less reliable here, and is said with the treatment. */
type ViewWarning = Visibility['warnings'][number];

/** What the outline of the person told: contours that show, and what covers a treatment's place. */
export type Outline = {
	readonly layers: readonly TreatmentId[];
	readonly coverings: Coverings;
};

/** Whether this photograph can show a treatment, and what to say of it. */
export type Availability =
	| { readonly kind: 'shown' | 'faint'; readonly warnings: readonly ViewWarning[] }
	| { readonly kind: 'hidden'; readonly reason: HiddenReason | MissingReason | HeldOffReason };

/** What is found behind the photograph, and is not there yet or cannot be. */
type MissingReason = 'needs-outline' | 'no-outline' | 'needs-skin' | 'no-skin';

/** What the visit holds off, whatever the photograph can show. */
type HeldOffReason = 'age-limit' | 'paused' | 'stopped';

/** How far the skin of a photograph is read. */
export type SkinReading = 'reading' | 'read' | 'failed';

/** Landmarks that stand for areas whose treatments have none of their own. */
const LAYER_LANDMARKS: Readonly<Record<TreatmentId, readonly number[]>> = {
	hairline_lowering: [10, 109, 338],
	neck_angle: [152],
	ear_setback: [127, 234, 93, 356, 454, 323]
};

/** A touch farther than this from every treatment chooses nothing, mm. */
const REACH = 14;

export function landmarksOf({ id, primary }: Treatment): readonly number[] {
	return primary.length > 0 ? primary : (LAYER_LANDMARKS[id] ?? []);
}

/** The treatment's distance from a picture point, px: to its nearest landmark. */
function distance(face: Face, entry: Treatment, [x, y]: Vec2): number {
	let nearest = Infinity;
	for (const landmark of landmarksOf(entry)) {
		const dx = (face.landmarks[landmark * 3] ?? Infinity) - x;
		const dy = (face.landmarks[landmark * 3 + 1] ?? Infinity) - y;
		nearest = Math.min(nearest, Math.hypot(dx, dy));
	}
	return nearest;
}

/** The area under a picture point, or null where no treatment is within reach. */
export function areaAt(face: Face, point: Vec2): Area | null {
	// What moves comes first: lines and skin lie over everything and would win everywhere.
	const moving = TREATMENTS.filter(({ area, kind }) => area !== 'lift' && kind !== 'texture');
	const lines = TREATMENTS.filter(({ area }) => area === 'lines');
	return nearestArea(face, point, moving) ?? nearestArea(face, point, lines);
}

function nearestArea(face: Face, point: Vec2, treatments: readonly Treatment[]): Area | null {
	const reach = REACH * face.scale.pxPerMm;
	let best: { readonly area: Area; readonly distance: number } | null = null;
	for (const entry of treatments) {
		const away = distance(face, entry, point);
		if (away <= reach && (best === null || away < best.distance)) {
			best = { area: entry.area, distance: away };
		}
	}
	return best?.area ?? null;
}

/** What is chosen to be worked on. Not part of undo: it changes nothing of the picture. */
export class Selection {
	tab: Tab = $state('common');
	armed: TreatmentId = $state(COMMON_TREATMENTS[0] ?? '');
	/** The touched area glows for a moment. */
	touched: { readonly area: Area; readonly count: number } | null = $state.raw(null);

	readonly treatment: Treatment = $derived(treatment(this.armed));

	/** Opens a tab and arms its first treatment. */
	open(tab: Tab, entries: readonly Treatment[]): void {
		this.tab = tab;
		this.armed = entries[0]?.id ?? this.armed;
	}

	touch(area: Area): void {
		this.touched = { area, count: (this.touched?.count ?? 0) + 1 };
	}
}

export function treatmentsIn(tab: Tab, favourites: readonly TreatmentId[]): readonly Treatment[] {
	if (tab !== 'common') return TREATMENTS.filter(({ area }) => area === tab);
	const others = COMMON_TREATMENTS.filter((id) => !favourites.includes(id));
	return [...favourites, ...others].map(treatment);
}

/** `outline` is null until the person is outlined. */
export function availability(
	face: Face,
	entry: Treatment,
	outline: Outline | null,
	skin: SkinReading
): Availability {
	const visibility = visibilityIn(entry, face, outline?.coverings);
	if (visibility.reason !== null) return { kind: 'hidden', reason: visibility.reason };
	if (entry.kind === 'layer' && !outline?.layers.includes(entry.id)) {
		return { kind: 'hidden', reason: outline === null ? 'needs-outline' : 'no-outline' };
	}
	if (entry.kind === 'texture' && skin !== 'read') {
		return { kind: 'hidden', reason: skin === 'reading' ? 'needs-skin' : 'no-skin' };
	}
	return {
		kind: visibility.state === 'faint' ? 'faint' : 'shown',
		warnings: visibility.warnings
	};
}

/** Areas that have something to offer, in the order in which they are shown. */
export const TABS: readonly Tab[] = ['common', ...AREAS];
