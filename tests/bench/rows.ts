/** What a benchmark says: one figure a row, with its goal where there is one. */
export type Row = {
	readonly area: string;
	readonly figure: string;
	/** Null where it could not be measured here. */
	readonly value: number | null;
	readonly unit: string;
	readonly goal: string | null;
	readonly met: boolean | null;
};

export type Area = {
	readonly name: string;
	readonly measure: () => Promise<readonly Row[]>;
};

/** A figure without a goal. */
export function plain(area: string, figure: string, value: number | null, unit: string): Row {
	return { area, figure, value, unit, goal: null, met: null };
}

export function atMost(
	area: string,
	figure: string,
	value: number | null,
	unit: string,
	limit: number
): Row {
	const met = value === null ? null : value <= limit;
	return { area, figure, value, unit, goal: `≤ ${limit} ${unit}`, met };
}

export function atLeast(
	area: string,
	figure: string,
	value: number | null,
	unit: string,
	limit: number
): Row {
	const met = value === null ? null : value >= limit;
	return { area, figure, value, unit, goal: `≥ ${limit} ${unit}`, met };
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	if (sorted.length === 0) return Number.NaN;
	if (sorted.length % 2 === 1) return sorted[middle]!;
	return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Runs a measurement several times, one after the other, and gives all its values. */
export async function repeated<T>(times: number, once: (run: number) => Promise<T>): Promise<T[]> {
	const values: T[] = [];
	for (let run = 0; run < times; run++) values.push(await once(run));
	return values;
}
