import { AppError } from '../errors.ts';
import { random, toHex } from './bytes.ts';

const ID_BYTES = 16;

/** A new id for whatever it is to name. */
export function newId(): string {
	return toHex(random(ID_BYTES));
}

export function isId(value: unknown): value is string {
	return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

/** Ids are readable on the disk, so nothing but random digits may be one. */
export function requireId(value: string): void {
	if (!isId(value)) throw new AppError('unexpected', { cause: new TypeError('not an id') });
}
