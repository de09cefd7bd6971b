/** That docs/obligations.md is whole, and names tests that are there, as docs/united-states.md does; and what only words keep. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ITEMS } from '../src/lib/intake/index.ts';
import { DEEDS } from '../src/lib/ui/messages/console.en.ts';
import { ENGLISH_BASES } from '../src/lib/ui/messages/oversight.en.ts';
import { POLICIES } from '../src/lib/ui/messages/policies.en.ts';
import { testsOf } from './support/named-tests.ts';

const SEEDS = { M: 35, R: 23, W: 28, P: 40, L: 20 } as const;
const IDS = Object.entries(SEEDS).flatMap(([seed, count]) =>
	Array.from({ length: count }, (_, at) => `${seed}${at + 1}`)
);
const VERDICTS = ['kept', 'partly', 'not yet', 'out'] as const;

/** Where nothing is to be said. */
const NOTHING = '–';
/** Fewer letters may be in a name by chance. */
const FEWEST_LETTERS = 12;

const PAGE = readFileSync('docs/obligations.md', 'utf8');

function cellsOf(first: RegExp): readonly (readonly string[])[] {
	return PAGE.split('\n')
		.filter((line) => line.startsWith('|'))
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim())
		)
		.filter(([cell = '']) => first.test(cell));
}

const rows = cellsOf(/^[MRWPL]\d+$/).map(
	([id = '', duty = '', verdict = '', where = '', shown = '', why = '', ...others]) => ({
		id,
		duty,
		verdict: verdict.split(' · ')[0] ?? '',
		letters: verdict.split(' · ')[1] ?? '',
		where,
		shownBy: shown === NOTHING ? [] : shown.split('<br>'),
		why,
		others
	})
);

/** What is wrong with one `file › words`; null where a test is there. */
function flawOf(shownBy: string): string | null {
	const [, file, words] = /^`([^`]+)` › (.+)$/.exec(shownBy) ?? [];
	if (file === undefined || words === undefined) return 'is not `file` › words';
	if (words.length < FEWEST_LETTERS) return 'says too little of the name';
	return testsOf(file).some((name) => name.includes(words)) ? null : 'is no test';
}

describe('the page of obligations', () => {
	it('has each of them once, in order', () => {
		expect(IDS).toHaveLength(146);
		expect(rows.map(({ id }) => id)).toEqual(IDS);
	});

	it('gives each a duty, a verdict and where it lives', () => {
		for (const { id, duty, verdict, letters, where, others } of rows) {
			expect(VERDICTS, id).toContain(verdict);
			expect(letters, id).toMatch(
				verdict === 'out' ? /^([CBSD](, [CBSD])*)?$/ : /^[CBSD](, [CBSD])*$/
			);
			expect(duty.length, id).toBeGreaterThan(5);
			expect(where, id).not.toBe('');
			expect(others, id).toEqual([]);
		}
	});

	it('names rooms and files that are there', () => {
		for (const { id, where } of rows) {
			for (const [, place = ''] of where.matchAll(/`([^` ]+)`/g)) {
				const isThere = ['src/lib', 'src'].some((root) => existsSync(`${root}/${place}`));
				expect(isThere, `${id}: ${place}`).toBe(true);
			}
		}
	});

	it('shows what is kept by tests that are there', () => {
		for (const { id, verdict, where, shownBy } of rows) {
			if (verdict === 'kept' || verdict === 'partly') {
				expect(shownBy.length, id).toBeGreaterThan(0);
				expect(where, id).not.toBe(NOTHING);
			}
			for (const one of shownBy) expect(flawOf(one), `${id}: ${one}`).toBeNull();
		}
	});

	it('says of everything else what is missing, or why it is out', () => {
		for (const { id, verdict, why } of rows) {
			if (verdict === 'kept') expect(why, id).toBe(NOTHING);
			else expect(why, id).toMatch(/^[A-Z].{4,}\.$/);
		}
	});

	it('counts right', () => {
		const counted = (matches: (row: (typeof rows)[number]) => boolean): string[] => {
			const found = rows.filter(matches);
			return [
				...Object.keys(SEEDS).map((seed) => found.filter(({ id }) => id.startsWith(seed)).length),
				found.length
			].map(String);
		};
		expect(cellsOf(/^(kept|partly|not yet|out|rows)$/)).toEqual([
			...VERDICTS.map((one) => [one, ...counted(({ verdict }) => verdict === one)]),
			['rows', ...counted(() => true)]
		]);
	});

	it('refers to rows that are there', () => {
		for (const { id, duty, where, why } of rows) {
			for (const [other] of `${duty} ${where} ${why}`.matchAll(/\b[MRWPL]\d+\b/g)) {
				expect(IDS, id).toContain(other);
				expect(other).not.toBe(id);
			}
		}
	});

	it('would fail for a test that is not there', () => {
		const here = '`tests/obligations.test.ts` › ';
		expect(flawOf(`${here}would fail for a test that`)).toBeNull();
		expect(flawOf(`${here}nothing of the kind`)).toBe('is no test');
		expect(flawOf('`tests/no-such.test.ts` › would fail for a test')).toBe('is no test');
		expect(flawOf(`${here}would`)).toBe('says too little of the name');
		expect(flawOf('some test')).toBe('is not `file` › words');
	});
});

