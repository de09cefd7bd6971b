import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('ar');

export const purposes: Translation['purposes'] = {
	number: 6,
	words: {
		record: {
			name: 'الصور في السجل',
			asks: 'يجوز للعيادة أن تصوّر وجهي وأن تحفظ الصور في سجلي.'
		},
		simulation: {
			name: 'الصور التوضيحية',
			asks: 'يجوز للعيادة أن تبيّن على صوري كيف يمكن أن يبدو علاج ما.'
		},
		training: {
			name: 'التعليم في العيادة',
			asks: 'يجوز للعيادة أن تعرض صوري على العاملين فيها للتعليم. ويمكن التعرّف على وجهي.'
		},
		'case-publication': {
			name: 'نشر حالة',
			asks: 'يجوز للعيادة أن تنشر حالتي دون اسمي: صور وجهي، وعمري بتقريب نحو عشر سنوات، وما أُجري، وكلمات المعالج عنه. ويجوز أن تُعرض في المجلات والكتب المهنية، وفي المؤتمرات، وفي دورات خارج العيادة، وعلى مواقعها على الإنترنت، لا على سبيل الإعلان. ويمكن التعرّف على وجهي. وما نُشر لا يمكن استرجاعه. ولي أن أسحب موافقتي في أي وقت، بلا سبب وبلا أي ضرر عليّ: ومنذئذ لا تُخرج العيادة شيئًا آخر منها، وتطلب ممن لديه شيء منها أن يزيله.'
		},
		'promotion-web': {
			name: 'موقع العيادة على الإنترنت',
			asks: 'يجوز للعيادة أن تعرض صوري على موقعها على الإنترنت، حيث يستطيع أي شخص رؤيتها ونسخها.'
		},
		'promotion-social': {
			name: 'وسائل التواصل الاجتماعي',
			asks: 'يجوز للعيادة أن تعرض صوري على وسائل التواصل الاجتماعي، حيث يستطيع أي شخص رؤيتها ونسخها.'
		},
		'promotion-print': {
			name: 'المطبوعات',
			asks: 'يجوز للعيادة أن تطبع صوري في النشرات والمجلات.'
		},
		research: {
			name: 'البحث العلمي',
			asks: 'يجوز للعيادة أن تستخدم صوري وسجلي للبحث العلمي.'
		},
		'marketing-email': {
			name: 'البريد الإلكتروني',
			asks: 'يجوز للعيادة أن ترسل إليّ أخبارًا وعروضًا بالبريد الإلكتروني.'
		},
		'marketing-sms': {
			name: 'الرسائل النصية',
			asks: 'يجوز للعيادة أن ترسل إليّ أخبارًا وعروضًا برسالة نصية.'
		},
		'marketing-phone': {
			name: 'الهاتف',
			asks: 'يجوز للعيادة أن تتصل بي هاتفيًا بشأن أخبار وعروض.'
		},
		'marketing-post': {
			name: 'البريد العادي',
			asks: 'يجوز للعيادة أن ترسل إليّ أخبارًا وعروضًا بالبريد العادي.'
		},
		'inform-gp': {
			name: 'إبلاغ طبيب الأسرة',
			asks: 'يجوز للعيادة أن تُبلغ طبيب أسرتي بعلاجي.'
		},
		'clinical-audit': {
			name: 'التدقيق السريري',
			asks: 'يجوز للعيادة أن تُدرج سجلي في مراجعات جودة الرعاية.'
		}
	}
};

