import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLAIMS } from './claims.ts';

/** The tests that a file runs, in its short or its long form, each as it is written. */
function testsOf(file: string): readonly string[] {
	if (!existsSync(file)) return [];
	const tests = readFileSync(file, 'utf8').matchAll(
		/\bit(?:\.(?!skip|todo)[^\n]*?)?\(\s*'([^']+)'/g
	);
	return [...tests].map(([, name]) => name ?? '');
}

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
