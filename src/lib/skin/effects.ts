import { treatment, type Plan, type TreatmentId } from '../treatment/index.ts';
import type { FoldId, LineRegion, Side } from './types.ts';

export type EffectId =
	| `lines:${LineRegion}`
	| `fold:${FoldId}`
	| 'under-eye'
	| 'bag'
	| 'pigment'
	| 'blemish'
	| 'redness'
	| 'shine'
	| 'pores'
	| 'scars'
	| 'teeth'
	| 'brushed';

/** Strength of an effect, 0–1 of its layer, at the end of the treatment's slider. */
type Effects = Readonly<Partial<Record<EffectId, number>>>;

/**
 * What the skin does in each treatment. The caps are where the prototype stopped looking like skin:
 * shine 0.7, marionette 0.6 of the whole layer (skin.md §7); pores carry theirs, 0.4, in their layer.
 */
const EFFECTS: Readonly<Record<TreatmentId, Effects>> = {
	lines_forehead: { 'lines:forehead': 1 },
	lines_glabella: { 'lines:glabella': 1 },
	lines_crows_feet: { 'lines:crows_feet': 1, 'lines:infraorbital': 0.6 },
	lines_bunny: { 'lines:bunny': 1 },
	lines_perioral: { 'lines:perioral': 1 },
	lines_chin: { 'lines:chin': 1 },
	lines_neck: { 'lines:neck': 1 },
	upper_lid_fold: { 'lines:upper_lid': 0.8 },
	fold_nasolabial: { 'fold:nasolabial': 1 },
	fold_marionette: { 'fold:marionette': 0.6 },
	tear_trough: { 'fold:tear_trough': 1, 'lines:infraorbital': 0.5 },
	lower_lid_bag: { bag: 1, 'lines:infraorbital': 0.5 },
	chin_labiomental_fold: { 'fold:labiomental': 1 },
	jaw_prejowl: { 'fold:prejowl': 1 },
	jaw_jowl_lift: { 'fold:prejowl': 0.8, 'fold:marionette': 0.4 },
	midface_lift: { 'fold:nasolabial': 0.5, 'fold:tear_trough': 0.5 },
	face_lift: {
		'fold:nasolabial': 0.6,
		'fold:marionette': 0.6,
		'fold:prejowl': 0.8,
		'lines:cheek': 0.5,
		'lines:neck': 0.4
	},
	under_eye_dark: { 'under-eye': 1 },
	skin_pigment: { pigment: 1, brushed: 1 },
	skin_redness: { redness: 1 },
	skin_blemish: { blemish: 1 },
	skin_scars: { scars: 0.6 },
	skin_texture: { pores: 1 },
	skin_shine: { shine: 0.7 },
	teeth_shade: { teeth: 1 }
};

/** Treatments whose volume catches the light. */
const RELIT: ReadonlySet<TreatmentId> = new Set([
	'lip_upper_volume',
	'lip_lower_volume',
	'lip_cupids_bow',
	'nose_dorsum_hump',
	'nose_radix',
	'nose_tip_projection',
	'nose_tip_width',
	'nose_bridge_width',
	'chin_projection',
	'cheek_malar',
	'cheek_submalar',
	'temple_fill',
	'forehead_contour',
	'brow_bone'
]);

export function isRelit(id: TreatmentId): boolean {
	return RELIT.has(id);
}

/** Does the treatment change the skin's colours at all? */
export function touchesSkin(id: TreatmentId): boolean {
	return id in EFFECTS || RELIT.has(id);
}

export type Strengths = ReadonlyMap<EffectId, Readonly<Record<Side, number>>>;

/**
 * How strongly each effect shows, 0–1: treatments that share an effect do not add up, the stronger
 * one is shown. Negative sliders (less volume) soften nothing.
 */
export function strengthsOf(plan: Plan): Strengths {
	const strengths = new Map<EffectId, { right: number; left: number }>();
	for (const [id, values] of Object.entries(plan)) {
		const effects = EFFECTS[id];
		if (effects === undefined || values === undefined) continue;
		const most = treatment(id).range[1];
		for (const [effect, cap] of Object.entries(effects) as [EffectId, number][]) {
			const held = strengths.get(effect) ?? { right: 0, left: 0 };
			held.right = Math.max(held.right, (cap * Math.max(0, values.right)) / most);
			held.left = Math.max(held.left, (cap * Math.max(0, values.left)) / most);
			strengths.set(effect, held);
		}
	}
	return strengths;
}
