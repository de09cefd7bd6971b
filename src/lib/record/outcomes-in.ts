/** What a patient answered in questionnaires, as a folder has it. */
import type { Kept } from './folder.ts';
import type { Outcome } from './types.ts';

export function outcomesIn(kept: readonly Kept[]): readonly Outcome[] {
	return kept.flatMap(({ entry }) => (entry.kind === 'outcome' ? [entry] : []));
}

/** Areas that the patient named in any visit, each once. */
export function areasIn(kept: readonly Kept[]): readonly string[] {
	const named = kept.flatMap(({ entry }) => (entry.kind === 'concerns' ? entry.list : []));
	return [...new Set(named.map(({ area }) => area).filter((area) => area !== ''))].sort();
}
