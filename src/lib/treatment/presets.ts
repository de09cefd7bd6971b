import type { Macro, Plan, TreatmentId } from './types.ts';

/**
 * What most consultations begin with: the opening screen. Lips and toxin are asked for most, then folds,
 * tear trough and cheek; all twelve show from the front.
 */
export const COMMON_TREATMENTS: readonly TreatmentId[] = [
	'lip_upper_volume',
	'lip_upper_vermilion',
	'lip_corner_lift',
	'lines_forehead',
	'lines_glabella',
	'lines_crows_feet',
	'fold_nasolabial',
	'tear_trough',
	'nose_tip_rotation',
	'cheek_malar',
	'jaw_masseter',
	'brow_lift_lateral'
];

function bothSides(values: Readonly<Record<TreatmentId, number>>): Plan {
	return Object.fromEntries(
		Object.entries(values).map(([id, value]) => [id, { left: value, right: value }])
	);
}

/**
 * Combinations in typical proportions. Movements that overlap add up, so the followers of a macro
 * stand at about half of their own typical value: the sum is then what one treatment would do.
 */
export const MACROS: readonly Macro[] = [
	{
		id: 'upper_face_toxin',
		plan: bothSides({
			lines_forehead: 60,
			lines_glabella: 60,
			lines_crows_feet: 60,
			brow_lift_lateral: 0.8
		})
	},
	{
		id: 'tired_eyes',
		plan: bothSides({ tear_trough: 50, under_eye_dark: 50, lines_crows_feet: 30 })
	},
	{
		id: 'fresh_skin',
		plan: bothSides({ skin_redness: 50, skin_pigment: 50, skin_texture: 40, skin_shine: 40 })
	},
	{
		id: 'face_lift',
		plan: bothSides({ face_lift: 2.5, jaw_jowl_lift: 1, midface_lift: 0.8 })
	},
	{
		id: 'liquid_face_lift',
		plan: bothSides({
			cheek_malar: 1.5,
			temple_fill: 0.8,
			fold_nasolabial: 40,
			fold_marionette: 30,
			jaw_prejowl: 0.6
		})
	},
	{
		id: 'lip_balance',
		plan: bothSides({
			lip_upper_vermilion: 0.6,
			lip_lower_vermilion: 0.4,
			lip_cupids_bow: 0.3,
			lip_corner_lift: 0.5
		})
	},
	{
		id: 'profile_balance',
		plan: bothSides({ nose_dorsum_hump: -1.5, nose_tip_rotation: 3, chin_projection: 3 })
	}
];
