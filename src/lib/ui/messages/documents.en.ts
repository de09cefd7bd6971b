import { speaker } from './speak.ts';

/** The clinic's papers in the console; what stands in them is the room `documents`. */
const DOCUMENT_WORDS = {
	'page.documents': 'Papers',
	'documents.title': 'Papers',
	'documents.about':
		'Written from your settings, in plain words. Read each before you use it: your own law and your own adviser decide, not an app.',
	'documents.show': 'Show',
	'documents.back': 'All papers',
	'documents.save': 'Save as PDF',
	'documents.saving': 'Writing…',
	'documents.print': 'Print',
	'documents.missing':
		'Papers can be made once it is known who is responsible, where patients turn to and whom they may complain to.',
	'notices.title': 'Whom they name',
	'notices.change': 'Change',
	'notices.enter': 'Enter',
	'notices.go': 'Save',
	'notices.busy': 'Saving…',
	'notices.controller': 'Responsible in law (company or person)',
	'notices.address': 'Address',
	'notices.email': 'E-mail address for patients',
	'notices.phone': 'Telephone (optional)',
	'notices.officer': 'Responsible for data protection (optional)',
	'notices.authority': 'Data protection authority',
	'notices.authority.hint': 'In the United Kingdom: Information Commissioner’s Office (ICO).',
	'notices.authorityContact': 'How to reach it (optional)',
	'notices.email.error': 'An address looks like name@clinic.example.'
} as const;

export const d = speaker(DOCUMENT_WORDS);
