/** A device as the app has one, written from docs/backend.md on WebCrypto, apart from the server's code. */
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import type { Reply, TestServer } from './server.ts';

type Use = {
	readonly seq: number;
	readonly at: number;
	readonly serial: number;
	readonly kind: number;
	readonly random: string;
};

export type Device = {
	readonly id: string;
	readonly publicKey: string;
	readonly jkt: string;
	readonly chain: Chain;
	/** The signed body of a renewal, with what `change` puts into it before it is signed. */
	renewal(nonce: string, change?: Readonly<Record<string, unknown>>): Promise<object>;
	/** Asks for a nonce and renews. */
	renew(token: string, change?: Readonly<Record<string, unknown>>): Promise<Reply>;
};

export type Chain = { seq: number; head: string; uses: Use[] };

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

function u64(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return bytes;
}

export function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

export async function newKey() {
	const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
		'sign',
		'verify'
	]);
	const raw = Buffer.from(await webcrypto.subtle.exportKey('raw', pair.publicKey));
	return {
		key: pair.privateKey,
		publicKey: raw.toString('base64url'),
		jkt: sha256(raw).toString('base64url')
	};
}

export function firstChain(id: string): Chain {
	const head = sha256(Buffer.concat([Buffer.from('vultus-use/1'), Buffer.from(id)]));
	return { seq: 0, head: head.toString('base64url'), uses: [] };
}

/** One more visit in the chain. */
export function use(chain: Chain, serial: number, at = now(), kind = 1): void {
	const random = randomBytes(16);
	const seq = chain.seq + 1;
	chain.head = sha256(
		Buffer.concat([
			Buffer.from('vultus-use/1'),
			Buffer.from(chain.head, 'base64url'),
			u64(seq),
			u64(at),
			u64(serial),
			Buffer.from([kind]),
			random
		])
	).toString('base64url');
	chain.seq = seq;
	chain.uses.push({ seq, at, serial, kind, random: random.toString('base64url') });
}

export const now = () => Math.floor(Date.now() / 1000);

export type Lease = {
	readonly iat: number;
	readonly exp: number;
	readonly grant: { readonly unit: string; readonly from: number; readonly to: number | null };
	readonly ack: { readonly seq: number; readonly head: string };
	readonly prov: boolean;
	readonly [key: string]: unknown;
};

/** The payload of an answered lease, unverified. */
export function leaseOf({ body }: Reply): Lease {
	const [, payload = ''] = (body as { lease: string }).lease.split('.');
	return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Lease;
}

/** Registers a device for the person with this token; as a superuser's record where `state` is given. */
export async function addDevice(
	server: TestServer,
	person: { readonly token: string; readonly id: string },
	approvedIn?: string
): Promise<Device> {
	const { key, publicKey, jkt } = await newKey();
	const body = { publicKey, recipient: 'age1recipientrecipient', name: 'Tablet', kind: 'tablet' };
	let id: string;
	if (approvedIn === undefined) {
		const made = await server.ask('POST', '/api/vultus/devices', { token: person.token, body });
		if (made.status !== 201) throw new Error((made.body as { code: string }).code);
		id = (made.body as { id: string }).id;
	} else {
		// Its head follows from its id, so the id is ours.
		id = randomBytes(8).toString('hex').slice(0, 15);
		await server.record('devices', {
			...body,
			id,
			jkt,
			clinic: approvedIn,
			user: person.id,
			state: 'approved',
			ackHead: firstChain(id).head,
			serialNext: 1
		});
	}
	const chain = firstChain(id);
	const renewal = async (nonce: string, change: Readonly<Record<string, unknown>> = {}) => {
		const unsigned = {
			requestId: randomBytes(16).toString('base64url'),
			device: id,
			nonce,
			clock: now(),
			seq: chain.seq,
			head: chain.head,
			receipts: chain.uses,
			...change
		};
		const signed = Buffer.from(`vultus-renew/1\n${canonical(unsigned)}`);
		const signature = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, signed);
		return { ...unsigned, signature: Buffer.from(signature).toString('base64url') };
	};
	return {
		id,
		publicKey,
		jkt,
		chain,
		renewal,
		renew: async (token, change) => {
			const { body: answer } = await server.ask('POST', '/api/vultus/nonce', {
				token,
				body: { device: id }
			});
			const { nonce } = answer as { nonce: string };
			return await renewOnceFree(server, token, await renewal(nonce, change));
		}
	};
}

/** Sends a renewal, and again while the server is busy. */
export async function renewOnceFree(
	server: TestServer,
	token: string,
	body: object
): Promise<Reply> {
	for (;;) {
		const reply = await server.ask('POST', '/api/vultus/lease', { token, body });
		if (reply.status !== 503) return reply;
		const seconds = Number(reply.headers.get('retry-after')) * (1 + Math.random());
		await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
	}
}
