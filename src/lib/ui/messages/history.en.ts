import type { FlagId, ItemId, OptionKey, PageId, TreatmentKind } from '../../intake/index.ts';
import { inLanguage, speaker } from './speak.ts';

/** A patient's history, and what is to be talked about. */
export const INTAKE_WORDS = {
	title: 'History',
	about: 'Every question can be left out. Nothing is decided by an answer.',
	pages: 'Pages of the history',
	'page.done': ({ page }: { page: string }) => `${page}, asked`,
	overview: 'Overview',
	back: 'Back',
	next: 'Next page',
	'next.name': ({ page }: { page: string }) => `Next page: ${page}`,
	saved: 'Saved',
	saving: 'Saving…',
	progress: ({ at, of }: { at: number; of: number }) => `Page ${at} of ${of}`,

	'state.not-asked': 'Not asked',
	'state.declined': 'Declined',
	decline: 'Declines',
	'decline.name': ({ question }: { question: string }) => `${question}: declines to answer`,
	unask: 'Not asked',
	'unask.name': ({ question }: { question: string }) => `${question}: not asked`,
	'own-words': 'In a few words',
	'own-words.name': ({ question }: { question: string }) => `${question}: in a few words`,

	'elsewhere.add': 'Add one treatment',
	'elsewhere.remove': ({ n }: { n: number }) => `Remove treatment ${n}`,
	'elsewhere.n': ({ n }: { n: number }) => `Treatment ${n}`,
	'elsewhere.what': 'What',
	'elsewhere.by': 'Where, or by whom',
	'elsewhere.when': 'When',
	'elsewhere.source': 'Says who',
	'elsewhere.patient': 'The patient',
	'elsewhere.document': 'A document',
	'elsewhere.removed': 'Removed.',
	undo: 'Undo',

	'again.title': 'What has changed since?',
	'again.about':
		'These are the last answers. Ask whether they still hold, and change only those that do not.',
	'again.day': 'To be asked today',
	'again.same': 'Nothing has changed',
	'again.busy': 'Keeping…',
	'again.done': 'Every earlier answer was confirmed or changed today.',
	'again.change': 'Change',
	'again.change.name': ({ question }: { question: string }) => `Change: ${question}`,
	'answered.count': ({ count }: { count: number }) =>
		count === 1 ? '1 answer' : `${count} answers`,
	answered: ({ day, name }: { day: string; name: string }) => `${day}, ${name}`,
	confirmed: ({ day }: { day: string }) => `still so on ${day}`,
	before: ({ count }: { count: number }) =>
		count === 1 ? '1 earlier answer' : `${count} earlier answers`,
	none: 'Nothing was asked yet.',
	unasked: ({ count }: { count: number }) =>
		count === 1 ? '1 question was not asked.' : `${count} questions were not asked.`,
	somebody: 'somebody',

	flags: 'To talk about',
	'flags.none': 'No answer asks to be talked about.',
	'flags.about': 'A reminder, and nothing more: what follows from it is for you to judge.',
	'flag.talked': 'Talked about',
	'flag.talked.name': ({ flag }: { flag: string }) => `${flag}: talked about`,
	'flag.by': ({ name, moment }: { name: string; moment: string }) => `${name}, ${moment}`,
	'flag.before': ({ kinds }: { kinds: string }) => `Before ${kinds}`,

	'pause.title': 'Pause the simulation and talk',
	'pause.about':
		'The answers say that something about their looks weighs on the patient. Pictures of what could be changed may make that worse. Talk first: what do they hope for, and would somebody else be of more help?',
	'pause.by-hand': 'The simulation was paused to talk.',
	'pause.no-diagnosis': 'This is a reason to talk, and no diagnosis.',
	'pause.stop': 'Pause here',
	'pause.go-on': 'Go on to illustrate',
	'pause.sure': 'Go on to illustrate all the same?',
	'pause.sure.about': 'It is kept with the visit that you chose to go on, and when.',
	'pause.sure.go': 'I choose to go on',
	'pause.stay': 'Stay paused',
	'pause.held': 'Nothing is simulated in this visit until you choose to go on.',
	'pause.went-on': ({ name, moment }: { name: string; moment: string }) =>
		`Went on after a pause: ${name}, ${moment}.`
} as const;

export const ENGLISH_PAGES: Readonly<Record<PageId, string>> = {
	health: 'Health',
	medicines: 'Medicines and allergies',
	elsewhere: 'Earlier treatments',
	skin: 'Skin',
	care: 'Care and sun',
	living: 'Living',
	expectations: 'Expectations'
};

