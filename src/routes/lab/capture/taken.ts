import type { StandardView } from '$lib/record/index.ts';

declare global {
	/** What was taken on /lab/capture, the newest photograph of each view. */
	var vultusTaken: Partial<Record<StandardView, Blob>> | undefined;
}
