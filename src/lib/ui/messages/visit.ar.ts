import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('ar');

export const visit: Translation['visit'] = {
	'page.visit': 'زيارة',

	'steps.label': 'خطوات هذه الزيارة',
	'steps.who': 'من',
	'steps.consent': 'الموافقة',
	'steps.listen': 'الاستماع',
	'steps.history': 'السوابق',
	'steps.capture': 'الصور',
	'steps.illustrate': 'التوضيح',
	'steps.plan': 'الخطة',
	'steps.sign': 'التوقيع',
	'steps.report': 'التقرير',
	'steps.done': ({ step }) => `${step}، تمت`,
	'steps.next': ({ step }) => `التالي: ${step}`,

	'who.title': 'من القادم؟',
	'who.anonymous': 'لم يُسمَّ أحد بعد. يمكن أن يبقى كذلك أو أن يُفعل في أي وقت.',
	'who.name': 'مريض جديد',
	'who.known': 'مريض في العيادة',
	'who.change': 'تغيير',
	'who.file': 'فتح الملف',

	'consent.title': 'قبل الصورة الأولى',
	'consent.sheet': 'قبل فتح هذه الصورة',
	'consent.age': 'عمر المريض',
	'consent.adult': '18 أو أكثر',
	'consent.minor': 'دون 18',
	'consent.guardian': 'أحد الوالدين أو الوصي',
	'consent.guardian.missing': 'من يوافق عنه؟ يلزم اسم.',
	'consent.relation': 'صلته بالمريض',
	'consent.relation.missing': 'ما صلته؟ أم، أب، وصي قانوني…',
	'consent.age.card': ({ age }) => `تحتمل البطاقة أن العمر ${age}: يوافق أحد الوالدين أو الوصي.`,
	'consent.age.contradicted': ({ age }) =>
		`تحتمل البطاقة أن العمر ${age}. صحّح تاريخ الميلاد في خطوة «من»، أو دع أحد الوالدين أو الوصي يوافق.`,
	'consent.again': ({ age }) =>
		`قيل إن عمر المريض 18 أو أكثر، وتحتمل البطاقة أن العمر ${age}. صحّح تاريخ الميلاد في خطوة «من»، أو اسأل هنا من جديد بحضور أحد الوالدين أو الوصي.`,
	'consent.again.short': 'تختلف البطاقة وما جرت الموافقة عليه في عمر المريض.',
	'consent.again.go': 'النظر في الموافقة',
	'consent.age.missing': 'اذكر عمر المريض أولًا.',
	'consent.give': 'يوافق المريض',
	'consent.give.guardian': 'يوافق الوصي',
	'consent.busy': 'جارٍ الحفظ…',
	'consent.decline': 'ليس الآن',
	'consent.given': ({ moment }) => `تمت الموافقة في ${moment}.`,
	'consent.given.adult': 'من المريض، وعمره 18 أو أكثر.',
	'consent.given.guardian': ({ name, relation }) =>
		relation === '' ? `من ${name}، عن المريض.` : `من ${name} (${relation})، عن المريض.`,
	'consent.unasked': 'لم يُسأل أحد في هذه الزيارة بعد. الصورة التالية تسأل.',

	'listen.title': 'ما الذي جاء بالمريض؟',
	'listen.about': 'دع المريض يلمس الوجه، واكتب ما يقوله بكلماته هو.',
	'listen.face': 'وجه مرسوم: المس موضع ما يشغله',
	'listen.side': 'يمين المريض إلى اليسار، كما في الصورة.',
	'listen.add': 'إضافة بلا موضع',
	'listen.words': ({ n }) => `${n}. بكلمات المريض نفسه`,
	'listen.none': 'لا شيء بعد.',
	'listen.remove': ({ n }) => `إزالة الأمر ${n}`,
	'listen.removed': 'أُزيل.',
	'listen.undo': 'تراجع',
	'listen.marker': ({ n, area }) => `الأمر ${n}، ${area}`,
	'listen.saved': 'محفوظ',
	'listen.saving': 'جارٍ الحفظ…',

	'capture.title': 'الصور',
	'capture.about': 'يمكن ترك أي منظر.',
	'capture.guided': 'التقاط المناظر',
	'capture.open': 'فتح صورة',
	'capture.brought': 'أحضرها المريض',
	'capture.brought.mark': 'أحضرها المريض',
	'capture.expressions': 'التعابير',
	'capture.others': 'صور أخرى',
	'capture.take': ({ view }) => `التقاط: ${view}`,
	'capture.show': ({ view }) => `فتح: ${view}`,
	'capture.plain': 'من الجانب لا يُتتبَّع الوجه: هذه للنظر والمقارنة.',
	'capture.waiting': ({ count }) =>
		number(count, {
			one: 'يجري النظر في صورة واحدة…',
			two: 'يجري النظر في صورتين…',
			few: `يجري النظر في ${count} صور…`,
			other: `يجري النظر في ${count} صورة…`
		}),

	'illustrate.title': 'التوضيح',
	'illustrate.about': 'خطة واحدة لكل صور الزيارة.',
	'illustrate.none': 'لا توجد بعد صورة للتوضيح عليها.',
	'illustrate.capture': 'التقاط صورة أو فتحها',
	'illustrate.shown': 'المخطط حتى الآن',
	'illustrate.nothing': 'لم يُخطط شيء بعد. افتح صورة للبدء.',

	'plan.title': 'الخطة',

	'sign.title': 'الموافقة على العلاج',
	'report.title': 'التقرير',

	'views.label': 'صور هذه الزيارة',
	'view.front': 'أمامية',
	'view.oblique-left': '45° يسارًا',
	'view.oblique-right': '45° يمينًا',
	'view.profile-left': 'جانبية، يسار',
	'view.profile-right': 'جانبية، يمين',
	'view.frown': 'عبوس',
	'view.raise': 'رفع الحاجبين',
	'view.smile': 'ابتسامة',
	'view.none': 'صورة'
};

export const photoConsent: Translation['photoConsent'] = {
	number: 3,
	words: [
		'يوافق المريض على تصويره، وعلى إعداد صور توضيحية للعلاجات على هذه الصور.',
		'يُقاس الوجه لأجل ذلك هنا على هذا الجهاز. تُحفظ الصور والقياسات مشفّرة ولا تُرسل إلى أي مكان.',
		'الصورة التوضيحية للنقاش. وهي ليست وعدًا بنتيجة.'
	]
};
