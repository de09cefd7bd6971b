import { describe, expect, it } from 'vitest';
import { heldWords } from './held.ts';

const treatments = ['lip_width', 'chin_width', 'chin_height'];

describe('the words for what is held back', () => {
	it('name every treatment of every reason', () => {
		const words = heldWords([
			{ reason: 'cap', treatments },
			{ reason: 'fold', treatments: ['brow_lift'] }
		]);
		expect(words).toBe(
			'Held back to what this face allows: Mouth width, Chin width, Chin height. ' +
				'Held back so that the skin does not fold: Brow lift.'
		);
	});

	it('count those for which there is no room', () => {
		expect(heldWords([{ reason: 'cap', treatments }], 1)).toContain('Mouth width and 2 more.');
		expect(heldWords([{ reason: 'cap', treatments }], 3)).not.toContain('more');
	});

	it('are none when nothing is', () => {
		expect(heldWords([])).toBe('');
	});
});
