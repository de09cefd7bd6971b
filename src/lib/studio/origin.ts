import type { PhotographSource, StandardView } from '../record/index.ts';

/** Where a photograph comes from, and for which of the standard views it was taken. */
export type PhotographOrigin = {
	readonly source: PhotographSource;
	readonly standardView: StandardView | null;
};

/** Opened, dropped or pasted, for no view in particular. */
export const FROM_FILE: PhotographOrigin = { source: 'file', standardView: null };
