import { counted } from './counted.ts';
import type { Translation } from './translation.ts';

const number = counted('ar');

export const history: Translation['history'] = {
	title: 'السوابق',
	about: 'يمكن ترك أي سؤال. ولا يُقرَّر شيء بجواب.',
	pages: 'صفحات السوابق',
	'page.done': ({ page }) => `${page}، سُئل عنها`,
	overview: 'نظرة عامة',
	back: 'رجوع',
	next: 'الصفحة التالية',
	'next.name': ({ page }) => `الصفحة التالية: ${page}`,
	saved: 'محفوظة',
	saving: 'جارٍ الحفظ…',
	progress: ({ at, of }) => `الصفحة ${at} من ${of}`,

	'state.not-asked': 'لم يُسأل',
	'state.declined': 'امتنع',
	decline: 'يمتنع',
	'decline.name': ({ question }) => `${question}: يمتنع عن الجواب`,
	unask: 'لم يُسأل',
	'unask.name': ({ question }) => `${question}: لم يُسأل`,
	'own-words': 'ببضع كلمات',
	'own-words.name': ({ question }) => `${question}: ببضع كلمات`,

	'elsewhere.add': 'إضافة علاج',
	'elsewhere.remove': ({ n }) => `إزالة العلاج ${n}`,
	'elsewhere.n': ({ n }) => `العلاج ${n}`,
	'elsewhere.what': 'ما هو',
	'elsewhere.by': 'أين، أو على يد من',
	'elsewhere.when': 'متى',
	'elsewhere.source': 'المصدر',
	'elsewhere.patient': 'المريض',
	'elsewhere.document': 'وثيقة',
	'elsewhere.removed': 'أُزيل.',
	undo: 'تراجع',

	'again.title': 'ما الذي تغيّر منذئذٍ؟',
	'again.about': 'هذه آخر الأجوبة. اسأل هل لا تزال صحيحة، وغيّر ما لم يعد كذلك فقط.',
	'again.day': 'يُسأل عنها اليوم',
	'again.same': 'لم يتغيّر شيء',
	'again.busy': 'جارٍ الحفظ…',
	'again.done': 'أُكّد كل جواب سابق أو غُيّر اليوم.',
	'again.change': 'تغيير',
	'again.change.name': ({ question }) => `تغيير: ${question}`,
	'answered.count': ({ count }) =>
		number(count, {
			one: 'جواب واحد',
			two: 'جوابان',
			few: `${count} أجوبة`,
			many: `${count} جوابًا`,
			other: `${count} جواب`
		}),
	answered: ({ day, name }) => `${day}، ${name}`,
	confirmed: ({ day }) => `لا يزال كذلك في ${day}`,
	before: ({ count }) =>
		number(count, {
			one: 'جواب سابق واحد',
			two: 'جوابان سابقان',
			few: `${count} أجوبة سابقة`,
			many: `${count} جوابًا سابقًا`,
			other: `${count} جواب سابق`
		}),
	none: 'لم يُسأل عن شيء بعد.',
	unasked: ({ count }) =>
		number(count, {
			one: 'سؤال واحد لم يُطرح.',
			two: 'سؤالان لم يُطرحا.',
			few: `${count} أسئلة لم تُطرح.`,
			many: `${count} سؤالًا لم يُطرح.`,
			other: `${count} سؤال لم يُطرح.`
		}),
	somebody: 'شخص ما',

	flags: 'للحديث عنه',
	'flags.none': 'لا جواب يستدعي الحديث عنه.',
	'flags.about': 'تذكير لا أكثر: ما يترتب عليه يعود تقديره إليك.',
	'flag.talked': 'جرى الحديث عنه',
	'flag.talked.name': ({ flag }) => `${flag}: جرى الحديث عنه`,
	'flag.by': ({ name, moment }) => `${name}، ${moment}`,
	'flag.before': ({ kinds }) => `قبل ${kinds}`,

	'pause.title': 'إيقاف المحاكاة والحديث',
	'pause.about':
		'تقول الأجوبة إن شيئًا في المظهر يثقل على المريض. وقد تزيد صور ما يمكن تغييره ذلك سوءًا. تحدّثا أولًا: ما الذي يأمله، وهل يكون شخص آخر أكثر عونًا؟',
	'pause.by-hand': 'أُوقفت المحاكاة للحديث.',
	'pause.no-diagnosis': 'هذا سبب للحديث، وليس تشخيصًا.',
	'pause.stop': 'التوقف هنا',
	'pause.go-on': 'المتابعة إلى التوضيح',
	'pause.sure': 'المتابعة إلى التوضيح رغم ذلك؟',
	'pause.sure.about': 'يُحفظ مع الزيارة أنك اخترت المتابعة، ومتى.',
	'pause.sure.go': 'أختار المتابعة',
	'pause.stay': 'البقاء متوقفًا',
	'pause.held': 'لا يُحاكى شيء في هذه الزيارة حتى تختار المتابعة.',
	'pause.went-on': ({ name, moment }) => `تمت المتابعة بعد توقف: ${name}، ${moment}.`
};

