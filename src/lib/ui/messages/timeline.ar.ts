import type { Translation } from './translation.ts';

export const timeline: Translation['timeline'] = {
	'text.title': ({ title, version }) => `${title} (الإصدار ${version})`,
	'text.unsigned': ({ day }) => `سُلّم في ${day} ولم يُوقَّع.`,
	'text.thinking': ({ day }) => `مهلة للتفكير منذ ${day}، ولم يُوقَّع.`,
	'text.sheet': 'كما سُلّم',
	'text.risks': 'ما قد يحدث',
	'text.shown': 'الصور التي عُرضت',
	'text.picture': ({ n }) => `صورة ${n}`,
	'text.illustration': ({ n }) => `صورة توضيحية ${n}: ليست وعدًا بنتيجة`,
	'text.lost': 'صورة مما عُرض لم تعد تُقرأ.',

	'plan.versions': ({ count }) => `إصدارات سابقة للخطة: ${count}`,
	'plan.by': ({ name, moment }) => `${name}، ${moment}`,
	'plan.added': ({ item }) => `أُضيف: ${item}`,
	'plan.removed': ({ item }) => `أُزيل: ${item}`,
	'plan.changed': ({ before, after }) => `تغيّر: من ${before} إلى ${after}`,
	'plan.marks': ({ added, removed }) => `العلامات: أُضيف ${added} وأُزيل ${removed}`,
	'plan.moved': ({ count }) => `علامات تغيّرت: ${count}`,
	'plan.note': 'تغيّرت الملاحظة',
	'plan.quote': 'تغيّر عرض السعر',
	'plan.empty': 'بند بلا كلمات بعد',
	'plan.same': 'كما كان'
};
