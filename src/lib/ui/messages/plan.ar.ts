import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('ar');

export const plan: Translation['plan'] = {
	'plan.about':
		'ارسم حيث يُراد فعل شيء. يبقى المرسوم في موضعه من الوجه، في كل منظر وفي الزيارات اللاحقة.',
	'plan.dose': 'لا يقترح Vultus أي جرعة. الكميات هي ما تكتبه.',
	'plan.age-limit': 'لا تحقن العيادة أحدًا دون 18 عامًا، فلا يُدرج شيء مما يُحقن.',
	'plan.saved': 'محفوظة',
	'plan.saving': 'جارٍ الحفظ…',
	'plan.drawn-face':
		'لا توجد بعد صورة فيها وجه: ارسم على الوجه المرسوم. ويظهر ذلك على الصور التالية.',
	'plan.profile': 'من الجانب لا يُتتبَّع الوجه، فلا يُرسم شيء هناك.',
	'plan.views': 'ما يُرسم عليه',
	'plan.view.drawn': 'وجه مرسوم',
	'plan.reading': 'جارٍ فتح الصورة…',

	'tools.label': 'الرسم',
	'tool.point': 'نقطة',
	'tool.line': 'خط',
	'tool.area': 'مساحة',
	'tool.move': 'تحريك',
	'tool.erase': 'مسح',
	'tool.undo': 'تراجع',
	'tool.redo': 'إعادة',
	'tool.closer': 'تقريب',
	'tool.whole': 'الوجه كله',
	'how.point': 'المس الموضع.',
	'how.line': 'ارسم على طول الخط.',
	'how.area': 'ارسم حول المساحة.',
	'how.move': 'اسحب علامة. وإصبعان تحركان الصورة.',
	'how.erase': 'المس علامة لإزالتها.',

	'picture.label': ({ view, count }) =>
		`${view}، ${number(count, {
			one: 'رُسمت علامة واحدة',
			two: 'رُسمت علامتان',
			few: `رُسمت ${count} علامات`,
			other: `رُسمت ${count} علامة`
		})}`,
	'picture.hidden': ({ count }) =>
		number(count, {
			one: 'علامة واحدة لا تُرى من هنا.',
			two: 'علامتان لا تُريان من هنا.',
			few: `${count} علامات لا تُرى من هنا.`,
			other: `${count} علامة لا تُرى من هنا.`
		}),

	'marks.title': 'العلامات',
	'marks.none': 'لم يُرسم شيء بعد.',
	'marks.add': 'إضافة نقطة في الوسط',
	'marks.keys': 'تحرك الأسهم العلامة المختارة 1 مم، ومع Shift 5 مم. ومفتاح Delete يزيلها.',
	'marks.for': 'العلامات الجديدة لـ',
	'mark.point': 'نقطة',
	'mark.line': 'خط',
	'mark.area': 'مساحة',
	'mark.hidden': 'لا تُرى هنا',
	'mark.unsure': 'بجانب الوجه: أقل دقة عندما يلتفت الرأس',
	'mark.item': 'ما يُفعل هنا',
	'mark.item.none': 'لم يُذكر بعد',
	'mark.note': 'كلمات عند هذه العلامة',
	'mark.remove': ({ n }) => `إزالة العلامة ${n}`,
	'mark.length': ({ mm }) => `نحو ${mm}\u00a0مم`,
	'mark.area-size': ({ cm }) => `نحو ${cm}\u00a0سم²`,

	'items.title': 'ما يُستخدم',
	'items.none': 'لم يُدوَّن شيء بعد.',
	'items.add': 'إضافة بند',
	'item.name': ({ n }) => `البند ${n}`,
	'item.product': 'المنتج',
	'item.treatment': 'العلاج',
	'item.treatment.none': 'لا شيء من القائمة',
	'item.amount': 'الكمية',
	'item.amount.bad': 'أدخل رقمًا من فضلك.',
	'item.amount.last': ({ amount }) => `المرة السابقة: ${amount}`,
	'item.unit': 'الوحدة',
	'item.site': 'الموضع',
	'item.lot': 'التشغيلة',
	'item.expiry': 'الانتهاء',
	'item.expired': 'مضى هذا اليوم.',
	'item.gtin': ({ gtin }) => `مُسح: رقم المنتج ${gtin}`,
	'item.scan': 'مسح العبوة',
	'item.remove': ({ n }) => `إزالة البند ${n}`,
	'unit.': 'اختر',
	'unit.mL': 'مل',
	'unit.U': 'وحدات',
	'unit.mg': 'ملغ',
	'unit.syringe': 'محاقن',
	'unit.vial': 'قوارير',
	'unit.thread': 'خيوط',
	'unit.session': 'جلسات',

	'last.repeat': 'تكرار الخطة السابقة',
	'last.about': 'علامات الزيارة السابقة وبنودها. تبقى الكميات والتشغيلات وتواريخ الانتهاء فارغة.',
	'last.show': 'إظهار العلامات السابقة',

	'scan.title': 'مسح العبوة',
	'scan.about': 'ضع الرمز المربع للعبوة أمام الكاميرا. لا تُحفظ الصور.',
	'scan.file': 'فتح صورة له',
	'scan.nothing': 'لم يُقرأ في هذه الصورة منتج ولا تشغيلة ولا تاريخ انتهاء.',

	'note.title': 'ملاحظة',
	'note.label': 'ملاحظة على الخطة',

	'quote.title': 'عرض سعر',
	'quote.about': 'للعيادة؛ لا يظهر في عرض المريض.',
	'quote.add': 'إضافة عرض سعر',
	'quote.remove': 'إزالة عرض السعر',
	'quote.currency': 'العملة',
	'quote.line': 'إضافة سطر',
	'quote.text': ({ n }) => `السطر ${n}`,
	'quote.price': ({ n }) => `سعر السطر ${n}`,
	'quote.price.bad': 'أدخل رقمًا من فضلك.',
	'quote.line.remove': ({ n }) => `إزالة السطر ${n}`,
	'quote.total': ({ total }) => `المجموع ${total}`
};