export const historyPages: Translation['historyPages'] = {
	health: 'الصحة',
	medicines: 'الأدوية والحساسية',
	elsewhere: 'علاجات سابقة',
	skin: 'البشرة',
	care: 'العناية والشمس',
	living: 'نمط الحياة',
	expectations: 'التطلعات'
};

export const historyItems: Translation['historyItems'] = {
	pregnancy: 'الحمل والرضاعة',
	recent: 'في الأسابيع الأربعة الأخيرة',
	conditions: 'الأمراض',
	medications: 'الأدوية، الآن أو في الأشهر الستة الأخيرة',
	allergies: 'الحساسية',
	treatments: 'علاجات في مكان آخر، في أي وقت',
	complications: 'مشكلات بعد علاج',
	'skin-conditions': 'أمراض البشرة',
	topicals: 'كريمات بوصفة، أو فيها أحماض',
	'skin-allergies': 'ما لا تحتمله البشرة',
	routine: 'العناية بالبشرة',
	cosmetics: 'مستحضرات التجميل',
	sun: 'الشمس',
	phototype: 'البشرة في الشمس (النمط الضوئي)، إن أفاد ذلك',
	hair: 'الشعر، إن أفاد ذلك',
	smoking: 'التدخين',
	sleep: 'النوم',
	stress: 'التوتر',
	exercise: 'الحركة',
	diet: 'التغذية',
	gender: 'الجنس، إن رغب المريض في ذكره',
	cycle: 'الدورة الشهرية',
	flaw: 'هل يشغلك في مظهرك شيء يكاد الآخرون لا يرونه؟',
	'flaw-hours': 'كم من الوقت تفكر فيه في يوم معتاد؟',
	'flaw-distress': 'كم يثقل عليك؟',
	'no-relief': 'هل أزالت العلاجات السابقة هذا الثقل؟'
};

