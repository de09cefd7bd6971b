/** Figures that must lie within bounds, and the short list of those that are known not to. */

/** One figure of one photograph. */
export type Reading = {
	readonly gate: string;
	readonly value: number;
	/** What it must not lie beyond; null where the gate does not apply: the figure is shown only. */
	readonly bounds: readonly [least: number, most: number] | null;
	/** Decimals that are shown, and within which a figure counts as the same. */
	readonly digits: number;
};

/** A figure with two bounds, both included; use `ANY` where one side is open. */
export function reading(
	gate: string,
	value: number,
	digits: number,
	bounds: Reading['bounds']
): Reading {
	return { gate, value, digits, bounds };
}

export const ANY = Infinity;

/** What is known to miss, and how far it does: as it is printed. */
export type KnownMiss = {
	readonly photograph: string;
	readonly gate: string;
	readonly value: number;
};

/** The readings of one photograph. */
export type Judged = { readonly name: string; readonly readings: readonly Reading[] };

/** How far a value lies beyond its bounds; 0 within them, infinite for one that is not a number. */
function beyond(value: number, [least, most]: readonly [number, number]): number {
	return Number.isNaN(value) ? Infinity : Math.max(0, least - value, value - most);
}

export function misses({ value, bounds }: Reading): boolean {
	return bounds !== null && beyond(value, bounds) > 0;
}

/**
 * What the known misses do not account for, in words: figures that miss and are not listed, or miss
 * by more than is listed; and entries of photographs that were looked at which do not miss any more.
 */
export function unaccounted(
	judged: readonly Judged[],
	known: readonly KnownMiss[]
): readonly string[] {
	const entryOf = (name: string, gate: string) =>
		known.find((one) => one.photograph === name && one.gate === gate);
	return judged.flatMap(({ name, readings }) => {
		const missed = readings.filter(misses);
		const unlisted = missed.flatMap(({ gate, value, bounds, digits }) => {
			const entry = entryOf(name, gate);
			const told = `${name}: ${gate} is ${value.toFixed(digits)}`;
			if (entry === undefined) return [`${told}, beyond ${bounds!.join(' to ')}`];
			const tolerance = 0.5 * 10 ** -digits + 1e-9;
			const isWorse = beyond(value, bounds!) > beyond(entry.value, bounds!) + tolerance;
			return isWorse ? [`${told}, worse than the ${entry.value} that is known`] : [];
		});
		const stale = known
			.filter(({ photograph }) => photograph === name)
			.filter(({ gate }) => missed.every((reading) => reading.gate !== gate))
			.map(({ gate }) => `${name}: ${gate} misses no more: take it off the list`);
		return [...unlisted, ...stale];
	});
}

/** What there is nothing to measure for, so that the others keep their places in a cell. */
export function unread(gate: string): Reading {
	return reading(gate, NaN, 0, null);
}

function isUnread({ value, bounds }: Reading): boolean {
	return Number.isNaN(value) && bounds === null;
}

/** Readings as one cell of a table: each that misses has a ✗, a ✓ says that all of them hold. */
export function cell(readings: readonly Reading[]): string {
	if (readings.every(isUnread)) return '–';
	const figures = readings.map((reading) =>
		isUnread(reading) ? '–' : reading.value.toFixed(reading.digits) + (misses(reading) ? ' ✗' : '')
	);
	const isJudged = readings.some(({ bounds }) => bounds !== null);
	return figures.join(', ') + (isJudged && !readings.some(misses) ? ' ✓' : '');
}

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const half = sorted.length >> 1;
	if (sorted.length === 0) return NaN;
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A Markdown table. */
export function markdown(
	head: readonly string[],
	rows: readonly (readonly string[])[]
): readonly string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
