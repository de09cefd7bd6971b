import type { Paper } from '../paper/index.ts';
import { FOOT, TEXTS } from './texts.en.ts';
import { NEEDED, type DocumentId, type Facts } from './types.ts';

export { DOCUMENTS, type DocumentId, type Facts } from './types.ts';

/** What has to be known before any paper can be written: none has a gap to be filled in by hand. */
export function missingIn(facts: Facts): readonly (typeof NEEDED)[number][] {
	return NEEDED.filter((field) => facts[field].trim() === '');
}

/** A clinic's paper. Errors: Error where something is `missingIn` the facts. */
export function documentOf(id: DocumentId, facts: Facts): Paper {
	const missing = missingIn(facts);
	if (missing.length > 0) throw new Error(`a paper without ${missing.join(', ')}`);
	const { title, blocks } = TEXTS[id];
	return {
		title,
		lang: 'en-GB',
		day: facts.day,
		letterhead: { name: facts.controller, address: facts.address, logo: null, accent: null },
		blocks: blocks(facts),
		foot: FOOT(facts)
	};
}

export function titleOf(id: DocumentId): string {
	return TEXTS[id].title;
}
