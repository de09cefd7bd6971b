/** Random words: easier to keep in mind than to guess. Loaded only where one is offered. */
import { wordlist } from '@scure/bip39/wordlists/english.js';

const WORDS = 7;

/** 77 random bits; no two words of the list begin with the same four letters. */
export function offeredWords(): string {
	// 2048 words divide 2¹⁶ evenly, so none is likelier than another.
	const drawn = crypto.getRandomValues(new Uint16Array(WORDS));
	return Array.from(drawn, (at) => wordlist[at % wordlist.length]).join(' ');
}
