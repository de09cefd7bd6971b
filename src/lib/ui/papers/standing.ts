import type { Changed } from '../../record/index.ts';
import { listed } from '../language.ts';
import { p } from '../messages/papers.en.ts';

/** What is to be said of a signature: that nothing was changed, or what was. */
export function standingWords(changes: readonly Changed[]): string {
	if (changes.length === 0) return p('sign.unchanged');
	const parts = changes.map((one) =>
		one.part === 'picture' ? p('sign.part.picture', { n: one.at + 1 }) : p(`sign.part.${one.part}`)
	);
	return p('sign.changed', { parts: listed(parts) });
}
