/**
 * What is kept, above the vault and inside its worker: folders, each a scope of the vault. A folder is
 * a patient's, or holds one consultation that is anonymous so far; its cover says which.
 */
import { AppError, isAppError } from '../errors.ts';
import { inTurn } from '../in-turn.ts';
import { dayAt } from '../intake/index.ts';
import { PINNED_KEYS } from '../lease/index.ts';
import type { Facts, Purpose } from '../rights/index.ts';
import {
	newId,
	type AssetContent,
	type Changes,
	type OpenedVault,
	type RecordContent,
	type ScopeChanges,
	type Vault
} from '../vault/index.ts';
import { rowAfter } from './audit.ts';
import { ClinicPapers } from './clinic-papers.ts';
import { decodeEntry, encodeEntry, isOld } from './codec.ts';
import { Complaints } from './complaints.ts';
import { Controllers } from './controllers.ts';
import { derivedId } from './derived-id.ts';
import { Directory } from './directory.ts';
import { Disclosures } from './disclosures.ts';
import {
	ALL_VARIANTS,
	consentIn,
	contentsOf,
	onlyIn,
	rebuiltCover,
	studiedIn,
	treatmentsIn,
	type Contents,
	type Kept
} from './folder.ts';
import { Histories } from './histories.ts';
import { hasKit } from './kit.ts';
import { Leads, newLeadId, type LeadEntries } from './leads.ts';
import { Licence, type Begun } from './licence.ts';
import { isMovable, moved, newIds, picturesIn, type NewIds } from './moving.ts';
import { Outcomes } from './outcomes.ts';
import { unpacked } from './portable.ts';
import { PrivacyRecords } from './privacy-records.ts';
import { privacyFacts, requireUse } from './privacy-in.ts';
import { Releases } from './releases.ts';
import { Retention } from './retention.ts';
import { RECORD_VERSION, UPGRADES } from './schema.ts';
import { levelOf, type Space } from './space.ts';
import { headsBytes, rootOf, signedHeads } from './trail-heads.ts';
import { trailIn, Trails, type SignedHeads } from './trails.ts';
import { TreatmentConsents } from './treatment-consents.ts';
import type {
	Card,
	Consultation,
	Cover,
	Deed,
	Entry,
	EntryOf,
	FolderId,
	KeptPhotograph,
	LastBackup,
	Lead,
	LicenceEntry,
	NewConsent,
	NewLead,
	NewNote,
	NewPhotograph,
	NewStudy,
	Outbox,
	Person,
	Photograph,
	Place,
	RenewalRequest,
	SealedLead,
	StoredPhotograph,
	StudiedPhotograph,
	Study,
	VisitPlace,
	VisitPlan
} from './types.ts';
import { VisitRecords } from './visit-records.ts';
import { YearlyDuties } from './yearly.ts';

type Change = {
	readonly deed: Deed | null;
	/** What the deed was done to. */
	readonly record?: string;
	/** Where the deed asks for one. */
	readonly reason?: string;
	readonly entries?: readonly Kept[];
	readonly assets?: readonly AssetContent[];
	readonly cover?: Partial<Cover>;
	/** The licence as it is once this is written; both are written or neither. */
	readonly licence?: LicenceEntry;
	/** The same of what waits to be sent. */
	readonly outbox?: Outbox;
};

/** Folders that are as today's schema has them, of all. */
export type Upgraded = { readonly done: number; readonly of: number };

/** What saves need of a folder, so that an autosave need not open all of it. */
type InHand = {
	readonly folder: FolderId;
	/** Each with the visit of its photograph. */
	readonly studies: Map<string, { readonly visit: string; readonly study: Study }>;
	/** Visits in which something was shown. */
	readonly begun: Set<string>;
	/** What the gate reads. */
	readonly gate: Omit<Facts, 'today'>;
};

const NO_HEADER = new Uint8Array();

/** Where a folder's cover is: known from the folder alone, so that unlocking need not look for it. */
function coverIdOf(folder: FolderId): Promise<string> {
	return derivedId(`cover of ${folder}`);
}

/** One for the device that writes here, so that it is known without looking. */
function licenceId(): Promise<string> {
	return derivedId('licence');
}

/** Of the asset that says where trails ended. */
function trailHeadsId(): Promise<string> {
	return derivedId('trail heads');
}

/** One for the device that writes here, like the licence. */
function outboxId(): Promise<string> {
	return derivedId('outbox');
}

/** Errors of every method: AppError `vault.*`. */
export class Records {
	readonly directory = new Directory();
	/** Folders of which something does not open. */
	readonly damaged = new Set<FolderId>();
	/** How many folders `upgrade` has done with; null before it has begun, and where it was interrupted. */
	upgraded: Upgraded | null = null;
	readonly papers: ClinicPapers;
	readonly consents: TreatmentConsents;
	readonly histories: Histories;
	readonly outcomes: Outcomes;
	readonly visits: VisitRecords;
	readonly complaints: Complaints;
	readonly trails: Trails;
	readonly disclosures: Disclosures;
	readonly controllers: Controllers;
	readonly retention: Retention;
	readonly yearly: YearlyDuties;
	readonly privacy: PrivacyRecords;
	readonly releases: Releases;
	readonly #vault: Vault;
	readonly #by: string;
	readonly #clinic: FolderId;
	readonly #now: () => number;
	readonly #space: () => Promise<Space | null>;
	readonly #turn = inTurn();
	readonly #covers = new Map<FolderId, Cover>();
	/** Made and never used: the app ended in between. */
	readonly #unused: FolderId[] = [];
	#people: readonly Kept<Person>[] = [];
	#inHand: InHand | null = null;
	/** Trails as the server was told of them last, until it has answered. */
	#asked: Uint8Array<ArrayBuffer> | null = null;
	#licence: Licence | null = null;
	#leads: Leads | null = null;

