import { offeredFields, type RecipientKind, type SharedField } from '../retention/index.ts';
import type { TrailFlaw } from './audit.ts';
import type { Desk } from './desk.svelte.ts';
import type { NewDisclosure } from './disclosures.ts';
import type { Kept } from './folder.ts';
import type { FolderKeeping } from './retention.ts';
import { holdIn } from './retention-facts.ts';
import type { OpenedFolder } from './trails.ts';
import { trailIn } from './trails.ts';
import { planIn } from './treatment-plan.ts';
import type { PatientFile } from './patient-file.svelte.ts';
import type {
	AuditRow,
	Complaint,
	ComplaintStep,
	Concern,
	Disclosure,
	FolderId,
	Hold,
	NewComplaint,
	Photograph,
	PlanContent
} from './types.ts';

/** What a visit has for somebody else to be told. */
export type VisitSummary = {
	readonly id: string;
	readonly startedAt: number;
	/** YYYY-MM-DD; null where nothing was carried out. */
	readonly treatedOn: string | null;
	readonly concerns: readonly Concern[];
	readonly plan: PlanContent | null;
};

export type ComplaintThread = {
	readonly id: string;
	readonly complaint: Complaint;
	/** The oldest first. */
	readonly steps: readonly ComplaintStep[];
	readonly isClosed: boolean;
};

/** Who reads a disclosure: whoever has the passphrase, or the key `age1…`. */
export type Reader =
	| { readonly kind: 'passphrase'; readonly passphrase: string }
	| { readonly kind: 'key'; readonly recipient: string };

/** One folder as it is overseen: how long it is kept, who saw it, what of it was given to whom. */
export class Oversight {
	readonly folder: FolderId;
	readonly #file: PatientFile;
	readonly #desk: Desk;
	#keeping: FolderKeeping | null = $state.raw(null);

	/** `file`: the same folder, read there. */
	constructor(desk: Desk, file: PatientFile) {
		this.#desk = desk;
		this.#file = file;
		this.folder = file.folder;
	}

	readonly isRead: boolean = $derived.by(() => this.#keeping !== null);
	/** Null until it was read. */
	readonly keeping: FolderKeeping | null = $derived.by(() => this.#keeping);
	/** Null where the file is not held. */
	readonly hold: Hold | null = $derived.by(() => holdIn(this.#entries));
	/** In order. */
	readonly trail: readonly AuditRow[] = $derived.by(() => trailIn(this.#entries));
	/** Rows of it that are not as they were written. */
	readonly flaws: readonly TrailFlaw[] = $derived.by(() => this.#file.opened?.flaws ?? []);
	/** When the clinic's server signed for it last; null where it never did. */
	readonly signedAt: number | null = $derived.by(() => this.#file.opened?.signedAt ?? null);
	/** False where there is more that whoever unlocked is not given. */
	readonly isWhole: boolean = $derived.by(() => this.#file.opened?.isWhole ?? true);
	/** The newest first, each under the id by which the trail names it. */
	readonly disclosures: readonly Kept<Disclosure>[] = $derived.by(() =>
		this.#entries
			.flatMap(({ id, entry }) => (entry.kind === 'disclosure' ? [{ id, entry }] : []))
			.toSorted((a, b) => b.entry.at - a.entry.at)
	);
	/** The newest first. */
	readonly complaints: readonly ComplaintThread[] = $derived.by(() => {
		const steps = this.#entries.flatMap(({ entry }) =>
			entry.kind === 'complaint-step' ? [entry] : []
		);
		return this.#entries
			.flatMap(({ id, entry }) => {
				if (entry.kind !== 'complaint') return [];
				const own = steps
					.filter(({ complaint }) => complaint === id)
					.toSorted((a, b) => a.at - b.at);
				return [{ id, complaint: entry, steps: own, isClosed: own.some(({ closes }) => closes) }];
			})
			.toSorted((a, b) => b.complaint.at - a.complaint.at);
	});
	/** The newest first. */
	readonly visits: readonly VisitSummary[] = $derived.by(() =>
		this.#entries
			.flatMap(({ id, entry }): VisitSummary[] => {
				if (entry.kind !== 'consultation') return [];
				const concerns = this.#entries.flatMap(({ entry: one }) =>
					one.kind === 'concerns' && one.consultation === id ? one.list : []
				);
				const plan = planIn(this.#entries, id)?.entry ?? null;
				return [{ id, startedAt: entry.startedAt, treatedOn: entry.treatedOn, concerns, plan }];
			})
			.toSorted((a, b) => b.startedAt - a.startedAt)
	);
	/** Of the newest visit that has any, in the order in which they were opened. */
	readonly photographs: readonly Photograph[] = $derived.by(() => {
		const all = this.#entries.flatMap(({ entry }) => (entry.kind === 'photograph' ? [entry] : []));
		const newest = this.visits.find(({ id }) =>
			all.some(({ consultation }) => consultation === id)
		);
		return all
			.filter(({ consultation }) => consultation === newest?.id)
			.toSorted((a, b) => a.openedAt - b.openedAt);
	});

	async read(): Promise<void> {
		await this.#file.read();
		this.#keeping = await this.#desk.open.keepingOf(this.folder);
	}

	/** That it may not be erased, or no longer so. Errors: AppError `record.reason-needed`. */
	async setHold(isOn: boolean, reason: string): Promise<void> {
		await this.#desk.open.hold(this.folder, isOn, reason);
		await this.read();
	}

	/** What such a recipient is usually given, and no more. */
	offeredFields(to: RecipientKind): readonly SharedField[] {
		return offeredFields(to);
	}

	/** What is to be handed out as an age file; it is on record then. Errors: AppError `disclosure.objected`. */
	async disclose(
		what: NewDisclosure,
		content: Uint8Array<ArrayBuffer>,
		reader: Reader
	): Promise<Uint8Array<ArrayBuffer>> {
		const file = await this.#desk.seal(this.folder, what, content, reader);
		await this.read();
		return file;
	}

	/** Its audit trail leaves the vault. */
	async noteTrailExport(): Promise<void> {
		await this.#desk.open.noteTrailExport(this.folder);
		await this.read();
	}

	/** Its patient is given it to read. */
	async noteHanding(): Promise<void> {
		await this.#desk.open.noteHanding(this.folder);
		await this.read();
	}

	/** Shows what is kept for some people, until the vault is locked. Errors: AppError `record.reason-needed`. */
	async breakGlass(reason: string): Promise<void> {
		await this.#desk.open.breakGlass(this.folder, reason);
		await this.read();
	}

	async addComplaint(complaint: NewComplaint): Promise<void> {
		await this.#desk.open.addComplaint(this.folder, complaint);
		await this.read();
	}

	/** `closes`: it is settled with this. */
	async stepComplaint(complaint: string, text: string, closes: boolean): Promise<void> {
		await this.#desk.open.stepComplaint(this.folder, complaint, text, closes);
		await this.read();
	}

	picture(asset: string): Promise<Uint8Array<ArrayBuffer>> {
		return this.#desk.open.picture(this.folder, asset);
	}

	get #entries(): OpenedFolder['entries'] {
		return this.#file.opened?.entries ?? [];
	}
}
