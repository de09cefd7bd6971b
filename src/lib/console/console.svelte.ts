import { answer, type Ask } from '../account/index.ts';
import { deviceCode } from '../digest.ts';
import type { RecordRoom } from '../record/index.ts';
import { after, listed, partOf } from './answers.ts';
import { checklist, type DoneStep } from './checklist.ts';
import { LeadBox } from './lead-box.svelte.ts';
import { Listing, Loaded } from './loaded.svelte.ts';
import {
	deviceSchema,
	eventSchema,
	invitationSchema,
	invoiceSchema,
	leadCountsSchema,
	leaseSchema,
	memberSchema,
	meSchema,
	newInvitationSchema,
	noticesSchema,
	ownPolicySchema,
	planSchema,
	ROLES,
	settingsSchema,
	usageSchema
} from './schema.ts';
import type {
	AuditEvent,
	ClinicSettings,
	Device,
	Instruction,
	Invitation,
	Invoice,
	LeadCounts,
	Lease,
	ListedDevice,
	Me,
	Member,
	NewInvitation,
	Notices,
	OwnPolicy,
	PlanOffer,
	Role,
	Usage
} from './types.ts';
import { WayIn } from './way-in.ts';

/**
 * A clinic as its managers run it: staff, devices, licence, settings. It asks the server only; it needs
 * neither vault nor lease, and never sees a patient. Every method throws AppError, and what it changed is
 * read again before it returns.
 */
export class Console {
	readonly #ask: Ask;
	readonly wayIn: WayIn;
	readonly me: Loaded<Me>;
	readonly staff: Loaded<readonly Member[]>;
	readonly invitations: Loaded<readonly Invitation[]>;
	readonly devices: Loaded<readonly Device[]>;
	readonly usage: Loaded<Usage>;
	readonly plans: Loaded<readonly PlanOffer[]>;
	readonly invoices: Loaded<readonly Invoice[]>;
	readonly leads: Loaded<LeadCounts>;
	readonly settings: Loaded<ClinicSettings>;
	readonly notices: Loaded<Notices>;
	/** Those that hold, and what this account accepted of them. */
	readonly policies: Loaded<readonly OwnPolicy[]>;
	readonly leases: Listing<Lease>;
	readonly audit: Listing<AuditEvent>;

	constructor(ask: Ask) {
		this.#ask = ask;
		this.wayIn = new WayIn(ask, 'me');
		this.me = new Loaded(async () => answer(meSchema, await ask('GET', 'me')));
		this.staff = new Loaded(async () => listed('staff', memberSchema, await ask('GET', 'staff')));
		this.invitations = new Loaded(async () =>
			listed('invitations', invitationSchema, await ask('GET', 'invitations'))
		);
		this.devices = new Loaded(async () =>
			Promise.all(listed('devices', deviceSchema, await ask('GET', 'devices')).map(withCode))
		);
		this.usage = new Loaded(async () => answer(usageSchema, await ask('GET', 'usage')));
		this.plans = new Loaded(async () => listed('plans', planSchema, await ask('GET', 'plans')));
		this.invoices = new Loaded(async () =>
			listed('invoices', invoiceSchema, await ask('GET', 'invoices'))
		);
		this.leads = new Loaded(async () => answer(leadCountsSchema, await ask('GET', 'leads/counts')));
		this.settings = new Loaded(async () => answer(settingsSchema, await ask('GET', 'settings')));
		this.notices = new Loaded(async () => answer(noticesSchema, await ask('GET', 'notices')));
		this.policies = new Loaded(async () =>
			listed('policies', ownPolicySchema, await ask('GET', 'me/policies'))
		);
		this.leases = new Listing(async (before) =>
			partOf('leases', leaseSchema, await ask('GET', after('leases', before)))
		);
		this.audit = new Listing(async (before) =>
			partOf('events', eventSchema, await ask('GET', after('audit', before)))
		);
	}

	/** Whether this account has anything to see here. */
	get reads(): boolean {
		return this.manages || this.me.value?.user.role === 'auditor';
	}

	/** Whether this account may open leads, on a device that holds their key. */
	get opensLeads(): boolean {
		const role = this.me.value?.user.role;
		return role !== undefined && role !== 'auditor';
	}

	/** Owner and admin change things; an auditor only reads. */
	get manages(): boolean {
		const role = this.me.value?.user.role;
		return role === 'owner' || role === 'admin';
	}

