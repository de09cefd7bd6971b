import { sha256 } from '../digest.ts';

/** An id that follows from these words, of the form of those that `newId` draws. */
export async function derivedId(words: string): Promise<string> {
	return (await sha256(new TextEncoder().encode(words))).slice(0, 32);
}
