import { AppError } from '../../errors.ts';

export function throwIfCancelled(signal: AbortSignal | undefined): void {
	if (signal?.aborted === true) throw new AppError('cancelled');
}

/** Lets other messages of the worker in: a newer job, or the cancellation of this one. */
export function breathe(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
