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

	const plan = { marks: [], items: [], note: '', quote: null };
	const nothing = {
		card: null,
		consent: null,
		isContradicted: false,
		concerns: { value: [] },
		history: { isBegun: false },
		shots: [],
		treatments: [],
		plan: { value: plan },
		isSigned: false,
		isReported: false
	};

	it('ask for consent again where the card contradicts it', () => {
		const consent = { kind: 'consent', words: 1, guardian: null } as unknown as Consent;
		const visit = { ...nothing, consent };
		expect([...doneSteps(visit)]).toEqual(['consent']);
		expect([...doneSteps({ ...visit, isContradicted: true })]).toEqual([]);
	});

	it('are done where there is something of them', () => {
		expect([...doneSteps(nothing)]).toEqual([]);
		const concern = { area: 'lips', at: [0, 0], text: '' } as const;
		const mark = { id: 'm', shape: 'point', at: [], item: null, note: '' } as const;
		const visit = {
			...nothing,
			concerns: { value: [concern] },
			history: { isBegun: true },
			treatments: ['lip_width'],
			plan: { value: { ...plan, marks: [mark] } },
			isSigned: true,
			isReported: true
		};
		const done = ['listen', 'history', 'illustrate', 'plan', 'sign', 'report'];
		expect([...doneSteps(visit)]).toEqual(done);
	});
});
