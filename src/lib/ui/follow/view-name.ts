import type { Photograph } from '../../record/index.ts';
import type { SeriesView } from '../../studio/index.ts';
import { f } from '../messages/follow.en.ts';
import { w } from '../messages/visit.en.ts';

/** What a photograph was taken for, else how the head is held on it. */
export function viewName({
	standardView,
	view
}: Pick<Photograph, 'standardView' | 'view'>): string {
	return standardView === null ? f(`view.${view}`) : w(`view.${standardView}`);
}

export function seriesName(view: SeriesView): string {
	switch (view) {
		case 'oblique-left-cheek':
		case 'oblique-right-cheek':
		case 'profile-left-cheek':
		case 'profile-right-cheek':
			return f(`view.${view}`);
		default:
			return w(`view.${view}`);
	}
}
