import { AppError, toAppError } from '../errors.ts';
import type { FaceObservation } from '../face/index.ts';
import type { StorablePhoto } from '../photo/index.ts';
import type {
	FolderId,
	KeptPhotograph,
	LicenceView,
	NewConsent,
	NewIds,
	NewPhotograph,
	Purpose,
	RecordRoom,
	StoredPhotograph,
	VisitLimits,
	VisitPlace
} from '../record/index.ts';
import type { StudioDocument } from './document.ts';
import type { PictureChoice } from './picture-out.ts';
import { studyOf } from './study.ts';

/** `saved` only after the vault has read back what it wrote. */
export type KeepState = 'not-kept' | 'keeping' | 'saving' | 'saved' | 'failed';

type Job = {
	readonly document: () => StudioDocument;
	/** The open photograph as it is to be kept; from then on the studio works on its decode. */
	readonly store: () => Promise<(StorablePhoto & { readonly about: About }) | null>;
	/** Asks for what a visit begins with; null where it is not given. */
	readonly ask: () => Promise<NewConsent | null>;
	readonly reopen: (stored: StoredPhotograph) => Promise<boolean>;
	readonly fail: (error: unknown) => void;
};

type About = Omit<NewPhotograph['photograph'], 'observation'> & {
	readonly found: FaceObservation;
};

/** Whose photographs are opened: in which visit, and what they agreed to; null where there is neither. */
export type Subject = {
	readonly visit: VisitPlace | null;
	readonly agreed: NewConsent | null;
};

const NOBODY: Subject = { visit: null, agreed: null };

/** Long enough for the next touch of a slider to belong to the same change. */
const QUIET_MS = 800;

/** Keeps the open photograph and every change of its document in the vault, once it was told to. */
export class Keeping {
	state: KeepState = $state('not-kept');
	/** A photograph is on its way out of the vault. */
	isReopening = $state(false);
	/** Why the last change is not saved. */
	problem: AppError | null = $state.raw(null);
	/** Where the open photograph is kept; null while it is not. */
	kept: KeptPhotograph | null = $state.raw(null);
	/** In hand: photographs opened from now on are kept with this visit; null: only when asked. */
	visit: VisitPlace | null = $state.raw(null);
	/** Of this device; null where it has none, so that every illustration is a demonstration. */
	licence: Pick<LicenceView, 'mayBegin'> | null = $state.raw(null);
	/** The open photograph's visit is counted, or was begun before anything was: it asks no licence any more. */
	#isBegun = $state(false);
	/** As its visit tells it; null where it was not asked. */
	#told: VisitLimits | null = $state.raw(null);
	/** Of the open vault; null while there is none. */
	room: RecordRoom | null = $state.raw(null);
	readonly #job: Job;
	#saved: StudioDocument | null = null;
	/** Of the open photograph, whichever visit is in hand by now. */
	subject: Subject = $state.raw(NOBODY);
	#timer: ReturnType<typeof setTimeout> | null = null;
	#work: Promise<void> = Promise.resolve();

	constructor(job: Job) {
		this.#job = job;
	}

	/**
	 * What may not be shown on the open photograph. Until its visit has told, what was agreed to says it:
	 * for somebody under 18 a guardian agreed.
	 */
	readonly limits: VisitLimits = $derived.by(() => {
		const { guardian = null } = this.subject.agreed ?? {};
		return this.#told ?? { noInjectables: guardian !== null, isPaused: false, isStopped: false };
	});

	/** Nothing would be lost with the page. */
	readonly isSafe: boolean = $derived.by(() => this.state === 'saved');

	readonly mayIllustrate: boolean = $derived.by(
		() =>
			this.licence === null || this.licence.mayBegin || this.#isBegun || this.subject.visit === null
	);

	/** The open photograph can be kept without asking anybody. */
	readonly isAgreed: boolean = $derived.by(
		() => this.subject.visit !== null || this.subject.agreed !== null
	);

	/** Another photograph is open; nobody's where there is none. */
	restart(subject: Subject = NOBODY): void {
		this.#stopTimer();
		this.subject = subject;
		this.#isBegun = false;
		this.#told = null;
		void this.readLimits();
		this.kept = null;
		this.problem = null;
		this.state = 'not-kept';
		if (subject.visit !== null && this.room !== null) void this.keep();
	}

