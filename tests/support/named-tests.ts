import { existsSync, readFileSync } from 'node:fs';

/** The tests that a file runs, in its short or its long form, each as it is written. */
export function testsOf(file: string): readonly string[] {
	if (!existsSync(file)) return [];
	const tests = readFileSync(file, 'utf8').matchAll(
		/(?<![.\w])(?:it|test)(?:\.(?!skip|todo)[^\n]*?)?\(\s*'([^']+)'/g
	);
	return [...tests].map(([, name]) => name ?? '');
}
