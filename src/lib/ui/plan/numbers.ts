import { typedDecimal } from '../format.ts';

/** An amount as it is typed; null where the field is empty, undefined where it is none. */
export function typedNumber(text: string): number | null | undefined {
	const value = typedDecimal(text);
	if (value === null) return null;
	// As many digits as are kept.
	const isKept = value >= 0 && value < 1e9 && Number(value.toFixed(4)) === value;
	return isKept ? value : undefined;
}
