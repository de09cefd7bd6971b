/**
 * The audit trail: every row holds the hash of the one before, so that a row that was changed, taken
 * out or put in between shows. Whoever can write the whole vault could still write a new trail; a head
 * that was seen elsewhere tells.
 */
import { sha256 } from '../digest.ts';
import type { AuditRow, Deed } from './types.ts';

/** What a new row says; the chain adds the rest. */
export type Event = {
	readonly at: number;
	readonly by: string;
	readonly deed: Deed;
	readonly scope: string | null;
	readonly record: string | null;
};

/** All that the next row needs of the last one. */
export type TrailEnd = Pick<AuditRow, 'n' | 'hash'>;

const BEFORE_THE_FIRST = '0'.repeat(64);

/** SHA-256 over the fields in this order. */
function hashOf(row: Omit<AuditRow, 'kind' | 'hash'>): Promise<string> {
	const { n, at, by, deed, scope, record, previous } = row;
	return sha256(
		new TextEncoder().encode(JSON.stringify([n, at, by, deed, scope, record, previous]))
	);
}

/** The row that follows `last`; the first one where there is none. */
export async function rowAfter(last: TrailEnd | null, event: Event): Promise<AuditRow> {
	const n = last === null ? 0 : last.n + 1;
	const row = { n, ...event, previous: last?.hash ?? BEFORE_THE_FIRST };
	return { kind: 'audit', ...row, hash: await hashOf(row) };
}

/** Number of the first row that does not follow from those before it; null for a whole chain. */
export async function firstBreak(rows: readonly AuditRow[]): Promise<number | null> {
	let previous = BEFORE_THE_FIRST;
	for (const [n, row] of rows.toSorted((a, b) => a.n - b.n).entries()) {
		const follows = row.n === n && row.previous === previous;
		if (!follows || row.hash !== (await hashOf(row))) return n;
		previous = row.hash;
	}
	return null;
}
