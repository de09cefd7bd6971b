import type { Translation } from './translation.ts';

export const rules: Translation['rules'] = {
	region: 'أين تعمل العيادة',
	'region.none': 'لم يُذكر بعد',
	'region.england': 'إنجلترا',
	'region.elsewhere': 'مكان آخر',
	'region.unsaid': 'إلى أن تذكر المكان تسري قاعدة إنجلترا.',
	'region.follows': 'القاعدة أدناه تتبع المكان حين تختاره، ويمكنك تغييرها بعد ذلك.',
	'rule.differs': 'هذا في إنجلترا جريمة، إلا بتوجيه من طبيب أو شخص معتمد آخر.',

	gp: 'طبيب الأسرة',
	'gp.name': 'اسم طبيب الأسرة',
	'gp.practice': 'العيادة',
	'gp.address': 'عنوان عيادته',
	'gp.told': 'يُبلَّغ طبيب الأسرة بالعلاجات ما لم يعترض المريض.',
	'gp.is-told': 'يُبلَّغ',
	'gp.is-not-told': 'لا يُبلَّغ',
	'gp.use': 'وضع طبيب الأسرة',
	'gp.not-told': 'جاء في البطاقة أن طبيب الأسرة لا يُبلَّغ.'
};
