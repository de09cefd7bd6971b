/** How long a guesser with the device in hand would be busy, in a word; a rough estimate. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

const LEAST_CHARACTERS = 15;
/** Bits. With Argon2id a guess costs tenths of a second of one processor. */
const FAIR = 50;
const STRONG = 64;
/** From so many words on they are what a guesser counts in. */
const SENTENCE = 4;
const WORD = /\p{L}{3,}/gu;
const BITS_OF_A_WORD = 11;

/** What a guesser tries first: one letter or pattern again and again, and rows of keys. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const KNOWN = /pass ?(word|phrase)|let ?me ?in|welcome|admin|clinic|vultus|secret|qwert[yz]/gi;

function alphabetOf(text: string): number {
	const kinds: readonly (readonly [RegExp, number])[] = [
		[/\p{Ll}/u, 26],
		[/\p{Lu}/u, 26],
		[/\p{N}/u, 10],
		[/[^\p{L}\p{N}]/u, 20]
	];
	return kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
}

/** Characters that do not follow from those before them. */
function surprises(text: string): number {
	const lower = text.toLowerCase();
	let count = 0;
	for (let at = 0; at < lower.length; at++) {
		const pair = lower.slice(at - 1, at + 1);
		const isRow = at > 0 && ROWS.some((row) => row.includes(pair));
		const isRepeat = at > 1 && lower.indexOf(lower.slice(at - 2, at + 1)) < at - 2;
		const isSame = at > 0 && lower[at] === lower[at - 1];
		if (!isRow && !isRepeat && !isSame) count += 1;
	}
	return count;
}

/** Words count as words, other text by its characters; whichever a guesser would find sooner. */
export function strengthOf(passphrase: string): Strength {
	if (Array.from(passphrase).length < LEAST_CHARACTERS) return 'short';
	const words = wordsIn(passphrase);
	if (words.size >= SENTENCE) return rated(words.size * BITS_OF_A_WORD);
	const rest = passphrase.replace(KNOWN, '');
	const beside = rest.replace(WORD, '').replace(/\s/g, '');
	const byWords = wordsIn(rest).size * BITS_OF_A_WORD + bitsOf(beside);
	return rated(Math.min(bitsOf(rest), byWords));
}

function wordsIn(text: string): ReadonlySet<string> {
	return new Set(text.toLowerCase().match(WORD) ?? []);
}

function bitsOf(text: string): number {
	return surprises(text) * Math.log2(Math.max(2, alphabetOf(text)));
}

function rated(bits: number): Strength {
	if (bits < FAIR) return 'weak';
	return bits < STRONG ? 'fair' : 'strong';
}
