import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf, standingOf, type Answered } from './ledger.ts';
import { basisOf, PURPOSES } from './purposes.ts';

const TODAY = '2026-11-27';
const answer = (over: Partial<Answered> = {}): Answered => ({
	purpose: 'training',
	state: 'given',
	at: 1,
	until: null,
	...over
});
const facts = (answers: readonly Answered[], isRestricted = false) => ({
	answers,
	isRestricted,
	today: TODAY
});

describe('a purpose', () => {
	it('stands as its last answer, in whatever order answers come', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(
					fc.record({
						state: fc.constantFrom('given', 'declined', 'withdrawn'),
						at: fc.integer({ min: 0, max: 1e9 })
					}),
					{ selector: ({ at }) => at, minLength: 1 }
				),
				(list) => {
					const answers = list.map((one) => answer(one));
					const newest = answers.toSorted((a, b) => a.at - b.at).at(-1);
					expect(standingOf(answers, 'training', TODAY).state).toBe(newest?.state);
					expect(standingOf(answers, 'research', TODAY).state).toBe('not-asked');
				}
			)
		);
	});

	it('expires the day after its last one', () => {
		expect(standingOf([answer({ until: TODAY })], 'training', TODAY).state).toBe('given');
		const over = standingOf([answer({ until: '2026-11-26' })], 'training', TODAY);
		expect(over.state).toBe('expired');
		expect(over.last?.until).toBe('2026-11-26');
	});
});

describe('the gate', () => {
	it('lets through what follows a visit or was not objected to, and nothing else unasked', () => {
		for (const purpose of PURPOSES) {
			const refused = refusalOf(facts([]), [purpose]);
			expect(refused?.code ?? null, purpose).toBe(
				basisOf(purpose) === 'consent' ? 'privacy.not-agreed' : null
			);
		}
	});

	it('closes with a withdrawal at once, for each purpose', () => {
		for (const purpose of PURPOSES) {
			const given = answer({ purpose });
			expect(refusalOf(facts([given]), [purpose])).toBeNull();
			const taken = answer({ purpose, state: 'withdrawn', at: 2 });
			expect(refusalOf(facts([given, taken]), [purpose])).toEqual({
				code: 'privacy.withdrawn',
				purpose
			});
		}
	});

	it('closes for what is declined or over, and names which of several it is', () => {
		const gp = answer({ purpose: 'inform-gp', state: 'declined' });
		expect(refusalOf(facts([gp]), ['record', 'inform-gp'])).toEqual({
			code: 'privacy.not-agreed',
			purpose: 'inform-gp'
		});
		expect(refusalOf(facts([answer({ until: '2020-01-01' })]), ['training'])?.code).toBe(
			'privacy.expired'
		);
	});

	it('is shut by a restriction, whatever was agreed to, and even for no purpose', () => {
		expect(refusalOf(facts([answer()], true), ['training'])?.code).toBe('privacy.restricted');
		expect(refusalOf(facts([], true), [])?.code).toBe('privacy.restricted');
	});
});
