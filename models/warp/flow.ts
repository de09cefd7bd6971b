/**
 * `flow.onnx`: from sliders to the movement of every point, once per slider step. G = 192.
 *
 * | input       | shape        |                                                                  |
 * |-------------|--------------|------------------------------------------------------------------|
 * | basis       | [S, 2, G, G] | velocity of each slider per unit: x plane, y plane, px           |
 * | sliders     | [S]          | in their units, gains and shares of the sides included           |
 * | grid_per_px | [2]          | grid cells per pixel in x and y: (G − 1) ÷ width, (G − 1) ÷ height |
 *
 * | output                | shape        |                                                        |
 * |-----------------------|--------------|--------------------------------------------------------|
 * | velocity              | [1, 2, G, G] | v = Σ slider · basis, px                               |
 * | backward              | [1, 2, G, G] | exp(−v) − id: from where a point takes its colour, px  |
 * | forward               | [1, 2, G, G] | exp(+v) − id: where a point goes, px                   |
 * | backward_min_jacobian | [1]          | smallest determinant of I + ∇u over the grid           |
 * | forward_min_jacobian  | [1]          | the same of the forward map                            |
 *
 * The exponential is by scaling and squaring: u = ±v / 2⁷, then seven times u ← u + u ∘ (id + u).
 * Source: V. Arsigny et al., MICCAI 2006, LNCS 4190, 924–931.
 *
 * u is sampled by Catmull–Rom's cubic (a = −0.5), as field.md's taps are: of Keys' family it alone
 * keeps straight lines straight. Grid points lie on the borders of the box, and beyond the border its
 * value holds. Derivatives are central differences inside and one-sided on the border, as in
 * numpy.gradient. Any other implementation has to follow all of this to agree.
 */
import { GRID, SQUARINGS } from '../../src/lib/warp/types.ts';
import { Graph, type Value } from './onnx.ts';

const AXIS = { batch: 0, plane: 1, y: 2, x: 3 } as const;
const ONE_FIELD = [1, 2, GRID, GRID] as const;

export function flowGraph(): Uint8Array<ArrayBuffer> {
	const graph = new Graph('flow', 'Sliders to backward and forward displacement');
	const basis = graph.input('basis', ['S', 2, GRID, GRID]);
	const sliders = graph.input('sliders', ['S']);
	const gridPerPx = graph.input('grid_per_px', [2]);

	const velocity = combine(graph, basis, sliders);
	const cells = reshape(graph, gridPerPx, [1, 2, 1, 1]);
	const [backward, forward] = graph.halves(exponentials(graph, velocity, cells), AXIS.batch);

	graph.output('velocity', velocity, ONE_FIELD);
	graph.output('backward', backward, ONE_FIELD);
	graph.output('forward', forward, ONE_FIELD);
	graph.output('backward_min_jacobian', minJacobian(graph, backward, cells), [1]);
	graph.output('forward_min_jacobian', minJacobian(graph, forward, cells), [1]);
	return graph.encode();
}

function combine(graph: Graph, basis: Value, sliders: Value): Value {
	const row = reshape(graph, sliders, [1, -1]);
	const columns = reshape(graph, basis, [-1, 2 * GRID * GRID]);
	return reshape(graph, graph.node('MatMul', [row, columns]), ONE_FIELD);
}

/** [2, 2, G, G]: exp(−v) − id and exp(+v) − id, in one batch. */
function exponentials(graph: Graph, velocity: Value, cells: Value): Value {
	const step = 2 ** -SQUARINGS;
	const identity = identityGrid(graph);
	// GridSample's coordinates run from −1 to 1 over the G − 1 cells of the grid.
	const normalised = graph.node('Mul', [cells, graph.scalar(2 / (GRID - 1))]);
	let u = graph.node('Mul', [velocity, graph.floats([-step, step], [2, 1, 1, 1])]);
	for (let squaring = 0; squaring < SQUARINGS; squaring++) {
		const moved = graph.node('Add', [identity, graph.node('Mul', [u, normalised])]);
		u = graph.node('Add', [u, sampleCatmullRom(graph, u, moved)]);
	}
	return u;
}

