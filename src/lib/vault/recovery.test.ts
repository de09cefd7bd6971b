import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { fromHex, toHex } from './bytes.ts';
import { groupsToType, newSecret, readKit, typedBack, writeKit } from './recovery.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((b) => new Uint8Array(b));

async function reason(typed: string): Promise<unknown> {
	try {
		await readKit(typed);
		return 'read';
	} catch (error) {
		if (!isAppError(error, 'vault.kit-mistyped')) throw error;
		return error.details['reason'];
	}
}

describe('a recovery kit', () => {
	it('is fourteen groups of four letters that cannot be mistaken', async () => {
		const kit = await writeKit(newSecret());
		expect(kit).toHaveLength(14);
		for (const group of kit) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
	});

	it('has the letters of the number that it is', async () => {
		await fc.assert(
			fc.asyncProperty(secrets, async (secret) => {
				// 256 bits and four zeros as one number in base 32.
				let number = BigInt(`0x${toHex(secret)}`) << 4n;
				let letters = '';
				for (let at = 0; at < 52; at++) {
					letters = ALPHABET.charAt(Number(number % 32n)) + letters;
					number /= 32n;
				}
				expect((await writeKit(secret)).slice(0, 13).join('')).toBe(letters);
			})
		);
	});

	it('stays readable: a printed kit is for ever', async () => {
		const secret = fromHex('00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210');
		const printed = '008J-4CT4-ANK7-F24S-NAXW-SQFE-ZW0J-6HB7-H6NW-VVZY-VJX9-GXJM-6880-3SFH';
		expect((await writeKit(secret)).join('-')).toBe(printed);
		expect(await readKit(printed)).toEqual(secret);
	});

	it('is read in any case, spacing, dash and with letters that look alike', async () => {
		await fc.assert(
			fc.asyncProperty(
				secrets,
				fc.constantFrom('', ' ', '-', ' – ', '\n', '—'),
				fc.boolean(),
				async (secret, between, lower) => {
					const looksLike = (await writeKit(secret))
						.join(between)
						.replaceAll('0', 'O')
						.replaceAll('1', lower ? 'I' : 'L');
					const typed = lower ? looksLike.toLowerCase() : looksLike;
					expect(await readKit(`  ${typed} `)).toEqual(secret);
				}
			)
		);
	});

	it('is refused with one letter wrong, two swapped, one missing or one too many', async () => {
		const position = fc.nat(55);
		await fc.assert(
			fc.asyncProperty(
				secrets,
				position,
				fc.integer({ min: 1, max: 31 }),
				async (secret, at, by) => {
					const letters = (await writeKit(secret)).join('');
					const put = (letter: string): string =>
						letters.slice(0, at) + letter + letters.slice(at + 1);
					const wrong = ALPHABET.charAt((ALPHABET.indexOf(letters.charAt(at)) + by) % 32);
					expect(await reason(put(wrong))).toBe('checksum');
					const next = letters.charAt(at + 1);
					if (next !== '' && next !== letters.charAt(at)) {
						const swapped =
							letters.slice(0, at) + next + letters.charAt(at) + letters.slice(at + 2);
						expect(await reason(swapped)).toBe('checksum');
					}
					expect(await reason(put(''))).toBe('length');
					expect(await reason(put('77'))).toBe('length');
					expect(await reason(put('U'))).toBe('letter');
				}
			),
			{ seed: 7 }
		);
	});
});

describe('typing groups back', () => {
	it('asks for two different groups of the secret, each of them some time', () => {
		const asked = Array.from({ length: 2000 }, groupsToType);
		for (const [first, second] of asked) expect(first).not.toBe(second);
		expect(new Set(asked.map(([first]) => first))).toEqual(
			new Set(Array.from({ length: 13 }, (_, at) => at))
		);
	});

	it('accepts these groups only, as tolerantly as the kit itself', () => {
		const kit = ['0123', '4567', '89AB', 'CDEF'];
		expect(typedBack(kit, [0, 3], ['o l23', 'cdef '])).toBe(true);
		expect(typedBack(kit, [0, 3], ['CDEF', '0123'])).toBe(false);
		expect(typedBack(kit, [0, 3], ['0123', 'CDEE'])).toBe(false);
		expect(typedBack(kit, [0, 3], ['0123'])).toBe(false);
	});
});
