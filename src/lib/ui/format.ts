import type { Unit } from '../treatment/index.ts';
import { t } from './messages/index.ts';

const DECIMALS: Readonly<Record<Unit, number>> = { mm: 1, 'mm/side': 1, deg: 1, '%': 0 };

/** A number and its unit stay on one line. */
const NO_BREAK = '\u00a0';

/** "+1.5 mm", "−2.0 mm", "8.0°", "50 %"; a sign only where the range has both. */
export function formatValue(value: number, unit: Unit, signed: boolean): string {
	const digits = Math.abs(value).toFixed(DECIMALS[unit]);
	const isZero = Number(digits) === 0;
	const sign = isZero ? '' : value < 0 ? '−' : signed ? '+' : '';
	const space = unit === 'deg' ? '' : NO_BREAK;
	return `${sign}${digits}${space}${t(`unit.${unit}`)}`;
}

export function formatMm(value: number): string {
	return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}${NO_BREAK}mm`;
}

export function formatMegabytes(bytes: number): string {
	return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}

/** In the largest unit of which there is at least one. */
export function formatBytes(bytes: number): string {
	if (bytes < 1e9) return `${formatMegabytes(bytes)}\u00a0MB`;
	return `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)}\u00a0GB`;
}
