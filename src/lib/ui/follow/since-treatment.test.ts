import { expect, it } from 'vitest';
import { sinceTreatment } from './since-treatment.ts';

const TREATED = ['2026-06-01', null, '2026-10-01', '2026-08-01'];

it.each([
	['2026-05-31', null],
	['2026-06-01', 'Day of treatment'],
	['2026-06-02', '1 day after treatment'],
	['2026-06-14', '13 days after treatment'],
	['2026-06-15', '2 weeks after treatment'],
	['2026-07-12', '6 weeks after treatment'],
	// Counted from the newest that came before.
	['2026-09-30', '9 weeks after treatment'],
	['2026-10-15', '2 weeks after treatment'],
	['2027-04-01', '6 months after treatment'],
	['2028-10-01', '24 months after treatment']
])('%s is %s', (day, words) => {
	expect(sinceTreatment(day, TREATED)).toBe(words);
});

it('without a treatment nothing is counted', () => {
	expect(sinceTreatment('2026-10-15', [null])).toBeNull();
});
