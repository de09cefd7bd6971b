import type { Translation } from './translation.ts';

export const treatments: Translation['treatments'] = {
	lip_upper_volume: { name: 'حجم الشفة العليا', about: 'امتلاء أكبر للشفة العليا.' },
	lip_lower_volume: { name: 'حجم الشفة السفلى', about: 'امتلاء أكبر للشفة السفلى.' },
	lip_upper_vermilion: {
		name: 'ارتفاع الشفة العليا',
		about: 'مقدار أكبر أو أقل من حمرة الشفة العليا.'
	},
	lip_lower_vermilion: {
		name: 'ارتفاع الشفة السفلى',
		about: 'مقدار أكبر أو أقل من حمرة الشفة السفلى.'
	},
	lip_cupids_bow: { name: 'قوس كيوبيد', about: 'قمتان أحدّ أو أنعم في الوسط.' },
	lip_corner_lift: { name: 'زاويتا الفم', about: 'يرفع زاويتي الفم أو يخفضهما.' },
	lip_lift_philtrum: { name: 'رفع الشفة', about: 'يقصّر الجلد بين الأنف والشفة العليا.' },
	lip_width: { name: 'عرض الفم', about: 'أعرض أو أضيق من زاوية إلى زاوية.' },
	nose_dorsum_hump: { name: 'جسر الأنف جانبيًا', about: 'يخفض جسر الأنف أو يرفعه.' },
	nose_radix: { name: 'جذر الأنف', about: 'الارتفاع حيث يلتقي الأنف بالجبهة.' },
	nose_tip_rotation: {
		name: 'دوران طرف الأنف',
		about: 'يدير طرف الأنف إلى أعلى أو أسفل.'
	},
	nose_tip_projection: { name: 'بروز طرف الأنف', about: 'مقدار بروز الطرف إلى الأمام.' },
	nose_tip_width: { name: 'عرض طرف الأنف', about: 'طرف أدق أو أعرض.' },
	nose_alar_base: { name: 'عرض قاعدة الأنف', about: 'يضيّق قاعدة الأنف أو يوسّعها.' },
	nose_bridge_width: { name: 'عرض جسر الأنف', about: 'جسر أضيق أو أعرض.' },
	nose_length: { name: 'طول الأنف', about: 'أقصر أو أطول من الجذر إلى الطرف.' },
	nose_deviation: { name: 'تقويم الأنف', about: 'يحرك خط الأنف إلى الوسط.' },
	chin_projection: { name: 'بروز الذقن', about: 'يقدّم الذقن أو يؤخره.' },
	chin_height: { name: 'ارتفاع الذقن', about: 'ذقن أطول أو أقصر.' },
	chin_width: { name: 'عرض الذقن', about: 'ذقن أعرض أو أضيق.' },
	chin_midline: { name: 'منتصف الذقن', about: 'يحرك الذقن يسارًا أو يمينًا.' },
	chin_labiomental_fold: {
		name: 'الطيّة فوق الذقن',
		about: 'يلطّف الثنية أسفل الشفة السفلى.'
	},
	jaw_masseter: { name: 'تنحيف الفك', about: 'أسفل وجه أنحف عند عضلة المضغ.' },
	jaw_angle_filler: { name: 'زاوية الفك', about: 'زاوية فك أوضح.' },
	jaw_jowl_lift: { name: 'شدّ اللغد', about: 'خط أكثر استقامة على طول الفك.' },
	jaw_prejowl: { name: 'التجويف بجانب الذقن', about: 'يملأ التجويف بجانب الذقن.' },
	cheek_malar: { name: 'بروز الخد', about: 'خد أكثر امتلاء وارتفاعًا.' },
	cheek_submalar: { name: 'تنحيف الخد', about: 'أنحف أو أكثر امتلاء أسفل عظمة الوجنة.' },
	midface_lift: { name: 'شدّ وسط الوجه', about: 'يرفع وسط الخد.' },
	zygoma_width: { name: 'عرض عظمتي الوجنتين', about: 'أضيق أو أعرض عند الوجنتين.' },
	temple_fill: { name: 'تجويف الصدغ', about: 'يملأ التجويف بجانب الحاجب.' },
	fold_nasolabial: {
		name: 'الطيّة الأنفية الشفوية',
		about: 'يلطّف الطيّة بجانب الأنف.'
	},
	fold_marionette: { name: 'خط الماريونيت', about: 'يلطّف الخط أسفل زاوية الفم.' },
	tear_trough: { name: 'مجرى الدمع', about: 'يلطّف الأخدود تحت العين.' },
	lower_lid_bag: { name: 'كيس الجفن السفلي', about: 'يسطّح الامتلاء تحت العين.' },
	upper_lid_fold: { name: 'جلد الجفن العلوي', about: 'يُظهر مقدارًا أكبر من الجفن العلوي.' },
	upper_lid_ptosis: { name: 'ارتفاع الجفن العلوي', about: 'يفتح الجفن العلوي أو يخفضه.' },
	canthal_tilt: {
		name: 'زاوية العين الخارجية',
		about: 'يرفع زاوية العين الخارجية أو يخفضها.'
	},
	brow_lift: { name: 'رفع الحاجب', about: 'يرفع الحاجب كله أو يخفضه.' },
	brow_lift_lateral: {
		name: 'رفع الحاجب الخارجي',
		about: 'يرفع النصف الخارجي من الحاجب.'
	},
	brow_medial: {
		name: 'الحاجب الداخلي',
		about: 'يرفع الطرف الداخلي من الحاجب أو يخفضه.'
	},
	hairline_lowering: { name: 'خط الشعر', about: 'يقدّم خط الشعر إلى الأمام.' },
	forehead_contour: { name: 'محيط الجبهة', about: 'جبهة أكثر استدارة أو تسطحًا.' },
	brow_bone: { name: 'عظم الحاجب', about: 'يؤخر العظم فوق العينين.' },
	neck_angle: { name: 'زاوية الرقبة', about: 'خط أوضح أسفل الذقن.' },
	face_lift: { name: 'شدّ الوجه', about: 'يرفع الخدين وخط الفك معًا.' },
	ear_setback: { name: 'وضع الأذن', about: 'يقرّب الأذنين من الرأس.' },
	lines_forehead: { name: 'خطوط الجبهة', about: 'يلطّف الخطوط على عرض الجبهة.' },
	lines_glabella: { name: 'خطوط العبوس', about: 'يلطّف الخطوط بين الحاجبين.' },
	lines_crows_feet: {
		name: 'خطوط حول العينين',
		about: 'يلطّف الخطوط بجانب العينين وتحتهما.'
	},
	lines_bunny: { name: 'خطوط الأنف', about: 'يلطّف الخطوط على جانبي الأنف.' },
	lines_perioral: {
		name: 'خطوط حول الشفتين',
		about: 'يلطّف الخطوط العمودية الدقيقة؛ والفرق طفيف.'
	},
	lines_chin: { name: 'نتوءات الذقن', about: 'ينعّم الذقن المتعرج.' },
	lines_neck: { name: 'خطوط الرقبة', about: 'يلطّف الخطوط على عرض الرقبة.' },
	skin_pigment: {
		name: 'البقع البنية',
		about: 'يخفف البقع البنية والنمش؛ وتبقى البشرة حولها.'
	},
	skin_redness: {
		name: 'الاحمرار',
		about: 'يوحّد المناطق الحمراء؛ والوجه الأحمر كله يبقى كذلك.'
	},
	skin_blemish: { name: 'الشوائب', about: 'يخفف الشوائب الحمراء.' },
	skin_scars: { name: 'البشرة غير المستوية', about: 'يلطّف الانخفاضات الضحلة على الخدين.' },
	skin_texture: { name: 'المسام', about: 'يجعل المسام أدق؛ وتحتفظ البشرة بملمسها.' },
	skin_shine: { name: 'اللمعان', about: 'يقلل اللمعان حيث ينعكس الضوء.' },
	under_eye_dark: { name: 'الهالات السوداء', about: 'يفتّح البشرة تحت العينين.' },
	teeth_shade: { name: 'لون الأسنان', about: 'يفتّح الأسنان الظاهرة.' }
};

export const lines: Translation['lines'] = {
	lines_forehead: {
		rest: 'يلطّف الخطوط على عرض الجبهة في حال الراحة.',
		moved: 'يلطّف الخطوط التي يصنعها رفع الحاجبين.'
	},
	lines_glabella: {
		rest: 'يلطّف الخطوط بين الحاجبين في حال الراحة.',
		moved: 'يلطّف الخطوط التي يصنعها العبوس.'
	},
	lines_crows_feet: {
		rest: 'يلطّف الخطوط بجانب العينين وتحتهما في حال الراحة.',
		moved: 'يلطّف الخطوط التي تصنعها الابتسامة بجانب العينين وتحتهما.'
	},
	lines_bunny: {
		rest: 'يلطّف الخطوط على جانبي الأنف في حال الراحة.',
		moved: 'يلطّف الخطوط التي تصنعها الابتسامة على جانبي الأنف.'
	}
};
