import type { Series } from '../../outcomes/index.ts';
import { areaName } from '../messages/index.ts';
import { q } from '../messages/outcomes.en.ts';

/** A score, or satisfaction with one area. */
export function seriesName({ instrument, item }: Pick<Series, 'instrument' | 'item'>): string {
	if (instrument === 'satisfaction') {
		return q('series.satisfaction', { area: areaName(item ?? '') });
	}
	return q('series.self-esteem');
}