export const ENGLISH_ITEMS: Readonly<Record<ItemId, string>> = {
	pregnancy: 'Pregnancy and breastfeeding',
	recent: 'In the last four weeks',
	conditions: 'Illnesses',
	medications: 'Medicines, now or in the last six months',
	allergies: 'Allergies',
	treatments: 'Treatments elsewhere, ever',
	complications: 'Trouble after a treatment',
	'skin-conditions': 'Skin conditions',
	topicals: 'Creams on prescription, or with acids',
	'skin-allergies': 'What the skin does not bear',
	routine: 'Skin care',
	cosmetics: 'Make-up',
	sun: 'Sun',
	phototype: 'Skin in the sun (phototype), if it helps',
	hair: 'Hair, if it helps',
	smoking: 'Smoking',
	sleep: 'Sleep',
	stress: 'Stress',
	exercise: 'Exercise',
	diet: 'Diet',
	gender: 'Gender, if the patient likes to say',
	cycle: 'Menstrual cycle',
	flaw: 'Does something about your looks occupy you that others hardly see?',
	'flaw-hours': 'How long do you think of it on a usual day?',
	'flaw-distress': 'How much does it weigh on you?',
	'no-relief': 'Did earlier treatments take that weight away?'
};

export const ENGLISH_OPTIONS: Readonly<Record<OptionKey, string>> = {
	'pregnancy.no': 'No',
	'pregnancy.pregnant': 'Pregnant',
	'pregnancy.maybe': 'Maybe',
	'pregnancy.planned': 'Planned soon',
	'pregnancy.breastfeeding': 'Breastfeeding',
	'recent.none': 'None of these',
	'recent.dental': 'Dental work',
	'recent.vaccination': 'Vaccination',
	'recent.illness': 'Illness with fever',
	'recent.operation': 'Operation',
	'conditions.none': 'None of these',
	'conditions.autoimmune': 'Autoimmune',
	'conditions.neuromuscular': 'Nerves and muscles',
	'conditions.bleeding': 'Bleeding disorder',
	'conditions.keloid': 'Keloids',
	'conditions.cold-sores': 'Cold sores',
	'conditions.diabetes': 'Diabetes',
	'conditions.weak-immunity': 'Weak immunity',
	'conditions.heart': 'Heart or circulation',
	'medications.none': 'None of these',
	'medications.anticoagulants': 'Anticoagulants',
	'medications.antiplatelets': 'Aspirin, other antiplatelets',
	'medications.supplements': 'Fish oil, ginkgo, vitamin E',
	'medications.isotretinoin': 'Isotretinoin',
	'medications.immunosuppressants': 'Immunosuppressants, steroids',
	'medications.muscle-relaxants': 'Muscle relaxants',
	'medications.aminoglycosides': 'Aminoglycosides',
	'allergies.none': 'None of these',
	'allergies.anaphylaxis': 'Anaphylaxis, to anything',
	'allergies.lidocaine': 'Lidocaine',
	'allergies.albumin': 'Albumin',
	'allergies.hyaluronidase': 'Hyaluronidase',
	'allergies.insect-venom': 'Bee or wasp stings',
	'allergies.latex': 'Latex',
	'allergies.chlorhexidine': 'Chlorhexidine',
	'allergies.antibiotics': 'Antibiotics',
	'treatments.none': 'None',
	'treatments.toxin': 'Botulinum toxin',
	'treatments.filler': 'Filler',
	'treatments.permanent-filler': 'Permanent filler, silicone',
	'treatments.threads': 'Threads',
	'treatments.fat-dissolving': 'Fat dissolving',
	'treatments.laser-or-peel': 'Laser or peel',
	'treatments.operation': 'Operation on the face',
	'complications.none': 'None',
	'complications.vessel': 'Blocked vessel',
	'complications.lumps': 'Lumps or swelling',
	'complications.drooping': 'Drooping lid or brow',
	'complications.infection': 'Infection',
	'complications.scar': 'Scar or dark mark',
	'skin-conditions.none': 'None of these',
	'skin-conditions.acne': 'Acne',
	'skin-conditions.rosacea': 'Rosacea',
	'skin-conditions.eczema': 'Eczema',
	'skin-conditions.psoriasis': 'Psoriasis',
	'skin-conditions.melasma': 'Melasma',
	'skin-conditions.vitiligo': 'Vitiligo',
	'skin-conditions.infected-today': 'Sore or infected today',
	'topicals.none': 'None of these',
	'topicals.retinoid': 'Retinoid',
	'topicals.hydroquinone': 'Hydroquinone',
	'topicals.steroid': 'Steroid',
	'topicals.acid': 'Acids',
	'skin-allergies.none': 'None of these',
	'skin-allergies.fragrance': 'Fragrance',
	'skin-allergies.preservatives': 'Preservatives',
	'skin-allergies.plasters': 'Plasters',
	'skin-allergies.metals': 'Metals',
	'routine.none': 'None',
	'routine.cleanser': 'Cleanser',
	'routine.moisturiser': 'Moisturiser',
	'routine.sunscreen': 'Sunscreen daily',
	'routine.serum': 'Serum',
	'cosmetics.never': 'Never',
	'cosmetics.sometimes': 'Sometimes',
	'cosmetics.daily': 'Daily',
	'sun.little': 'Little',
	'sun.some': 'Some',
	'sun.much': 'Much',
	'sun.tanned-now': 'Tanned now',
	'phototype.1': 'I',
	'phototype.2': 'II',
	'phototype.3': 'III',
	'phototype.4': 'IV',
	'phototype.5': 'V',
	'phototype.6': 'VI',
	'hair.straight': 'Straight',
	'hair.wavy': 'Wavy',
	'hair.curly': 'Curly',
	'hair.coily': 'Coily',
	'smoking.never': 'Never',
	'smoking.stopped': 'Stopped',
	'smoking.sometimes': 'Sometimes',
	'smoking.daily': 'Daily',
	'sleep.well': 'Well',
	'sleep.varying': 'It varies',
	'sleep.badly': 'Badly',
	'stress.little': 'Little',
	'stress.some': 'Some',
	'stress.much': 'Much',
	'exercise.rarely': 'Rarely',
	'exercise.weekly': 'Weekly',
	'exercise.most-days': 'Most days',
	'diet.mixed': 'Mixed',
	'diet.vegetarian': 'Vegetarian',
	'diet.vegan': 'Vegan',
	'diet.other': 'Other',
	'gender.woman': 'Woman',
	'gender.man': 'Man',
	'gender.other': 'Other',
	'cycle.regular': 'Regular',
	'cycle.irregular': 'Irregular',
	'cycle.menopause': 'Menopause',
	'cycle.does-not-apply': 'Does not apply',
	'flaw.no': 'No',
	'flaw.somewhat': 'A little',
	'flaw.yes': 'Yes',
	'flaw-hours.under-1': 'Under an hour',
	'flaw-hours.1-to-3': 'One to three hours',
	'flaw-hours.over-3': 'Longer',
	'flaw-distress.none': 'Not at all',
	'flaw-distress.some': 'Somewhat',
	'flaw-distress.much': 'Much',
	'no-relief.never-tried': 'There were none',
	'no-relief.relieved': 'Yes',
	'no-relief.not-relieved': 'No'
};