	/** Keeps the open photograph: in its visit, or in one that begins with it, without a name. */
	async keep(): Promise<void> {
		const { subject } = this;
		const agreed =
			subject.visit === null ? (subject.agreed ?? (await this.#job.ask())) : subject.agreed;
		await this.#inTurn(async () => {
			const { room } = this;
			// Another one may be open by now.
			if (room === null || this.kept !== null || this.subject !== subject) return;
			const folder = subject.visit?.folder ?? null;
			const visit = subject.visit?.consultation ?? agreed;
			if (visit === null) return;
			this.state = 'keeping';
			try {
				const document = this.#job.document();
				const stored = await this.#job.store();
				if (stored === null) {
					this.state = 'not-kept';
					return;
				}
				const kept = await room.keepPhotograph(folder, visit, newPhotograph(stored, document));
				this.kept = kept;
				const place = { folder: kept.folder, consultation: kept.consultation };
				this.subject = { visit: place, agreed };
				this.visit ??= place;
				await Promise.all([this.#readBegun(kept), this.readLimits()]);
				this.#done(document);
			} catch (error) {
				this.state = 'not-kept';
				this.#job.fail(toAppError(error, 'vault.failed'));
			}
		});
	}

	/** Opens a photograph that is kept, as it was left. */
	async reopen(folder: FolderId, photograph: string): Promise<boolean> {
		const { room } = this;
		if (room === null) return false;
		this.isReopening = true;
		try {
			await this.flush();
			const stored = await room.reopen(folder, photograph);
			this.visit = null;
			if (!(await this.#job.reopen(stored))) return false;
			this.kept = stored.kept;
			this.visit = { folder, consultation: stored.kept.consultation };
			this.subject = { visit: this.visit, agreed: stored.consent };
			this.#isBegun = false;
			this.#told = null;
			await Promise.all([this.#readBegun(stored.kept), this.readLimits()]);
			this.#done(this.#job.document());
			return true;
		} catch (error) {
			this.#job.fail(toAppError(error, 'vault.failed'));
			return false;
		} finally {
			this.isReopening = false;
		}
	}

	/**
	 * A picture of the open photograph is about to leave. Of somebody who is kept nowhere it may be the patient's
	 * own copy and nothing else. Errors: AppError `privacy.*` where it may not.
	 */
	async release(content: PictureChoice, use: Purpose | null): Promise<void> {
		const { room } = this;
		const { visit } = this.subject;
		if (visit === null || room === null) {
			if (use !== null) throw new AppError('privacy.not-kept');
			return;
		}
		await room.release(visit.folder, {
			what: 'picture',
			consultation: visit.consultation,
			content,
			uses: [
				'record',
				...(content === 'before' ? [] : (['simulation'] as const)),
				...(use === null ? [] : [use])
			],
			// Whoever chose a use has said that it was agreed to: the sheet asks.
			...(use === null ? {} : { isAttested: true })
		});
	}

	/** Card, history or the clinic's rule may have changed meanwhile. */
	async readLimits(): Promise<void> {
		const { subject, room } = this;
		if (subject.visit === null || room === null) return;
		const told = await room.limitsOf(subject.visit).catch(() => null);
		if (told !== null && this.subject.visit?.consultation === subject.visit.consultation) {
			this.#told = told;
		}
	}

	/** A folder's contents stand in another now, under these ids. */
	followMove(from: FolderId, to: FolderId, ids: NewIds): void {
		const at = (id: string): string => ids[id] ?? id;
		if (this.kept?.folder === from) {
			const { consultation, photograph, study } = this.kept;
			this.kept = {
				folder: to,
				consultation: at(consultation),
				photograph: at(photograph),
				study: at(study)
			};
		}
		const moved = (visit: VisitPlace | null): VisitPlace | null =>
			visit?.folder === from ? { folder: to, consultation: at(visit.consultation) } : visit;
		this.visit = moved(this.visit);
		this.subject = { ...this.subject, visit: moved(this.subject.visit) };
	}

	/** The document has changed. */
	follow(document: StudioDocument): void {
		if (this.kept === null || document === this.#saved) return;
		this.state = 'saving';
		this.#stopTimer();
		this.#timer = setTimeout(() => void this.#save(), QUIET_MS);
	}

	/** Saves what is not saved yet, now. */
	async flush(): Promise<void> {
		this.#stopTimer();
		await (this.kept === null ? this.#work : this.#save());
	}

	#save(): Promise<void> {
		this.#stopTimer();
		return this.#inTurn(async () => {
			const { room, kept } = this;
			const document = this.#job.document();
			if (room === null || kept === null || document === this.#saved) return;
			this.state = 'saving';
			try {
				await room.keepStudy(kept, studyOf(document));
				await this.#readBegun(kept);
				if (this.kept === kept) this.#done(document);
			} catch (error) {
				if (this.kept !== kept) return;
				this.problem = toAppError(error, 'vault.failed');
				this.state = 'failed';
			}
		});
	}

	async #readBegun({ folder, consultation }: VisitPlace): Promise<void> {
		if (this.licence === null || this.#isBegun) return;
		const hasBegun = (await this.room?.hasBegun(folder, consultation)) ?? false;
		if (this.subject.visit?.consultation === consultation) this.#isBegun = hasBegun;
	}

	#done(document: StudioDocument): void {
		this.#saved = document;
		this.problem = null;
		this.state = 'saved';
		// What came meanwhile is one change more.
		this.follow(this.#job.document());
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		this.#work = this.#work.then(work);
		return this.#work;
	}

	#stopTimer(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}
}

function newPhotograph(
	{ bytes, thumbnail, about }: StorablePhoto & { readonly about: About },
	document: StudioDocument
): NewPhotograph {
	const { found, ...rest } = about;
	const { landmarks, pose, blendshapes } = found;
	const observation = {
		landmarks: [...landmarks],
		pose: [...pose],
		blendshapes: blendshapes === null ? null : { ...blendshapes }
	};
	return { photograph: { ...rest, observation }, study: studyOf(document), bytes, thumbnail };
}
