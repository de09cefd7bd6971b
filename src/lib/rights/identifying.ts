/** What a text may tell of a person by. */
type Identifying = 'name' | 'number' | 'contact' | 'date';

/** What is known of those who may not be told by a text. */
export type Known = {
	/** As they are written in full. */
	readonly names: readonly string[];
	/** Of a file. */
	readonly numbers: readonly string[];
	/** Phone numbers, addresses of any kind. */
	readonly contacts: readonly string[];
};

/** Shorter than this a part of a name or an address is a word like any other. */
const FEWEST_LETTERS = 2;
const FEWEST_SIGNS = 5;
/** A shorter number is an amount as well. */
const FEWEST_OF_A_NUMBER = 3;
/** 3.11.2026, 2026-11-03, 03/11/26; and a year by itself. */
const DATES = [/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/, /(?<!\d)(19|20)\d{2}(?!\d)/];

/**
 * What of a person stands in a text: a part of their name, their number, a way to reach them, or a date.
 * Accents, capitals and kinds of digits make no difference. Empty where nothing was found; what only
 * people can tell (a town, a profession) is not.
 */
export function identifyingIn(text: string, known: Known): readonly Identifying[] {
	const plain = plainOf(text);
	const words = new Set(wordsOf(plain));
	const tight = tightOf(plain);
	const isNamed = known.names
		.flatMap((name) => wordsOf(plainOf(name)))
		.some((word) => word.length >= FEWEST_LETTERS && words.has(word));
	const isNumbered = known.numbers
		.map((number) => wordsOf(plainOf(number)))
		.some((parts) => parts.join('').length >= FEWEST_OF_A_NUMBER && hasRun(plain, parts));
	const isReached = known.contacts
		.flatMap((contact) => contact.split('\n'))
		.some((contact) => hasLong(tight, plainOf(contact)));
	const isDated = DATES.some((date) => date.test(plain));
	return [
		...(isNamed ? (['name'] as const) : []),
		...(isNumbered ? (['number'] as const) : []),
		...(isReached ? (['contact'] as const) : []),
		...(isDated ? (['date'] as const) : [])
	];
}

function plainOf(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase();
}

function wordsOf(plain: string): readonly string[] {
	return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** However it is spaced: phone numbers are written in many ways. */
function tightOf(plain: string): string {
	return plain.replace(/[^\p{L}\p{N}@]/gu, '');
}

/** These parts one after another, however they are joined, and no part of something longer. */
function hasRun(plain: string, parts: readonly string[]): boolean {
	const run = parts.join('[^\\p{L}\\p{N}]*');
	return new RegExp(`(?<![\\p{L}\\p{N}])${run}(?![\\p{L}\\p{N}])`, 'u').test(plain);
}

function hasLong(tight: string, part: string): boolean {
	const sought = tightOf(part);
	return sought.length >= FEWEST_SIGNS && tight.includes(sought);
}
