import { inLanguage, speaker } from './speak.ts';

/** The public pages on which a message is written. They may have to say any error, and so have all words. */
export const WRITING_WORDS = {
	'demo.title': 'Ask for a demonstration',
	'demo.lead':
		'Half an hour by video or at your clinic, on a sample face. Tell us when it would suit you.',
	'contact.title': 'Contact',
	'contact.lead':
		'Questions, complaints, something about your own data, or abuse: all of it reaches a person.',
	'support.title': 'Support',
	'support.lead':
		'What did you do, what did you expect, and what happened? The version is under Settings, This device.',
	'support.warning': 'Please write nothing about a patient, and no password. We never need either.',
	'support.patients':
		'Are you a patient? Your record is with your clinic, on its own devices. Please ask the clinic; we have nothing of you.',

	'form.title': 'Write to us',
	'form.kind': 'What it is about',
	'form.kind.problem': 'A problem',
	'form.kind.feedback': 'Feedback from staff',
	'feedback.about':
		'What helps, and what gets in the way? Up to 1000 letters, and your address only if you want an answer.',
	'feedback.too-long': 'That is longer than 1000 letters. Shorten it, or write it as a problem.',
	'feedback.email': 'E-mail address, if you want an answer',
	'feedback.sent.about': 'A person reads it. We answer by mail where you gave an address.',
	'form.name': 'Your name',
	'form.email': 'E-mail address',
	'form.email.error': 'An address looks like name@clinic.example.',
	'form.text': 'Your message',
	'form.trap': 'Leave this empty',
	'form.kept':
		'We keep it for 12 months, to answer you, and then erase it. We send no advertising and give it to nobody.',
	'form.go': 'Send',
	'form.busy': 'Sending…',
	'form.sent': 'Thank you. It has arrived.',
	'form.sent.about': 'We answer by mail, usually within two working days.',
	'form.another': 'Write another'
} as const;

/** The text of a key of writing to whoever runs the server. */
export const wt = speaker(inLanguage('writing', WRITING_WORDS));
