import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawsIn, rowAfter, type TrailFlaw } from './audit.ts';
import type { AuditRow, Deed } from './types.ts';

const BY = '00112233445566778899aabbccddeeff';
const DEEDS: readonly Deed[] = [
	'person-named',
	'patient-added',
	'note-added',
	'folder-opened',
	'disclosed',
	'folder-erased'
];

async function chain(): Promise<AuditRow[]> {
	const rows: AuditRow[] = [];
	for (const [k, deed] of DEEDS.entries()) {
		const event = { at: 1_000 + k, by: BY, deed, scope: null, record: null };
		const said = deed === 'disclosed' ? { ...event, reason: 'Asked for by the patient' } : event;
		rows.push(await rowAfter(rows.at(-1) ?? null, said));
	}
	return rows;
}

const headOf = (rows: readonly AuditRow[]) => rows.at(-1) ?? null;
/** Those of rows with a head that was kept before somebody changed them. */
async function found(change: (rows: AuditRow[]) => AuditRow[] | Promise<AuditRow[]>) {
	const rows = await chain();
	return flawsIn(await change(rows), headOf(rows));
}
const at = (n: number, what: TrailFlaw['what']): TrailFlaw => ({ n, what });

describe('the audit trail', () => {
	it('holds, in whatever order its rows are read', async () => {
		const rows = await chain();
		expect(await flawsIn(rows, headOf(rows))).toEqual([]);
		expect(await flawsIn(rows.toReversed(), headOf(rows))).toEqual([]);
		expect(await flawsIn([], null)).toEqual([]);
	});

	it('counts from nought and names the row before', async () => {
		const rows = await chain();
		expect(rows.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(rows[0]?.previous).toBe('0'.repeat(64));
		expect(rows[2]?.previous).toBe(rows[1]?.hash);
	});

	it('keeps the hash of a row without a reason as it was before rows had reasons', async () => {
		const [first] = await chain();
		expect(first?.hash).toBe('87c3d781ba66a443782b61f0e5af160baf1cc760be450022d27ef2cc21658e54');
	});

	it.each([
		['another deed', (row: AuditRow) => ({ ...row, deed: 'card-changed' as const })],
		['another person', (row: AuditRow) => ({ ...row, by: BY.replace('0', '1') })],
		['another time', (row: AuditRow) => ({ ...row, at: row.at + 1 })],
		['another patient', (row: AuditRow) => ({ ...row, scope: BY })],
		['a reason that nobody gave', (row: AuditRow) => ({ ...row, reason: 'Because' })]
	])('tells which row has %s', async (_, change) => {
		expect(await found((rows) => rows.map((row) => (row.n === 1 ? change(row) : row)))).toEqual([
			at(1, 'changed')
		]);
	});

	it('tells which row has another reason, or none any more', async () => {
		for (const reason of ['Another one', undefined]) {
			const flaws = await found((rows) =>
				rows.map(({ reason: was, ...row }) =>
					row.n !== 4
						? { ...row, ...(was === undefined ? {} : { reason: was }) }
						: reason === undefined
							? row
							: { ...row, reason }
				)
			);
			expect(flaws).toEqual([at(4, 'changed')]);
		}
	});

	it('tells which rows are missing: first, last and in between', async () => {
		for (let n = 0; n < DEEDS.length; n++) {
			expect(await found((rows) => rows.filter((row) => row.n !== n))).toEqual([at(n, 'removed')]);
		}
		expect(await found((rows) => rows.slice(0, 4))).toEqual([at(4, 'removed'), at(5, 'removed')]);
		expect(await found(() => [])).toHaveLength(DEEDS.length);
	});

	it('tells which two rows have changed places', async () => {
		const swapped = (rows: AuditRow[], one: number, other: number) =>
			rows.map((row) =>
				row.n === one ? { ...row, n: other } : row.n === other ? { ...row, n: one } : row
			);
		const flaws = await found((rows) => swapped(rows, 1, 3));
		expect(flaws).toContainEqual(at(1, 'moved'));
		expect(flaws).toContainEqual(at(3, 'moved'));
		expect(flaws.filter(({ what }) => what === 'changed')).toEqual([]);
	});

	it('tells which row was put in', async () => {
		const second = await found(async (rows) => {
			const event = { at: 5, by: BY, deed: 'note-added' as const, scope: null, record: null };
			return [await rowAfter(rows[1] ?? null, event), ...rows];
		});
		expect(second).toContainEqual(at(2, 'added'));
		const behind = await found(async (rows) => {
			const event = { at: 5, by: BY, deed: 'note-added' as const, scope: null, record: null };
			return [...rows, await rowAfter(rows.at(-1) ?? null, event)];
		});
		expect(behind).toEqual([at(6, 'added')]);
	});

	it('tells where a row was written anew, with all after it or without', async () => {
		const event = { at: 5, by: BY, deed: 'card-changed' as const, scope: null, record: null };
		const alone = await found(async (rows) => {
			const forged = await rowAfter(rows[0] ?? null, event);
			return rows.map((row) => (row.n === 1 ? forged : row));
		});
		expect(alone).toEqual([at(2, 'unlinked')]);
		const rewritten = await found(async (rows) => {
			const anew = rows.slice(0, 1);
			for (let n = 1; n < rows.length; n++) anew.push(await rowAfter(anew.at(-1) ?? null, event));
			return anew;
		});
		expect(rewritten).toEqual([at(5, 'unlinked')]);
	});

	it('tells a row whatever is changed of it', async () => {
		const whole = await chain();
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: DEEDS.length - 1 }),
				fc.constantFrom('at', 'by', 'deed', 'scope', 'record', 'previous', 'hash'),
				fc.integer({ min: 1, max: 15 }),
				async (n, field, turn) => {
					const other = turn
						.toString(16)
						.repeat(field === 'by' || field === 'scope' || field === 'record' ? 32 : 64);
					const value = field === 'at' ? 9_000 + turn : field === 'deed' ? 'lead-sent' : other;
					const rows = whole.map((row) => (row.n === n ? { ...row, [field]: value } : row));
					const flaws = await flawsIn(rows, headOf(whole));
					expect(flaws.map((flaw) => flaw.n)).toContain(n);
				}
			),
			{ numRuns: 60 }
		);
	});
});
