/** In which direction a paragraph runs, by its first letter: Unicode's own rule, for what is drawn rather than set. */
export function textDirection(words: string): 'ltr' | 'rtl' {
	const [letter = ''] = /\p{L}/u.exec(words) ?? [];
	return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? 'rtl' : 'ltr';
}