export const historyOptions: Translation['historyOptions'] = {
	'pregnancy.no': 'لا',
	'pregnancy.pregnant': 'حامل',
	'pregnancy.maybe': 'ربما',
	'pregnancy.planned': 'مخطط له قريبًا',
	'pregnancy.breastfeeding': 'مرضعة',
	'recent.none': 'لا شيء من هذه',
	'recent.dental': 'علاج أسنان',
	'recent.vaccination': 'تطعيم',
	'recent.illness': 'مرض مع حمى',
	'recent.operation': 'عملية',
	'conditions.none': 'لا شيء من هذه',
	'conditions.autoimmune': 'مناعة ذاتية',
	'conditions.neuromuscular': 'الأعصاب والعضلات',
	'conditions.bleeding': 'اضطراب نزف',
	'conditions.keloid': 'جُدرات (كيلويد)',
	'conditions.cold-sores': 'قروح البرد',
	'conditions.diabetes': 'السكري',
	'conditions.weak-immunity': 'ضعف المناعة',
	'conditions.heart': 'القلب أو الدورة الدموية',
	'medications.none': 'لا شيء من هذه',
	'medications.anticoagulants': 'مضادات التخثر',
	'medications.antiplatelets': 'الأسبرين ومضادات الصفيحات',
	'medications.supplements': 'زيت السمك، الجنكة، فيتامين E',
	'medications.isotretinoin': 'الإيزوتريتينوين',
	'medications.immunosuppressants': 'مثبطات المناعة، الستيرويدات',
	'medications.muscle-relaxants': 'مرخيات العضلات',
	'medications.aminoglycosides': 'الأمينوغليكوزيدات',
	'allergies.none': 'لا شيء من هذه',
	'allergies.anaphylaxis': 'صدمة تأقية، من أي شيء',
	'allergies.lidocaine': 'الليدوكائين',
	'allergies.albumin': 'الألبومين',
	'allergies.hyaluronidase': 'الهيالورونيداز',
	'allergies.insect-venom': 'لسعات النحل أو الدبابير',
	'allergies.latex': 'اللاتكس',
	'allergies.chlorhexidine': 'الكلورهيكسيدين',
	'allergies.antibiotics': 'المضادات الحيوية',
	'treatments.none': 'لا شيء',
	'treatments.toxin': 'توكسين البوتولينوم',
	'treatments.filler': 'الفيلر',
	'treatments.permanent-filler': 'فيلر دائم، سيليكون',
	'treatments.threads': 'الخيوط',
	'treatments.fat-dissolving': 'إذابة الدهون',
	'treatments.laser-or-peel': 'ليزر أو تقشير',
	'treatments.operation': 'عملية في الوجه',
	'complications.none': 'لا شيء',
	'complications.vessel': 'انسداد وعاء',
	'complications.lumps': 'كتل أو تورم',
	'complications.drooping': 'تدلي جفن أو حاجب',
	'complications.infection': 'عدوى',
	'complications.scar': 'ندبة أو أثر داكن',
	'skin-conditions.none': 'لا شيء من هذه',
	'skin-conditions.acne': 'حب الشباب',
	'skin-conditions.rosacea': 'الوردية',
	'skin-conditions.eczema': 'الإكزيما',
	'skin-conditions.psoriasis': 'الصدفية',
	'skin-conditions.melasma': 'الكلف',
	'skin-conditions.vitiligo': 'البهاق',
	'skin-conditions.infected-today': 'متقرحة أو ملتهبة اليوم',
	'topicals.none': 'لا شيء من هذه',
	'topicals.retinoid': 'ريتينويد',
	'topicals.hydroquinone': 'هيدروكينون',
	'topicals.steroid': 'ستيرويد',
	'topicals.acid': 'أحماض',
	'skin-allergies.none': 'لا شيء من هذه',
	'skin-allergies.fragrance': 'العطور',
	'skin-allergies.preservatives': 'المواد الحافظة',
	'skin-allergies.plasters': 'اللصقات',
	'skin-allergies.metals': 'المعادن',
	'routine.none': 'لا شيء',
	'routine.cleanser': 'منظف',
	'routine.moisturiser': 'مرطب',
	'routine.sunscreen': 'واقٍ من الشمس يوميًا',
	'routine.serum': 'سيروم',
	'cosmetics.never': 'أبدًا',
	'cosmetics.sometimes': 'أحيانًا',
	'cosmetics.daily': 'يوميًا',
	'sun.little': 'قليلًا',
	'sun.some': 'بعض الشيء',
	'sun.much': 'كثيرًا',
	'sun.tanned-now': 'مسمرّة الآن',
	'phototype.1': 'I',
	'phototype.2': 'II',
	'phototype.3': 'III',
	'phototype.4': 'IV',
	'phototype.5': 'V',
	'phototype.6': 'VI',
	'hair.straight': 'أملس',
	'hair.wavy': 'متموج',
	'hair.curly': 'مجعد',
	'hair.coily': 'شديد التجعد',
	'smoking.never': 'أبدًا',
	'smoking.stopped': 'توقف',
	'smoking.sometimes': 'أحيانًا',
	'smoking.daily': 'يوميًا',
	'sleep.well': 'جيد',
	'sleep.varying': 'متفاوت',
	'sleep.badly': 'سيئ',
	'stress.little': 'قليل',
	'stress.some': 'بعض الشيء',
	'stress.much': 'كثير',
	'exercise.rarely': 'نادرًا',
	'exercise.weekly': 'أسبوعيًا',
	'exercise.most-days': 'معظم الأيام',
	'diet.mixed': 'متنوعة',
	'diet.vegetarian': 'نباتية',
	'diet.vegan': 'نباتية صرفة',
	'diet.other': 'أخرى',
	'gender.woman': 'امرأة',
	'gender.man': 'رجل',
	'gender.other': 'غير ذلك',
	'cycle.regular': 'منتظمة',
	'cycle.irregular': 'غير منتظمة',
	'cycle.menopause': 'انقطاع الطمث',
	'cycle.does-not-apply': 'لا ينطبق',
	'flaw.no': 'لا',
	'flaw.somewhat': 'قليلًا',
	'flaw.yes': 'نعم',
	'flaw-hours.under-1': 'أقل من ساعة',
	'flaw-hours.1-to-3': 'من ساعة إلى ثلاث ساعات',
	'flaw-hours.over-3': 'أطول',
	'flaw-distress.none': 'لا يثقل أبدًا',
	'flaw-distress.some': 'بعض الشيء',
	'flaw-distress.much': 'كثيرًا',
	'no-relief.never-tried': 'لم يكن هناك أي منها',
	'no-relief.relieved': 'نعم',
	'no-relief.not-relieved': 'لا'
};

