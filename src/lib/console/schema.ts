/**
 * What the server answers (docs/backend.md), checked before a screen sees it. Times are UTC seconds.
 * Fields that no screen shows are left out.
 */
import {
	array,
	boolean,
	nullable,
	number,
	object,
	picklist,
	record,
	string,
	unknown
} from 'valibot';

/** Who works in a clinic; an operator belongs to none. */
export const ROLES = [
	'owner',
	'admin',
	'practitioner',
	'consultant',
	'assistant',
	'auditor'
] as const;
const role = picklist(ROLES);

const clinicStates = ['applied', 'active', 'suspended', 'refused', 'closing', 'closed'] as const;
const clinicState = picklist(clinicStates);

const SUBSCRIPTION_STATES = ['trial', 'active', 'overdue', 'ended'] as const;

/** A clinic's documented instruction to whoever runs the server. */
export const instructionSchema = object({
	exports: boolean(),
	leads: boolean(),
	leadRetentionDays: number(),
	recordRetentionYears: number()
});

export const settingsSchema = object({
	version: number(),
	document: instructionSchema,
	by: nullable(string()),
	at: number()
});

const subscriptionSchema = object({
	plan: string(),
	state: picklist(SUBSCRIPTION_STATES),
	periodStart: number(),
	periodEnd: number(),
	seats: number(),
	seatsUsed: number(),
	devices: number(),
	devicesUsed: number(),
	/** null: no limit. */
	visits: nullable(number()),
	visitsUsed: number()
});

export const meSchema = object({
	user: object({ id: string(), name: string(), email: string(), role, productNews: boolean() }),
	clinic: object({
		id: string(),
		name: string(),
		status: clinicState,
		/** When everything is purged; null unless the clinic is closing. */
		closesAt: nullable(number())
	}),
	subscription: subscriptionSchema,
	settings: settingsSchema
});

export const operatorSchema = object({ name: string(), email: string(), messageMail: boolean() });

/** When somebody first and last signed in there. */
export const knownPlaceSchema = object({ first: number(), last: number() });

export const memberSchema = object({
	id: string(),
	name: string(),
	email: string(),
	role,
	active: boolean(),
	lastSeen: nullable(number())
});

export const invitationSchema = object({
	id: string(),
	email: string(),
	role,
	expires: number(),
	created: number()
});

/** Shown once: the server keeps only a hash of the code. */
export const newInvitationSchema = object({
	id: string(),
	code: string(),
	link: string(),
	expires: number(),
	mailed: boolean()
});

export const deviceSchema = object({
	id: string(),
	name: string(),
	kind: picklist(['tablet', 'phone', 'computer']),
	state: picklist(['pending', 'approved', 'revoked']),
	user: object({ id: string(), name: string() }),
	/** SHA-256 of its raw public key, base64url, and its age key: `deviceCode` of both is what it shows. */
	jkt: string(),
	recipient: string(),
	/** The newest of the leads' keys that it was given; 0: none. */
	leadKey: number(),
	lastSeen: nullable(number()),
	flag: nullable(picklist(['rollback', 'fork', 'gap', 'serial'])),
	created: number()
});

export const usageSchema = object({
	periodStart: number(),
	periodEnd: number(),
	visits: nullable(number()),
	visitsUsed: number(),
	days: array(object({ day: string(), visits: number() }))
});

export const leaseSchema = object({
	id: string(),
	device: object({ id: string(), name: string() }),
	user: object({ id: string(), name: string() }),
	provisional: boolean(),
	iat: number(),
	exp: number()
});

export const planSchema = object({
	id: string(),
	code: string(),
	name: string(),
	seats: number(),
	devices: number(),
	visits: nullable(number()),
	/** In the currency's smallest unit, a month. */
	price: number(),
	currency: string(),
	/** The processor's hosted page; null where the plan is arranged by hand. */
	checkout: nullable(string())
});

export const invoiceSchema = object({
	id: string(),
	number: string(),
	amount: number(),
	currency: string(),
	state: string(),
	date: number()
});

export const leadCountsSchema = object({
	new: number(),
	contacted: number(),
	booked: number(),
	closed: number()
});

export const LEAD_STAGES = ['new', 'contacted', 'booked', 'closed'] as const;

/** `sealed`: ciphertext, base64url. */
export const leadSchema = object({
	id: string(),
	keyVersion: number(),
	sealed: string(),
	state: picklist(LEAD_STAGES),
	created: number()
});

export const eventSchema = object({
	id: string(),
	at: number(),
	/** Ids; null: the server itself, nothing in particular. */
	actor: nullable(string()),
	action: string(),
	target: nullable(string()),
	details: nullable(record(string(), unknown()))
});

/** Of the operators' own journal: `name` is that of the operator. */
export const entrySchema = object({ ...eventSchema.entries, name: string() });

/** What an operator sees of a clinic: never a patient, never a person besides the applicant. */
export const clinicSchema = object({
	id: string(),
	name: string(),
	status: clinicState,
	region: string(),
	registration: string(),
	authority: string(),
	applicant: object({ name: string(), email: string() }),
	plan: nullable(string()),
	created: number()
});

export const monthSchema = object({ month: string(), clinics: number(), visits: number() });

export const messageSchema = object({
	id: string(),
	kind: picklist(['contact', 'demo', 'support', 'feedback']),
	name: string(),
	email: string(),
	text: string(),
	/** null: it waits. */
	answered: nullable(number()),
	created: number()
});

/** `accepted`: the last version that this person did; `asks`: one that matters came after it. */
export const ownPolicySchema = object({
	kind: picklist(['privacy', 'terms']),
	version: number(),
	date: string(),
	accepted: nullable(number()),
	asks: boolean()
});

export const publishedSchema = object({ kind: string(), version: number() });

/** Whom the clinic's papers name; empty where nobody has said. */
export const noticesSchema = object({
	controller: string(),
	address: string(),
	email: string(),
	phone: string(),
	officer: string(),
	authority: string(),
	authorityContact: string()
});

export const pageViewsSchema = object({ page: string(), count: number() });
