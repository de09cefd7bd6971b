/** A plain interpreter for the operators with which the landmark model is extended. */
import { BuiltinOperator, ConcatenationOptions, TensorType } from '../tflite-schema.ts';
import { constants, type ReadModel, type ReadOperator } from './read-bundle.ts';

type Tensor = { readonly shape: readonly number[]; readonly values: Float64Array };

/**
 * Runs the operators from the given one on and returns the value of the model's first output.
 * @param given values of named tensors that earlier operators would compute
 */
export function runOperators(
	model: ReadModel,
	firstOperator: number,
	given: Readonly<Record<string, Float64Array>>
): Float64Array {
	const known = new Map<number, Float64Array>();
	for (const index of constants(model)) known.set(index, constantValues(model, index));
	for (const [name, values] of Object.entries(given)) {
		known.set(
			model.tensors.findIndex((tensor) => tensor.name === name),
			values
		);
	}
	const tensor = (index: number): Tensor => {
		const values = known.get(index);
		if (values === undefined) throw new Error(`tensor ${index} is not known yet`);
		return { shape: model.tensors[index]!.shape, values };
	};
	for (const operator of model.operators.slice(firstOperator)) {
		const output = operator.outputs[0]!;
		const values = run(operator, operator.inputs.map(tensor));
		const { shape, name } = model.tensors[output]!;
		if (values.length !== volume(shape)) throw new Error(`${name} is not of its declared shape`);
		known.set(output, values);
	}
	return tensor(model.outputs[0]!).values;
}

function run({ code, options }: ReadOperator, operands: readonly Tensor[]): Float64Array {
	const first = operands[0]!;
	if (code === BuiltinOperator.reshape || code === BuiltinOperator.dequantize) return first.values;
	if (code === BuiltinOperator.concatenation) {
		return concatenate(operands, options?.int32(ConcatenationOptions.axis) ?? 0);
	}
	const second = operands[1]!;
	switch (code) {
		case BuiltinOperator.add:
			return first.values.map((value, index) => value + second.values[index]!);
		case BuiltinOperator.mul:
			return first.values.map((value, index) => value * second.values[index]!);
		case BuiltinOperator.transpose:
			return transposeLast(first, second.values);
		case BuiltinOperator.pad:
			return padLast(first, second.values);
		case BuiltinOperator.conv2d:
			return pointwise(first, second, operands[2]!.values);
		default:
			throw new Error(`operator ${code} is not expected`);
	}
}

function concatenate(operands: readonly Tensor[], axis: number): Float64Array {
	const runs = operands.map(({ shape, values }) => ({ values, length: volume(shape.slice(axis)) }));
	const count = runs[0]!.values.length / runs[0]!.length;
	const joined = Array.from({ length: count }, (_, index) =>
		runs.map(({ values, length }) => values.subarray(index * length, (index + 1) * length))
	).flat();
	return Float64Array.from(joined.flatMap((part) => [...part]));
}

function transposeLast({ shape, values }: Tensor, permutation: Float64Array): Float64Array {
	if (permutation.join() !== '0,1,3,2') throw new Error('not a transposition of the last axes');
	const [, , rows, columns] = shape as readonly [number, number, number, number];
	return values.map((_, index) => values[(index % rows) * columns + Math.floor(index / rows)]!);
}

function padLast({ shape, values }: Tensor, paddings: Float64Array): Float64Array {
	if (paddings.subarray(0, 7).some((padding) => padding !== 0)) {
		throw new Error('not a padding at the end of the last axis');
	}
	const width = shape[3]!;
	const padded = width + paddings[7]!;
	return Float64Array.from({ length: (values.length / width) * padded }, (_, index) => {
		const column = index % padded;
		return column < width ? values[Math.floor(index / padded) * width + column]! : 0;
	});
}

function pointwise({ shape, values }: Tensor, weights: Tensor, bias: Float64Array): Float64Array {
	const channels = shape[3]!;
	const filters = weights.shape[0]!;
	if (weights.shape.join() !== [filters, 1, 1, channels].join()) throw new Error('not 1×1');
	const result = new Float64Array((values.length / channels) * filters);
	for (let index = 0; index < result.length; index++) {
		const [pixel, filter] = [Math.floor(index / filters), index % filters];
		let sum = bias[filter]!;
		for (let channel = 0; channel < channels; channel++) {
			sum += weights.values[filter * channels + channel]! * values[pixel * channels + channel]!;
		}
		result[index] = sum;
	}
	return result;
}

function constantValues(model: ReadModel, index: number): Float64Array {
	const { type, buffer } = model.tensors[index]!;
	const { data } = model.buffers[buffer]!;
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	switch (type) {
		case TensorType.float16:
			return Float64Array.from({ length: data.length / 2 }, (_, k) => view.getFloat16(2 * k, true));
		case TensorType.float32:
			return Float64Array.from({ length: data.length / 4 }, (_, k) => view.getFloat32(4 * k, true));
		default:
			return Float64Array.from({ length: data.length / 4 }, (_, k) => view.getInt32(4 * k, true));
	}
}

function volume(shape: readonly number[]): number {
	return shape.reduce((product, length) => product * length, 1);
}
