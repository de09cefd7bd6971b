import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const NOW = Date.UTC(2026, 10, 26, 9, 5, 7, 250);
const FOLDER = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';
const ROW = { folder: FOLDER, lastVisit: Date.UTC(2026, 9, 1, 8), followUp: '2026-12-31' };

async function eventsOf(...given: Parameters<typeof calendarOf>): Promise<readonly ICAL.Event[]> {
	const calendar = new ICAL.Component(ICAL.parse(await calendarOf(...given)) as unknown[]);
	expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
	expect(calendar.getFirstPropertyValue('prodid')).toMatch(/^-\/\/.+\/\/EN$/);
	return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('a follow-up is one whole day that says so and nothing more', async () => {
	const [event] = await eventsOf([ROW], 'Follow-up', NOW);
	expect(event!.startDate.isDate).toBe(true);
	expect(event!.startDate.toString()).toBe('2026-12-31');
	// Without an end it is that one day, also over the turn of a year.
	expect(event!.endDate.toString()).toBe('2027-01-01');
	expect(event!.summary).toBe('Follow-up');
	const names = event!.component.getAllProperties().map(({ name }) => name);
	expect(names.toSorted()).toEqual(['class', 'dtstamp', 'dtstart', 'summary', 'transp', 'uid']);
	expect(String(event!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-26T09:05:07Z');
});

test('nothing in the file leads to the record', async () => {
	const card = { name: 'Wilhelmina Okafor', number: '4711' };
	const text = await calendarOf([{ ...ROW, ...card }], 'Follow-up', NOW);
	for (const word of [FOLDER, String(ROW.lastVisit), card.name, card.number]) {
		expect(text).not.toContain(word);
	}
});

test('the same follow-up keeps its event when its day moves; another visit or patient has another', async () => {
	const uid = async (row: Parameters<typeof calendarOf>[0][number]) =>
		(await eventsOf([row], 'Follow-up', NOW))[0]!.uid;
	const first = await uid(ROW);
	expect(first).toMatch(/^[0-9a-f]{32}$/);
	expect(await uid({ ...ROW, followUp: '2027-02-01' })).toBe(first);
	expect(await uid({ ...ROW, lastVisit: ROW.lastVisit + 1 })).not.toBe(first);
	expect(await uid({ ...ROW, folder: OTHER })).not.toBe(first);
});

test('several are one file, and who need not come again is not in it', async () => {
	const rows = [ROW, { ...ROW, folder: OTHER, followUp: null }, { ...ROW, folder: OTHER }];
	const events = await eventsOf(rows, 'Follow-up', NOW);
	expect(events).toHaveLength(2);
	expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
});

test('lines end and fold as calendars read them, whatever the language', async () => {
	const summary = `Nächster Termin; ${'ß€𝄞'.repeat(40)}, \\ und\nmehr`;
	const text = await calendarOf([ROW], summary, NOW);
	expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	const sizes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
	// Four octets of a letter may not fit any more.
	expect(Math.max(...sizes)).toBeGreaterThan(75 - 4);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
	const [event] = await eventsOf([ROW], summary, NOW);
	expect(event!.summary).toBe(summary);
});
