/**
 * What the papers say of the software. Each sentence stands here once, with the test that shows it, and
 * `claims.test.ts` holds that the test is there: who changes what the app does has to change what it says.
 */

type Claim = {
	readonly says: string;
	/** `file › name of the test`. */
	readonly shownBy: string;
};

export const CLAIMS = {
	'photographs-stay': {
		says: 'Photographs, illustrations and records are kept on the clinic’s own devices. The app sends them to nobody.',
		shownBy:
			'tests/e2e/privacy.test.ts › sends nothing but what is on the list, and nothing of the patient'
	},
	'no-file-field': {
		says: 'The server has no field for a file, and none of its collections is open to anybody.',
		shownBy: 'src/backend/isolation.test.ts › has no file field, and no rule that is open'
	},
	'works-offline': {
		says: 'A consultation needs no network once the app is on the device.',
		shownBy:
			'tests/e2e/offline.test.ts › starts without a network: after a relaunch, at any address, ten times over'
	},
	encrypted: {
		says: 'What is kept on a device is encrypted. Each person opens it with a passphrase, passkey or recovery kit of their own.',
		shownBy: 'src/lib/vault/slots.test.ts › all lead to the same key, each as its own person'
	},
	'short-passphrase': {
		says: 'Passphrases that are too short are refused.',
		shownBy: 'src/lib/vault/slots.test.ts › do not let a short passphrase in'
	},
	'nothing-readable': {
		says: 'No passphrase and no photograph that is kept lies readable in the browser’s files.',
		shownBy:
			'tests/e2e/residue.test.ts › there is nothing of a passphrase, and nothing of a photograph that is kept'
	},
	'locks-itself': {
		says: 'A device that nobody touches locks by itself after five minutes, or after the time that was chosen on it.',
		shownBy: 'src/lib/record/auto-lock.test.ts › waits five minutes from the last touch'
	},
	'locks-unseen': {
		says: 'It locks a minute after the app is out of sight.',
		shownBy: 'src/lib/record/auto-lock.test.ts › locks after a minute out of sight, and not before'
	},
	'agreed-first': {
		says: 'The camera does not start, and no photograph of a person opens, before it is recorded that they agreed.',
		shownBy: 'tests/e2e/consent.test.ts › is not taken either: the camera does not start before'
	},
	guardian: {
		says: 'For somebody under 18 the name of whoever agrees for them is asked.',
		shownBy: 'tests/e2e/consent.test.ts › of somebody under 18 needs a name of who agrees for them'
	},
	'age-rule': {
		says: 'Treatments that inject are not illustrated on anybody under 18, until the clinic says otherwise.',
		shownBy:
			'src/lib/record/histories.browser.test.ts › holds for whoever is said to be under 18, until the clinic says otherwise'
	},
	'no-dose': {
		says: 'The app suggests no dose: units and amounts are typed by a person.',
		shownBy: 'src/lib/studio/plan-edit.test.ts › suggests no dose: a new item says nothing'
	},
	labelled: {
		says: 'Illustrations carry their label on the patient’s report.',
		shownBy:
			'tests/e2e/consultation.test.ts › ends with a report: its pictures, their labels and the structure of the text'
	},
	'notes-kept': {
		says: 'A note that is amended keeps every text before it.',
		shownBy: 'src/lib/record/notes.test.ts › show the last amendment and keep every text before it'
	},
	trail: {
		says: 'Each device keeps a chained log of what was done with its records.',
		shownBy:
			'src/lib/record/records.browser.test.ts › write an audit trail that holds, over a restart'
	},
	disclosed: {
		says: 'Where somebody else is told, the log says so.',
		shownBy:
			'src/lib/record/treatment-consents.browser.test.ts › is a disclosure in the trail where somebody else is told'
	},
	erased: {
		says: 'Erasing a patient’s file destroys its key, and what was encrypted with it opens no more.',
		shownBy:
			'src/lib/vault/slots.test.ts › forgets an erased scope, keeps the others, and its old key opens it no more'
	},
	'kept-floor': {
		says: 'The app does not erase a file before its time is over, nor while it is held or a complaint about it is open.',
		shownBy: 'src/lib/record/privacy.browser.test.ts › does not erase a file that has to be kept'
	},
	'two-people': {
		says: 'What is due is let go once a second person has confirmed it with their own passphrase; a receipt stays.',
		shownBy:
			'src/lib/record/privacy-office.browser.test.ts › takes two people, when the time is over, and leaves a receipt'
	},
	'erased-logged': {
		says: 'That a file was erased is logged, without a name.',
		shownBy: 'src/lib/record/records.browser.test.ts › erase a folder and say so without a name'
	},
	'erased-stays': {
		says: 'A backup that is restored on the device does not bring back what was erased there.',
		shownBy: 'src/lib/vault/backup.browser.test.ts › does not bring back what was erased here'
	},
	'backup-read': {
		says: 'A backup counts only once its file was read back whole.',
		shownBy: 'tests/e2e/backup.test.ts › counts only once that very file was read back'
	},
	'backup-sealed': {
		says: 'A backup shows neither what is in it nor whose it is.',
		shownBy:
			'src/lib/vault/backup.browser.test.ts › reveals neither what is in it nor how it is called'
	},
	'enquiries-off': {
		says: 'No enquiry is sent before the clinic’s owner says so.',
		shownBy: 'tests/e2e/leads.test.ts › has none of it before its owner says so'
	},
	'enquiries-sealed': {
		says: 'Enquiries are sealed on the device for the clinic’s own devices. Their words are nowhere at the server.',
		shownBy:
			'tests/e2e/leads.test.ts › is seen by no other clinic, and its words are nowhere at the server'
	},
	'enquiries-end': {
		says: 'The server erases enquiries, messages and invitations by itself when their time is over.',
		shownBy:
			'src/backend/operator.test.ts › leads, messages and invitations go when their time is over, and not before'
	},
	'revoked-reads-nothing': {
		says: 'After a device was revoked and the key was changed, that device opens no enquiry that comes later.',
		shownBy:
			'tests/e2e/leads.test.ts › is changed once a device is revoked, which can open nothing that comes after'
	},
	'clinics-apart': {
		says: 'Two clinics see and change nothing of each other on the server, in any role.',
		shownBy:
			'src/backend/isolation.test.ts › see and change nothing of each other, in any role, by any way'
	},
	'operator-apart': {
		says: 'Whoever operates the server has no route to a clinic’s records.',
		shownBy:
			'src/backend/isolation.test.ts › an operator sees no clinic’s records, and a member is no operator'
	},
	'second-factor': {
		says: 'Owners sign in with a code by mail as well as the password.',
		shownBy:
			'src/backend/accounts.test.ts › asks owners for the mail code, and practitioners for none'
	},
	guessing: {
		says: 'Wrong passwords are counted, and guessing is stopped.',
		shownBy:
			'src/backend/accounts.test.ts › stops guessing per account, with Retry-After, known or not'
	},
	'sessions-end': {
		says: 'A change of password or role ends every session of that account.',
		shownBy: 'src/backend/accounts.test.ts › ends every session on a change of password or role'
	},
	journal: {
		says: 'The server’s journal of a clinic can be added to and never changed.',
		shownBy: 'src/backend/accounts.test.ts › is never changed, not even by a superuser'
	},
	'clinic-export': {
		says: 'An owner can download all that the server holds of the clinic.',
		shownBy: 'src/backend/accounts.test.ts › gives all of a clinic’s data, and no secrets'
	},
	'clinic-end': {
		says: 'Thirty days after an owner closes the account the server erases everything of the clinic but its name and its invoices.',
		shownBy:
			'src/backend/operator.test.ts › a clinic whose thirty days are over leaves its name and its invoices'
	},
	'account-end': {
		says: 'Each member of staff can download the data of their own account and end it.',
		shownBy:
			'src/backend/visitors.test.ts › can be downloaded, and ended with the password; of it an id stays'
	},
	'licence-ended': {
		says: 'A licence that has run out stops new visits. Everything that was kept stays open.',
		shownBy: 'tests/e2e/licence.test.ts › begins no sixth visit, says so, and keeps everything open'
	},
	'update-accepted': {
		says: 'A new version of the app waits until somebody accepts it.',
		shownBy:
			'tests/e2e/offline.test.ts › waits with a new version, whatever is closed, until it is accepted'
	},
	untampered: {
		says: 'A file of the app that was tampered with is not kept.',
		shownBy: 'tests/e2e/offline.test.ts › keeps nothing that was tampered with'
	},
	'parts-locked': {
		says: 'The parts of others from which the app is built are locked by their content.',
		shownBy: 'src/hosting/supply.test.ts › are locked by their content, and to no registry'
	}
} as const satisfies Readonly<Record<string, Claim>>;

export type ClaimId = keyof typeof CLAIMS;

/** The sentence of a claim. */
export function says(id: ClaimId): string {
	return CLAIMS[id].says;
}
