import type { ConsentText } from '../../record/index.ts';

/** The newest version of each text, by title. `texts`: all versions, the newest first. */
export function newestTexts(texts: readonly ConsentText[]): readonly ConsentText[] {
	const newest = new Map<string, ConsentText>();
	for (const one of texts) if (!newest.has(one.text)) newest.set(one.text, one);
	return [...newest.values()].toSorted((a, b) => a.words.title.localeCompare(b.words.title));
}

/** As they are typed, one in each line. */
export function linesOf(typed: string): readonly string[] {
	return typed
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
