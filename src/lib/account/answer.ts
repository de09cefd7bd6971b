import { parse, type GenericSchema, type InferOutput } from 'valibot';
import { AppError } from '../errors.ts';

/** What the server has answered, in the expected shape. Errors: AppError `account.failed`. */
export function answer<Schema extends GenericSchema>(
	schema: Schema,
	value: unknown
): InferOutput<Schema> {
	try {
		return parse(schema, value);
	} catch (cause) {
		throw new AppError('account.failed', { cause });
	}
}
