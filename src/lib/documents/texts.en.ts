/** The papers of a clinic, in British English. What they say of the software are claims; the rest is the clinic's. */
import type { Block } from '../paper/index.ts';
import { PRODUCT_NAME } from '../product.ts';
import { says, type ClaimId } from './claims.ts';
import type { DocumentId, Facts } from './types.ts';

type Text = { readonly title: string; readonly blocks: (facts: Facts) => readonly Block[] };

const heading = (text: string): Block => ({ kind: 'heading', text });
const text = (words: string): Block => ({ kind: 'text', text: words });
const list = (...items: readonly string[]): Block => ({ kind: 'list', items });
const claims = (...ids: readonly ClaimId[]): Block => list(...ids.map(says));
const table = (head: readonly string[], ...rows: readonly (readonly string[])[]): Block => ({
	kind: 'table',
	head,
	rows
});
/** To be ticked by hand. */
const boxes = (...items: readonly string[]): Block =>
	table(['To do', 'By whom, and when'], ...items.map((item) => [item, '']));

/** The parts that there are. */
const joined = (...parts: readonly string[]): string =>
	parts.filter((part) => part.trim() !== '').join('\n');

const years = (count: number): string => (count === 1 ? '1 year' : `${count} years`);

export const FOOT = ({ clinic, instruction }: Facts): string =>
	`${clinic}. Written from the clinic’s instruction, version ${instruction.version} of ${instruction.day}.`;

const contact = ({ controller, address, email, phone, officer }: Facts): Block =>
	text(
		joined(
			controller,
			address,
			`E-mail: ${email}`,
			phone === '' ? '' : `Telephone: ${phone}`,
			officer === '' ? '' : `Data protection: ${officer}`
		)
	);

const complaint = ({ authority, authorityContact }: Facts): Block =>
	text(
		joined(
			`You may complain to the data protection authority at any time: ${authority}.`,
			authorityContact
		)
	);

const enquiriesIfOn = ({ instruction }: Facts, ...on: readonly Block[]): readonly Block[] =>
	instruction.leads ? on : [];

const notice = (facts: Facts): readonly Block[] => [
	text(
		`How ${facts.controller} uses what it knows of you when it works with ${PRODUCT_NAME}, an app that shows what a treatment could look like.`
	),
	heading('Who is responsible'),
	contact(facts),
	heading('What is kept'),
	list(
		'Your name, contact details and date or year of birth, as far as you give them.',
		'What you tell us of your health and skin. You may decline each question.',
		'Photographs of your face, illustrations made of them, the plan and notes.',
		'What you agreed to and signed, and the texts as they were.'
	),
	heading('What for, and on which basis'),
	list(
		'To advise and treat you, and to keep the record that the law asks of us: the provision of health care and our legal obligations.',
		'To photograph you and to show you illustrations: your explicit consent, which you may take back at any time. Nothing that was lawful before becomes unlawful by that.'
	),
	claims('agreed-first', 'guardian', 'age-rule'),
	heading('Where it is'),
	claims('photographs-stay', 'encrypted', 'works-offline'),
	text(
		'No photograph is given to a service that makes pictures, is used to find out who somebody is, or trains anything.'
	),
	heading('An illustration is not a promise'),
	text('It helps us to talk. What a treatment achieves differs from person to person.'),
	claims('labelled', 'no-dose'),
	heading('Who else may see it'),
	text(
		'Other professionals who treat you, your doctor or an insurer: only where you agree, in an emergency, or where the law obliges us. What we hand over, and to whom, is noted in your file.'
	),
	...enquiriesIfOn(
		facts,
		heading('If you would like to hear from us'),
		text(
			`With your consent we note your wish and how to reach you, so that our own staff can answer. It is kept for ${facts.instruction.leadRetentionDays} days.`
		),
		claims('enquiries-sealed')
	),
	heading('How long'),
	text(
		`We keep your record for ${years(facts.instruction.recordRetentionYears)} from its last entry, and longer only where the law or a claim asks for it.`
	),
	heading('Your rights'),
	list(
		'A copy of your data, the first of them free, also in a form that another clinic can read.',
		'Correction of facts; your own statement beside what is a matter of opinion.',
		'Erasure, where no law obliges us to keep it. A face that can be recognised is not made anonymous; we erase it.',
		'Restriction and objection, and the withdrawal of what you agreed to.',
		'No decision about you is made by a computer alone.'
	),
	text('Ask us in any form. We may ask who you are, and answer within one month.'),
	complaint(facts)
];

