import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, yearsAfter } from './calendar.ts';
import { isObjected, offeredFields, RECIPIENTS } from './disclosing.ts';
import { areLandmarksDue, fateOf, mayBeDue, mayErase, standingsOf } from './standing.ts';
import { DEFAULT_CHOICE, tableOf } from './table.ts';
import type { Choice, Day, FolderFacts } from './types.ts';

const UK_10 = tableOf(DEFAULT_CHOICE, null);
const UK_8 = tableOf({ ...DEFAULT_CHOICE, preset: 'uk-8' }, null);

/** Somebody of fifty, treated once. */
const TREATED: FolderFacts = {
	isNamed: true,
	hasVisits: true,
	born: { day: '1976-05-04' },
	guardianOn: null,
	lastEntryOn: '2026-11-02',
	lastTreatmentOn: '2026-10-20',
	lastLeadOn: null,
	hasLandmarks: true,
	complaints: [],
	hold: null
};
const ANONYMOUS: FolderFacts = { ...TREATED, isNamed: false, born: null, lastTreatmentOn: null };

/** On each day on which it changes: what becomes of a file, day by day through the years. */
function course(facts: FolderFacts, from: Day, to: Day, table = UK_10): [Day, string][] {
	const seen: [Day, string][] = [];
	for (let day = from; day <= to; day = after(day, { days: 1 })) {
		const fate = fateOf(facts, table, day);
		if (seen.at(-1)?.[1] !== fate) seen.push([day, fate]);
	}
	return seen;
}

const day = fc
	.integer({ min: Date.UTC(1930, 0, 1), max: Date.UTC(2090, 0, 1) })
	.map((at) => new Date(at).toISOString().slice(0, 10));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const facts: fc.Arbitrary<FolderFacts> = fc.record({
	isNamed: fc.boolean(),
	hasVisits: fc.boolean(),
	born: orNull(
		fc.oneof(
			day.map((birth) => ({ day: birth })),
			fc.integer({ min: 1930, max: 2089 }).map((year) => ({ year }))
		)
	),
	guardianOn: orNull(day),
	lastEntryOn: orNull(day),
	lastTreatmentOn: orNull(day),
	lastLeadOn: orNull(day),
	hasLandmarks: fc.boolean(),
	complaints: fc.array(fc.record({ closedOn: orNull(day) }), { maxLength: 2 }),
	hold: orNull(fc.record({ since: day, reason: fc.string({ minLength: 1 }) }))
});
const choice: fc.Arbitrary<Choice> = fc.record({
	preset: fc.constantFrom('uk-10', 'uk-8', 'own'),
	years: fc.integer({ min: 1, max: 30 }),
	clock: fc.constantFrom('last-entry', 'last-treatment')
});

