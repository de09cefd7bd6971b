/** Numbers, amounts and days as the language that is spoken writes them. */
import type { Unit } from '../treatment/index.ts';
import { language } from './language.ts';
import { t } from './messages/index.ts';

const DECIMALS: Readonly<Record<Unit, number>> = { mm: 1, 'mm/side': 1, deg: 1, '%': 0 };

/** A number and its unit stay on one line. */
const NO_BREAK = '\u00a0';
/** Keeps a sign before its digits within words that run from right to left. */
const LEFT_TO_RIGHT = '\u200e';
/** The first digit of each row of digits that somebody may type. */
const ZEROS = ['\u0660', '\u06f0'];

export function formatDecimal(value: number, decimals: number, locale = language().locale): string {
	return new Intl.NumberFormat(locale, {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
		useGrouping: false
	}).format(value);
}

/** As it is typed into a field: all that it has, and nothing between the thousands. */
export function formatPlain(value: number, { locale, dir } = language()): string {
	const digits = new Intl.NumberFormat(locale, {
		maximumFractionDigits: 6,
		useGrouping: false
	}).format(Math.abs(value));
	return value < 0 ? `${dir === 'rtl' ? LEFT_TO_RIGHT : ''}−${digits}` : digits;
}

/** `currency`: ISO 4217. */
export function formatMoney(sum: number, currency: string, locale = language().locale): string {
	return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(sum);
}

/**
 * What was typed, with a point or a comma, in Latin or Arabic digits, with any sign; NaN where it is no number,
 * null where there is nothing.
 */
export function typedDecimal(text: string): number | null {
	const plain = Array.from(text.trim(), latin)
		.join('')
		.replace(/[\u200e\u200f\u061c]/g, '');
	if (plain === '') return null;
	return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)
		? Number(plain.replace(',', '.'))
		: Number.NaN;
}

function latin(sign: string): string {
	if (sign === '−') return '-';
	if (sign === '\u066b') return '.';
	const code = sign.charCodeAt(0);
	const zero = ZEROS.map((first) => first.charCodeAt(0)).find((at) => code >= at && code < at + 10);
	return zero === undefined ? sign : String(code - zero);
}

function signed(value: number, decimals: number, hasPlus: boolean): string {
	const digits = formatDecimal(Math.abs(value), decimals);
	const isZero = Number(Math.abs(value).toFixed(decimals)) === 0;
	const sign = isZero ? '' : value < 0 ? '−' : hasPlus ? '+' : '';
	return `${sign !== '' && language().dir === 'rtl' ? LEFT_TO_RIGHT : ''}${sign}${digits}`;
}

/** "+1.5 mm", "−2.0 mm", "8.0°", "50 %"; a sign only where the range has both. */
export function formatValue(value: number, unit: Unit, hasSign: boolean): string {
	const space = unit === 'deg' ? '' : NO_BREAK;
	return `${signed(value, DECIMALS[unit], hasSign)}${space}${t(`unit.${unit}`)}`;
}

/** `hasSign`: a difference, which may be more or less. */
export function formatMm(value: number, hasSign = false): string {
	return `${signed(value, 1, hasSign)}${NO_BREAK}${t('unit.mm')}`;
}

export function formatMegabytes(bytes: number): string {
	return formatDecimal(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0);
}

/** In the largest unit of which there is at least one. */
export function formatBytes(bytes: number): string {
	if (bytes < 1e9) return `${formatMegabytes(bytes)}${NO_BREAK}MB`;
	return `${formatDecimal(bytes / 1e9, bytes < 1e10 ? 1 : 0)}${NO_BREAK}GB`;
}
