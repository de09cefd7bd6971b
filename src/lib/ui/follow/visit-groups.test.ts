import { expect, it } from 'vitest';
import { visitGroups } from './visit-groups.ts';

/** One visit each half year, the newest first. */
const visits = (count: number) =>
	Array.from({ length: count }, (_, at) => ({
		consultation: { startedAt: new Date(2026, 8 - 6 * at, 15).getTime() }
	}));

it('few visits are all in sight', () => {
	expect(visitGroups(visits(0))).toEqual({ newest: [], years: [] });
	expect(visitGroups(visits(8))).toEqual({ newest: visits(8), years: [] });
});

it('of many the newest are in sight, and the older ones stand by the year', () => {
	const { newest, years } = visitGroups(visits(9));
	expect(newest).toEqual(visits(9).slice(0, 5));
	expect(years.map(({ year, visits: of }) => [year, of.length])).toEqual([
		[2024, 1],
		[2023, 2],
		[2022, 1]
	]);
	expect([...newest, ...years.flatMap((group) => group.visits)]).toEqual(visits(9));
});
