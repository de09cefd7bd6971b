/**
 * The licence of this device, kept as one record of the clinic's scope: inside the worker, beside what
 * it counts. Reading, exporting, erasing and backups never come here. Everything that changes it takes
 * its turn with what is saved, or one would write over what the other has counted.
 */
import { AppError } from '../errors.ts';
import {
	afterEnrolment,
	afterLease,
	afterUse,
	firstPart,
	fromBase64url,
	randomOfUse,
	renewalText,
	serialsLeft,
	standingOf,
	toBase64url,
	verifyLease,
	type PinnedKeys
} from '../lease/index.ts';
import { deviceCode } from '../digest.ts';
import { newOwnerKey, recipientOf, type Vault } from '../vault/index.ts';
import type { LicenceEntry, LicenceStanding, NewDevice, RenewalRequest } from './types.ts';

const MOST_RECEIPTS = 200;
/** What the server says of a device that will get no other lease. */
const FINAL = ['device.revoked', 'lease.rollback', 'lease.fork', 'lease.serial'];

type Keep = (entry: LicenceEntry) => Promise<void>;

/** Who this device is to the clinic. */
export type Reader = {
	readonly device: string;
	readonly clinic: string;
	/** `AGE-SECRET-KEY-1…`, for what is sealed to this device. */
	readonly identity: string;
	/** Which instruction of the clinic is in force. */
	readonly policy: { readonly ver: number; readonly sha256: string };
};

/** A visit that may begin, and the licence as it is then: to be written together. */
export type Begun = { readonly entry: LicenceEntry; readonly seq: number };

export class Licence {
	readonly #vault: Vault;
	readonly #now: () => number;
	readonly #keep: Keep;
	readonly #keys: PinnedKeys;
	#entry: LicenceEntry | null;
	/** Made, but the server does not know it yet. */
	#pending: { readonly key: string; readonly identity: string } | null = null;

	/** `now`: milliseconds since 1970. `entry`: what is kept; null where this device is not enrolled. */
	constructor(
		vault: Vault,
		entry: LicenceEntry | null,
		{ now, keep, keys }: { now: () => number; keep: Keep; keys: PinnedKeys }
	) {
		this.#vault = vault;
		this.#entry = entry;
		this.#now = now;
		this.#keep = keep;
		this.#keys = keys;
	}

	/** An entry of another device, out of its backup, is none of this one's. */
	static async entryHere(vault: Vault, entry: LicenceEntry | null): Promise<LicenceEntry | null> {
		return entry !== null && (await vault.hasDeviceKey(entry.key)) ? entry : null;
	}

	/** Null where this device is not enrolled. */
	view(): LicenceStanding | null {
		if (this.#entry === null) return null;
		const { ledger } = this.#entry;
		const { lease } = ledger;
		return {
			...standingOf(ledger, this.#seconds()),
			device: ledger.device,
			isProvisional: lease?.prov ?? false,
			until: lease === null ? null : lease.exp * 1000,
			graceUntil: lease === null ? null : (lease.exp + lease.grace) * 1000,
			visitsLeft: serialsLeft(ledger),
			unsent: ledger.receipts.length,
			plan: lease?.plan ?? null
		};
	}

	/** By which people tell this device. */
	async code(): Promise<string> {
		const { key, identity } = this.#enrolled();
		return deviceCode(toBase64url(fromHex(key)), await recipientOf(identity));
	}

	/** Null where this device is not enrolled, or never had a lease. */
	get reader(): Reader | null {
		if (this.#entry === null) return null;
		const { identity, ledger } = this.#entry;
		const { device, lease } = ledger;
		return lease === null ? null : { device, clinic: lease.cli, identity, policy: lease.policy };
	}

	/** When the server signed for which audit trails, UTC seconds; null where it never did. */
	get signedTrail(): { readonly root: string; readonly at: number } | null {
		const lease = this.#entry?.ledger.lease ?? null;
		return lease?.trl === undefined ? null : { root: lease.trl, at: lease.iat };
	}

	/** A key to be enrolled under. The one before goes on until the server knows the new one. */
	async prepareDevice(): Promise<NewDevice> {
		const { id, publicKey } = await this.#vault.newDeviceKey();
		const { identity, recipient } = await newOwnerKey();
		this.#pending = { key: id, identity };
		return { publicKey: toBase64url(publicKey), recipient };
	}

	/** The server knows the prepared key as `device`. */
	async enrol(device: string): Promise<void> {
		if (this.#pending === null) throw new AppError('unexpected');
		const { key, identity } = this.#pending;
		const ledger = await afterEnrolment(device);
		await this.#replace({ kind: 'licence', key, identity, ledger });
		this.#pending = null;
		await this.#vault.keepDeviceKeysOnly(key);
	}

	/** What to ask the server with: the receipts so far, signed by the device. `trail`: as of `rootOf`. */
	async request(nonce: string, trail: string): Promise<RenewalRequest> {
		const { key, ledger } = this.#enrolled();
		const { seq, head, receipts } = await firstPart(ledger, MOST_RECEIPTS);
		const body = {
			requestId: randomOfUse(),
			device: ledger.device,
			nonce,
			clock: this.#seconds(),
			seq,
			head,
			receipts,
			trail
		};
		const signature = await this.#vault.signAsDevice(key, renewalText(body));
		if (signature === null) throw new AppError('vault.not-found');
		return { ...body, signature: toBase64url(signature) };
	}

	/** The server's answer. `now`: its time in UTC seconds. Errors: AppError `lease.invalid`. */
	async settle(token: string, now: number): Promise<void> {
		const lease = await verifyLease(token, this.#keys);
		const entry = this.#enrolled();
		const { dev, jkt } = lease;
		const bytes = fromBase64url(jkt);
		if (dev !== entry.ledger.device || bytes === null || hex(bytes) !== entry.key) {
			throw new AppError('lease.invalid', { details: { reason: 'device' } });
		}
		await this.#replace({ ...entry, ledger: afterLease(entry.ledger, lease, now) });
	}

	/** The server refused a lease, by this code of its own. */
	async refuse(code: string): Promise<void> {
		const entry = this.#enrolled();
		if (!FINAL.includes(code) || entry.ledger.isRevoked) return;
		await this.#replace({ ...entry, ledger: { ...entry.ledger, isRevoked: true } });
	}

	/**
	 * What is to be written for a visit that begins now; null where this device is not enrolled, so that
	 * all it shows is a demonstration. Errors: AppError `licence.ended`.
	 */
	async begin(): Promise<Begun | null> {
		if (this.#entry === null) return null;
		const { ledger } = this.#entry;
		const next = await afterUse(ledger, this.#seconds(), randomOfUse());
		if (next === null) {
			const { state } = standingOf(ledger, this.#seconds());
			throw new AppError('licence.ended', { details: { state } });
		}
		return { entry: { ...this.#entry, ledger: next }, seq: next.seq };
	}

	/** What `begin` gave is on the disk, or what is there was read again. */
	hold(entry: LicenceEntry | null): void {
		this.#entry = entry;
	}

	async #replace(entry: LicenceEntry): Promise<void> {
		await this.#keep(entry);
		this.#entry = entry;
	}

	#enrolled(): LicenceEntry {
		if (this.#entry === null) throw new AppError('vault.not-found');
		return this.#entry;
	}

	#seconds(): number {
		return Math.floor(this.#now() / 1000);
	}
}

function fromHex(text: string): Uint8Array {
	return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
