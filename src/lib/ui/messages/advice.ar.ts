import type { Translation } from './translation.ts';

export const advice: Translation['advice'] = {
	title: 'ما تقترحه السوابق',
	about: 'مما أُجيب به، وفق إرشادات منشورة. لا يضاف شيء من تلقاء نفسه: ما تأخذ به يُكتب باسمك.',
	why: ({ reasons }) => `السبب: ${reasons}`,
	'why.chosen': ({ question, options }) => `${question}: ${options}`,
	'why.lacks': ({ question, options }) => `${question}: من دون ${options}`,
	source: ({ source }) => `المصدر: ${source}`,
	'take.plan': 'إلى الخطة',
	'take.aftercare': 'إلى العناية اللاحقة',
	'take.name': ({ take, name }) => `${take}: ${name}`,
	later: 'ليس الآن',
	'later.name': ({ name }) => `ليس الآن: ${name}`,
	'taken.plan': ({ name, moment }) => `في الخطة: ${name}، ${moment}`,
	'taken.aftercare': ({ name, moment }) => `في العناية اللاحقة: ${name}، ${moment}`,
	back: 'إخراجه ثانية',
	'back.name': ({ text }) => `إخراجه ثانية: ${text}`,

	setting: 'اقتراحات من السوابق',
	'setting.about':
		'عند الخطة يستطيع Vultus أن يذكر ما تدعو أجوبة المريض إلى تدوينه، مع الأجوبة والمصدر. لا يراه سواك، ولا يُكتب في أي مكان حتى تأخذ به.',
	on: 'اقتراح',
	off: 'بلا اقتراحات'
};

export const advices: Translation['advices'] = {
	'sun-protection': {
		name: 'الوقاية من الشمس',
		text: 'احمِ بشرتك من الشمس: بالظل والملابس والقبعة، وبواقٍ من الشمس حيث لا تصل هذه.'
	},
	'melasma-sun': {
		name: 'الشمس والكلف',
		text: 'الشمس تزيد الكلف قتامة: احمِ وجهك منها كل يوم، ولا تستعمل أجهزة التسمير.'
	},
	'retinoid-timing': {
		name: 'الريتينويد أو الحمض قبل التقشير أو الليزر',
		text: 'قبل التقشير أو الليزر: يُسأل متى استُعمل الريتينويد أو الحمض آخر مرة، ويُتفق متى يوقف ومتى يعاد.'
	},
	'isotretinoin-timing': {
		name: 'الإيزوتريتينوين قبل التقشير أو الليزر',
		text: 'يُدوَّن متى أُخذ الإيزوتريتينوين آخر مرة؛ ولا يكون كشط الجلد بالآلة ولا الليزر الاستئصالي الكامل إلا بعد المدة التي تطلبها نشرة الدواء.'
	},
	'blood-thinners': {
		name: 'دواء مميّع للدم',
		text: 'لا يغيّر الدواءَ المميّع للدم إلا من وصفه. والكدمات أكثر احتمالا: يُحسب لها ضغط ووقت.'
	},
	'stop-smoking': {
		name: 'مساعدة على ترك التدخين',
		text: 'تلتئم الجروح من دون تدخين على نحو أفضل. إن أردت تركه، يساعدك طبيب أسرتك أو خدمة للإقلاع عن التدخين.'
	}
};
