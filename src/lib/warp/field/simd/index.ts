import { GRID } from '../../types.ts';
import { FLOW_WASM } from './bytes.ts';

/** Zero points around a plane, so that no tap of a cubic falls outside. As flow.wat has it. */
const BORDER = 2;
const SIDE = GRID + 2 * BORDER;
/** From one row's point to the next row's, in floats. */
export const STRIDE = 2 * SIDE;
const PLANE_BYTES = 4 * STRIDE * SIDE;
const FIRST_PLANE = 4096;
const PLANES = 4;
/** Holds a treatment's basis while it is added: four floats a point at most. */
const DATA = FIRST_PLANE + PLANES * PLANE_BYTES;
const PAGE = 65_536;

type Exports = {
	readonly addLinked: (to: number, data: number, points: number, factor: number) => void;
	readonly addSides: (
		to: number,
		data: number,
		points: number,
		right: number,
		left: number
	) => void;
	readonly turn: (v: number, a: number) => void;
	readonly start: (
		v: number,
		a: number,
		u: number,
		first: number,
		second: number,
		third: number
	) => void;
	readonly square: (u: number, next: number) => void;
};

/** A plane of (x, y) in cells: its address for flow.wat, and its floats (see `indexOf`). */
export type Plane = { readonly address: number; readonly data: Float32Array };

/** Where a lattice point's x stands in a plane; its y is the next float. */
export function indexOf(column: number, row: number): number {
	return (row + BORDER) * STRIDE + 2 * (column + BORDER);
}

let compiled: WebAssembly.Module | null = null;

/** flow.wat with a memory of its own: four planes and the extents of their rows. */
export class SimdFlow {
	readonly run: Exports;
	readonly planes: readonly Plane[];
	/** Per row the columns outside of which all planes are zero: [from, to). */
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly #data: Float32Array;

	constructor() {
		compiled ??= new WebAssembly.Module(
			Uint8Array.from(atob(FLOW_WASM), (char) => char.charCodeAt(0))
		);
		const bytes = DATA + 4 * 4 * GRID * GRID;
		const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
		const { exports } = new WebAssembly.Instance(compiled, { flow: { memory } });
		this.run = exports as Exports;
		const { buffer } = memory;
		this.from = new Int32Array(buffer, 0, GRID);
		this.to = new Int32Array(buffer, 4 * GRID, GRID);
		this.planes = Array.from({ length: PLANES }, (_, i) => {
			const address = FIRST_PLANE + i * PLANE_BYTES;
			return { address, data: new Float32Array(buffer, address, PLANE_BYTES / 4) };
		});
		this.#data = new Float32Array(buffer, DATA, 4 * GRID * GRID);
	}

	/** Copies a basis to where `addLinked` and `addSides` read it; returns its address. */
	take(data: Float32Array): number {
		this.#data.set(data);
		return DATA;
	}
}
