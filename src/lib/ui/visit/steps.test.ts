import { describe, expect, it } from 'vitest';
import type { Consent } from '../../record/index.ts';
import { doneSteps, isStep, stepAfter, STEPS } from './steps.ts';

describe('the steps of a visit', () => {
	it('follow one another to the last', () => {
		expect(STEPS.map(stepAfter)).toEqual([...STEPS.slice(1), null]);
	});

	it('are told from other words', () => {
		expect(isStep('listen')).toBe(true);
		expect(isStep('camera')).toBe(false);
		expect(isStep(undefined)).toBe(false);
	});

	it('ask for consent again where the card contradicts it', () => {
		const consent = { kind: 'consent', words: 1, guardian: null } as unknown as Consent;
		const of = { card: null, consent, concerns: [], shots: [], treatments: [] };
		const visit = { ...of, history: { isBegun: false } };
		expect([...doneSteps({ ...visit, isContradicted: false })]).toEqual(['consent']);
		expect([...doneSteps({ ...visit, isContradicted: true })]).toEqual([]);
	});

	it('are done where there is something of them', () => {
		const of = { card: null, consent: null, concerns: [], shots: [], treatments: [] };
		const nothing = { ...of, isContradicted: false, history: { isBegun: false } };
		expect([...doneSteps(nothing)]).toEqual([]);
		const concern = { area: 'lips', at: [0, 0], text: '' } as const;
		const told = { concerns: [concern], history: { isBegun: true }, treatments: ['lip_width'] };
		expect([...doneSteps({ ...nothing, ...told })]).toEqual(['listen', 'history', 'illustrate']);
	});
});