const terms = (facts: Facts): readonly Block[] => [
	text(
		`Between ${facts.controller} (the controller) and whoever operates the ${PRODUCT_NAME} server (the processor), under article 28 of the General Data Protection Regulation and, in the United Kingdom, of the UK GDPR.`
	),
	heading('1. Subject'),
	text(
		facts.instruction.leads
			? 'The processor stores enquiries of patients that the controller sends to it, sealed, so that the controller’s own devices can fetch them. It processes no other data of patients.'
			: 'The controller has switched enquiries off. While that is so the processor processes no data of patients at all; should they be switched on, these terms hold for enquiries, sealed, and for nothing else.'
	),
	text(
		'Photographs and records are not a subject of these terms: the processor does not receive them and is not a processor of them.'
	),
	claims('photographs-stay', 'no-file-field', 'enquiries-off'),
	heading('2. Instructions'),
	text(
		`The controller instructs by its settings. Those in force are version ${facts.instruction.version} of ${facts.instruction.day}: enquiries ${facts.instruction.leads ? 'on' : 'off'}, kept for ${facts.instruction.leadRetentionDays} days. Each change is a new version with its author and time.`
	),
	heading('3. Kinds of data and people'),
	text(
		'Contact details and treatment interests of patients and prospects, as sealed text of at most four kilobytes. The processor cannot read it.'
	),
	heading('4. Confidentiality and security'),
	claims(
		'enquiries-sealed',
		'clinics-apart',
		'operator-apart',
		'second-factor',
		'guessing',
		'sessions-end',
		'journal'
	),
	heading('5. Sub-processors'),
	text(
		'Whoever houses the server. The list is a paper of its own; a change is announced before it is made, and the controller may object.'
	),
	heading('6. Help, incidents, evidence'),
	list(
		'The processor helps with requests of the people concerned. It forwards them, as it can open nothing.',
		'It tells the controller of a breach without undue delay after it has become aware of it.',
		'It gives the evidence that the controller needs, such as the page that the privacy proof prints for each version.'
	),
	heading('7. End'),
	claims('enquiries-end', 'clinic-export', 'clinic-end'),
	heading('8. Signatures'),
	text('For the controller, with name and date:'),
	text('For the processor, with name and date:')
];

const record = (facts: Facts): readonly Block[] => [
	text('Under article 30 of the General Data Protection Regulation and of the UK GDPR.'),
	heading('Controller'),
	contact(facts),
	heading('Processing'),
	table(
		['What for', 'Whose data, and which', 'Basis', 'Who receives it', 'How long'],
		[
			'Patient records',
			'Patients: identity, contact, health, notes, plans, signatures',
			'Health care; legal obligation to keep records',
			'Nobody by default; other professionals with consent, in an emergency or by law',
			`${years(facts.instruction.recordRetentionYears)} from the last entry`
		],
		[
			'Photographs and illustrations',
			'Patients: face',
			'Explicit consent; health care',
			'Nobody by default; the patient',
			`${years(facts.instruction.recordRetentionYears)} from the last entry`
		],
		...(facts.instruction.leads
			? [
					[
						'Enquiries',
						'Patients and prospects: contact, interest',
						'Consent',
						'The server’s operator as a processor, sealed',
						`${facts.instruction.leadRetentionDays} days`
					]
				]
			: []),
		[
			'Staff accounts',
			'Staff: name, address, role, sessions, accepted terms',
			'Contract; legitimate interest in security',
			'The server’s operator, itself a controller of accounts',
			'As long as the account; 30 days after closing'
		],
		[
			'Devices and licence',
			'Staff: device names, times of visits without a patient',
			'Contract',
			'The server’s operator',
			'As long as the account; 30 days after closing'
		]
	),
	heading('Measures'),
	claims(
		'encrypted',
		'nothing-readable',
		'locks-itself',
		'trail',
		'disclosed',
		'notes-kept',
		'backup-sealed',
		'clinics-apart',
		'second-factor'
	),
	heading('Transfers to other countries'),
	text(
		'None of photographs and records by the app, as they leave no device. For accounts and enquiries: where the server stands, see the paper on sub-processors.'
	)
];

