import { describe, expect, it } from 'vitest';
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

	it('are done where there is something of them', () => {
		const plan = { marks: [], items: [], note: '', quote: null };
		const nothing = {
			card: null,
			consent: null,
			concerns: { value: [] },
			shots: [],
			treatments: [],
			plan: { value: plan },
			isSigned: false,
			isReported: false
		};
		expect([...doneSteps(nothing)]).toEqual([]);
		const concern = { area: 'lips', at: [0, 0], text: '' } as const;
		const mark = { id: 'm', shape: 'point', at: [], item: null, note: '' } as const;
		expect([
			...doneSteps({
				...nothing,
				concerns: { value: [concern] },
				treatments: ['lip_width'],
				plan: { value: { ...plan, marks: [mark] } },
				isSigned: true,
				isReported: true
			})
		]).toEqual(['listen', 'illustrate', 'plan', 'sign', 'report']);
	});
});
