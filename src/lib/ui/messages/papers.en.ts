import { inLanguage, speaker } from './speak.ts';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

/** What patients are told before a treatment and sign, and what goes on paper. */
export const PAPER_WORDS = {
	'page.papers': 'Texts and letterhead',

	'sign.about':
		'The patient reads the text alone, then signs or takes time to think. Both are fine.',
	'sign.texts': 'Hand over a text',
	'sign.none':
		'The clinic has no texts yet. Read and keep one of the starting points first; it takes some minutes once.',
	'sign.write': 'The clinic’s texts',
	'sign.hand': ({ title }: { title: string }) => `Hand over: ${title}`,
	'sign.hand.short': 'Hand over',
	'sign.days': ({ count }: { count: number }) =>
		count === 0 ? 'Can be signed on the same day' : `${days(count)} to think`,
	'sign.handed': 'Handed over',
	'sign.handed.on': ({ day }: { day: string }) => `Handed over on ${day}.`,
	'sign.opens': ({ day }: { day: string }) => `Can be signed from ${day} on.`,
	'sign.rule': ({ count }: { count: number }) =>
		`The day of handing over is not counted; after ${days(count)} of the calendar it can be signed, at any hour.`,
	'sign.open': 'Can be signed.',
	'sign.thinking': ({ day }: { day: string }) => `The patient asked for time to think on ${day}.`,
	'sign.read': 'Read and sign',
	'sign.read.only': 'Read again',
	'sign.signed': ({ moment, who }: { moment: string; who: string }) =>
		`Signed on ${moment} by ${who}`,
	'sign.by.patient': 'the patient',
	'sign.by.guardian': 'the parent or guardian',
	'sign.unchanged': 'Unchanged since.',
	'sign.checking': 'Comparing…',
	'sign.changed': ({ parts }: { parts: string }) => `Changed since: ${parts}.`,
	'sign.part.text': 'the text',
	'sign.part.plan': 'the plan',
	'sign.part.terms': 'the times and roles',
	'sign.part.mark': 'the signature itself',
	'sign.part.seal': 'the seal',
	'sign.part.picture': ({ n }: { n: number }) => `picture ${n}`,
	'sign.code': ({ code }: { code: string }) => `Code of this signature: ${code}`,
	'sign.withdraw': 'Withdraw',
	'sign.withdraw.title': 'Withdraw the signature',
	'sign.withdraw.about':
		'It stays in the file, and does not hold any more. To sign again, the text is handed over anew.',
	'sign.withdraw.reason': 'What was said (can be left out)',
	'sign.withdraw.go': 'Withdraw it',
	'sign.withdrawn': ({ day }: { day: string }) => `Withdrawn on ${day}.`,

	'read.label': 'Text for the patient',
	'read.hello': 'Please read this in your own time.',
	'read.pictures': 'Your pictures',
	'read.pictures.drawing': 'The pictures are being drawn…',
	'read.photograph': ({ view }: { view: string }) => `${view}, photograph`,
	'read.illustration': ({ view }: { view: string }) => `${view}, illustration`,
	'read.plan': 'What is planned',
	'read.risks': 'What can happen',
	'read.risks.about': 'Touch each one that you have read and understood.',
	'read.answer': 'Your answer',
	'read.early': ({ day }: { day: string }) =>
		`You can sign from ${day} on. Until then there is nothing that you have to do.`,
	'read.think': 'I’d like time to think',
	'read.sign': 'I’d like to sign',
	'read.unread': 'Please touch each of the points above first.',
	'read.mark': 'Your signature',
	'read.mark.area': 'Area to sign in, with a finger, a pen or the mouse',
	'read.mark.draw': 'Draw it',
	'read.mark.type': 'Type my name',
	'read.mark.name': 'Your full name, in the place of a signature',
	'read.mark.clear': 'Start again',
	'read.mark.about': 'Only the line is kept, not how fast or how hard it was drawn.',
	'read.mark.go': 'Sign',
	'read.mark.back': 'Not yet',
	'read.done.sign': 'Thank you. Your signature is kept.',
	'read.done.think': 'Thank you. Take all the time you need.',
	'read.done.back': 'Please give the tablet back.',

	'report.follow-up': 'See the patient again on',
	'report.which': 'Which paper',
	'report.patient': 'For the patient',
	'report.clinic': 'For the clinic',
	'report.letter': 'Referral letter',
	'report.quote': 'Quote',
	'report.quote.none': 'There is no quote in the plan yet.',
	'report.save': 'Save PDF',
	'report.share': 'Share…',
	'report.print': 'Print',
	'report.saved': 'Saved. The file’s name says nothing of the patient.',
	'report.busy': 'Making the paper…',
	'report.pictures.drawing': 'The pictures are being drawn…',
	'report.pictures.failed': 'The pictures could not be drawn; the paper goes without them.',
	'report.preview': 'What stands on it',
	'report.letter.to': 'To whom',
	'report.letter.reason': 'Why, and what is asked for',
	'report.letter.about': 'Making it is kept in the patient’s file, and said on their report.',
	'report.letter.missing': 'To whom does it go?',
	'report.head': 'Clinic’s name, logo and colour',

	'paper.visit': 'Report of your visit',
	'paper.clinic': 'Report of a visit, for the clinic',
	'paper.letter': 'Referral',
	'paper.quote': 'Quote',
	'paper.of': ({ day }: { day: string }) => `Visit of ${day}`,
	'paper.for': ({ name }: { name: string }) => `For ${name}`,
	'paper.patient': ({ name }: { name: string }) => `Patient: ${name}`,
	'paper.anonymous': 'not named',
	'paper.born.day': ({ day }: { day: string }) => `Born on ${day}`,
	'paper.born.year': ({ year }: { year: number }) => `Born in ${year}`,
	'paper.number': ({ number }: { number: string }) => `Number ${number}`,
	'paper.to': ({ to }: { to: string }) => `To: ${to}`,
	'paper.concerns': 'What brought you, in your own words',
	'paper.concerns.clinic': 'What brought the patient, in their own words',
	'paper.pictures': 'Pictures',
	'paper.pictures.about':
		'Illustrations are drawn by a computer from a photograph, to talk about it. They are no promise of an outcome.',
	'paper.photograph': ({ view, day }: { view: string; day: string }) =>
		`Photograph, ${view}, ${day}`,
	'paper.illustration': ({ view }: { view: string }) =>
		`Illustration, ${view}: not a promise of outcome`,
	'paper.plan': 'What is planned',
	'paper.plan.illustrated': ({ list }: { list: string }) => `Illustrated: ${list}.`,
	'paper.plan.treatment': 'Treatment',
	'paper.plan.product': 'Product',
	'paper.plan.amount': 'Amount',
	'paper.plan.site': 'Where',
	'paper.plan.lot': 'Lot',
	'paper.plan.expiry': 'Expiry',
	'paper.plan.note': 'Note to the plan',
	'paper.aftercare': 'Afterwards',
	'paper.follow-up': 'Next visit',
	'paper.follow-up.on': ({ day }: { day: string }) => `On ${day}.`,
	'paper.consents': 'What you read and signed',
	'paper.consents.clinic': 'Consent to treatment',
	'paper.consent.title': ({ title, version }: { title: string; version: number }) =>
		`${title} (version ${version})`,
	'paper.consent.typed': ({ name }: { name: string }) => `Signed by typing a name: ${name}`,
	'paper.consent.drawing': 'Signature, drawn by hand',
	'paper.referrals': 'Told to others',
	'paper.referral': ({ day, to }: { day: string; to: string }) =>
		`On ${day} a referral letter was written to: ${to}`,
	'paper.notes': 'Notes',
	'paper.note': ({ moment, who, text }: { moment: string; who: string; text: string }) =>
		`${moment}, ${who}: ${text}`,
	'paper.trail': 'Audit trail',
	'paper.trail.about': ({ count, hash }: { count: number; hash: string }) =>
		`${count} entries in the patient’s file, each with the hash of the one before. The last one’s hash: ${hash}`,
	'paper.quote.what': 'What',
	'paper.quote.price': 'Price',
	'paper.quote.total': 'In all',
	'paper.quote.total.open': 'In all, without what is to be agreed',
	'paper.quote.open': 'to be agreed',
	'paper.quote.about': 'A quote, not an invoice. It binds nobody to be treated.',
	'paper.regards': 'With kind regards,',
	'paper.foot.patient':
		'Made on the clinic’s own device. Illustrations are no promise of an outcome.',
	'paper.foot.clinic': 'Confidential: for the clinic only.',
	'paper.logo': ({ name }: { name: string }) => `Logo of ${name}`,

	'papers.title': 'Texts and letterhead',
	'papers.about': 'What patients read and sign, and what stands on the clinic’s papers.',
	'papers.open': 'Open texts and letterhead',
	'papers.head': 'Letterhead',
	'papers.head.about': 'Above each paper that is made on this device.',
	'papers.head.name': 'Name of the clinic',
	'papers.head.address': 'Address',
	'papers.head.accent': 'Colour',
	'papers.head.accent.none': 'Black',
	'papers.head.accent.pale': ({ ratio }: { ratio: string }) =>
		`Too pale to be read on white (${ratio} to 1; 4.5 are needed).`,
	'papers.head.logo': 'Choose a logo',
	'papers.head.logo.remove': 'Remove the logo',
	'papers.head.logo.bad': 'This picture does not open. A PNG or JPEG file will do.',
	'papers.head.save': 'Keep the letterhead',
	'papers.head.saved': 'Kept.',
	'papers.texts': 'Consent texts',
	'papers.texts.about':
		'A changed text is a new version. What was handed over or signed keeps the version that it had.',
	'papers.text.version': ({ version, day }: { version: number; day: string }) =>
		`Version ${version}, ${day}`,
	'papers.text.edit': ({ title }: { title: string }) => `Change: ${title}`,
	'papers.text.edit.short': 'Change',
	'papers.text.new': 'Write a new text',
	'papers.starts': 'Starting points',
	'papers.starts.about':
		'Not reviewed by your clinic. Read each with care, change what does not fit your practice and your country’s rules, then keep it. Until then it cannot be handed over.',
	'papers.start.mark': 'Starting point, not reviewed',
	'papers.start.review': ({ title }: { title: string }) => `Review: ${title}`,
	'papers.start.review.short': 'Review',
	'papers.edit': 'Text for patients',
	'papers.edit.title': 'Title',
	'papers.edit.about': 'What is done, and what else could be done',
	'papers.edit.risks': 'What can happen: one risk in each line',
	'papers.edit.aftercare': 'Afterwards: one point in each line, for the report',
	'papers.edit.days': 'Days to think between reading and signing',
	'papers.edit.days.about': 'For operations two weeks are usual. 0: can be signed on the same day.',
	'papers.edit.missing': 'A title is needed.',
	'papers.edit.reviewed': 'The clinic has read this text and answers for it.',
	'papers.edit.keep': 'Keep this version',
	'papers.edit.closing': 'Under each text stands, and cannot be changed:'
};

/**
 * What stands under every text that is signed, in the app's own words: whoever signs has read that the
 * pictures are illustrations. It is part of what is signed.
 */
export const ENGLISH_CLOSING =
	'The pictures are illustrations. They were drawn by a computer from a photograph, to talk about the treatment. They are no promise of an outcome; the outcome can differ. I could ask questions, and I can change my mind at any time before the treatment.';

export const CLOSING_WORDS = inLanguage('closing', ENGLISH_CLOSING);

/** The text of a key; a missing key or value is a type error. */
export const p = speaker(inLanguage('papers', PAPER_WORDS));
