/** The policies of whoever runs the server, as they are read, printed and agreed to. */
import { PRODUCT_NAME } from '../../product.ts';
import { isMaterial, POLICY_VERSIONS } from './policy-versions.en.ts';

export type Policy = {
	readonly kind: 'privacy' | 'terms';
	/** Raised with every change. */
	readonly version: number;
	/** YYYY-MM-DD: last updated. */
	readonly date: string;
	/** Whether this version changes what somebody agreed to: staff are asked again. */
	readonly isMaterial: boolean;
	readonly title: string;
	readonly lead: string;
	readonly sections: readonly {
		readonly id: string;
		readonly title: string;
		readonly text: readonly string[];
	}[];
};

/** What it is written as: `{see ID}` stands for the number of that section. */
type Draft = Policy;

/** Errors: Error where a reference names no section, so that none is ever wrong. */
export function numbered(
	draft: Draft,
	section = (number: number): string => `section ${number}`
): Policy {
	const numberOf = (id: string): string => {
		const at = draft.sections.findIndex((one) => one.id === id);
		if (at < 0) throw new Error(`${draft.kind} has no section ${id}`);
		return section(at + 1);
	};
	return {
		...draft,
		sections: draft.sections.map((one) => ({
			...one,
			text: one.text.map((text) =>
				text.replace(/\{see ([a-z-]+)\}/g, (_, id: string) => numberOf(id))
			)
		}))
	};
}

export const PRIVACY_DRAFT: Draft = {
	kind: 'privacy',
	version: POLICY_VERSIONS.privacy.version,
	date: POLICY_VERSIONS.privacy.date,
	isMaterial: isMaterial(POLICY_VERSIONS.privacy),
	title: 'Privacy',
	lead: `What whoever runs this ${PRODUCT_NAME} server knows of you, why, for how long, and what you can ask for.`,
	sections: [
		{
			id: 'who',
			title: 'Who we are, and for whom',
			text: [
				`${PRODUCT_NAME} is software that licensed aesthetic clinics use during consultations. “We” are whoever runs the server at this address; write to us on the contact page.`,
				'We are the controller of the data of clinics’ staff and of visitors to these pages. Of enquiries that a clinic sends sealed ({see clinics}) we are a processor, on that clinic’s instructions.',
				'Of patients’ photographs and records we are neither: they stay on the clinic’s devices and never reach us ({see photographs}).'
			]
		},
		{
			id: 'photographs',
			title: 'Photographs and patients’ records',
			text: [
				'Photographs, illustrations, health questions, notes, consents and signatures are kept on the clinic’s devices, encrypted. There is no field for a file on our server, and no key of ours opens them.',
				'No photograph is used to train anything, by us or by anybody else, and no provider of generated images has a part in the app.',
				'If you are a patient, your clinic is the controller. Please ask the clinic: it can show, correct, hand over or erase what it has.'
			]
		},
		{
			id: 'staff',
			title: 'Staff of clinics',
			text: [
				'For an account: your name, e-mail address, password as a hash, clinic and role; whether you want product news; which version of these texts you accepted and when. For the clinic: its name, country, professional registration and who applied.',
				'For the licence: devices by the name that you gave them and a public key, leases, and one receipt for each visit that holds a number and a time and nothing of a patient. For the bill: plan, invoices and their state. Payment is made on the payment processor’s own page.',
				'From where you signed in is kept as a fingerprint of network address and browser, five at most, so that a mail can tell you of a sign-in from a new place.',
				'The basis is the contract with your clinic; for the security of accounts, our legitimate interest.'
			]
		},
		{
			id: 'clinics',
			title: 'Enquiries that a clinic sends',
			text: [
				'A clinic may choose to let enquiries of its own patients wait for its staff on our server. They are sealed on the clinic’s device for the clinic’s own devices. We hold them and cannot read them, and erase them after the time that the clinic sets.'
			]
		},
		{
			id: 'visitors',
			title: 'Visitors, and messages to us',
			text: [
				'The server’s log of failures and sign-ins may hold an IP address and is kept for 14 days at most. It is personal data, and it is used to keep the service secure.',
				'A message on the contact, demonstration or support page holds what you type: a name, an address and a text. Feedback of staff holds its text, and an address only if you give one. Each is kept for 12 months, to answer you, and then erased.'
			]
		},
		{
			id: 'cookies',
			title: 'Cookies and storage on your device',
			text: [
				'These pages store nothing on your device and load nothing from others. What you may allow is a memory for the appearance and a count of pages that says nothing of you; both are off until you allow them under “Cookie settings”, at the foot of each page, and both can be withdrawn there.',
				'The app itself keeps what it needs to work without a network, and what you tell it to keep. No permission is asked for that, as without it there would be no app.'
			]
		},
		{
			id: 'sharing',
			title: 'Who else receives data',
			text: [
				'The company that houses our server, the one that carries our mail, and the payment processor, each for that purpose only. We sell nothing and share nothing for advertising.',
				'Where a law or a court obliges us we disclose what we have; what we do not have ({see photographs}) we cannot disclose. What an operator looks at or changes of a clinic is written into that clinic’s journal.',
				'If the business passes to somebody else, the accounts pass with it, under this text; you are told before.'
			]
		},
		{
			id: 'where',
			title: 'Where data is',
			text: [
				'The server stands in the region for which it is offered. Should anything leave that region’s law, it is under the safeguards that the law asks for, such as Standard Contractual Clauses. Photographs cross no border on their way to us, because they are on no such way.'
			]
		},
		{
			id: 'times',
			title: 'How long',
			text: [
				'Accounts: as long as they exist. When a clinic closes its account, everything is erased 30 days later but the clinic’s name and the invoices that the law wants kept. Messages: 12 months. Invitations: 90 days. Log: 14 days. Fingerprints of sign-ins: 90 days, but for the last one, which stays as long as the account. What operators looked at: 730 days, and in a clinic’s journal as long as the clinic is there. Enquiries: what the clinic sets, 180 days at first. Counts of pages, which name nobody: 400 days.'
			]
		},
		{
			id: 'security',
			title: 'Security',
			text: [
				'Everything goes over an encrypted connection. Each clinic’s data is asked for by its own accounts only. Owners, admins and operators sign in with a code by mail as well as the password. Sign-ins that fail are counted and slowed down.',
				'No service is beyond failure. If something happens to your data we tell you and the authority in the time that the law sets.'
			]
		},
		{
			id: 'rights',
			title: 'Your rights',
			text: [
				'You may ask for a copy of your data, for its correction, erasure or restriction, and you may object to its use or ask for it in a form that another service can read. Staff download their own data and end their account in the console, under Account; everybody else writes to us on the contact page. We may ask you to show who you are, and answer within one month.',
				'If you live in California, its Civil Code (§ 1798.83) lets you ask once a year which personal data we gave to others for their own marketing: we give none to anybody, and say so to whoever asks on the contact page.',
				'You may complain to your data protection authority at any time; in the United Kingdom that is the Information Commissioner’s Office (ICO). We would be glad to hear of it first.'
			]
		},
		{
			id: 'minors',
			title: 'Minors',
			text: [
				'Accounts are for professionals. Whether a minor may be photographed is the clinic’s decision and responsibility; the app asks for the age, and for a guardian’s consent where one is needed.'
			]
		},
		{
			id: 'changes',
			title: 'Changes to this text',
			text: [
				'The version and its date stand at the top. Where a change matters to what you agreed to, staff see it in the console and are asked to accept it. Earlier versions remain in the source of the app.'
			]
		}
	]
};