export const flags: Translation['flags'] = {
	pregnancy: {
		name: 'حمل، أو احتماله',
		why: 'لم تُدرس العلاجات التجميلية في الحمل، وتُؤجل عادة.'
	},
	breastfeeding: {
		name: 'الرضاعة',
		why: 'لا يُعرف ما الذي ينتقل من المنتج المحقون إلى الحليب.'
	},
	dental: {
		name: 'علاج أسنان حديث',
		why: 'قد تستقر على الفيلر الجديد بكتيريا تدخل الدم مع علاج الأسنان.'
	},
	vaccination: {
		name: 'تطعيم حديث',
		why: 'تورم الفيلر بعد التطعيم في حالات، ولبضعة أيام غالبًا.'
	},
	illness: {
		name: 'مرض حديث مع حمى',
		why: 'قد تؤخر العدوى الالتئام وتُورّم الفيلر.'
	},
	operation: {
		name: 'عملية حديثة',
		why: 'قد لا يناسب الالتئام والأدوية والوضعيات بعد العملية علاجًا.'
	},
	autoimmune: {
		name: 'مرض مناعة ذاتية',
		why: 'قد يشتد، وتصعب معرفة تفاعلات الفيلر مسبقًا؛ وقد يعرف طبيب المريض أكثر.'
	},
	neuromuscular: {
		name: 'مرض في الأعصاب والعضلات',
		why: 'قد يزيد توكسين البوتولينوم كثيرًا من ضعف الوهن العضلي والأمراض المشابهة.'
	},
	bleeding: {
		name: 'اضطراب نزف',
		why: 'الكدمات والنزف أرجح، وقد يضر نزف في حيز ضيق.'
	},
	keloid: {
		name: 'جُدرات (كيلويد)',
		why: 'قد يترك كل جرح، ولو صغيرًا، ندبة تنمو.'
	},
	'cold-sores': {
		name: 'قروح البرد',
		why: 'قد تعيدها الإبر والليزر والتقشير حول الفم.'
	},
	diabetes: {
		name: 'السكري',
		why: 'قد يبطؤ التئام الجروح ويسهل التهابها.'
	},
	'weak-immunity': {
		name: 'ضعف المناعة',
		why: 'العدوى أرجح، وعلاجها حول الفيلر أصعب.'
	},
	heart: {
		name: 'القلب أو الدورة الدموية',
		why: 'قد يحتاج التخدير والأدرينالين والاستلقاء إلى رأي طبيب المريض.'
	},
	'blood-thinners': {
		name: 'ما يميّع الدم',
		why: 'الكدمات أرجح؛ وإيقاف الدواء يعود إلى من وصفه.'
	},
	isotretinoin: {
		name: 'الإيزوتريتينوين',
		why: 'قد يختلف التئام البشرة بعد الليزر والتقشير والعمليات أثناءه ولأشهر بعده.'
	},
	immunosuppressants: {
		name: 'مثبطات المناعة أو الستيرويدات',
		why: 'العدوى أرجح، وقد يبطؤ التئام الجروح.'
	},
	'toxin-enhancers': {
		name: 'ما يقوّي التوكسين',
		why: 'قد تقوّي مرخيات العضلات والأمينوغليكوزيدات أثر توكسين البوتولينوم.'
	},
	anaphylaxis: {
		name: 'صدمة تأقية سابقة',
		why: 'قد تتكرر: أبقِ ما يعالجها في متناول اليد، واعرف ما سببها.'
	},
	lidocaine: {
		name: 'حساسية من الليدوكائين',
		why: 'يحتويه كثير من الفيلر في المحقن، ومعظم كريمات التخدير أيضًا.'
	},
	albumin: {
		name: 'حساسية من الألبومين',
		why: 'تحتوي عدة أنواع من توكسين البوتولينوم على الألبومين البشري.'
	},
	hyaluronidase: {
		name: 'حساسية من الهيالورونيداز أو اللسعات',
		why: 'يذيب الهيالورونيداز الفيلر في الطوارئ، وفي سم النحل والدبابير مادة قريبة منه.'
	},
	latex: { name: 'حساسية من اللاتكس', why: 'تحتويه القفازات وبعض سدادات القوارير.' },
	chlorhexidine: {
		name: 'حساسية من الكلورهيكسيدين',
		why: 'هو في كثير من مطهرات الجلد.'
	},
	'permanent-filler': {
		name: 'فيلر دائم',
		why: 'لا يمكن إذابته، وقد يثيره علاج آخر في الموضع نفسه.'
	},
	threads: {
		name: 'خيوط',
		why: 'قد تكون لا تزال حيث يوضع الفيلر.'
	},
	complications: {
		name: 'مشكلات بعد علاج',
		why: 'ما ساء مرة قد يسوء من جديد، وقد يكون الموضع قد تغيّر.'
	},
	'infected-skin': {
		name: 'بشرة متقرحة أو ملتهبة اليوم',
		why: 'تحمل الإبر العدوى إلى العمق، وينشرها الليزر والتقشير.'
	},
	melasma: {
		name: 'الكلف أو البهاق',
		why: 'قد تجعل الحرارة والتهيج البقع أغمق أو أفتح أو أكبر.'
	},
	'topical-retinoid': {
		name: 'ريتينويد أو أحماض على البشرة',
		why: 'قد تكون البشرة أرق وتتقشر أكثر من المعتاد.'
	},
	sun: { name: 'مسمرّة الآن', why: 'يترك الليزر والتقشير آثارًا أكثر على البشرة المسمرّة.' },
	phototype: {
		name: 'النمط الضوئي IV إلى VI',
		why: 'يترك الليزر والتقشير آثارًا داكنة أو فاتحة أكثر، ويحتاجان إلى ضبط آخر.'
	},
	smoking: { name: 'يدخن يوميًا', why: 'تلتئم السدائل الجلدية والجروح التئامًا أسوأ.' }
};

export const kinds: Translation['kinds'] = {
	toxin: 'التوكسين',
	filler: 'الفيلر',
	skin: 'الليزر والتقشير والوخز',
	surgery: 'الجراحة',
	any: 'أي علاج'
};
