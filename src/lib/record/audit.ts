/**
 * The audit trail: every row holds the hash of the one before, so that a row that was changed, taken
 * out, put in between or moved shows, and where. Whoever can write the whole vault could still write a new
 * trail; a head that was seen elsewhere tells.
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
	readonly reason?: string;
};

/** All that the next row needs of the last one. */
export type TrailEnd = Pick<AuditRow, 'n' | 'hash'>;

/**
 * A row that is not as it was written. `changed`: what it says; `removed`: it is gone; `moved`: it stands in
 * another's place; `added`: it was never written by this chain; `unlinked`: it was written anew, or one before
 * it was; `unsigned`: it is not the one that the clinic's server signed for.
 */
export type TrailFlaw = {
	readonly n: number;
	readonly what: 'changed' | 'removed' | 'moved' | 'added' | 'unlinked' | 'unsigned';
};

const BEFORE_THE_FIRST = '0'.repeat(64);

/** SHA-256 over the fields in this order; rows without a reason are hashed as they always were. */
function hashOf(row: Omit<AuditRow, 'kind' | 'hash'>): Promise<string> {
	const { n, at, by, deed, scope, record, previous, reason } = row;
	const fields = [n, at, by, deed, scope, record, previous];
	const words = JSON.stringify(reason === undefined ? fields : [...fields, reason]);
	return sha256(new TextEncoder().encode(words));
}

/** The row that follows `last`; the first one where there is none. */
export async function rowAfter(last: TrailEnd | null, event: Event): Promise<AuditRow> {
	const n = last === null ? 0 : last.n + 1;
	const row = { n, ...event, previous: last?.hash ?? BEFORE_THE_FIRST };
	return { kind: 'audit', ...row, hash: await hashOf(row) };
}

/**
 * Every row of a trail that is not as it was written, by its number. `head`: the last row as it is known
 * elsewhere, so that rows missing at the end show; null where there is none. `signed`: one that the server
 * signed for.
 */
export async function flawsIn(
	rows: readonly AuditRow[],
	head: TrailEnd | null,
	signed: TrailEnd | null = null
): Promise<readonly TrailFlaw[]> {
	const flaws: TrailFlaw[] = [];
	const byNumber = Map.groupBy(rows, ({ n }) => n);
	const end = Math.max(head?.n ?? -1, signed?.n ?? -1, ...byNumber.keys());
	/** Null behind a row of which only the number is known to be wrong. */
	let previous: string | null = BEFORE_THE_FIRST;
	for (let n = 0; n <= end; n++) {
		const [row, ...others] = await bestFirst(byNumber.get(n) ?? [], previous);
		if (row === undefined) {
			flaws.push({ n, what: 'removed' });
			previous = null;
			continue;
		}
		const found = await flawOf(row, previous, head, rows);
		const isOther = n === signed?.n && row.hash !== signed.hash;
		const what = found ?? (isOther ? 'unsigned' : null);
		if (what !== null) flaws.push({ n, what });
		flaws.push(...others.map(() => ({ n, what: 'added' }) as const));
		previous = row.hash;
	}
	return flaws;
}

/** Of rows with one number, the one that follows first. */
async function bestFirst(
	rows: readonly AuditRow[],
	previous: string | null
): Promise<readonly AuditRow[]> {
	if (rows.length < 2) return rows;
	const fits = await Promise.all(
		rows.map(async (row) => row.previous === previous && row.hash === (await hashOf(row)))
	);
	const best = Math.max(0, fits.indexOf(true));
	return [...rows.slice(best, best + 1), ...rows.filter((_, at) => at !== best)];
}

async function flawOf(
	row: AuditRow,
	previous: string | null,
	head: TrailEnd | null,
	rows: readonly AuditRow[]
): Promise<TrailFlaw['what'] | null> {
	if (row.hash !== (await hashOf(row))) {
		// As it was written, but under another number: that of the row after the one it names.
		const before = rows.find(({ hash }) => hash === row.previous);
		const own = before === undefined ? 0 : before.n + 1;
		const candidates = new Set([own, ...rows.map(({ n }) => n)]);
		for (const n of candidates) if (row.hash === (await hashOf({ ...row, n }))) return 'moved';
		return 'changed';
	}
	if (previous !== null && row.previous !== previous) return 'unlinked';
	if (head === null) return null;
	if (row.n > head.n) return 'added';
	return row.n === head.n && row.hash !== head.hash ? 'unlinked' : null;
}
