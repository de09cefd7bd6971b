import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AutoLock } from './auto-lock.ts';

let locked: number;
let auto: AutoLock;
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	locked = 0;
	auto = new AutoLock(() => {
		locked += 1;
		stop();
	});
	stop = auto.start();
});

afterEach(() => {
	stop();
	vi.useRealTimers();
});

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);

describe('locking by itself', () => {
	it('waits five minutes from the last touch', () => {
		minutes(4);
		auto.touched();
		minutes(4.9);
		expect(locked).toBe(0);
		minutes(0.2);
		expect(locked).toBe(1);
	});

	it('waits as long as was chosen', () => {
		auto.minutes = 1;
		minutes(1.1);
		expect(locked).toBe(1);
	});

	it('locks after a minute out of sight, and not before', () => {
		auto.seen(false);
		minutes(0.9);
		auto.seen(true);
		minutes(0.5);
		expect(locked).toBe(0);
		auto.seen(false);
		minutes(1.1);
		expect(locked).toBe(1);
	});

	it('locks on waking from a sleep in which no timer ran', () => {
		vi.setSystemTime(Date.now() + 6 * 60_000);
		auto.touched();
		expect(locked).toBe(1);
	});

	it('waits while a patient is looking, and locks when the clinician is back', () => {
		auto.hold(true);
		minutes(20);
		auto.touched();
		expect(locked).toBe(0);
		auto.hold(false);
		expect(locked).toBe(1);
	});

	it('does not lock on the way back from a patient who has just touched the picture', () => {
		auto.hold(true);
		minutes(3);
		auto.touched();
		minutes(3);
		auto.hold(false);
		expect(locked).toBe(0);
	});
});
