import type { PaperHead, RecordRoom } from '../../record/index.ts';
import { p } from '../messages/papers.en.ts';

/** What stands above the clinic's papers; null where it has none. Errors: AppError `vault.*`. */
export async function paperHead(
	room: Pick<RecordRoom, 'letterhead' | 'logo'>
): Promise<PaperHead | null> {
	const head = await room.letterhead();
	if (head === null) return null;
	const { name, address, accent } = head;
	const bytes = await room.logo();
	const logo = bytes === null ? null : { bytes, alt: p('paper.logo', { name }) };
	return { name, address, accent, logo };
}
