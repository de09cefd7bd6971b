import { en, ENGLISH_GESTURES, ENGLISH_KEYS } from './en.ts';
import { LINE_WORDS, type LineId } from './lines.en.ts';
import { inLanguage, speaker } from './speak.ts';
import { TREATMENT_WORDS, type TreatmentWords } from './treatments.en.ts';
import type { LineWork } from '../../studio/index.ts';
import type { TreatmentId } from '../../treatment/index.ts';

/** The text of a key; a missing key or value is a type error. */
export const t = speaker(inLanguage('studio', en));

const words: Readonly<Record<string, TreatmentWords>> = inLanguage('treatments', TREATMENT_WORDS);
const lineWords = inLanguage('lines', LINE_WORDS);

export function treatmentName(id: TreatmentId): string {
	return words[id]?.name ?? id;
}

/** An area that this version does not know stands as its code. */
export function areaName(area: string): string {
	const key = `area.${area}`;
	return Object.hasOwn(en, key) ? t(key as 'area.lips') : area;
}

/** With `work`, of lines: what is done with them on the photograph that is open. */
export function treatmentAbout(id: TreatmentId, work: LineWork | null = null): string {
	if (work !== null && isLineId(id)) return lineWords[id][work];
	return words[id]?.about ?? '';
}

function isLineId(id: TreatmentId): id is LineId {
	return Object.hasOwn(LINE_WORDS, id);
}

export const GESTURES = inLanguage('gestures', ENGLISH_GESTURES);
export const KEYS = inLanguage('keys', ENGLISH_KEYS);

export type { KeyRow } from './en.ts';
export { errorWords, REFUSAL_WORDS } from './errors.en.ts';
export { NOTICE_WORDS, WARNING_WORDS } from './notices.en.ts';
