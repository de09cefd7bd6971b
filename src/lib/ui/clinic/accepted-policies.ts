import { POLICY_VERSIONS } from '../messages/policy-versions.en.ts';

type Kind = keyof typeof POLICY_VERSIONS;
type Accepted = Readonly<Partial<Record<Kind, number>>>;
type News = { readonly kind: Kind; readonly texts: readonly string[] };

const KINDS = ['privacy', 'terms'] as const;

/**
 * Beside the other choices of this device, in the clear: numbers of published texts. The app never asks the server
 * for them; the console tells it what was accepted when it has read that anyway.
 */
const KEY = 'vultus.policies';

/** What matters of versions later than the accepted ones; nothing of a kind of which nothing is known. */
export function policyNews(accepted: Accepted, versions = POLICY_VERSIONS): readonly News[] {
	return KINDS.flatMap((kind) => {
		const known = accepted[kind] ?? Infinity;
		const texts = versions[kind].changes
			.filter(({ version }) => version > known)
			.map(({ text }) => text);
		return texts.length === 0 ? [] : [{ kind, texts }];
	});
}

/** What was accepted, as far as this device knows. What is first seen here counts from now on. */
export function acceptedHere(): Accepted {
	const kept = read();
	const known = {
		privacy: kept.privacy ?? POLICY_VERSIONS.privacy.version,
		terms: kept.terms ?? POLICY_VERSIONS.terms.version
	};
	if (kept.privacy === undefined || kept.terms === undefined) write(known);
	return known;
}

/** As the server says it of whoever is signed in to the console here. */
export function noteAccepted(
	policies: readonly { readonly kind: Kind; readonly accepted: number | null }[]
): void {
	const found = policies.flatMap(({ kind, accepted }) =>
		accepted === null ? [] : [[kind, accepted] as const]
	);
	if (found.length > 0) write({ ...read(), ...Object.fromEntries(found) });
}

function read(): Accepted {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		if (typeof kept !== 'object' || kept === null) return {};
		return Object.fromEntries(
			Object.entries(kept).filter(
				([kind, version]) => KINDS.some((one) => one === kind) && Number.isSafeInteger(version)
			)
		);
	} catch {
		return {};
	}
}

function write(accepted: Accepted): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(accepted));
	} catch {
		// Full or forbidden: it is noted the next time.
	}
}
