import type { TreatmentId } from './types.ts';

/**
 * Changes that are usually brought about by injecting, or as well by injecting as by surgery: botulinum
 * toxin, fillers, and what dissolves fat. In England injecting toxin or filler into somebody under 18
 * for the looks is an offence (Botulinum Toxin and Cosmetic Fillers (Children) Act 2021).
 */
const INJECTABLES: ReadonlySet<TreatmentId> = new Set([
	'lip_upper_volume',
	'lip_lower_volume',
	'lip_upper_vermilion',
	'lip_lower_vermilion',
	'lip_cupids_bow',
	'lip_corner_lift',
	'nose_dorsum_hump',
	'nose_radix',
	'nose_tip_rotation',
	'nose_tip_projection',
	'nose_deviation',
	'chin_projection',
	'chin_height',
	'chin_width',
	'chin_midline',
	'chin_labiomental_fold',
	'jaw_masseter',
	'jaw_angle_filler',
	'jaw_jowl_lift',
	'jaw_prejowl',
	'cheek_malar',
	'cheek_submalar',
	'midface_lift',
	'zygoma_width',
	'temple_fill',
	'fold_nasolabial',
	'fold_marionette',
	'tear_trough',
	'brow_lift',
	'brow_lift_lateral',
	'brow_medial',
	'forehead_contour',
	'neck_angle',
	'lines_forehead',
	'lines_glabella',
	'lines_crows_feet',
	'lines_bunny',
	'lines_perioral',
	'lines_chin',
	'lines_neck'
]);

export function isInjectable(id: TreatmentId): boolean {
	return INJECTABLES.has(id);
}
