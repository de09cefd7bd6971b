import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Canonical } from './index.ts';

it('writes the example of RFC 8785', () => {
	const value = {
		numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
		string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
		literals: [null, true, false]
	};
	expect(canonicalJson(value)).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
			'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
	);
});

it('orders names by their UTF-16 code units', () => {
	const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 };
	expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(([, n]) => n).join('')).toBe('2467153');
});

it('is JSON of the same value, whatever the order in which it was made', () => {
	fc.assert(
		fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
			const written = canonicalJson(value as Canonical);
			expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(canonicalJson(backwards(value) as Canonical)).toBe(written);
		})
	);
});

it('has no form for what is no number', () => {
	expect(() => canonicalJson({ amount: Number.NaN })).toThrow(RangeError);
});

function backwards(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(backwards);
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).toReversed();
	return Object.fromEntries(members.map(([name, member]) => [name, backwards(member)]));
}
