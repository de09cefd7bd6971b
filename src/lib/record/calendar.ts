/** Follow-ups as a calendar takes them: iCalendar (RFC 5545), all-day events that name nobody. */
import { PRODUCT_NAME } from '../product.ts';
import { derivedId } from './derived-id.ts';
import type { FolderRow } from './directory.ts';

/** Whose follow-up it is; only its day goes into the calendar. */
export type FollowUp = Pick<FolderRow, 'folder' | 'lastVisit' | 'followUp'>;

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/**
 * The text of an .ics file. Calendars are kept in clouds, so an event says `summary` and a day and
 * nothing else. Its UID follows from random ids and leads back to nobody; it stays the same while the
 * visit that asked for the follow-up is the newest, so that exporting a changed day moves the event.
 * Rows without a follow-up are left out. `now`: milliseconds since 1970.
 */
export async function calendarOf(
	rows: readonly FollowUp[],
	summary: string,
	now: number
): Promise<string> {
	const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
	const events = await Promise.all(
		rows.map(async ({ folder, lastVisit, followUp }) => {
			if (followUp === null) return [];
			return [
				'BEGIN:VEVENT',
				`UID:${await derivedId(`follow-up of ${folder} after ${String(lastVisit)}`)}`,
				`DTSTAMP:${stamp}`,
				`DTSTART;VALUE=DATE:${followUp.replaceAll('-', '')}`,
				`SUMMARY:${escaped(summary)}`,
				'CLASS:PRIVATE',
				'TRANSP:TRANSPARENT',
				'END:VEVENT'
			];
		})
	);
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		`PRODID:-//${PRODUCT_NAME}//Follow-ups//EN`,
		'CALSCALE:GREGORIAN',
		...events.flat(),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** No line is longer than a calendar must take, and no letter is cut in two. */
function folded(line: string): string {
	const octets = new TextEncoder();
	let room = LINE;
	let out = '';
	for (const letter of line) {
		const size = octets.encode(letter).length;
		if (size > room) {
			out += '\r\n ';
			room = LINE - 1;
		}
		out += letter;
		room -= size;
	}
	return out;
}
