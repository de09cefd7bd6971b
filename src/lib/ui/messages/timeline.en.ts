import { inLanguage, speaker } from './speak.ts';

/** What became of a visit: what was handed over and signed, and how its plan came about. */
export const TIMELINE_WORDS = {
	'text.title': ({ title, version }: { title: string; version: number }) =>
		`${title} (version ${version})`,
	'text.unsigned': ({ day }: { day: string }) => `Handed over on ${day}, not signed.`,
	'text.thinking': ({ day }: { day: string }) => `Time to think since ${day}, not signed.`,
	'text.sheet': 'As it was handed over',
	'text.risks': 'What can happen',
	'text.shown': 'Pictures that were shown',
	'text.picture': ({ n }: { n: number }) => `Photograph ${n}`,
	'text.illustration': ({ n }: { n: number }) => `Illustration ${n}: not a promise of outcome`,
	'text.lost': 'A picture that was shown cannot be read any more.',

	'plan.versions': ({ count }: { count: number }) =>
		count === 1 ? '1 earlier version of the plan' : `${count} earlier versions of the plan`,
	'plan.by': ({ name, moment }: { name: string; moment: string }) => `${name}, ${moment}`,
	'plan.added': ({ item }: { item: string }) => `Added: ${item}`,
	'plan.removed': ({ item }: { item: string }) => `Removed: ${item}`,
	'plan.changed': ({ before, after }: { before: string; after: string }) =>
		`Changed: ${before} → ${after}`,
	'plan.marks': ({ added, removed }: { added: number; removed: number }) =>
		`Marks: ${added} added, ${removed} removed`,
	'plan.moved': ({ count }: { count: number }) =>
		count === 1 ? '1 mark changed' : `${count} marks changed`,
	'plan.note': 'Note changed',
	'plan.quote': 'Quote changed',
	'plan.empty': 'An item without words yet',
	'plan.same': 'As before'
};

/** The text of a key; a missing key or value is a type error. */
export const l = speaker(inLanguage('timeline', TIMELINE_WORDS));
