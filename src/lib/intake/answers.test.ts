import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ANSWER, standingsIn, withChoice } from './answers.ts';
import { asksForPause, FLAGS, flagsIn } from './flags.ts';
import { ITEMS, PAGES } from './questions.ts';
import type { Answer, Batch, Item, ItemId } from './types.ts';

const item = (id: ItemId): Item => ITEMS.find((one) => one.id === id)!;
const chose = (...choices: readonly string[]): Answer => ({ ...NO_ANSWER, choices });

function batch(
	consultation: string,
	at: number,
	answers: Readonly<Partial<Record<ItemId, Answer>>>,
	{
		unchanged = [],
		reopened = []
	}: Partial<Record<'unchanged' | 'reopened', readonly ItemId[]>> = {}
): Batch {
	const told = Object.entries(answers).map(([id, answer]) => ({ item: id, answer }));
	return { consultation, at, by: 'ana', answers: told, unchanged, reopened };
}

const FIRST = batch('first', 1, {
	conditions: chose('keloid'),
	pregnancy: chose('no'),
	smoking: { state: 'declined' },
	allergies: chose('latex')
});

describe('the questions', () => {
	it('have codes of their own, on pages that there are', () => {
		expect(new Set(ITEMS.map(({ id }) => id)).size).toBe(ITEMS.length);
		for (const { id, options, page, hasNone } of ITEMS) {
			expect(new Set(options).size, id).toBe(options.length);
			expect(PAGES).toContain(page);
			if (hasNone) expect(options[0], id).toBe('none');
		}
		expect(PAGES.every((page) => ITEMS.some((one) => one.page === page))).toBe(true);
	});
});

describe('hair and gender', () => {
	it('are asked where they are wanted: each can be left out, and raises nothing', () => {
		const left = batch('first', 1, {
			hair: { state: 'declined' },
			gender: { state: 'not-asked' }
		});
		const standings = standingsIn([left], 'first');
		expect(standings.get('hair')?.state).toBe('settled');
		expect(standings.get('gender')?.state).toBe('open');
		expect(item('gender').hasText).toBe(true);
		for (const option of item('gender').options) {
			const told = batch('first', 1, { gender: chose(option), hair: chose('curly') });
			expect(flagsIn(standingsIn([told], 'first'))).toEqual([]);
		}
	});
});

describe('a visit', () => {
	it('asks everything of somebody who comes for the first time', () => {
		const states = [...standingsIn([], 'first').values()].map(({ state }) => state);
		expect(states).toEqual(ITEMS.map(() => 'open'));
	});

	it('takes answered and declined for settled, and what was taken back for open', () => {
		const back = batch('first', 2, { allergies: { state: 'not-asked' } });
		const standings = standingsIn([FIRST, back], 'first');
		const state = (id: ItemId) => standings.get(id)?.state;
		expect(['conditions', 'smoking', 'allergies', 'sun'].map((id) => state(id as ItemId))).toEqual([
			'settled',
			'settled',
			'open',
			'open'
		]);
		expect(standings.get('allergies')?.before.map(({ answer }) => answer)).toEqual([
			chose('latex')
		]);
	});

	it('after another one asks only what was never asked, what is of the day, and what changed', () => {
		const standings = standingsIn([FIRST], 'second');
		const earlier = [...standings].filter(([, { state }]) => state === 'earlier');
		expect(earlier.map(([id]) => id)).toEqual(['conditions', 'allergies', 'smoking']);
		expect(standings.get('pregnancy')).toMatchObject({ state: 'open', known: null });
		const confirmed = standingsIn(
			[
				FIRST,
				batch('second', 5, { allergies: chose('none') }, { unchanged: ['conditions', 'smoking'] })
			],
			'second'
		);
		expect(confirmed.get('conditions')).toMatchObject({
			state: 'settled',
			confirmedAt: 5,
			known: { at: 1, by: 'ana', consultation: 'first' }
		});
		expect(confirmed.get('allergies')).toMatchObject({
			state: 'settled',
			confirmedAt: null,
			known: { at: 5 },
			before: [{ at: 1 }]
		});
	});

	it('is not confirmed by another one, nor an answer by what was confirmed before it', () => {
		const second = batch('second', 5, {}, { unchanged: ['conditions'] });
		expect(standingsIn([FIRST, second], 'third').get('conditions')).toMatchObject({
			state: 'earlier',
			confirmedAt: 5
		});
		const changed = batch('third', 9, { conditions: chose('none') });
		expect(
			standingsIn([changed, second, FIRST], 'third').get('conditions')?.confirmedAt
		).toBeNull();
	});

	it('is not confirmed where that was a mistake, as if nobody had said so', () => {
		const said = batch('second', 5, {}, { unchanged: ['conditions', 'allergies'] });
		const back = batch('second', 6, {}, { reopened: ['conditions', 'allergies'] });
		expect(standingsIn([FIRST, said, back], 'second')).toEqual(standingsIn([FIRST], 'second'));
		const again = batch('second', 7, {}, { unchanged: ['allergies'] });
		const standings = standingsIn([FIRST, said, back, again], 'second');
		expect(standings.get('conditions')?.state).toBe('earlier');
		expect(standings.get('allergies')).toMatchObject({ confirmedAt: 7, isConfirmedHere: true });
	});

	it('loses no answer that was ever given', () => {
		const answers = fc.subarray(['none', 'latex', 'lidocaine', 'albumin'], { minLength: 1 });
		const visits = fc.array(fc.record({ visit: fc.constantFrom('a', 'b', 'c'), answers }));
		fc.assert(
			fc.property(visits, (given) => {
				const batches = given.map(({ visit, answers: choices }, at) =>
					batch(visit, at, { allergies: chose(...choices) })
				);
				const { known, before } = standingsIn(batches, 'c').get('allergies')!;
				const kept = [known, ...before].flatMap((one) => one ?? []);
				expect(kept.map(({ at }) => at)).toEqual(batches.map(({ at }) => at).toReversed());
			})
		);
	});
});

