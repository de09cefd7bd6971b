/** What crosses between the page and the vault worker: ids and view models, never a key. */
import type { Reply } from '../errors.ts';
import type {
	BackupKey,
	BackupLock,
	FileLock,
	Heard,
	OwnerKey,
	PersonId,
	PreparedKit,
	Secret,
	SlotId,
	TakeChunk,
	TellProgress,
	VaultStatus
} from '../vault/index.ts';
import type { Region } from '../intake/index.ts';
import type { Channel, Step } from '../rights/index.ts';
import type { FolderRow, PatientRow, Query } from './directory.ts';
import type { NewDisclosure } from './disclosures.ts';
import type { NewIds } from './moving.ts';
import type { Numbers } from './research.ts';
import type { Upgraded } from './records.ts';
import type { DueFolder, FolderKeeping, RetentionRules } from './retention.ts';
import type { NewTeachingCase } from './teaching-case.ts';
import type { OpenedFolder } from './trails.ts';
import type {
	AgeRule,
	AuditRow,
	Card,
	Concern,
	ConsentText,
	ConsentWords,
	Consultant,
	FolderId,
	Instruction,
	KeptPhotograph,
	LastBackup,
	LeadKeyWrap,
	LeadsView,
	Letterhead,
	LicenceView,
	ListedDevice,
	MailingRow,
	NewAdvice,
	NewAnswer,
	NewAnswers,
	NewComplaint,
	NewConsent,
	NewController,
	NewCopy,
	NewDevice,
	NewLead,
	NewLetterhead,
	NewNote,
	NewOutcome,
	NewPhotograph,
	NewReferral,
	NewRelease,
	NewRequest,
	NewSignature,
	NewStudy,
	NewTalk,
	NextLeadKey,
	OpenLead,
	Person,
	Place,
	PlanContent,
	Purge,
	RenewalRequest,
	RetentionChoice,
	SealedLead,
	ServedLeadKey,
	StoredPhotograph,
	StudiedPhotograph,
	VisitLimits,
	VisitPlace,
	VisitPlan,
	Yearly
} from './types.ts';
import type { YearlyView } from './yearly.ts';

/** Who unlocked, and whom else there is. */
export type Opened = { readonly person: PersonId; readonly people: readonly Person[] };

export type Today = {
	/** Due by the asked day, the longest due first; those without a name as well. */
	readonly followUps: readonly FolderRow[];
	/** Due after it, up to the day that was asked for. */
	readonly ahead: readonly FolderRow[];
	/** Without those of `followUps`, like all that follow. */
	readonly anonymous: readonly FolderRow[];
	/** Seen last. */
	readonly recent: readonly PatientRow[];
};

/** `ownerKey`: `age1…`. */
export type BackupFacts = { readonly last: LastBackup | null; readonly ownerKey: string | null };

type Found = { readonly rows: readonly PatientRow[]; readonly total: number };

