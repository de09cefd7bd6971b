import { inLanguage, speaker } from './speak.ts';

/** The web console of clinics and operators. No page of the room loads them. */
export const CONSOLE_WORDS = {
	'page.overview': 'Clinic',
	'page.staff': 'Staff',
	'page.devices': 'Devices',
	'page.licence': 'Licence',
	'page.leads': 'Leads',
	'page.settings': 'Clinic settings',
	'page.audit': 'Audit',
	'page.operator': 'Operator',
	'page.join': 'Join your clinic',
	'page.apply': 'Apply',

	'nav.label': 'Clinic console',
	'nav.overview': 'Overview',
	'nav.staff': 'Staff',
	'nav.devices': 'Devices',
	'nav.licence': 'Licence',
	'nav.leads': 'Leads',
	'nav.settings': 'Settings',
	'nav.audit': 'Audit',
	'nav.documents': 'Papers',
	'nav.account': 'Account',
	'nav.sign-out': 'Sign out',
	'sign-in.title': 'Clinic console',
	'sign-in.about':
		'For owners, admins and auditors of a clinic. Records are not here: they are on your devices.',
	'sign-in.operator': 'Operator',
	'sign-in.operator.about': 'Clinics, plans and incidents. Never a patient.',
	'sign-in.email': 'E-mail address',
	'sign-in.password': 'Password',
	'sign-in.go': 'Sign in',
	'sign-in.busy': 'Signing in…',
	'sign-in.apply': 'Apply for your clinic',
	'sign-in.back': 'Back',
	'sign-in.code.title': 'Check your mail',
	'sign-in.code.about': ({ email }: { email: string }) => `We sent eight digits to ${email}.`,
	'sign-in.code': 'Code',
	'sign-in.code.again': 'Send another',
	'sign-in.code.mailed': 'Another code is on its way.',
	'sign-in.other.title': 'Nothing to do here',
	'sign-in.other.about':
		'The console is for owners, admins and auditors. Your work is in the app itself.',
	'sign-in.other.go': 'Open the app',

	'join.title': 'Join your clinic',
	'join.about': 'You were invited by mail, or somebody gave you a code.',
	'join.code': 'Invitation code',
	'join.code.hint': 'Twelve letters and digits.',
	'join.next': 'Next',
	'join.looking': 'Looking it up…',
	'join.as': ({ role, email }: { role: string; email: string }) =>
		`You join as ${role.toLowerCase()}, and sign in with ${email}.`,
	'join.name': 'Your name',
	'join.device': 'Register this device as well: the invitation approves it',
	'join.no-vault':
		'The invitation approves one device. To let it be this one, set up or unlock its records first, and join from there under Settings, Licence.',
	'join.go': 'Join',
	'join.busy': 'Joining…',

	'apply.title': 'Apply for your clinic',
	'apply.about':
		'We check the professional registration, usually within one working day. Meanwhile you can try everything with the sample face.',
	'apply.practice': 'Practice',
	'apply.name': 'Your name',
	'apply.email': 'E-mail address',
	'apply.registration': 'Professional registration number',
	'apply.authority': 'Registered with',
	'apply.region': 'Country',
	'apply.attest': 'I am registered as stated and may act for this practice.',
	'apply.go': 'Send',
	'apply.busy': 'Sending…',
	'apply.sent.title': 'Thank you',
	'apply.sent.about':
		'You hear from us by mail, usually within one working day, with an invitation for your account.',
	'apply.sent.try': 'Try the sample face',

	loading: 'Reading…',
	again: 'Try again',
	more: 'Show more',
	never: 'never',
	'no-limit': 'no limit',
	'read-only': 'You can look at everything here; owners and admins change it.',

	'role.owner': 'Owner',
	'role.admin': 'Admin',
	'role.practitioner': 'Practitioner',
	'role.consultant': 'Consultant',
	'role.assistant': 'Assistant',
	'role.auditor': 'Auditor',
	'role.owner.about': 'Runs the clinic’s account: plan, closing, and everything an admin does.',
	'role.admin.about': 'Invites staff, approves devices, changes settings.',
	'role.practitioner.about': 'Consults and simulates.',
	'role.consultant.about': 'Consults and simulates, without the clinic’s settings.',
	'role.assistant.about': 'Prepares visits, follows up leads.',
	'role.auditor.about': 'Reads staff, devices, usage and audit; changes nothing.',

	'steps.title': 'Getting started',
	'steps.done': ({ done, of }: { done: number; of: number }) => `${done} of ${of} done`,
	'step.approved': 'Practice approved',
	'step.approved.about': 'We check the registration, usually within one working day.',
	'step.staff': 'First practitioner',
	'step.staff.about': 'Invite whoever consults: by mail, or with a code to type in.',
	'step.device': 'First device approved',
	'step.device.about': 'A device shows a code. Approve it where you see the same one.',
	'step.retention': 'Retention chosen',
	'step.retention.about': 'How long records and leads are kept. Your written instruction to us.',
	'step.open': 'Open',
	'step.is-done': 'Done',
	'step.is-open': 'To do',

	'status.closing': ({ date }: { date: string }) =>
		`This clinic is being closed. On ${date} everything the server holds of it is erased.`,
	'status.suspended':
		'This clinic is suspended. Records on devices stay open; no new visit begins.',
	'status.applied': 'Your application is being checked, usually within one working day.',
	'plan.overdue':
		'A payment is overdue. Everything works for now; after the grace period no new visit can begin.',
	'plan.ended': 'The subscription has ended. Records stay open everywhere; no new visit can begin.',

	'usage.title': 'Visits this period',
	'usage.about':
		'A visit counts once something was simulated in it, however many photographs it has.',
	'usage.period': ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
	'usage.of': ({ used, visits }: { used: number; visits: number }) => `${used} of ${visits} visits`,
	'usage.all': ({ used }: { used: number }) => (used === 1 ? '1 visit' : `${used} visits`),
	'usage.none': 'No visit yet in this period.',
	'usage.day': ({ day, visits }: { day: string; visits: number }) =>
		`${day}: ${visits === 1 ? '1 visit' : `${visits} visits`}`,
	'usage.table': 'The same as a table',
	'usage.table.day': 'Day',
	'usage.table.visits': 'Visits',

	seats: 'Seats',
	'seats.of': ({ used, of }: { used: number; of: number }) => `${used} of ${of} in use`,
	'seats.full':
		'All seats are in use. Switch off somebody who has left, withdraw an invitation, or choose a larger plan.',
	'devices.full':
		'All devices are in use. Revoke one that is no longer used, or choose a larger plan.',

	'staff.title': 'Staff',
	'staff.invite': 'Invite',
	'staff.last-seen': ({ date }: { date: string }) => `Last seen: ${date}`,
	'staff.off': 'Switched off',
	'staff.you': 'You',
	'staff.change': 'Change',
	'staff.edit': ({ name }: { name: string }) => `Change ${name}`,
	'staff.off.title': ({ name }: { name: string }) => `Switch ${name} off?`,
	'staff.role': 'Role',
	'staff.switch-off': 'Switch off',
	'staff.switch-on': 'Switch on again',
	'staff.switch-off.about':
		'They are signed out everywhere at once. On a clinic’s device their way into the vault is removed at its next unlocking.',
	'staff.save': 'Save',
	'staff.leaving.title': 'Still to do at devices',
	'staff.leaving.about': ({ name }: { name: string }) =>
		`${name} may still have a way into the vault on these devices. Remove it there under Settings, People.`,

	'invitations.title': 'Open invitations',
	'invitations.until': ({ date }: { date: string }) => `Valid until ${date}`,
	'invitations.withdraw': 'Withdraw',
	'invitations.withdraw.name': ({ email }: { email: string }) => `Withdraw ${email}`,
	'invite.title': 'Invite somebody',
	'invite.about':
		'They choose their own name and password. The invitation approves one device, works once, and ends after three days.',
	'invite.email': 'E-mail address',
	'invite.go': 'Make the invitation',
	'invite.busy': 'Making it…',
	'invited.title': 'Invitation ready',
	'invited.mailed': ({ email }: { email: string }) =>
		`It was sent to ${email}. You can also pass it on yourself.`,
	'invited.copy': 'Pass on the link or the code. They are shown only now.',
	'invited.link': 'Link',
	'invited.code': 'Code to type into the installed app',
	'invited.copy.link': 'Copy the link',
	'invited.copy.code': 'Copy the code',
	'invited.copied': 'Copied',
	'invited.done': 'Done',

	'devices.title': 'Devices',
	'devices.about':
		'A device simulates once it is approved. Compare the code with the one that the device shows under Settings.',
	'devices.none': 'No device yet. Sign in on a tablet or laptop; it appears here with its code.',
	'devices.waiting': 'Waiting for approval',
	'devices.approved': 'Approved',
	'devices.revoked': 'Revoked',
	'devices.approve': 'Approve',
	'devices.approve.name': ({ name }: { name: string }) => `Approve ${name}`,
	'devices.revoke': 'Revoke',
	'devices.revoke.name': ({ name }: { name: string }) => `Revoke ${name}`,
	'devices.revoke.title': ({ name }: { name: string }) => `Revoke ${name}?`,
	'devices.revoke.about':
		'It can begin no new visit from its next contact on, at the latest when its licence runs out. Records on it stay, and can still be viewed, exported and erased there.',
	'devices.revoke.keep': 'Keep it',
	'devices.approve.title': ({ name }: { name: string }) => `Approve ${name}?`,
	'devices.approve.about': 'Only if the device shows this very code, under Settings.',
	'devices.approve.key': 'It is given the clinic’s key for leads as well.',
	'devices.approve.later': 'Not now',
	'devices.line': ({ kind, person, seen }: { kind: string; person: string; seen: string }) =>
		`${kind} of ${person}. Last seen: ${seen}`,
	'kind.tablet': 'Tablet',
	'kind.phone': 'Phone',
	'kind.computer': 'Computer',
	'flag.rollback': 'Reported an older count than before: a restored copy?',
	'flag.fork': 'Two copies of this device report different visits.',
	'flag.gap': 'Some visits were not reported.',
	'flag.serial': 'Reported a visit that was not granted.',

	'licence.title': 'Licence',
	'licence.plan': 'Plan',
	'licence.until': ({ date }: { date: string }) => `This period ends on ${date}`,
	'state.trial': 'Trial',
	'state.active': 'Active',
	'state.overdue': 'Payment overdue',
	'state.ended': 'Ended',
	'plans.title': 'Plans',
	'plans.price': ({ price }: { price: string }) => `${price} a month`,
	'plans.free': 'Free',
	'plans.holds': ({ seats, devices, visits }: { seats: number; devices: number; visits: string }) =>
		`${seats} seats, ${devices} devices, ${visits}`,
	'plans.visits': ({ visits }: { visits: number }) => `${visits} visits a month`,
	'plans.no-limit': 'no limit on visits',
	'plans.current': 'Your plan',
	'plans.choose': 'Choose at the payment page',
	'plans.leave': 'Opens the payment processor’s own page. We keep none of your card’s details.',
	'plans.ask': 'Arranged with us',
	'leases.title': 'Licences given to devices',
	'leases.about': 'Each device gets a signed licence for a few days, so that it works offline.',
	'leases.none': 'None yet.',
	'leases.line': ({ person, from, to }: { person: string; from: string; to: string }) =>
		`${person}, ${from} to ${to}`,
	'leases.provisional': 'Provisional',
	'invoices.title': 'Invoices',
	'invoices.none': 'No invoice yet.',

	'leads.title': 'Leads',
	'leads.off': 'Leads are switched off.',
	'leads.off.about':
		'When they are on, a patient who asks for it can be called back. Switch them on under Settings.',
	'leads.sealed':
		'Leads are sealed on the clinic’s devices. This browser does not hold the clinic’s key, so it shows how many there are and nothing else; they are read on an approved device.',
	'leads.locked':
		'The records of this device are locked. Unlock them to open the leads here; until then it shows how many there are.',
	'leads.unlock': 'Unlock',
	'leads.kept': ({ days }: { days: number }) =>
		`A lead is erased ${days} days after it was sent, whatever its stage.`,
	'leads.stage': 'Stage',
	'leads.none': 'No lead at this stage.',
	'leads.unreadable': 'Sealed with a key that this device was not given',
	'leads.sent': ({ date }: { date: string }) => `Sent ${date}`,
	'leads.open': 'Open',
	'leads.open.name': ({ name }: { name: string }) => `Open ${name}`,
	'leads.name': 'Name',
	'leads.phone': 'Telephone',
	'leads.email': 'Email',
	'leads.interests': 'Interested in',
	'leads.no-interest': 'No area named',
	'leads.consent': 'Consent',
	'leads.consent.line': ({
		words,
		date,
		reference
	}: {
		words: number;
		date: string;
		reference: string;
	}) => `Words no. ${words}, agreed ${date}, entry ${reference}`,
	'leads.move': 'Move to',
	'leads.save': 'Save',
	'leads.remove': 'Delete',
	'leads.remove.title': 'Delete this lead?',
	'leads.remove.about':
		'It goes from the server at once. What the patient’s file says of it stays on its device.',
	'leads.csv': 'Export as CSV',
	'leads.csv.busy': 'Opening all of them…',
	'leads.csv.sent': 'Sent',
	'leads.csv.words': 'Consent, words no.',
	'leads.csv.agreed': 'Consent, date',
	'leads.csv.reference': 'Consent, entry',
	'leads.reload': 'Read again',
	'key.title': 'The clinic’s key',
	'key.none':
		'There is no key yet. Leads are sealed to it, and only devices that were given it can open them.',
	'key.none.owner':
		'It is made on this device and kept in its vault. Whoever runs the server never has it.',
	'key.none.other': 'An owner makes it, on a device of theirs.',
	'key.make': 'Make the key',
	'key.making': 'Making it…',
	'key.holds': 'This device holds the key. Its code is the same on all of them:',
	'key.compare':
		'The key has arrived on this device. Compare this code with the one on the device that gave it. If they differ, do not go on.',
	'key.same': 'They are the same',
	'key.missing':
		'This device was not given the key. On a device that holds it, an owner or admin gives it, comparing this code:',
	'key.behind':
		'The key was changed, and this device was not given the new one. Newer leads do not open here. To give it, compare this code:',
	'key.unregistered':
		'This device is not registered with the clinic. Register it in the app under Settings, Licence.',
	'key.waiting': 'Devices without the key',
	'key.waiting.about': 'Approved, but they can neither send nor open leads yet.',
	'key.give': 'Give the key',
	'key.give.name': ({ name }: { name: string }) => `Give the key to ${name}`,
	'key.give.title': ({ name }: { name: string }) => `Give ${name} the key?`,
	'key.give.about':
		'Only if the device shows this very code, under Settings. Then compare the key’s code on that device.',
	'key.give.go': 'It shows this code',
	'key.stale':
		'A device that held the key was revoked since. Change the key, so that it can open nothing that comes after.',
	'key.change': 'Change the key',
	'key.change.about':
		'A new key is made. Devices that were compared here get it at once, with the old ones, so that all leads stay readable; others wait in the list below.',
	'key.changing': 'Changing it…',
	'key.copy.none':
		'If all devices are lost, the leads are lost: there is no confirmed recovery kit on this device. Make one in the app under Settings.',
	'key.copy.due': 'The recovery kit of this device does not open the key yet.',
	'key.copy.go': 'Let it open the key',
	'key.copy.has': 'If all devices are lost, the recovery kit of this device brings the key back.',
	'key.recover': 'Use a recovery kit',
	'key.recover.title': 'Bring the key back',
	'key.recover.about':
		'Type the recovery kit of the owner’s device from which it was last made, even if that device is lost.',
	'key.recover.field': 'Recovery code',
	'key.recover.go': 'Bring it back',
	'key.recover.busy': 'Opening it…',
	'key.anew': 'Make a new key',
	'key.anew.title': 'Make a new key?',
	'key.anew.about':
		'Only where no device and no recovery kit has the old one: leads that were sealed to it stay closed for ever. Every device compares the new code.',
	'leads.new': 'New',
	'leads.contacted': 'Contacted',
	'leads.booked': 'Booked',
	'leads.closed': 'Closed',

	'settings.title': 'Clinic settings',
	'settings.about': ({ version, date }: { version: number; date: string }) =>
		`Version ${version}, of ${date}. Devices take a new version with their next licence.`,
	'settings.records': 'Records are kept for (years)',
	'settings.records.hint': 'After a patient’s last treatment. Many clinics keep 8 or 10 years.',
	'settings.leads-kept': 'Leads are kept for (days)',
	'settings.leads-kept.hint': 'Then the server erases them.',
	'settings.leads': 'Collect leads, sealed on the device',
	'settings.exports': 'Pictures may be saved and shared from devices',
	'settings.save': 'Save as a new version',
	'settings.saving': 'Saving…',
	'settings.saved': 'Saved as a new version.',
	'settings.number': ({ from, to }: { from: number; to: number }) =>
		`A whole number from ${from} to ${to}.`,
	'data.title': 'Your data on the server',
	'data.about':
		'Accounts, devices, licences, settings, audit, and sealed leads. Photographs and patients’ records are not there: they never leave your devices.',
	'data.owner': 'An owner can download everything here, and close the account.',
	'data.download': 'Download everything',
	'data.downloading': 'Collecting…',
	'close.title': 'Close the clinic’s account',
	'close.about':
		'Everything the server holds of the clinic is erased after 30 days. Until then an owner can take it back. What is on your devices stays there.',
	'close.go': 'Close the account',
	'close.password': 'Your password',
	'close.sure.title': 'Close this clinic’s account?',
	'close.keep': 'Keep it',
	'close.stay': 'Keep the account after all',

	'audit.title': 'Audit',
	'audit.about': 'What was done in the account, by whom. It can be added to, never changed.',
	'audit.none': 'Nothing yet.',

	'operator.title': 'Clinics',
	'operator.applied': 'Waiting',
	'operator.active': 'Active',
	'operator.suspended': 'Suspended',
	'operator.closing': 'Closing',
	'operator.none': 'No clinic here.',
	'operator.registration': ({
		registration,
		authority
	}: {
		registration: string;
		authority: string;
	}) => `Registration ${registration} (${authority})`,
	'operator.applicant': ({ name, email }: { name: string; email: string }) => `${name}, ${email}`,
	'operator.approve': 'Approve',
	'operator.refuse': 'Refuse',
	'operator.suspend': 'Suspend',
	'operator.resume': 'Resume',
	'operator.owner': 'Invite an owner',
	'operator.owner.about':
		'Only where no owner is left, after you have checked who asks. The audit names you.',
	'operator.plan': 'Set the plan',
	'operator.plan.about':
		'Arranged by hand: paid for from now on and without an end, until it is set again.',
	'operator.on-plan': ({ plan }: { plan: string }) => `plan ${plan}`,
	'operator.usage': 'Use of all clinics together',
	'operator.usage.about': 'Months in which fewer than ten clinics were active are left out.',
	'operator.month': ({ clinics, visits }: { clinics: number; visits: number }) =>
		`${visits} visits in ${clinics} clinics`,
	'operator.incidents': 'Incidents',
	'operator.messages': 'Messages',
	'operator.journal': 'What operators did',
	'operator.journal.about':
		'Lists that were looked at, once an hour for each operator; messages and texts. What an operator saw or changed of a clinic is in that clinic’s audit as well.'
};

