/**
 * Memory for planes that live no longer than a computation. A new plane of half a million values can
 * cost ten times what is done with it, because the system hands memory over page by page; so the planes
 * of one computation are laid where those of the one before were.
 */

/** Room for four planes of a whole face, bytes. */
const CHUNK_BYTES = 2 ** 23;
const ALIGNMENT = 8;

type Floats = Float32Array<ArrayBuffer>;
type Place = { readonly chunk: number; readonly offset: number };

const START: Place = { chunk: 0, offset: 0 };

function orderOf({ chunk, offset }: Place): number {
	return chunk * 2 ** 32 + offset;
}

/** Chunks of memory that are filled one behind the other. */
class Arena {
	readonly #chunks: ArrayBuffer[] = [];
	#place = START;

	get place(): Place {
		return this.#place;
	}

	/** What was laid from there on may be written over. */
	returnTo(place: Place): void {
		this.#place = place;
	}

	/** Holds whatever was there before. */
	take(length: number): Floats {
		const bytes = Math.ceil((4 * length) / ALIGNMENT) * ALIGNMENT;
		let { chunk, offset } = this.#place;
		for (;;) {
			const buffer = (this.#chunks[chunk] ??= new ArrayBuffer(Math.max(CHUNK_BYTES, bytes)));
			if (offset + bytes <= buffer.byteLength) {
				this.#place = { chunk, offset: offset + bytes };
				return new Float32Array(buffer, offset, length);
			}
			[chunk, offset] = [chunk + 1, 0];
		}
	}

	/** Ascending as `take` gave them; null for what has memory of its own. */
	orderOf({ buffer, byteOffset }: Floats): number | null {
		const chunk = this.#chunks.indexOf(buffer);
		return chunk < 0 ? null : orderOf({ chunk, offset: byteOffset });
	}
}

/** Where the planes of the computation that is under way are laid; null: each has memory of its own. */
let current: Arena | null = null;
/** Between computations whoever is short of memory may have it. */
let resting: WeakRef<Arena> | null = null;

/** Zeros for a plane. */
export function zeros(length: number): Floats {
	return current === null ? new Float32Array(length) : current.take(length).fill(0);
}

/** Values for a plane that is written over whole. */
export function unwritten(length: number): Floats {
	return current === null ? new Float32Array(length) : current.take(length);
}

/**
 * Runs a computation whose planes are given up at its end, but for those in the plain objects and arrays
 * that it returns. It keeps none elsewhere and returns no instance of a class that holds one.
 */
export function scratched<T>(work: () => T): T {
	return computed(work, current);
}

/** The same within another computation, for what is kept beyond that: it gets memory of its own. */
export function lasting<T>(work: () => T): T {
	return computed(work, null);
}

function computed<T>(work: () => T, receiver: Arena | null): T {
	const outer = current;
	const arena = outer ?? resting?.deref() ?? new Arena();
	const { place } = arena;
	current = arena;
	try {
		const result = work();
		arena.returnTo(place);
		current = receiver;
		// What lies before this place is the receiver's already.
		return handedOver(result, arena, receiver === null ? START : place);
	} catch (error) {
		arena.returnTo(place);
		throw error;
	} finally {
		current = outer;
		if (outer === null) resting = new WeakRef(arena);
	}
}

/** The same with what lies in the arena from a place on copied to where planes are laid now. */
function handedOver<T>(result: T, arena: Arena, from: Place): T {
	const laid = new Map<Floats, number>();
	collect(result, (floats) => {
		const order = arena.orderOf(floats);
		if (order !== null && order >= orderOf(from)) laid.set(floats, order);
	});
	if (laid.size === 0) return result;
	const copies = new Map<unknown, Floats>();
	// In their order none is written over before it was copied.
	for (const [floats] of [...laid].sort(([, a], [, b]) => a - b)) {
		const copy = current === null ? new Float32Array(floats.length) : current.take(floats.length);
		copy.set(floats);
		copies.set(floats, copy);
	}
	return replaced(result, copies) as T;
}

function collect(value: unknown, visit: (floats: Floats) => void): void {
	if (value instanceof Float32Array) visit(value as Floats);
	else if (isCompound(value)) for (const part of Object.values(value)) collect(part, visit);
}

function replaced(value: unknown, copies: ReadonlyMap<unknown, Floats>): unknown {
	const copy = copies.get(value);
	if (copy !== undefined) return copy;
	if (Array.isArray(value)) return value.map((part) => replaced(part, copies));
	if (!isCompound(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [key, replaced(part, copies)])
	);
}

function isCompound(value: unknown): value is object {
	if (typeof value !== 'object' || value === null) return false;
	return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
