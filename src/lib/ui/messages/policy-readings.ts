/** The policies in other languages, to be read: what is agreed to is the English text. */
import { language } from '../language.ts';
import { numbered, POLICIES, type Policy } from './policies.en.ts';

type Reading = Pick<Policy, 'title' | 'lead' | 'sections'>;

/** `section`: what a reference to one is called. Sections as in English, with its references. */
export type Readings = Readonly<Record<Policy['kind'], Reading>> & {
	readonly section: (number: number) => string;
};

const READINGS: Readonly<Record<string, () => Promise<{ readonly readings: Readings }>>> = {
	de: () => import('./policies.de.ts'),
	ar: () => import('./policies.ar.ts')
};

/** In the language that is spoken; null in English, and where it does not arrive. */
export async function readingOf(kind: Policy['kind']): Promise<Policy | null> {
	const found = await READINGS[language().id]?.().catch(() => null);
	if (found === undefined || found === null) return null;
	const { readings } = found;
	return numbered({ ...POLICIES[kind], ...readings[kind] }, readings.section);
}
