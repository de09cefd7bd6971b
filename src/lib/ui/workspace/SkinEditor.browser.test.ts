import { flushSync } from 'svelte';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import graceHopper from '../../../../tests/fixtures/grace-hopper.jpg?url';
import WithStudio from '../../../../tests/support/WithStudio.svelte';
import { createStudio, type Studio } from '../../studio/index.ts';
import Stage from './Stage.svelte';

let studio: Studio;
let stage: HTMLElement;

beforeAll(async () => {
	// The stage loads them when they are taken, which takes its time here.
	await import('./editing-tools.ts');
	studio = createStudio('test');
	const photo = await (await fetch(graceHopper)).blob();
	expect(await studio.openSample(photo)).toBe(true);
}, 60_000);

beforeEach(async () => {
	const screen = await render(WithStudio, { studio, body: Stage });
	stage = screen.getByRole('application').element() as HTMLElement;
	Object.assign(stage.style, { position: 'fixed', inset: '0', width: '400px', height: '400px' });
	// A finger that exists only as an event cannot be captured.
	stage.setPointerCapture = () => undefined;
	await expect.poll(() => studio.view.stage.height).toBeGreaterThan(0);
	studio.view.reset();
	studio.view.held = false;
	studio.marking.clear();
	studio.marking.active = true;
	await expect.poll(() => screen.getByRole('status').query()).not.toBeNull();
});

afterAll(() => studio.dispose());

function finger(pointerId: number) {
	const send = (type: string) => (clientX: number, clientY: number) => {
		const at = { pointerId, clientX, clientY, button: 0, bubbles: true, pointerType: 'touch' };
		stage.dispatchEvent(new PointerEvent(type, at));
		flushSync();
	};
	return { down: send('pointerdown'), move: send('pointermove'), up: send('pointerup') };
}

const strokes = () => studio.history.present.marks.strokes;
const isOutlined = () => stage.querySelectorAll('mask path').length > 0;

describe('marking the skin', () => {
	it('draws by one finger, and shows where', () => {
		const one = finger(1);
		one.down(180, 220);
		for (let k = 1; k <= 10; k++) one.move(180 + 4 * k, 220);
		expect(isOutlined()).toBe(true);
		one.up(220, 220);
		expect(strokes()).toHaveLength(1);
		expect(strokes()[0]?.points.length).toBeGreaterThan(2);
		studio.marking.active = false;
		flushSync();
		expect(isOutlined()).toBe(false);
	});

	it('zooms by two fingers, and draws nothing', () => {
		const [one, two] = [finger(1), finger(2)];
		const before = studio.view.transform?.scale ?? 0;
		one.down(150, 200);
		two.down(250, 200);
		two.move(350, 200);
		one.up(150, 200);
		two.up(350, 200);
		expect(studio.view.transform?.scale).toBeGreaterThan(before);
		expect(strokes()).toEqual([]);
	});

	it('hides the marks while the photograph is looked at', () => {
		const one = finger(1);
		one.down(200, 200);
		one.up(200, 200);
		studio.view.held = true;
		flushSync();
		expect(isOutlined()).toBe(false);
	});

	it('moves a brush by the arrow keys, uses it by Space, and says so', async () => {
		stage.focus();
		await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
		await userEvent.keyboard(' ');
		expect(strokes()).toHaveLength(1);
		expect(studio.view.held).toBe(false);
		expect(stage.querySelector('[role="status"]')?.textContent).toMatch(/across.*1 mark$/);
	});
});