/**
 * GridSample's own cubic has a = −0.75. Keys' cubics are linear in a, so that Catmull–Rom's is two
 * thirds of it and one third of the one with a = 0, which is linear sampling at a position whose
 * fraction went through 3t² − 2t³. In two dimensions this leaves out an eighth of the mixed second
 * difference's share, below 0.01 px for any movement that does not fold.
 */
function sampleCatmullRom(graph: Graph, u: Value, at: Value): Value {
	const sample = (mode: string, place: Value, share: number): Value => {
		const grid = graph.node('Transpose', [place], { perm: [0, 2, 3, 1] });
		const options = { align_corners: 1, mode, padding_mode: 'border' };
		return graph.node('Mul', [graph.node('GridSample', [u, grid], options), graph.scalar(share)]);
	};
	const eased = easedFractions(graph, at);
	return graph.node('Add', [sample('bicubic', at, 2 / 3), sample('bilinear', eased, 1 / 3)]);
}

/** Positions (−1 to 1) with their fractions t of a cell replaced by 3t² − 2t³. */
function easedFractions(graph: Graph, at: Value): Value {
	const perCell = graph.scalar((GRID - 1) / 2);
	const cells = graph.node('Mul', [graph.node('Add', [at, graph.scalar(1)]), perCell]);
	const whole = graph.node('Floor', [cells]);
	const t = graph.node('Sub', [cells, whole]);
	const slope = graph.node('Sub', [graph.scalar(3), graph.node('Mul', [graph.scalar(2), t])]);
	const eased = graph.node('Mul', [graph.node('Mul', [t, t]), slope]);
	const moved = graph.node('Div', [graph.node('Add', [whole, eased]), perCell]);
	return graph.node('Sub', [moved, graph.scalar(1)]);
}

/** [1, 2, G, G]: x and y of every grid point, from −1 to 1. */
function identityGrid(graph: Graph): Value {
	const ramp = Array.from({ length: GRID }, (_, index) => (2 * index) / (GRID - 1) - 1);
	const shape = graph.ints([1, 1, GRID, GRID]);
	const x = graph.node('Expand', [graph.floats(ramp, [1, 1, 1, GRID]), shape]);
	const y = graph.node('Expand', [graph.floats(ramp, [1, 1, GRID, 1]), shape]);
	return graph.node('Concat', [x, y], { axis: AXIS.plane });
}

/** [1]. */
function minJacobian(graph: Graph, displacement: Value, cells: Value): Value {
	const [cellsX, cellsY] = graph.halves(cells, AXIS.plane);
	const [xByX, yByX] = graph.halves(derivative(graph, displacement, 'x', cellsX), AXIS.plane);
	const [xByY, yByY] = graph.halves(derivative(graph, displacement, 'y', cellsY), AXIS.plane);
	const one = graph.scalar(1);
	const diagonal = graph.node('Mul', [
		graph.node('Add', [one, xByX]),
		graph.node('Add', [one, yByY])
	]);
	const determinant = graph.node('Sub', [diagonal, graph.node('Mul', [yByX, xByY])]);
	return graph.node('ReduceMin', [determinant], { axes: [1, 2, 3], keepdims: 0 });
}

/** Per pixel, of both planes along one axis of the picture. */
function derivative(graph: Graph, u: Value, direction: 'x' | 'y', cells: Value): Value {
	const axis = AXIS[direction];
	const padding = [0, 0, 0, 0].with(axis, 1);
	const padded = graph.node('Pad', [u, graph.ints([...padding, ...padding]), graph.scalar(0)], {
		mode: 'edge'
	});
	const from = (start: number): Value =>
		graph.node('Slice', [
			padded,
			graph.ints([start]),
			graph.ints([start + GRID]),
			graph.ints([axis]),
			graph.ints([1])
		]);
	const difference = graph.node('Sub', [from(2), from(0)]);
	// On the border the padding makes the difference span one cell, elsewhere it spans two.
	const perSpan = Array.from({ length: GRID }, (_, k) => (k === 0 || k === GRID - 1 ? 1 : 0.5));
	const weights = graph.floats(perSpan, [1, 1, 1, 1].with(axis, GRID));
	return graph.node('Mul', [graph.node('Mul', [difference, weights]), cells]);
}

/** −1 stands for the one length that follows from the others. */
function reshape(graph: Graph, value: Value, shape: readonly number[]): Value {
	return graph.node('Reshape', [value, graph.ints(shape)], { allowzero: 0 });
}