describe('a choice', () => {
	it('is taken back by choosing it again, and then nothing was asked', () => {
		const once = withChoice(item('allergies'), null, 'latex');
		expect(once).toEqual(chose('latex'));
		expect(withChoice(item('allergies'), once, 'latex')).toEqual({ state: 'not-asked' });
	});

	it('is one of several, but "none of these" stands alone', () => {
		const both = withChoice(item('allergies'), chose('latex'), 'albumin');
		expect(both).toEqual(chose('latex', 'albumin'));
		expect(withChoice(item('allergies'), both, 'none')).toEqual(chose('none'));
		expect(withChoice(item('allergies'), chose('none'), 'latex')).toEqual(chose('latex'));
	});

	it('takes the place of the one before where there can be only one', () => {
		expect(withChoice(item('sun'), chose('much'), 'little')).toEqual(chose('little'));
	});

	it('takes the place of "declined"', () => {
		expect(withChoice(item('sun'), { state: 'declined' }, 'much')).toEqual(chose('much'));
	});
});

describe('flags', () => {
	it('name options that there are, and never that nothing is wrong', () => {
		for (const { id, item: of, options } of FLAGS) {
			const known: readonly string[] = item(of).options;
			for (const option of options) {
				expect(known, id).toContain(option);
				expect(['none', 'no', 'never'], id).not.toContain(option);
			}
		}
	});

	it('rise with the answers that count, and go with them', () => {
		const raised = (...batches: readonly Batch[]) =>
			flagsIn(standingsIn(batches, 'second')).map(({ id }) => id);
		expect(raised(FIRST)).toEqual(['keloid', 'latex']);
		expect(raised(FIRST, batch('second', 2, { allergies: chose('none') }))).toEqual(['keloid']);
		expect(raised(FIRST, batch('second', 2, { conditions: { state: 'declined' } }))).toEqual([
			'latex'
		]);
	});

	it('of the day do not come from another day', () => {
		const then = batch('first', 1, { recent: chose('dental') });
		expect(flagsIn(standingsIn([then], 'first'))).toHaveLength(1);
		expect(flagsIn(standingsIn([then], 'second'))).toEqual([]);
	});
});

describe('a pause', () => {
	const asks = (answers: Readonly<Partial<Record<ItemId, Answer>>>): boolean =>
		asksForPause(standingsIn([batch('first', 1, answers)], 'first'));

	it.each([
		['flaw-hours', '1-to-3'],
		['flaw-hours', 'over-3'],
		['flaw-distress', 'much'],
		['no-relief', 'not-relieved']
	] as const)('is asked for by a flaw that others hardly see, with %s: %s', (id, option) => {
		expect(asks({ flaw: chose('yes'), [id]: chose(option) })).toBe(true);
		expect(asks({ flaw: chose('somewhat'), [id]: chose(option) })).toBe(false);
	});

	it('is not asked for by a flaw alone, nor by what was left out', () => {
		expect(asks({ flaw: chose('yes') })).toBe(false);
		expect(asks({ flaw: chose('yes'), 'flaw-hours': { state: 'declined' } })).toBe(false);
		expect(asks({})).toBe(false);
	});
});
