import { inLanguage, speaker } from './speak.ts';

/** A file for whoever helps, with nothing of patients in it. */
export const SUPPORT_WORDS = {
	title: 'Help from support',
	about:
		'If something does not work, this device can write down how it is: versions, browser, storage and the codes of what went wrong. You see it first, and nothing is sent.',
	open: 'Show the support file',
	'sheet.title': 'Support file',
	'sheet.about':
		'This is all of it. It holds no name, no note, no photograph and no file name. Save or copy it, and give it to support yourself.',
	busy: 'Looking at this device…',
	text: 'What the file says',
	copy: 'Copy',
	copied: 'Copied.',
	'copy.refused': 'The browser does not allow copying. Save the file instead.',
	save: 'Save as a file',
	saved: 'Saved.'
} as const;

/** The text of a key of the support file's. */
export const su = speaker(inLanguage('support', SUPPORT_WORDS));
