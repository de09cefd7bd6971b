import { expect, it } from 'vitest';
import { policyNews } from './accepted-policies.ts';

const VERSIONS = {
	privacy: {
		version: 4,
		date: '2027-03-01',
		changes: [
			{ version: 1, text: 'The first.' },
			{ version: 2, text: 'A processor more.' },
			{ version: 3, text: 'Kept longer.' }
		]
	},
	terms: { version: 1, date: '2026-11-27', changes: [{ version: 1, text: 'The first.' }] }
};

it.each([
	['nothing where the newest that matters was accepted', { privacy: 3, terms: 1 }, []],
	['nothing where only words changed since', { privacy: 4, terms: 1 }, []],
	['nothing of what is not known', {}, []],
	[
		'all that matters since, the oldest first',
		{ privacy: 1, terms: 1 },
		[{ kind: 'privacy', texts: ['A processor more.', 'Kept longer.'] }]
	]
] as const)('says %s', (_, accepted, news) => {
	expect(policyNews(accepted, VERSIONS)).toEqual(news);
});
