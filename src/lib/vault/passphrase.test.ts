import * as nodeCrypto from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../tests/support/refusal.ts';
import { AppError } from '../errors.ts';
import { fromHex, toHex, utf8 } from './bytes.ts';
import { passphraseBytes } from './passphrase-bytes.ts';
import {
	calibrate,
	checkCost,
	checkStrength,
	DEFAULT_COST,
	SMALL_COST,
	stretch,
	type Argon2Cost
} from './passphrase.ts';

const MIB = 1024;
const salt = fromHex('000102030405060708090a0b0c0d0e0f');

const codeOf = (attempt: () => unknown): Promise<string> => refusalOf(attempt, 'fine');

describe('stretching a passphrase', () => {
	// Written by OpenSSL 3 through node:crypto's argon2Sync, and checked against it below.
	it.each([
		[19 * MIB, 2, 'a6dd40924af835461ecff0fd3c881d7d796cc6ffe580ae9f5baa6173be4e9fd7'],
		[64 * MIB, 3, 'b0ecf20c10c858dae8eda2b5c7fe04f1e2a7e135eadc0f5ac7c44b6a1003d1e9'],
		[32 * MIB, 6, '04b0d2e9fff33fd0831f4042354a413b9b72d1f079761aa064fbf41b3c0f0ebe']
	])('gives the committed key at %i KiB and %i iterations', async (memoryKiB, iterations, key) => {
		const bytes = passphraseBytes('correct horse battery staple élan');
		expect(toHex(await stretch(bytes, salt, { memoryKiB, iterations }))).toBe(key);
	});

	// Node has Argon2 since 24.7; an older system Node has the committed keys above.
	it.runIf('argon2Sync' in nodeCrypto)('agrees with OpenSSL on any passphrase', async () => {
		const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
		const salts = fc.uint8Array({ minLength: 16, maxLength: 16 });
		await fc.assert(
			fc.asyncProperty(
				words,
				salts,
				fc.integer({ min: 2, max: 3 }),
				async (typed, random, passes) => {
					const message = passphraseBytes(typed);
					const memory = 19 * MIB + 4;
					const theirs = nodeCrypto.argon2Sync('argon2id', {
						message,
						nonce: random,
						memory,
						passes,
						parallelism: 1,
						tagLength: 32
					});
					const cost = { memoryKiB: memory, iterations: passes };
					expect(await stretch(message, new Uint8Array(random), cost)).toEqual(
						new Uint8Array(theirs)
					);
				}
			),
			{ numRuns: 10 }
		);
	});

	it('takes what was typed on any keyboard', () => {
		expect(passphraseBytes('café ﬁn')).toEqual(utf8('café fin'));
		expect(passphraseBytes(' spaces stay ')).toEqual(utf8(' spaces stay '));
	});

	it('refuses an empty passphrase', async () => {
		const empty = new Uint8Array();
		expect(await codeOf(() => stretch(empty, salt, DEFAULT_COST))).toBe('vault.wrong-passphrase');
	});
});

describe('the cost that a slot asks', () => {
	it('is refused before it is paid where it is too little, too much or no number', async () => {
		const refused: Argon2Cost[] = [
			{ memoryKiB: 4 * MIB * MIB, iterations: 3 },
			{ memoryKiB: 256 * MIB + 1, iterations: 3 },
			{ memoryKiB: 64 * MIB, iterations: 17 },
			{ memoryKiB: 64 * MIB, iterations: 0 },
			{ memoryKiB: 46 * MIB - 1, iterations: 1 },
			{ memoryKiB: 19 * MIB - 1, iterations: 6 },
			{ memoryKiB: 64 * MIB + 0.5, iterations: 3 },
			{ memoryKiB: Number.NaN, iterations: 3 },
			{ memoryKiB: 64 * MIB, iterations: Number.POSITIVE_INFINITY }
		];
		for (const cost of refused) {
			const code = await codeOf(() => stretch(utf8('anything'), salt, cost));
			expect(code, JSON.stringify(cost)).toBe('vault.hostile-parameters');
		}
	});

	it('is accepted from the floor to the ceiling', () => {
		for (const cost of [
			{ memoryKiB: 46 * MIB, iterations: 1 },
			{ memoryKiB: 19 * MIB, iterations: 2 },
			{ memoryKiB: 256 * MIB, iterations: 16 },
			DEFAULT_COST,
			SMALL_COST
		]) {
			expect(() => checkCost(cost), JSON.stringify(cost)).not.toThrow();
		}
	});
});

describe('calibration', () => {
	/** A device that takes so many ms for one iteration over a MiB. */
	const device = (msPerMiB: number) => (cost: Argon2Cost) =>
		Promise.resolve((cost.memoryKiB / MIB) * cost.iterations * msPerMiB);

	it('stays at the default on a slow device and never goes below it', async () => {
		expect(await calibrate(device(10))).toEqual(DEFAULT_COST);
	});

	it('asks 0.5 to 0.8 s of any device that is fast enough, within what is accepted', async () => {
		const slowest = 500 / (64 * 3);
		const fastest = 0.13;
		await fc.assert(
			fc.asyncProperty(fc.double({ min: fastest, max: slowest, noNaN: true }), async (msPerMiB) => {
				const cost = await calibrate(device(msPerMiB));
				const ms = await device(msPerMiB)(cost);
				expect(ms).toBeGreaterThanOrEqual(499.999);
				expect(ms).toBeLessThanOrEqual(800.001);
				expect(() => checkCost(cost)).not.toThrow();
			})
		);
	});

	it('raises memory before iterations', async () => {
		const laptop = device(230 / (64 * 3));
		expect(await calibrate(laptop)).toEqual({ memoryKiB: 128 * MIB, iterations: 4 });
	});

	it('stops at the ceiling on the fastest device', async () => {
		const cost = await calibrate(device(0.001));
		expect(cost).toEqual({ memoryKiB: 256 * MIB, iterations: 16 });
	});

	it('takes half the memory where there is not more', async () => {
		const cost = await calibrate(({ memoryKiB }) =>
			memoryKiB > 32 * MIB
				? Promise.reject(new AppError('vault.no-memory', { retryable: true }))
				: Promise.resolve(900)
		);
		expect(cost).toEqual(SMALL_COST);
	});

	it('says so where there is not even that', async () => {
		const none = (): Promise<number> => Promise.reject(new AppError('vault.no-memory'));
		expect(await codeOf(() => calibrate(none))).toBe('vault.no-memory');
	});
});

describe('a new passphrase', () => {
	it('has at least 15 characters, however many bytes they take', async () => {
		expect(await codeOf(() => checkStrength(passphraseBytes('a'.repeat(14))))).toBe(
			'vault.weak-passphrase'
		);
		expect(await codeOf(() => checkStrength(passphraseBytes('é'.repeat(14))))).toBe(
			'vault.weak-passphrase'
		);
		expect(await codeOf(() => checkStrength(passphraseBytes('😀'.repeat(14))))).toBe(
			'vault.weak-passphrase'
		);
		expect(await codeOf(() => checkStrength(passphraseBytes('é'.repeat(15))))).toBe('fine');
	});
});
