import { describe, expect, it } from 'vitest';
import { firstBreak, rowAfter } from './audit.ts';
import type { AuditRow, Deed } from './types.ts';

const BY = '00112233445566778899aabbccddeeff';
const DEEDS: readonly Deed[] = ['person-named', 'patient-added', 'note-added', 'folder-erased'];

async function chain(): Promise<AuditRow[]> {
	const rows: AuditRow[] = [];
	for (const [k, deed] of DEEDS.entries()) {
		const event = { at: 1_000 + k, by: BY, deed, scope: null, record: null };
		rows.push(await rowAfter(rows.at(-1) ?? null, event));
	}
	return rows;
}

describe('the audit trail', () => {
	it('holds, in whatever order its rows are read', async () => {
		expect(await firstBreak(await chain())).toBeNull();
		expect(await firstBreak((await chain()).reverse())).toBeNull();
		expect(await firstBreak([])).toBeNull();
	});

	it('counts from nought and names the row before', async () => {
		const rows = await chain();
		expect(rows.map(({ n }) => n)).toEqual([0, 1, 2, 3]);
		expect(rows[0]?.previous).toBe('0'.repeat(64));
		expect(rows[2]?.previous).toBe(rows[1]?.hash);
	});

	it.each([
		['another deed', (row: AuditRow) => ({ ...row, deed: 'card-changed' as const })],
		['another person', (row: AuditRow) => ({ ...row, by: BY.replace('0', '1') })],
		['another time', (row: AuditRow) => ({ ...row, at: row.at + 1 })],
		['another patient', (row: AuditRow) => ({ ...row, scope: BY })],
		['another hash', (row: AuditRow) => ({ ...row, hash: 'f'.repeat(64) })]
	])('breaks at a row with %s', async (_, change) => {
		const rows = await chain();
		expect(await firstBreak(rows.map((row) => (row.n === 1 ? change(row) : row)))).toBe(1);
	});

	it('breaks where a row is missing, and where two have one number', async () => {
		const rows = await chain();
		expect(await firstBreak(rows.filter(({ n }) => n !== 2))).toBe(2);
		expect(await firstBreak([...rows, ...rows.slice(3)])).toBe(4);
	});

	it('breaks where a row was written anew without those after it', async () => {
		const rows = await chain();
		const event = { at: 5, by: BY, deed: 'card-changed' as const, scope: null, record: null };
		const forged = await rowAfter(rows[0] ?? null, event);
		expect(await firstBreak(rows.map((row) => (row.n === 1 ? forged : row)))).toBe(2);
	});
});
