import { PRODUCT_NAME } from '../../product.ts';
import type { Translation } from './translation.ts';

export const device: Translation['device'] = {
	'version.this': ({ version, mark }) => `الإصدار ${version} · ${mark}`,
	'version.about': 'قارن الرموز بالمنشور لهذا الإصدار: فهي تمثل كل ملف من ملفاته.',

	'update.title': 'إصدار جديد جاهز',
	'update.about': ({ version, mark }) =>
		`الإصدار ${version} · ${mark}. لا يحتاج إلى اتصال ولا يغيّر شيئًا مما هو محفوظ.`,
	'update.failed': ({ version }) =>
		`لم يعمل الإصدار ${version}، فبقي هذا قيد الاستخدام. لم يضع شيء.`,
	'update.failed.title': 'لم ينجح تحديث',
	'update.again': 'محاولته من جديد',
	'update.no-backup':
		'لا توجد نسخة احتياطية من هذه الخزنة. إذا حدث خطأ فلا يعيد السجلات سوى نسخة احتياطية.',
	'update.old-backup': ({ day }) =>
		`آخر نسخة احتياطية من ${day}. إذا حدث خطأ فلن يعود ما جاء بعدها.`,
	'update.go': 'التحديث الآن',
	'update.anyway': 'التحديث دون نسخة احتياطية حديثة',
	'update.busy': 'جارٍ التحديث…',
	'update.where': 'يوضع في مكانه من شاشة القفل، حتى لا يكون شيء مفتوحًا أثناء ذلك.',
	'update.lock': 'القفل والتحديث',

	'device.title': 'هذا الجهاز',
	'device.offline': 'كل شيء على هذا الجهاز: يعمل دون اتصال.',
	'device.partly': 'يبدأ دون اتصال، لكن ليس كل شيء على هذا الجهاز بعد.',
	'device.impossible': 'لا يُبقي هذا المتصفح التطبيق للاستخدام دون اتصال.',
	'device.fetch': ({ size }) => `إتاحته دون اتصال (${size} للتحميل)`,
	'device.resume': ({ size }) => `جلب الباقي (${size} للتحميل)`,
	'device.fetching': ({ loaded, total }) => `${loaded} من ${total} ميغابايت…`,
	'device.reached': 'يمكن الوصول إلى الخادم.',
	'device.not-reached': 'لا يمكن الوصول إلى الخادم الآن.',
	'device.trying': 'جارٍ محاولة الوصول إلى الخادم…',
	'device.kind': 'الغرض',
	'device.size': 'على هذا الجهاز',
	'device.app': 'التطبيق نفسه',
	'device.engine': 'المحرك',
	'device.models': 'نماذج الوجوه والبشرة',
	'device.heic': 'صور HEIC',
	'device.barcode': 'الرموز الشريطية',
	'device.records': 'السجلات',
	'device.not-yet': ({ size }) => `${size}، ليس بعد`,

	'install.title': `تثبيت ${PRODUCT_NAME}`,
	'install.about': 'أيقونة خاصة، وشاشة كاملة، ولا حاجة إلى اتصال.',
	'install.go': 'تثبيت',
	'install.how': 'كيفية التثبيت',
	'install.later': 'ليس الآن',

	'home-screen.title': `ضع ${PRODUCT_NAME} على الشاشة الرئيسية أولًا`,
	'home-screen.about':
		'يمحو Safari ما خزّنته الصفحة إذا لم تُستخدم أسبوعًا. أما التطبيق على الشاشة الرئيسية فله مخزن خاص يبقى، ولذلك تُحفظ السجلات هناك دون غيره.',
	'home-screen.install': `وضع ${PRODUCT_NAME} على الشاشة الرئيسية`,
	'home-screen.install.about': 'يُفتح حينها كأي تطبيق آخر، ويعمل دون اتصال.',
	'home-screen.share': 'المس «مشاركة» في شريط Safari.',
	'home-screen.add': 'اختر «إضافة إلى الشاشة الرئيسية». قد تكون في الأسفل.',
	'home-screen.open': `افتح ${PRODUCT_NAME} من الشاشة الرئيسية، وأعدّ الخزنة هناك.`,
	'home-screen.open.plain': `افتح ${PRODUCT_NAME} من الشاشة الرئيسية.`,
	'home-screen.code': 'هل دُعيت؟ لا يعرف التطبيق مخزن هذه الصفحة: جهّز رمز دعوتك واكتبه هناك.',
	'home-screen.demo': 'تجربته الآن دون سجلات'
};
