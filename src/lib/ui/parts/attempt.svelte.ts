import { toAppError, type AppError } from '../../errors.ts';

/** Something asked of the server by a button: whether it is on its way, and why it did not work. */
export class Attempt {
	isBusy = $state(false);
	error = $state.raw<AppError | null>(null);

	/** Nothing while another one is on its way. Whether it worked. */
	async make(work: () => Promise<void>): Promise<boolean> {
		if (this.isBusy) return false;
		this.isBusy = true;
		this.error = null;
		try {
			await work();
			return true;
		} catch (reason) {
			this.error = toAppError(reason, 'account.failed');
			return false;
		} finally {
			this.isBusy = false;
		}
	}
}
