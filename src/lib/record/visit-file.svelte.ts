import { AppError } from '../errors.ts';
import { sealCode, type Changed } from '../signing/index.ts';
import { Autosave } from './autosave.svelte.ts';
import { controllerOf } from './controllers-in.ts';
import type { Desk } from './desk.svelte.ts';
import { ALL_VARIANTS, consentTo, treatmentsIn, type Contents } from './folder.ts';
import { changesOf, handedIn, type Handed } from './handed.ts';
import { ageAt, cardIn, DEFAULT_AGE_RULE, isContradicted, limitsOf } from './history-in.ts';
import {
	contentOf,
	EMPTY_PLAN,
	planBefore,
	planIn,
	planVersions,
	type PlanVersion
} from './treatment-plan.ts';
import type {
	AgeRule,
	AuditRow,
	Card,
	Concern,
	Consent,
	ConsentText,
	Consultation,
	NewConsent,
	NewController,
	NewReferral,
	NewRelease,
	NewSignature,
	Note,
	Photograph,
	PlanContent,
	Referral,
	Signature,
	Study,
	Variant,
	VisitLimits,
	VisitPlace
} from './types.ts';
import { VisitAdvice } from './visit-advice.svelte.ts';
import { VisitHistory } from './visit-history.svelte.ts';

type Shot = { readonly id: string; readonly photograph: Photograph; readonly study: Study | null };

/** One visit, opened: whose it is, what was agreed to and said in it, and its photographs. */
export class VisitFile {
	readonly place: VisitPlace;
	readonly history: VisitHistory;
	/** What the history suggests, where the clinic wants that. */
	readonly advice: VisitAdvice;
	/** What was said in it. */
	readonly concerns: Autosave<readonly Concern[]>;
	/** What is meant to be done. */
	readonly plan: Autosave<PlanContent>;
	#contents: Contents | null = $state.raw(null);
	#ageRule: AgeRule = $state.raw(DEFAULT_AGE_RULE);
	readonly #desk: Desk;

	constructor(desk: Desk, place: VisitPlace) {
		this.#desk = desk;
		this.place = place;
		const file = {
			place,
			entries: () => this.#entries,
			room: () => desk.open,
			read: () => this.read()
		};
		this.history = new VisitHistory(file);
		this.advice = new VisitAdvice(file);
		this.concerns = new Autosave<readonly Concern[]>([], (list) =>
			desk.open.setConcerns(place, list)
		);
		this.plan = new Autosave(EMPTY_PLAN, (plan) => desk.open.setTreatmentPlan(place, plan));
	}

