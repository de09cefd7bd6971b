/**
 * Leads: what a patient asks the clinic to get back to them about, sealed here to the clinic's own key, and
 * the key itself (docs/backend.md, "The leads' key"). Everything secret of it stays in the worker. Everything
 * that changes it takes its turn with what is saved.
 */
import { parse, array, number, object, string } from 'valibot';
import { matchingCode, sha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { canonicalJson, fromBase64url, toBase64url } from '../lease/index.ts';
import {
	newOwnerKey,
	openSealed,
	openWithKit,
	recipientOf,
	sealForKit,
	sealTo
} from '../vault/index.ts';
import type { Reader } from './licence.ts';
import { leadKeySchema } from './schema.ts';
import type {
	Deed,
	Entry,
	Instruction,
	Lead,
	LeadKeys,
	LeadKeyWrap,
	LeadsView,
	ListedDevice,
	NextLeadKey,
	OpenLead,
	Outbox,
	SealedLead,
	ServedLeadKey
} from './types.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Waiting = Outbox['leads'][number];

/** Of the server's, in bytes. */
const MOST_SEALED = 4096;
/** All leads of about the same length look alike. */
const PADDED = 512;
/** As many as a copy has room for; leads that older ones open are past their time. */
const MOST_KEYS = 30;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID = 15;

/** Kept in the clinic's scope, one of each kind. */
export type LeadEntries = {
	readonly outbox: Outbox | null;
	readonly keys: LeadKeys | null;
	/** See `kitKey` of the vault; base64url. */
	readonly kitKey: string | null;
	readonly instruction: { readonly ver: number; readonly document: Instruction } | null;
};

type LeadHooks = {
	/** Who this device is to the clinic; null where it is not enrolled, or never had a lease. */
	readonly reader: () => Reader | null;
	readonly keep: (entry: Entry, deed: Deed | null) => Promise<void>;
};

const payloadSchema = object({
	contact: object({ name: string(), phone: string(), email: string() }),
	interests: array(string()),
	consent: object({ words: number(), at: number(), reference: string() })
});
const keysSchema = object({ keys: array(leadKeySchema) });

const utf8 = (words: string): Bytes => new TextEncoder().encode(words);
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Random, of the server's form: 77 bits. */
export function newLeadId(): string {
	const most = 256 - (256 % LETTERS.length);
	let id = '';
	while (id.length < ID) {
		for (const byte of crypto.getRandomValues(new Uint8Array(2 * ID))) {
			if (byte < most && id.length < ID) id += LETTERS.charAt(byte % LETTERS.length);
		}
	}
	return id;
}

/** Errors: AppError `leads.*`; of what is with keys `leads.no-key` where this device holds none. */
export class Leads {
	readonly #hooks: LeadHooks;
	#entries: LeadEntries;
	/** The newest version that the server told of. */
	#served = 0;

	constructor(entries: LeadEntries, hooks: LeadHooks) {
		this.#entries = entries;
		this.#hooks = hooks;
	}

	/** What is on the disk was read again. */
	hold(entries: Partial<LeadEntries>): void {
		this.#entries = { ...this.#entries, ...entries };
	}

	get outbox(): Outbox {
		return this.#entries.outbox ?? { kind: 'outbox', leads: [] };
	}

	/** The clinic's, as a lease has named it last; null where none has. */
	get instruction(): Instruction | null {
		return this.#entries.instruction?.document ?? null;
	}

	/** Null where this device is not enrolled. */
	async view(): Promise<LeadsView | null> {
		const reader = this.#hooks.reader();
		if (reader === null) return null;
		const { instruction } = this.#entries;
		const { keys, isTrusted, copyFor } = this.#keys(reader);
		const [key] = keys;
		const kit = this.#kit();
		return {
			device: reader.device,
			isOn: instruction?.document.leads ?? false,
			instructionDue: instruction?.ver === reader.policy.ver ? null : reader.policy.ver,
			key:
				key === undefined
					? null
					: {
							version: key.version,
							code: await codeOf(await recipientOf(key.identity)),
							isTrusted,
							isCurrent: key.version >= this.#served
						},
			waiting: this.outbox.leads.length,
			isCopied: kit === null ? null : copyFor === (await sha256(kit))
		};
	}

	/**
	 * The clinic's instruction, as the server tells it. Errors: AppError `lease.invalid` where it is not
	 * the one that the lease names.
	 */
	async keepInstruction(ver: number, document: Instruction): Promise<void> {
		const { policy } = this.#reader();
		const digest = await crypto.subtle.digest('SHA-256', utf8(canonicalJson(document)));
		if (ver !== policy.ver || toBase64url(new Uint8Array(digest)) !== policy.sha256) {
			throw new AppError('lease.invalid', { details: { reason: 'policy' } });
		}
		await this.#hooks.keep({ kind: 'instruction', ver, document }, null);
		this.hold({ instruction: { ver, document } });
	}

	/** A recovery kit was confirmed. `key`: what its copies are sealed with. */
	async keepKitKey(key: Bytes): Promise<void> {
		const kitKey = toBase64url(key);
		await this.#hooks.keep({ kind: 'kit-key', key: kitKey }, null);
		this.hold({ kitKey });
	}

	/**
	 * What the server has for this device, if it is newer. One that follows from a key that is held here
	 * brings that key along, which nobody else can; any other has to be compared (`trustKey`). Errors:
	 * AppError `leads.key-invalid` where it is not what it says.
	 */
	async takeKey({ version, recipient, wrapped }: ServedLeadKey): Promise<void> {
		const reader = this.#reader();
		this.#served = Math.max(this.#served, version);
		const held = this.#keys(reader);
		if (wrapped === null || version <= (held.keys[0]?.version ?? 0)) return;
		const given = await keysIn(() => openSealed([reader.identity], bytesOf(wrapped)));
		await this.#take(held, given, version, recipient);
	}

	/**
	 * Somebody has compared this code with that on the owner's device. Errors: AppError `leads.key-changed`
	 * where it is no longer that of the key.
	 */
	async trustKey(code: string): Promise<void> {
		const held = this.#held();
		if ((await codeOf(await recipientOf(held.keys[0].identity))) !== code) {
			throw new AppError('leads.key-changed');
		}
		await this.#replace({ ...held, isTrusted: true }, 'leads-key-compared');
	}

	/**
	 * The next key, the first one as well: for this device, for those of `devices` whose keys were compared
	 * here, and for the recovery kit. Not in use until the server has taken it, and given it back.
	 */
	async makeKey(version: number, devices: readonly ListedDevice[]): Promise<NextLeadKey> {
		const reader = this.#reader();
		const held = this.#keys(reader);
		const { identity, recipient } = await newOwnerKey();
		const keys = [{ version, identity }, ...held.keys].slice(0, MOST_KEYS);
		const mine = { id: reader.device, recipient: await recipientOf(reader.identity) };
		const others = devices.filter(
			({ id, recipient: key }) =>
				id !== mine.id && held.compared.some((one) => one.device === id && one.recipient === key)
		);
		const wraps: LeadKeyWrap[] = [];
		for (const one of [mine, ...others]) wraps.push(await wrapFor(one, keys));
		await this.#replace({ ...held, made: identity }, 'leads-key-made');
		const kit = this.#kit();
		const recovery = kit === null ? null : toBase64url(await sealForKit(kit, keysBytes(keys)));
		return { version, recipient, recovery, wraps };
	}

	/** For a device whose code somebody has just compared. */
	async wrapKey(device: ListedDevice): Promise<LeadKeyWrap & { readonly version: number }> {
		const held = this.#trusted();
		const compared = held.compared.filter((one) => one.device !== device.id);
		await this.#replace(
			{ ...held, compared: [...compared, { device: device.id, recipient: device.recipient }] },
			'leads-key-given'
		);
		return { version: held.keys[0].version, ...(await wrapFor(device, held.keys)) };
	}

	/** The copy for this vault's recovery kit. Errors: AppError `leads.no-copy` without a kit. */
	async copyForKit(): Promise<{ readonly version: number; readonly recovery: string }> {
		const { keys } = this.#trusted();
		const kit = this.#kit();
		if (kit === null) throw new AppError('leads.no-copy');
		const recovery = toBase64url(await sealForKit(kit, keysBytes(keys)));
		return { version: keys[0].version, recovery };
	}

	/** The server has it. */
	async noteCopy(): Promise<void> {
		const kit = this.#kit();
		if (kit === null) return;
		await this.#replace({ ...this.#trusted(), copyFor: await sha256(kit) }, null);
	}

	/**
	 * From the server's copy, by the kit that it was made for, of whichever vault. Nobody but the kit's owner
	 * could have made that copy, so it is trusted. Errors: AppError `vault.wrong-kit`, `vault.kit-mistyped`.
	 */
	async recoverKey(
		kit: string,
		{ version, recipient }: ServedLeadKey,
		copy: string
	): Promise<void> {
		const held = this.#keys(this.#reader());
		const given = await keysIn(() => openWithKit(kit, bytesOf(copy)));
		await this.#take(held, given, version, recipient, true);
	}

	/** Of this device itself, so that the server counts it among those that hold the key. */
	async wrapOwn(): Promise<LeadKeyWrap & { readonly version: number }> {
		const reader = this.#reader();
		const { keys } = this.#trusted();
		const mine = { id: reader.device, recipient: await recipientOf(reader.identity) };
		return { version: keys[0].version, ...(await wrapFor(mine, keys)) };
	}

	/** With one more that waits. Errors: AppError `leads.too-long`, `leads.no-key`, `leads.off`. */
	async withLead(lead: Lead, folder: string, record: string): Promise<Outbox> {
		if (this.#entries.instruction?.document.leads !== true) throw new AppError('leads.off');
		await this.seal(lead, record);
		const { clinic } = this.#reader();
		const more: Waiting = { lead: lead.lead, clinic, folder, record };
		return { ...this.outbox, leads: [...this.outbox.leads, more] };
	}

	/** Those for this clinic. */
	get waiting(): readonly Waiting[] {
		const reader = this.#hooks.reader();
		return this.outbox.leads.filter(({ clinic }) => clinic === reader?.clinic);
	}

	/** To the newest key. `record`: of the lead in the patient's file. */
	async seal(lead: Lead, record: string): Promise<SealedLead> {
		const [{ version, identity }] = this.#trusted().keys;
		const { contact, interests, consent } = lead;
		const json = JSON.stringify({ contact, interests, consent: { ...consent, reference: record } });
		const bytes = utf8(json);
		const padded = new Uint8Array(Math.ceil(bytes.length / PADDED) * PADDED).fill(0x20);
		padded.set(bytes);
		const sealed = await sealTo(await recipientOf(identity), padded);
		if (sealed.length > MOST_SEALED) throw new AppError('leads.too-long');
		return { id: lead.lead, keyVersion: version, sealed: toBase64url(sealed) };
	}

	/** Errors: AppError `leads.no-key`, `leads.other-key`, `leads.damaged`. */
	async open({ sealed }: Pick<SealedLead, 'sealed'>): Promise<OpenLead> {
		const { keys } = this.#held();
		const identities = keys.map(({ identity }) => identity);
		const content = await openSealed(identities, bytesOf(sealed));
		try {
			return parse(payloadSchema, JSON.parse(words(content)));
		} catch (cause) {
			throw new AppError('leads.damaged', { cause });
		}
	}

	async #take(
		held: LeadKeys,
		given: LeadKeys['keys'],
		version: number,
		recipient: string | null,
		isProven = false
	): Promise<void> {
		const [newest] = given;
		if (newest?.version !== version || (await recipientOf(newest.identity)) !== recipient) {
			throw new AppError('leads.key-invalid');
		}
		const has = (identity: string) => given.some((one) => one.identity === identity);
		const [before] = held.keys;
		const follows = before !== undefined && held.isTrusted && has(before.identity);
		const isMine = newest.identity === held.made;
		const older = held.keys.filter(({ identity }) => !has(identity));
		const kit = this.#kit();
		await this.#replace(
			{
				...held,
				keys: [...given, ...older].slice(0, MOST_KEYS),
				isTrusted: isProven || follows || isMine,
				made: null,
				// Whoever made it made the copy as well.
				copyFor: isMine && kit !== null ? await sha256(kit) : null
			},
			'leads-key-taken'
		);
	}

	async #replace(keys: LeadKeys, deed: Deed | null): Promise<void> {
		await this.#hooks.keep(keys, deed);
		this.hold({ keys });
	}

	#kit(): Bytes | null {
		const { kitKey } = this.#entries;
		return kitKey === null ? null : fromBase64url(kitKey);
	}

	#reader(): Reader {
		const reader = this.#hooks.reader();
		if (reader === null) throw new AppError('leads.no-key');
		return reader;
	}

	/** What is held for the clinic of this device; another clinic's keys are none of it. */
	#keys({ clinic }: Reader): LeadKeys {
		const { keys } = this.#entries;
		if (keys?.clinic === clinic) return keys;
		return {
			kind: 'lead-keys',
			clinic,
			keys: [],
			isTrusted: false,
			made: null,
			compared: [],
			copyFor: null
		};
	}

	#held(): LeadKeys & { readonly keys: readonly [LeadKeys['keys'][number], ...LeadKeys['keys']] } {
		const held = this.#keys(this.#reader());
		const [newest, ...older] = held.keys;
		if (newest === undefined) throw new AppError('leads.no-key');
		return { ...held, keys: [newest, ...older] };
	}

	#trusted() {
		const held = this.#held();
		if (!held.isTrusted) throw new AppError('leads.no-key');
		return held;
	}
}

function codeOf(recipient: string): Promise<string> {
	return matchingCode(`vultus-leads/1 ${recipient}`);
}

function keysBytes(keys: LeadKeys['keys']): Bytes {
	return utf8(JSON.stringify({ keys }));
}

async function wrapFor({ id, recipient }: ListedDevice, keys: LeadKeys['keys']) {
	return { device: id, wrapped: toBase64url(await sealTo(recipient, keysBytes(keys))) };
}

/** Errors: as `open`; AppError `leads.key-invalid` where there is something else in it. */
async function keysIn(open: () => Promise<Bytes>): Promise<LeadKeys['keys']> {
	const content = await open();
	try {
		return parse(keysSchema, JSON.parse(words(content))).keys;
	} catch (cause) {
		throw new AppError('leads.key-invalid', { cause });
	}
}

function bytesOf(base64url: string): Bytes {
	const bytes = fromBase64url(base64url);
	if (bytes === null) throw new AppError('leads.damaged');
	return bytes;
}
