import { PRODUCT_NAME } from '../../product.ts';
import { inLanguage, speaker } from './speak.ts';

/** What anybody may read before they use the app. No page of the room loads most of it. */
export const PUBLIC_WORDS = {
	'page.about': `${PRODUCT_NAME} – see it first, together`,
	'page.how': `How it works – ${PRODUCT_NAME}`,
	'page.clinics': `For clinics – ${PRODUCT_NAME}`,
	'page.demo': `Ask for a demonstration – ${PRODUCT_NAME}`,
	'page.contact': `Contact – ${PRODUCT_NAME}`,
	'page.support': `Support – ${PRODUCT_NAME}`,
	'page.privacy': `Privacy – ${PRODUCT_NAME}`,
	'page.terms': `Terms – ${PRODUCT_NAME}`,
	'page.cookies': `Cookie settings – ${PRODUCT_NAME}`,

	'nav.label': 'Pages',
	'nav.footer': 'About this site',
	'nav.skip': 'To the content',
	'nav.about': `About ${PRODUCT_NAME}`,
	'nav.how': 'How it works',
	'nav.clinics': 'For clinics',
	'nav.demo': 'Demonstration',
	'nav.contact': 'Contact',
	'nav.support': 'Support',
	'nav.privacy': 'Privacy',
	'nav.terms': 'Terms',
	'nav.cookies': 'Cookie settings',
	'nav.app': 'Open the app',
	language: 'Language',
	'footer.about':
		'No third party has a part in these pages, and nothing is stored before you allow it.',
	'look.label': 'Appearance',
	'look.auto': 'System',
	'look.light': 'Light',
	'look.dark': 'Dark',

	'about.title': 'See it first, together.',
	'about.lead':
		'Show what a treatment could look like on the patient’s own photograph, while you talk. The picture follows your finger, and it never leaves the device.',
	'about.try': 'Try it with the sample face',
	'about.try.hint': 'No account, nothing to install.',
	'about.demo': 'Ask for a demonstration',
	'about.picture':
		'The studio: a portrait, its label “Illustration”, a list of treatments and one dial in millimetres.',
	'about.credit':
		'Sample face: Rear Admiral Grace Hopper, official portrait, United States Navy, public domain; shown as an illustration.',
	'about.points': 'What it is for',
	'about.point.talk': 'For the conversation',
	'about.point.talk.what':
		'Touch an area, move one dial, hold to see the photograph as it was. Two or three variants lie side by side, one of them always without treatment.',
	'about.point.numbers': 'In millimetres',
	'about.point.numbers.what':
		'Every slider has a unit and a limit. What you set can be read, kept with the visit and opened again just as it was.',
	'about.point.record': 'With the record',
	'about.point.record.what':
		'Consent, history, standard views, plan, signature and a paper to take home, in one visit. All of it works without a network.',
	'about.limits': 'What it does not do',
	'about.limits.about': 'We would rather say it here than have you find out in the room.',
	'about.limit.promise':
		'It shows an illustration, not a promise. How somebody heals, no picture knows; each one says so in its label.',
	'about.limit.scale':
		'Millimetres come from the size of the iris. They are good to about a tenth, and they are withheld where the photograph does not allow them.',
	'about.limit.profile':
		'A profile can be taken, kept and drawn on. Treatments are illustrated up to about 55° from the front.',
	'about.limit.advice':
		'It gives no diagnosis, suggests no dose and rates no face. You decide, and you type units and lots yourself.',
	'about.limit.minors':
		'Treatments that inject are not illustrated on anybody under 18 where the clinic’s age rule is on, as it is at first.',
	'about.proof': 'Photographs stay on the device',
	'about.proof.what':
		'There is nowhere to send one to: our server has no field for a file and takes nothing longer than 256 kilobytes. Everything that touches a photograph happens in your browser.',
	'about.proof.check':
		'You can check it yourself: load the app once, switch the network off, and work as ever. How we check it with every change is written under “How it works”.',
	'about.proof.more': 'How it works',

	'how.title': 'How it works',
	'how.lead': 'From the photograph to the paper that the patient takes home, on one tablet.',
	'how.steps': 'A consultation',
	'how.step.1': 'They agree',
	'how.step.1.what':
		'Nobody’s photograph opens before it is recorded that they agreed to it. Their age is asked with it.',
	'how.step.2': 'You take the views',
	'how.step.2.what':
		'The camera says when pose, light and distance are right. A photograph from a file is looked at in the same way.',
	'how.step.3': 'You show it',
	'how.step.3.what':
		'478 points are found on the face, on the device. Each treatment moves or evens what it would, within limits; background, ears and spectacles stay.',
	'how.step.4': 'You plan and sign',
	'how.step.4.what':
		'Points, areas, products and lots are drawn on the same face. What is signed is bound to what was shown.',
	'how.step.5': 'They take it home',
	'how.step.5.what':
		'The report is a file that screen readers can read. You hand it over; we never have it.',
	'how.data': 'Where things are',
	'how.data.device': 'On your device',
	'how.data.device.what':
		'Photographs, illustrations, records, consents, signatures and their log. Encrypted, with keys that follow from your passphrase; we have neither.',
	'how.data.server': 'On our server',
	'how.data.server.what':
		'Your clinic’s account: staff, devices, licence, the number of visits, invoices. Where a clinic wants it, enquiries that only its own devices can open.',
	'how.data.nobody': 'Nowhere',
	'how.data.nobody.what':
		'A photograph in a cloud, a face compared with others, a picture made by somebody else’s service, an advertisement’s identifier.',
	'how.proof': 'How we prove it',
	'how.proof.about':
		'A promise is worth little. With every change the finished app goes through these, and the page they print is yours to keep.',
	'how.proof.offline': 'A whole consultation where no network exists at all, three times over.',
	'how.proof.log':
		'A log of every byte that the browser gives to the network. Each request must be on a short list in the code.',
	'how.proof.noise':
		'Words and pixels that stand nowhere else, searched for in all that was sent, in every usual writing.',
	'how.proof.leaks':
		'The app is made to leak on purpose, in some forty ways. Each of them must be found, or the proof is blind.',
	'how.trust': 'What you still have to trust',
	'how.trust.what':
		'Like any web app it is served by somebody, and whoever serves it could serve another one. Each version’s hash is shown on the device, it is replaced only when you accept the next, and a clinic may serve the app itself.',

	'clinics.title': 'For clinics',
	'clinics.lead':
		'One licence for the clinic, as many illustrations as you like, and papers that say what really happens.',
	'clinics.start': 'How to begin',
	'clinics.start.1': 'Apply with your professional registration; it is checked by a person.',
	'clinics.start.2': 'Invite your staff, and approve each device by comparing a code.',
	'clinics.start.3': 'Set how long records and enquiries are kept. That is your instruction to us.',
	'clinics.start.4': 'Print the privacy notice and the other papers from your own settings.',
	'clinics.papers': 'Papers that are true of the app',
	'clinics.papers.about':
		'The console writes them from your settings, in plain words, as files that can be printed and signed.',
	'clinics.paper.notice': 'Privacy notice for patients',
	'clinics.paper.terms': 'Processing terms, for enquiries only',
	'clinics.paper.record': 'Record of processing, retention schedule, sub-processors',
	'clinics.paper.dpia': 'Template of a data protection impact assessment',
	'clinics.paper.incident': 'Runbook for an incident, with the 72-hour clock',
	'clinics.paper.check': 'Checklists for each device and for each year',
	'clinics.roles': 'Who is responsible for what',
	'clinics.roles.clinic':
		'Your clinic is the controller of its patients’ records. They are on its devices; so are their backups.',
	'clinics.roles.us':
		'We are the controller of your staff’s accounts, and a processor only of enquiries that you choose to send sealed. Of photographs we are neither: we never have one.',
	'clinics.end': 'If you leave',
	'clinics.end.what':
		'Everything on your devices stays readable and can be exported; a licence that ended stops new visits and nothing else. What the server holds can be downloaded, and is erased 30 days after you close the account.',
	'clinics.apply': 'Apply for your clinic',

	'cookies.title': 'Cookie settings',
	'cookies.lead':
		'These pages store nothing on your device and load nothing from others. Nothing changes that unless you allow it here.',
	'cookies.choose': 'What you allow',
	'cookies.necessary': 'Necessary',
	'cookies.necessary.what':
		'The app keeps what you ask it to keep: your records, your settings, itself for use without a network, and your sign-in for as long as its tab is open. These pages need none of it.',
	'cookies.necessary.state': 'Only in the app',
	'cookies.functional': 'Remember the appearance',
	'cookies.functional.what':
		'Light or dark on these pages, kept on this device until you withdraw.',
	'cookies.analytics': 'Count the page',
	'cookies.analytics.what':
		'Adds one to a number on our own server: this page, this day. Nothing of you is in it, and nothing is stored on your device for it.',
	'cookies.marketing': 'Marketing',
	'cookies.marketing.what': 'There is none, from us or from anybody.',
	'cookies.marketing.state': 'Not used',
	'cookies.refuse': 'Refuse all',
	'cookies.save': 'Allow ticked',
	'cookies.allow': 'Allow all',
	'cookies.refused': 'Refused. Nothing is stored for these pages.',
	'cookies.allowed': 'Kept. You can withdraw it here at any time.',
	'cookies.since': ({ date }: { date: string }) => `You allowed this on ${date}.`,
	'cookies.how': 'How this is kept',
	'cookies.how.what':
		'What you allow is noted on this device with its date and the version of this text. Refusing erases the note and all that was stored under it, so there is nothing to ask you again by. A language that you choose stands in the page’s address and nowhere else.',
	'cookies.categories': 'In other words',
	'cookies.categories.what':
		'In the four categories that are usual in the United Kingdom: category 1, necessary; category 2, analytics; category 3, functional or appearance; category 4, marketing. We ask before categories 2 and 3 everywhere, and have no category 4.',

	'policy.about': ({ version, date }: { version: number; date: string }) =>
		`Version ${version}, last updated on ${date}.`,
	'policy.contents': 'Sections',
	'policy.reading':
		'This is a translation for reading. The English text is the one that is agreed to.',
	'policy.original': 'Read the English text',
	'policy.back': 'Read the translation',
	'policy.english': 'The text itself is in English.'
} as const;

export const u = speaker(inLanguage('publicPages', PUBLIC_WORDS));
