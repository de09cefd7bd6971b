/** Name and one short sentence for every entry of the catalogue. */
export type TreatmentWords = { readonly name: string; readonly about: string };

export const TREATMENT_WORDS = {
	lip_upper_volume: { name: 'Upper lip volume', about: 'Fuller body of the upper lip.' },
	lip_lower_volume: { name: 'Lower lip volume', about: 'Fuller body of the lower lip.' },
	lip_upper_vermilion: {
		name: 'Upper lip height',
		about: 'More or less of the red of the upper lip.'
	},
	lip_lower_vermilion: {
		name: 'Lower lip height',
		about: 'More or less of the red of the lower lip.'
	},
	lip_cupids_bow: { name: 'Cupid’s bow', about: 'Sharper or softer peaks in the middle.' },
	lip_corner_lift: { name: 'Mouth corners', about: 'Raises or lowers the corners of the mouth.' },
	lip_lift_philtrum: {
		name: 'Lip lift',
		about: 'Shortens the skin between the nose and the upper lip.'
	},
	lip_width: { name: 'Mouth width', about: 'Wider or narrower from corner to corner.' },
	nose_dorsum_hump: {
		name: 'Bridge profile',
		about: 'Lowers or builds up the bridge of the nose.'
	},
	nose_radix: { name: 'Nose root', about: 'Height where the nose meets the forehead.' },
	nose_tip_rotation: { name: 'Tip rotation', about: 'Turns the tip of the nose up or down.' },
	nose_tip_projection: { name: 'Tip projection', about: 'How far the tip stands forward.' },
	nose_tip_width: { name: 'Tip width', about: 'A finer or broader tip.' },
	nose_alar_base: { name: 'Nostril base width', about: 'Narrows or widens the base of the nose.' },
	nose_bridge_width: { name: 'Bridge width', about: 'A narrower or broader bridge.' },
	nose_length: { name: 'Nose length', about: 'Shorter or longer from root to tip.' },
	nose_deviation: {
		name: 'Nose straightening',
		about: 'Moves the line of the nose to the middle.'
	},
	chin_projection: { name: 'Chin projection', about: 'Brings the chin forward or back.' },
	chin_height: { name: 'Chin height', about: 'A longer or shorter chin.' },
	chin_width: { name: 'Chin width', about: 'A wider or narrower chin.' },
	chin_midline: { name: 'Chin midline', about: 'Moves the chin to the left or right.' },
	chin_labiomental_fold: {
		name: 'Fold above the chin',
		about: 'Softens the crease under the lower lip.'
	},
	jaw_masseter: { name: 'Jaw slimming', about: 'A slimmer lower face at the chewing muscle.' },
	jaw_angle_filler: { name: 'Jaw angle', about: 'A more defined corner of the jaw.' },
	jaw_jowl_lift: { name: 'Jowl lift', about: 'A straighter line along the jaw.' },
	jaw_prejowl: { name: 'Prejowl hollow', about: 'Fills the dip beside the chin.' },
	cheek_malar: { name: 'Cheek projection', about: 'A fuller, higher cheek.' },
	cheek_submalar: { name: 'Cheek slimming', about: 'Slimmer or fuller below the cheekbone.' },
	midface_lift: { name: 'Midface lift', about: 'Lifts the middle of the cheek.' },
	zygoma_width: { name: 'Cheekbone width', about: 'Narrower or wider across the cheekbones.' },
	temple_fill: { name: 'Temple hollow', about: 'Fills the hollow beside the brow.' },
	fold_nasolabial: { name: 'Nose-to-mouth fold', about: 'Softens the fold beside the nose.' },
	fold_marionette: { name: 'Marionette line', about: 'Softens the line below the mouth corner.' },
	tear_trough: { name: 'Tear trough', about: 'Softens the groove under the eye.' },
	lower_lid_bag: { name: 'Lower lid bag', about: 'Flattens the fullness under the eye.' },
	upper_lid_fold: { name: 'Upper lid skin', about: 'Shows more of the upper lid.' },
	upper_lid_ptosis: { name: 'Upper lid height', about: 'Opens or lowers the upper lid.' },
	canthal_tilt: {
		name: 'Outer eye corner',
		about: 'Raises or lowers the outer corner of the eye.'
	},
	brow_lift: { name: 'Brow lift', about: 'Raises or lowers the whole brow.' },
	brow_lift_lateral: { name: 'Outer brow lift', about: 'Raises the outer half of the brow.' },
	brow_medial: { name: 'Inner brow', about: 'Raises or lowers the inner end of the brow.' },
	hairline_lowering: { name: 'Hairline', about: 'Brings the hairline forward.' },
	forehead_contour: { name: 'Forehead contour', about: 'A rounder or flatter forehead.' },
	brow_bone: { name: 'Brow bone', about: 'Sets the bone above the eyes back.' },
	neck_angle: { name: 'Neck angle', about: 'A crisper line under the chin.' },
	face_lift: { name: 'Face lift', about: 'Lifts the cheeks and the jawline together.' },
	ear_setback: { name: 'Ear position', about: 'Brings the ears closer to the head.' },
	lines_forehead: { name: 'Forehead lines', about: 'Softens the lines across the forehead.' },
	lines_glabella: { name: 'Frown lines', about: 'Softens the lines between the brows.' },
	lines_crows_feet: { name: 'Crow’s feet', about: 'Softens the lines beside and under the eyes.' },
	lines_bunny: { name: 'Bunny lines', about: 'Softens the lines on the sides of the nose.' },
	lines_perioral: {
		name: 'Lines around the lips',
		about: 'Softens the fine upright lines; the change is subtle.'
	},
	lines_chin: { name: 'Chin dimples', about: 'Smooths a pebbled chin.' },
	lines_neck: { name: 'Neck lines', about: 'Softens the lines across the neck.' },
	skin_pigment: {
		name: 'Brown spots',
		about: 'Fades brown spots and freckles; the skin around them stays.'
	},
	skin_redness: {
		name: 'Redness',
		about: 'Evens red areas; a face that is red all over stays so.'
	},
	skin_blemish: { name: 'Blemishes', about: 'Fades red blemishes.' },
	skin_scars: { name: 'Uneven skin', about: 'Softens shallow dents on the cheeks.' },
	skin_texture: { name: 'Pores', about: 'Makes pores finer; the skin keeps its texture.' },
	skin_shine: { name: 'Shine', about: 'Takes back shine where light is reflected.' },
	under_eye_dark: { name: 'Dark circles', about: 'Lightens the skin under the eyes.' },
	teeth_shade: { name: 'Teeth shade', about: 'Lightens teeth that show.' }
} as const satisfies Readonly<Record<string, TreatmentWords>>;
