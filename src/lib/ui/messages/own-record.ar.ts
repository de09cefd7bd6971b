import type { Translation } from './translation.ts';

export const ownRecord: Translation['ownRecord'] = {
	'hand.title': 'للقراءة هنا',
	'hand.about':
		'يقرأ المريض سجله على هذا الجهاز، ولا يصل إلى أي شيء آخر. وحين يعيد الجهاز تُقفل الخزنة.',
	'hand.go': 'تسليم للقراءة',
	label: 'سجلك، للقراءة',
	title: 'ما هو محفوظ عنك',
	about:
		'مرّر للقراءة. لا يمكن تغيير شيء هنا، وقد حُذفت أسماء الآخرين. حين تنتهي من القراءة أعد الجهاز.',
	'card.title': 'أنت',
	'card.anonymous': 'لا يوجد اسم محفوظ.',
	'card.line': ({ what, value }) => `${what}: ${value}`,
	'card.kin': 'سُجّل شخص يمكن الاتصال به من أجلك.',
	'card.gp.told': 'طبيب أسرتك مسجل، ويُبلَّغ بالعلاجات.',
	'card.gp.untold': 'طبيب أسرتك مسجل، ولا يُبلَّغ بالعلاجات.',
	'visits.title': 'زياراتك',
	'visits.none': 'لا توجد زيارة محفوظة.',
	'visits.of': ({ day }) => `زيارة ${day}`,
	'visits.said': ({ words }) => `ما جاء بك – ${words}`,
	'visits.shown': ({ what }) => `ما عُرض: ${what}`,
	'visits.treated': ({ day }) => `أُجري في ${day}`,
	'visits.next': ({ day }) => `الموعد القادم في ${day}`,
	'photographs.title': 'صورك',
	'photographs.none': 'لا توجد صورة محفوظة.',
	'photographs.when': 'حُفظت في',
	'photographs.view': 'الوضعية',
	'agreed.title': 'ما وافقت عليه',
	'agreed.what': 'لأي غرض',
	'agreed.state': 'ما قلته',
	'agreed.text': ({ title }) => `نص «${title}»`,
	'agreed.handed': ({ day }) => `سُلّم في ${day} ولم يوقَّع`,
	'agreed.signed': ({ day }) => `وُقّع في ${day}`,
	'agreed.withdrawn': ({ day }) => `سُحب في ${day}`,
	'looks.title': 'من اطّلع، وما الذي خرج',
	'looks.about':
		'في كل مرة كان شخصًا من العيادة له طريقه الخاص لفتح هذا الجهاز. ويمكن للعيادة أن تخبرك من هو.',
	'looks.when': 'متى',
	'looks.what': 'ماذا',
	'looks.to': ({ what, whom }) => `${what}: ${whom}`,
	more: 'أجوبتك عن صحتك وملاحظات العيادة وكل صورة موجودة في النسخة التي يمكنك طلبها. إن كان هنا شيء غير صحيح فأخبرنا، وسيُصحَّح.'
};
