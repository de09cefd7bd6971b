import type { Macro, Plan, TreatmentId } from './types.ts';

/** What most consultations begin with: the opening screen. */
export const COMMON_TREATMENTS: readonly TreatmentId[] = [
	'lip_upper_volume',
	'lip_upper_vermilion',
	'lip_corner_lift',
	'nose_tip_rotation',
	'nose_dorsum_hump',
	'nose_alar_base',
	'chin_projection',
	'jaw_masseter',
	'jaw_jowl_lift',
	'cheek_malar',
	'upper_lid_fold',
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
		id: 'face_lift',
		plan: bothSides({ face_lift: 2.5, jaw_jowl_lift: 1, midface_lift: 0.8 })
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
