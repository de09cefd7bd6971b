import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('ar');

export const follow: Translation['follow'] = {
	'page.compare': 'مقارنة الصور',
	'compare.title': 'المقارنة',
	'compare.back': 'المريض',
	'compare.earlier': 'الأقدم',
	'compare.later': 'الأحدث',
	'compare.none': 'يلزم صورتان: صورة ثانية، أو صورة توضيحية على الأولى.',
	'compare.option': ({ moment, view }) => `${view}، ${moment}`,
	'compare.option.brought': ({ moment, view }) => `${view}، ${moment}، أحضرها المريض`,
	'compare.option.illustration': ({ moment, view, variant }) =>
		`صورة توضيحية ${variant}، ${view}، ${moment}`,
	'compare.picture': ({ day }) => `صورة، ${day}`,
	'compare.drawing': 'جارٍ رسم الصورة التوضيحية…',
	'compare.reading': 'جارٍ وضع إحداهما فوق الأخرى…',
	'compare.wipe': 'مسح',
	'compare.wipe.value': ({ share }) => `${share} % من الصورة الأقدم`,
	'compare.side-by-side': 'جنبًا إلى جنب',
	'compare.over-time': 'عبر الزمن',
	'compare.same': 'صورة واحدة، مع المخطط عليها وبدونه.',
	'compare.laid': ({ mm }) =>
		`موضوعتان إحداهما فوق الأخرى بحسب العينين والأنف، بدقة ${mm} مم؛ ووُفّق بين الحجم والموضع والضوء.`,
	'compare.held-otherwise': 'وضع الرأس مختلف: تختلف الحدود لهذا وحده.',
	'changes.title': 'التغيّر المقاس',
	'changes.about': 'بين الصورتين، بمليمترات الأقدم منهما. يقول ما الذي يختلف، لا لماذا.',
	'changes.distance': 'المسافة',
	'changes.change': 'التغيّر',
	'changes.told': 'مختلفة بأكثر من خطأ القياس',
	'changes.untold': 'لا تغيّر يمكن تمييزه من خطأ القياس',
	'changes.none': 'لم تُقَس',
	'changes.because': ({ name, reason }) => `${name}: ${reason}`,
	'changes.how':
		'± هو ما يبقى ضمنه 95 من 100 تكرار بلا أي تغيّر. ويشمل تذبذب النقاط ووضع الرأس وبُعد الكاميرا. وقد تكون كل المليمترات أطول أو أقصر بالعُشر، في الصورتين على السواء.',
	'changes.withheld.held-otherwise': 'لم يُقَس شيء: وضع الرأس مختلف في الصورتين بأكثر من 8°.',
	'changes.withheld.expression':
		'لم يُقَس شيء: يفعل الوجه شيئًا مختلفًا في الصورتين، أو لا يمكن معرفة ما يفعله. يجب التقاطهما من الأمام، في حال الراحة أو بالتعبير نفسه.',
	'withheld.needs-frontal': 'الرأس ملتفت أكثر مما ينبغي.',
	'withheld.not-visible': 'لا تُرى في الصورتين معًا.',
	'withheld.mouth-open': 'الفم مفتوح.',
	'withheld.expression': 'الوجه ليس في حال الراحة هناك.',
	'distance.brow_height': 'الحاجب فوق الحدقة',
	'distance.pfh': 'فتحة العين',
	'distance.philtrum': 'من الأنف إلى الشفة العليا',
	'distance.upper_lip': 'ارتفاع الشفة العليا',
	'distance.lower_lip': 'ارتفاع الشفة السفلى',
	'distance.mouth_width': 'عرض الفم',
	'distance.bizygomatic': 'العرض عند عظمتي الوجنتين',
	'distance.bigonial': 'عرض الفك',
	'distance.right': ({ name }) => `${name}، يمين`,
	'distance.left': ({ name }) => `${name}، يسار`,

	'lapse.view': 'المنظر',
	'lapse.series': ({ view, count }) =>
		`${view}: ${number(count, { two: 'صورتان', few: `${count} صور`, other: `${count} صورة` })}`,
	'lapse.play': 'تشغيل',
	'lapse.pause': 'إيقاف مؤقت',
	'lapse.scrub': 'اليوم',
	'lapse.value': ({ at, of, day }) => `${day}، ${at} من ${of}`,
	'lapse.day': ({ day, since }) => `${day} · ${since}`,
	'lapse.picture': ({ day }) => `صورة، ${day}`,
	'lapse.reading': ({ at, of }) => `جارٍ وضع الصورة ${at} من ${of} فوق الأولى…`,
	'lapse.laid': ({ count }) =>
		`عدد الصور ${count}، كل منها موضوعة فوق الأولى بحسب العينين والأنف ومضاءة مثلها. وما بينها تلاشٍ وليس صورة.`,

	'view.oblique-left-cheek': 'ثلاثة أرباع، الخد الأيسر',
	'view.oblique-right-cheek': 'ثلاثة أرباع، الخد الأيمن',
	'view.profile-left-cheek': 'جانبية، الخد الأيسر',
	'view.profile-right-cheek': 'جانبية، الخد الأيمن',
	'view.frontal': 'أمامية',
	'view.oblique': 'ثلاثة أرباع',
	'view.profile': 'جانبية',

	'visit.no-photographs': 'لا صور.',
	'visit.brought': 'أحضرها المريض',
	'visit.illustration': ({ variant }) => `صورة توضيحية ${variant}`,
	'visit.illustration.compare': ({ variant }) => `مقارنة الصورة التوضيحية ${variant} بصورتها`,
	'visit.illustrated': ({ treatments }) => `الموضَّح: ${treatments}`,
	'visit.follow-up': ({ day }) => `المتابعة: ${day}`,
	'visit.open': 'فتح الزيارة',
	'timeline.year': ({ year, count }) =>
		`${year}: ${number(count, {
			one: 'زيارة واحدة',
			two: 'زيارتان',
			few: `${count} زيارات`,
			other: `${count} زيارة`
		})}`,

	'treated.set': 'تدوين علاج',
	'treated.label': 'يوم العلاج',
	'treated.on': ({ day }) => `عولج في ${day}`,
	'treated.change': 'تغيير',
	'treated.change.name': 'تغيير يوم العلاج',
	'treated.save': 'حفظ اليوم',
	'treated.clear': 'لم يُعالج',
	'treated.cancel': 'إلغاء',
	'treated.outside': ({ from }) => `بين ${from}، يوم الزيارة، واليوم.`,

	'since.same-day': 'يوم العلاج',
	'since.days': ({ count }) =>
		number(count, {
			one: 'بعد العلاج بيوم واحد',
			two: 'بعد العلاج بيومين',
			few: `بعد العلاج بـ${count} أيام`,
			other: `بعد العلاج بـ${count} يومًا`
		}),
	'since.weeks': ({ count }) =>
		number(count, {
			one: 'بعد العلاج بأسبوع واحد',
			two: 'بعد العلاج بأسبوعين',
			few: `بعد العلاج بـ${count} أسابيع`,
			other: `بعد العلاج بـ${count} أسبوعًا`
		}),
	'since.months': ({ count }) =>
		number(count, {
			one: 'بعد العلاج بشهر واحد',
			two: 'بعد العلاج بشهرين',
			few: `بعد العلاج بـ${count} أشهر`,
			other: `بعد العلاج بـ${count} شهرًا`
		})
};
