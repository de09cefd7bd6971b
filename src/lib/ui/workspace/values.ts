import type { Plan, Treatment } from '../../treatment/index.ts';
import { formatValue } from '../format.ts';
import { t } from '../messages/index.ts';

export function isSigned({ range }: Treatment): boolean {
	return range[0] < 0 && range[1] > 0;
}

/** "+1.5 mm", or "L 1.0 mm  R 0.5 mm" where the sides differ; null at zero. */
export function planValue(plan: Plan, entry: Treatment): string | null {
	const values = plan[entry.id];
	if (values === undefined) return null;
	const text = (value: number) => formatValue(value, entry.unit, isSigned(entry));
	if (values.left === values.right) return text(values.left);
	return `${t('treatment.right.short')} ${text(values.right)}  ${t('treatment.left.short')} ${text(values.left)}`;
}