export const TERMS_DRAFT: Draft = {
	kind: 'terms',
	version: POLICY_VERSIONS.terms.version,
	date: POLICY_VERSIONS.terms.date,
	isMaterial: isMaterial(POLICY_VERSIONS.terms),
	title: 'Terms',
	lead: `The rules by which a clinic uses ${PRODUCT_NAME}.`,
	sections: [
		{
			id: 'use',
			title: 'Who may use it',
			text: [
				'Professionals who are registered for the treatments that they illustrate, and their staff. The sample face may be tried by anybody.',
				'The clinic answers for the consent of the people whom it photographs, and for the law on minors where it works.'
			]
		},
		{
			id: 'illustration',
			title: 'An illustration',
			text: [
				'What is shown is an illustration for a conversation. It is no diagnosis, no plan of surgery, no dose and no promise, and may not be advertised as what a treatment achieved.'
			]
		},
		{
			id: 'content',
			title: 'What you make is yours',
			text: [
				'We gain no right in any photograph, record or illustration of a clinic. We do not receive them; how that is so is written in the privacy text.'
			]
		},
		{
			id: 'accounts',
			title: 'Accounts and devices',
			text: [
				'Each person has an account of their own. Keep password, passphrase and recovery kit to yourselves: we cannot open a vault, and cannot bring back what its owner lost.',
				'Make backups. The app reminds you; it cannot make them somewhere by itself.'
			]
		},
		{
			id: 'licence',
			title: 'Licence and end',
			text: [
				'The plan says how many people, devices and visits a clinic has. When it ends no new visit begins; everything that was kept stays readable and can be exported.',
				'An owner may close the account at any time in the console. For 30 days that can be taken back; after that the server’s data are erased.'
			]
		},
		{
			id: 'fair',
			title: 'What is not allowed',
			text: [
				'To open photographs of people who did not agree, to remove the label of an illustration, to pass a licence on, or to attack the service. Abuse can be told to us on the contact page.'
			]
		},
		{
			id: 'changes',
			title: 'Changes',
			text: [
				'The version and its date stand at the top. A change that matters to {see licence} or {see content} is announced in the console and has to be accepted there.'
			]
		}
	]
};

export const POLICIES = {
	privacy: numbered(PRIVACY_DRAFT),
	terms: numbered(TERMS_DRAFT)
} as const;
