import type { StandardView } from '$lib/record/index.ts';

declare global {
	/** What was taken on /lab/capture, the newest photograph of each view. */
	var vultusTaken: Map<StandardView, Blob> | undefined;
}
