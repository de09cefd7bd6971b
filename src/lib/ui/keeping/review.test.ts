import { expect, it } from 'vitest';
import { reviewReminder } from './review.ts';

const entry = (what: 'review' | 'training') =>
	({ kind: 'yearly', what, at: 1, by: 'a'.repeat(32) }) as const;

it('reminds of the yearly review once it is due, and says whether there ever was one', () => {
	expect(reviewReminder(null)).toBeNull();
	const done = [entry('training')];
	expect(reviewReminder({ done, isReviewDue: false, trained: [] })).toBeNull();
	expect(reviewReminder({ done, isReviewDue: true, trained: [] })).toContain('first year');
	const before = { done: [...done, entry('review')], isReviewDue: true, trained: [] };
	expect(reviewReminder(before)).toContain('more than a year ago');
});
