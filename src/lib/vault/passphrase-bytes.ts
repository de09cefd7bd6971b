import { utf8, type Bytes } from './bytes.ts';

/** As typed on any keyboard: Unicode's NFKC, nothing trimmed. */
export function passphraseBytes(typed: string): Bytes {
	return utf8(typed.normalize('NFKC'));
}
