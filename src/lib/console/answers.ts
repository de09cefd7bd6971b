import {
	array,
	nullable,
	object,
	parse,
	string,
	type BaseIssue,
	type BaseSchema,
	type InferOutput
} from 'valibot';
import { AppError } from '../errors.ts';
import type { Part } from './loaded.svelte.ts';

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

/** An answer of the expected shape. Errors: `account.failed`. */
export function answer<S extends Schema>(schema: S, value: unknown): InferOutput<S> {
	try {
		return parse(schema, value);
	} catch (cause) {
		throw new AppError('account.failed', { cause });
	}
}

/** `{<name>: […]}`. Errors: `account.failed`. */
export function listed<S extends Schema>(
	name: string,
	schema: S,
	value: unknown
): InferOutput<S>[] {
	const whole = answer(object({ [name]: array(schema) }), value);
	return whole[name] ?? [];
}

/** `{<name>: […], next}`. Errors: `account.failed`. */
export function partOf<S extends Schema>(
	name: string,
	schema: S,
	value: unknown
): Part<InferOutput<S>> {
	const { next } = answer(object({ next: nullable(string()) }), value);
	return { items: listed(name, schema, value), next };
}

/** The query that asks for the part of a list that follows. */
export function after(path: string, before: string | null): string {
	if (before === null) return path;
	return `${path}${path.includes('?') ? '&' : '?'}before=${encodeURIComponent(before)}`;
}
