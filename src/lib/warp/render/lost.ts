import { AppError } from '../../errors.ts';

export function lostError(reason: string, cause?: unknown): AppError {
	return new AppError('engine.renderer-lost', {
		retryable: true,
		cause: new Error(reason, { cause })
	});
}
