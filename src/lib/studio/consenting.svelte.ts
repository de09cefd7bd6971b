import type { NewConsent } from '../record/index.ts';

/**
 * Whether the person whose photographs are opened now agreed to it. Asked once for each visit, before its
 * first photograph, and for each demonstration; the screen that asks is ui's.
 */
export class Consenting {
	/** What the person in hand agreed to; null until they have. */
	given: NewConsent | null = $state.raw(null);
	/** Of the person in hand, in years, the youngest that their card allows; null where it says nothing. */
	age: number | null = $state(null);
	/** Keeps the answer where the visit in hand is kept already. */
	readonly #keep: (consent: NewConsent) => Promise<void>;
	#answers: readonly ((consent: NewConsent | null) => void)[] = $state.raw([]);

	constructor(keep: (consent: NewConsent) => Promise<void>) {
		this.#keep = keep;
	}

	readonly isAsking: boolean = $derived.by(() => this.#answers.length > 0);

	/** What was agreed to, asked for where nobody was asked yet; null where it was not given. */
	async ask(): Promise<NewConsent | null> {
		return (
			this.given ??
			(await new Promise((answer) => {
				this.#answers = [...this.#answers, answer];
			}))
		);
	}

	/** Errors: AppError `vault.*`; then nothing was agreed to yet. */
	async give(consent: NewConsent): Promise<void> {
		await this.#keep(consent);
		this.given = consent;
		this.#settle(consent);
	}

	/** What waited for it is let go of. */
	decline(): void {
		this.#settle(null);
	}

	#settle(answer: NewConsent | null): void {
		const answers = this.#answers;
		this.#answers = [];
		for (const settle of answers) settle(answer);
	}
}
