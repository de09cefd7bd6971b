import type { Vec2 } from '../../geometry/index.ts';
import { GRID, SQUARINGS, type Field } from '../types.ts';
import type { Basis } from './basis.ts';
import { sampleLattice } from './cubic.ts';
import type { Lattice } from './grid.ts';
import { indexOf, SimdFlow, STRIDE, type Plane } from './simd/index.ts';

/** Of the squarings, those that one series stands for. */
const SERIES = 3;

/**
 * The velocity of one step and what is needed to exponentiate it. Planes are (x, y) in CELLS per unit
 * time or in cells, as `indexOf` places them. Only points between `from[row]` and `to[row]`
 * (exclusive) may have a velocity: a point without one never moves, so the exponentials are zero
 * wherever the velocity is.
 */
export class Flow {
	readonly #simd = new SimdFlow();
	readonly #velocity = this.#simd.planes[0]!;
	readonly #turn = this.#simd.planes[1]!;
	readonly #ping = this.#simd.planes[2]!;
	readonly #pong = this.#simd.planes[3]!;

	get velocity(): Float32Array {
		return this.#velocity.data;
	}

	clear(): void {
		const { planes, from, to } = this.#simd;
		for (const { data } of planes) data.fill(0);
		from.fill(GRID);
		to.fill(0);
	}

	/** Adds a treatment's velocity. A basis with one slider takes `right` alone. */
	add(basis: Basis, right: number, left: number): void {
		const { run, from: froms, to: tos } = this.#simd;
		const linked = basis.columns === 2 || right === left;
		const data = this.#simd.take(linked ? basis.linked : basis.data);
		const pointBytes = linked ? 8 : 16;
		for (let row = 0; row < basis.height; row++) {
			const from = basis.from[row]!;
			const to = basis.to[row]!;
			if (from >= to) continue;
			const line = basis.y + row;
			if (from < froms[line]!) froms[line] = from;
			if (to > tos[line]!) tos[line] = to;
			const source = data + (row * basis.width + from - basis.x) * pointBytes;
			const target = this.#velocity.address + 4 * indexOf(from, line);
			if (linked) run.addLinked(target, source, to - from, right);
			else run.addSides(target, source, to - from, right, left);
		}
	}

	/**
	 * Where the velocity times `amount` carries a point in unit time, as displacement in cells, by
	 * Runge and Kutta's fourth-order method on the interpolated velocity.
	 */
	carry(column: number, row: number, amount: number): Vec2 {
		const { velocity } = this;
		const h = amount / CARRY_STEPS;
		const s = SAMPLE;
		let x = column;
		let y = row;
		for (let step = 0; step < CARRY_STEPS; step++) {
			sampleLattice(velocity, x, y, s);
			const ax = s[0]!;
			const ay = s[1]!;
			sampleLattice(velocity, x + 0.5 * h * ax, y + 0.5 * h * ay, s);
			const bx = s[0]!;
			const by = s[1]!;
			sampleLattice(velocity, x + 0.5 * h * bx, y + 0.5 * h * by, s);
			const cx = s[0]!;
			const cy = s[1]!;
			sampleLattice(velocity, x + h * cx, y + h * cy, s);
			x += (h / 6) * (ax + 2 * bx + 2 * cx + s[0]!);
			y += (h / 6) * (ay + 2 * by + 2 * cy + s[1]!);
		}
		return [x - column, y - row];
	}

	/**
	 * exp(±v) − id in cells; valid until the next call. Scaling and squaring, whose first squarings are
	 * one series in v, (v·∇)v and (v·∇)(v·∇)v: n Euler steps of v/2^SQUARINGS, of which the terms of
	 * fourth order are left out (0.01 px at 12 px/mm).
	 */
	integrate(sign: 1 | -1): Float32Array {
		const { run } = this.#simd;
		const [v, a] = [this.#velocity.address, this.#turn.address];
		let [u, next]: [Plane, Plane] = [this.#ping, this.#pong];
		const n = 2 ** SERIES;
		const h = sign * 2 ** (SERIES - SQUARINGS);
		run.turn(v, a);
		run.start(
			v,
			a,
			u.address,
			h,
			((h * h) / 2) * (1 - 1 / n),
			((h * h * h) / 6) * (1 - 1 / n) * (1 - 2 / n)
		);
		for (let k = SERIES; k < SQUARINGS; k++) {
			run.square(u.address, next.address);
			[u, next] = [next, u];
		}
		return u.data;
	}

	/**
	 * Smallest Jacobian determinant of id + u by central differences at the lattice's points, and the
	 * point where it stands. 1 where nothing moves.
	 */
	smallestJacobian(u: Float32Array): {
		readonly value: number;
		readonly column: number;
		readonly row: number;
	} {
		const { from: froms, to: tos } = this.#simd;
		let value = 1;
		let [column, row] = [0, 0];
		for (let y = 1; y < GRID - 1; y++) {
			const from = Math.min(froms[y - 1]!, froms[y]! - 1, froms[y + 1]!);
			const to = Math.max(tos[y - 1]!, tos[y]! + 1, tos[y + 1]!);
			for (let x = Math.max(1, from); x < Math.min(GRID - 1, to); x++) {
				const i = indexOf(x, y);
				const xx = 1 + 0.5 * (u[i + 2]! - u[i - 2]!);
				const yy = 1 + 0.5 * (u[i + STRIDE + 1]! - u[i - STRIDE + 1]!);
				const xy = 0.5 * (u[i + 3]! - u[i - 1]!);
				const yx = 0.5 * (u[i + STRIDE]! - u[i - STRIDE]!);
				const jacobian = xx * yy - xy * yx;
				if (jacobian < value) {
					value = jacobian;
					[column, row] = [x, y];
				}
			}
		}
		return { value, column, row };
	}

	/** A displacement in cells as a field in px: newly allocated planes. */
	toField(u: Float32Array, lattice: Lattice): Field {
		const { from, to } = this.#simd;
		const data = new Float32Array(2 * GRID * GRID);
		for (let row = 0; row < GRID; row++) {
			const end = row * GRID + to[row]!;
			let at = indexOf(from[row]!, row);
			for (let i = row * GRID + from[row]!; i < end; i++, at += 2) {
				data[i] = u[at]! * lattice.cellX;
				data[GRID * GRID + i] = u[at + 1]! * lattice.cellY;
			}
		}
		return { box: lattice.box, data };
	}
}

/** Steps of a point's own integration; the velocity hardly changes along its path. */
const CARRY_STEPS = 4;
const SAMPLE = new Float64Array(2);