const retention = (facts: Facts): readonly Block[] => [
	table(
		['Kind of data', 'Where', 'How long', 'Counted from'],
		[
			'Patient record with photographs and consents',
			'Devices of the clinic',
			years(facts.instruction.recordRetentionYears),
			'Its last entry'
		],
		[
			'Enquiries',
			facts.instruction.leads ? 'Server, sealed' : 'Switched off',
			`${facts.instruction.leadRetentionDays} days`,
			'The day on which it was sent'
		],
		[
			'Backups',
			'Where the clinic puts them',
			'Until the next two have been checked',
			'The day of the backup'
		],
		['Invitations', 'Server', '90 days', 'The day on which it was made'],
		['Accounts, devices, journal', 'Server', '30 days', 'The closing of the account'],
		['Messages to the operator', 'Server', '12 months', 'The day on which it was sent'],
		['Invoices', 'Server', 'As tax law asks', 'The invoice']
	),
	heading('Longer'),
	text(
		'A claim, a complaint or a law may ask for a longer time. Note the reason in the file before the time is over.'
	),
	heading('When the time is over'),
	claims(
		'kept-floor',
		'two-people',
		'erased',
		'erased-logged',
		'erased-stays',
		'enquiries-end',
		'account-end',
		'clinic-end'
	),
	text(
		'Older copies of the disk may still hold encrypted remains. Whoever has such a copy and a passphrase of that time could open them; see the paper on accepted risks.'
	),
	text(
		'Two people look through what is due, which the settings of the app list, and then make a new backup and destroy the old ones.'
	)
];

const subprocessors = (facts: Facts): readonly Block[] => [
	text(
		`Who has a part in data of ${facts.clinic} that are on the server. Names and places are those of the operator’s contracts and are given on request through the contact page.`
	),
	table(
		['Part', 'What it could see', 'Of patients'],
		[
			'Housing of the server',
			'The server’s data and its encrypted connections',
			'Sealed enquiries, which it cannot open'
		],
		['Carrying mail', 'Addresses of staff, codes and invitations', 'Nothing'],
		['Payment processor', 'Who pays, and the plan', 'Nothing']
	),
	heading('Who has no part'),
	list(
		'There is no provider of generated or altered images. Illustrations are computed on the device.',
		'There is no provider of analytics, advertising, fonts or maps.',
		'There is no cloud for photographs.'
	),
	claims('photographs-stay', 'no-file-field', 'parts-locked')
];

const incident = (facts: Facts): readonly Block[] => [
	text(
		'For whoever notices something first. The clock starts when the clinic becomes aware of a breach of personal data: 72 hours to tell the authority, unless a risk to people is unlikely.'
	),
	heading('At once'),
	boxes(
		'Note the time, and who noticed what. The 72 hours run from now.',
		`Tell ${facts.officer === '' ? facts.controller : facts.officer}, at ${facts.email}.`,
		'Leave devices as they are; do not switch off what may be evidence.',
		'Lock what is open. Change the passphrase of whoever may be known, and the password of their account.'
	),
	heading('A device is lost or was stolen'),
	boxes(
		'Was it locked? Note when it was last seen, and by whom.',
		'Revoke it in the console under Devices.',
		'If it could open enquiries, change their key in the console under Leads.',
		'Erase it by the means of its maker, if there are any.',
		'Restore the last backup on another device.'
	),
	claims('encrypted', 'locks-itself', 'locks-unseen', 'nothing-readable', 'revoked-reads-nothing'),
	heading('An account was taken over'),
	boxes(
		'Switch the account off in the console under Staff; that ends its sessions.',
		'Read the journal in the console under Audit from that day on.',
		'Tell the operator through the support page. No patient’s name belongs in that message.'
	),
	claims('sessions-end', 'journal', 'clinics-apart'),
	heading('Something was sent to the wrong person'),
	boxes(
		'Ask the person who received it to erase it and to confirm that in writing.',
		'Note in the patient’s file what was sent, when and to whom.'
	),
	heading('Within 24 hours'),
	boxes(
		'Whose data, how many people, which kinds? Could they be opened?',
		'What may follow for these people, and how likely is it?',
		'Decide with reasons whether the authority and the people are to be told. Write down the reasons either way.'
	),
	heading('Within 72 hours'),
	text(joined(`Tell the authority: ${facts.authority}.`, facts.authorityContact)),
	boxes(
		'What happened, kinds and numbers of people and records, likely consequences, measures, and who answers questions.',
		'What is not known yet follows; say so. If it is later than 72 hours, say why.'
	),
	heading('If the risk for people is high'),
	boxes(
		'Tell them without undue delay, in plain words: what happened, what may follow, what they can do, whom they can ask.'
	),
	heading('Afterwards'),
	boxes(
		'Write it into the register of incidents, also where nobody had to be told.',
		'What would have prevented it? Who does that, and by when?'
	)
];

