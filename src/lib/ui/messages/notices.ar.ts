import type { Translation } from './translation.ts';

export const warnings: Translation['warnings'] = {
	'too-small': 'الوجه صغير في هذه الصورة: ستكون التفاصيل الدقيقة خشنة.',
	'cut-by-border': 'يلامس الوجه الحافة: قد تبدو العلاجات هناك مقطوعة.',
	'eyes-closed': 'تبدو العينان نصف مغلقتين: قد تكون المليمترات غير دقيقة.',
	'mouth-open': 'الفم مفتوح: علاجات الشفتين أقل موثوقية.',
	expression: 'الوجه ليس في حال الراحة: قد تبدو بعض العلاجات مختلفة.',
	'turned-too-far': 'الوجه ملتفت: لا يمكن عرض بعض العلاجات.',
	blurred: 'الصورة ضبابية قليلًا.',
	'camera-close': 'كانت الكاميرا قريبة: يبدو الأنف أكبر مما هو.'
};

export const notices: Translation['notices'] = {
	'first-frame-only': 'هذه صورة متحركة: تُعرض لقطتها الأولى.',
	'scaled-down': 'صُغّرت الصورة إلى 12 ميغابكسل للعمل عليها.'
};
