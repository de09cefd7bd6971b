import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vec2 } from '../../geometry/index.ts';
import { stageGestures, type StageActions } from './gestures.ts';

let stage: HTMLElement;
let stop: () => void;
let seen: string[];
let graspable: boolean;

const round = ([x, y]: Vec2) => `${Math.round(x)},${Math.round(y)}`;
const actions: StageActions = {
	tap: (point) => seen.push(`tap ${round(point)}`),
	doubleTap: (point) => seen.push(`double ${round(point)}`),
	hold: (isHeld) => seen.push(`hold ${isHeld}`),
	pan: (dx, dy) => seen.push(`pan ${round([dx, dy])}`),
	zoomAbout: (point, factor) => seen.push(`zoom ${round(point)} ${factor.toFixed(2)}`),
	undo: () => seen.push('undo'),
	redo: () => seen.push('redo'),
	grab: () => graspable,
	drag: (point) => seen.push(`drag ${round(point)}`),
	release: (isAbandoned) => seen.push(isAbandoned ? 'abandon' : 'release')
};

beforeEach(() => {
	stage = document.createElement('div');
	Object.assign(stage.style, { position: 'fixed', inset: '0', width: '400px', height: '400px' });
	document.body.append(stage);
	// A finger that exists only as an event cannot be captured.
	stage.setPointerCapture = () => undefined;
	seen = [];
	graspable = false;
	stop = stageGestures(
		() => actions,
		() => 2
	)(stage);
});

afterEach(() => {
	stop();
	stage.remove();
});

function finger(pointerId: number) {
	const send = (type: string) => (clientX: number, clientY: number) =>
		stage.dispatchEvent(
			new PointerEvent(type, { pointerId, clientX, clientY, button: 0, bubbles: true })
		);
	return { down: send('pointerdown'), move: send('pointermove'), up: send('pointerup') };
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe('gestures on the stage', () => {
	it('read a tap where the finger came down, in stage pixels', () => {
		const one = finger(1);
		one.down(100, 50);
		one.up(101, 50);
		expect(seen).toEqual(['tap 200,100']);
	});

	it('hold after a moment without movement, until the finger lifts', async () => {
		const one = finger(1);
		one.down(100, 50);
		await pause(500);
		one.up(100, 50);
		expect(seen).toEqual(['hold true', 'hold false']);
	});

	it('pan by what the finger moves, and neither tap nor hold then', async () => {
		const one = finger(1);
		one.down(100, 50);
		one.move(120, 50);
		one.move(125, 52);
		await pause(500);
		one.up(125, 52);
		expect(seen).toEqual(['pan 40,0', 'pan 10,4']);
	});

	it('tell a double tap from a double tap that drags to zoom', () => {
		const one = finger(1);
		const tap = () => {
			one.down(100, 100);
			one.up(100, 100);
		};
		tap();
		tap();
		expect(seen).toEqual(['tap 200,200', 'double 200,200']);
		seen = [];
		tap();
		one.down(100, 100);
		one.move(100, 150);
		one.up(100, 150);
		expect(seen).toEqual(['tap 200,200', 'zoom 200,200 1.65']);
	});

	it('undo with two fingers, redo with three', () => {
		const fingers = [1, 2, 3].map(finger);
		const tap = (count: number) => {
			const used = fingers.slice(0, count);
			used.forEach(({ down }, index) => down(100 + 60 * index, 100));
			used.forEach(({ up }, index) => up(100 + 60 * index, 100));
		};
		tap(2);
		tap(3);
		expect(seen).toEqual(['undo', 'redo']);
	});

	it('pinch about the middle of two fingers without undoing', () => {
		const [one, two] = [finger(1), finger(2)];
		one.down(100, 100);
		two.down(200, 100);
		two.move(300, 100);
		one.up(100, 100);
		two.up(300, 100);
		expect(seen).toEqual(['pan 100,0', 'zoom 400,200 2.00']);
	});

	it('ends a hold when a second finger comes', async () => {
		const [one, two] = [finger(1), finger(2)];
		one.down(100, 100);
		await pause(500);
		two.down(200, 100);
		one.up(100, 100);
		two.up(200, 100);
		expect(seen).toEqual(['hold true', 'hold false']);
	});

	it('drags what it took hold of', () => {
		graspable = true;
		const one = finger(1);
		one.down(100, 100);
		one.move(103, 100);
		one.up(103, 100);
		expect(seen).toEqual(['drag 206,200', 'release']);
	});

	it('abandons what it took hold of where a second finger comes at once', () => {
		graspable = true;
		const [one, two] = [finger(1), finger(2)];
		one.down(100, 100);
		two.down(200, 100);
		one.up(100, 100);
		two.up(200, 100);
		expect(seen).toEqual(['abandon', 'undo']);
	});

	it('lets go of it where a second finger comes later', async () => {
		graspable = true;
		const [one, two] = [finger(1), finger(2)];
		one.down(100, 100);
		one.move(130, 100);
		await pause(500);
		two.down(200, 100);
		one.up(130, 100);
		two.up(200, 100);
		expect(seen).toEqual(['drag 260,200', 'release']);
	});

	it('zooms with the wheel and keeps the page where it is', () => {
		const event = new WheelEvent('wheel', {
			deltaY: -200,
			clientX: 10,
			clientY: 20,
			cancelable: true
		});
		stage.dispatchEvent(event);
		expect(event.defaultPrevented).toBe(true);
		expect(seen).toEqual(['zoom 20,40 1.49']);
	});
});
