/**
 * What a signature was given to, bound by its hash: text, plan, pictures, the circumstances, and the
 * mark itself, each by itself, so that a change says what was changed.
 */
import { matchingCode, sha256 } from '../digest.ts';
import { canonicalJson, type Canonical } from './canonical.ts';

/** A hash: SHA-256, 64 lower-case hexadecimal digits. */
type Hash = string;

/** As it was before the patient. `pictures`: the hash of each file, in the order in which they were shown. */
export type Signed = {
	readonly text: Canonical;
	readonly plan: Canonical;
	readonly pictures: readonly Hash[];
	/** Roles, times, what was acknowledged; nobody's name. */
	readonly terms: Canonical;
	/** What was drawn or typed. */
	readonly mark: Canonical;
};

export type Seal = {
	readonly text: Hash;
	readonly plan: Hash;
	readonly pictures: readonly Hash[];
	readonly terms: Hash;
	readonly mark: Hash;
	/** Of all of these. */
	readonly whole: Hash;
};

/** The same as it is found later; a picture that is gone or does not open is null. */
export type Found = Omit<Signed, 'pictures'> & { readonly pictures: readonly (Hash | null)[] };

/** What is not as it was signed. `seal`: the hashes themselves do not belong together. */
export type Changed =
	| { readonly part: 'text' | 'plan' | 'terms' | 'mark' | 'seal' }
	/** `at`: its place among the pictures, from 0. */
	| { readonly part: 'picture'; readonly at: number };

type Parts = Omit<Seal, 'whole'>;

export async function sealOf(signed: Signed): Promise<Seal> {
	const parts = { ...(await partsOf(signed)), pictures: signed.pictures };
	return { ...parts, whole: await wholeOf(parts) };
}

/** Nothing where all of it is as it was signed. */
export async function changesSince(seal: Seal, found: Found): Promise<readonly Changed[]> {
	const now = await partsOf(found);
	const changed: Changed[] = PARTS.filter((part) => now[part] !== seal[part]).map((part) => ({
		part
	}));
	const count = Math.max(seal.pictures.length, found.pictures.length);
	for (let at = 0; at < count; at++) {
		if (found.pictures[at] !== seal.pictures[at]) changed.push({ part: 'picture', at });
	}
	if (seal.whole !== (await wholeOf(seal))) changed.push({ part: 'seal' });
	return changed;
}

/** By which people tell it, on paper as on the screen: `XXXX-XXXX-XXXX-XXXX`. */
export function sealCode({ whole }: Pick<Seal, 'whole'>): Promise<string> {
	return matchingCode(`vultus-signature/1 ${whole}`);
}

const PARTS = ['text', 'plan', 'terms', 'mark'] as const;

async function partsOf({
	text,
	plan,
	terms,
	mark
}: Omit<Signed, 'pictures'>): Promise<Omit<Parts, 'pictures'>> {
	const hashes = await Promise.all([text, plan, terms, mark].map(hashOf));
	const [ofText = '', ofPlan = '', ofTerms = '', ofMark = ''] = hashes;
	return { text: ofText, plan: ofPlan, terms: ofTerms, mark: ofMark };
}

function wholeOf({ text, plan, pictures, terms, mark }: Parts): Promise<Hash> {
	return hashOf({ text, plan, pictures, terms, mark });
}

function hashOf(value: Canonical): Promise<Hash> {
	return sha256(new TextEncoder().encode(canonicalJson(value)));
}
