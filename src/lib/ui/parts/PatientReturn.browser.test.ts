import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { createStudio, type Studio } from '../../studio/index.ts';
import StudioReturn from '../../../../tests/support/StudioReturn.svelte';
import WithStudio from '../../../../tests/support/WithStudio.svelte';

let studio: Studio;

beforeEach(() => {
	studio = createStudio('test');
	studio.view.patient = true;
});

afterEach(() => {
	vi.useRealTimers();
	studio.dispose();
});

async function mark(): Promise<HTMLElement> {
	const screen = await render(WithStudio, { studio, body: StudioReturn });
	const button = screen.container.querySelector('button');
	if (button === null) throw new Error('no mark');
	return button;
}

function press(target: EventTarget, kind: string): void {
	target.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true, button: 0 }));
	flushSync();
}

describe('leaving patient view', () => {
	it('takes a long press on the corner mark', async () => {
		const target = await mark();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		press(target, 'pointerdown');
		vi.advanceTimersByTime(1400);
		expect(studio.view.patient).toBe(true);
		vi.advanceTimersByTime(200);
		expect(studio.view.patient).toBe(false);
	});

	it('keeps the finger that lifts from touching what stands there by then', async () => {
		const target = await mark();
		const beneath = document.createElement('button');
		document.body.append(beneath);
		const clicked = vi.fn();
		beneath.addEventListener('click', clicked);
		const click = (detail: number) =>
			beneath.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		press(target, 'pointerdown');
		vi.advanceTimersByTime(1600);
		press(beneath, 'pointerup');
		click(1);
		expect(clicked).not.toHaveBeenCalled();
		click(0);
		expect(clicked).toHaveBeenCalledTimes(1);
		press(beneath, 'pointerdown');
		press(beneath, 'pointerup');
		click(1);
		expect(clicked).toHaveBeenCalledTimes(2);
		beneath.remove();
	});

	it('is not done by taps, nor by holding the picture', async () => {
		const target = await mark();
		for (const kind of ['pointerdown', 'pointerup', 'pointerdown', 'pointerup']) {
			press(target, kind);
			if (kind === 'pointerup') target.dispatchEvent(new MouseEvent('click', { detail: 1 }));
		}
		expect(studio.view.patient).toBe(true);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		press(document.body, 'pointerdown');
		vi.advanceTimersByTime(5000);
		expect(studio.view.patient).toBe(true);
	});

	it('takes Escape twice', async () => {
		await mark();
		await userEvent.keyboard('{Escape}');
		expect(studio.view.patient).toBe(true);
		await userEvent.keyboard('{Escape}');
		expect(studio.view.patient).toBe(false);
	});

	it('takes the mark activated twice by keyboard', async () => {
		(await mark()).focus();
		await userEvent.keyboard('{Enter}');
		expect(studio.view.patient).toBe(true);
		await userEvent.keyboard('{Enter}');
		expect(studio.view.patient).toBe(false);
	});
});
