import { describe, expect, it } from 'vitest';
import { TREATMENTS } from '../../treatment/index.ts';
import { search } from './search.ts';

const ids = (text: string) => search(TREATMENTS, text).map(({ id }) => id);

describe('search', () => {
	it('finds by the beginning of any word, whatever the case, accents or apostrophes', () => {
		expect(ids('cupids')).toEqual(['lip_cupids_bow']);
		expect(ids('CUPID’S BOW')).toEqual(['lip_cupids_bow']);
		expect(ids('mar')).toContain('fold_marionette');
	});

	it('finds by area and narrows with every word', () => {
		const found = search(TREATMENTS, 'nose tip');
		expect(new Set(found.map(({ area }) => area))).toEqual(new Set(['nose']));
		expect(found.length).toBeLessThan(ids('nose').length);
		expect(ids('nose tip width')).toEqual(['nose_tip_width']);
	});

	it('finds everything for nothing and nothing for nonsense', () => {
		expect(ids('')).toHaveLength(TREATMENTS.length);
		expect(ids('zzz')).toEqual([]);
	});
});
