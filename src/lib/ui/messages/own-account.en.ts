import { inLanguage, speaker } from './speak.ts';

/** One's own account in the console, and the texts that are to be accepted. */
export const OWN_ACCOUNT_WORDS = {
	'page.account': 'Your account',
	'account.title': 'Your account',
	'account.as': ({ email, role }: { email: string; role: string }) => `${email} · ${role}`,
	'mail.title': 'Mail',
	'mail.news': 'Send me news of the product, a few times a year',
	'mail.service':
		'Codes, invitations and notices about your clinic’s account always come; without them it does not work.',
	'mail.messages': 'Tell me when somebody has written, at most once an hour',
	'mail.operator': 'Codes and notices of sign-ins always come; without them it does not work.',
	'policies.title': 'What you accepted',
	'policies.none': 'Nothing has been put to you yet.',
	'policies.version': ({ version, date }: { version: number; date: string }) =>
		`Version ${version} of ${date}`,
	'policies.accepted': ({ version }: { version: number }) => `You accepted version ${version}.`,
	'policies.read': 'Read',
	'policy.privacy': 'Privacy',
	'policy.terms': 'Terms',
	'banner.says': ({ names }: { names: string }) =>
		`There is a new version that matters: ${names}. Please read it and accept it.`,
	'banner.accept': 'I have read it and accept',
	'banner.busy': 'Accepting…',
	'notice.says': ({ name }: { name: string }) =>
		`What you accepted has a new version that matters: ${name}.`,
	'notice.go': 'Accept it in the console',
	'data.title': 'Your data',
	'data.about': 'What the server holds of your account, and what you did, as one file.',
	'data.download': 'Download my data',
	'data.downloading': 'Reading…',
	'end.title': 'End your account',
	'end.about':
		'Your name, address and password are erased from the server at once. The clinic’s journal keeps a number in their place, and records on devices stay as they are.',
	'end.go': 'Delete my account',
	'end.sure': 'Delete your account?',
	'end.password': 'Your password',
	'publish.title': 'Texts that staff accept',
	'publish.about':
		'What this version of the app contains, and what holds for staff. Publishing asks them where the change matters.',
	'publish.none': 'None is published.',
	'publish.holds': ({ version }: { version: number }) => `Version ${version} holds.`,
	'publish.go': ({ version }: { version: number }) => `Publish version ${version}`,
	'views.title': 'Public pages, last 30 days',
	'views.about': 'Visitors who allowed it, counted by page and day. Nothing else is known of them.',
	'views.none': 'Nobody has been counted.',
	'message.answered': ({ date }: { date: string }) => `Answered on ${date}`,
	'message.mark': 'Mark as answered',
	'message.unmark': 'Not answered yet',
	'message.contact': 'Contact',
	'message.demo': 'Demonstration',
	'message.support': 'Support',
	'message.feedback': 'Feedback',
	'message.nobody': 'Nobody named'
} as const;

/** The text of a key of one's own account. */
export const my = speaker(inLanguage('account', OWN_ACCOUNT_WORDS));
