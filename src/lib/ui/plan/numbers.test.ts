import { expect, it } from 'vitest';
import { typedNumber } from './numbers.ts';

it.each([
	['', null],
	['  ', null],
	['0.55', 0.55],
	['0,55', 0.55],
	['.5', 0.5],
	['12.', 12],
	['0', 0],
	['-1', undefined],
	['1e3', undefined],
	['1 mL', undefined],
	['Infinity', undefined],
	['1.2.3', undefined]
])('%j is typed as %j', (text, value) => {
	expect(typedNumber(text)).toBe(value);
});
