import { describe, expect, it } from 'vitest';
import { ageBandOf, AGE_BANDS, changesOf, kindOfUnit } from './facts.ts';
import { instrumentOf, isAnswerTo } from './instruments.ts';
import { scoreOf, seriesOf } from './scores.ts';
import type { Told } from './types.ts';

const scale = instrumentOf('self-esteem')!;
const rating = instrumentOf('satisfaction')!;
const ITEMS = scale.published!.items;
const REVERSED = ['3', '5', '8', '9', '10'];

const all = (value: (id: string) => number | null) =>
	ITEMS.map(({ id }) => ({ item: id, value: value(id) }));
const told = (at: number, score: number | null, answers: Told['answers']): Told => ({
	instrument: 'self-esteem',
	version: 1,
	answers,
	score,
	at
});
const rated = (at: number, ...answers: readonly [string, number | null][]): Told => ({
	instrument: 'satisfaction',
	version: 1,
	answers: answers.map(([item, value]) => ({ item, value })),
	score: null,
	at
});

describe('the Rosenberg Self-Esteem Scale', () => {
	it('has ten statements, five of them reversed, and runs from 0 to 30', () => {
		expect(ITEMS.filter(({ isReversed }) => isReversed).map(({ id }) => id)).toEqual(REVERSED);
		const highest = all((id) => (REVERSED.includes(id) ? 4 : 1));
		const lowest = all((id) => (REVERSED.includes(id) ? 1 : 4));
		expect([scoreOf(scale, highest), scoreOf(scale, lowest)]).toEqual([30, 0]);
	});

	it('counts agreement and disagreement as it was published', () => {
		expect(
			scoreOf(
				scale,
				all(() => 1)
			)
		).toBe(15);
		expect(
			scoreOf(
				scale,
				all(() => 2)
			)
		).toBe(15);
		expect(
			scoreOf(
				scale,
				all((id) => (REVERSED.includes(id) ? 3 : 2))
			)
		).toBe(20);
		expect(
			scoreOf(
				scale,
				all((id) => (id === '1' ? 2 : REVERSED.includes(id) ? 4 : 1))
			)
		).toBe(29);
	});

	it('has no score where one answer was left out', () => {
		for (const { id } of ITEMS)
			expect(
				scoreOf(
					scale,
					all((one) => (one === id ? null : 2))
				)
			).toBeNull();
	});

	it('takes no answer that it does not have', () => {
		expect(
			isAnswerTo(
				scale,
				all(() => 2)
			)
		).toBe(true);
		expect(
			isAnswerTo(
				scale,
				all((id) => (id === '7' ? null : 2))
			)
		).toBe(true);
		expect(
			isAnswerTo(
				scale,
				all(() => null)
			)
		).toBe(false);
		expect(
			isAnswerTo(
				scale,
				all(() => 5)
			)
		).toBe(false);
		expect(
			isAnswerTo(
				scale,
				all(() => 1.5)
			)
		).toBe(false);
		expect(isAnswerTo(scale, all(() => 2).slice(1))).toBe(false);
		expect(isAnswerTo(scale, [...all(() => 2).slice(1), { item: '2', value: 1 }])).toBe(false);
	});
});

describe('a rating of each area', () => {
	it('has no score over all of them, and takes 0 to 10', () => {
		const answers = [
			{ item: 'lips', value: 0 },
			{ item: 'nose', value: 10 }
		];
		expect([isAnswerTo(rating, answers), scoreOf(rating, answers)]).toEqual([true, null]);
		expect(isAnswerTo(rating, [{ item: 'lips', value: 11 }])).toBe(false);
		expect(isAnswerTo(rating, [{ item: 'lips', value: null }])).toBe(false);
		expect(isAnswerTo(rating, [...answers, { item: 'lips', value: 4 }])).toBe(false);
	});
});

describe('what was answered over time', () => {
	it('is one line for a score and one for each area, the oldest first', () => {
		const lines = seriesOf([
			rated(30, ['lips', 8]),
			rated(10, ['lips', 3], ['nose', null]),
			told(
				20,
				null,
				all((id) => (id === '1' ? null : 2))
			),
			told(
				15,
				15,
				all(() => 2)
			)
		]);
		expect(lines).toEqual([
			{
				instrument: 'satisfaction',
				item: 'lips',
				range: [0, 10],
				points: [
					{ at: 10, value: 3, answered: 1, of: 1 },
					{ at: 30, value: 8, answered: 1, of: 1 }
				]
			},
			{
				instrument: 'self-esteem',
				item: null,
				range: [0, 30],
				points: [
					{ at: 15, value: 15, answered: 10, of: 10 },
					{ at: 20, value: null, answered: 9, of: 10 }
				]
			}
		]);
	});

	it('leaves out what this version does not know', () => {
		expect(seriesOf([{ ...rated(1, ['lips', 3]), instrument: 'later' }])).toEqual([]);
	});

	it('is compared from the last before a treatment to the last after it', () => {
		const lines = seriesOf([
			rated(10, ['lips', 2], ['nose', 5], ['chin', 4]),
			rated(50, ['lips', 3], ['nose', 5]),
			rated(60, ['lips', 9], ['nose', 5], ['jaw', 1])
		]);
		expect(changesOf(lines, 50)).toEqual([
			{ instrument: 'satisfaction', item: 'lips', change: 'higher' },
			{ instrument: 'satisfaction', item: 'nose', change: 'same' }
		]);
		expect(changesOf(lines, 5)).toEqual([]);
		expect(changesOf(lines, 60)).toEqual([]);
	});
});

it('ages and products fall into bands', () => {
	expect([17, 18, 29, 30, 39, 40, 59, 69, 70, 101, null].map(ageBandOf)).toEqual([
		'under-18',
		'18-29',
		'18-29',
		'30-39',
		'30-39',
		'40-49',
		'50-59',
		'60-69',
		'70-up',
		'70-up',
		'unknown'
	]);
	expect(new Set(Array.from({ length: 100 }, (_, age) => ageBandOf(age))).size).toBe(
		AGE_BANDS.length - 1
	);
	expect(['U', 'mL', 'syringe', 'thread', 'session', 'mg', ''].map(kindOfUnit)).toEqual([
		'toxin',
		'filler',
		'filler',
		'thread',
		'session',
		'other',
		'other'
	]);
});
