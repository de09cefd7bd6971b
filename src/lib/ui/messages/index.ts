import { en } from './en.ts';
import { LINE_WORDS } from './lines.en.ts';
import { speaker } from './speak.ts';
import { TREATMENT_WORDS, type TreatmentWords } from './treatments.en.ts';
import type { Expression } from '../../face/index.ts';
import type { TreatmentId } from '../../treatment/index.ts';

/** The text of a key; a missing key or value is a type error. */
export const t = speaker(en);

const words: Readonly<Record<string, TreatmentWords>> = TREATMENT_WORDS;

export function treatmentName(id: TreatmentId): string {
	return words[id]?.name ?? id;
}

/** An area that this version does not know stands as its code. */
export function areaName(area: string): string {
	const key = `area.${area}`;
	return Object.hasOwn(en, key) ? t(key as 'area.lips') : area;
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
export { errorWords, REFUSAL_WORDS } from './errors.en.ts';
export { NOTICE_WORDS, WARNING_WORDS } from './notices.en.ts';
