import { headPose } from '../face/index.ts';
import type { Photograph, StandardView } from '../record/index.ts';

/** One of the standard views; else the cheek that a turned head shows, as nobody has said which it is. */
export type SeriesView = StandardView | `${'oblique' | 'profile'}-${'right' | 'left'}-cheek`;

export type Kept = { readonly id: string; readonly photograph: Photograph };

export type Series = {
	readonly view: SeriesView;
	/** The oldest first; at least two. */
	readonly photographs: readonly Kept[];
};

/**
 * What can be shown as one course of time: photographs of one view, the longest course first. When those
 * that a patient brought were taken is not known, so they are in none; nor is one in which no face is
 * followed, which could not be laid over another.
 */
export function seriesOf(photographs: readonly Kept[]): readonly Series[] {
	const own = photographs
		.filter(
			({ photograph: { source, observation } }) => source !== 'patient' && observation !== null
		)
		.toSorted((a, b) => a.photograph.openedAt - b.photograph.openedAt);
	return [...Map.groupBy(own, ({ photograph }) => viewOf(photograph))]
		.map(([view, of]) => ({ view, photographs: of }))
		.filter((series) => series.photographs.length > 1)
		.sort((a, b) => b.photographs.length - a.photographs.length);
}

function viewOf({ standardView, view, observation }: Photograph): SeriesView {
	if (standardView !== null) return standardView;
	if (view === 'frontal') return 'front';
	const yaw = observation === null ? 0 : headPose(observation).yaw;
	return `${view}-${yaw > 0 ? 'right' : 'left'}-cheek`;
}
