import { en } from './en.ts';
import { LINE_WORDS } from './lines.en.ts';
import { TREATMENT_WORDS, type TreatmentWords } from './treatments.en.ts';
import type { Expression } from '../../face/index.ts';
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

/** With `expression`, of lines: those at rest, or those that it makes. */
export function treatmentAbout(id: TreatmentId, expression: Expression = 'unknown'): string {
	const lines = isLineId(id) ? LINE_WORDS[id] : null;
	if (lines !== null && expression === 'neutral') return lines.rest;
	if (lines !== null && expression === lines.by) return lines.moved;
	return words[id]?.about ?? '';
}

function isLineId(id: TreatmentId): id is keyof typeof LINE_WORDS {
	return Object.hasOwn(LINE_WORDS, id);
}

export { GESTURES, KEYS, type KeyRow } from './en.ts';
export { errorWords, NOTICE_WORDS, REFUSAL_WORDS, WARNING_WORDS } from './errors.en.ts';