describe('the years of a record', () => {
	it('run from the last entry, or from the last treatment', () => {
		expect(course(TREATED, '2036-10-01', '2037-12-31')).toEqual([
			['2036-10-01', 'kept'],
			['2036-11-02', 'may-go'],
			['2037-11-02', 'must-go']
		]);
		expect(course(TREATED, '2034-10-01', '2035-12-31', UK_8)).toEqual([
			['2034-10-01', 'kept'],
			['2034-10-20', 'may-go'],
			['2035-10-20', 'must-go']
		]);
		const untreated = { ...TREATED, lastTreatmentOn: null };
		expect(standingsOf(untreated, UK_8)[0]?.since).toBe('2026-11-02');
	});

	it('begin again with another treatment', () => {
		const again = { ...TREATED, lastEntryOn: '2031-02-01', lastTreatmentOn: '2031-01-15' };
		expect(mayErase(again, UK_8, '2034-10-20')).toMatchObject({ until: '2039-01-15' });
		expect(mayErase(again, UK_8, '2039-01-15')).toBeNull();
	});

	it('are those of the console where it has said some', () => {
		const own: Choice = { preset: 'own', years: 3, clock: 'last-treatment' };
		const instructed = { recordRetentionYears: 12, leadRetentionDays: 30 };
		const table = tableOf(own, instructed);
		expect(table.treatment).toMatchObject({ floor: { years: 12 }, clock: 'last-treatment' });
		expect(table.lead.ceiling).toEqual({ days: 30 });
		expect(tableOf(own, null).treatment.floor).toEqual({ years: 3 });
	});

	it('of somebody under 18 run to an age', () => {
		const of = (born: FolderFacts['born'], lastEntryOn: Day) => ({
			...TREATED,
			born,
			lastEntryOn,
			lastTreatmentOn: lastEntryOn
		});
		const sixteen = of({ day: '2010-03-01' }, '2026-11-02');
		// Ten years are longer than to the 25th birthday.
		expect(standingsOf(sixteen, UK_10)[0]).toMatchObject({
			freeFrom: '2036-11-02',
			isMinor: false
		});
		const twelve = of({ day: '2014-03-01' }, '2026-11-02');
		expect(standingsOf(twelve, UK_10)[0]).toMatchObject({
			freeFrom: '2039-03-01',
			isMinor: true
		});
		const seventeen = of({ day: '2009-06-01' }, '2026-11-02');
		expect(standingsOf(seventeen, UK_8)[0]).toMatchObject({
			freeFrom: '2035-06-01',
			isMinor: true
		});
		// By the year alone the youngest that they can be counts.
		expect(standingsOf(of({ year: 2014 }, '2026-11-02'), UK_8)[0]?.freeFrom).toBe('2039-12-31');
		const unknown = { ...of(null, '2026-11-02'), guardianOn: '2026-11-02' };
		expect(standingsOf(unknown, UK_10)[0]?.freeFrom).toBe('2051-11-02');
	});

	it('are none of a consultation without a name: half a year, and it goes', () => {
		expect(course(ANONYMOUS, '2027-04-01', '2027-06-01')).toEqual([
			['2027-04-01', 'kept'],
			['2027-05-01', 'must-go']
		]);
		expect(mayErase(ANONYMOUS, UK_10, '2026-11-03')).toBeNull();
		const treated = { ...ANONYMOUS, lastTreatmentOn: '2026-11-02' };
		expect(mayErase(treated, UK_10, '2026-11-03')).toMatchObject({ recordClass: 'treatment' });
	});

	it('are those of a lead where somebody asked and never came', () => {
		const asked = { ...TREATED, hasVisits: false, lastTreatmentOn: null, lastLeadOn: '2026-11-02' };
		expect(standingsOf(asked, UK_10)[0]?.recordClass).toBe('lead');
		expect(fateOf(asked, UK_10, '2027-05-01')).toBe('must-go');
	});

	it('are none of a card alone', () => {
		const card = { ...TREATED, lastEntryOn: null, lastTreatmentOn: null, hasLandmarks: false };
		expect(standingsOf(card, UK_10)).toEqual([]);
		expect(mayErase(card, UK_10, '2026-11-03')).toBeNull();
		expect(fateOf(card, UK_10, '2099-01-01')).toBe('kept');
	});
});

describe('what holds a file', () => {
	it('holds it past its time, says why, and lets go of it when it is lifted', () => {
		const held = { ...TREATED, hold: { since: '2030-01-01', reason: 'A letter of a solicitor' } };
		expect(course(held, '2036-10-01', '2040-01-01')).toEqual([
			['2036-10-01', 'kept'],
			['2036-11-02', 'held']
		]);
		expect(mayErase(held, UK_10, '2039-01-01')).toEqual({
			reason: 'hold',
			since: '2030-01-01',
			words: 'A letter of a solicitor'
		});
		expect(fateOf({ ...held, hold: null }, UK_10, '2039-01-01')).toBe('must-go');
	});

	it('is a complaint, while it is open and ten years after the last one', () => {
		const open = { ...TREATED, complaints: [{ closedOn: '2027-02-01' }, { closedOn: null }] };
		expect(mayErase(open, UK_8, '2040-01-01')).toEqual({ reason: 'complaint' });
		const closed = {
			...TREATED,
			complaints: [{ closedOn: '2030-02-01' }, { closedOn: '2027-02-01' }]
		};
		expect(course(closed, '2034-10-01', '2041-01-01', UK_8)).toEqual([
			['2034-10-01', 'kept'],
			['2034-10-20', 'held'],
			['2040-02-01', 'must-go']
		]);
		expect(mayErase(closed, UK_8, '2036-01-01')).toMatchObject({
			reason: 'floor',
			recordClass: 'complaint',
			until: '2040-02-01'
		});
	});

	it('keeps landmarks as well, which have a shorter time of their own', () => {
		expect(areLandmarksDue(TREATED, UK_10, '2029-11-01')).toBe(false);
		expect(areLandmarksDue(TREATED, UK_10, '2029-11-02')).toBe(true);
		expect(mayErase(TREATED, UK_10, '2029-11-02')).not.toBeNull();
		expect(areLandmarksDue({ ...TREATED, hasLandmarks: false }, UK_10, '2030-01-01')).toBe(false);
		const held = { ...TREATED, hold: { since: '2027-01-01', reason: 'x' } };
		expect(areLandmarksDue(held, UK_10, '2030-01-01')).toBe(false);
	});
});