export const privacy: Translation['privacy'] = {
	'page.privacy': 'الخصوصية',
	'privacy.open': 'الخصوصية',
	'privacy.back': 'العودة إلى الملف',
	'privacy.title': 'الخصوصية',
	'privacy.about':
		'ما يجوز للعيادة فعله بهذا الملف، وما طُلب منها، وما أُعطي. اقرآه معًا: فهو عن المريض.',

	'consents.care': 'السجل والصور التوضيحية',
	'consents.pictures': 'الصور للآخرين',
	'consents.marketing': 'الأخبار والعروض',
	'consents.objections': 'الإبلاغ',
	'consents.objections.about': 'يستمر ما لم يعترض المريض.',
	'consents.change': 'تغيير',
	'consents.change.name': ({ name }) => `تغيير: ${name}`,
	'consents.opt-out': 'إلغاء الاشتراك',
	'consents.opt-out.name': ({ name }) => `إلغاء الاشتراك: ${name}`,
	'consents.released': ({ count }) =>
		number(count, {
			one: 'خرج من الخزنة لهذا الغرض شيء واحد',
			two: 'خرج من الخزنة لهذا الغرض شيئان',
			few: `خرجت من الخزنة لهذا الغرض ${count} أشياء`,
			many: `خرج من الخزنة لهذا الغرض ${count} شيئًا`,
			other: `خرج من الخزنة لهذا الغرض ${count} شيء`
		}),

	'state.not-asked': 'لم يُطرح السؤال',
	'state.not-asked.objection': 'لا اعتراض',
	'state.given': 'موافقة',
	'state.given.objection': 'لا اعتراض',
	'state.declined': 'رفض',
	'state.declined.objection': 'اعتراض',
	'state.withdrawn': 'موافقة مسحوبة',
	'state.withdrawn.objection': 'اعتراض',
	'state.expired': 'انتهت المدة',
	'state.since': ({ state, day }) => `${state}، ${day}`,
	'state.until': ({ state, day }) => `${state} حتى ${day}`,

	'sheet.asks': 'يُسأل المريض',
	'sheet.give': 'يوافق',
	'sheet.give.objection': 'لا يعترض',
	'sheet.decline': 'يرفض',
	'sheet.withdraw': 'يسحب موافقته',
	'sheet.object': 'يعترض',
	'sheet.how': 'كيف أبلغ بذلك',
	'sheet.until': 'حتى (فارغ: حتى السحب)',
	'sheet.guardian': 'أحد الوالدين أو الوصي',
	'sheet.relation': 'صلته بالمريض',
	'sheet.guardian.about': ({ age }) =>
		`تحتمل البطاقة أن العمر ${age}: يوافق أحد الوالدين أو الوصي.`,
	'sheet.stops':
		'السحب يوقف هذا فورًا. أما ما خرج من الخزنة قبل ذلك فلا يمكن استرداده من هنا: اطلب ممن لديهم إزالته.',
	'sheet.released': 'ما خرج من الخزنة لهذا الغرض',
	'sheet.history': 'ما أُجيب به',
	'sheet.row': ({ state, moment, how, by }) => `${state}، ${moment}، ${how}، دوّنه ${by}`,
	'sheet.row.guardian': ({ name, relation }) =>
		relation === '' ? `عن المريض: ${name}` : `عن المريض: ${name} (${relation})`,
	'sheet.words': ({ words }) => `النص رقم ${words}`,

	'how.in-person': 'حضوريًا',
	'how.in-writing': 'كتابةً',
	'how.by-phone': 'هاتفيًا',
	'how.visit': 'قبل التقاط صورة',
	somebody: 'شخص لم يعد هنا',

	'release.picture': ({ content, moment }) => `صورة (${content})، ${moment}`,
	'release.paper': ({ content, moment }) => `ورقة (${content})، ${moment}`,
	'release.access': ({ moment }) => `نسخة للمريض، ${moment}`,
	'release.portability': ({ moment }) => `ملف لعيادة أخرى، ${moment}`,
	'release.contact': ({ moment }) => `عنوان في قائمة بريدية، ${moment}`,
	'release.numbers': ({ moment }) => `احتُسب ضمن أرقام للبحث العلمي، ${moment}`,
	'release.consultant': ({ content, moment }) => `ملف من أجل ${content}، ${moment}`,

	'requests.title': 'الطلبات',
	'requests.none': 'لم يُطلب شيء. يجوز للمريض أن يطلب شفهيًا؛ وتجيب العيادة خلال شهر.',
	'requests.new': 'تدوين طلب',
	'requests.due': ({ day, left }) => {
		if (left < 0) return `استُحق في ${day}`;
		return number(left, {
			zero: 'يستحق اليوم',
			one: `يستحق غدًا، ${day}`,
			two: `يستحق في ${day}، بعد يومين`,
			few: `يستحق في ${day}، بعد ${left} أيام`,
			many: `يستحق في ${day}، بعد ${left} يومًا`,
			other: `يستحق في ${day}، بعد ${left} يوم`
		});
	},
	'requests.due.by': ({ day }) => `يستحق في ${day}`,
	'requests.received': ({ day }) => `ورد في ${day}`,
	'requests.extended': ({ reason }) => `مُدّدت المهلة شهرين: ${reason}`,
	'requests.identity': ({ how }) => `الهوية: ${how}`,
	'requests.identity.open': 'لم يُتحقق بعد من هوية مقدّم الطلب',
	'requests.answered': ({ day }) => `أُجيب عنه في ${day}`,
	'requests.open': 'متابعة',
	'requests.open.name': ({ right }) => `متابعة: ${right}`,
	'outcome.done': 'نُفّذ',
	'outcome.partly': 'نُفّذ جزئيًا',
	'outcome.refused': 'رُفض',

	'request.title': 'طلب من المريض',
	'request.right': 'ما يطلبه',
	'request.received': 'ورد في',
	'request.received.missing': 'في أي يوم وصل إلى العيادة؟',
	'request.about': 'بكلمات المريض نفسه',
	'request.keep': 'تدوينه',
	'request.identity': 'كيف تأكدت من هوية مقدّم الطلب',
	'request.identity.hint': 'معروف لديك، جواز سفر معروض، وكالة …',
	'request.identity.keep': 'تم التحقق من الهوية',
	'request.extend': 'يحتاج إلى شهرين إضافيين',
	'request.extend.reason': 'لماذا يستغرق وقتًا أطول (يُبلَّغ به المريض)',
	'request.extend.keep': 'تمديد المهلة شهرين',
	'request.outcome': 'الجواب',
	'request.reason': 'السبب (يُبلَّغ به المريض)',
	'request.file': 'ما أُعطي للمريض',
	'request.answer': 'أُجيب عنه',

	'flags.title': 'القيود',
	'restriction.off': 'يُستخدم هذا الملف بحسب ما جرت الموافقة عليه.',
	'restriction.on': ({ day, reason }) => `مقيَّد منذ ${day}: ${reason}`,
	'restriction.on.about':
		'يُحفظ ويمكن النظر فيه. لا تُعدّ منه صور توضيحية، ولا يخرج من الخزنة شيء سوى نسخ المريض نفسه.',
	'restriction.set': 'تقييد الملف',
	'restriction.lift': 'رفع التقييد',
	'kin.about': ({ name }) =>
		`يحق لـ ${name} طلب ذلك مباشرة. يُزال الاسم ووسيلة التواصل من البطاقة ومن تاريخها.`,
	'kin.remove': 'إزالة أقرب الأقارب',
	'kin.sure': 'إزالة نهائية. لا يبقى سوى أن أحدًا أُزيل.',

	'copies.title': 'النسخ والمحو',
	'copies.access': 'نسخة للمريض',
	'copies.access.about': 'كل ما هو محفوظ، مستندًا وبيانات، مع كل الصور. تُعدّ النسخة على هذا الجهاز.',
	'copies.count': ({ count }) =>
		number(count, {
			zero: 'لم تُعدّ أي نسخة بعد: الأولى مجانية.',
			one: 'أُعدّت نسخة واحدة من قبل. ويجوز تحصيل رسم معقول عن نسخة إضافية.',
			two: 'أُعدّت نسختان من قبل. ويجوز تحصيل رسم معقول عن نسخة إضافية.',
			few: `أُعدّت ${count} نسخ من قبل. ويجوز تحصيل رسم معقول عن نسخة إضافية.`,
			other: `أُعدّت ${count} نسخة من قبل. ويجوز تحصيل رسم معقول عن نسخة إضافية.`
		}),
	'copies.fee': 'رسم النسخة الإضافية (فارغ: بلا رسم)',
	'copies.portability': 'ملف لعيادة أخرى',
	'copies.portability.about':
		'المحتوى نفسه في صيغة تقرؤها برامج أخرى، ويفتحها Vultus في خزنة أخرى.',
	'copies.make': 'إعداد الملف',
	'copies.make.short': 'إعداد',
	'copies.busy': 'جارٍ جمع كل شيء…',
	'copies.saved': 'حُفظ. وهو غير مشفّر: لا تسلّمه لأحد سوى المريض.',
	'copies.sure': 'الملف غير مشفّر، ويستطيع قراءته كل من لديه. ولا يذكر اسمه شيئًا عن المريض.',
	'erasure.about': 'يُتلف مفتاح الملف وكل ما فيه. ولا شيء يعيده.',
	'erasure.print': 'خطاب يبيّن السبب',

	'use.label': 'لأي غرض؟',
	'use.patient': 'نسخة المريض نفسه',
	'use.about': 'لا تخرج إلا حيث وافق المريض على هذا، ويُدوَّن ذلك في ملفه.',
	'use.attest': 'وافق المريض على هذا الغرض، وأُخرجها له وحده.',
	'use.attest.lacks': 'أكّد ذلك أولًا.',
	'letter.gp': 'موجَّه إلى طبيب أسرة المريض',
	'card-number': 'يبدو هذا كرقم بطاقة دفع. ولا مكان له في ملف مريض.',

	'patients.more': 'المزيد',
	'import.title': 'ملف مريض من مكان آخر',
	'import.about':
		'ملف ZIP أعدّه Vultus بخيار «ملف لعيادة أخرى». يصبح هنا مريضًا جديدًا؛ ويبقى الملف نفسه في مكانه.',
	'import.choose': 'اختيار الملف',
	'import.busy': 'جارٍ قراءة الملف…',
	'mailing.title': 'القائمة البريدية',
	'mailing.about':
		'من وافقوا على هذه الوسيلة دون غيرهم، في ملف CSV. ويُدوَّن لدى كل منهم أنه مُدرج فيها.',
	'mailing.channel': 'الوسيلة',
	'mailing.save': 'حفظ بصيغة CSV',
	'mailing.busy': 'جارٍ فتح كل الملفات…',
	'mailing.saved': ({ count }) =>
		number(count, {
			zero: 'لم يوافق أحد على هذه الوسيلة.',
			one: 'حُفظت، وفيها شخص واحد.',
			two: 'حُفظت، وفيها شخصان.',
			few: `حُفظت، وفيها ${count} أشخاص.`,
			many: `حُفظت، وفيها ${count} شخصًا.`,
			other: `حُفظت، وفيها ${count} شخص.`
		}),
	'mailing.name': 'الاسم',
	'mailing.contact': 'التواصل',
	'mailing.agreed': 'الموافقة، التاريخ',
	'mailing.words': 'الموافقة، رقم النص',

	'paper.access': 'نسخة من سجل مريض',
	'paper.portability': 'ملخص سجل مريض',
	'paper.foot': 'أُعدّت على جهاز العيادة. وهي غير مشفّرة.',
	'paper.rights':
		'يحق لك أن تطلب من العيادة تصحيح ما تحفظه عنك أو تقييده أو تسليمه أو محوه، وأن تعترض على استخدامه، وأن تشتكي إلى هيئة حماية البيانات المختصة.',
	'paper.automated': 'لا تتخذ آلة وحدها أي قرار بشأنك.',
	'paper.purposes': 'ما وافقت عليه',
	'paper.purposes.head': 'الغرض',
	'paper.state.head': 'الحالة',
	'paper.released': 'ما خرج من الخزنة',
	'paper.released.none': 'لم يخرج شيء.',
	'paper.requests': 'ما طلبته',
	'paper.requests.none': 'لا شيء.',
	'paper.gp-untold':
		'طبيب الأسرة الذي لا يُبلَّغ قد يصف ما لا يتوافق مع علاجك، أو يبحث في غير محله عن سبب ما يظهر بعده.',
	'paper.kept-until': 'مدة الحفظ',
	'paper.kept-until.about': 'بحسب ما يوجبه القانون وقواعد العيادة نفسها.',
	'paper.kept-until.hold': ({ reason }) => `محجوز قانونيًا ولا يجوز محوه الآن: ${reason}`,
	'paper.all': 'كل ما هو محفوظ',
	'paper.all.about':
		'قيدًا قيدًا، بالأسماء التي يستخدمها التطبيق. أما صفوف الأرقام الطويلة، كنقاط الوجه، فهي في الملف record.json بجانب هذا المستند.',
	'paper.field': 'الحقل',
	'paper.value': 'القيمة',
	'paper.numbers': ({ count }) => `عدد الأرقام ${count}، في record.json`,
	'paper.nothing': 'لا شيء',
	'paper.refusal': 'لماذا لا يُمحى سجلك',
	'paper.refusal.dear': ({ name }) => `سجل ${name}`,
	'paper.refusal.asked':
		'طلبت من العيادة محو ما تحفظه عنك. ولا يجوز لها ذلك الآن، لأن السجل محجوز قانونيًا:',
	'paper.refusal.then':
		'يحق لك أن تشتكي إلى هيئة حماية البيانات المختصة أو أن تلجأ إلى القضاء. وفي هذه الأثناء لا يُستخدم السجل لأي غرض آخر إن طلبت ذلك.'
};

export const rights: Translation['rights'] = {
	access: 'الاطلاع على ما هو محفوظ',
	rectification: 'التصحيح',
	restriction: 'التقييد',
	objection: 'الاعتراض',
	portability: 'ملف لعيادة أخرى',
	erasure: 'المحو',
	withdrawal: 'سحب الموافقة'
};
