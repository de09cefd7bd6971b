import { sha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { maySign, sealOf } from '../signing/index.ts';
import { newId } from '../vault/index.ts';
import { append, type FolderPen } from './folder-pen.ts';
import { consentIn } from './folder.ts';
import { handedIn, signedPlan, signedText, type Handed } from './handed.ts';
import type {
	ConsentText,
	Handover,
	NewReferral,
	NewSignature,
	Signature,
	VisitPlace
} from './types.ts';

const NO_HEADER = new Uint8Array();

/**
 * What patients are told, and what they sign. Nothing of it is ever written over: a signature that does
 * not hold any more is withdrawn and stays. Errors of every method: AppError `vault.*`.
 */
export class TreatmentConsents {
	readonly #pen: FolderPen;

	constructor(pen: FolderPen) {
		this.#pen = pen;
	}

	/**
	 * Hands a text over to be read, and gives the id of that. The time to think begins when it was handed
	 * over for the first time; once it was signed, the next time is another first one. `closing`: what the
	 * app says under it.
	 */
	handOver(
		{ folder, consultation }: VisitPlace,
		{ text, version, words }: ConsentText,
		closing: string
	): Promise<string> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const before = handedIn(entries).find(
				(one) => one.text === text && one.version === version && one.signature === null
			);
			if (before !== undefined) return before.id;
			const entry: Handover = {
				kind: 'handover',
				consultation,
				...this.#here(),
				zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
				text,
				version,
				words,
				closing
			};
			return append(this.#pen, folder, 'consent-handed', entry);
		});
	}

	/** The patient would like time to think. */
	postpone({ folder, consultation }: VisitPlace, handover: string): Promise<void> {
		return this.#pen.turn(async () => {
			const entry = { kind: 'postponement', consultation, ...this.#here(), handover } as const;
			await this.#pen.save(folder, {
				deed: 'consent-postponed',
				record: handover,
				entries: [{ id: newId(), entry }]
			});
		});
	}

	/**
	 * Binds the mark to what was shown. Errors: AppError `consent.too-early` before the time to think is
	 * over, with the day on which it is; `consent.incomplete` where a risk was not acknowledged;
	 * `consent.signed` where it was signed before.
	 */
	sign(
		{ folder, consultation }: VisitPlace,
		{ handover, variant, mark, pictures, acknowledged }: NewSignature
	): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const text = handedIn(entries).find(({ id }) => id === handover);
			if (text === undefined) throw new AppError('vault.not-found');
			const signedAt = this.#pen.now();
			checkSignable(text, acknowledged, signedAt);
			const guardian = consentIn(entries, consultation)?.guardian ?? null;
			const terms: Signature['terms'] = {
				signer: guardian === null ? 'patient' : 'guardian',
				handedAt: text.at,
				signedAt,
				reflectionDays: text.words.reflectionDays,
				acknowledged
			};
			const seal = await sealOf({
				text: signedText(text),
				plan: signedPlan(entries, consultation, variant),
				pictures: await Promise.all(pictures.map(({ bytes }) => sha256(bytes))),
				terms,
				mark
			});
			const shown = pictures.map((picture) => ({ ...picture, asset: newId() }));
			const entry: Signature = {
				kind: 'signature',
				consultation,
				by: this.#pen.by,
				handover,
				variant,
				pictures: shown.map(({ asset, isIllustration }) => ({ asset, isIllustration })),
				terms,
				mark,
				seal
			};
			const id = newId();
			await this.#pen.save(folder, {
				deed: 'consent-signed',
				record: id,
				entries: [{ id, entry }],
				assets: shown.map(({ asset, bytes }) => ({ id: asset, header: NO_HEADER, content: bytes }))
			});
		});
	}

	/** The signature stays, and does not hold any more. */
	withdraw({ folder, consultation }: VisitPlace, signature: string, reason: string): Promise<void> {
		return this.#pen.turn(async () => {
			const what = { consultation, ...this.#here(), signature, reason };
			await this.#pen.save(folder, {
				deed: 'consent-withdrawn',
				record: signature,
				entries: [{ id: newId(), entry: { kind: 'withdrawal', ...what } }]
			});
		});
	}

	/** Somebody else is to be told of the patient. */
	refer({ folder, consultation }: VisitPlace, referral: NewReferral): Promise<void> {
		return this.#pen.turn(async () => {
			const entry = { kind: 'referral', consultation, ...this.#here(), ...referral } as const;
			await append(this.#pen, folder, 'referral-written', entry);
		});
	}

	#here() {
		return { at: this.#pen.now(), by: this.#pen.by };
	}
}

function checkSignable(
	{ at, zone, words, opensOn, signature }: Handed,
	acknowledged: number,
	now: number
): void {
	if (signature !== null) throw new AppError('consent.signed');
	if (acknowledged !== words.risks.length) throw new AppError('consent.incomplete');
	if (maySign({ at, zone, days: words.reflectionDays }, now)) return;
	throw new AppError('consent.too-early', { details: { day: opensOn } });
}
