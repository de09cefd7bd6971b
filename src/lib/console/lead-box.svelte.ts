/** A clinic's leads on a device that holds their key: opened, moved on, taken along; and the key itself. */
import { nullable, number, object, string } from 'valibot';
import { answer, fetchLeadKey, type Ask, type LeadKeyState } from '../account/index.ts';
import { AppError } from '../errors.ts';
import type { LeadsView, RecordRoom } from '../record/index.ts';
import { after, partOf } from './answers.ts';
import { csvOf } from '../csv.ts';
import { Listing, Loaded } from './loaded.svelte.ts';
import { leadSchema } from './schema.ts';
import type { Device, LeadRow, LeadStage } from './types.ts';

/** As many as the server gives at once. */
const MOST = 100;
/** More than any screen shows; each is fetched, and opened by the vault, before the first is seen. */
const SHOWN = 25;

const copySchema = object({ version: number(), recovery: nullable(string()) });

export type LeadKey = {
	readonly served: LeadKeyState;
	readonly view: LeadsView;
};

/** Every method throws AppError `account.…`, `leads.…`, `vault.…`; what it changed is read again. */
export class LeadBox {
	readonly #ask: Ask;
	readonly #room: RecordRoom;
	stage = $state<LeadStage>('new');
	readonly list: Listing<LeadRow>;
	/** How the server and this device stand with the key; null where this device is not registered. */
	readonly key: Loaded<LeadKey>;

	constructor(ask: Ask, room: RecordRoom) {
		this.#ask = ask;
		this.#room = room;
		this.list = new Listing((before) =>
			this.#part(after(`leads?state=${this.stage}&limit=${SHOWN}`, before))
		);
		this.key = new Loaded(async () => {
			const served = await fetchLeadKey(ask, room, (await this.#view()).device);
			const view = await this.#view();
			await this.#claim(served, view);
			return { served, view };
		});
	}

	async show(stage: LeadStage): Promise<void> {
		this.stage = stage;
		await this.list.load();
	}

	async move(lead: string, state: LeadStage): Promise<void> {
		await this.#ask('PATCH', `leads/${lead}`, { state });
		await this.list.load();
	}

	async remove(lead: string): Promise<void> {
		await this.#ask('DELETE', `leads/${lead}`);
		await this.list.load();
	}

	/** All of them, whatever their stage. The file's name says nothing of anybody. */
	async csv(header: readonly string[], row: (lead: LeadRow) => readonly string[]): Promise<File> {
		const table = [header];
		let before: string | null = null;
		do {
			const part = await this.#part(after(`leads?limit=${MOST}`, before));
			table.push(...part.items.map(row));
			before = part.next;
		} while (before !== null);
		return new File([csvOf(table)], 'leads.csv', { type: 'text/csv' });
	}

	/** `code`: as it was shown and compared. */
	async trust(code: string): Promise<void> {
		await this.#room.trustLeadKey(code);
		await this.key.load();
	}

	/** The clinic's next key, the first one as well, for those of `devices` that were compared before. */
	async makeKey(devices: readonly Device[]): Promise<void> {
		const version = (this.key.value?.served.version ?? 0) + 1;
		const approved = devices.filter(({ state }) => state === 'approved');
		await this.#ask('PUT', 'lead-key', await this.#room.makeLeadKey(version, approved.map(listed)));
		await this.key.load();
	}

	/** To a device whose code was just compared. */
	async give(device: Device): Promise<void> {
		await this.#ask('POST', 'lead-key/wraps', await this.#room.wrapLeadKey(listed(device)));
	}

	/** A copy that this vault's recovery kit opens. */
	async copy(): Promise<void> {
		await this.#ask('PUT', 'lead-key/recovery', await this.#room.copyLeadKey());
		await this.#room.noteLeadCopy();
		await this.key.load();
	}

	/** From that copy, by the kit of the vault in which it was made. */
	async recover(kit: string): Promise<void> {
		const served = await fetchLeadKey(this.#ask, this.#room, (await this.#view()).device);
		const { recovery } = answer(copySchema, await this.#ask('GET', 'lead-key/recovery'));
		if (recovery === null) throw new AppError('leads.no-copy');
		await this.#room.recoverLeadKey(kit, served, recovery);
		await this.key.load();
	}

	/**
	 * Tells the server that a device which came by the key otherwise, by a kit or a backup, holds it. Left for the
	 * next time where the device is not approved yet, and to others where this account may not.
	 */
	async #claim({ version, wrapped }: LeadKeyState, { key }: LeadsView): Promise<void> {
		if (wrapped !== null || key?.isTrusted !== true || key.version !== version) return;
		await this.#ask('POST', 'lead-key/wraps', await this.#room.wrapLeadKey(null)).catch(
			() => undefined
		);
	}

	async #view(): Promise<LeadsView> {
		const view = await this.#room.leads();
		if (view === null) throw new AppError('leads.no-key');
		return view;
	}

	async #part(path: string) {
		const { items, next } = partOf('leads', leadSchema, await this.#ask('GET', path));
		const opened = await this.#room.openLeads(items);
		const rows = items.map(({ id, state, created }, at): LeadRow => ({
			id,
			state,
			created,
			lead: opened[at] ?? null
		}));
		return { items: rows, next };
	}
}

function listed({ id, recipient }: Device) {
	return { id, recipient };
}
