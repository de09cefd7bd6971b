/** The gates of the skin effects as tables: per photograph, and per tone of skin. */
import { SIDES, type LineRegion } from '../../src/lib/skin/types.ts';
import type { ToneBin } from '../evaluate/skin.ts';
import { cell, markdown, median, misses, type Judged, type Reading } from '../support/gates.ts';
import {
	COLUMNS,
	FINE_ENOUGH,
	linesGone,
	type Column,
	type LineFigures,
	type Readings
} from './skin-gates.ts';

export type Row = {
	readonly name: string;
	readonly pxPerMm: number;
	readonly figures: LineFigures;
	readonly readings: Readings;
};

const TONES: readonly ToneBin[] = ['very light', 'light', 'intermediate', 'tan', 'brown', 'dark'];
const REGIONS = ['forehead', 'glabella', 'crows_feet', 'infraorbital', 'perioral', 'chin'] as const;
const FOLDS = ['nasolabial', 'marionette', 'tear_trough'] as const;
type Removed = (typeof REGIONS)[number] | (typeof FOLDS)[number];
const REMOVED: readonly Removed[] = [...REGIONS, ...FOLDS];
/** No tone's median may be below this share of the best one's (gate 3). */
const LEAST_SHARE = 0.5;

/** Per cent of lines or of a fold's contrast that is gone; null where a photograph has none. */
function removed({ figures, readings }: Row, what: Removed): number | null {
	if (isFold(what)) {
		const sides = readings[what].filter(
			({ gate, value }) => SIDES.some((side) => gate === `${what} ${side}`) && !Number.isNaN(value)
		);
		return sides.length === 0 ? null : -median(sides.map(({ value }) => value));
	}
	return linesGone(figures.lineReduction, what satisfies LineRegion);
}

function isFold(what: Removed): what is (typeof FOLDS)[number] {
	return FOLDS.some((fold) => fold === what);
}

type Medians = ReadonlyMap<ToneBin, number>;

function mediansOf(rows: readonly Row[], what: Removed): Medians {
	return new Map(
		TONES.flatMap((tone) => {
			const values = rows
				.filter(({ figures, pxPerMm }) => figures.itaBin === tone && pxPerMm >= FINE_ENOUGH)
				.flatMap((row) => removed(row, what) ?? []);
			return values.length === 0 ? [] : [[tone, median(values)] as const];
		})
	);
}

/** Of each region and fold: the least median of a tone as a share of the best one's. */
export function tones(rows: readonly Row[]): Judged {
	const readings = REMOVED.flatMap((what): Reading[] => {
		const medians = [...mediansOf(rows, what).values()];
		if (medians.length < 2) return [];
		const value = Math.min(...medians) / Math.max(...medians);
		return [{ gate: what, value, digits: 2, bounds: [LEAST_SHARE, Infinity] }];
	});
	return { name: 'tones', readings };
}

export function printTables(rows: readonly Row[]): void {
	const columns = Object.keys(COLUMNS) as Column[];
	const sorted = rows.toSorted(
		(a, b) =>
			TONES.indexOf(a.figures.itaBin) - TONES.indexOf(b.figures.itaBin) ||
			a.name.localeCompare(b.name)
	);
	const photographs = markdown(
		['tone', 'photograph', 'px/mm', ...columns.map((column) => COLUMNS[column])],
		sorted.map(({ name, pxPerMm, figures, readings }) => [
			figures.itaBin,
			name,
			pxPerMm.toFixed(1),
			...columns.map((column) => cell(readings[column]))
		])
	);
	console.log([...photographs, '', ...toneTable(rows)].join('\n'));
}

/** Medians of what is gone, per cent. */
function toneTable(rows: readonly Row[]): readonly string[] {
	const { readings } = tones(rows);
	const medians = REMOVED.map((what) => mediansOf(rows, what));
	const shares = REMOVED.map((what) => {
		const found = readings.find(({ gate }) => gate === what);
		return found === undefined ? '–' : `${found.value.toFixed(2)} ${misses(found) ? '✗' : '✓'}`;
	});
	return markdown(
		['tone', 'photographs', ...REMOVED.map((what) => what.replaceAll('_', ' '))],
		[
			...TONES.map((tone) => [
				tone,
				String(rows.filter(({ figures }) => figures.itaBin === tone).length),
				...medians.map((found) => found.get(tone)?.toFixed(0) ?? '–')
			]),
			['worst ÷ best', '', ...shares]
		]
	);
}
