import { inLanguage, speaker } from './speak.ts';

/** A password that was forgotten or is changed, and an address that is. */
export const PASSWORD_WORDS = {
	'page.reset': 'A new password',
	'page.confirm': 'Your new address',
	forgotten: 'Forgot the password?',
	'ask.title': 'Forgot the password?',
	'ask.about': 'We mail you a link with which you choose a new one.',
	'ask.go': 'Mail me a link',
	'ask.busy': 'Asking…',
	'asked.title': 'Check your mail',
	'asked.about': ({ email }: { email: string }) =>
		`If there is an account with the address ${email}, a mail is on its way. Its link works once, for half an hour.`,
	'asked.again':
		'Nothing there after two minutes? Look among the unwanted mails, and check the address. Then ask again.',
	'asked.again.go': 'Ask again',
	'to-sign-in': 'Back to signing in',
	'reset.title': 'Choose a new password',
	'reset.about': ({ email }: { email: string }) => `For the account ${email}.`,
	new: 'New password',
	'new.hint': ({ shortest }: { shortest: number }) =>
		`At least ${shortest} characters; a few words that do not belong together are best.`,
	'new.too-long': 'This is too long. Leave out a word or two.',
	'reset.go': 'Set the password',
	'reset.busy': 'Setting it…',
	'reset.done.title': 'Your password is set',
	'reset.done.about':
		'All sessions of your account have ended, on every device. Sign in with the new password.',
	'link.again': 'Ask for another link',
	'sign-in.console': 'Sign in to the console',
	'sign-in.app': 'Sign in to the app',
	'sign-in.operator': 'Sign in',
	'confirm.title': 'Use this address?',
	'confirm.about': ({ email }: { email: string }) =>
		`From now on you would sign in with ${email}. Your password shows that it is you.`,
	'confirm.go': 'Use this address',
	'confirm.busy': 'Changing it…',
	'confirm.done.title': 'Your address is changed',
	'confirm.done.about': ({ email }: { email: string }) =>
		`All sessions of your account have ended, on every device. Sign in with ${email} and your password.`,
	'confirm.damaged':
		'Open the newest mail once more. If its link is too old, sign in and ask for another under Account.',
	own: 'Your password',
	'own.wrong': 'This is not your password.',
	'way.title': 'Signing in',
	'way.about': ({ email }: { email: string }) => `You sign in with ${email}.`,
	'change.open': 'Change the password',
	'change.title': 'Change your password',
	'change.about': 'You stay signed in here. All other sessions of your account end.',
	'change.old': 'Present password',
	'change.go': 'Change it',
	'change.busy': 'Changing it…',
	'change.done': 'Your password is changed. All other sessions have ended.',
	'address.open': 'Change the address',
	'address.title': 'Change your address',
	'address.about': 'We mail a link to the new address. Until you follow it, nothing changes.',
	'address.new': 'New e-mail address',
	'address.go': 'Mail the link',
	'address.busy': 'Asking…',
	'address.done': ({ email }: { email: string }) =>
		`A mail to ${email} tells the next step. Its link works for half an hour.`,
	'places.title': 'Where you signed in',
	'places.about':
		'A place is a network and a browser together. The server can tell two apart, but not which they are. It knows five at most, and none for longer than 90 days but the last.',
	'places.last': ({ moment }: { moment: string }) => `Last on ${moment}`,
	'places.first': ({ moment }: { moment: string }) => `First on ${moment}`,
	'places.none': 'None is known.',
	'everywhere.go': 'Sign out everywhere',
	'everywhere.sure': 'Sign out everywhere?',
	'everywhere.about':
		'Every session of your account ends, this one as well. If somebody else may know your password, change it instead: that ends all other sessions too.'
} as const;

/** The text of a key of passwords. */
export const pw = speaker(inLanguage('password', PASSWORD_WORDS));
