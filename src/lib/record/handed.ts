/** Texts that were handed over to a patient, and what became of them, from the entries of the folder. */
import { sha256 } from '../digest.ts';
import { changesSince, opensOn, type Canonical, type Changed } from '../signing/index.ts';
import type { Kept } from './folder.ts';
import { planIn } from './treatment-plan.ts';
import type { Handover, Signature, Variant } from './types.ts';

export type Signed = Signature & {
	readonly id: string;
	readonly withdrawal: { readonly at: number; readonly reason: string } | null;
};

export type Handed = Handover & {
	readonly id: string;
	/** The first day on which it may be signed, YYYY-MM-DD. */
	readonly opensOn: string;
	/** When time to think was last asked for; null where it was not. */
	readonly postponedAt: number | null;
	readonly signature: Signed | null;
};

/** Those of all visits, handed over last first. */
export function handedIn(entries: readonly Kept[]): readonly Handed[] {
	return entries
		.flatMap(({ id, entry }) => (entry.kind === 'handover' ? [handed(entries, id, entry)] : []))
		.toSorted((a, b) => b.at - a.at);
}

function handed(entries: readonly Kept[], id: string, handover: Handover): Handed {
	const { at, zone, words } = handover;
	const asked = entries.flatMap(({ entry }) =>
		entry.kind === 'postponement' && entry.handover === id ? [entry.at] : []
	);
	return {
		...handover,
		id,
		opensOn: opensOn(at, words.reflectionDays, zone),
		postponedAt: asked.length === 0 ? null : Math.max(...asked),
		signature: signatureUnder(entries, id)
	};
}

function signatureUnder(entries: readonly Kept[], handover: string): Signed | null {
	for (const { id, entry } of entries) {
		if (entry.kind !== 'signature' || entry.handover !== handover) continue;
		return { ...entry, id, withdrawal: withdrawalOf(entries, id) };
	}
	return null;
}

function withdrawalOf(entries: readonly Kept[], signature: string): Signed['withdrawal'] {
	for (const { entry } of entries) {
		if (entry.kind !== 'withdrawal' || entry.signature !== signature) continue;
		return { at: entry.at, reason: entry.reason };
	}
	return null;
}

/** What is signed of a text: all of it, and which one it is. */
export function signedText({ text, version, words, closing }: Handover): Canonical {
	return { text, version, words, closing };
}

/**
 * What is signed of a visit's plan: what is to be done where and with how much of what, and what the
 * illustration shows. Neither lots, which are known on the day, nor the clinic's notes and prices.
 */
export function signedPlan(
	entries: readonly Kept[],
	consultation: string,
	variant: Variant | null
): Canonical {
	const plan = planIn(entries, consultation)?.entry;
	return {
		marks: plan?.marks.map(({ id, shape, at, item }) => ({ id, shape, at, item })) ?? [],
		items:
			plan?.items.map(({ id, treatment, product, amount, unit, site }) => ({
				id,
				treatment,
				product,
				amount,
				unit,
				site
			})) ?? [],
		illustrated: variant === null ? null : illustrated(entries, consultation, variant)
	};
}

/** The sliders of one variant; a visit's photographs all have the same ones. */
function illustrated(entries: readonly Kept[], consultation: string, variant: Variant): Canonical {
	const shots = new Set(
		entries.flatMap(({ id, entry }) =>
			entry.kind === 'photograph' && entry.consultation === consultation ? [id] : []
		)
	);
	for (const { entry } of entries) {
		if (entry.kind !== 'study' || !shots.has(entry.photograph)) continue;
		const moved = Object.entries(entry.variants[variant]).filter(
			([, { left, right }]) => left !== 0 || right !== 0
		);
		return { variant, sliders: Object.fromEntries(moved) };
	}
	return { variant, sliders: {} };
}

/** What is not as it was signed. `read`: the bytes of a picture. */
export async function changesOf(
	entries: readonly Kept[],
	{ handover, consultation, variant, pictures, terms, mark, seal }: Signature,
	read: (asset: string) => Promise<Uint8Array<ArrayBuffer>>
): Promise<readonly Changed[]> {
	const text = entries.find(({ id }) => id === handover)?.entry;
	const hashOf = async (asset: string) => sha256(await read(asset));
	const hashes = await Promise.allSettled(pictures.map(({ asset }) => hashOf(asset)));
	return changesSince(seal, {
		text: text?.kind === 'handover' ? signedText(text) : null,
		plan: signedPlan(entries, consultation, variant),
		pictures: hashes.map((hash) => (hash.status === 'fulfilled' ? hash.value : null)),
		terms,
		mark
	});
}
