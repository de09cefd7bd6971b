import { expect, it } from 'vitest';
import { testsOf } from '../../../tests/support/named-tests.ts';
import { CLAIMS } from './claims.ts';

it('each claim is shown by a test that is there', () => {
	for (const [id, { shownBy }] of Object.entries(CLAIMS)) {
		const [file = '', name] = shownBy.split(' › ');
		expect(testsOf(file), `${id}: ${file}`).toContain(name);
	}
});

it('a claim whose test is not there is noticed', () => {
	expect(testsOf('src/lib/documents/claims.test.ts')).not.toContain('nothing of the kind');
	expect(testsOf('src/lib/documents/no-such.test.ts')).toEqual([]);
});

it('no two claims say the same', () => {
	const said = Object.values(CLAIMS).map(({ says }) => says);
	expect(new Set(said).size).toBe(said.length);
});
