import { describe, expect, it } from 'vitest';
import { readings as ar } from './policies.ar.ts';
import { readings as de } from './policies.de.ts';
import { numbered, POLICIES, PRIVACY_DRAFT, TERMS_DRAFT } from './policies.en.ts';

describe.each([PRIVACY_DRAFT, TERMS_DRAFT])('the policy “$title”', (draft) => {
	const policy = POLICIES[draft.kind];

	it('has a version, a date, and no section twice', () => {
		expect(policy.version).toBeGreaterThan(0);
		expect(new Date(`${policy.date}T12:00`).toISOString()).toContain(policy.date);
		const ids = policy.sections.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('refers to sections by what they are about, and says their right numbers', () => {
		for (const [at, { text }] of draft.sections.entries()) {
			for (const [n, paragraph] of text.entries()) {
				// A number written by hand is wrong as soon as a section is added.
				expect(paragraph).not.toMatch(/section \d/);
				const wanted = [...paragraph.matchAll(/\{see ([a-z-]+)\}/g)].map(
					([, id]) => 1 + draft.sections.findIndex((section) => section.id === id)
				);
				const said = [...(policy.sections[at]?.text[n] ?? '').matchAll(/section (\d+)/g)];
				expect(said.map(([, number]) => Number(number))).toEqual(wanted);
				expect(wanted).not.toContain(0);
			}
		}
	});

	it('never shouts, and promises nothing of a treatment', () => {
		expect(JSON.stringify(policy)).not.toMatch(/!|\bresults?\b|\bpredict/i);
	});
});

describe.each([
	['German', de, /Abschnitt (\d+)/gu],
	['Arabic', ar, /القسم (\d+)/gu]
] as const)('the %s reading', (_name, readings, reference) => {
	it.each([PRIVACY_DRAFT, TERMS_DRAFT])('of “$title” keeps to its sections', (draft) => {
		const own = readings[draft.kind];
		const shape = (sections: typeof draft.sections) =>
			sections.map(({ id, text }) => [
				id,
				text.map((words) => [...words.matchAll(/\{see ([a-z-]+)\}/g)].map(([, to]) => to).sort())
			]);
		expect(shape(own.sections)).toEqual(shape(draft.sections));
		const read = numbered({ ...POLICIES[draft.kind], ...own }, readings.section);
		const numbers = (words: string, of: RegExp) => [...words.matchAll(of)].map(([, n]) => n).sort();
		expect(numbers(JSON.stringify(read.sections), reference)).toEqual(
			numbers(JSON.stringify(POLICIES[draft.kind].sections), /section (\d+)/g)
		);
	});

	it.each(['privacy', 'terms'] as const)(
		'of the %s text has its numbers, and never shouts',
		(kind) => {
			const { sections } = POLICIES[kind];
			for (const [at, { text }] of readings[kind].sections.entries()) {
				const numbers = (words: readonly string[] = []) =>
					[
						...words
							.join(' ')
							.replaceAll(/section \d+/g, '')
							.matchAll(/\d+/g)
					]
						.map(String)
						.sort();
				expect(numbers(text)).toEqual(numbers(sections[at]?.text));
				expect(text.join(' ')).not.toMatch(/!|undefined/);
			}
		}
	);
});

it('a reference to a section that is not there is refused', () => {
	const text = ['See {see nowhere}.'];
	const draft = { ...TERMS_DRAFT, sections: [{ id: 'use', title: 'Use', text }] };
	expect(() => numbered(draft)).toThrow('nowhere');
});
