import { describe, expect, it } from 'vitest';
import { requestState, RIGHTS, stepRefusal, type Step } from './requests.ts';

const identity: Step = { what: 'identity', how: 'Passport' };
const extended: Step = { what: 'extended', reason: 'Many photographs' };
const done: Step = { what: 'answered', outcome: 'done', reason: '', file: 'access.zip' };
const refused: Step = { what: 'answered', outcome: 'refused', reason: '', file: '' };
const state = (...steps: readonly Step[]) =>
	requestState(
		'2026-01-31',
		steps.map((step, at) => ({ at, step }))
	);

describe('a request', () => {
	it('is due in a month, and two later once that was extended', () => {
		expect(state().due).toBe('2026-02-28');
		expect(state(extended)).toMatchObject({ due: '2026-04-30', extension: 'Many photographs' });
	});

	it('is answered once it is known who asks; a withdrawal asks nobody', () => {
		for (const right of RIGHTS) {
			const first = stepRefusal(right, state(), done);
			expect(first, right).toBe(right === 'withdrawal' ? null : 'request.identity-first');
			expect(stepRefusal(right, state(identity), done), right).toBeNull();
		}
	});

	it('is extended once, and with a reason', () => {
		expect(stepRefusal('access', state(), { what: 'extended', reason: ' ' })).toBe(
			'request.reason-needed'
		);
		expect(stepRefusal('access', state(extended), extended)).toBe('request.extended');
	});

	it('is refused with a reason alone, and answered once', () => {
		expect(stepRefusal('erasure', state(identity), refused)).toBe('request.reason-needed');
		expect(stepRefusal('erasure', state(identity, done), done)).toBe('request.answered');
	});
});
