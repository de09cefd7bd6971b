import { inLanguage, speaker } from './speak.ts';

/** A device's licence. The studio does not load them. */
export const LICENCE_WORDS = {
	'page.sign-in': 'Sign in',

	'licence.title': 'Licence',
	'licence.none':
		'This device belongs to no clinic’s account. Everything works; illustrations carry the word “Demo”.',
	'licence.sign-in': 'Sign in',
	'licence.join': 'I have an invitation',
	'licence.sign-in.about':
		'With your account at the clinic. It never opens the vault: your passphrase does.',
	'licence.enrol.about': 'You are signed in. Give this device a name by which the clinic knows it.',
	'licence.revoked.about': 'It can be registered again, as a new device.',
	'licence.name': 'Name of this device',
	'licence.name.hint': 'Such as “Treatment room 2”. Never a patient’s name.',
	'licence.kind': 'Kind of device',
	'licence.kind.tablet': 'Tablet',
	'licence.kind.phone': 'Phone',
	'licence.kind.computer': 'Computer',
	'licence.enrol': 'Register this device',
	'licence.enrolling': 'Registering…',
	'licence.renew': 'Renew now',
	'licence.renewing': 'Renewing…',
	'licence.renew.sign-in': 'Sign in to renew',
	'licence.fresh': ({ day }: { day: string }) =>
		`Valid until ${day}. It renews by itself when online.`,
	'licence.provisional': ({ day }: { day: string }) =>
		`Waits for the owner’s approval. Until ${day} a few visits may begin.`,
	'licence.renew-soon': ({ day }: { day: string }) =>
		`Valid until ${day}. Go online before then to renew it.`,
	'licence.grace': ({ day }: { day: string }) =>
		`Ran out. New illustrations may begin until ${day}; go online to renew.`,
	'licence.waiting': 'Waits for its first licence. Go online to fetch it.',
	'licence.expired':
		'Ran out: no new illustration can begin until it is renewed. Everything that is here stays open, to look at, to export, to back up and to erase.',
	'licence.spent':
		'All visits of this period are used: no new illustration can begin. Everything that is here stays open.',
	'licence.clock':
		'The clock of this device is behind. Set it right, or go online, and work goes on as before.',
	'licence.rescue':
		'The clock of this device is far behind. Twenty visits may begin meanwhile; set it right, or go online.',
	'licence.revoked':
		'This device was taken out of the clinic’s account: no new illustration can begin. Everything that is here stays open.',
	'licence.code': 'Code of this device',
	'licence.left': 'Visits left',
	'licence.unlimited': 'No limit',
	'licence.unsent': 'Visits not told to the server yet',
	'licence.plan': 'Plan',
	'licence.go': 'See the licence'
};

/** The text of a key; a missing key or value is a type error. */
export const l = speaker(inLanguage('licence', LICENCE_WORDS));
