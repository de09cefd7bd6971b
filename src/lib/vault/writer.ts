import { AppError } from '../errors.ts';

/** Gives the place back; resolves when it is free. */
export type Release = () => Promise<void>;

/**
 * Makes this window the only one that writes. `takeOver` takes the place of another one, whose
 * `onLost` is then called. Errors: AppError `vault.opened-elsewhere`.
 */
export async function becomeWriter(
	name: string,
	takeOver: boolean,
	onLost: () => void
): Promise<Release> {
	const held = Promise.withResolvers<undefined>();
	const granted = Promise.withResolvers<boolean>();
	let isWriter = false;
	const options: LockOptions = takeOver ? { steal: true } : { ifAvailable: true };
	const ended = navigator.locks
		.request(name, options, (lock) => {
			isWriter = lock !== null;
			granted.resolve(isWriter);
			return isWriter ? held.promise : undefined;
		})
		.catch((error: unknown) => {
			// A place that is taken over ends with an AbortError.
			if (isWriter) onLost();
			else granted.reject(error);
		});
	if (!(await granted.promise)) throw new AppError('vault.opened-elsewhere', { retryable: true });
	return async () => {
		held.resolve(undefined);
		await ended;
	};
}
