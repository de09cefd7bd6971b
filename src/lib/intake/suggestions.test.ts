import { describe, expect, it } from 'vitest';
import { NO_ANSWER, standingsIn } from './answers.ts';
import { ITEMS } from './questions.ts';
import { SUGGESTIONS, suggestionsIn } from './suggestions.ts';
import type { Answer, ItemId, Suggestion } from './types.ts';

const chose = (...choices: readonly string[]): Answer => ({ ...NO_ANSWER, choices });

function suggested(answers: Readonly<Partial<Record<ItemId, Answer>>>): readonly Suggestion[] {
	const told = Object.entries(answers).map(([item, answer]) => ({ item, answer }));
	const batch = { consultation: 'one', at: 1, by: 'ana', unchanged: [], reopened: [] };
	return suggestionsIn(standingsIn([{ ...batch, answers: told }], 'one'));
}

const idsOf = (answers: Readonly<Partial<Record<ItemId, Answer>>>) =>
	suggested(answers).map(({ id }) => id);

describe('suggestions', () => {
	it('name questions and options that there are, and a source each', () => {
		expect(new Set(SUGGESTIONS.map(({ id }) => id)).size).toBe(SUGGESTIONS.length);
		for (const { id, because, source } of SUGGESTIONS) {
			expect(source, id).toMatch(/\.$/);
			expect(because.length, id).toBeGreaterThan(0);
			for (const condition of because) {
				const known: readonly string[] = ITEMS.find((one) => one.id === condition.item)!.options;
				const named = Object.values({ ...condition, item: [] }).flat();
				expect(named.length, id).toBeGreaterThan(0);
				for (const option of named) expect(known, id).toContain(option);
			}
		}
	});

	it('are none where nothing was asked, declined or told in words alone', () => {
		expect(suggested({})).toEqual([]);
		expect(
			suggested({
				smoking: { state: 'declined' },
				topicals: { ...NO_ANSWER, text: 'some cream' },
				medications: { state: 'not-asked' }
			})
		).toEqual([]);
	});

	it('say from which answers they follow', () => {
		expect(suggested({ topicals: chose('retinoid', 'steroid') })).toMatchObject([
			{
				id: 'retinoid-timing',
				into: 'plan',
				because: [{ item: 'topicals', chosen: ['retinoid'], lacks: [] }]
			}
		]);
	});

	it('of sun need both: much of it, and a routine that was told and has no sunscreen', () => {
		const sun = chose('much');
		expect(idsOf({ sun })).toEqual([]);
		expect(idsOf({ sun, routine: chose('cleanser', 'sunscreen') })).toEqual([]);
		expect(idsOf({ sun: chose('little'), routine: chose('none') })).toEqual([]);
		expect(suggested({ sun, routine: chose('none') })).toMatchObject([
			{
				id: 'sun-protection',
				into: 'aftercare',
				because: [
					{ item: 'sun', chosen: ['much'], lacks: [] },
					{ item: 'routine', chosen: [], lacks: ['sunscreen'] }
				]
			}
		]);
	});

	it.each([
		[{ 'skin-conditions': chose('melasma') }, 'melasma-sun'],
		[{ topicals: chose('acid') }, 'retinoid-timing'],
		[{ medications: chose('isotretinoin') }, 'isotretinoin-timing'],
		[{ medications: chose('anticoagulants') }, 'blood-thinners'],
		[{ smoking: chose('daily') }, 'stop-smoking']
	])('%j: %s', (answers, id) => {
		expect(idsOf(answers)).toEqual([id]);
	});

	it('are none where an answer is near, and not the one that the source speaks of', () => {
		expect(idsOf({ medications: chose('antiplatelets') })).toEqual([]);
		expect(idsOf({ smoking: chose('never') })).toEqual([]);
	});
});
