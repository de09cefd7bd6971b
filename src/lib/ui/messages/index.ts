import { en } from './en.ts';
import { TREATMENT_WORDS, type TreatmentWords } from './treatments.en.ts';
import type { TreatmentId } from '../../treatment/index.ts';

type Messages = typeof en;
export type MessageKey = keyof Messages;
type Parameters<Key extends MessageKey> = Messages[Key] extends (values: infer Values) => string
	? [values: Values]
	: [];

/** The text of a key; a missing key or value is a type error. */
export function t<Key extends MessageKey>(key: Key, ...values: Parameters<Key>): string {
	const message: unknown = en[key];
	if (typeof message === 'string') return message;
	return (message as (values: unknown) => string)(values[0]);
}

const words: Readonly<Record<string, TreatmentWords>> = TREATMENT_WORDS;

export function treatmentName(id: TreatmentId): string {
	return words[id]?.name ?? id;
}

export function treatmentAbout(id: TreatmentId): string {
	return words[id]?.about ?? '';
}

export { GESTURES, KEYS, type KeyRow } from './en.ts';
export { errorWords, NOTICE_WORDS, REFUSAL_WORDS, WARNING_WORDS } from './errors.en.ts';
