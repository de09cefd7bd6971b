import { answer, type Ask } from '../account/index.ts';
import { after, listed, partOf } from './answers.ts';
import { Listing, Loaded } from './loaded.svelte.ts';
import {
	clinicSchema,
	entrySchema,
	eventSchema,
	messageSchema,
	monthSchema,
	newInvitationSchema,
	operatorSchema,
	pageViewsSchema,
	planSchema,
	publishedSchema
} from './schema.ts';
import type {
	AuditEvent,
	Clinic,
	JournalEntry,
	Message,
	Month,
	NewInvitation,
	NewPolicy,
	Operator,
	PageViews,
	PlanOffer,
	Published
} from './types.ts';
import { WayIn } from './way-in.ts';

export type ClinicFilter = 'applied' | 'active' | 'suspended' | 'closing';

/**
 * What an operator does: approves clinics, sets plans, sees aggregates. Never the superuser, never a
 * patient. Every method throws AppError, and what it changed is read again before it returns.
 */
export class Operations {
	readonly #ask: Ask;
	filter = $state<ClinicFilter>('applied');
	readonly wayIn: WayIn;
	/** Whoever is signed in. */
	readonly me: Loaded<Operator>;
	readonly clinics: Listing<Clinic>;
	readonly plans: Loaded<readonly PlanOffer[]>;
	readonly usage: Loaded<readonly Month[]>;
	readonly incidents: Listing<AuditEvent>;
	/** What operators looked at and did that concerns no one clinic. */
	readonly journal: Listing<JournalEntry>;
	readonly messages: Listing<Message>;
	/** The version of each policy that holds. */
	readonly policies: Loaded<readonly Published[]>;
	readonly views: Loaded<readonly PageViews[]>;

	constructor(ask: Ask) {
		this.#ask = ask;
		this.wayIn = new WayIn(ask, 'operator/me');
		this.me = new Loaded(async () => answer(operatorSchema, await ask('GET', 'operator/me')));
		this.clinics = new Listing(async (before) => {
			const path = after(`operator/clinics?status=${this.filter}`, before);
			return partOf('clinics', clinicSchema, await ask('GET', path));
		});
		this.plans = new Loaded(async () =>
			listed('plans', planSchema, await ask('GET', 'operator/plans'))
		);
		this.usage = new Loaded(async () =>
			listed('months', monthSchema, await ask('GET', 'operator/usage'))
		);
		this.incidents = new Listing(async (before) =>
			partOf('events', eventSchema, await ask('GET', after('operator/incidents', before)))
		);
		this.journal = new Listing(async (before) =>
			partOf('events', entrySchema, await ask('GET', after('operator/journal', before)))
		);
		this.messages = new Listing(async (before) =>
			partOf('messages', messageSchema, await ask('GET', after('operator/messages', before)))
		);
		this.policies = new Loaded(async () =>
			listed('policies', publishedSchema, await ask('GET', 'policies'))
		);
		this.views = new Loaded(async () =>
			listed('pages', pageViewsSchema, await ask('GET', 'operator/views'))
		);
	}

	/** Codes and notices of sign-ins come in any case. */
	async setMessageMail(messageMail: boolean): Promise<void> {
		await this.#ask('PATCH', 'operator/me', { messageMail });
		await this.me.load();
	}

	async show(filter: ClinicFilter): Promise<void> {
		this.filter = filter;
		await this.clinics.load();
	}

	/** The first owner's invitation is in the answer only. */
	async approve(clinic: string, plan: string): Promise<NewInvitation> {
		const made = await this.#ask('POST', `operator/clinics/${clinic}/approve`, { plan });
		await this.clinics.load();
		return answer(newInvitationSchema, made);
	}

	/** By hand: paid for without an end, until it is set again. */
	async setPlan(clinic: string, plan: string): Promise<void> {
		const body = { plan, state: 'active', paidUntil: null };
		await this.#ask('PUT', `operator/clinics/${clinic}/subscription`, body);
		await this.clinics.load();
	}

	async decide(clinic: string, what: 'refuse' | 'suspend' | 'resume'): Promise<void> {
		await this.#ask('POST', `operator/clinics/${clinic}/${what}`);
		await this.clinics.load();
	}

	/** A way back for a clinic whose last owner is lost, after checks outside of this console. */
	async inviteOwner(clinic: string, email: string): Promise<NewInvitation> {
		const made = await this.#ask('POST', `operator/clinics/${clinic}/owner`, { email });
		return answer(newInvitationSchema, made);
	}

	async markMessage(message: string, answered: boolean): Promise<void> {
		await this.#ask('PATCH', `operator/messages/${message}`, { answered });
		await this.messages.load();
	}

	/** For good: what was published is never changed. */
	async publish(policy: NewPolicy): Promise<void> {
		await this.#ask('POST', 'operator/policies', policy);
		await this.policies.load();
	}
}
