import { describe, expect, it } from 'vitest';
import { identifyingIn } from './identifying.ts';

const KNOWN = {
	names: ['Zoë Ångström-Li', 'Max'],
	numbers: ['A-17', ''],
	contacts: ['+44 20 7946 0000', 'zoe@example.org', 'Long Street 1\n12345 Town', '']
};

describe('what tells of a person in a text', () => {
	it.each([
		['Seen with ZOE', 'name'],
		['Angström has fine lines', 'name'],
		['her cousin max came along', 'name'],
		['patient A-17', 'number'],
		['file a 17.', 'number'],
		['call +44(0)20 7946 0000 or 4420 79460000', 'contact'],
		['Zo\u00eb@Example.org', 'contact'],
		['lives at Long Street 1', 'contact'],
		['first seen 3.11.2026', 'date'],
		['on 2026-11-03', 'date'],
		['since ٢٠١٩', 'date'],
		['since 2019', 'date']
	] as const)('“%s”: a %s', (text, what) => {
		expect(identifyingIn(text, KNOWN)).toContain(what);
	});

	it.each([
		'',
		'A woman with deep glabellar lines, 20 U on each side, 1.5 ml in week 12.',
		'Maximal frown before, limits of the lip after.',
		'Toxin 100, 4 points; 1/2 on the left; A-170 and ba-17'
	])('nothing in “%s”', (text) => {
		expect(identifyingIn(text, KNOWN)).toEqual([]);
	});

	it('finds nothing of somebody of whom nothing is known but dates', () => {
		const nobody = { names: [], numbers: [], contacts: [] };
		expect(identifyingIn('Zoë, 12/11/26', nobody)).toEqual(['date']);
	});
});
