/** A passphrase becomes the key of a slot: Argon2id v1.3 (RFC 9106), by hash-wasm. */
import { argon2id } from 'hash-wasm';
import { AppError, isAppError } from '../errors.ts';
import { utf8, type Bytes } from './bytes.ts';
import { KEY } from './container.ts';

/** What an attacker has to pay for each guess. One lane: WebAssembly has one thread. */
export type Argon2Cost = { readonly memoryKiB: number; readonly iterations: number };

const MIB = 1024;

export const DEFAULT_COST: Argon2Cost = { memoryKiB: 64 * MIB, iterations: 3 };
/** The same work in half the memory, for a device that cannot give more. */
export const SMALL_COST: Argon2Cost = { memoryKiB: 32 * MIB, iterations: 6 };

/** The least that an old slot may ask: the two settings of OWASP's Password Storage Cheat Sheet. */
const FLOOR: readonly Argon2Cost[] = [
	{ memoryKiB: 46 * MIB, iterations: 1 },
	{ memoryKiB: 19 * MIB, iterations: 2 }
];
/** Telephones end a page that takes much more. */
const CEILING: Argon2Cost = { memoryKiB: 256 * MIB, iterations: 16 };

/** Whether an old slot asks less work of an attacker than new ones do at least. */
export function isBelowPolicy({ memoryKiB, iterations }: Argon2Cost): boolean {
	return memoryKiB * iterations < DEFAULT_COST.memoryKiB * DEFAULT_COST.iterations;
}

export const SALT_LENGTH = 16;

const MIN_CHARACTERS = 15;

/**
 * Before anything is allocated: a slot on the disk may have been written by anyone. Errors: AppError
 * `vault.hostile-parameters`.
 */
export function checkCost({ memoryKiB, iterations }: Argon2Cost): void {
	const whole = Number.isSafeInteger(memoryKiB) && Number.isSafeInteger(iterations);
	const enough = FLOOR.some(
		(least) => memoryKiB >= least.memoryKiB && iterations >= least.iterations
	);
	const bearable = memoryKiB <= CEILING.memoryKiB && iterations <= CEILING.iterations;
	if (!whole || !enough || !bearable) {
		throw new AppError('vault.hostile-parameters', { details: { memoryKiB, iterations } });
	}
}

/** For a new passphrase. Errors: AppError `vault.weak-passphrase`. */
export function checkStrength(passphrase: Bytes): void {
	// Bytes that continue a character of UTF-8 begin with the bits 10.
	const characters = passphrase.filter((byte) => (byte & 0xc0) !== 0x80).length;
	if (characters < MIN_CHARACTERS) {
		throw new AppError('vault.weak-passphrase', { details: { limit: MIN_CHARACTERS } });
	}
}

/**
 * 32 bytes from a passphrase and a salt of 16. Errors: AppError `vault.hostile-parameters`,
 * `vault.wrong-passphrase` for an empty one, `vault.no-memory`.
 */
export async function stretch(passphrase: Bytes, salt: Bytes, cost: Argon2Cost): Promise<Bytes> {
	checkCost(cost);
	if (passphrase.length === 0) throw new AppError('vault.wrong-passphrase');
	try {
		const { memoryKiB: memorySize, iterations } = cost;
		const hash = await argon2id({
			password: passphrase,
			salt,
			memorySize,
			iterations,
			parallelism: 1,
			hashLength: KEY,
			outputType: 'binary'
		});
		return new Uint8Array(hash);
	} catch (cause) {
		// hash-wasm does not look whether its memory grew; a view of what is not there is a RangeError.
		if (!(cause instanceof RangeError)) throw cause;
		const details = { memoryMiB: cost.memoryKiB / MIB };
		throw new AppError('vault.no-memory', { retryable: true, details, cause });
	}
}

/** How long a person waits for the vault to open, ms. */
const QUICKEST = 500;
const SLOWEST = 800;

/**
 * The cost of a new slot on this device: as much above the default as takes 0.5 to 0.8 s, memory
 * before iterations; less memory where there is not enough. `measure` tries one and gives its ms.
 */
export async function calibrate(
	measure: (cost: Argon2Cost) => Promise<number>
): Promise<Argon2Cost> {
	let expected: number;
	try {
		expected = await measure(DEFAULT_COST);
	} catch (error) {
		if (!isAppError(error, 'vault.no-memory')) throw error;
		await measure(SMALL_COST);
		return SMALL_COST;
	}
	let { memoryKiB, iterations } = DEFAULT_COST;
	while (2 * expected <= SLOWEST && 2 * memoryKiB <= CEILING.memoryKiB) {
		memoryKiB *= 2;
		expected *= 2;
	}
	while (expected < QUICKEST && iterations < CEILING.iterations) {
		expected *= (iterations + 1) / iterations;
		iterations += 1;
	}
	return { memoryKiB, iterations };
}

/** Measures with a passphrase of nobody. */
export async function costOfThisDevice(): Promise<Argon2Cost> {
	return calibrate(async (cost) => {
		const started = performance.now();
		await stretch(utf8('calibration'), new Uint8Array(SALT_LENGTH), cost);
		return performance.now() - started;
	});
}
