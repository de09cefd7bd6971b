import { describe, expect, it } from 'vitest';
import { passwordFault } from './new-password.ts';

describe('a new password', () => {
	it('has twelve characters or more', () => {
		expect(passwordFault('')).toBe('short');
		expect(passwordFault('eleven char')).toBe('short');
		expect(passwordFault('twelve chars')).toBeNull();
	});

	it('has 71 bytes at most: letters of other scripts have several', () => {
		expect(passwordFault('a'.repeat(71))).toBeNull();
		expect(passwordFault('a'.repeat(72))).toBe('long');
		expect(passwordFault('كلمة'.repeat(8))).toBeNull();
		expect(passwordFault('كلمة'.repeat(9))).toBe('long');
	});
});
