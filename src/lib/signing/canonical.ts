/** What has one form as bytes: no dates, no gaps, no numbers that JSON cannot write. */
export type Canonical =
	string | number | boolean | null | readonly Canonical[] | { readonly [name: string]: Canonical };

/**
 * JSON with one spelling for one value (RFC 8785): members in the order of their names' UTF-16 code
 * units, numbers as ECMAScript writes them, no spaces. Errors: RangeError for a number that is none.
 */
export function canonicalJson(value: Canonical): string {
	if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a number');
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
	const members = Object.entries(value)
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
	return `{${members.join(',')}}`;
}

/** `Array.isArray` does not tell lists that cannot be written to. */
function isList(value: Canonical): value is readonly Canonical[] {
	return Array.isArray(value);
}
