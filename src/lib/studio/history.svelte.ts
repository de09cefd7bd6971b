const LIMIT = 200;

/**
 * Undo and redo over immutable values. A gesture (a slider being dragged) previews many values and
 * settles once, so that one undo takes back the whole gesture.
 */
export class History<T> {
	#present: T = $state.raw() as T;
	#past: readonly T[] = $state.raw([]);
	#future: readonly T[] = $state.raw([]);
	/** The value before the gesture in progress. */
	#gestureStart: { readonly value: T } | null = null;
	readonly #onStep: (value: T) => void;
	readonly #allows: (value: T) => boolean;

	/**
	 * `onStep` hears each value that a step ends at: settled, undone or redone, not previewed. What
	 * `allows` refuses changes nothing.
	 */
	constructor(initial: T, onStep: (value: T) => void, allows: (value: T) => boolean = () => true) {
		this.#present = initial;
		this.#onStep = onStep;
		this.#allows = allows;
	}

	get present(): T {
		return this.#present;
	}

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** Shows a value that a gesture is still shaping. */
	preview(value: T): void {
		if (!this.#allows(value)) return;
		this.#gestureStart ??= { value: this.#present };
		this.#present = value;
	}

	/** Ends the gesture: its start becomes one step back. */
	settle(): void {
		if (this.#endGesture()) this.#onStep(this.#present);
	}

	change(value: T): void {
		this.#endGesture();
		this.preview(value);
		this.settle();
	}

	undo(): void {
		this.#endGesture();
		const value = this.#past.at(-1);
		if (value === undefined) return;
		this.#past = this.#past.slice(0, -1);
		this.#future = [this.#present, ...this.#future];
		this.#present = value;
		this.#onStep(value);
	}

	redo(): void {
		this.#endGesture();
		const [value, ...rest] = this.#future;
		if (value === undefined) return;
		this.#future = rest;
		this.#past = [...this.#past, this.#present];
		this.#present = value;
		this.#onStep(value);
	}

	/** Forgets everything: another photograph. */
	restart(value: T): void {
		this.#gestureStart = null;
		this.#past = [];
		this.#future = [];
		this.#present = value;
	}

	/** True when the gesture left something other than it found. */
	#endGesture(): boolean {
		const start = this.#gestureStart;
		this.#gestureStart = null;
		if (start === null || start.value === this.#present) return false;
		this.#past = [...this.#past, start.value].slice(-LIMIT);
		this.#future = [];
		return true;
	}
}
