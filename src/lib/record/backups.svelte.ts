import { AppError, isAppError, toAppError } from '../errors.ts';
import type { Desk } from './desk.svelte.ts';
import { backupName, openFileSink, wholeOf } from './file-sink.ts';
import { lastBackup, rememberBackup } from './marker.ts';
import type { BackupFacts } from './protocol.ts';

/** `written`: the file is to be chosen, so that it can be read back. */
type BackupStep = 'idle' | 'preparing' | 'writing' | 'written' | 'checking' | 'done';

/** Making a backup: written, read back, and only then done. */
export class Backups {
	step: BackupStep = $state('idle');
	/** Of what is done now, 0 to 1. */
	fraction = $state(0);
	/** Written so far. */
	bytes = $state(0);
	error: AppError | null = $state.raw(null);
	/** Null until it was asked for. */
	facts: BackupFacts | null = $state.raw(null);
	readonly #desk: Desk;
	/** Why what runs is to end: a person's wish, or a file that cannot be written. */
	#stop: AppError | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** When the last one was made, Unix time, ms; known while the vault is locked, too. */
	get lastAt(): number | null {
		return lastBackup();
	}

	get isBusy(): boolean {
		return this.step === 'preparing' || this.step === 'writing' || this.step === 'checking';
	}

	async read(): Promise<void> {
		this.facts = await this.#desk.open.backupFacts();
		if (this.facts.last !== null) rememberBackup(this.facts.last.at);
	}

	/** For a passphrase that opens the vault; for the owner's key where it is null. */
	async make(passphrase: string | null): Promise<void> {
		const sink = await openFileSink(backupName()).catch((error: unknown) => {
			this.error = isAppError(error, 'cancelled') ? null : toAppError(error);
			return null;
		});
		if (sink === null) return;
		const made = await this.#run('preparing', 'written', async () => {
			this.bytes = 0;
			try {
				await this.#desk.makeBackup(passphrase, async (chunk, fraction) => {
					this.#goOn();
					this.step = 'writing';
					await sink.write(chunk).catch((error: unknown) => this.#fail(error));
					this.bytes += chunk.length;
					this.fraction = fraction;
				});
				return { file: await sink.close() };
			} catch (error) {
				await sink.abort();
				throw error;
			}
		});
		if (made !== null && made.file !== null) await this.check([made.file]);
	}

	/** Reads the file that was written, or the parts of it; only then it counts. */
	async check(files: readonly File[]): Promise<void> {
		const file = wholeOf(files);
		const whole = await this.#run('checking', 'done', async () => {
			await this.#desk.open.checkBackup(file, (_, fraction) => {
				this.#goOn();
				this.fraction = fraction;
				return Promise.resolve();
			});
			return true;
		});
		if (whole !== null) await this.read();
		else if (this.step === 'idle') this.step = 'written';
	}

	/** What runs ends soon. */
	cancel(): void {
		this.#stop ??= new AppError('cancelled');
	}

	/** What was written is not read back, and does not count. */
	giveUp(): void {
		[this.step, this.error] = ['idle', null];
	}

	/** Nothing of it is known while the vault is locked. */
	forget(): void {
		this.giveUp();
		this.facts = null;
	}

	#goOn(): void {
		if (this.#stop !== null) throw this.#stop;
	}

	#fail(error: unknown): never {
		this.#stop = toAppError(error);
		throw this.#stop;
	}

	/** Null where it did not come to its end. */
	async #run<T>(during: BackupStep, after: BackupStep, work: () => Promise<T>): Promise<T | null> {
		if (this.isBusy) return null;
		[this.step, this.fraction, this.error] = [during, 0, null];
		this.#stop = null;
		this.#desk.isWorking = true;
		try {
			const made = await work();
			this.step = after;
			return made;
		} catch (reason) {
			this.#tell(toAppError(reason, 'vault.failed'));
			this.step = 'idle';
			return null;
		} finally {
			this.#desk.isWorking = false;
		}
	}

	/** The worker knows only that it was stopped. */
	#tell(reason: AppError): void {
		const error = this.#stop ?? reason;
		this.error = error.code === 'cancelled' ? null : error;
	}
}
