import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deviceCode, matchingCode } from './digest.ts';

describe('a matching code', () => {
	it('is the first eighty bits of the hash, in letters of five', async () => {
		const hash = createHash('sha256').update('some words').digest();
		const bits = Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('');
		const letters = (bits.slice(0, 80).match(/.{5}/g) ?? []).map((five) =>
			'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(parseInt(five, 2))
		);
		const code = await matchingCode('some words');
		expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(code.replaceAll('-', '')).toBe(letters.join(''));
	});

	it('of a device changes with either of its keys', async () => {
		const jkt = 'a'.repeat(43);
		const codes = [
			await deviceCode(jkt, 'age1one'),
			await deviceCode(jkt, 'age1two'),
			await deviceCode('b'.repeat(43), 'age1one')
		];
		expect(new Set(codes).size).toBe(3);
	});
});
