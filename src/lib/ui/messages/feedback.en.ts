import { inLanguage, speaker } from './speak.ts';

/** What staff tell whoever runs the server of the app itself. */
export const FEEDBACK_WORDS = {
	title: 'Feedback',
	about: 'What helps, and what gets in the way? It needs no account.',
	open: 'Write feedback',
	'sheet.title': 'Write feedback',
	'sheet.about':
		'What you write here is sent to whoever runs the server, and your address if you give one. Your name, your clinic, this device and your records are not. It is erased after 12 months.',
	warning: 'Please write nothing about a patient, and no password.',
	text: 'Your feedback',
	'card-number': 'This looks like the number of a payment card. Please leave it out.',
	email: 'E-mail address, if you want an answer',
	'email.error': 'An address looks like name@clinic.example.',
	offline:
		'There is no network just now. Write on: it stays here until you leave the settings or the records lock, and can be sent once there is a network again.',
	go: 'Send',
	busy: 'Sending…',
	sent: 'Thank you. It has arrived.',
	'sent.about': 'A person reads it.',
	'sent.answer': 'A person reads it, and answers by mail.',
	another: 'Write another',
	close: 'Done'
} as const;

/** The text of a key of feedback. */
export const fb = speaker(inLanguage('feedback', FEEDBACK_WORDS));
