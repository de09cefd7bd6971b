/** Numbers for research, in words for a screen and for a spreadsheet. */
import type { PublishedTable } from '../../outcomes/index.ts';
import type { Numbers } from '../../record/index.ts';
import { areaName } from '../messages/index.ts';
import { OUTCOME_WORDS, q } from '../messages/outcomes.en.ts';

type Row = {
	/** In as many parts as there are columns. */
	readonly what: readonly [string, string, string];
	readonly count: string;
};

type NumbersTable = {
	readonly id: 'ages' | 'treatments' | 'changes';
	readonly title: string;
	readonly rows: readonly Row[];
};

type Group = 'age' | 'kind' | 'change' | 'series';

/** A code that this version does not know stands as itself. */
function coded(group: Group, code: string): string {
	const key = `${group}.${code}`;
	return Object.hasOwn(OUTCOME_WORDS, key) ? q(key as 'age.unknown') : code;
}

const place = (area: string): string => (area === 'other' ? q('kind.other') : areaName(area));

const PARTS: Readonly<
	Record<NumbersTable['id'], (key: readonly string[]) => readonly [string, string, string]>
> = {
	ages: ([band = '']) => ['', '', coded('age', band)],
	treatments: ([area = '', kind = '', year = '']) => [place(area), coded('kind', kind), year],
	changes: ([instrument = '', area = '', change = '']) => [
		area === '' ? coded('series', instrument) : q('series.satisfaction', { area: areaName(area) }),
		'',
		coded('change', change)
	]
};

function rowsOf(id: NumbersTable['id'], { cells, rest, total }: PublishedTable): readonly Row[] {
	if (cells.length === 0 && rest === 'none') return [];
	const others = rest === 'none' ? [] : [row(q('numbers.rest'), rest === 'withheld' ? null : rest)];
	return [
		...cells.map(({ key, count }) => ({ what: PARTS[id](key), count: String(count) })),
		...others,
		row(q('numbers.sum'), total)
	];
}

function row(words: string, count: number | null): Row {
	return { what: [words, '', ''], count: count === null ? q('numbers.withheld') : String(count) };
}

export function numbersTables(numbers: Numbers): readonly NumbersTable[] {
	return (['ages', 'treatments', 'changes'] as const).map((id) => ({
		id,
		title: q(`numbers.${id}`),
		rows: rowsOf(id, numbers[id])
	}));
}

/** One row for each number, with its table; the header first. */
export function numbersSheet(numbers: Numbers): readonly (readonly string[])[] {
	const header = [q('col.table'), q('col.first'), q('col.second'), q('col.third'), q('col.count')];
	const rows = numbersTables(numbers).flatMap(({ title, rows }) =>
		rows.map(({ what, count }) => [title, ...what, count])
	);
	return [header, ...rows];
}
