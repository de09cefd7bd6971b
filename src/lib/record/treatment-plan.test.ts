import { describe, expect, it } from 'vitest';
import type { Kept } from './folder.ts';
import { EMPTY_PLAN, planBefore, planIn, versionOf } from './treatment-plan.ts';
import type { PlanContent } from './types.ts';

const [ANA, BEN] = ['a'.repeat(32), 'b'.repeat(32)];
const MINUTE = 60_000;

const visit = (id: string, startedAt: number): Kept => ({
	id,
	entry: { kind: 'consultation', startedAt, by: ANA, followUp: null, treatedOn: null }
});
const saying = (note: string): PlanContent => ({ ...EMPTY_PLAN, note });
const drawn = (note: string): PlanContent => ({
	...saying(note),
	items: [
		{
			id: 'c'.repeat(32),
			treatment: null,
			product: 'Filler',
			gtin: '09501101530003',
			amount: null,
			unit: 'mL',
			site: '',
			lot: '',
			expiry: null
		}
	]
});

describe('a treatment plan', () => {
	it('goes on in one version while one person writes without a pause', () => {
		const first = versionOf([], 'v', saying('one'), { at: 0, by: ANA });
		const second = versionOf([first], 'v', saying('two'), { at: 29 * MINUTE, by: ANA });
		const third = versionOf([second], 'v', saying('three'), { at: 58 * MINUTE, by: ANA });
		expect(second.id).toBe(first.id);
		expect(third).toEqual({
			id: first.id,
			entry: {
				kind: 'treatment-plan',
				consultation: 'v',
				at: 58 * MINUTE,
				by: ANA,
				...saying('three')
			}
		});
	});

	it('leaves what a colleague wrote, and what was written earlier', () => {
		const first = versionOf([], 'v', saying('one'), { at: 0, by: ANA });
		const other = versionOf([first], 'v', saying('two'), { at: MINUTE, by: BEN });
		const later = versionOf([first], 'v', saying('two'), { at: 30 * MINUTE, by: ANA });
		expect(other.id).not.toBe(first.id);
		expect(later.id).not.toBe(first.id);
		expect(planIn([other, first], 'v')?.entry.note).toBe('two');
		expect(planIn([first, other], 'another')).toBeUndefined();
	});

	it('follows that of the last visit before it which has one', () => {
		const entries = [
			visit('old', 1),
			visit('last', 2),
			visit('empty', 3),
			visit('here', 4),
			visit('later', 5),
			versionOf([], 'old', drawn('old'), { at: 1, by: ANA }),
			versionOf([], 'last', drawn('last'), { at: 2, by: ANA }),
			versionOf([], 'empty', saying('only words'), { at: 3, by: ANA }),
			versionOf([], 'later', drawn('later'), { at: 5, by: ANA })
		];
		expect(planBefore(entries, 'here')?.note).toBe('last');
		expect(planBefore(entries, 'last')?.note).toBe('old');
		expect(planBefore(entries, 'old')).toBeNull();
	});
});
