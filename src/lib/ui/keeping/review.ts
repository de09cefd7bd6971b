import type { Desk } from '../../record/index.ts';
import { yr } from '../messages/yearly.en.ts';

/** That the yearly review is to be gone through again, or at last; null while there is nothing to be said. */
export function reviewReminder(yearly: Desk['yearly']): string | null {
	if (yearly === null || !yearly.isReviewDue) return null;
	const wasDone = yearly.done.some(({ what }) => what === 'review');
	return yr(wasDone ? 'review.remind' : 'review.remind.never');
}
