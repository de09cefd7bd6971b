import { describe, expect, it } from 'vitest';
import type { Card } from '../../record/index.ts';
import { cardDifferences } from './card-differences.ts';

const CARD: Card = {
	name: 'Zoë Ångström',
	born: { year: 1984 },
	number: '',
	contact: { phone: '', email: 'zoe@example.org', address: '' },
	nextOfKin: null
};

describe('a changed card', () => {
	it('shows what was written before, fact by fact', () => {
		const contact = { ...CARD.contact, email: '', phone: '5' };
		expect(cardDifferences(CARD, { ...CARD, born: { day: '1984-02-29' }, contact })).toEqual([
			{ fact: 'born', before: '1984', after: '29 Feb 1984' },
			{ fact: 'phone', before: 'nothing', after: '5' },
			{ fact: 'email', before: 'zoe@example.org', after: 'nothing' }
		]);
	});

	it('tells that the next of kin was told', () => {
		const kin = { name: 'Max', contact: '', informed: false };
		const [told] = cardDifferences(
			{ ...CARD, nextOfKin: kin },
			{ ...CARD, nextOfKin: { ...kin, informed: true } }
		);
		expect(told?.before).not.toBe(told?.after);
	});
});