const risks = (facts: Facts): readonly Block[] => [
	text(
		`What ${facts.controller} knows and accepts by using ${PRODUCT_NAME}. No software is without risk; these could not be removed, and are kept small as said.`
	),
	heading('1. The app is served by somebody'),
	text(
		'Whoever serves a web app could serve another one. That is so for every app in a browser. The version’s hash is shown on the device, and a clinic may serve the app itself.'
	),
	claims('update-accepted', 'untampered', 'parts-locked'),
	heading('2. Extensions of the browser'),
	text(
		'An extension may read what is on the screen, and no page can see or stop that. Use a device, or a profile of the browser, without extensions.'
	),
	heading('3. Roles inside a vault'),
	text(
		'Whoever can open a vault could, with technical means, read all of it. Roles in the app are rules and not cryptography. People who must not see each other’s patients need vaults of their own.'
	),
	claims('trail'),
	heading('4. Remains after erasing'),
	text(
		'Encrypted remains may lie on a disk after erasing. With an old copy of the disk and a passphrase of that time they could be opened.'
	),
	claims('erased', 'erased-stays'),
	heading('5. Counting of visits'),
	text(
		'Somebody with technical means could show more illustrations than were paid for, for as long as a lease runs. No patient’s data depend on it.'
	),
	claims('licence-ended'),
	heading('6. Photographs of the screen'),
	text(
		'The app cannot prevent a photograph or a capture of the screen. Staff are told, and it is forbidden.'
	),
	heading('7. Sensitive data in the browser’s storage (ASVS 5.0, 14.3.3)'),
	text(
		'The standard asks that browser storage hold no sensitive data but session tokens. An app that keeps records on the device departs from that by design. What makes up for it:'
	),
	claims('encrypted', 'short-passphrase', 'nothing-readable', 'locks-itself', 'locks-unseen'),
	text('And the device checklist, which the clinic goes through for each device.'),
	heading('Accepted'),
	text(`For ${facts.controller}, with name and date:`)
];

const dpia = (facts: Facts): readonly Block[] => [
	text(
		'A data protection impact assessment under article 35, filled in as far as the software goes. The clinic adds its own circumstances under each heading, and decides.'
	),
	heading('1. What is done, and what for'),
	text(
		`${facts.controller} photographs patients’ faces with their consent, illustrates on the device what a treatment could look like, and keeps both with the record for ${years(facts.instruction.recordRetentionYears)}. Health data and photographs of faces are special or sensitive; the app finds points on a face and identifies nobody by them.`
	),
	heading('2. Necessary and proportionate?'),
	list(
		'An illustration is possible without keeping it: the sample face, and visits without a name.',
		'Each question of the history can be declined.',
		'No data are sent where none are needed.'
	),
	claims('agreed-first', 'guardian', 'age-rule', 'no-dose'),
	heading('3. Risks for patients, and what is done about them'),
	table(
		['Risk', 'What is done', 'What remains'],
		[
			'A device is stolen',
			`${says('encrypted')} ${says('locks-itself')}`,
			'A weak passphrase; the minutes in which it is open'
		],
		['Somebody on the network listens', says('photographs-stay'), 'Nothing of photographs'],
		[
			'The server is broken into',
			`${says('no-file-field')} ${says('enquiries-sealed')}`,
			'Staff’s names and addresses'
		],
		['Staff look without reason', says('trail'), 'Technical means inside a vault'],
		['A picture is taken for a promise', says('labelled'), 'Words that are not remembered'],
		[
			'Data are lost',
			`${says('backup-read')} ${says('backup-sealed')}`,
			'Backups that nobody makes'
		],
		['Data are kept for too long', says('erased'), 'Encrypted remains']
	),
	heading('4. Who was asked'),
	text(
		'Patients or those who speak for them, staff, and whoever answers for data protection, with their views:'
	),
	heading('5. Decision'),
	text(
		`Is the risk that remains acceptable? If it is high, ${facts.authority} is to be consulted before the work begins. Name, date and reasons:`
	),
	heading('6. Look again'),
	text('In one year, and whenever the app, the staff or the treatments change much.')
];

