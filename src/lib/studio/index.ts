import { createEngine } from '../engine/index.ts';
import { Studio } from './studio.svelte.ts';

/** The product's studio, with the real engine and this device's storage. */
export function createStudio(version: string): Studio {
	return new Studio(createEngine(), deviceStorage(), version);
}

/** Null where the browser forbids it: choices then last as long as the page. */
function deviceStorage(): Storage | null {
	try {
		return globalThis.localStorage;
	} catch {
		return null;
	}
}

export { Capture } from './capture.svelte.ts';
export { Charting, type ChartedMark, type ChartedPicture } from './charting.svelte.ts';
export { Comparison, type ComparedChoice, type ComparedPair } from './comparison.svelte.ts';
export { ghostOf } from './ghost.ts';
export type { Availability, Tab } from './catalogue.svelte.ts';
export { drawnFace, type DrawnFace } from './drawn-face.ts';
export type { ShownVariant } from './document.ts';
export type { PackLabel } from '../scan/index.ts';
export type { Scanning } from './scanning.svelte.ts';
export type { SavedPreset, Theme } from './kept.svelte.ts';
export type { MarkTool, StrokeShape } from './marking.svelte.ts';
export type { Notice } from './notices.svelte.ts';
export { FROM_FILE, type PhotographOrigin } from './origin.ts';
export type { PictureChoice, WrittenPicture } from './picture-out.ts';
export type { HeldBack, Side } from './plan.ts';
export type { LineWork } from './relaxing.svelte.ts';
export type { Problem, Progress } from './session.svelte.ts';
export type { Series, SeriesView } from './series.ts';
export type { Studio } from './studio.svelte.ts';
export { TimeLapse } from './time-lapse.svelte.ts';
export { VisitPictures } from './visit-pictures.ts';
export type { CompareMode } from './view.svelte.ts';
