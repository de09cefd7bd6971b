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
		const nothing = { card: null, consent: null, concerns: [], shots: [], treatments: [] };
		expect([...doneSteps(nothing)]).toEqual([]);
		const concern = { area: 'lips', at: [0, 0], text: '' } as const;
		expect([...doneSteps({ ...nothing, concerns: [concern], treatments: ['lip_width'] })]).toEqual([
			'listen',
			'illustrate'
		]);
	});
});
