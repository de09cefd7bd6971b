import { toAppError, type AppError } from '../errors.ts';
import type { Desk } from '../record/index.ts';
import { Account } from './account.svelte.ts';
import { enrolDevice, keepRenewed, renewLease } from './leasing.ts';
import type { DeviceFacts } from './types.ts';

/** This device's place in a clinic, as the settings show it. */
export class Membership {
	readonly account = new Account('users');
	isBusy = $state(false);
	/** Why the last thing that was asked for did not work. */
	error: AppError | null = $state.raw(null);
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	enrol(facts: DeviceFacts): Promise<void> {
		return this.#work(() => enrolDevice(this.account.ask, this.#desk.open, facts));
	}

	renew(): Promise<void> {
		return this.#work(() => renewLease(this.account.ask, this.#desk.open));
	}

	/** In the background, for as long as the vault is open; gives what stops it. */
	keepRenewed(): () => void {
		return keepRenewed(async () => {
			const { room } = this.#desk;
			// Whoever signed in elsewhere in this tab counts as well.
			const { state, ask } = new Account('users');
			try {
				if (room !== null && state === 'in') await renewLease(ask, room);
			} finally {
				await this.#desk.readLicence();
			}
		});
	}

	async #work(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.error = null;
		try {
			await work();
		} catch (reason) {
			this.error = toAppError(reason, 'account.failed');
		} finally {
			await this.#desk.readLicence().catch(() => undefined);
			this.isBusy = false;
		}
	}
}
