import type { Vec2 } from '../../geometry/index.ts';

/** What fingers, mouse and wheel do on the photograph; points in stage pixels. */
export type StageActions = {
	readonly tap: (point: Vec2) => void;
	readonly doubleTap: (point: Vec2) => void;
	readonly hold: (isHeld: boolean) => void;
	readonly pan: (dx: number, dy: number) => void;
	readonly zoomAbout: (point: Vec2, factor: number) => void;
	readonly undo: () => void;
	readonly redo: () => void;
	/** Takes hold of something under the point; false when there is nothing. */
	readonly grab: (point: Vec2) => boolean;
	readonly drag: (point: Vec2) => void;
	/** `isAbandoned`: at once another finger made it another gesture. */
	readonly release: (isAbandoned: boolean) => void;
};

type Mode = 'idle' | 'pending' | 'held' | 'pan' | 'second-tap' | 'zoom-drag' | 'several' | 'grab';
type Finger = { readonly start: Vec2; readonly now: Vec2 };

const HOLD_MS = 320;
const TAP_MS = 350;
const SLOP = 9;
const DOUBLE_TAP_REACH = 40;

function between(a: Vec2, b: Vec2): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function middle(a: Vec2, b: Vec2): Vec2 {
	return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Recognises the gestures of one element. `ratio` is stage pixels per CSS pixel. */
export function stageGestures(actions: () => StageActions, ratio: () => number) {
	return (element: HTMLElement): (() => void) => {
		const recogniser = new Recogniser(element, actions, ratio);
		const listening = new AbortController();
		const { signal } = listening;
		type PointerKind = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel';
		const on = (kind: PointerKind, act: (event: PointerEvent) => void) =>
			element.addEventListener(kind, act, { signal });
		on('pointerdown', (event) => recogniser.down(event));
		on('pointermove', (event) => recogniser.move(event));
		on('pointerup', (event) => recogniser.up(event));
		on('pointercancel', (event) => recogniser.cancel(event));
		element.addEventListener('wheel', (event) => recogniser.wheel(event), {
			signal,
			passive: false
		});
		return () => {
			recogniser.stop();
			listening.abort();
		};
	};
}

class Recogniser {
	readonly #element: HTMLElement;
	readonly #actions: () => StageActions;
	readonly #ratio: () => number;
	readonly #fingers = new Map<number, Finger>();
	#mode: Mode = 'idle';
	#since = 0;
	#most = 0;
	#moved = false;
	#lastTap: { readonly at: Vec2; readonly time: number } | null = null;
	#holdTimer: ReturnType<typeof setTimeout> | undefined;

	constructor(element: HTMLElement, actions: () => StageActions, ratio: () => number) {
		this.#element = element;
		this.#actions = actions;
		this.#ratio = ratio;
	}

	down(event: PointerEvent): void {
		if (event.button !== 0) return;
		this.#element.setPointerCapture(event.pointerId);
		const at = this.#point(event);
		this.#fingers.set(event.pointerId, { start: at, now: at });
		if (this.#fingers.size > 1) {
			this.#several(event.timeStamp);
			return;
		}
		this.#since = event.timeStamp;
		this.#most = 1;
		this.#moved = false;
		if (this.#actions().grab(at)) this.#mode = 'grab';
		else if (this.#isSecondTap(at, event.timeStamp)) this.#mode = 'second-tap';
		else this.#await();
	}

	move(event: PointerEvent): void {
		const finger = this.#fingers.get(event.pointerId);
		if (finger === undefined) return;
		const now = this.#point(event);
		const before = [...this.#fingers.values()];
		this.#fingers.set(event.pointerId, { start: finger.start, now });
		const slipped = between(finger.start, now) > SLOP * this.#ratio();
		if (this.#mode === 'several') this.#pinch(before, slipped);
		else this.#moveOne(finger, now, slipped);
	}

	up(event: PointerEvent): void {
		const finger = this.#fingers.get(event.pointerId);
		if (finger === undefined) return;
		this.#fingers.delete(event.pointerId);
		if (this.#fingers.size > 0) return;
		this.#end(finger.now, event.timeStamp);
	}

	cancel(event: PointerEvent): void {
		this.#fingers.delete(event.pointerId);
		if (this.#fingers.size === 0) this.#leave();
	}

	wheel(event: WheelEvent): void {
		event.preventDefault();
		const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
		const speed = event.ctrlKey ? 0.01 : 0.002;
		const factor = Math.exp(-event.deltaY * pixels * speed);
		this.#actions().zoomAbout(this.#point(event), factor);
	}

	stop(): void {
		clearTimeout(this.#holdTimer);
	}

	#point(event: MouseEvent): Vec2 {
		const box = this.#element.getBoundingClientRect();
		const ratio = this.#ratio();
		return [(event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio];
	}

	#isSecondTap(at: Vec2, time: number): boolean {
		const last = this.#lastTap;
		return (
			last !== null &&
			time - last.time < TAP_MS &&
			between(last.at, at) < DOUBLE_TAP_REACH * this.#ratio()
		);
	}

	#await(): void {
		this.#mode = 'pending';
		this.#holdTimer = setTimeout(() => {
			this.#mode = 'held';
			this.#actions().hold(true);
		}, HOLD_MS);
	}

	#several(time: number): void {
		clearTimeout(this.#holdTimer);
		if (this.#mode === 'held') this.#actions().hold(false);
		const isLate = time - this.#since > TAP_MS;
		if (this.#mode === 'grab') this.#actions().release(!isLate);
		if (isLate) this.#moved = true;
		this.#mode = 'several';
		this.#most = Math.max(this.#most, this.#fingers.size);
	}

	#moveOne({ start, now: before }: Finger, now: Vec2, slipped: boolean): void {
		if (this.#mode === 'grab') this.#actions().drag(now);
		if (this.#mode === 'pending' && slipped) {
			clearTimeout(this.#holdTimer);
			this.#mode = 'pan';
		}
		if (this.#mode === 'second-tap' && slipped) this.#mode = 'zoom-drag';
		if (this.#mode === 'pan') this.#actions().pan(now[0] - before[0], now[1] - before[1]);
		if (this.#mode === 'zoom-drag') {
			const factor = Math.exp(((now[1] - before[1]) / this.#ratio()) * 0.01);
			this.#actions().zoomAbout(start, factor);
		}
	}

	#pinch(before: readonly Finger[], slipped: boolean): void {
		this.#moved ||= slipped;
		const after = [...this.#fingers.values()];
		const [a, b] = before;
		const [c, d] = after;
		if (!this.#moved || !a || !b || !c || !d) return;
		const from = middle(a.now, b.now);
		const to = middle(c.now, d.now);
		const spread = between(a.now, b.now);
		this.#actions().pan(to[0] - from[0], to[1] - from[1]);
		if (spread > 0) this.#actions().zoomAbout(to, between(c.now, d.now) / spread);
	}

	#end(at: Vec2, time: number): void {
		const mode = this.#mode;
		const isTap = mode === 'pending';
		const wasQuick = time - this.#since < TAP_MS && !this.#moved;
		if (mode === 'several' && wasQuick) {
			if (this.#most === 2) this.#actions().undo();
			else this.#actions().redo();
		}
		this.#leave();
		if (isTap) {
			this.#lastTap = { at, time };
			this.#actions().tap(at);
		}
		if (mode === 'second-tap') {
			this.#lastTap = null;
			this.#actions().doubleTap(at);
		}
	}

	#leave(): void {
		clearTimeout(this.#holdTimer);
		if (this.#mode === 'held') this.#actions().hold(false);
		if (this.#mode === 'grab') this.#actions().release(false);
		this.#mode = 'idle';
	}
}
