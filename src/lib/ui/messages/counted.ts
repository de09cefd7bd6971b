type Forms = Partial<Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>> & {
	readonly other: string;
};

/**
 * What chooses the form of a word by how many there are, in one language's own classes (CLDR): English and
 * German know `one` and `other`, Arabic six.
 */
export function counted(locale: string): (count: number, forms: Forms) => string {
	const rules = new Intl.PluralRules(locale);
	return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
