import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

/** As a spreadsheet reads it (RFC 4180). */
function read(csv: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let rest = csv.replace(/^\ufeff/, '');
	while (rest !== '') {
		const [whole = '', field = '', end = ''] = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest) ?? [];
		if (whole === '') throw new Error(`not CSV: ${rest}`);
		row.push(field.replaceAll('""', '"'));
		if (end !== ',') {
			rows.push(row);
			row = [];
		}
		rest = rest.slice(whole.length);
	}
	return rows;
}

describe('a table of leads', () => {
	it('is read back as it was, whatever stands in it', () => {
		const table = [
			['Name', 'Telephone'],
			['O’Neill, "Zoë"', '01 555 0100'],
			['Ångström; \\ 日本', '']
		];
		expect(read(csvOf(table))).toEqual(table);
		expect(csvOf(table).startsWith('\ufeff')).toBe(true);
	});

	it('holds no formula', () => {
		const formulas = [
			'=HYPERLINK("https://x.example","y")',
			'+353 1 555 0100',
			'-2+3',
			'@SUM(A1)',
			'\t=1',
			'\r=1',
			'\n=1',
			'  =1+1',
			'＝1+1'
		];
		for (const [field] of read(csvOf(formulas.map((one) => [one])))) {
			expect(field).toMatch(/^'/);
			expect(field).not.toMatch(/[\r\n]/);
		}
		expect(read(csvOf([['a=1', 'x@y.example']]))).toEqual([['a=1', 'x@y.example']]);
	});
});
