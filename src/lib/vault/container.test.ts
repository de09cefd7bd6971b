import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { concat, fromHex, utf8, type Bytes } from './bytes.ts';
import { contextOf, importInputKey, open, seal, sealedLength, type InputKey } from './container.ts';
import VECTORS from './container.vectors.json' with { type: 'json' };

const CHUNK = 16 * 1024;
const HEADER = 56;
const TAG = 16;

/** Lengths around every border of the format. */
const lengths = fc.oneof(
	fc.nat(300),
	fc.constantFrom(0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 3 * CHUNK + 7)
);
const messages = lengths.map((length) => new Uint8Array(randomBytes(length)));
const contexts = fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes));

/** The specification once more, on node:crypto and without a line of the code under test. */
const other = {
	derive(key: Buffer, salt: Buffer, context: Uint8Array) {
		const info = Buffer.concat([
			Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM', 'ascii'),
			Buffer.from([0]),
			salt,
			context
		]);
		let block = Buffer.alloc(0);
		let output = Buffer.alloc(0);
		for (let i = 1; output.length < 76; i++) {
			block = createHmac('sha512', key)
				.update(Buffer.concat([block, info, Buffer.from([i])]))
				.digest();
			output = Buffer.concat([output, block]);
		}
		return {
			key: output.subarray(0, 32),
			nonce: output.subarray(32, 44),
			commitment: output.subarray(44, 76)
		};
	},
	nonce(base: Buffer, chunk: number) {
		const value = BigInt(`0x${base.toString('hex')}`) ^ BigInt(chunk);
		return Buffer.from(value.toString(16).padStart(24, '0'), 'hex');
	},
	seal(key: Buffer, context: Uint8Array, message: Uint8Array) {
		const salt = randomBytes(24);
		const derived = other.derive(key, salt, context);
		const chunks = [];
		for (let at = 0; ; at += CHUNK) {
			const part = message.subarray(at, at + CHUNK);
			const cipher = createCipheriv(
				'aes-256-gcm',
				derived.key,
				other.nonce(derived.nonce, at / CHUNK)
			);
			chunks.push(cipher.update(part), cipher.final(), cipher.getAuthTag());
			if (part.length < CHUNK) break;
		}
		return new Uint8Array(Buffer.concat([salt, derived.commitment, ...chunks]));
	},
	open(key: Buffer, context: Uint8Array, sealed: Uint8Array) {
		const bytes = Buffer.from(sealed);
		const derived = other.derive(key, bytes.subarray(0, 24), context);
		expect(bytes.subarray(24, HEADER)).toEqual(derived.commitment);
		const parts = [];
		for (let at = HEADER; ; at += CHUNK + TAG) {
			const part = bytes.subarray(at, at + CHUNK + TAG);
			const index = (at - HEADER) / (CHUNK + TAG);
			const decipher = createDecipheriv(
				'aes-256-gcm',
				derived.key,
				other.nonce(derived.nonce, index)
			);
			decipher.setAuthTag(part.subarray(-TAG));
			parts.push(decipher.update(part.subarray(0, -TAG)), decipher.final());
			if (part.length < CHUNK + TAG) break;
		}
		return new Uint8Array(Buffer.concat(parts));
	}
};

async function freshKey(): Promise<{ raw: Buffer; key: InputKey }> {
	const raw = randomBytes(32);
	return { raw, key: await importInputKey(new Uint8Array(raw)) };
}

/** Why it did not open, or 'opened'. */
async function refusal(attempt: Promise<unknown>): Promise<unknown> {
	try {
		await attempt;
		return 'opened';
	} catch (error) {
		if (!isAppError(error, 'vault.record-damaged')) throw error;
		return error.details['reason'];
	}
}

const fill = (length: number): Bytes => Uint8Array.from({ length }, (_, at) => (at * 31 + 7) % 251);

describe('the committed vectors', () => {
	it.each(VECTORS.valid)('open: $comment', async ({ key, context, length, sealed }) => {
		const input = await importInputKey(fromHex(key));
		expect(await open(input, fromHex(context), fromHex(sealed))).toEqual(fill(length));
	});
});

describe('a container', () => {
	it('gives back what was sealed, in the length that it says', async () => {
		const { key } = await freshKey();
		await fc.assert(
			fc.asyncProperty(messages, contexts, async (message, context) => {
				const sealed = await seal(key, context, message);
				expect(sealed.length).toBe(sealedLength(message.length));
				expect(await open(key, context, sealed)).toEqual(message);
			})
		);
	});

	it('is read and written alike by another implementation of the specification', async () => {
		const { raw, key } = await freshKey();
		await fc.assert(
			fc.asyncProperty(messages, contexts, async (message, context) => {
				expect(other.open(raw, context, await seal(key, context, message))).toEqual(message);
				expect(await open(key, context, other.seal(raw, context, message))).toEqual(message);
			}),
			{ numRuns: 50 }
		);
	});

	it('counts on past 256 chunks', async () => {
		const { raw, key } = await freshKey();
		const message = new Uint8Array(randomBytes(257 * CHUNK + 5));
		const opened = other.open(raw, new Uint8Array(), await seal(key, new Uint8Array(), message));
		expect(Buffer.from(opened).equals(message)).toBe(true);
	});

	it('is another one every time', async () => {
		const { key } = await freshKey();
		const message = utf8('twice');
		const [first, second] = [
			await seal(key, new Uint8Array(), message),
			await seal(key, new Uint8Array(), message)
		];
		expect(first.subarray(0, 24)).not.toEqual(second.subarray(0, 24));
		expect(first.subarray(HEADER)).not.toEqual(second.subarray(HEADER));
	});

	it('keeps its key to itself', async () => {
		const { key } = await freshKey();
		await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
	});
});

