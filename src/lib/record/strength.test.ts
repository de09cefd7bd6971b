import { describe, expect, it } from 'vitest';
import { strengthOf } from './strength.ts';
import { offeredWords } from './words.ts';

describe('the strength of a passphrase', () => {
	it('is too short below fifteen characters, whatever they are', () => {
		expect(strengthOf('k9#Vb2!xQ7&mZp')).toBe('short');
		expect(strengthOf('')).toBe('short');
	});

	it.each([
		'aaaaaaaaaaaaaaaaaaaa',
		'passwordpassword',
		'12345678901234567890',
		'qwertyuiopasdfghjkl',
		'summer summer summer',
		'my little clinic'
	])('is weak for %s', (passphrase) => expect(strengthOf(passphrase)).toBe('weak'));

	it('is fair for five words, strong for six and for long random text', () => {
		expect(strengthOf('copper lantern drizzle orbit spoon')).toBe('fair');
		expect(strengthOf('copper lantern drizzle orbit spoon velvet')).toBe('strong');
		expect(strengthOf('k9#Vb2!xQ7&mZp4w')).toBe('strong');
	});

	it('is strong for every passphrase that is offered', () => {
		for (let round = 0; round < 50; round++) {
			const words = offeredWords();
			expect(words.split(' ')).toHaveLength(7);
			// Two of them twice, once in 20,000 offers, is the one case that is only fair.
			const distinct = new Set(words.split(' ')).size;
			expect(strengthOf(words), words).toBe(distinct >= 6 ? 'strong' : 'fair');
		}
	});
});
