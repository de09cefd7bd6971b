/** The linear operators with which a model is extended, each on tensors [batch, height, width, channels]. */
import { int32, int8, reference, writeInt32s, writeTable, type Field } from './flatbuffer-table.ts';
import type { ModelExtension, TensorIndex } from './model-extension.ts';
import {
	BuiltinOperator,
	BuiltinOptions,
	ConcatenationOptions,
	Conv2DOptions,
	Padding,
	ReshapeOptions,
	TensorType
} from './tflite-schema.ts';

export const AXIS = { width: 2, channels: 3 } as const;

/** Weights of a 1×1 convolution: a row for each output channel, a column for each input channel. */
export class Matrix {
	readonly rows: number;
	readonly columns: number;
	readonly values: Float32Array;

	constructor(rows: number, columns: number) {
		this.rows = rows;
		this.columns = columns;
		this.values = new Float32Array(rows * columns);
	}

	set(row: number, column: number, value: number): void {
		this.values[row * this.columns + column] = value;
	}
}

/** Each method adds one operator and returns its output, a tensor of the given name. */
export class LinearOperators {
	readonly #model: ModelExtension;

	constructor(model: ModelExtension) {
		this.#model = model;
	}

	reshape(name: string, input: TensorIndex, shape: readonly number[]): TensorIndex {
		const newShape = reference(ReshapeOptions.newShape, writeInt32s(this.#model.builder, shape));
		const inputs = [input, this.#int32s(`${name}/shape`, [shape.length], shape)];
		return this.#add('reshape', name, shape, inputs, [newShape]);
	}

	concatenate(name: string, axis: number, inputs: readonly TensorIndex[]): TensorIndex {
		const shapes = inputs.map((input) => this.#model.shape(input));
		const length = shapes.reduce((total, shape) => total + (shape[axis] ?? 0), 0);
		const shape = (shapes[0] ?? []).with(axis, length);
		return this.#add('concatenation', name, shape, inputs, [
			int32(ConcatenationOptions.axis, axis)
		]);
	}

	swapWidthAndChannels(name: string, input: TensorIndex): TensorIndex {
		const permutation = [0, 1, AXIS.channels, AXIS.width];
		const shape = this.#model.shape(input);
		const swapped = permutation.map((axis) => shape[axis] ?? 0);
		const inputs = [input, this.#int32s(`${name}/permutation`, [4], permutation)];
		return this.#add('transpose', name, swapped, inputs);
	}

	/** Appends channels of zeros. */
	padChannels(name: string, input: TensorIndex, count: number): TensorIndex {
		const shape = this.#model.shape(input);
		const padded = shape.with(AXIS.channels, (shape[AXIS.channels] ?? 0) + count);
		const paddings = this.#int32s(`${name}/paddings`, [4, 2], [0, 0, 0, 0, 0, 0, 0, count]);
		return this.#add('pad', name, padded, [input, paddings]);
	}

	add(name: string, left: TensorIndex, right: TensorIndex): TensorIndex {
		return this.#add('add', name, this.#model.shape(left), [left, right]);
	}

	multiply(name: string, input: TensorIndex, factors: Float32Array): TensorIndex {
		const shape = this.#model.shape(input);
		const data = bytesOf(factors);
		const constant = this.#model.addTensor({ name: `${name}/factors`, shape, data });
		return this.#add('mul', name, shape, [input, constant]);
	}

	/** A 1×1 convolution without bias. */
	pointwise(name: string, input: TensorIndex, weights: Matrix): TensorIndex {
		const { rows, columns, values } = weights;
		const filter = this.#float16(`${name}/weights`, [rows, 1, 1, columns], values);
		const bias = this.#model.addTensor({
			name: `${name}/bias`,
			shape: [rows],
			data: bytesOf(new Float32Array(rows))
		});
		const shape = this.#model.shape(input).with(AXIS.channels, rows);
		return this.#add(
			'conv2d',
			name,
			shape,
			[input, filter, bias],
			[
				int32(Conv2DOptions.strideW, 1),
				int32(Conv2DOptions.strideH, 1),
				int8(Conv2DOptions.padding, Padding.valid)
			]
		);
	}

	/** A constant stored in half precision, as the weights of the original model are. */
	#float16(name: string, shape: readonly number[], values: Float32Array): TensorIndex {
		const half = this.#model.addTensor({
			name: `${name}/half`,
			shape,
			type: TensorType.float16,
			data: bytesOf(Uint16Array.from(values, halfBits))
		});
		return this.#add('dequantize', name, shape, [half]);
	}

	#int32s(name: string, shape: readonly number[], values: readonly number[]): TensorIndex {
		const data = bytesOf(Int32Array.from(values));
		return this.#model.addTensor({ name, shape, type: TensorType.int32, data });
	}

	#add(
		operator: keyof typeof BuiltinOptions,
		name: string,
		shape: readonly number[],
		inputs: readonly TensorIndex[],
		options: readonly Field[] = []
	): TensorIndex {
		const table = writeTable(this.#model.builder, options);
		return this.#model.addOperator({
			operator: BuiltinOperator[operator],
			inputs,
			output: this.#model.addTensor({ name, shape }),
			options: { type: BuiltinOptions[operator], table }
		});
	}
}

/** Half-precision bits of zero or of a power of two, which is all that these weights contain. */
function halfBits(value: number): number {
	if (value === 0) return 0;
	const exponent = Math.log2(value);
	if (!Number.isInteger(exponent) || exponent < -14 || exponent > 15) {
		throw new Error(`${value} is not a power of two within half precision`);
	}
	return (exponent + 15) << 10;
}

function bytesOf(values: Float32Array | Int32Array | Uint16Array): Uint8Array {
	return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
