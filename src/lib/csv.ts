/** Begins what a spreadsheet would compute (OWASP, "CSV injection"). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * RFC 4180, every field quoted, with a byte order mark so that spreadsheets read UTF-8. What would be taken for
 * a formula begins with an apostrophe, phone numbers as well.
 */
export function csvOf(table: readonly (readonly string[])[]): string {
	return `\ufeff${table.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
	const plain = text.replace(/[\r\n]+/g, ' ');
	const safe = FORMULA.test(text) || FORMULA.test(plain.trimStart()) ? `'${plain}` : plain;
	return `"${safe.replaceAll('"', '""')}"`;
}
