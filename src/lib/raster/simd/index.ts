/** The filters' innermost loops in WebAssembly SIMD, on planes in a memory of their own. */
import type { Rect, Size } from '../../geometry/index.ts';
import { FILTERS_WASM } from './bytes.ts';

type Exports = {
	readonly blur: (
		from: number,
		to: number,
		width: number,
		height: number,
		stride: number,
		weights: number,
		reach: number,
		sums: number
	) => void;
	readonly sample: (
		from: number,
		fromStride: number,
		to: number,
		toStride: number,
		width: number,
		height: number,
		rowBegins: number,
		rows: number,
		columnBegins: number,
		columns: number,
		sums: number
	) => void;
	readonly dilate: (
		from: number,
		spans: number,
		to: number,
		width: number,
		height: number,
		stride: number,
		reach: number
	) => void;
	readonly raise: (to: number, from: number, bytes: number) => void;
	readonly negate: (at: number, bytes: number) => void;
	readonly multiply: (to: number, by: number, bytes: number) => void;
	readonly divide: (to: number, by: number, bytes: number, more: number) => void;
	readonly turn: (
		from: number,
		fromStride: number,
		to: number,
		toStride: number,
		width: number,
		height: number
	) => void;
	readonly extend: (
		at: number,
		width: number,
		height: number,
		stride: number,
		room: number
	) => void;
	readonly along: (
		from: number,
		fromStride: number,
		to: number,
		toStride: number,
		width: number,
		height: number,
		offsets: number,
		weights: number,
		reach: number
	) => void;
	readonly raiseToFlanked: (
		from: number,
		to: number,
		stride: number,
		rows: number,
		columns: number,
		near: number,
		step: number,
		part: number,
		share: number,
		most: number
	) => void;
};

/** A plane in the filters' memory: byte address, and bytes from one row to the next. */
export type Laid = Size & { readonly address: number; readonly stride: number };

/** Where a place's flanks are, and how their differences count. */
export type Flanks = {
	/** px, not whole. */
	readonly distance: number;
	/** Above and below, else left and right. */
	readonly isUpright: boolean;
	readonly share: number;
	readonly most: number;
};

/** A plane that lies elsewhere, row by row. */
type Values = Size & { readonly data: Float32Array };

/** Pixel i of the target is the weighted sum of the source's begins[i] … begins[i + 1] − 1 of `pixels`. */
export type Taps = {
	readonly begins: Int32Array;
	readonly pixels: Int32Array;
	readonly weights: Float32Array;
};

const PAGE = 65_536;
/** A row is worked on sixteen pixels at a time, and reached into up to three behind its end. */
const BLOCK = 16;
const BEHIND = 4;
const FLOAT = 4;

/**
 * One computation at a time: `begin`, `lay` what it starts from, filter, and `lift` what comes of it. What
 * was laid is gone with the next `begin`.
 */
export class Filters {
	readonly #run: Exports;
	readonly #memory = new WebAssembly.Memory({ initial: 1 });
	#floats = new Float32Array(this.#memory.buffer);
	/** Bytes that are taken. */
	#taken = 0;

	constructor() {
		const bytes = Uint8Array.from(atob(FILTERS_WASM), (char) => char.charCodeAt(0));
		const filters = { memory: this.#memory };
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { filters });
		this.#run = exports as Exports;
	}

	begin(): this {
		this.#taken = 0;
		return this;
	}

	/** What `work` lays is gone after it. */
	passing<T>(work: () => T): T {
		const taken = this.#taken;
		const done = work();
		this.#taken = taken;
		return done;
	}

	/** A copy of a plane's part within `rect` (whole pixels inside it), with room at the ends of its rows. */
	lay({ width, data }: Values, { x, y, ...size }: Rect, room = 0): Laid {
		const laid = this.#room(size, room);
		const { address, stride, height } = laid;
		for (let row = 0; row < height; row++) {
			const from = (y + row) * width + x;
			this.#floats.set(data.subarray(from, from + size.width), (address + row * stride) / FLOAT);
		}
		return laid;
	}

	/** Copies what was laid to where `rect`, of the same size, lies in a plane. */
	lift({ address, stride, width, height }: Laid, { width: whole, data }: Values, rect: Rect): void {
		for (let row = 0; row < height; row++) {
			const from = (address + row * stride) / FLOAT;
			data.set(this.#floats.subarray(from, from + width), (rect.y + row) * whole + rect.x);
		}
	}

	/** Symmetric weights, the middle one first, down and across; the border repeats. */
	blur(from: Laid, weights: Float64Array): Laid {
		const { width, height, stride } = from;
		const reach = weights.length - 1;
		const table = this.#take(weights.length);
		const sums = this.#take(stride / FLOAT + 2 * reach + BLOCK);
		const to = this.#room(from);
		this.#floats.set(weights, table / FLOAT);
		this.#run.blur(from.address, to.address, width, height, stride, table, reach, sums);
		return to;
	}

	/** At another size: `rows` and `columns` say of what each row and column is made. */
	sample(from: Laid, rows: Taps, columns: Taps): Laid {
		const size = { width: columns.begins.length - 1, height: rows.begins.length - 1 };
		const [rowBegins, rowTaps] = this.#layTaps(rows, from.stride);
		const [columnBegins, columnTaps] = this.#layTaps(columns, FLOAT);
		const sums = this.#take(from.stride / FLOAT);
		const to = this.#room(size);
		this.#run.sample(
			...([from.address, from.stride, to.address, to.stride, size.width, size.height] as const),
			...([rowBegins, rowTaps, columnBegins, columnTaps, sums] as const)
		);
		return to;
	}

