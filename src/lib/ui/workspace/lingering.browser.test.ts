import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lingering } from './lingering.ts';

const STAYS = 7000;

let notice: HTMLElement;
let button: HTMLElement;
let leave: ReturnType<typeof vi.fn<() => void>>;
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	notice = document.createElement('div');
	button = document.createElement('button');
	notice.append(button);
	document.body.append(notice);
	leave = vi.fn<() => void>();
	stop = lingering(STAYS, leave)(notice);
});

afterEach(() => {
	stop();
	notice.remove();
	vi.useRealTimers();
});

function pointer(kind: string, pointerType: string): void {
	notice.dispatchEvent(new PointerEvent(kind, { pointerType }));
}

describe('what goes by itself', () => {
	it('goes after a while', () => {
		vi.advanceTimersByTime(STAYS - 1);
		expect(leave).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(leave).toHaveBeenCalledTimes(1);
	});

	it('stays while it has the focus, and as long again', () => {
		button.focus();
		vi.advanceTimersByTime(10 * STAYS);
		expect(leave).not.toHaveBeenCalled();
		button.blur();
		vi.advanceTimersByTime(STAYS - 1);
		expect(leave).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(leave).toHaveBeenCalledTimes(1);
	});

	it('stays while the mouse is over it, even when the focus goes meanwhile', () => {
		pointer('pointerenter', 'mouse');
		button.focus();
		button.blur();
		vi.advanceTimersByTime(10 * STAYS);
		expect(leave).not.toHaveBeenCalled();
		pointer('pointerleave', 'mouse');
		vi.advanceTimersByTime(STAYS);
		expect(leave).toHaveBeenCalledTimes(1);
	});

	it('starts anew where a finger touched it', () => {
		vi.advanceTimersByTime(STAYS - 1);
		pointer('pointerenter', 'touch');
		vi.advanceTimersByTime(STAYS - 1);
		expect(leave).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(leave).toHaveBeenCalledTimes(1);
	});

	it('is silent once it is gone', () => {
		stop();
		vi.advanceTimersByTime(STAYS);
		expect(leave).not.toHaveBeenCalled();
	});
});
