/**
 * `velocity-basis.onnx`: from solved coefficients to the velocity that they mean, once per photograph
 * and treatment.
 *
 * | input          | shape  |                                                                    |
 * |----------------|--------|--------------------------------------------------------------------|
 * | nodes          | [M, 2] | where the velocity is wanted, mm; any subset of the grid will do     |
 * | points         | [N, 2] | handles and anchors in the picture plane, mm, same origin            |
 * | inverse_radius | [1]    | 1 ÷ radius of the kernel, 1/mm                                       |
 * | coefficients   | [N, C] | in any unit, C columns (x and y of each side)                        |
 *
 * Output `basis` [M, C], in the unit of the coefficients: Σₙ φ(|node − pointₙ| / radius) · cₙ with
 * Wendland's C2 function φ(r) = (1 − r)⁴ (4r + 1) for r < 1, else 0.
 * Source: H. Wendland, Adv. Comput. Math. 4 (1995), 389–396.
 */
import { Graph, type Value } from './onnx.ts';

export function velocityBasisGraph(): Uint8Array<ArrayBuffer> {
	const graph = new Graph('velocity-basis', 'Wendland C2 velocity of scattered coefficients');
	const nodes = graph.input('nodes', ['M', 2]);
	const points = graph.input('points', ['N', 2]);
	const inverseRadius = graph.input('inverse_radius', [1]);
	const coefficients = graph.input('coefficients', ['N', 'C']);
	const distance = distances(graph, nodes, points);
	const kernel = wendlandC2(graph, graph.node('Mul', [distance, inverseRadius]));
	graph.output('basis', graph.node('MatMul', [kernel, coefficients]), ['M', 'C']);
	return graph.encode();
}

/** [M, N]. By differences: the expanded square would lose the short distances in single precision. */
function distances(graph: Graph, nodes: Value, points: Value): Value {
	const [nodeX, nodeY] = graph.halves(nodes, 1);
	const [pointX, pointY] = graph.halves(graph.node('Transpose', [points], { perm: [1, 0] }), 0);
	const dx = graph.node('Sub', [nodeX, pointX]);
	const dy = graph.node('Sub', [nodeY, pointY]);
	const squares = [graph.node('Mul', [dx, dx]), graph.node('Mul', [dy, dy])];
	return graph.node('Sqrt', [graph.node('Add', squares)]);
}

function wendlandC2(graph: Graph, radius: Value): Value {
	const one = graph.scalar(1);
	const r = graph.node('Clip', [radius, graph.scalar(0), one]);
	const rest = graph.node('Sub', [one, r]);
	const square = graph.node('Mul', [rest, rest]);
	const fourth = graph.node('Mul', [square, square]);
	const linear = graph.node('Add', [graph.node('Mul', [graph.scalar(4), r]), one]);
	return graph.node('Mul', [fourth, linear]);
}