const review = (facts: Facts): readonly Block[] => [
	text(`Once a year, for ${facts.clinic}. Reviewed by, and on:`),
	heading('People'),
	boxes(
		'Everybody in the console under Staff still works here; roles fit.',
		'Everybody was told this year about photographs, screens, passphrases and incidents.',
		'Whoever left was taken out of each device under Settings, People.'
	),
	heading('Devices'),
	boxes(
		'Each device in the console is known, and was seen in the last three months.',
		'The device checklist was gone through for each of them.',
		'A backup was restored on a spare device, and a photograph opened.'
	),
	claims('backup-read'),
	heading('Papers'),
	boxes(
		`The instruction still fits: records ${years(facts.instruction.recordRetentionYears)}, enquiries ${facts.instruction.leads ? `${facts.instruction.leadRetentionDays} days` : 'off'}.`,
		'The privacy notice is where patients see it, and names the right people.',
		`The authority is still ${facts.authority}.`,
		'Record of processing, impact assessment and accepted risks were read again.'
	),
	heading('Data'),
	boxes(
		'What was due was looked through by two people, and erased or held with a reason.',
		'The register of incidents was read, and what it asked for was done.',
		'Requests of patients were answered within one month.'
	)
];

const devices = (facts: Facts): readonly Block[] => [
	text(`For each device of ${facts.clinic}. Device, person and date:`),
	heading('Before the first patient'),
	boxes(
		'The system and the browser are up to date and update by themselves.',
		'The disk is encrypted, and the device has a screen lock of its own.',
		'The browser has no extensions, or the app has a profile of its own.',
		'Where the system is one that needs it, protection against malware is up to date.',
		'The app is installed, and says that it is complete and that its storage is kept.',
		'Photographs taken outside of the app do not go to a cloud; after opening one, the original is deleted.',
		'The passphrase has six words or more and is written down nowhere near the device.',
		'The recovery kit was typed back, and lies in a locked place.',
		'The code of the device was compared before it was approved.'
	),
	claims('encrypted', 'short-passphrase', 'locks-itself', 'locks-unseen', 'works-offline'),
	heading('Each week'),
	boxes('A backup was made and found whole.', 'An update that waits was accepted.'),
	claims('backup-read', 'update-accepted'),
	heading('When it leaves the clinic'),
	boxes(
		'The last backup was restored elsewhere.',
		'The device was revoked in the console, and erased by the means of its maker.'
	)
];

export const TEXTS: Readonly<Record<DocumentId, Text>> = {
	notice: { title: 'Privacy notice for patients', blocks: notice },
	terms: { title: 'Processing terms', blocks: terms },
	record: { title: 'Record of processing', blocks: record },
	retention: { title: 'Retention schedule', blocks: retention },
	subprocessors: { title: 'Sub-processors', blocks: subprocessors },
	incident: { title: 'Runbook for an incident', blocks: incident },
	risks: { title: 'Accepted risks', blocks: risks },
	dpia: { title: 'Data protection impact assessment', blocks: dpia },
	review: { title: 'Yearly review', blocks: review },
	devices: { title: 'Device checklist', blocks: devices }
};
