import { inLanguage, speaker } from './speak.ts';

/** What comes round once a year: the review, and what everybody who works with the app has to know. */
export const YEARLY_WORDS = {
	'review.title': 'Yearly review',
	'review.about':
		'The checklist is in the console, among the papers. When you have gone through it, say so here.',
	'review.done': 'Gone through today',
	'review.none': 'Not gone through yet.',
	'review.due': 'More than a year ago.',
	'review.remind': 'The yearly review was last gone through more than a year ago.',
	'review.remind.never': 'The yearly review was not gone through in the vault’s first year.',
	'review.go': 'Open',

	'training.title': 'Privacy and security, in short',
	'training.about':
		'What everybody who works here has to know, on one page. Read it when you begin, and once a year.',
	'training.open': 'Read it',
	'training.read': ({ days }: { days: string }) => `Read on ${days}`,
	'training.unread': 'Not read this year',
	'training.none': 'Not read yet',

	'page.training': 'Privacy and security',
	'page.about':
		'It takes three minutes. Ask whoever is responsible for data protection what is not clear.',
	'page.confirm': 'I have read it',
	'page.confirmed': ({ name, day }: { name: string; day: string }) => `${name} read it on ${day}.`,

	'ask.title': 'Ask first',
	'ask.yes':
		'There is no photograph without a yes. Nobody is treated worse for a no, and a yes can be taken back at any time.',
	'ask.minor': 'For somebody under 18, write down the name of the parent or guardian who agrees.',
	'ask.use':
		'Use a picture only for what its patient agreed to. What they said is in their file under Privacy.',

	'device.title': 'The device',
	'device.passphrase':
		'Your passphrase is yours alone. Everybody has their own, and nobody ever asks you for yours.',
	'device.lock':
		'Lock when you put the device down. It also locks by itself, but only after some minutes.',
	'device.hand':
		'Hand it to a patient only in patient view, or with a text or questions opened for them.',
	'device.screen':
		'Take no photograph of the screen, and none of a patient with a telephone of your own.',

	'out.title': 'What leaves',
	'out.stay':
		'Photographs and records stay on this device, and the app sends them to nobody. What you save or print has left it: keep it where only you can read it, and delete it when it is not needed.',
	'out.names': 'No patient’s name belongs in a file name, a subject line or a chat.',
	'out.who':
		'Before you tell anybody anything, know who asks and on what ground. Write it down under Privacy.',

	'file.title': 'In the file',
	'file.look':
		'Open only what you need. That a file was looked at, and by whom, is in its journey.',
	'file.words': 'Write facts, in words that the patient may read: they can ask for all of it.',
	'file.asked':
		'If somebody asks for a copy, a correction or erasure, write it down the same day. The clinic has one month.',

	'wrong.title': 'When something goes wrong',
	'wrong.say':
		'A device is lost, a letter went to the wrong person, somebody saw what they should not: say so at once. Nobody is blamed for saying so, and hours count.',
	'wrong.write':
		'Write down what happened in the patient’s file, under Privacy, as an incident. Delete nothing to tidy up.'
} as const;

/** The text of a key of what comes round once a year. */
export const yr = speaker(inLanguage('yearly', YEARLY_WORDS));

/** What everybody has to know, in the order in which it is read. */
export const LESSONS = [
	{ title: 'ask.title', points: ['ask.yes', 'ask.minor', 'ask.use'] },
	{
		title: 'device.title',
		points: ['device.passphrase', 'device.lock', 'device.hand', 'device.screen']
	},
	{ title: 'out.title', points: ['out.stay', 'out.names', 'out.who'] },
	{ title: 'file.title', points: ['file.look', 'file.words', 'file.asked'] },
	{ title: 'wrong.title', points: ['wrong.say', 'wrong.write'] }
] as const;
