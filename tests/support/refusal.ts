import { isAppError } from '../../src/lib/errors.ts';

/** The code that an attempt is refused with, or `otherwise`. What is no AppError is thrown on. */
export async function refusalOf(
	attempt: Promise<unknown> | (() => unknown),
	otherwise: string
): Promise<string> {
	try {
		await (typeof attempt === 'function' ? attempt() : attempt);
		return otherwise;
	} catch (error) {
		if (!isAppError(error)) throw error;
		return error.code;
	}
}