describe('a container that was touched', () => {
	const parts = [
		['salt', 0, 24, 'commitment'],
		['commitment', 24, HEADER, 'commitment'],
		['first chunk', HEADER, HEADER + CHUNK, 'chunk'],
		['tag of the first chunk', HEADER + CHUNK, HEADER + CHUNK + TAG, 'chunk'],
		['second chunk', HEADER + CHUNK + TAG, HEADER + 2 * CHUNK + TAG, 'chunk'],
		['tag of the last chunk', -TAG, 0, 'chunk']
	] as const;

	it.each(parts)('does not open after one flipped bit in its %s', async (_, start, end, reason) => {
		const { key } = await freshKey();
		const context = utf8('here');
		const sealed = await seal(key, context, fill(2 * CHUNK + 100));
		const from = start < 0 ? sealed.length + start : start;
		const to = end === 0 ? sealed.length : end;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: from, max: to - 1 }), fc.nat(7), async (at, bit) => {
				const flipped = sealed.slice();
				flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
				expect(await refusal(open(key, context, flipped))).toBe(reason);
			}),
			{ numRuns: 40 }
		);
	});

	it('does not open without its end, wherever it was cut', async () => {
		const { key } = await freshKey();
		const context = utf8('here');
		await fc.assert(
			fc.asyncProperty(
				messages,
				fc.double({ min: 0, max: 1, noNaN: true }),
				async (message, at) => {
					const sealed = await seal(key, context, message);
					const kept = Math.min(sealed.length - 1, Math.floor(at * sealed.length));
					expect(await refusal(open(key, context, sealed.slice(0, kept)))).not.toBe('opened');
				}
			)
		);
		// Where a cut leaves whole chunks only, the missing short one is what tells.
		const sealed = await seal(key, context, fill(2 * CHUNK));
		expect(await refusal(open(key, context, sealed.slice(0, -TAG)))).toBe('length');
		expect(await refusal(open(key, context, sealed.slice(0, HEADER + CHUNK + TAG)))).toBe('length');
	});

	it('does not open with anything after its end', async () => {
		const { key } = await freshKey();
		const context = utf8('here');
		await fc.assert(
			fc.asyncProperty(messages, fc.integer({ min: 1, max: 2 * CHUNK }), async (message, more) => {
				const sealed = concat(await seal(key, context, message), randomBytes(more));
				expect(await refusal(open(key, context, sealed))).not.toBe('opened');
			})
		);
	});

	it('does not open with chunks in another order, twice or from another message', async () => {
		const { key } = await freshKey();
		const context = utf8('here');
		const first = await seal(key, context, fill(3 * CHUNK + 9));
		const second = await seal(key, context, fill(3 * CHUNK + 9));
		const piece = (of: Bytes, at: number): Bytes =>
			of.slice(HEADER + at * (CHUNK + TAG), HEADER + (at + 1) * (CHUNK + TAG));
		const header = first.slice(0, HEADER);
		const tail = first.slice(HEADER + 3 * (CHUNK + TAG));
		const build = (...pieces: Bytes[]): Bytes => concat(header, ...pieces, tail);
		expect(
			await refusal(open(key, context, build(piece(first, 0), piece(first, 1), piece(first, 2))))
		).toBe('opened');
		for (const wrong of [
			build(piece(first, 1), piece(first, 0), piece(first, 2)),
			build(piece(first, 0), piece(first, 0), piece(first, 2)),
			build(piece(first, 0), piece(first, 2)),
			build(piece(first, 0), piece(second, 1), piece(first, 2))
		]) {
			expect(await refusal(open(key, context, wrong))).toBe('chunk');
		}
	});

	it('does not open with another key', async () => {
		const [{ key }, { key: another }] = [await freshKey(), await freshKey()];
		const sealed = await seal(key, utf8('here'), fill(10));
		expect(await refusal(open(another, utf8('here'), sealed))).toBe('commitment');
	});
});

describe('a place', () => {
	const here = { vault: 'v', table: 'recs', record: 'r', revision: 3 };

	it('does not open what belongs to another vault, table, record or revision', async () => {
		const { key } = await freshKey();
		const sealed = await seal(key, contextOf(here), fill(20));
		expect(await refusal(open(key, contextOf(here), sealed))).toBe('opened');
		for (const change of [{ vault: 'w' }, { table: 'assets' }, { record: 's' }, { revision: 2 }]) {
			const there = contextOf({ ...here, ...change });
			expect(await refusal(open(key, there, sealed)), JSON.stringify(change)).toBe('commitment');
		}
	});

	it('has bytes that no other place has, whatever its names', () => {
		const names = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 });
		const places = fc.record({ vault: names, table: names, record: names, revision: fc.nat(3) });
		fc.assert(
			fc.property(places, places, (a, b) => {
				const same = JSON.stringify(a) === JSON.stringify(b);
				expect(Buffer.from(contextOf(a)).equals(contextOf(b))).toBe(same);
			}),
			{ numRuns: 2000 }
		);
	});
});