	/** The largest value within a disc. Behind its rows `from` has less than any value from then on. */
	dilate(from: Laid, reach: number): Laid {
		this.#endRows(from);
		const [spans, to] = [this.#copied(from), this.#copied(from)];
		const { address, width, height, stride } = from;
		this.#run.dilate(address, spans.address, to.address, width, height, stride, reach);
		return to;
	}

	/** Rows become columns; with room at the ends of the new rows. */
	turn(from: Laid, room = 0): Laid {
		const { address, stride, width, height } = from;
		const to = this.#room({ width: height, height: width }, room);
		this.#run.turn(address, stride, to.address, to.stride, width, height);
		return to;
	}

	/** Repeats the ends of the rows into the `room` that they were laid with, px. */
	extend({ address, stride, width, height }: Laid, room: number): void {
		this.#run.extend(address, width, height, stride, FLOAT * room);
	}

	/**
	 * Symmetric weights, the middle one first, along lines that lie `offsets` (px, one for each row) farther
	 * to the right in each row. `from` is extended by what lines stray within the weights' reach.
	 */
	along(from: Laid, offsets: Int32Array, weights: Float64Array): Laid {
		const { address, stride, width, height } = from;
		const table = this.#take(weights.length);
		const places = this.#take(offsets.length);
		const to = this.#room(from);
		this.#floats.set(weights, table / FLOAT);
		const bytes = offsets.map((offset) => FLOAT * offset);
		new Int32Array(this.#memory.buffer).set(bytes, places / FLOAT);
		this.#run.along(
			...([address, stride, to.address, to.stride, width, height] as const),
			...([places, table, weights.length - 1] as const)
		);
		return to;
	}

	/**
	 * Raises `to` to how much darker each place is than both its flanks, which lie `distance` px above and
	 * below it, or left and right. The smaller difference, a `share` of what the larger one is more, and
	 * never more than `most` times the smaller one.
	 */
	raiseToFlanked(from: Laid, to: Laid, { distance, isUpright, share, most }: Flanks): void {
		const near = Math.floor(distance);
		const margin = near + 1;
		const { stride } = from;
		const rows = from.height - (isUpright ? 2 * margin : 0);
		const columns = from.width - (isUpright ? 0 : 2 * margin);
		if (rows < 1 || columns < 4) return;
		const step = isUpright ? stride : FLOAT;
		const first = margin * step;
		this.#run.raiseToFlanked(
			...([from.address + first, to.address + first, stride, rows, columns] as const),
			...([near * step, step, distance - near, share, most] as const)
		);
	}

	/** Nothing yet. */
	empty(size: Size): Laid {
		const laid = this.#room(size);
		const start = laid.address / FLOAT;
		this.#floats.fill(0, start, start + (laid.stride / FLOAT) * laid.height);
		return laid;
	}

	/** Raises each value to that of another plane of the same size. */
	raise(laid: Laid, to: Laid): void {
		this.#run.raise(laid.address, to.address, laid.stride * laid.height);
	}

	/** Changes the sign of each value. */
	negate(laid: Laid): void {
		this.#run.negate(laid.address, laid.stride * laid.height);
	}

	/** Multiplies by another plane of the same size. */
	multiply(laid: Laid, by: Laid): void {
		this.#run.multiply(laid.address, by.address, laid.stride * laid.height);
	}

	/** Divides by another plane of the same size and something more. */
	divide(laid: Laid, by: Laid, more: number): void {
		this.#run.divide(laid.address, by.address, laid.stride * laid.height, more);
	}

	#endRows({ address, stride, width, height }: Laid): void {
		for (let row = 0; row < height; row++) {
			const start = (address + row * stride) / FLOAT;
			this.#floats.fill(-Infinity, start + width, start + width + BEHIND);
		}
	}

	#copied(from: Laid): Laid {
		const to = this.#room(from);
		const start = from.address / FLOAT;
		const end = start + (from.stride / FLOAT) * from.height;
		this.#floats.copyWithin(to.address / FLOAT, start, end);
		return to;
	}

	/** Two addresses: where each one's taps begin, and the taps, their distances in steps of `step` bytes. */
	#layTaps({ begins, pixels, weights }: Taps, step: number): readonly [number, number] {
		const places = [this.#take(begins.length), this.#take(2 * pixels.length)] as const;
		const integers = new Int32Array(this.#memory.buffer);
		integers.set(begins, places[0] / FLOAT);
		for (let at = places[1] / FLOAT, k = 0; k < pixels.length; k++, at += 2) {
			integers[at] = step * pixels[k]!;
			this.#floats[at + 1] = weights[k]!;
		}
		return places;
	}

	/** With `room` px before and behind each row. */
	#room({ width, height }: Size, room = 0): Laid {
		const floats = BLOCK * Math.ceil((width + 2 * room + BEHIND) / BLOCK);
		const address = this.#take(floats * height) + FLOAT * room;
		return { width, height, address, stride: FLOAT * floats };
	}

	/** Address of so many floats, and of as many more as a block reaches too far. */
	#take(floats: number): number {
		const address = this.#taken;
		this.#taken += FLOAT * BLOCK * Math.ceil((floats + BLOCK) / BLOCK);
		const missing = this.#taken - this.#memory.buffer.byteLength;
		if (missing > 0) {
			this.#memory.grow(Math.ceil(missing / PAGE));
			this.#floats = new Float32Array(this.#memory.buffer);
		}
		return address;
	}
}

let made: Filters | null = null;

/** The filters with nothing laid. */
export function filters(): Filters {
	made ??= new Filters();
	return made.begin();
}
