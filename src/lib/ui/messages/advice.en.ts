import type { SuggestionId } from '../../intake/index.ts';
import { inLanguage, speaker } from './speak.ts';

/** What the answers of a history suggest, for the clinician alone. */
export const ADVICE_WORDS = {
	title: 'Suggested by the history',
	about:
		'From what was answered, by published guidance. Nothing is added by itself: what you take stands with your name.',
	why: ({ reasons }: { reasons: string }) => `Why: ${reasons}`,
	'why.chosen': ({ question, options }: { question: string; options: string }) =>
		`${question}: ${options}`,
	'why.lacks': ({ question, options }: { question: string; options: string }) =>
		`${question}: without ${options}`,
	source: ({ source }: { source: string }) => `Source: ${source}`,
	'take.plan': 'Take into the plan',
	'take.aftercare': 'Take into the aftercare',
	'take.name': ({ take, name }: { take: string; name: string }) => `${take}: ${name}`,
	later: 'Not now',
	'later.name': ({ name }: { name: string }) => `Not now: ${name}`,
	'taken.plan': ({ name, moment }: { name: string; moment: string }) =>
		`In the plan: ${name}, ${moment}`,
	'taken.aftercare': ({ name, moment }: { name: string; moment: string }) =>
		`In the aftercare: ${name}, ${moment}`,
	back: 'Take out again',
	'back.name': ({ text }: { text: string }) => `Take out again: ${text}`,

	setting: 'Suggestions from the history',
	'setting.about':
		'At the plan, Vultus can name what the patient’s answers give reason to write down, with the answers and the source. Only you see it, and it stands nowhere until you take it.',
	on: 'Suggest',
	off: 'Suggest nothing'
};

export type AdviceWords = {
	readonly name: string;
	/** As it stands on paper once it is taken. */
	readonly text: string;
};

export const ENGLISH_ADVICE: Readonly<Record<SuggestionId, AdviceWords>> = {
	'sun-protection': {
		name: 'Protection from the sun',
		text: 'Protect your skin from the sun: shade, clothing and a hat, and sunscreen where these do not reach.'
	},
	'melasma-sun': {
		name: 'Sun and melasma',
		text: 'Sun makes melasma darker: protect your face from it every day, and use no sunbed.'
	},
	'retinoid-timing': {
		name: 'Retinoid or acid before a peel or laser',
		text: 'Before a peel or a laser: ask when the retinoid or acid was used last, and agree when it is paused and taken up again.'
	},
	'isotretinoin-timing': {
		name: 'Isotretinoin before a peel or laser',
		text: 'Write down when isotretinoin was last taken; dermabrasion by machine and fully ablative lasers only after the interval that its product information asks for.'
	},
	'blood-thinners': {
		name: 'Blood-thinning medicine',
		text: 'The blood-thinning medicine is changed by nobody but whoever prescribed it. Bruises are likelier: plan for pressure and time.'
	},
	'stop-smoking': {
		name: 'Help to stop smoking',
		text: 'Wounds heal better without smoking. If you would like to stop, your GP or a stop-smoking service helps.'
	}
};
export const ADVICE = inLanguage('advices', ENGLISH_ADVICE);

/** The text of a key; a missing key or value is a type error. */
export const v = speaker(inLanguage('advice', ADVICE_WORDS));
