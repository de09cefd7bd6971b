import type { Changed, Handed, Signed, VisitFile } from '../../record/index.ts';
import { listed } from '../language.ts';
import { p } from '../messages/papers.en.ts';
import type { SignedText } from './papers.ts';

/** What is to be said of a signature: that nothing was changed, or what was. */
function standingWords(changes: readonly Changed[]): string {
	if (changes.length === 0) return p('sign.unchanged');
	const parts = changes.map((one) =>
		one.part === 'picture' ? p('sign.part.picture', { n: one.at + 1 }) : p(`sign.part.${one.part}`)
	);
	return p('sign.changed', { parts: listed(parts) });
}

/** A signed text, and what of it is not any more as it was signed. Errors: AppError `vault.*`. */
export async function readSigned(
	file: Pick<VisitFile, 'changesOf' | 'codeOf'>,
	{ words, version }: Pick<Handed, 'words' | 'version'>,
	signature: Signed
): Promise<{ readonly changes: readonly Changed[]; readonly signed: SignedText }> {
	const [changes, code] = await Promise.all([file.changesOf(signature), file.codeOf(signature)]);
	const standing = standingWords(changes);
	return { changes, signed: { words, version, signature, code, standing } };
}
