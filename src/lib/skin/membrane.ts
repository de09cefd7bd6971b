import type { Plane } from '../raster/index.ts';

const SWEEPS = 160;

/**
 * Harmonic fill: over `domain` (1 inside) the surface that keeps `values` where `fixed` is 1 and is
 * as smooth as a membrane in between; it ends freely at the rest of the domain's border. Successive
 * over-relaxation in alternating order (Young 1954); outside the domain the values stay.
 */
export function membrane(values: Plane, domain: Plane, fixed: Plane): Plane {
	const { width, height } = values;
	const result = { ...values, data: values.data.slice() };
	const { data } = result;
	const inside = (i: number, j: number): boolean =>
		i >= 0 && j >= 0 && i < width && j < height && domain.data[j * width + i] === 1;
	const free: number[] = [];
	for (let at = 0; at < data.length; at++) {
		if (domain.data[at] === 1 && fixed.data[at] !== 1) free.push(at);
	}
	// Best for the slowest wave across the narrower side of the free cells.
	const span = Math.max(4, narrower(free, width));
	const relax = 2 / (1 + Math.sin(Math.PI / span));
	const cells = [0, 1].map((colour) =>
		Int32Array.from(free.filter((at) => ((at % width) + Math.floor(at / width)) % 2 === colour))
	);
	const links = cells.map((some) => {
		const found = new Int32Array(4 * some.length);
		some.forEach((at, k) => {
			const [i, j] = [at % width, Math.floor(at / width)];
			found[4 * k] = inside(i - 1, j) ? at - 1 : -1;
			found[4 * k + 1] = inside(i + 1, j) ? at + 1 : -1;
			found[4 * k + 2] = inside(i, j - 1) ? at - width : -1;
			found[4 * k + 3] = inside(i, j + 1) ? at + width : -1;
		});
		return found;
	});
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		for (let colour = 0; colour < 2; colour++) {
			const some = cells[colour]!;
			const around = links[colour]!;
			for (let k = 0; k < some.length; k++) {
				let [sum, count] = [0, 0];
				for (let n = 4 * k; n < 4 * k + 4; n++) {
					const neighbour = around[n]!;
					if (neighbour < 0) continue;
					sum += data[neighbour]!;
					count += 1;
				}
				if (count === 0) continue;
				const at = some[k]!;
				data[at] = data[at]! + relax * (sum / count - data[at]!);
			}
		}
	}
	return result;
}

/** Twice the largest number of free cells to the nearest end of a row or column, roughly: the band's width. */
function narrower(free: readonly number[], width: number): number {
	const rows = new Map<number, number>();
	const columns = new Map<number, number>();
	for (const at of free) {
		const [i, j] = [at % width, Math.floor(at / width)];
		rows.set(j, (rows.get(j) ?? 0) + 1);
		columns.set(i, (columns.get(i) ?? 0) + 1);
	}
	return Math.min(Math.max(0, ...rows.values()), Math.max(0, ...columns.values()));
}
