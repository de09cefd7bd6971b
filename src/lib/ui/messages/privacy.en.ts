import type { AnswerRow, Purpose, PurposeState, Right } from '../../record/index.ts';
import { inLanguage, speaker } from './speak.ts';

/** What is said of one purpose. `asks`: what the patient is asked, word by word. */
type PurposeWords = { readonly name: string; readonly asks: string };

export type Purposes = {
	readonly number: number;
	readonly words: Readonly<Record<Purpose, PurposeWords>>;
};

/** The number is kept with each answer; other words, or another language, have another number. */
export const ENGLISH_PURPOSES: Purposes = {
	number: 4,
	words: {
		record: {
			name: 'Photographs in the record',
			asks: 'The clinic may photograph my face and keep the photographs in my record.'
		},
		simulation: {
			name: 'Illustrations',
			asks: 'The clinic may show on my photographs what a treatment could look like.'
		},
		training: {
			name: 'Teaching in the clinic',
			asks: 'The clinic may show my photographs to its staff for teaching. My face can be recognised.'
		},
		'case-publication': {
			name: 'Publishing a case',
			asks: 'The clinic may publish my case without my name: photographs of my face, my age within about ten years, what was done, and the clinician’s words about it. It may be shown in professional journals and books, at congresses and in courses outside the clinic, and on their websites, but not as advertising. My face can be recognised. What has been published cannot be called back. I may withdraw at any time, without a reason and without any disadvantage: from then on the clinic lets out nothing more, and asks those who have it to take it down.'
		},
		'promotion-web': {
			name: 'The clinic’s website',
			asks: 'The clinic may show my photographs on its website, where anybody can see and copy them.'
		},
		'promotion-social': {
			name: 'Social media',
			asks: 'The clinic may show my photographs on social media, where anybody can see and copy them.'
		},
		'promotion-print': {
			name: 'Printed matter',
			asks: 'The clinic may print my photographs in leaflets and magazines.'
		},
		research: {
			name: 'Research',
			asks: 'The clinic may use my photographs and record for research.'
		},
		'marketing-email': {
			name: 'Email',
			asks: 'The clinic may send me news and offers by email.'
		},
		'marketing-sms': {
			name: 'Text message',
			asks: 'The clinic may send me news and offers by text message.'
		},
		'marketing-phone': {
			name: 'Phone',
			asks: 'The clinic may call me about news and offers.'
		},
		'marketing-post': {
			name: 'Post',
			asks: 'The clinic may send me news and offers by post.'
		},
		'inform-gp': {
			name: 'Telling the GP',
			asks: 'The clinic may tell my GP about my treatment.'
		},
		'clinical-audit': {
			name: 'Clinical audit',
			asks: 'The clinic may include my record in checks of the quality of care.'
		}
	}
};

const purposes = inLanguage('purposes', ENGLISH_PURPOSES);
export const PURPOSE_VERSION = purposes.number;
export const PURPOSE_WORDS = purposes.words;

/** What a picture can be taken out for, besides the patient's own copy. */
export const PICTURE_USES = [
	'training',
	'promotion-web',
	'promotion-social',
	'promotion-print',
	'research'
] as const satisfies readonly Purpose[];

