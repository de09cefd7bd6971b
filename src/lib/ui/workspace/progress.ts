import type { Progress } from '../../studio/index.ts';
import { formatMegabytes } from '../format.ts';
import { t } from '../messages/index.ts';

/** `exact` counts megabytes; a screen reader is spared them. */
export function progressWords(progress: Progress, exact: boolean): string {
	if (progress.step !== 'downloading') return t(`step.${progress.step}`);
	if (!exact) return t('step.starting');
	const loaded = formatMegabytes(progress.loadedBytes);
	// Of what a server packs for the way no total is known.
	if (progress.totalBytes === 0) return t('step.downloading.some', { loaded });
	return t('step.downloading', { loaded, total: formatMegabytes(progress.totalBytes) });
}

export function progressShare(progress: Progress): number | null {
	if (progress.step !== 'downloading' || progress.totalBytes === 0) return null;
	return progress.loadedBytes / progress.totalBytes;
}
