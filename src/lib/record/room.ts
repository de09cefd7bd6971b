/** The room's work, inside the worker: the vault, and the records while it is open. */
import { AppError } from '../errors.ts';
import {
	lockOf,
	newId,
	newOwnerKey,
	requireRecipient,
	type OpenedVault,
	type Vault
} from '../vault/index.ts';
import type { Opened, RecordRoom } from './protocol.ts';
import { Records } from './records.ts';
import { spaceNow } from './space.ts';

const RECENT = 12;

/** `now`: milliseconds since 1970. */
export function roomOver(
	vault: Vault,
	now: () => number
): { readonly room: RecordRoom; readonly forget: () => void } {
	let open: Records | null = null;
	const records = (): Records => {
		if (open === null) throw new AppError('vault.locked');
		return open;
	};
	const opened = async (found: OpenedVault): Promise<Opened> => {
		open = await Records.open(vault, found, now, spaceNow);
		return { person: found.person, people: open.people };
	};
	/** In the background; what stops it, a full disk for one, does not stop the next unlocking's. */
	const upgrade = (): void =>
		void records()
			.upgrade()
			.catch(() => undefined);
	const room: RecordRoom = {
		status: () => vault.status(),
		create: async (secret, name) => {
			const made = await vault.create(secret);
			const first = await opened(made);
			await records().namePerson(made.person, name);
			return { ...first, people: records().people };
		},
		unlock: async (secret, takeOver) => {
			const first = await opened(await vault.unlock(secret, takeOver));
			upgrade();
			return first;
		},
		enrol: async (proof, person, name, secret) => {
			const who = person ?? newId();
			await vault.enrol(proof, who, secret);
			const known = records().people.find((one) => one.person === who);
			if (known?.name !== name) await records().namePerson(who, name);
			return records().people;
		},
		removeSlot: (slot) => vault.removeSlot(slot),
		removePerson: (proof, person) => vault.removePerson(proof, person),
		prepareKit: (proof) => vault.prepareKit(proof),
		confirmKit: async (typed) => {
			const { copies } = await vault.confirmKit(typed);
			await records().withLeads((leads) => leads.keepKitKey(copies));
		},
		today: (dueBy, until) => {
			const { directory } = records();
			const due = directory.due(until);
			const followUps = due.filter(({ followUp }) => followUp <= dueBy);
			const isDue = new Set(followUps.map(({ folder }) => folder));
			return Promise.resolve({
				followUps,
				ahead: due.filter(({ followUp }) => followUp > dueBy),
				anonymous: directory.anonymous.filter(({ folder }) => !isDue.has(folder)),
				recent: directory.recent(RECENT, isDue)
			});
		},
		find: (query, from, count) => {
			const rows = records().directory.find(query);
			return Promise.resolve({ rows: rows.slice(from, from + count), total: rows.length });
		},
		folder: (folder) => records().trails.open(folder),
		addPatient: (card) => records().addPatient(card),
		setCard: (folder, card) => records().setCard(folder, card),
		attach: (folder, patient) => records().attach(folder, patient),
		beginVisit: (folder, consent) => records().beginVisit(folder, consent),
		giveConsent: (visit, consent) => records().giveConsent(visit, consent),
		setConcerns: (visit, list) => records().visits.setConcerns(visit, list),
		answer: (visit, answers) => records().histories.answer(visit, answers),
		talk: (visit, talk) => records().histories.talk(visit, talk),
		advise: (visit, advice) => records().histories.advise(visit, advice),
		state: (folder, note, text) => records().histories.state(folder, note, text),
		tellOutcome: (folder, outcome) => records().outcomes.tell(folder, outcome),
		limitsOf: (visit) => records().visits.limitsOf(visit),
		ageRule: () => records().visits.ageRule(),
		setAgeRule: (rule) => records().visits.setAgeRule(rule),
		setRegion: (region) => records().visits.setRegion(region),
		givesAdvice: () => records().visits.givesAdvice(),
		setGivesAdvice: (isOn) => records().visits.setGivesAdvice(isOn),
		setTreatmentPlan: (visit, plan) => records().visits.setTreatmentPlan(visit, plan),
		planOf: (visit) => records().planOf(visit),
		studiedOf: (visit) => records().studiedOf(visit),
		consentTexts: () => records().papers.texts(),
		keepConsentText: (text, start, words) => records().papers.keepText(text, start, words),
		handOver: (visit, text, closing) => records().consents.handOver(visit, text, closing),
		postpone: (visit, handover) => records().consents.postpone(visit, handover),
		sign: (visit, signature) => records().consents.sign(visit, signature),
		withdraw: (visit, signature, reason) => records().consents.withdraw(visit, signature, reason),
		refer: (visit, referral) => records().consents.refer(visit, referral),
		answerPurpose: (folder, answer) => records().privacy.answer(folder, answer),
		release: (folder, release) => records().releases.release(folder, release),
		askRight: (folder, request) => records().privacy.ask(folder, request),
		stepRequest: (folder, request, step) => records().privacy.step(folder, request, step),
		restrict: (folder, isOn, reason) => records().privacy.restrict(folder, isOn, reason),
		makeCopy: (folder, copy) => records().releases.makeCopy(folder, copy),
		makeConsultantFile: (folder, consultant, readable) =>
			records().releases.makeConsultantFile(folder, consultant, readable),
		makeTeachingCase: (folder, made) => records().releases.makeTeachingCase(folder, made),
		consultants: () => records().controllers.consultants(),
		addConsultant: (name, contact) => records().controllers.addConsultant(name, contact),
		removeConsultant: (consultant) => records().controllers.removeConsultant(consultant),
		setController: (visit, controller) => records().controllers.set(visit, controller),
		importPatient: (file) => records().importPatient(file),
		removeNextOfKin: (folder) => records().removeNextOfKin(folder),
		numbersForResearch: () => records().releases.numbersForResearch(),
		releaseNumbers: () => records().releases.releaseNumbers(),
		contactsFor: (channel) => records().releases.contactsFor(channel),
		letterhead: () => records().papers.letterhead(),
		keepLetterhead: (head) => records().papers.keepLetterhead(head),
		logo: () => records().logo(),
		keepPhotograph: (folder, visit, photograph) =>
			records().keepPhotograph(folder, visit, photograph),
		keepStudy: (kept, study) => records().keepStudy(kept, study),
		reopen: (folder, photograph) => records().reopen(folder, photograph),
		place: () => records().place(),
		keepPlace: (place) => records().keepPlace(place),
		addNote: (folder, note) => records().addNote(folder, note),
		setFollowUp: (visit, day) => records().setFollowUp(visit, day),
		setTreatedOn: (visit, day) => records().setTreatedOn(visit, day),
		picture: (folder, asset) => records().picture(folder, asset),
		erase: (folder) => records().erase(folder),
		noteTrailExport: (folder) => records().trails.noteExport(folder),
		noteHanding: (folder) => records().trails.noteHanding(folder),
		glassBroken: () => records().trails.glassBroken(),
		breakGlass: (folder, reason) => records().complaints.breakGlass(folder, reason),
		addComplaint: (folder, complaint) => records().complaints.add(folder, complaint),
		stepComplaint: (folder, complaint, text, closes) =>
			records().complaints.step(folder, complaint, text, closes),
		complaintReaders: () => records().complaints.readers(),
		setComplaintReaders: (people) => records().complaints.setReaders(people),
		retentionRules: () => records().retention.rules(),
		setRetention: (choice) => records().retention.setChoice(choice),
		keepingOf: (folder) => records().retention.keepingOf(folder),
		hold: (folder, isOn, reason) => records().retention.hold(folder, isOn, reason),
		retentionDue: () => records().retention.due(),
		purge: (folder, secret) => records().retention.purge(folder, secret),
		purges: () => records().retention.purges(),
		yearly: () => records().yearly.view(),
		noteYearly: (what) => records().yearly.note(what),
		forgetFaces: (folder) => records().retention.forgetFaces(folder),
		disclose: (folder, disclosure, content, lock) =>
			records().disclosures.disclose(folder, disclosure, content, lock),
		backupFacts: async () => ({
			last: await records().lastBackup(),
			ownerKey: await records().ownerKey()
		}),
		newOwnerKey,
		setOwnerKey: async (recipient) => {
			requireRecipient(recipient);
			await records().setOwnerKey(recipient);
		},
		makeBackup: async (secret, take) => {
			if (secret !== null) return vault.backup({ kind: 'passphrase', secret }, take);
			const recipient = await records().ownerKey();
			if (recipient === null) throw new AppError('vault.not-found');
			return vault.backup({ kind: 'owner-key', recipient }, take);
		},
		checkBackup: async (file, tell) => {
			await records().noteBackup(await vault.checkBackup(file, tell));
		},
		backupLock: (file) => lockOf(file),
		restore: async (file, key, tell) => {
			const restored = await opened(await vault.restore(file, key, tell));
			// It is there, whether or not a full disk lets the trail say so.
			await records()
				.noteRestore()
				.catch(() => undefined);
			upgrade();
			return restored;
		},
		upgrading: () => records().upgrading(),
		hasBegun: (folder, consultation) => records().hasBegun(folder, consultation),
		licence: async () => {
			const { licence } = records();
			const standing = licence.view();
			return standing === null ? null : { ...standing, code: await licence.code() };
		},
		prepareDevice: () => records().withLicence((licence) => licence.prepareDevice()),
		enrolDevice: (device) => records().withLicence((licence) => licence.enrol(device)),
		requestLease: (nonce) => records().requestLease(nonce),
		settleLease: (token, now) => records().settleLease(token, now),
		refuseLease: (code) => records().withLicence((licence) => licence.refuse(code)),
		leads: () => records().leads.view(),
		keepInstruction: (ver, document) =>
			records().withLeads((leads) => leads.keepInstruction(ver, document)),
		queueLead: (folder, lead) => records().queueLead(folder, lead),
		waitingLeads: () => Promise.resolve(records().leads.waiting.map(({ lead }) => lead)),
		sealLead: (lead) => records().sealLead(lead),
		leadSent: (lead) => records().leadSent(lead),
		openLeads: async (sealed) => {
			const { leads } = records();
			const opened = await Promise.allSettled(sealed.map((one) => leads.open(one)));
			return opened.map((one) => (one.status === 'fulfilled' ? one.value : null));
		},
		takeLeadKey: (served) => records().withLeads((leads) => leads.takeKey(served)),
		trustLeadKey: (code) => records().withLeads((leads) => leads.trustKey(code)),
		makeLeadKey: (version, devices) =>
			records().withLeads((leads) => leads.makeKey(version, devices)),
		wrapLeadKey: (device) =>
			records().withLeads((leads) => (device === null ? leads.wrapOwn() : leads.wrapKey(device))),
		copyLeadKey: () => records().withLeads((leads) => leads.copyForKit()),
		noteLeadCopy: () => records().withLeads((leads) => leads.noteCopy()),
		recoverLeadKey: (kit, served, copy) =>
			records().withLeads((leads) => leads.recoverKey(kit, served, copy))
	};
	return {
		room,
		forget: () => {
			open = null;
		}
	};
}
