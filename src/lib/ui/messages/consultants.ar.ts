import type { Translation } from './translation.ts';

export const consultants: Translation['consultants'] = {
	'settings.title': 'استشاريون مستقلون',
	'settings.about': 'من يعالج هنا لحسابه الخاص ويكون مسؤولًا عن بيانات زياراته، وحده أو مع العيادة.',
	none: 'لا أحد: العيادة مسؤولة عن كل زيارة.',
	name: 'الاسم',
	contact: 'كيف يصل إليه المريض',
	add: 'أضف استشاريًا',
	'add.title': 'استشاري مستقل',
	'add.keep': 'أضف',
	'add.lacks': 'اسم وطريقة للوصول إليه.',
	remove: 'أزل',
	'remove.name': ({ name }) => `أزل: ${name}`,
	'remove.about': 'تبقى زياراته له.',

	'visit.title': 'المسؤول عن بيانات هذه الزيارة',
	'visit.clinic': 'العيادة',
	'visit.alone': ({ name }) => `${name} وحده`,
	'visit.joint': ({ name }) => `${name} مع العيادة`,

	'privacy.title': 'من المسؤول',
	'privacy.clinic': 'العيادة مسؤولة عن كل زيارات هذا الملف.',
	'privacy.others': 'العيادة مسؤولة عن كل شيء ما عدا:',
	'privacy.visits': ({ days }) => `زيارات ${days}`,
	'privacy.alone': ({ day }) => `${day} (وحده)`,
	'privacy.joint': ({ day }) => `${day} (مع العيادة)`,
	'privacy.file': 'ملف زياراته',
	'privacy.file.name': ({ name }) => `ملف زياراته: ${name}`,
	'file.title': ({ name }) => `ملف من أجل ${name}`,
	'file.about':
		'البطاقة والزيارات التي يُسأل عنها، ولا شيء من زيارات أخرى. يُفتح في خزنة أخرى. غير مشفّر: لا تسلّمه إلى أحد غيره.',
	'file.make': 'أنشئ الملف',
	'file.busy': 'تُجمع الزيارات…',
	'file.saved': 'حُفظ، ودُوّن في هذا الملف.',

	'paper.title': 'من المسؤول عن بياناتك',
	'paper.clinic': 'العيادة مسؤولة عن كل ما يُحفظ عنك، ما عدا المذكور هنا.',
	'paper.all': 'العيادة مسؤولة عن كل ما يُحفظ عنك.',
	'paper.alone': ({ name, contact, days }) =>
		`${name} (${contact}) مسؤول وحده عن زيارات ${days}: توجّه إليه بحقوقك.`,
	'paper.joint': ({ name, contact, days }) =>
		`${name} (${contact}) والعيادة مسؤولان معًا عن زيارات ${days}: توجّه بحقوقك إلى أي منهما.`,
	'paper.consultant': 'زيارات مريض، للاستشاري المسؤول عنها'
};
