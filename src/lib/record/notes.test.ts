import { describe, expect, it } from 'vitest';
import { statementsOn, threadsOf } from './notes.ts';

function note(id: string, at: number, amends: string | null = null) {
	const by = '00112233445566778899aabbccddeeff';
	return { id, note: { kind: 'note' as const, consultation: null, at, by, text: id, amends } };
}

function read(...notes: readonly ReturnType<typeof note>[]) {
	return threadsOf(notes).map(({ latest, earlier }) => [latest.id, ...earlier.map(({ id }) => id)]);
}

describe('notes', () => {
	it('stand in the order in which they were begun', () => {
		expect(read(note('b', 2), note('a', 1))).toEqual([['a'], ['b']]);
	});

	it('show the last amendment and keep every text before it', () => {
		expect(read(note('a', 1), note('c', 3, 'b'), note('b', 2, 'a'), note('x', 2))).toEqual([
			['c', 'b', 'a'],
			['x']
		]);
	});

	it('lose neither of two amendments of the same text', () => {
		expect(read(note('a', 1), note('b', 2, 'a'), note('c', 3, 'a'))).toEqual([['c', 'b', 'a']]);
	});

	it('stand for themselves where what they amend is not there', () => {
		expect(read(note('b', 2, 'gone'))).toEqual([['b']]);
	});
});

describe('what a patient says to a note', () => {
	it('stays with it when it is amended, in the order in which it was said', () => {
		const said = (of: string, at: number) => ({
			kind: 'statement' as const,
			note: of,
			at,
			by: '00112233445566778899aabbccddeeff',
			text: 'It was not like that.'
		});
		const statements = [said('b', 9), said('a', 4), said('x', 5)];
		const [thread] = threadsOf([note('a', 1), note('b', 2, 'a'), note('x', 3)]);
		expect(statementsOn(thread!, statements).map(({ at }) => at)).toEqual([4, 9]);
	});
});
