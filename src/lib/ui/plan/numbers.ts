/** A number as it is typed, with a point or a comma; null where the field is empty, undefined where it is none. */
export function typedNumber(text: string): number | null | undefined {
	const trimmed = text.trim().replace(',', '.');
	if (trimmed === '') return null;
	return /^\d{1,9}(\.\d{0,4})?$|^\.\d{1,4}$/.test(trimmed) ? Number(trimmed) : undefined;
}
