import { describe, expect, it } from 'vitest';
import { progressShare, progressWords } from './progress.ts';

describe('what is being fetched', () => {
	const fetched = { step: 'downloading', loadedBytes: 11_200_000 } as const;

	it('is told with its total, and without one where none is known', () => {
		expect(progressWords({ ...fetched, totalBytes: 30_000_000 }, true)).toContain('11 of 30 MB');
		const unknown = { ...fetched, totalBytes: 0 };
		expect(progressWords(unknown, true)).toContain('11 MB so far');
		expect(progressWords(unknown, true)).not.toMatch(/\b0/);
		expect(progressShare(unknown)).toBeNull();
	});
});