describe('time', () => {
	it('has birthdays on 29 February a day later in other years', () => {
		expect(yearsAfter('2024-02-29', 1)).toBe('2025-03-01');
		expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29');
	});

	it('never shortens a floor, and a later day never frees less', () => {
		fc.assert(
			fc.property(day, day, fc.integer({ min: 1, max: 40 }), (one, other, years) => {
				const end = yearsAfter(one, years);
				expect(Number(end.slice(0, 4)) - Number(one.slice(0, 4))).toBe(years);
				expect(end.slice(5) >= one.slice(5)).toBe(true);
				if (one <= other) expect(end <= yearsAfter(other, years)).toBe(true);
			})
		);
	});

	it('never lets go of what it refused to erase, nor of anything before every floor', () => {
		fc.assert(
			fc.property(facts, choice, day, (file, chosen, today) => {
				const table = tableOf(chosen, null);
				const fate = fateOf(file, table, today);
				const refusal = mayErase(file, table, today);
				if (fate === 'may-go' || fate === 'must-go') expect(refusal).toBeNull();
				if (fate === 'held') expect(refusal).not.toBeNull();
				if (refusal?.reason === 'floor') {
					expect(refusal.until > today).toBe(true);
					expect(mayErase(file, table, refusal.until)).toBeNull();
				}
				if (refusal !== null) return;
				for (const { recordClass, freeFrom, goesBy } of standingsOf(file, table)) {
					if (recordClass === 'audit') continue;
					expect(freeFrom === null || freeFrom <= today).toBe(true);
					expect(freeFrom === null || goesBy === null || goesBy >= freeFrom).toBe(true);
				}
			})
		);
	});

	it('once over stays over: with no new entry nothing is kept again', () => {
		fc.assert(
			fc.property(facts, choice, day, fc.nat({ max: 20_000 }), (file, chosen, today, days) => {
				const table = tableOf(chosen, null);
				if (mayErase(file, table, today) !== null) return;
				expect(mayErase(file, table, after(today, { days }))).toBeNull();
			})
		);
	});

	it('is looked up in covers without missing anything that is due', () => {
		fc.assert(
			fc.property(
				facts,
				choice,
				day,
				fc.nat({ max: 4000 }),
				fc.nat({ max: 4000 }),
				(file, chosen, today, before, span) => {
					const { lastEntryOn } = file;
					if (lastEntryOn === null) return;
					const table = tableOf(chosen, null);
					const seenOn = after(lastEntryOn, { days: -before });
					const begunOn = after(seenOn, { days: -span });
					// At the earliest on the day on which the file was begun.
					const treated = file.lastTreatmentOn === null ? null : begunOn;
					const entered = { ...file, lastTreatmentOn: treated };
					const isDue =
						fateOf(entered, table, today) !== 'kept' || areLandmarksDue(entered, table, today);
					if (isDue) expect(mayBeDue({ begunOn, seenOn }, table, today)).toBe(true);
				}
			),
			{ numRuns: 500 }
		);
	});
});

describe('what is given to others', () => {
	it('is the least at first, and never a photograph', () => {
		for (const to of RECIPIENTS) expect(offeredFields(to)).not.toContain('photographs');
		expect(offeredFields('insurer')).toEqual(['identity', 'plan']);
	});

	it('is not given to whom the patient objects to, but where the law or an emergency asks', () => {
		expect(isObjected('gp', 'consent', ['gp'])).toBe(true);
		expect(isObjected('gp', 'contract', ['gp'])).toBe(true);
		expect(isObjected('gp', 'legal', ['gp'])).toBe(false);
		expect(isObjected('gp', 'emergency', ['gp'])).toBe(false);
		expect(isObjected('insurer', 'contract', ['gp'])).toBe(false);
	});
});
