import { describe, expect, it } from 'vitest';
import { reasonText, shortReason } from './reasons.ts';

describe('why a treatment is not shown', () => {
	it.each([
		'needs-frontal',
		'needs-oblique',
		'needs-profile',
		'no-outline',
		'turned-too-far'
	] as const)('says what is needed or what to choose: %s', (reason) => {
		expect(reasonText({ kind: 'hidden', reason })).toMatch(/\b(Needs|Choose) /);
	});

	it('is one sentence in a list', () => {
		const reason = shortReason({ kind: 'hidden', reason: 'no-outline' });
		expect(reason).toBe('The outline it needs cannot be seen in this photo.');
	});
});