	get isOwner(): boolean {
		return this.me.value?.user.role === 'owner';
	}

	/** What this account may make somebody: an admin makes no owner. */
	get grantable(): readonly Role[] {
		return this.isOwner ? ROLES : ROLES.filter((role) => role !== 'owner');
	}

	/** What a new clinic has done and still has to do; null until it is known. */
	get steps(): readonly DoneStep[] | null {
		const [me, staff, devices] = [this.me.value, this.staff.value, this.devices.value];
		return me === null || staff === null || devices === null ? null : checklist(me, staff, devices);
	}

	/** Of a person or a device of this clinic, as far as they are read. */
	nameOf(id: string): string | null {
		const named = [...(this.staff.value ?? []), ...(this.devices.value ?? [])];
		return named.find((one) => one.id === id)?.name ?? null;
	}

	/** The code is in the answer only: the server keeps its hash. */
	async invite(email: string, role: Role): Promise<NewInvitation> {
		const made = answer(
			newInvitationSchema,
			await this.#ask('POST', 'invitations', { email, role })
		);
		await this.#again(this.invitations, this.me);
		return made;
	}

	async withdraw(invitation: string): Promise<void> {
		await this.#ask('DELETE', `invitations/${invitation}`);
		await this.#again(this.invitations, this.me);
	}

	/** Ends that person's sessions. */
	async change(
		member: string,
		to: { readonly role?: Role; readonly active?: boolean }
	): Promise<void> {
		await this.#ask('PATCH', `staff/${member}`, to);
		await this.#again(this.staff, this.me);
	}

	async approve(device: string): Promise<void> {
		await this.#ask('POST', `devices/${device}/approve`);
		await this.#again(this.devices, this.me);
	}

	/** For good: a revoked device must be registered anew. */
	async revoke(device: string): Promise<void> {
		await this.#ask('POST', `devices/${device}/revoke`);
		await this.#again(this.devices, this.me);
	}

	/** A new version of the clinic's instruction in place of the one that is shown. */
	async instruct(document: Instruction): Promise<void> {
		const version = this.settings.value?.version ?? 0;
		await this.#ask('PUT', 'settings', { version, document });
		await this.#again(this.settings, this.me);
	}

	async changeNotices(notices: Notices): Promise<void> {
		await this.#ask('PUT', 'notices', notices);
		await this.notices.load();
	}

	/** In this account's name. */
	async accept(policies: readonly OwnPolicy[]): Promise<void> {
		for (const { kind, version } of policies) {
			await this.#ask('POST', 'me/policies', { kind, version });
		}
		await this.policies.load();
	}

	/** Service mails come in any case. */
	async setNews(productNews: boolean): Promise<void> {
		await this.#ask('PATCH', 'me', { productNews });
		await this.me.load();
	}

	/** All that the server holds of this account, as JSON. */
	async exportMe(): Promise<File> {
		return jsonFile('vultus-account.json', await this.#ask('GET', 'me/export'));
	}

	/** Ends this account at once, and its sessions. */
	async deleteMe(password: string): Promise<void> {
		await this.#ask('POST', 'me/delete', { password });
	}

	/** On a device whose vault is open. */
	leadBox(room: RecordRoom): LeadBox {
		return new LeadBox(this.#ask, room);
	}

	/** Everything that the server holds of this clinic, as JSON. */
	async export(): Promise<File> {
		return jsonFile('vultus-clinic.json', await this.#ask('GET', 'export'));
	}

	/** Everything is purged after 30 days; until then it can be taken back. */
	async close(password: string): Promise<void> {
		await this.#ask('POST', 'close', { password });
		await this.me.load();
	}

	async stay(): Promise<void> {
		await this.#ask('DELETE', 'close');
		await this.me.load();
	}

	async #again(...things: readonly { load(): Promise<void> }[]): Promise<void> {
		await Promise.all(things.map((thing) => thing.load()));
	}
}

function jsonFile(name: string, content: unknown): File {
	return new File([JSON.stringify(content, null, '\t')], name, { type: 'application/json' });
}

/** The code comes from what it stands for: one that the server sent could be of another key. */
async function withCode(device: ListedDevice): Promise<Device> {
	return { ...device, code: await deviceCode(device.jkt, device.recipient) };
}
