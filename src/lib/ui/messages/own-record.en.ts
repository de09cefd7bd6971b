import { inLanguage, speaker } from './speak.ts';

/** A patient's own record, handed to them to be read. Spoken to the patient, but for `hand`. */
export const OWN_RECORD_WORDS = {
	'hand.title': 'To read here',
	'hand.about':
		'The patient reads their own record on this device, and reaches nothing else. When it is given back the vault locks.',
	'hand.go': 'Hand over to read',
	label: 'Your record, to read',
	title: 'What is kept of you',
	about:
		'Scroll to read. Nothing can be changed here, and other people’s names are left out. When you have read it, give the device back.',
	'card.title': 'You',
	'card.anonymous': 'No name is kept.',
	'card.line': ({ what, value }: { what: string; value: string }) => `${what}: ${value}`,
	'card.kin': 'Somebody who may be called for you is noted.',
	'card.gp.told': 'Your GP is noted, and is told of treatments.',
	'card.gp.untold': 'Your GP is noted, and is not told of treatments.',
	'visits.title': 'Your visits',
	'visits.none': 'No visit is kept.',
	'visits.of': ({ day }: { day: string }) => `Visit of ${day}`,
	'visits.said': ({ words }: { words: string }) => `What brought you – ${words}`,
	'visits.shown': ({ what }: { what: string }) => `Illustrated: ${what}`,
	'visits.treated': ({ day }: { day: string }) => `Carried out on ${day}`,
	'visits.next': ({ day }: { day: string }) => `To be seen again on ${day}`,
	'photographs.title': 'Your photographs',
	'photographs.none': 'No photograph is kept.',
	'photographs.when': 'Kept on',
	'photographs.view': 'View',
	'agreed.title': 'What you agreed to',
	'agreed.what': 'For what',
	'agreed.state': 'What you said',
	'agreed.text': ({ title }: { title: string }) => `Text “${title}”`,
	'agreed.handed': ({ day }: { day: string }) => `Handed over on ${day}, not signed`,
	'agreed.signed': ({ day }: { day: string }) => `Signed on ${day}`,
	'agreed.withdrawn': ({ day }: { day: string }) => `Withdrawn on ${day}`,
	'looks.title': 'Who looked, and what left',
	'looks.about':
		'Each time it was somebody of the clinic with a way of their own into this device. Who that was, the clinic can tell you.',
	'looks.when': 'When',
	'looks.what': 'What',
	'looks.to': ({ what, whom }: { what: string; whom: string }) => `${what}: ${whom}`,
	more: 'Your answers about health, the clinic’s notes and every picture are in the copy that you can ask for. If something is wrong here, say so: it is put right.'
} as const;

/** The text of a key of the record that is handed over. */
export const own = speaker(inLanguage('ownRecord', OWN_RECORD_WORDS));
