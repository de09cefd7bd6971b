import { inLanguage, speaker } from './speak.ts';

/** The vault and what is kept in it. The first screen and the studio do not load them. */
export const RECORD_WORDS = {
	'page.setup': 'Set up the vault',
	'page.unlock': 'Unlock',
	'page.locked': 'Locked',
	'page.today': 'Today',
	'page.patients': 'Patients',
	'page.patient': 'Patient',
	'page.settings': 'Settings',
	'page.restore': 'Restore',

	'nav.label': 'Records',
	'nav.today': 'Today',
	'nav.patients': 'Patients',
	'nav.settings': 'Settings',
	'nav.lock': 'Lock',
	'nav.back': 'Back',
	'nav.loading': 'Opening…',

	'setup.step': ({ step, of }: { step: number; of: number }) => `Step ${step} of ${of}`,
	'setup.who.title': 'Who are you?',
	'setup.who.about':
		'Records are kept in a vault on this device, encrypted. Your name stands beside what you do in it.',
	'setup.who.name': 'Your name',
	'setup.restore': 'Restore from a backup instead',
	'setup.next': 'Next',
	'setup.back': 'Back',
	'setup.passphrase.title': 'Choose a passphrase',
	'setup.passphrase.about':
		'It opens the vault. At least 15 characters; a few words that do not belong together are best.',
	'setup.passphrase.offer': 'Offer me seven words',
	'setup.passphrase.offered': 'Write these words down and keep them safe:',
	'setup.passphrase.field': 'Passphrase',
	'setup.passphrase.again': 'Once more',
	'setup.passphrase.differs': 'The two are not the same yet.',
	'setup.passphrase.keyboard': 'Check that the keyboard’s language is the one you will use later.',
	'setup.show': 'Show',
	'setup.hide': 'Hide',
	'strength.short': ({ missing }: { missing: number }) =>
		missing === 1 ? 'One more character.' : `${missing} more characters.`,
	'strength.weak': 'Easy to guess. Add words that do not belong together.',
	'strength.fair': 'Good. One word more makes it strong.',
	'strength.strong': 'Strong.',
	'setup.create': 'Make the vault',
	'setup.creating': 'Making the vault…',
	'setup.kit.title': 'Your recovery kit',
	'setup.kit.about':
		'It opens the vault when the passphrase is forgotten. Print it or save it, and keep it away from this device.',
	'setup.kit.code': 'Recovery code',
	'setup.kit.print': 'Print',
	'setup.kit.save': 'Save as PDF',
	'setup.kit.share': 'Share',
	'setup.kit.saved': 'Saved to your downloads. Move it off this device.',
	'setup.kit.warning':
		'If passphrase and kit are both lost, nobody can open the vault: not the clinic, and not whoever runs Vultus.',
	'setup.kit.understood': 'I understand this.',
	'setup.kit.next': 'I have it',
	'setup.kit.later': 'Later',
	'setup.type.title': 'Is it on the paper?',
	'setup.type.about': 'Type these two groups from your kit.',
	'setup.type.group': ({ number }: { number: number }) => `Group ${number}`,
	'setup.type.confirm': 'Check',
	'setup.done.title': 'The vault is ready',
	'setup.done.about': 'It locks after five minutes without a touch, and whenever you lock it.',
	'setup.done.later':
		'The recovery kit is not confirmed yet. Today reminds you until it is: without it a forgotten passphrase means that everything is lost.',
	'setup.done.go': 'Go to today',
	'kit.file.title': ({ product }: { product: string }) => `${product} recovery kit`,
	'kit.file.made': ({ day }: { day: string }) => `Made on ${day}`,
	'kit.file.vault': ({ vault }: { vault: string }) => `Vault ${vault}`,
	'kit.file.how':
		'On the locked screen choose “Use the recovery kit” and type this code. Keep this paper away from the device.',

	'unlock.title': 'Unlock the records',
	'unlock.about': 'Type your passphrase. It is yours alone: colleagues have their own.',
	'unlock.field': 'Passphrase',
	'unlock.kit': 'Recovery code',
	'unlock.kit.about': 'Fourteen groups of four. Dashes and capitals do not matter.',
	'unlock.use-kit': 'Use the recovery kit',
	'unlock.use-passphrase': 'Use the passphrase',
	'unlock.go': 'Unlock',
	'unlock.busy': 'Unlocking…',
	'unlock.take-over': 'Take over here',
	'unlock.version': ({ version }: { version: string }) => `Version ${version}`,
	'unlock.damaged': 'The vault on this device cannot be read',
	'unlock.restore': 'Restore from a backup',
	'locked.title': 'Locked',
	'locked.go': 'Unlock',

	'kit.reminder': 'Your recovery kit is not confirmed yet.',
	'kit.reminder.go': 'Do it now',
	'kit.again.about': 'Type your passphrase to make a kit.',
	'kit.again.go': 'Make the kit',

	'today.hello': ({ name }: { name: string }) => `Hello, ${name}`,
	'today.new': 'New visit',
	'today.new.hint': 'Consent first, then photographs',
	'due.title': ({ count }: { count: number }) =>
		count === 0 ? 'Follow-ups' : `Follow-ups due: ${count}`,
	'due.ahead': ({ count }: { count: number }) => `Due in the next 7 days: ${count}`,
	'due.none': 'Nobody is due today or in the next 7 days.',
	'due.late': ({ days }: { days: number }) => {
		if (days === 1) return 'A day late';
		if (days < 14) return `${days} days late`;
		return days < 61
			? `${Math.floor(days / 7)} weeks late`
			: `${Math.floor(days / 30.4)} months late`;
	},
	'due.today': 'Due today',
	'due.tomorrow': 'Due tomorrow',
	'due.in': ({ days }: { days: number }) => `Due in ${days} days`,
	'due.on': ({ when, day }: { when: string; day: string }) => `${when}, ${day}`,
	'due.begin': 'Begin a visit',
	'due.begin.of': ({ name }: { name: string }) => `Begin a visit of ${name}`,
	'due.calendar.of': ({ name }: { name: string }) => `Follow-up of ${name} for a calendar`,
	'due.calendar.all': 'All of these for a calendar',
	'due.calendar.about': 'A calendar file with the days alone. No names are in it.',
	'calendar.event': 'Follow-up',
	'today.drafts': 'Without a name',
	'today.drafts.none': 'Every visit has a patient.',
	'today.recent': 'Recent',
	'today.recent.none': 'No patient has been seen yet. Start with a new visit.',
	'today.overdue': ({ day }: { day: string }) => `was due ${day}`,
	'today.due-now': 'due today',

	'row.anonymous': 'Without a name',
	'row.visit': ({ day }: { day: string }) => `Last visit ${day}`,
	'row.no-visit': 'Not seen yet',
	'row.due': ({ day }: { day: string }) => `Due ${day}`,

	'patients.search': 'Search patients',
	'patients.search.hint': 'Name, birth, number, treatment',
	'patients.add': 'Add a patient',
	'patients.due': 'Only follow-ups due',
	'patients.count': ({ count }: { count: number }) =>
		count === 1 ? '1 patient' : `${count} patients`,
	'patients.none': 'No patients yet',
	'patients.none.about': 'Add one, or start a visit and give it a name later.',
	'patients.not-found': 'Nobody matches. Try fewer letters.',

	'card.title.new': 'Add a patient',
	'card.title': 'Patient’s card',
	'card.name': 'Name',
	'card.name.missing': 'Type a name.',
	'card.born': 'Date of birth',
	'card.year': 'or only the year',
	'card.year.wrong': 'Four digits, such as 1984.',
	'card.number': 'Clinic’s own number',
	'card.phone': 'Telephone',
	'card.email': 'Email',
	'card.address': 'Address',
	'card.more': 'Contact',
	'card.kin': 'Next of kin',
	'card.kin.name': 'Name of next of kin',
	'card.kin.contact': 'How to reach them',
	'card.kin.informed': 'They know that we keep this.',
	'card.save': 'Save',
	'card.private': 'Stays on this device, encrypted.',

	'file.edit': 'Edit the card',
	'file.name': 'Add a name',
	'file.new-visit': 'New visit',
	'file.attach': 'Add to a patient',
	'attach.title': 'Whose visit is this?',
	'attach.about': 'Its photographs and notes move into the patient’s file.',
	'attach.busy': 'Moving…',
	'file.born': ({ born }: { born: string }) => `Born ${born}`,
	'file.number': ({ number }: { number: string }) => `No. ${number}`,
	'file.visits': 'Visits',
	'file.visits.none': 'No photographs yet. A new visit begins with one.',
	'file.open': ({ day }: { day: string }) => `Open the photograph of ${day}`,
	'file.compare': 'Compare photographs',
	'file.follow-up': 'Follow-up',
	'file.follow-up.calendar': 'For a calendar',
	'file.follow-up.none': 'None',
	'file.follow-up.clear': 'Clear',
	'file.follow-up.needs': 'After the first visit.',
	'file.notes': 'Notes',
	'card.changed': ({ count }: { count: number }) =>
		count === 1 ? 'Card changed once' : `Card changed ${count} times`,
	'card.difference': ({ fact, before, after }: { fact: string; before: string; after: string }) =>
		`${fact}: ${before} → ${after}`,
	'card.nothing': 'nothing',
	'card.fact.name': 'Name',
	'card.fact.born': 'Born',
	'card.fact.number': 'Number',
	'card.fact.phone': 'Phone',
	'card.fact.email': 'Email',
	'card.fact.address': 'Address',
	'card.fact.kin': 'Next of kin',
	'card.fact.gp': 'GP',
	'card.kin.knows': 'informed',
	'card.kin.unasked': 'not informed',
	'file.notes.state': 'Patient disagrees',
	'file.notes.state.field': 'In the patient’s own words',
	'file.notes.state.add': 'Attach',
	'file.notes.stated': ({ name, at }: { name: string; at: string }) =>
		`The patient’s statement, taken down by ${name}, ${at}`,
	'file.notes.none': 'No notes yet.',
	'file.notes.new': 'New note',
	'file.notes.add': 'Add the note',
	'file.notes.amend': 'Amend',
	'file.notes.amended': ({ count }: { count: number }) =>
		count === 1 ? 'Amended once' : `Amended ${count} times`,
	'file.notes.amending': 'The earlier text stays on record.',
	'file.notes.by': ({ name, at }: { name: string; at: string }) => `${name}, ${at}`,
	'file.notes.somebody': 'A former colleague',
	'file.unreadable': ({ count }: { count: number }) =>
		count === 1
			? 'One entry is damaged and set aside. The rest can be used.'
			: `${count} entries are damaged and set aside. The rest can be used.`,
	'file.erase': 'Erase…',
	'erase.title': 'Erase this file?',
	'erase.about':
		'Card, photographs, illustrations and notes go, and the key that opens them is destroyed. It cannot be undone.',
	'erase.backups': 'Older backups may still hold it: delete those as well.',
	'erase.continue': 'Continue',
	'erase.sure.title': 'Erase for good?',
	'erase.sure.about': 'This is the last question. Nobody can open the file after this.',
	'erase.go': 'Erase',
	'erase.keep': 'Keep it',

	'lead.title': 'Leads',
	'lead.about': 'What the patient asked the clinic to get back to them about.',
	'lead.none': 'Nothing was asked for yet.',
	'lead.send': 'Send to the clinic’s leads',
	'lead.queued': ({ at }: { at: string }) => `Waits to be sent, since ${at}`,
	'lead.sent': ({ at }: { at: string }) => `Sent ${at}`,
	'lead.no-interest': 'No area named',
	'lead.no-key': 'This device was not given the clinic’s key for leads yet.',
	'lead.compare-first': 'The clinic’s key for leads has to be compared first.',
	'lead.waits': 'It is sent as soon as this device is online and somebody is signed in.',
	'lead.sheet.about':
		'Sealed on this device: only the clinic’s own devices can open it. No photograph goes along.',
	'lead.name': 'Name',
	'lead.name.missing': 'Type a name.',
	'lead.phone': 'Telephone',
	'lead.email': 'Email',
	'lead.contact.missing': 'Type a telephone number or an email address.',
	'lead.interests': 'Interested in',
	'lead.consent.missing': 'Without the patient’s agreement nothing is sent.',
	'lead.go': 'Send',
	'lead.busy': 'Sealing…',
	'leads.title': 'Leads',
	'leads.none':
		'The clinic wants leads, but this device was not given their key yet. An owner gives it in the console, under Leads, and compares this code:',
	'leads.compare':
		'The clinic’s key for leads has arrived. Compare this code with the one that the owner’s device shows under Leads. If they differ, tell the owner and do not go on.',
	'leads.same': 'They are the same',
	'leads.holds': 'This device holds the clinic’s key. Its code is',
	'leads.changed':
		'The clinic’s key was changed and not given to this device. Leads wait until an owner gives it in the console, under Leads, and compares this code:',
	'leads.waiting': ({ count }: { count: number }) =>
		count === 1 ? '1 lead waits to be sent.' : `${count} leads wait to be sent.`,
	'leads.open': 'Open the leads',
	'leads.settings': 'See the settings',

	'settings.title': 'Settings',
	'settings.groups': 'Parts of the settings',
	'settings.group.opening': 'Opening and locking',
	'settings.group.clinic': 'The clinic',
	'settings.group.device': 'Backup and this device',
	'settings.group.look': 'Language and look',
	'settings.group.help': 'Help',
	'settings.lock': 'Lock by itself',
	'settings.lock.about':
		'After this time without a touch, and after one minute out of sight. While a patient is looking it waits for you.',
	'settings.lock.short': ({ minutes }: { minutes: number }) => `${minutes} min`,
	'settings.lock.minutes': ({ minutes }: { minutes: number }) =>
		minutes === 1 ? '1 minute' : `${minutes} minutes`,
	'settings.kit': 'Recovery kit',
	'settings.kit.has': 'Confirmed. Making a new one ends the old one.',
	'settings.kit.new': 'Make a new kit',
	'settings.kit.vault': ({ vault }: { vault: string }) => `This vault is ${vault}.`,
	'backup.title': 'Backup',
	'backup.none':
		'There is no backup yet. If this device is lost, or its browser clears what it stores, everything is gone.',
	'backup.last': ({ day, size }: { day: string; size: string }) =>
		`Last backup on ${day}, ${size} MB, read back and whole.`,
	'backup.opens-with': 'The backup opens with',
	'backup.passphrase': 'My passphrase',
	'backup.passphrase.about':
		'One encrypted file. It opens with the passphrase that you have today, even after you change it; the recovery kit does not open it.',
	'backup.passphrase.field': 'Your passphrase',
	'backup.owner-key': 'Owner’s key',
	'backup.make': 'Make a backup',
	'backup.preparing': 'Getting ready…',
	'backup.writing': ({ size }: { size: string }) => `Writing, ${size} MB so far…`,
	'backup.written':
		'The file is on its way to your downloads; a large one comes in numbered parts. Choose it there, or all its parts together, so that it can be read back: only then the backup counts.',
	'backup.choose': 'Choose the file',
	'backup.again': 'Make another one instead',
	'backup.checking': 'Reading it back…',
	'backup.done':
		'The backup is whole. Keep it away from this device, and delete older ones that hold what you have erased.',
	'backup.restore': 'Restore from a backup',
	'owner-key.about':
		'Backups for the owner’s key need no passphrase when they are made. To restore one takes the key and a passphrase or the recovery kit.',
	'owner-key.make': 'Make a key',
	'owner-key.field': 'or use the public half of one',
	'owner-key.use': 'Use this key',
	'owner-key.keep':
		'This is the owner’s secret key. It is not kept here: save it away from this device. Without it these backups cannot be opened.',
	'owner-key.save': 'Save as text',
	'owner-key.saved': 'Saved to your downloads. Move it off this device.',
	'owner-key.file': ({ product, day }: { product: string; day: string }) =>
		`${product} owner’s key for backups, made on ${day}`,
	'owner-key.set': 'Backups are written for the owner of this key:',
	'owner-key.change': 'Use another key',
	'restore.title': 'Restore from a backup',
	'restore.about.missing': 'Brings everything back as it was when the backup was made.',
	'restore.about.lost':
		'The browser has cleared the records of this device. A backup brings everything back as it was when it was made.',
	'restore.about.open':
		'Adds the patients that are missing here. What is here stays as it is, and what was erased stays erased.',
	'restore.about.damaged':
		'The vault on this device cannot be read. A backup opens it again; what is still here is kept.',
	'restore.choose': 'Choose the file',
	'restore.choose.other': 'Choose another file',
	'restore.key': 'Owner’s secret key',
	'restore.passphrase.its': 'The one with which the backup was made.',
	'restore.passphrase.any': 'Of anybody who could unlock when the backup was made.',
	'restore.go': 'Restore',
	'restore.reading': 'Restoring…',
	'restore.checking': 'Checking what was restored…',
	'passkey.title': 'Unlock with this device',
	'passkey.about':
		'By fingerprint, face or the device’s own code instead of typing. Whoever can unlock the device then opens the records as you. Your passphrase goes on working.',
	'passkey.has': 'Set up. Your passphrase goes on working.',
	'passkey.set-up': 'Set it up',
	'passkey.busy': 'Waiting for the device…',
	'passkey.remove': 'Remove it',
	'unlock.passkey': 'Use fingerprint or face',
	'settings.people': 'People who can unlock',
	'settings.people.about':
		'Each has a passphrase of their own, and their name stands beside what they do.',
	'people.you': 'You',
	'people.stale': 'Has to be let in again',
	'people.name': 'Colleague’s name',
	'people.proof': 'Your own passphrase',
	'people.proof.old': 'Your passphrase until now',
	'people.new': ({ name }: { name: string }) =>
		name === '' ? 'Passphrase of your colleague' : `Passphrase of ${name}`,
	'people.new.own': 'Your new passphrase',
	'people.busy': 'A moment…',
	'people.add': 'Add a colleague',
	'people.add.title': 'Add a colleague',
	'people.add.about':
		'Let them type a passphrase that only they know. Yours is needed to open the vault for them.',
	'people.add.go': 'Let them in',
	'people.add.done': ({ name }: { name: string }) => `${name} can unlock now.`,
	'people.again': 'Let in again',
	'people.again.title': ({ name }: { name: string }) => `Let ${name} in again`,
	'people.again.about':
		'The vault’s key was changed when somebody was removed. Let them type a passphrase that only they know.',
	'people.again.go': 'Let in',
	'people.again.done': ({ name }: { name: string }) => `${name} can unlock again.`,
	'people.change': 'Change passphrase',
	'people.change.title': 'Change your passphrase',
	'people.change.about': 'The old one ends at once. The recovery kit stays as it is.',
	'people.change.go': 'Change it',
	'people.change.done': 'Your passphrase is changed.',
	'people.remove': 'Remove',
	'people.remove.name': ({ name }: { name: string }) => `Remove ${name}`,
	'people.remove.title': ({ name }: { name: string }) => `Remove ${name}?`,
	'people.remove.about':
		'They cannot unlock this vault any more; what they wrote stays, with their name. The vault gets a new key, so everybody else has to be let in again, and a new recovery kit has to be made.',
	'people.remove.go': 'Remove',
	'people.remove.done': ({ name }: { name: string }) =>
		`${name} is removed. Make a new recovery kit now.`,
	'settings.storage': 'Storage',
	'storage.unknown': 'This browser does not say how much space there is.',
	'storage.used': ({ used, quota }: { used: string; quota: string }) =>
		`${used} of about ${quota} are used on this device.`,
	'storage.low': 'Space is running short. Make a backup, and clear up the device.',
	'storage.full':
		'Too little space is left for photographs. Notes can still be written, and files erased.',
	'storage.upgrading': ({ done, of }: { done: number; of: number }) =>
		`Files are brought to the form of the new version: ${done} of ${of}. You can go on working.`,
	'storage.persistent': 'The browser keeps the records until you clear them yourself.',
	'storage.fleeting': 'The browser may clear the records when the device runs out of space.',
	'storage.keep': 'Ask the browser to keep them',
	'storage.refused':
		'The browser has not agreed. It usually does once the app is installed or used often.',
	'settings.age': 'Patients under 18',
	'settings.age.about':
		'In England injecting toxin or filler into anybody under 18 for their looks is an offence. While this is on, such treatments can be neither shown nor planned in a visit whose patient is under 18, or may be. A parent or guardian agrees in any case.',
	'settings.age.rule': 'Injectables under 18',
	'settings.age.on': 'Not under 18',
	'settings.age.off': 'No rule here',
	'settings.theme': 'Appearance',
	'settings.theme.auto': 'Automatic',
	'settings.theme.light': 'Light',
	'settings.theme.dark': 'Dark'
};

/** The number is kept with each lead; another text, or another language, has another number. */
export const ENGLISH_LEAD_CONSENT = {
	number: 1,
	words: [
		'The patient agrees that the clinic keeps this name, contact and interests to get in touch with them, until the time that the clinic has set for it is over.'
	]
};
export const LEAD_CONSENT = inLanguage('leadConsent', ENGLISH_LEAD_CONSENT);

/** The text of a key of the records'. */
export const r = speaker(inLanguage('records', RECORD_WORDS));
