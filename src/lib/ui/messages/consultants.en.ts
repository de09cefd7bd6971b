import { inLanguage, speaker } from './speak.ts';

/** Independent consultants, who answer for their own visits. */
export const CONSULTANT_WORDS = {
	'settings.title': 'Independent consultants',
	'settings.about':
		'Whoever treats here on their own account and answers for the data of their visits, alone or with the clinic.',
	none: 'None: the clinic answers for every visit.',
	name: 'Name',
	contact: 'How a patient reaches them',
	add: 'Add a consultant',
	'add.title': 'An independent consultant',
	'add.keep': 'Add',
	'add.lacks': 'A name and a way to reach them.',
	remove: 'Remove',
	'remove.name': ({ name }: { name: string }) => `Remove: ${name}`,
	'remove.about': 'Visits that are theirs stay theirs.',

	'visit.title': 'Who answers for the data of this visit',
	'visit.clinic': 'The clinic',
	'visit.alone': ({ name }: { name: string }) => `${name}, alone`,
	'visit.joint': ({ name }: { name: string }) => `${name}, with the clinic`,

	'privacy.title': 'Who is responsible',
	'privacy.clinic': 'The clinic answers for every visit of this file.',
	'privacy.others': 'The clinic answers for everything but this:',
	'privacy.visits': ({ days }: { days: string }) => `Visits of ${days}`,
	'privacy.alone': ({ day }: { day: string }) => `${day} (alone)`,
	'privacy.joint': ({ day }: { day: string }) => `${day} (with the clinic)`,
	'privacy.file': 'File of their visits',
	'privacy.file.name': ({ name }: { name: string }) => `File of their visits: ${name}`,
	'file.title': ({ name }: { name: string }) => `File for ${name}`,
	'file.about':
		'The card and the visits for which they answer, and nothing of other visits. It opens in another vault. It is not encrypted: hand it to nobody else.',
	'file.make': 'Make the file',
	'file.busy': 'Gathering the visits…',
	'file.saved': 'Saved, and written down in this file.',

	'paper.title': 'Who is responsible for your data',
	'paper.clinic':
		'The clinic answers for everything that is kept of you, except for what is named here.',
	'paper.all': 'The clinic answers for everything that is kept of you.',
	'paper.alone': ({ name, contact, days }: Who) =>
		`${name} (${contact}) answers alone for the visits of ${days}: turn to them with your rights.`,
	'paper.joint': ({ name, contact, days }: Who) =>
		`${name} (${contact}) and the clinic answer together for the visits of ${days}: turn to either with your rights.`,
	'paper.consultant': 'Visits of a patient, for the consultant who answers for them'
} as const;

type Who = { readonly name: string; readonly contact: string; readonly days: string };

/** The text of a key of the consultants'. */
export const co = speaker(inLanguage('consultants', CONSULTANT_WORDS));
