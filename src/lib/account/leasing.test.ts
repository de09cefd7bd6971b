import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepRenewed } from './leasing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Node has no window that tells of the network. */
const network = new EventTarget();

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
	vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function counted(outcome: () => Promise<void>): { calls: number; renew: () => Promise<void> } {
	const seen = {
		calls: 0,
		renew: async () => {
			seen.calls += 1;
			await outcome();
		}
	};
	return seen;
}

describe('a lease', () => {
	it('is renewed soon after the start, then every six hours or so', async () => {
		const seen = counted(() => Promise.resolve());
		const stop = keepRenewed(seen.renew);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(seen.calls).toBe(1);
		await vi.advanceTimersByTimeAsync(5.5 * HOUR);
		expect(seen.calls).toBe(1);
		await vi.advanceTimersByTimeAsync(HOUR);
		expect(seen.calls).toBe(2);
		stop();
	});

	it('is tried again ever later after a failure, and within an hour and a quarter', async () => {
		let isUp = false;
		const seen = counted(() => (isUp ? Promise.resolve() : Promise.reject(new Error('503'))));
		const stop = keepRenewed(seen.renew);
		// At 0, 1, 3, 7, 15 and 31 minutes, and a little later each.
		await vi.advanceTimersByTimeAsync(32 * MINUTE);
		expect(seen.calls).toBeGreaterThanOrEqual(5);
		expect(seen.calls).toBeLessThanOrEqual(6);
		await vi.advanceTimersByTimeAsync(24 * HOUR);
		const offline = seen.calls;
		expect(offline).toBeGreaterThan(20);
		expect(offline).toBeLessThan(35);
		isUp = true;
		await vi.advanceTimersByTimeAsync(1.25 * HOUR);
		expect(seen.calls).toBe(offline + 1);
		stop();
	});

	it('is tried when the network comes back, and no more once that is stopped', async () => {
		const seen = counted(() => Promise.resolve());
		const stop = keepRenewed(seen.renew);
		await vi.advanceTimersByTimeAsync(20_000);
		network.dispatchEvent(new Event('online'));
		await vi.advanceTimersByTimeAsync(20_000);
		expect(seen.calls).toBe(2);
		stop();
		network.dispatchEvent(new Event('online'));
		await vi.advanceTimersByTimeAsync(24 * HOUR);
		expect(seen.calls).toBe(2);
	});

	it('that is being renewed when it is stopped is not renewed again', async () => {
		let finish = (): void => undefined;
		const seen = counted(() => new Promise((resolve) => (finish = resolve)));
		const stop = keepRenewed(seen.renew);
		await vi.advanceTimersByTimeAsync(20_000);
		stop();
		finish();
		await vi.advanceTimersByTimeAsync(24 * HOUR);
		expect(seen.calls).toBe(1);
	});
});