export const PRIVACY_WORDS = {
	'page.privacy': 'Privacy',
	'privacy.open': 'Privacy',
	'privacy.back': 'Back to the file',
	'privacy.title': 'Privacy',
	'privacy.about':
		'What the clinic may do with this file, what was asked of it, and what was given. Read it together: it is about the patient.',

	'consents.care': 'Record and illustrations',
	'consents.pictures': 'Photographs for others',
	'consents.marketing': 'News and offers',
	'consents.objections': 'Passing on',
	'consents.objections.about': 'Goes on unless the patient objects.',
	'consents.change': 'Change',
	'consents.change.name': ({ name }: { name: string }) => `Change: ${name}`,
	'consents.opt-out': 'Opt out',
	'consents.opt-out.name': ({ name }: { name: string }) => `Opt out: ${name}`,
	'consents.released': ({ count }: { count: number }) =>
		count === 1 ? 'One thing left the vault for it' : `${count} things left the vault for it`,

	'state.not-asked': 'Not asked',
	'state.not-asked.objection': 'No objection',
	'state.given': 'Agreed',
	'state.given.objection': 'No objection',
	'state.declined': 'Declined',
	'state.declined.objection': 'Objects',
	'state.withdrawn': 'Withdrawn',
	'state.withdrawn.objection': 'Objects',
	'state.expired': 'Over',
	'state.since': ({ state, day }: { state: string; day: string }) => `${state}, ${day}`,
	'state.until': ({ state, day }: { state: string; day: string }) => `${state} until ${day}`,

	'sheet.asks': 'The patient is asked',
	'sheet.give': 'They agree',
	'sheet.give.objection': 'No objection',
	'sheet.decline': 'They decline',
	'sheet.withdraw': 'They withdraw',
	'sheet.object': 'They object',
	'sheet.how': 'How they said so',
	'sheet.until': 'Until (empty: until withdrawn)',
	'sheet.guardian': 'Parent or guardian',
	'sheet.relation': 'Relation to the patient',
	'sheet.guardian.about': ({ age }: { age: number }) =>
		`The card allows an age of ${age}: a parent or guardian agrees.`,
	'sheet.stops':
		'A withdrawal stops this at once. What left the vault before cannot be called back from here: ask those who have it to take it down.',
	'sheet.released': 'Left the vault for it',
	'sheet.history': 'What was answered',
	'sheet.row': ({ state, moment, how, by }: Row) => `${state}, ${moment}, ${how}, noted by ${by}`,
	'sheet.row.guardian': ({ name, relation }: { name: string; relation: string }) =>
		relation === '' ? `For the patient: ${name}` : `For the patient: ${name} (${relation})`,
	'sheet.words': ({ words }: { words: number }) => `Wording no. ${words}`,

	'how.in-person': 'In person',
	'how.in-writing': 'In writing',
	'how.by-phone': 'By phone',
	'how.visit': 'before a photograph',
	somebody: 'somebody who is not here any more',

	'release.picture': ({ content, moment }: Out) => `Picture (${content}), ${moment}`,
	'release.paper': ({ content, moment }: Out) => `Paper (${content}), ${moment}`,
	'release.access': ({ moment }: Out) => `Copy for the patient, ${moment}`,
	'release.portability': ({ moment }: Out) => `File for another clinic, ${moment}`,
	'release.contact': ({ moment }: Out) => `Address in a mailing list, ${moment}`,
	'release.numbers': ({ moment }: Out) => `Counted in numbers for research, ${moment}`,
	'release.consultant': ({ content, moment }: Out) => `File for ${content}, ${moment}`,

	'requests.title': 'Requests',
	'requests.none':
		'Nothing was asked. A patient may ask by word of mouth; the clinic answers within a month.',
	'requests.new': 'Write down a request',
	'requests.due': ({ day, left }: { day: string; left: number }) =>
		left < 0
			? `Was due on ${day}`
			: left === 0
				? 'Due today'
				: left === 1
					? `Due tomorrow, ${day}`
					: `Due on ${day}, in ${left} days`,
	'requests.due.by': ({ day }: { day: string }) => `Due on ${day}`,
	'requests.received': ({ day }: { day: string }) => `Received ${day}`,
	'requests.extended': ({ reason }: { reason: string }) => `Extended by two months: ${reason}`,
	'requests.identity': ({ how }: { how: string }) => `Identity: ${how}`,
	'requests.identity.open': 'Who asks is not checked yet',
	'requests.answered': ({ day }: { day: string }) => `Answered ${day}`,
	'requests.open': 'Go on',
	'requests.open.name': ({ right }: { right: string }) => `Go on: ${right}`,
	'outcome.done': 'Done',
	'outcome.partly': 'Done in part',
	'outcome.refused': 'Refused',

	'request.title': 'A request of the patient',
	'request.right': 'What they ask for',
	'request.received': 'Received on',
	'request.received.missing': 'On which day did it reach the clinic?',
	'request.about': 'In their words',
	'request.keep': 'Write it down',
	'request.identity': 'How you saw who asks',
	'request.identity.hint': 'Known to you, passport seen, letter of attorney …',
	'request.identity.keep': 'Identity is checked',
	'request.extend': 'Needs two more months',
	'request.extend.reason': 'Why it takes longer (the patient is told)',
	'request.extend.keep': 'Extend by two months',
	'request.outcome': 'Answer',
	'request.reason': 'Why (the patient is told)',
	'request.file': 'What they were given',
	'request.answer': 'It is answered',

	'flags.title': 'Limits',
	'restriction.off': 'This file is used as agreed.',
	'restriction.on': ({ day, reason }: Flag) => `Restricted since ${day}: ${reason}`,
	'restriction.on.about':
		'It is kept and can be looked at. Nothing is illustrated, and nothing leaves the vault but the patient’s own copies.',
	'restriction.set': 'Restrict the file',
	'restriction.lift': 'Lift the restriction',
	'kin.about': ({ name }: { name: string }) =>
		`${name} may ask for this by themselves. Their name and contact go from the card and from its history.`,
	'kin.remove': 'Remove next of kin',
	'kin.sure': 'Removed for good. Only that somebody was removed stays.',

	'copies.title': 'Copies and erasure',
	'copies.access': 'Copy for the patient',
	'copies.access.about':
		'All that is kept, as a document and as data, with every photograph. Made on this device.',
	'copies.count': ({ count }: { count: number }) =>
		count === 0
			? 'None was made yet: the first is free.'
			: count === 1
				? 'One was made before. A further one may cost a reasonable fee.'
				: `${count} were made before. A further one may cost a reasonable fee.`,
	'copies.fee': 'Fee for a further copy (empty: none)',
	'copies.portability': 'File for another clinic',
	'copies.portability.about':
		'The same, in a form that other programs read, and that Vultus opens in another vault.',
	'copies.make': 'Make the file',
	'copies.make.short': 'Make',
	'copies.busy': 'Gathering everything…',
	'copies.saved': 'Saved. It is not encrypted: hand it to nobody but the patient.',
	'copies.sure':
		'The file is not encrypted, and whoever has it can read it. Its name says nothing of the patient.',
	'erasure.about': 'Destroys the file’s key and everything in it. Nothing brings it back.',
	'erasure.print': 'Letter that says why',

	'use.label': 'What is it for?',
	'use.patient': 'The patient’s own copy',
	'use.about':
		'It leaves only where the patient agreed to this, and is written down in their file.',
	'use.attest': 'The patient agreed to this use, and I let it out for that alone.',
	'use.attest.lacks': 'Confirm that first.',
	'letter.gp': 'It goes to the patient’s GP',
	'card-number':
		'This looks like the number of a payment card. It does not belong into a patient’s file.',

	'patients.more': 'More',
	'import.title': 'Patient’s file from elsewhere',
	'import.about':
		'A zip file that Vultus made with “File for another clinic”. It becomes a new patient here; the file itself stays where it is.',
	'import.choose': 'Choose the file',
	'import.busy': 'Reading the file…',
	'mailing.title': 'Mailing list',
	'mailing.about':
		'Those who agreed to this way, and nobody else, as a CSV file. That they are in it is written down with each of them.',
	'mailing.channel': 'Way',
	'mailing.save': 'Save as CSV',
	'mailing.busy': 'Opening every file…',
	'mailing.saved': ({ count }: { count: number }) =>
		count === 0
			? 'Nobody agreed to this way.'
			: count === 1
				? 'Saved, with one person in it.'
				: `Saved, with ${count} people in it.`,
	'mailing.name': 'Name',
	'mailing.contact': 'Contact',
	'mailing.agreed': 'Consent, date',
	'mailing.words': 'Consent, wording no.',

	'paper.access': 'Copy of a patient’s record',
	'paper.portability': 'Summary of a patient’s record',
	'paper.foot': 'Made on the clinic’s device. It is not encrypted.',
	'paper.rights':
		'You may ask the clinic to correct, restrict, hand over or erase what it keeps of you, object to its use, and complain to your data-protection authority.',
	'paper.automated': 'No decision about you is made by a machine alone.',
	'paper.purposes': 'What you agreed to',
	'paper.purposes.head': 'Purpose',
	'paper.state.head': 'State',
	'paper.released': 'What left the vault',
	'paper.released.none': 'Nothing did.',
	'paper.requests': 'What you asked for',
	'paper.requests.none': 'Nothing.',
	'paper.gp-untold':
		'A GP who is not told may prescribe something that does not go with your treatment, or look elsewhere for the cause of what comes after it.',
	'paper.kept-until': 'How long it is kept',
	'paper.kept-until.about': 'As the law and the clinic’s own rules ask.',
	'paper.kept-until.hold': ({ reason }: { reason: string }) =>
		`It is under a legal hold and may not be erased now: ${reason}`,
	'paper.all': 'Everything that is kept',
	'paper.all.about':
		'Entry by entry, under the names that the app uses. Long rows of numbers, as of landmarks, stand in the file record.json beside this document.',
	'paper.field': 'Field',
	'paper.value': 'Value',
	'paper.numbers': ({ count }: { count: number }) => `${count} numbers, in record.json`,
	'paper.nothing': 'none',
	'paper.refusal': 'Why your record is not erased',
	'paper.refusal.dear': ({ name }: { name: string }) => `Record of ${name}`,
	'paper.refusal.asked':
		'You asked the clinic to erase what it keeps of you. It may not do so now, because the record is under a legal hold:',
	'paper.refusal.then':
		'You may complain to your data-protection authority, or ask a court. The record is used for nothing else meanwhile if you ask for that.'
} as const;

type Row = {
	readonly state: string;
	readonly moment: string;
	readonly how: string;
	readonly by: string;
};
type Out = { readonly content: string; readonly moment: string };
type Flag = { readonly day: string; readonly reason: string };

/** The text of a key of the privacy page's. */
export const y = speaker(inLanguage('privacy', PRIVACY_WORDS));

export const ENGLISH_RIGHTS: Readonly<Record<Right, string>> = {
	access: 'Access to what is kept',
	rectification: 'Correction',
	restriction: 'Restriction',
	objection: 'Objection',
	portability: 'File for another clinic',
	erasure: 'Erasure',
	withdrawal: 'Withdrawal of consent'
};
export const RIGHT_WORDS = inLanguage('rights', ENGLISH_RIGHTS);

/** What a picture is taken out for. */
export function useName(purpose: Purpose): string {
	return PURPOSE_WORDS[purpose].name;
}

/** "Agreed", or "No objection" of what can only be objected to. */
export function stateName(state: PurposeState, isObjection: boolean): string {
	return isObjection && state !== 'expired' ? y(`state.${state}.objection`) : y(`state.${state}`);
}

export function howName(how: AnswerRow['how']): string {
	return how === null ? y('how.visit') : y(`how.${how}`);
}