	readonly isRead: boolean = $derived.by(() => this.#contents !== null);
	/** Of its patient; null while that is nobody who was named. */
	readonly card: Card | null = $derived.by(() => cardIn(this.#entries));
	readonly consultation: Consultation | null = $derived.by(() => {
		const kept = this.#entries.find(({ id }) => id === this.place.consultation);
		return kept?.entry.kind === 'consultation' ? kept.entry : null;
	});
	/** Who answers for its data; null where it is the clinic alone. */
	readonly controller = $derived.by(() => controllerOf(this.#entries, this.place.consultation));
	/** The last that was given; null where nobody was asked. */
	readonly consent: Consent | null = $derived.by(() =>
		consentTo(this.#entries, this.place.consultation)
	);
	/** Of its patient on the day of the visit, in years: the youngest that the card allows. */
	readonly age: number | null = $derived.by(() =>
		ageAt(this.card?.born ?? null, this.consultation?.startedAt ?? Date.now())
	);
	/** It was said that the patient is 18 or older, and the card says that they are not, or may not be. */
	readonly isContradicted: boolean = $derived.by(() =>
		isContradicted(this.consent, this.card?.born ?? null)
	);
	/** What may not be shown or planned in it. */
	readonly limits: VisitLimits = $derived.by(() =>
		limitsOf(this.#entries, this.place.consultation, this.#ageRule, Date.now())
	);
	/** In the order in which they were opened. */
	readonly shots: readonly Shot[] = $derived.by(() =>
		this.#entries
			.flatMap(({ id, entry }) =>
				entry.kind === 'photograph' && this.#isHere(entry)
					? [{ id, photograph: entry, study: this.#studyOf(id) }]
					: []
			)
			.sort((a, b) => a.photograph.openedAt - b.photograph.openedAt)
	);
	/** Of the patient's last visit that has one, from before this visit. */
	readonly planBefore: PlanContent | null = $derived.by(() => {
		const plan = planBefore(this.#entries, this.place.consultation);
		return plan === null ? null : contentOf(plan);
	});
	/** As it was kept, the newest first. */
	readonly planVersions: readonly PlanVersion[] = $derived.by(() =>
		planVersions(this.#entries, this.place.consultation)
	);
	/** What its illustrations show anything of. */
	readonly treatments: readonly string[] = $derived.by(() =>
		treatmentsIn(this.shots.flatMap(({ study }) => (study === null ? [] : [study])))
	);
	/** What of its plans is on show, or the first that shows anything; null where none does. */
	readonly variant: Variant | null = $derived.by(() => {
		const study = this.shots.find((shot) => shot.study !== null)?.study ?? null;
		if (study === null) return null;
		const showing = ALL_VARIANTS.filter((one) => treatmentsIn([study], [one]).length > 0);
		return showing.find((one) => one === study.shown) ?? showing[0] ?? null;
	});
	/** What that one shows anything of. */
	readonly illustrated: readonly string[] = $derived.by(() => {
		const studies = this.shots.flatMap(({ study }) => (study === null ? [] : [study]));
		return this.variant === null ? [] : treatmentsIn(studies, [this.variant]);
	});
	/** Texts handed over to this patient in any visit, the last one first. */
	readonly handed: readonly Handed[] = $derived.by(() => handedIn(this.#entries));
	/** In the order in which they were written. */
	readonly notes: readonly Note[] = $derived.by(() =>
		this.#entries
			.flatMap(({ entry }) =>
				entry.kind === 'note' && entry.consultation === this.place.consultation ? [entry] : []
			)
			.toSorted((a, b) => a.at - b.at)
	);
	readonly referrals: readonly Referral[] = $derived.by(() =>
		this.#entries
			.flatMap(({ entry }) => (entry.kind === 'referral' && this.#isHere(entry) ? [entry] : []))
			.toSorted((a, b) => a.at - b.at)
	);
	/** What was done in the patient's file, in order. */
	readonly trail: readonly AuditRow[] = $derived.by(() =>
		this.#entries
			.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry] : []))
			.toSorted((a, b) => a.n - b.n)
	);
	/** A signature was given in this visit, and holds. */
	readonly isSigned: boolean = $derived.by(() =>
		this.handed.some(
			({ signature }) =>
				signature !== null && signature.withdrawal === null && this.#isHere(signature)
		)
	);
	/** A paper of this visit was made. */
	readonly isReported: boolean = $derived.by(() =>
		this.trail.some(
			({ deed, record }) => deed === 'report-made' && record === this.place.consultation
		)
	);

	/** Errors: AppError `vault.not-found` where there is no such visit. */
	async read(): Promise<void> {
		const isFirst = this.#contents === null;
		const room = this.#desk.open;
		if (isFirst) {
			this.#ageRule = await room.ageRule();
			await this.advice.readRule();
		}
		const contents = await room.folder(this.place.folder);
		this.#contents = contents;
		if (this.consultation === null) throw new AppError('vault.not-found');
		if (!isFirst) return;
		for (const { entry } of contents.entries) {
			if (entry.kind === 'concerns' && this.#isHere(entry)) this.concerns.hold(entry.list);
		}
		const plan = planIn(contents.entries, this.place.consultation);
		if (plan !== undefined) this.plan.hold(contentOf(plan.entry));
	}

	/** For a visit that was begun before anybody was asked. */
	async giveConsent(consent: NewConsent): Promise<void> {
		await this.#desk.open.giveConsent(this.place, consent);
		await this.read();
	}

	/** Who answers for its data from now on. */
	async setController(controller: NewController): Promise<void> {
		await this.#desk.open.setController(this.place, controller);
		await this.read();
	}

	async setCard(card: Card): Promise<void> {
		await this.#desk.open.setCard(this.place.folder, card);
		await this.read();
	}

	/** Keeps what is not kept yet, now. */
	async flush(): Promise<void> {
		await Promise.all([this.concerns.flush(), this.plan.flush()]);
	}

	/** `closing`: what the app says under it. Gives the id of the handing over. */
	async handOver(text: ConsentText, closing: string): Promise<string> {
		const id = await this.#desk.open.handOver(this.place, text, closing);
		await this.read();
		return id;
	}

	async postpone(handover: string): Promise<void> {
		await this.#desk.open.postpone(this.place, handover);
		await this.read();
	}

	/** Errors: AppError `consent.too-early`, `consent.incomplete`, `consent.signed`. */
	async sign(signature: NewSignature): Promise<void> {
		await this.plan.flush();
		await this.#desk.open.sign(this.place, signature);
		await this.read();
	}

	async withdraw(signature: string, reason: string): Promise<void> {
		await this.#desk.open.withdraw(this.place, signature, reason);
		await this.read();
	}

	async refer(referral: NewReferral): Promise<void> {
		await this.#desk.open.refer(this.place, referral);
		await this.read();
	}

	/** YYYY-MM-DD. */
	async setFollowUp(day: string | null): Promise<void> {
		await this.#desk.open.setFollowUp(this.place, day);
		await this.read();
	}

	/** A paper is about to leave the vault. Errors: AppError `privacy.*` where it may not. */
	async release(content: string, uses: NewRelease['uses']): Promise<void> {
		const { folder, consultation } = this.place;
		await this.#desk.open.release(folder, { what: 'paper', consultation, content, uses });
		await this.read();
	}

	/** What is not any more as it was signed. */
	changesOf(signature: Signature): Promise<readonly Changed[]> {
		return changesOf(this.#entries, signature, (asset) => this.picture(asset));
	}

	/** By which people tell a signature, on paper as on the screen. */
	codeOf({ seal }: Signature): Promise<string> {
		return sealCode(seal);
	}

	picture(asset: string): Promise<Uint8Array<ArrayBuffer>> {
		return this.#desk.open.picture(this.place.folder, asset);
	}

	#isHere({ consultation }: { readonly consultation: string }): boolean {
		return consultation === this.place.consultation;
	}

	#studyOf(photograph: string): Study | null {
		for (const { entry } of this.#entries) {
			if (entry.kind === 'study' && entry.photograph === photograph) return entry;
		}
		return null;
	}

	get #entries(): Contents['entries'] {
		return (this.#contents ?? { entries: [] }).entries;
	}
}