/** Everything the page can ask for. Secrets are wiped here and there. Errors: AppError `vault.*`, `backup.*`. */
export interface RecordRoom {
	status(): Promise<VaultStatus>;
	/** A new vault with its first person. */
	create(secret: Secret, name: string): Promise<Opened>;
	unlock(secret: Secret, takeOver: boolean): Promise<Opened>;
	/**
	 * Lets a colleague in, or changes somebody's way in: `proof` opens a slot now. `person` is null for
	 * somebody new. Gives everybody's name.
	 */
	enrol(
		proof: Secret,
		person: PersonId | null,
		name: string,
		secret: Secret
	): Promise<readonly Person[]>;
	/** The last lasting way in stays. Errors: AppError `vault.last-way-in`. */
	removeSlot(slot: SlotId): Promise<void>;
	/** Changes the vault's key: everyone but who gave `proof` has to be let in again. */
	removePerson(proof: Secret, person: PersonId): Promise<void>;
	prepareKit(proof: Secret): Promise<PreparedKit>;
	confirmKit(typed: readonly string[]): Promise<void>;
	/** What is due by a day, and from then on until another one; both YYYY-MM-DD. */
	today(dueBy: string, until: string): Promise<Today>;
	/** Rows from `from` on, `count` of them. */
	find(query: Query, from: number, count: number): Promise<Found>;
	/** That it was looked at stands in its trail. */
	folder(folder: FolderId): Promise<OpenedFolder>;
	addPatient(card: Card): Promise<FolderId>;
	setCard(folder: FolderId, card: Card): Promise<void>;
	/** An anonymous folder's contents become a patient's; gives their new ids. */
	attach(folder: FolderId, patient: FolderId): Promise<NewIds>;
	/** Of a new anonymous folder where `folder` is null. */
	beginVisit(folder: FolderId | null, consent: NewConsent): Promise<VisitPlace>;
	giveConsent(visit: VisitPlace, consent: NewConsent): Promise<void>;
	setConcerns(visit: VisitPlace, list: readonly Concern[]): Promise<void>;
	/** Appended to its patient's history, like what follows. */
	answer(visit: VisitPlace, answers: NewAnswers): Promise<void>;
	talk(visit: VisitPlace, talk: NewTalk): Promise<void>;
	advise(visit: VisitPlace, advice: NewAdvice): Promise<void>;
	/** What a patient says to a note of their file. */
	state(folder: FolderId, note: string, text: string): Promise<void>;
	/** A questionnaire as its patient answered it; appended. */
	tellOutcome(folder: FolderId, outcome: NewOutcome): Promise<void>;
	/** What may not be shown in a visit. */
	limitsOf(visit: VisitPlace): Promise<VisitLimits>;
	ageRule(): Promise<AgeRule>;
	setAgeRule(rule: AgeRule): Promise<void>;
	/** Where the clinic works: its rule becomes what holds there. Gives that rule. */
	setRegion(region: Region): Promise<AgeRule>;
	/** Whether suggestions are made from a patient's answers. */
	givesAdvice(): Promise<boolean>;
	setGivesAdvice(isOn: boolean): Promise<void>;
	setTreatmentPlan(visit: VisitPlace, plan: PlanContent): Promise<void>;
	planOf(visit: VisitPlace): Promise<VisitPlan | null>;
	/** Photographs of a visit as they are set now, without their bytes. */
	studiedOf(visit: VisitPlace): Promise<readonly StudiedPhotograph[]>;
	/** The clinic's texts, all versions, the newest first. */
	consentTexts(): Promise<readonly ConsentText[]>;
	/** The next version of a text; of a new one where `text` is null. Gives its id. */
	keepConsentText(text: string | null, start: string, words: ConsentWords): Promise<string>;
	/** `closing`: what the app says under it. Gives the id of the handing over. */
	handOver(visit: VisitPlace, text: ConsentText, closing: string): Promise<string>;
	postpone(visit: VisitPlace, handover: string): Promise<void>;
	/** Errors: AppError `consent.too-early`, `consent.incomplete`, `consent.signed`. */
	sign(visit: VisitPlace, signature: NewSignature): Promise<void>;
	withdraw(visit: VisitPlace, signature: string, reason: string): Promise<void>;
	refer(visit: VisitPlace, referral: NewReferral): Promise<void>;
	/** A patient's answer to one purpose. Errors: AppError `privacy.guardian-needed`. */
	answerPurpose(folder: FolderId, answer: NewAnswer): Promise<void>;
	/** Something is about to leave the vault. Errors: AppError `privacy.*` where it may not. */
	release(folder: FolderId, release: NewRelease): Promise<void>;
	/** Gives the id of the request. */
	askRight(folder: FolderId, request: NewRequest): Promise<string>;
	/** Errors: AppError `request.*`. */
	stepRequest(folder: FolderId, request: string, step: Step): Promise<void>;
	restrict(folder: FolderId, isOn: boolean, reason: string): Promise<void>;
	/** Everything of a patient as one zip file. Errors: AppError `privacy.first-copy-free`. */
	makeCopy(folder: FolderId, copy: NewCopy): Promise<Uint8Array<ArrayBuffer>>;
	/** Of it what one consultant answers for. Errors: AppError `privacy.restricted`, `vault.not-found`. */
	makeConsultantFile(
		folder: FolderId,
		consultant: string,
		readable: Uint8Array<ArrayBuffer>
	): Promise<Uint8Array<ArrayBuffer>>;
	/** A zip file. Errors: AppError `privacy.*`, `teaching.identifies`. */
	makeTeachingCase(folder: FolderId, made: NewTeachingCase): Promise<Uint8Array<ArrayBuffer>>;
	/** The clinic's independent consultants. */
	consultants(): Promise<readonly Consultant[]>;
	/** Gives the id. */
	addConsultant(name: string, contact: string): Promise<string>;
	/** Visits that are theirs stay so. */
	removeConsultant(consultant: string): Promise<void>;
	/** Who answers for a visit. */
	setController(visit: VisitPlace, controller: NewController): Promise<void>;
	/** A patient's file that was made so becomes a new one here. Errors: AppError `import.*`. */
	importPatient(file: Uint8Array<ArrayBuffer>): Promise<FolderId>;
	/** Nothing of the patient's next of kin stays, but that it was removed. */
	removeNextOfKin(folder: FolderId): Promise<void>;
	/** Those who agreed to be written to this way, and how to reach them; written down with each of them. */
	contactsFor(channel: Channel): Promise<readonly MailingRow[]>;
	/** What is known of those who agreed to research; null where they are too few. Nothing leaves by it. */
	numbersForResearch(): Promise<Numbers | null>;
	/** The same as it is about to leave: written down with each of them. */
	releaseNumbers(): Promise<Numbers | null>;
	letterhead(): Promise<Letterhead | null>;
	keepLetterhead(head: NewLetterhead): Promise<void>;
	/** Null where the clinic has none. */
	logo(): Promise<Uint8Array<ArrayBuffer> | null>;
	keepPhotograph(
		folder: FolderId | null,
		visit: string | NewConsent,
		photograph: NewPhotograph
	): Promise<KeptPhotograph>;
	keepStudy(kept: KeptPhotograph, study: NewStudy): Promise<void>;
	/** A photograph of a folder with its newest study. */
	reopen(folder: FolderId, photograph: string): Promise<StoredPhotograph>;
	/** Where whoever unlocked was last; null where that is not known. */
	place(): Promise<Place | null>;
	keepPlace(place: Place): Promise<void>;
	addNote(folder: FolderId, note: NewNote): Promise<string>;
	setFollowUp(visit: VisitPlace, day: string | null): Promise<void>;
	setTreatedOn(visit: VisitPlace, day: string | null): Promise<void>;
	picture(folder: FolderId, asset: string): Promise<Uint8Array<ArrayBuffer>>;
	erase(folder: FolderId): Promise<void>;
	/** A folder's audit trail leaves the vault. */
	noteTrailExport(folder: FolderId): Promise<void>;
	/** Its patient is given it to read. */
	noteHanding(folder: FolderId): Promise<void>;
	/** When somebody said that they had to see what is kept from them, the newest first. */
	glassBroken(): Promise<readonly AuditRow[]>;
	breakGlass(folder: FolderId, reason: string): Promise<void>;
	addComplaint(folder: FolderId, complaint: NewComplaint): Promise<void>;
	stepComplaint(folder: FolderId, complaint: string, text: string, closes: boolean): Promise<void>;
	/** Nobody: everybody who can open the vault. */
	complaintReaders(): Promise<readonly PersonId[]>;
	setComplaintReaders(people: readonly PersonId[]): Promise<void>;
	retentionRules(): Promise<RetentionRules>;
	setRetention(choice: RetentionChoice): Promise<void>;
	keepingOf(folder: FolderId): Promise<FolderKeeping>;
	hold(folder: FolderId, isOn: boolean, reason: string): Promise<void>;
	/** What may go, what must, and what is held past its time. */
	retentionDue(): Promise<readonly DueFolder[]>;
	/** `secret`: of a second person. Errors: AppError `record.kept`, `purge.second-person`. */
	purge(folder: FolderId, secret: Secret): Promise<void>;
	purges(): Promise<readonly Purge[]>;
	/** What comes round once a year, and who did it. */
	yearly(): Promise<YearlyView>;
	noteYearly(what: Yearly['what']): Promise<void>;
	forgetFaces(folder: FolderId): Promise<void>;
	/** Gives the age file around `content`; it is on record before. Errors: AppError `disclosure.objected`. */
	disclose(
		folder: FolderId,
		disclosure: NewDisclosure,
		content: Uint8Array<ArrayBuffer>,
		lock: FileLock
	): Promise<Uint8Array<ArrayBuffer>>;
	backupFacts(): Promise<BackupFacts>;
	/** Its secret half is nowhere but in the answer. */
	newOwnerKey(): Promise<OwnerKey>;
	setOwnerKey(recipient: string): Promise<void>;
	/** For whoever types this passphrase, or for the owner's key where `secret` is null. */
	makeBackup(secret: Secret | null, take: TakeChunk): Promise<void>;
	/** Whether the file is the backup that was just made, whole; only then is its date kept. */
	checkBackup(file: Blob, tell: TellProgress): Promise<void>;
	/** What the file asks for. */
	backupLock(file: Blob): Promise<BackupLock>;
	restore(file: Blob, key: BackupKey, tell: TellProgress): Promise<Opened>;
	/** How far what an older app left is brought to today's schema; null while that is not going on. */
	upgrading(): Promise<Upgraded | null>;
	/** Whether a visit asks no licence any more. */
	hasBegun(folder: FolderId, consultation: string): Promise<boolean>;
	/** Null where this device is not enrolled. */
	licence(): Promise<LicenceView | null>;
	/** A key of this device, to be told to the server, whose id for it `enrolDevice` takes. */
	prepareDevice(): Promise<NewDevice>;
	enrolDevice(device: string): Promise<void>;
	requestLease(nonce: string): Promise<RenewalRequest>;
	/** `now`: the server's time, UTC seconds. Errors: AppError `lease.invalid`. */
	settleLease(token: string, now: number): Promise<void>;
	/** `code`: the server's own. */
	refuseLease(code: string): Promise<void>;
	/** Null where this device is not enrolled. Of leads, errors: AppError `leads.*`. */
	leads(): Promise<LeadsView | null>;
	/** The clinic's instruction. Errors: AppError `lease.invalid` where the lease names another one. */
	keepInstruction(ver: number, document: Instruction): Promise<void>;
	queueLead(folder: FolderId, lead: NewLead): Promise<void>;
	/** The ids of those that wait to be sent. */
	waitingLeads(): Promise<readonly string[]>;
	/** To the clinic's newest key; null where it was erased since. */
	sealLead(lead: string): Promise<SealedLead | null>;
	/** The server has acknowledged it. */
	leadSent(lead: string): Promise<void>;
	/** Each by itself: null where it does not open. */
	openLeads(sealed: readonly SealedLead[]): Promise<readonly (OpenLead | null)[]>;
	takeLeadKey(served: ServedLeadKey): Promise<void>;
	/** `code`: as it was shown and compared. */
	trustLeadKey(code: string): Promise<void>;
	/** The next key; `devices`: those that the server lists as approved. */
	makeLeadKey(version: number, devices: readonly ListedDevice[]): Promise<NextLeadKey>;
	/** For a device whose code was just compared; for this one where it is null. */
	wrapLeadKey(device: ListedDevice | null): Promise<LeadKeyWrap & { readonly version: number }>;
	copyLeadKey(): Promise<{ readonly version: number; readonly recovery: string }>;
	/** The server has the copy. */
	noteLeadCopy(): Promise<void>;
	recoverLeadKey(kit: string, served: ServedLeadKey, copy: string): Promise<void>;
}

export type Served<Room> = {
	readonly [Name in keyof Room]: Room[Name] extends (...given: infer Given) => Promise<infer Value>
		? (...given: Given) => Promise<Reply<Value>>
		: never;
};

export type WorkerApi = Served<RecordRoom> & {
	/** What the vault hears of other windows; two functions, as comlink hands over no object of them. */
	listen(...heard: readonly [asked: Heard['asked'], lost: Heard['lost']]): Promise<void>;
};
