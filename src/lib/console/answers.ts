import { array, nullable, object, string, type GenericSchema, type InferOutput } from 'valibot';
import { answer } from '../account/index.ts';
import type { Part } from './loaded.svelte.ts';

/** `{<name>: […]}`. Errors: `account.failed`. */
export function listed<S extends GenericSchema>(
	name: string,
	schema: S,
	value: unknown
): InferOutput<S>[] {
	const whole = answer(object({ [name]: array(schema) }), value);
	return whole[name] ?? [];
}

/** `{<name>: […], next}`. Errors: `account.failed`. */
export function partOf<S extends GenericSchema>(
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
