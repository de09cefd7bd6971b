import { describe, expect, it } from 'vitest';
import { CORPUS } from '../../../../tests/corpus/corpus.ts';
import { ERROR_CODES } from '../../errors.ts';
import { ITEMS } from '../../intake/index.ts';
import { muscleOn, TREATMENTS } from '../../treatment/index.ts';
import { en } from './en.ts';
import { errorWords, REFUSAL_WORDS } from './errors.en.ts';
import { treatmentAbout } from './index.ts';
import { FLAG_WORDS, ITEM_WORDS, optionName } from './history.en.ts';
import { LINE_WORDS } from './lines.en.ts';
import { NOTICE_WORDS, WARNING_WORDS } from './notices.en.ts';
import { TREATMENT_WORDS } from './treatments.en.ts';
import { PURPOSE_WORDS, RIGHT_WORDS } from './privacy.en.ts';

const sentences = [
	...Object.values(en).filter((text) => typeof text === 'string'),
	...ERROR_CODES.flatMap((code) => Object.values(errorWords(code, {}))),
	...Object.values(REFUSAL_WORDS).flatMap((words) => Object.values(words)),
	...Object.values(WARNING_WORDS),
	...Object.values(NOTICE_WORDS),
	...Object.values(TREATMENT_WORDS).flatMap((words) => Object.values(words)),
	...Object.values(LINE_WORDS).flatMap((words) => Object.values(words)),
	...Object.values(PURPOSE_WORDS).flatMap((words) => Object.values(words)),
	...Object.values(RIGHT_WORDS),
	...Object.values(ITEM_WORDS),
	...Object.values(FLAG_WORDS).flatMap((words) => Object.values(words))
];

describe('the British English messages', () => {
	it('name exactly the treatments of the catalogue', () => {
		expect(Object.keys(TREATMENT_WORDS).sort()).toEqual(TREATMENTS.map(({ id }) => id).sort());
	});

	it('speak of lines at rest, of those that a face makes, and of none elsewhere', () => {
		expect(treatmentAbout('lines_crows_feet', 'rest')).toMatch(/at rest/);
		expect(treatmentAbout('lines_crows_feet', 'made')).toMatch(/the smile makes/);
		expect(treatmentAbout('lines_forehead', 'towards')).toMatch(/towards .* photograph at rest/);
		expect(treatmentAbout('lines_glabella', 'alone')).toMatch(/With a photograph at rest/);
		expect(treatmentAbout('lines_glabella')).toBe(TREATMENT_WORDS.lines_glabella.about);
		expect(treatmentAbout('brow_lift')).toBe(TREATMENT_WORDS.brow_lift.about);
		const ofMuscles = TREATMENTS.filter(({ id }) => muscleOn(id, 'neutral') !== null);
		expect(Object.keys(LINE_WORDS)).toEqual(ofMuscles.map(({ id }) => id));
	});

	it('never speak of a result or a prediction', () => {
		expect(sentences.filter((text) => /\b(result|predict)/i.test(text))).toEqual([]);
	});

	it('name every option of the history, and explain each flag in one sentence', () => {
		for (const { id, options } of ITEMS) {
			for (const option of options) expect(optionName(id, option)).not.toBe(option);
		}
		for (const { why } of Object.values(FLAG_WORDS)) expect(why).toMatch(/^[A-Z][^.?]+\.$/);
	});

	it('never shout', () => {
		expect(sentences.filter((text) => text.includes('!'))).toEqual([]);
	});

	it('say what to do about every error', () => {
		for (const code of ERROR_CODES) {
			const { title, what } = errorWords(code, {});
			expect(title.length, code).toBeGreaterThan(5);
			expect(what, code).toMatch(/[.?]$/);
		}
	});

	it('name every kind of file that is refused', () => {
		for (const { name, verdict } of CORPUS) {
			if (!('refused' in verdict) || verdict.refused !== 'photo.unsupported-kind') continue;
			const { title } = errorWords(verdict.refused, verdict.details ?? {});
			expect(title, name).toMatch(/^[A-Z].+ cannot be opened$/);
			expect(title, name).not.toContain('of this kind');
		}
	});
});
