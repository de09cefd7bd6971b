/** What a folder says of how long it must stay. */
export type KeepingFacts = {
	/** Why it is held, the newest last; empty where it is not. */
	readonly holds: readonly { readonly reason: string }[];
};

/** Why a folder may not be erased now, for the patient to read. */
export type ErasureObjection = { readonly kind: 'hold'; readonly reason: string };

/** `now`: milliseconds since 1970. Null where it may be erased. */
export type MayErase = (facts: KeepingFacts, now: number) => ErasureObjection | null;

/** A legal hold alone. */
export const mayErase: MayErase = ({ holds }) => {
	const [first] = holds;
	return first === undefined ? null : { kind: 'hold', reason: first.reason };
};