it('the page of United States law names tests that are there', () => {
	const page = readFileSync('docs/united-states.md', 'utf8').replaceAll(/\s+/g, ' ');
	const named = [...page.matchAll(/`[^`]+\.test\.ts` › [^.|<`;]+?(?=[.|<;]|, `|, and `)/g)].map(
		([one]) => one.trim()
	);
	expect(named.length).toBeGreaterThan(40);
	expect(named).toHaveLength([...page.matchAll(/\.test\.ts` ›/g)].length);
	for (const one of named) expect(flawOf(one), one).toBeNull();
});

describe('what only words keep', () => {
	const section = (kind: keyof typeof POLICIES, wanted: string): string => {
		const found = POLICIES[kind].sections.find(({ id }) => id === wanted);
		return found?.text.join(' ') ?? '';
	};

	it('the privacy text sells nothing, and says who receives data', () => {
		const text = section('privacy', 'sharing');
		expect(text).toContain('We sell nothing and share nothing for advertising');
		expect(text).toMatch(/houses our server.*carries our mail.*payment processor/);
		expect(section('privacy', 'photographs')).toContain('No photograph is used to train anything');
	});

	it('the privacy text says what becomes of data when the business passes on', () => {
		expect(section('privacy', 'sharing')).toMatch(
			/If the business passes to .*you are told before/
		);
	});

	it('the privacy text says where data is', () => {
		expect(section('privacy', 'where')).toMatch(/region.*Standard Contractual Clauses/);
	});

	it('the privacy text has a time for each kind of data', () => {
		const text = section('privacy', 'times');
		for (const kind of [
			'Accounts',
			'Messages',
			'Invitations',
			'Log',
			'Fingerprints',
			'Enquiries',
			'pages'
		]) {
			expect(text).toMatch(new RegExp(`${kind}[^.]*(\\d+ (days|months)|as long as they exist)`));
		}
	});

	it('the privacy text names an authority to complain to', () => {
		expect(section('privacy', 'rights')).toContain('Information Commissioner’s Office (ICO)');
	});

	it('the privacy text says what California’s law lets people ask, and that nothing is given for marketing', () => {
		const text = section('privacy', 'rights');
		expect(text).toMatch(/California, its Civil Code \(§ 1798\.83\) .*once a year/);
		expect(text).toContain('we give none to anybody');
		expect(section('privacy', 'sharing')).toContain('share nothing for advertising');
		// As the log of disclosures has it: no ground on which a patient’s data go out is marketing.
		expect(Object.keys(ENGLISH_BASES)).toEqual(['consent', 'emergency', 'legal', 'contract']);
	});

	it('the terms take no right in what a clinic makes', () => {
		expect(section('terms', 'content')).toContain('We gain no right in any photograph');
	});

	it('no question and no field is about origin, politics, union, genes or sex life', () => {
		const words = ['src/lib/record/schema.ts', 'src/lib/ui/messages/history.en.ts']
			.map((file) => readFileSync(file, 'utf8'))
			.join(' ');
		expect(`${JSON.stringify(ITEMS)} ${words}`).not.toMatch(
			/\brac(e|ial)\b|ethnic|politic|religio|trade.?union|genetic|sexual|orientation\b/i
		);
	});

	it('each deed that the server enters into a journal has words', () => {
		const entered = globSync('src/backend/hooks/*.ts').flatMap((file) => {
			const source = readFileSync(file, 'utf8');
			return [
				...source.matchAll(/(?:action: |looked\(call, |trouble\(\s*\d+,\s*)'([a-z-]+\.[a-z-]+)'/g)
			].map(([, deed = '']) => deed);
		});
		expect(entered.length).toBeGreaterThan(30);
		const changed = ['active', 'refused', 'suspended'].map((status) => `clinic.${status}`);
		expect([...new Set([...entered, ...changed])].sort()).toEqual(Object.keys(DEEDS).sort());
	});

	it('each link that leaves the app keeps opener and referrer to itself', () => {
		const leaving = globSync('src/**/*.svelte').flatMap((file) =>
			[
				...readFileSync(file, 'utf8').matchAll(
					/<(?:a|ButtonLink|TextLink)\b[^>]*(?:_blank|href="https?:)[^>]*>/g
				)
			].map(([tag]) => ({ file, tag }))
		);
		expect(leaving.map(({ file }) => file)).toEqual(['src/lib/ui/parts/OutsideLink.svelte']);
		for (const { tag } of leaving) expect(tag).toContain('noopener noreferrer');
	});
});