export type FlagWords = { readonly name: string; readonly why: string };

/** Each in one sentence: what it may have to do with a treatment. */
export const ENGLISH_FLAGS: Readonly<Record<FlagId, FlagWords>> = {
	pregnancy: {
		name: 'Pregnancy, or it may be',
		why: 'Treatments for the looks have not been studied in pregnancy and are usually put off.'
	},
	breastfeeding: {
		name: 'Breastfeeding',
		why: 'It is not known what of an injected product passes into the milk.'
	},
	dental: {
		name: 'Dental work lately',
		why: 'Bacteria that get into the blood with dental work can settle on a fresh filler.'
	},
	vaccination: {
		name: 'Vaccination lately',
		why: 'Fillers have swollen after vaccinations, mostly for a few days.'
	},
	illness: {
		name: 'Illness with fever lately',
		why: 'An infection can delay healing and make a filler swell.'
	},
	operation: {
		name: 'Operation lately',
		why: 'Healing, medicines and positions after an operation may not go with a treatment.'
	},
	autoimmune: {
		name: 'Autoimmune disease',
		why: 'It can flare, and reactions to fillers are harder to foresee; their own doctor may know more.'
	},
	neuromuscular: {
		name: 'Disease of nerves and muscles',
		why: 'Botulinum toxin can make the weakness of myasthenia and similar diseases much worse.'
	},
	bleeding: {
		name: 'Bleeding disorder',
		why: 'Bruises and bleeding are more likely, and a bleed in a tight space can do harm.'
	},
	keloid: {
		name: 'Keloids',
		why: 'Every wound, also a small one, can leave a scar that grows.'
	},
	'cold-sores': {
		name: 'Cold sores',
		why: 'Needles, lasers and peels around the mouth can bring them back.'
	},
	diabetes: {
		name: 'Diabetes',
		why: 'Wounds can heal more slowly and get infected more easily.'
	},
	'weak-immunity': {
		name: 'Weak immunity',
		why: 'Infections are more likely, and harder to treat around a filler.'
	},
	heart: {
		name: 'Heart or circulation',
		why: 'Anaesthetics, adrenaline and lying flat may need their own doctor’s word.'
	},
	'blood-thinners': {
		name: 'What thins the blood',
		why: 'Bruises are more likely; whether to stop a medicine is for whoever prescribed it.'
	},
	isotretinoin: {
		name: 'Isotretinoin',
		why: 'Skin may heal differently after lasers, peels and operations during it and for months after.'
	},
	immunosuppressants: {
		name: 'Immunosuppressants or steroids',
		why: 'Infections are more likely, and wounds can heal more slowly.'
	},
	'toxin-enhancers': {
		name: 'What makes toxin stronger',
		why: 'Muscle relaxants and aminoglycosides can strengthen the effect of botulinum toxin.'
	},
	anaphylaxis: {
		name: 'Anaphylaxis before',
		why: 'It can happen again: have what treats it at hand, and know what brought it on.'
	},
	lidocaine: {
		name: 'Allergy to lidocaine',
		why: 'Many fillers have it in the syringe, and most numbing creams as well.'
	},
	albumin: {
		name: 'Allergy to albumin',
		why: 'Several botulinum toxins contain human albumin.'
	},
	hyaluronidase: {
		name: 'Allergy to hyaluronidase or stings',
		why: 'Hyaluronidase dissolves fillers in an emergency, and bee and wasp venom contain a relative of it.'
	},
	latex: { name: 'Allergy to latex', why: 'Gloves, and some stoppers of vials, contain it.' },
	chlorhexidine: {
		name: 'Allergy to chlorhexidine',
		why: 'It is in many skin disinfectants.'
	},
	'permanent-filler': {
		name: 'Permanent filler',
		why: 'It cannot be dissolved, and another treatment on the same place can stir it up.'
	},
	threads: {
		name: 'Threads',
		why: 'They may still lie where a filler would go.'
	},
	complications: {
		name: 'Trouble after a treatment',
		why: 'What went wrong once can go wrong again, and where it did may have changed.'
	},
	'infected-skin': {
		name: 'Sore or infected skin today',
		why: 'Needles carry an infection deeper, and lasers and peels spread it.'
	},
	melasma: {
		name: 'Melasma or vitiligo',
		why: 'Heat and irritation can make the patches darker, lighter or larger.'
	},
	'topical-retinoid': {
		name: 'Retinoid or acids on the skin',
		why: 'The skin may be thinner and peel more than expected.'
	},
	sun: { name: 'Tanned now', why: 'Lasers and peels on tanned skin leave marks more often.' },
	phototype: {
		name: 'Phototype IV to VI',
		why: 'Lasers and peels leave dark or light marks more often, and need other settings.'
	},
	smoking: { name: 'Smokes daily', why: 'Skin flaps and wounds heal worse.' }
};

export const ENGLISH_KINDS: Readonly<Record<TreatmentKind, string>> = {
	toxin: 'toxin',
	filler: 'fillers',
	skin: 'lasers, peels and needling',
	surgery: 'surgery',
	any: 'any treatment'
};

export const PAGE_WORDS = inLanguage('historyPages', ENGLISH_PAGES);
export const ITEM_WORDS = inLanguage('historyItems', ENGLISH_ITEMS);
export const FLAG_WORDS = inLanguage('flags', ENGLISH_FLAGS);
export const KIND_WORDS = inLanguage('kinds', ENGLISH_KINDS);
const options: Readonly<Record<string, string>> = inLanguage('historyOptions', ENGLISH_OPTIONS);

/** The text of a key of the history's. */
export const i = speaker(inLanguage('history', INTAKE_WORDS));

/** Of a question's option; one that this version does not know stands as its code. */
export function optionName(item: ItemId, option: string): string {
	return options[`${item}.${option}`] ?? option;
}
