import { toAppError, type AppError } from '../errors.ts';
import type { Desk } from '../record/index.ts';
import { Account } from './account.svelte.ts';
import type { RecordRoom } from '../record/index.ts';
import { sendLeads } from './leads.ts';
import { enrolDevice, keepRenewed, renewLease } from './leasing.ts';
import type { Ask, DeviceFacts } from './types.ts';

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
		return this.#work(async () => {
			await enrolDevice(this.account.ask, this.#desk.open, facts);
			await sendLeads(this.account.ask, this.#desk.open);
		});
	}

	/** The licence, and whatever waits to be sent. */
	renew(): Promise<void> {
		return this.#work(() => renewAndSend(this.account.ask, this.#desk.open));
	}

	/** Nothing where nobody is signed in: it waits. Errors: as `sendLeads`. */
	async sendLeads(): Promise<void> {
		const { room } = this.#desk;
		if (room === null || this.account.state !== 'in') return;
		try {
			await sendLeads(this.account.ask, room);
		} finally {
			await this.#desk.readLicence();
		}
	}

	/** In the background, for as long as the vault is open; gives what stops it. */
	keepRenewed(): () => void {
		return keepRenewed(async () => {
			const { room } = this.#desk;
			// Whoever signed in elsewhere in this tab counts as well.
			const { state, ask } = new Account('users');
			try {
				if (room !== null && state === 'in') await renewAndSend(ask, room);
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

/** Leads do not wait for a licence that was refused. */
async function renewAndSend(ask: Ask, room: RecordRoom): Promise<void> {
	try {
		await renewLease(ask, room);
	} finally {
		await sendLeads(ask, room);
	}
}