	private constructor(
		vault: Vault,
		{ person, clinic }: OpenedVault,
		now: () => number,
		space: () => Promise<Space | null>
	) {
		this.#vault = vault;
		this.#by = person;
		this.#clinic = clinic;
		this.#now = now;
		this.#space = space;
		const pen = {
			by: person,
			now,
			turn: this.#turn,
			contents: (folder: FolderId) => this.#contents(folder),
			save: (folder: FolderId, change: Change) => this.#save(folder, change)
		};
		this.papers = new ClinicPapers(pen, clinic);
		this.consents = new TreatmentConsents(pen);
		this.histories = new Histories(pen);
		this.outcomes = new Outcomes(pen);
		this.visits = new VisitRecords(pen, clinic);
		this.complaints = new Complaints(pen, clinic);
		this.trails = new Trails(pen, this.complaints, clinic, () => this.#signedHeads());
		this.disclosures = new Disclosures(pen);
		this.controllers = new Controllers(pen, clinic);
		this.retention = new Retention(pen, clinic, {
			covers: () => this.#covers,
			instruction: () => this.leads.instruction,
			erase: (folder, { deed, entry }) =>
				this.#erase(folder, { deed, entries: [{ id: newId(), entry }] }),
			whoOpens: (secret) => vault.whoOpens(secret),
			members: async () => {
				const status = await vault.status();
				const ways = 'ways' in status ? status.ways : [];
				return ways.flatMap(({ kind, person: who, isCurrent }) =>
					kind === 'recovery' || !isCurrent ? [] : [who]
				);
			}
		});
		this.yearly = new YearlyDuties(pen, clinic);
		this.privacy = new PrivacyRecords(pen);
		this.releases = new Releases(pen, {
			instruction: () => this.leads.instruction,
			people: () => this.people,
			patients: () => this.directory.find({ text: '', treatments: [], dueBy: null }),
			picture: (folder, asset) => this.picture(folder, asset)
		});
	}

	/** Opens every cover, and nothing else. `now`: milliseconds since 1970. */
	static async open(
		vault: Vault,
		opened: OpenedVault,
		now: () => number,
		space: () => Promise<Space | null>,
		keys = PINNED_KEYS
	): Promise<Records> {
		const records = new Records(vault, opened, now, space);
		await records.#openCovers(opened.scopes);
		const { entries } = await records.#contents(opened.clinic);
		records.#people = entries.filter((kept) => kept.entry.kind === 'person') as Kept<Person>[];
		records.#licence = new Licence(vault, await records.#licenceEntry(), {
			now,
			keep: (entry) => records.#keepLicence(entry),
			keys
		});
		records.#leads = new Leads(leadEntriesIn(entries), {
			reader: () => records.licence.reader,
			keep: (entry, deed) => records.#keepOnly(entry, deed)
		});
		return records;
	}

	get people(): readonly Person[] {
		return this.#people.map(({ entry }) => entry);
	}

	/** Changes of this device's licence, in their turn. */
	withLicence<T>(work: (licence: Licence) => Promise<T>): Promise<T> {
		return this.#turn(() => work(this.licence));
	}

	get licence(): Licence {
		if (this.#licence === null) throw new AppError('vault.locked');
		return this.#licence;
	}

	/** As `Licence.request`, with a hash of where all trails end now. */
	requestLease(nonce: string): Promise<RenewalRequest> {
		return this.#turn(async () => {
			this.#asked = headsBytes(this.#covers);
			return this.licence.request(nonce, await rootOf(this.#asked));
		});
	}

	/** As `Licence.settle`; what the lease signs for is kept, to compare trails with. */
	settleLease(token: string, now: number): Promise<void> {
		return this.#turn(async () => {
			await this.licence.settle(token, now);
			const { signedTrail } = this.licence;
			if (this.#asked === null || signedTrail?.root !== (await rootOf(this.#asked))) return;
			const assets = [{ id: await trailHeadsId(), header: NO_HEADER, content: this.#asked }];
			await this.#vault.save(this.#clinic, { records: [], assets });
		});
	}

	/** Where trails ended when the server signed for them; null where that is not known here. */
	async #signedHeads(): Promise<SignedHeads | null> {
		const { signedTrail } = this.licence;
		if (signedTrail === null) return null;
		const heads = await this.picture(this.#clinic, await trailHeadsId()).catch(() => null);
		const ends = heads === null ? null : await signedHeads(heads, signedTrail.root);
		return ends === null ? null : { ends, at: signedTrail.at * 1000 };
	}

	/** What changes of leads and of their key, in its turn. */
	withLeads<T>(work: (leads: Leads) => Promise<T>): Promise<T> {
		return this.#turn(() => work(this.leads));
	}

	get leads(): Leads {
		if (this.#leads === null) throw new AppError('vault.locked');
		return this.#leads;
	}

	/**
	 * Keeps a lead in the file of whoever asked for it, to be sent: both in one transaction. Errors: AppError
	 * `leads.off`, `leads.no-key`, `leads.too-long`.
	 */
	queueLead(folder: FolderId, { contact, interests, consent }: NewLead): Promise<void> {
		return this.#turn(async () => {
			const [id, at] = [newId(), this.#now()];
			const { entries } = await this.#contents(folder);
			requireUse(privacyFacts(entries, at), []);
			const visits = entries.filter(isVisit);
			const newest = visits.toSorted((a, b) => b.entry.startedAt - a.entry.startedAt)[0];
			const entry: Lead = {
				kind: 'lead',
				lead: newLeadId(),
				consultation: newest?.id ?? null,
				at,
				by: this.#by,
				contact,
				interests,
				consent: { words: consent, at },
				sentAt: null
			};
			const outbox = await this.leads.withLead(entry, folder, id);
			await this.#save(folder, {
				deed: 'lead-queued',
				record: id,
				entries: [{ id, entry }],
				outbox
			});
		});
	}

	/** As the server is to have it; null where it was erased since, and then it waits no longer. */
	sealLead(lead: string): Promise<SealedLead | null> {
		return this.#turn(async () => {
			const waiting = this.leads.waiting.find((one) => one.lead === lead);
			if (waiting === undefined) return null;
			const { folder, record } = waiting;
			try {
				return await this.leads.seal(await this.#lead(folder, record), record);
			} catch (error) {
				if (!isAppError(error, 'vault.not-found')) throw error;
				await this.#keepOutbox(this.#outboxWithout(lead));
				return null;
			}
		});
	}

	/** The server has acknowledged it. */
	leadSent(lead: string): Promise<void> {
		return this.#turn(async () => {
			const waiting = this.leads.waiting.find((one) => one.lead === lead);
			if (waiting === undefined) return;
			const { folder, record } = waiting;
			const outbox = this.#outboxWithout(lead);
			try {
				const entry = { ...(await this.#lead(folder, record)), sentAt: this.#now() };
				const entries = [{ id: record, entry }];
				await this.#save(folder, { deed: 'lead-sent', record, entries, outbox });
			} catch (error) {
				if (!isAppError(error, 'vault.not-found')) throw error;
				await this.#keepOutbox(outbox);
			}
		});
	}

	#outboxWithout(lead: string): Outbox {
		const { outbox } = this.leads;
		return { ...outbox, leads: outbox.leads.filter((one) => one.lead !== lead) };
	}

	async #keepOutbox(outbox: Outbox): Promise<void> {
		await this.#save(this.#clinic, {
			deed: null,
			entries: [{ id: await outboxId(), entry: outbox }]
		});
		this.leads.hold({ outbox });
	}

	/** Errors: AppError `vault.not-found`, `vault.record-damaged`. */
	async #lead(folder: FolderId, record: string): Promise<Lead> {
		const entry = decodeEntry((await this.#vault.record(folder, record)).content);
		if (entry.kind !== 'lead') throw new AppError('vault.not-found');
		return entry;
	}

	/** Names a person of the clinic, or renames one. */
	namePerson(person: string, name: string): Promise<void> {
		return this.#turn(async () => {
			const known = this.#people.find(({ entry }) => entry.person === person);
			const kept = { id: known?.id ?? newId(), entry: { kind: 'person', person, name } } as const;
			await this.#save(this.#clinic, { deed: 'person-named', record: kept.id, entries: [kept] });
			this.#people = [...this.#people.filter((other) => other !== known), kept];
		});
	}

	/** Errors: AppError `vault.kit-needed` for a second patient without a recovery kit. */
	addPatient(card: Card): Promise<FolderId> {
		return this.#turn(async () => {
			await this.#checkKit();
			const folder = await this.#newFolder();
			await this.#save(folder, { deed: 'patient-added', cover: { card } });
			return folder;
		});
	}

	/**
	 * Changes a patient's card, and keeps the one before; or makes an anonymous folder that of a new patient.
	 * Errors: as `addPatient`.
	 */
	setCard(folder: FolderId, card: Card): Promise<void> {
		return this.#turn(async () => {
			const before = this.#covers.get(folder)?.card ?? null;
			if (before === null) await this.#checkKit();
			const entry = { kind: 'card-change', at: this.#now(), by: this.#by } as const;
			const isSame = JSON.stringify(before) === JSON.stringify(card);
			const entries: readonly Kept[] =
				before === null || isSame ? [] : [{ id: newId(), entry: { ...entry, before } }];
			await this.#save(folder, { deed: 'card-changed', entries, cover: { card } });
		});
	}

	/**
	 * Moves everything of an anonymous folder into a patient's: written there first, erased here then.
	 * Gives the ids under which it stands there. Errors: AppError `vault.record-damaged` where
	 * something of it does not open, for that could not be moved.
	 */
	attach(folder: FolderId, patient: FolderId): Promise<NewIds> {
		return this.#turn(async () => {
			const from = await this.#contents(folder);
			if (from.unreadable > 0) throw new AppError('vault.record-damaged');
			const movable = from.entries.filter(isMovable);
			const pictures = movable.flatMap(({ entry }) => picturesIn(entry));
			const ids = await newIds([...movable.map(({ id }) => id), ...pictures], patient);
			const entries = movable.map((kept) => moved(kept, ids));
			const assets: AssetContent[] = [];
			for (const id of pictures) {
				const { content } = await this.#vault.asset(folder, id);
				assets.push({ id: ids[id] ?? id, header: NO_HEADER, content });
			}
			const before = (await this.#contents(patient)).entries;
			const { card } = this.#covers.get(patient) ?? emptyCover(this.#now());
			const cover = { ...rebuiltCover([...before, ...entries], this.#now()), card };
			this.#inHand = null;
			const { outbox } = this.leads;
			const leads = outbox.leads.map((one) =>
				one.folder === folder
					? { ...one, folder: patient, record: ids[one.record] ?? one.record }
					: one
			);
			await this.#save(patient, {
				deed: 'visit-attached',
				record: folder,
				entries,
				assets,
				cover,
				outbox: { ...outbox, leads }
			});
			await this.#erase(folder);
			return ids;
		});
	}

	/** Everything in a folder but the bytes of its pictures. */
	folder(folder: FolderId): Promise<Contents> {
		return this.#turn(() => this.#contents(folder));
	}

	/**
	 * Begins a visit with what was agreed to: of a new anonymous folder where `folder` is null. Its
	 * illustrations are counted when the first of them shows anything.
	 */
	beginVisit(folder: FolderId | null, consent: NewConsent): Promise<VisitPlace> {
		return this.#turn(async () => {
			const into = folder ?? (await this.#newFolder());
			const visit = this.#newVisit(consent);
			await this.#save(into, {
				deed: 'consent-given',
				record: visit.id,
				entries: visit.entries,
				cover: visit.cover
			});
			return { folder: into, consultation: visit.id };
		});
	}

	/** For a visit that was begun before anybody was asked. */
	giveConsent({ folder, consultation }: VisitPlace, consent: NewConsent): Promise<void> {
		return this.#turn(async () => {
			const given = this.#consentTo(consultation, consent);
			await this.#save(folder, {
				deed: 'consent-given',
				record: consultation,
				entries: [given]
			});
		});
	}

	/**
	 * In a visit that was begun, or in one that begins with this consent: in a new anonymous folder where
	 * `folder` is null. Errors: AppError `vault.no-space` also where there is little left, which notes and
	 * erasing need; `licence.ended` where it would begin a visit that may not begin.
	 */
	keepPhotograph(
		folder: FolderId | null,
		visit: string | NewConsent,
		{ photograph, study, bytes, thumbnail }: NewPhotograph
	): Promise<KeptPhotograph> {
		return this.#turn(async () => {
			await this.#checkSpace();
			// Who agrees anew to be photographed has answered by that.
			if (folder !== null) await this.#require(folder, typeof visit === 'string' ? ['record'] : []);
			const fresh = typeof visit === 'string' ? null : this.#newVisit(visit);
			const consultation = fresh?.id ?? (visit as string);
			const begun = await this.#begin(folder, consultation, study);
			const into = folder ?? (await this.#newFolder());
			const ids = { photograph: newId(), study: newId(), asset: newId(), thumbnail: newId() };
			const shot: Photograph = {
				kind: 'photograph',
				...photograph,
				consultation,
				asset: ids.asset,
				thumbnail: ids.thumbnail
			};
			const studies = await this.#withStudy(into, consultation, ids.study, {
				kind: 'study',
				...study,
				photograph: ids.photograph
			});
			await this.#save(into, {
				deed: 'photograph-kept',
				record: ids.photograph,
				...licenceOf(begun),
				entries: [
					{ id: ids.photograph, entry: shot },
					...studies.entries,
					...(fresh?.entries ?? []),
					...unitOf(consultation, begun)
				],
				assets: [
					{ id: ids.asset, header: NO_HEADER, content: bytes },
					{ id: ids.thumbnail, header: NO_HEADER, content: thumbnail }
				],
				cover: {
					thumbnail: ids.thumbnail,
					...fresh?.cover,
					treatments: studies.treatments
				}
			});
			return { folder: into, consultation, photograph: ids.photograph, study: ids.study };
		});
	}

	#newVisit(consent: NewConsent) {
		const [id, at] = [newId(), this.#now()];
		const entry: Consultation = {
			kind: 'consultation',
			startedAt: at,
			by: this.#by,
			followUp: null,
			treatedOn: null
		};
		const entries: readonly Kept[] = [{ id, entry }, this.#consentTo(id, consent)];
		return { id, entries, cover: { lastVisit: at, followUp: null } };
	}

	#consentTo(consultation: string, consent: NewConsent): Kept {
		const by = { at: this.#now(), by: this.#by };
		return { id: newId(), entry: { kind: 'consent', consultation, ...by, ...consent } };
	}

	/**
	 * The newest state of what was set on a photograph; no deed of its own. Its plan becomes that of all
	 * photographs of the visit, in the same transaction: there is one. Errors: AppError `licence.ended`
	 * where it would begin a visit that may not begin.
	 */
	keepStudy(
		{ folder, consultation, photograph, study }: KeptPhotograph,
		set: NewStudy
	): Promise<void> {
		return this.#turn(async () => {
			const before = (await this.#hand(folder)).studies.get(study)?.study ?? null;
			if (addsTo(before, set)) await this.#require(folder, ['record', 'simulation']);
			const begun = await this.#begin(folder, consultation, set);
			const { entries, treatments } = await this.#withStudy(folder, consultation, study, {
				kind: 'study',
				...set,
				photograph
			});
			await this.#save(folder, {
				deed: null,
				...licenceOf(begun),
				entries: [...entries, ...unitOf(consultation, begun)],
				cover: { treatments }
			});
		});
	}

	/** What is planned in a visit, for its next photograph; null where it has none yet. */
	planOf({ folder, consultation }: VisitPlace): Promise<VisitPlan | null> {
		return this.#turn(async () => {
			const studies = [...(await this.#hand(folder)).studies.values()];
			return studies.find(({ visit }) => visit === consultation)?.study ?? null;
		});
	}

	/** The photographs of a visit, of which its next one is another. */
	async studiedOf({ folder, consultation }: VisitPlace): Promise<readonly StudiedPhotograph[]> {
		return studiedIn((await this.folder(folder)).entries, consultation);
	}

	/** Errors: AppError `vault.not-found` where photograph or study are not there. */
	async reopen(folder: FolderId, id: string): Promise<StoredPhotograph> {
		const { entries } = await this.folder(folder);
		const photograph = entries.find((kept) => kept.id === id)?.entry;
		const study = entries.find(({ entry }) => entry.kind === 'study' && entry.photograph === id);
		if (photograph?.kind !== 'photograph' || study?.entry.kind !== 'study') {
			throw new AppError('vault.not-found');
		}
		const { consultation, asset } = photograph;
		const kept = { folder, consultation, photograph: id, study: study.id };
		const consent = consentIn(entries, consultation);
		const bytes = await this.picture(folder, asset);
		const beside = studiedIn(entries, consultation).filter((one) => one.study !== study.entry);
		return { kept, photograph, study: study.entry, beside, consent, bytes };
	}

	async place(): Promise<Place | null> {
		return (await this.#place())?.entry ?? null;
	}

	keepPlace(place: Place): Promise<void> {
		return this.#turn(async () => {
			const id = (await this.#place())?.id ?? newId();
			const entry = { kind: 'place', person: this.#by, ...place } as const;
			await this.#save(this.#clinic, { deed: null, entries: [{ id, entry }] });
		});
	}

	/** Null where none was found whole yet. */
	async lastBackup(): Promise<LastBackup | null> {
		return (await this.#only('backup'))?.entry ?? null;
	}

	/** `age1…`; null where none is set. */
	async ownerKey(): Promise<string | null> {
		return (await this.#only('owner-key'))?.entry.recipient ?? null;
	}

	setOwnerKey(recipient: string): Promise<void> {
		return this.#turn(() => this.#keepOnly({ kind: 'owner-key', recipient }, 'owner-key-set'));
	}

	/** A backup of so many bytes was found whole. */
	noteBackup(bytes: number): Promise<void> {
		const entry = { kind: 'backup', at: this.#now(), by: this.#by, bytes } as const;
		return this.#turn(() => this.#keepOnly(entry, 'backup-made'));
	}

	/** What came with it may be of an older schema. */
	noteRestore(): Promise<void> {
		return this.#turn(async () => {
			const mark = await this.#only('upgraded');
			const entries: Kept[] =
				mark === undefined ? [] : [{ ...mark, entry: { ...mark.entry, to: 0 } }];
			await this.#save(this.#clinic, { deed: 'backup-restored', entries });
		});
	}

	/**
	 * Writes what an older schema left as today's has it, each record in a turn and a transaction of its
	 * own, so nobody waits for longer than for one. Who reads meanwhile is given today's form anyway.
	 * Where it was interrupted it looks through all folders again and finds the rest.
	 */
	async upgrade(): Promise<void> {
		if (Object.keys(UPGRADES).length === 0) return;
		const mark = await this.#turn(() => this.#only('upgraded'));
		if (mark?.entry.to === RECORD_VERSION) return;
		const folders = [...new Set([this.#clinic, ...this.#covers.keys()])];
		try {
			for (const [done, folder] of folders.entries()) {
				this.upgraded = { done, of: folders.length };
				for (const id of await this.#turn(() => this.#oldIn(folder))) {
					await this.#turn(() => this.#renew(folder, id));
				}
			}
		} catch (error) {
			this.upgraded = null;
			throw error;
		}
		this.upgraded = { done: folders.length, of: folders.length };
		await this.#turn(() => this.#keepOnly({ kind: 'upgraded', to: RECORD_VERSION }, null));
	}

	/** How far `upgrade` is; null while it is not going on. In its turn: one that was begun before is known. */
	upgrading(): Promise<Upgraded | null> {
		return this.#turn(() => {
			const { upgraded } = this;
			return Promise.resolve(upgraded !== null && upgraded.done < upgraded.of ? upgraded : null);
		});
	}

	async #oldIn(folder: FolderId): Promise<readonly string[]> {
		// It may have been erased meanwhile.
		if (folder !== this.#clinic && !this.#covers.has(folder)) return [];
		const { records } = await this.#vault.records(folder);
		return records.filter(({ content }) => isOld(content)).map(({ id }) => id);
	}

	async #renew(folder: FolderId, id: string): Promise<void> {
		try {
			const { content } = await this.#vault.record(folder, id);
			if (!isOld(content)) return;
			const records = [{ id, content: encodeEntry(decodeEntry(content)) }];
			await this.#vault.save(folder, { records, assets: [] });
		} catch (error) {
			// Erased meanwhile, or set aside: nothing to be written anew.
			const codes = ['vault.not-found', 'vault.record-damaged'] as const;
			if (!codes.some((code) => isAppError(error, code))) throw error;
		}
	}

	/** A new note, or one that amends another; the other stays. */
	addNote(folder: FolderId, note: NewNote): Promise<string> {
		return this.#turn(async () => {
			const id = newId();
			const entry = { kind: 'note', ...note, at: this.#now(), by: this.#by } as const;
			await this.#save(folder, { deed: 'note-added', record: id, entries: [{ id, entry }] });
			return id;
		});
	}

	/** `day`: YYYY-MM-DD; null where the patient need not come again. */
	setFollowUp({ folder, consultation }: VisitPlace, day: string | null): Promise<void> {
		return this.#turn(async () => {
			const visit = await this.#consultation(folder, consultation);
			const isNewest = visit.startedAt === this.#covers.get(folder)?.lastVisit;
			await this.#save(folder, {
				deed: 'follow-up-set',
				record: consultation,
				entries: [{ id: consultation, entry: { ...visit, followUp: day } }],
				cover: isNewest ? { followUp: day } : {}
			});
		});
	}

	/** `day`: YYYY-MM-DD, when what was planned was carried out; null where it was not. */
	setTreatedOn({ folder, consultation }: VisitPlace, day: string | null): Promise<void> {
		return this.#turn(async () => {
			const visit = await this.#consultation(folder, consultation);
			await this.#save(folder, {
				deed: 'treated-on-set',
				record: consultation,
				entries: [{ id: consultation, entry: { ...visit, treatedOn: day } }]
			});
		});
	}

	/** Errors: AppError `vault.not-found`. */
	async #consultation(folder: FolderId, id: string): Promise<Consultation> {
		const visit = decodeEntry((await this.#vault.record(folder, id)).content);
		if (visit.kind !== 'consultation') throw new AppError('vault.not-found');
		return visit;
	}

	/** Null where the clinic has none. */
	async logo(): Promise<Uint8Array<ArrayBuffer> | null> {
		const logo = (await this.papers.letterhead())?.logo ?? null;
		return logo === null ? null : this.picture(this.#clinic, logo);
	}

	/** The bytes of a picture in a folder. */
	async picture(folder: FolderId, asset: string): Promise<Uint8Array<ArrayBuffer>> {
		return (await this.#vault.asset(folder, asset)).content;
	}

	/** Whether a visit asks no licence any more. */
	hasBegun(folder: FolderId, consultation: string): Promise<boolean> {
		return this.#turn(async () => (await this.#hand(folder)).begun.has(consultation));
	}

	/**
	 * Destroys a folder's key and everything under it. Errors: AppError `record.kept` while it has to be kept.
	 */
	erase(folder: FolderId): Promise<void> {
		return this.#turn(async () => {
			const isErased = this.#vault.erasures().some(({ scope }) => scope === folder);
			if (!isErased) await this.retention.requireErasable(folder);
			await this.#erase(folder);
		});
	}

	/**
	 * A patient's file that was made by `Releases.makeCopy` becomes a new folder, under ids of its own. Its audit trail
	 * is kept as it was there, beside the one that begins here. Errors: AppError `import.*`, `vault.no-space`,
	 * and as `addPatient`.
	 */
	importPatient(file: Uint8Array<ArrayBuffer>): Promise<FolderId> {
		return this.#turn(async () => {
			const { people, entries, pictures } = await unpacked(file);
			const before = entries.map(({ entry }) => entry).find(({ kind }) => kind === 'cover');
			const card = before?.kind === 'cover' ? before.card : null;
			if (card !== null) await this.#checkKit();
			await this.#checkSpace();
			const folder = await this.#newFolder();
			const movable = entries.filter(isMovable);
			const ids = await newIds([...movable.map(({ id }) => id), ...pictures.keys()], folder);
			const here = movable.map((kept) => moved(kept, ids));
			const trail = trailIn(entries);
			const imported: Kept = {
				id: newId(),
				entry: { kind: 'imported', at: this.#now(), by: this.#by, people, trail }
			};
			const rebuilt = rebuiltCover(here, this.#now());
			await this.#save(folder, {
				deed: 'patient-imported',
				record: imported.id,
				entries: [...here, imported],
				assets: [...pictures].map(([id, content]) => ({
					id: ids[id] ?? id,
					header: NO_HEADER,
					content
				})),
				cover: {
					...rebuilt,
					card,
					startedAt: before?.kind === 'cover' ? before.startedAt : rebuilt.startedAt
				}
			});
			return folder;
		});
	}

	/** From the card, and from the card as it was before; what stays is that it was removed. */
	removeNextOfKin(folder: FolderId): Promise<void> {
		return this.#turn(async () => {
			const { entries } = await this.#contents(folder);
			const changed = entries.flatMap(({ id, entry }): Kept[] =>
				entry.kind === 'card-change' && entry.before.nextOfKin !== null
					? [{ id, entry: { ...entry, before: { ...entry.before, nextOfKin: null } } }]
					: []
			);
			const card = this.#covers.get(folder)?.card ?? null;
			await this.#save(folder, {
				deed: 'next-of-kin-removed',
				record: folder,
				entries: changed,
				cover: card === null ? {} : { card: { ...card, nextOfKin: null } }
			});
		});
	}

	async #require(folder: FolderId, purposes: readonly Purpose[]): Promise<void> {
		const { gate } = await this.#hand(folder);
		requireUse({ ...gate, today: dayAt(this.#now()) }, purposes);
	}

	async #checkSpace(): Promise<void> {
		const space = await this.#space();
		if (space !== null && levelOf(space) === 'full') throw new AppError('vault.no-space');
	}

	/** `left`: what the clinic keeps of it. */
	async #erase(
		folder: FolderId,
		left: Pick<Change, 'deed' | 'entries'> = { deed: 'folder-erased' }
	): Promise<void> {
		const change = { ...left, record: folder };
		const isErased = this.#vault.erasures().some(({ scope }) => scope === folder);
		// What was interrupted after its transaction is on record already.
		if (isErased) await this.#vault.eraseScope(folder);
		else {
			await this.#write(this.#clinic, change, async (trace) => {
				await this.#vault.eraseScope(folder, trace);
			});
		}
		this.#covers.delete(folder);
		this.damaged.delete(folder);
		this.directory.delete(folder);
	}

	/** One patient may wait for the kit to be printed; more must not depend on a passphrase alone. */
	async #checkKit(): Promise<void> {
		if (!this.directory.hasPatients) return;
		if (!hasKit(await this.#vault.status())) throw new AppError('vault.kit-needed');
	}

	async #openCovers(folders: readonly FolderId[]): Promise<void> {
		const places = await Promise.all(
			folders.map(async (scope) => ({ scope, id: await coverIdOf(scope) }))
		);
		const found = await this.#vault.recordOfEach(places);
		for (const [at, { scope }] of places.entries()) {
			const outcome = found[at];
			if (outcome !== undefined) await this.#readCover(scope, outcome);
		}
	}

	async #readCover(folder: FolderId, found: PromiseSettledResult<RecordContent>): Promise<void> {
		try {
			if (found.status === 'rejected') throw found.reason;
			const entry = decodeEntry(found.value.content);
			this.#hold(folder, entry.kind === 'cover' ? entry : await this.#rebuilt(folder));
		} catch (error) {
			if (isAppError(error, 'vault.record-damaged')) {
				this.#hold(folder, await this.#rebuilt(folder));
			} else if (isAppError(error, 'vault.not-found')) {
				if (folder !== this.#clinic) this.#unused.push(folder);
			} else throw error;
		}
	}

	async #rebuilt(folder: FolderId): Promise<Cover> {
		this.damaged.add(folder);
		return rebuiltCover((await this.#contents(folder)).entries, this.#now());
	}

	#hold(folder: FolderId, cover: Cover): void {
		this.#covers.set(folder, cover);
		if (folder !== this.#clinic) this.directory.set(folder, cover);
	}

	async #contents(folder: FolderId): Promise<Contents> {
		const { records, quarantined } = await this.#vault.records(folder);
		const contents = contentsOf(records, quarantined);
		if (contents.unreadable > 0) this.damaged.add(folder);
		return contents;
	}

	#place(): Promise<Kept<EntryOf<'place'>> | undefined> {
		return this.#only('place', ({ person }) => person === this.#by);
	}

	/** The clinic's one entry of this kind, or of those of which `is` is true. */
	async #only<K extends Entry['kind']>(
		kind: K,
		is: (entry: EntryOf<K>) => boolean = () => true
	): Promise<Kept<EntryOf<K>> | undefined> {
		return onlyIn((await this.#contents(this.#clinic)).entries, kind, is);
	}

	/**
	 * A visit begins with the first of its studies that shows anything. Null where this one does not, or
	 * another did before: then nobody is asked any more.
	 */
	async #begin(folder: FolderId | null, visit: string, study: NewStudy): Promise<Begun | null> {
		if (treatmentsIn([study]).length === 0) return null;
		const hasBegun = folder !== null && (await this.#hand(folder)).begun.has(visit);
		return hasBegun ? null : this.licence.begin();
	}

	async #licenceEntry(): Promise<LicenceEntry | null> {
		return Licence.entryHere(this.#vault, (await this.#only('licence'))?.entry ?? null);
	}

	async #keepLicence(entry: LicenceEntry): Promise<void> {
		const before = await this.#only('licence');
		const isNew = before?.entry.key !== entry.key;
		const id = await licenceId();
		await this.#save(this.#clinic, {
			deed: isNew ? 'device-enrolled' : null,
			...(isNew ? { record: id } : {}),
			entries: [{ id, entry }]
		});
	}

	async #keepOnly(entry: Entry, deed: Deed | null): Promise<void> {
		const id = (await this.#only(entry.kind))?.id ?? newId();
		await this.#save(this.#clinic, { deed, record: id, entries: [{ id, entry }] });
	}

	async #hand(folder: FolderId): Promise<InHand> {
		if (this.#inHand?.folder === folder) return this.#inHand;
		const { entries } = await this.#contents(folder);
		const visits = new Map(
			entries.flatMap(({ id, entry }) =>
				entry.kind === 'photograph' ? [[id, entry.consultation] as const] : []
			)
		);
		const studies: InHand['studies'] = new Map();
		const begun = new Set<string>();
		for (const { id, entry } of entries) {
			if (entry.kind === 'unit') begun.add(entry.consultation);
			if (entry.kind !== 'study') continue;
			const visit = visits.get(entry.photograph);
			if (visit === undefined) continue;
			studies.set(id, { visit, study: entry });
			// Before this device was enrolled nothing was counted.
			if (treatmentsIn([entry]).length > 0) begun.add(visit);
		}
		const { answers, isRestricted } = privacyFacts(entries, this.#now());
		this.#inHand = { folder, studies, begun, gate: { answers, isRestricted } };
		return this.#inHand;
	}

	/**
	 * What is to be written where a study becomes this one: itself, and the others of its visit with its
	 * plan. `treatments`: all that the folder's studies show then.
	 */
	async #withStudy(folder: FolderId, visit: string, id: string, study: Study) {
		const { studies, begun } = await this.#hand(folder);
		const { variants, shown, unlinked } = study;
		studies.set(id, { visit, study });
		const others = [...studies].filter(
			([other, one]) => other !== id && one.visit === visit && !hasPlan(one.study, study)
		);
		for (const [other, one] of others) {
			studies.set(other, { visit, study: { ...one.study, variants, shown, unlinked } });
		}
		if (treatmentsIn([study]).length > 0) begun.add(visit);
		const written = [id, ...others.map(([other]) => other)];
		const entries = written.flatMap((one): Kept[] => {
			const entry = studies.get(one)?.study;
			return entry === undefined ? [] : [{ id: one, entry }];
		});
		return { entries, treatments: treatmentsIn([...studies.values()].map((one) => one.study)) };
	}

	async #newFolder(): Promise<FolderId> {
		return this.#unused.pop() ?? (await this.#vault.createScope());
	}

	/** What goes into the clinic's scope in the same transaction. */
	async #beside({ licence, outbox }: Change): Promise<readonly ScopeChanges[]> {
		const records: RecordContent[] = [];
		if (licence !== undefined) {
			records.push({ id: await licenceId(), content: encodeEntry(licence) });
		}
		if (outbox !== undefined) records.push({ id: await outboxId(), content: encodeEntry(outbox) });
		return records.length === 0 ? [] : [{ scope: this.#clinic, changes: { records, assets: [] } }];
	}

	#save(folder: FolderId, change: Change): Promise<void> {
		return this.#write(folder, change, async (changes) => {
			await this.#vault.save(folder, changes, await this.#beside(change));
		});
	}

	/** `write` puts all of it into one transaction, the cover and the row of the audit trail included. */
	async #write(
		folder: FolderId,
		change: Change,
		write: (changes: Changes) => Promise<void>
	): Promise<void> {
		const { deed, record = null, reason, entries = [], assets = [], licence, outbox } = change;
		const at = this.#now();
		const before = this.#covers.get(folder) ?? emptyCover(at);
		const said = reason === undefined ? {} : { reason };
		const event = { at, by: this.#by, scope: folder, record, ...said };
		const row = deed === null ? null : await rowAfter(before.trail, { ...event, deed });
		const trail = row === null ? before.trail : { n: row.n, hash: row.hash };
		const cover: Cover = { ...before, ...change.cover, trail };
		const all: Kept[] = [...entries, { id: await coverIdOf(folder), entry: cover }];
		if (row !== null) all.push({ id: newId(), entry: row });
		try {
			const records = all.map(({ id, entry }) => ({ id, content: encodeEntry(entry) }));
			await write({ records, assets });
		} catch (error) {
			// It may have been written all the same: what is on the disk counts.
			this.#inHand = null;
			await this.#openCovers([folder]).catch(() => undefined);
			if (licence !== undefined) this.licence.hold(await this.#licenceEntry());
			if (outbox !== undefined) {
				this.leads.hold({ outbox: (await this.#only('outbox'))?.entry ?? null });
			}
			throw error;
		}
		if (entries.some(({ entry }) => GATES.has(entry.kind))) this.#inHand = null;
		if (licence !== undefined) this.licence.hold(licence);
		if (outbox !== undefined) this.leads.hold({ outbox });
		this.#hold(folder, cover);
	}
}

/** What the gate reads: written, it has to be read again. */
const GATES: ReadonlySet<Entry['kind']> = new Set(['consent', 'purpose', 'restriction']);

/** Shows more of any treatment than before; what is taken back needs nobody's leave. */
function addsTo(before: Study | null, after: NewStudy): boolean {
	return ALL_VARIANTS.some((variant) =>
		Object.entries(after.variants[variant]).some(([id, { left, right }]) => {
			const was = before?.variants[variant][id] ?? { left: 0, right: 0 };
			return Math.abs(left) > Math.abs(was.left) || Math.abs(right) > Math.abs(was.right);
		})
	);
}

function hasPlan(one: VisitPlan, other: VisitPlan): boolean {
	const of = ({ variants, shown, unlinked }: VisitPlan) =>
		JSON.stringify([variants, shown, unlinked]);
	return of(one) === of(other);
}

function isVisit(kept: Kept): kept is Kept<EntryOf<'consultation'>> {
	return kept.entry.kind === 'consultation';
}

/** What the clinic's scope holds of leads. */
function leadEntriesIn(kept: readonly Kept[]): LeadEntries {
	const entries = kept.map(({ entry }) => entry);
	return {
		outbox: entries.find((entry) => entry.kind === 'outbox') ?? null,
		keys: entries.find((entry) => entry.kind === 'lead-keys') ?? null,
		kitKey: entries.find((entry) => entry.kind === 'kit-key')?.key ?? null,
		instruction: entries.find((entry) => entry.kind === 'instruction') ?? null
	};
}

function unitOf(consultation: string, begun: Begun | null): readonly Kept[] {
	if (begun === null) return [];
	return [{ id: newId(), entry: { kind: 'unit', consultation, seq: begun.seq } }];
}

const licenceOf = (begun: Begun | null): Pick<Change, 'licence'> =>
	begun === null ? {} : { licence: begun.entry };

function emptyCover(startedAt: number): Cover {
	return {
		kind: 'cover',
		card: null,
		startedAt,
		lastVisit: null,
		followUp: null,
		treatments: [],
		thumbnail: null,
		trail: null
	};
}
