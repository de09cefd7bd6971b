import type { Card } from '../../record/index.ts';

/** Who a patient's GP is, and where. */
export function gpParts({ name, practice, address }: NonNullable<Card['gp']>): readonly string[] {
	return [name, practice, address].filter((part) => part !== '');
}
