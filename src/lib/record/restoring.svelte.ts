import { AppError, toAppError } from '../errors.ts';
import type { BackupLock } from '../vault/index.ts';
import type { Desk, Typed } from './desk.svelte.ts';
import { wholeOf } from './file-sink.ts';

/** Restoring from a backup: a file, what opens it, and then all of it or nothing. */
export class Restoring {
	file: Blob | null = $state.raw(null);
	/** Of the chosen file, or of its parts. */
	names: readonly string[] = $state.raw([]);
	/** What the file asks for; null until that is known. */
	lock: BackupLock | null = $state.raw(null);
	stage: 'reading' | 'checking' | null = $state.raw(null);
	/** Of the stage, 0 to 1. */
	fraction = $state(0);
	error: AppError | null = $state.raw(null);
	readonly #desk: Desk;
	#isStopped = false;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** A backup, or all the parts in which it was downloaded. */
	async choose(files: readonly File[]): Promise<void> {
		[this.file, this.lock, this.error] = [null, null, null];
		const file = wholeOf(files);
		try {
			this.lock = await this.#desk.backupLock(file);
			this.file = file;
			this.names = files.map(({ name }) => name);
		} catch (reason) {
			this.error = toAppError(reason, 'vault.failed');
		}
	}

	/** Whether it is restored and open. */
	async restore(typed: Typed): Promise<boolean> {
		if (this.file === null || this.stage !== null) return false;
		[this.stage, this.fraction, this.error, this.#isStopped] = ['reading', 0, null, false];
		this.#desk.isWorking = true;
		try {
			await this.#desk.restore(this.file, typed, (stage, fraction) => {
				if (this.#isStopped) return Promise.reject(new AppError('cancelled'));
				[this.stage, this.fraction] = [stage, fraction];
				return Promise.resolve();
			});
			return true;
		} catch (reason) {
			this.error = toAppError(reason, 'vault.failed');
			return false;
		} finally {
			this.stage = null;
			this.#desk.isWorking = false;
		}
	}

	cancel(): void {
		this.#isStopped = true;
	}
}