/** What was done, by the server's code for it. */
export const DEEDS = {
	'account.password': 'Changed their password',
	'account.delete': 'Deleted their account',
	'notices.change': 'Changed whom the papers name',
	'account.recovered': 'Set a new password or address by mail',
	'account.throttled': 'Too many attempts to sign in',
	'billing.began': 'Subscription began',
	'billing.ended': 'Subscription ended',
	'billing.failed': 'Payment failed',
	'clinic.apply': 'Applied',
	'clinic.active': 'An operator approved or resumed the clinic',
	'clinic.refused': 'An operator refused the application',
	'clinic.seen': 'An operator looked at the clinic’s entry',
	'clinic.suspended': 'An operator suspended the clinic',
	'clinic.close': 'Began to close the account',
	'clinic.export': 'Downloaded everything',
	'clinic.reopen': 'Kept the account after all',
	'device.approve': 'Approved a device',
	'device.clock': 'A device’s clock is wrong',
	'device.enrol': 'Registered a device',
	'device.revoke': 'Revoked a device',
	'invitation.accept': 'Accepted an invitation',
	'invitation.make': 'Invited somebody',
	'invitation.withdraw': 'Withdrew an invitation',
	'lead-key.recovery': 'Let a recovery kit open the key of the leads',
	'lead-key.rotate': 'Changed the key of the leads',
	'lead-key.wrap': 'Gave a device the key of the leads',
	'lead.delete': 'Deleted a lead',
	'lead.move': 'Moved a lead on',
	'leads.purge': 'Leads past their time were erased',
	'lease.fork': 'Two copies of a device reported different visits',
	'lease.gap': 'A device did not report some visits',
	'lease.rollback': 'A device reported an older count than before',
	'lease.serial': 'A device reported a visit that was not granted',
	'message.answer': 'Marked a message as answered',
	'message.reopen': 'Marked a message as not answered yet',
	'operator.clinics': 'Looked at the list of clinics',
	'operator.incidents': 'Looked at the incidents',
	'operator.messages': 'Read the messages',
	'owner.restore': 'An operator invited an owner',
	'policy.publish': 'Published a text that staff accept',
	'settings.change': 'Changed the settings',
	'staff.change': 'Changed a role or switched an account',
	'subscription.set': 'An operator set the plan'
};

export type Deed = keyof typeof DEEDS;

const deeds: Readonly<Record<string, string>> = inLanguage('deeds', DEEDS);

/** A deed that this version does not know stands as its code. */
export function deedName(action: string): string {
	return deeds[action] ?? action;
}

/** The text of a key of the console's. */
export const c = speaker(inLanguage('console', CONSOLE_WORDS));

/** A role that this version does not know stands as its code. */
export function roleName(role: string): string {
	const key = `role.${role}`;
	return Object.hasOwn(CONSOLE_WORDS, key) ? c(key as `role.owner`) : role;
}
