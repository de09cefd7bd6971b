import type { Verdict } from './types.ts';

/** How long a sentence stays at least, ms: a shorter one is not read, and a reader would stumble over it. */
export const READ = 600;

/** What is said to whoever takes the photograph. */
export type Guidance = { readonly says: Verdict; readonly since: number };

/** What is said after one more look, at `at` ms. */
export function guidanceAfter(guidance: Guidance | null, verdict: Verdict, at: number): Guidance {
	if (guidance === null) return { says: verdict, since: at };
	if (verdict === guidance.says || at - guidance.since < READ) return guidance;
	return { says: verdict, since: at };
}
