/**
 * Writes ONNX graphs: opset 17, single precision, the same bytes on every build.
 *
 * Field numbers: onnx/onnx.proto (Apache-2.0, the ONNX project). Every attribute and optional input
 * is written out, because onnxruntime-web's WebGPU backends do not apply all of the defaults.
 */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

const IR_VERSION = 8;
const OPSET = 17;

const Model = { irVersion: 1, producerName: 2, graph: 7, opsetImport: 8 } as const;
const OperatorSet = { domain: 1, version: 2 } as const;
const GraphField = { node: 1, name: 2, initializer: 5, doc: 10, input: 11, output: 12 } as const;
const Node = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 } as const;
const AttributeField = { name: 1, int: 3, string: 4, ints: 8, type: 20 } as const;
const AttributeType = { int: 2, string: 3, ints: 7 } as const;
const TensorField = { dims: 1, dataType: 2, name: 8, rawData: 9 } as const;
const ElementType = { float: 1, int64: 7 } as const;
const ValueInfo = { name: 1, type: 2 } as const;
const TypeField = { tensor: 1 } as const;
const TensorType = { elementType: 1, shape: 2 } as const;
const ShapeField = { dimension: 1 } as const;
const Dimension = { value: 1, parameter: 2 } as const;

/** A tensor in the graph, by its name. */
export type Value = string & { readonly __value?: never };
/** Names stand for lengths that only the caller knows. */
export type Shape = readonly (number | string)[];
export type Attributes = Readonly<Record<string, number | string | readonly number[]>>;

export class Graph {
	readonly #name: string;
	readonly #doc: string;
	readonly #inputs: Uint8Array[] = [];
	readonly #outputs: Uint8Array[] = [];
	readonly #constants: Uint8Array[] = [];
	readonly #nodes: Uint8Array[] = [];
	#unnamed = 0;

	constructor(name: string, doc: string) {
		this.#name = name;
		this.#doc = doc;
	}

	input(name: string, shape: Shape): Value {
		this.#inputs.push(valueInfo(name, shape));
		return name;
	}

	/** Gives `value` to the caller under a name of its own. */
	output(name: string, value: Value, shape: Shape): void {
		this.#addNode('Identity', [value], [name], {});
		this.#outputs.push(valueInfo(name, shape));
	}

	floats(values: readonly number[], shape: readonly number[]): Value {
		return this.#constant(ElementType.float, shape, Float32Array.from(values));
	}

	scalar(value: number): Value {
		return this.floats([value], []);
	}

	ints(values: readonly number[]): Value {
		return this.#constant(
			ElementType.int64,
			[values.length],
			BigInt64Array.from(values.map(BigInt))
		);
	}

	node(operator: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
		const output = this.#nextName(operator);
		this.#addNode(operator, inputs, [output], attributes);
		return output;
	}

	/** One slice of length 1 for each index of an axis of length 2. */
	halves(input: Value, axis: number): readonly [Value, Value] {
		const outputs = [this.#nextName('Split'), this.#nextName('Split')] as const;
		this.#addNode('Split', [input, this.ints([1, 1])], outputs, { axis });
		return outputs;
	}

	encode(): Uint8Array<ArrayBuffer> {
		const graph = new BinaryWriter();
		for (const node of this.#nodes) message(graph, GraphField.node, node);
		text(graph, GraphField.name, this.#name);
		for (const constant of this.#constants) message(graph, GraphField.initializer, constant);
		text(graph, GraphField.doc, this.#doc);
		for (const input of this.#inputs) message(graph, GraphField.input, input);
		for (const output of this.#outputs) message(graph, GraphField.output, output);

		const opset = new BinaryWriter();
		text(opset, OperatorSet.domain, '');
		integer(opset, OperatorSet.version, OPSET);

		const model = new BinaryWriter();
		integer(model, Model.irVersion, IR_VERSION);
		text(model, Model.producerName, 'vultus');
		message(model, Model.graph, graph.finish());
		message(model, Model.opsetImport, opset.finish());
		return model.finish();
	}

	#nextName(kind: string): Value {
		this.#unnamed += 1;
		return `${kind}_${this.#unnamed}`;
	}

	#addNode(
		operator: string,
		inputs: readonly Value[],
		outputs: readonly Value[],
		attributes: Attributes
	): void {
		const node = new BinaryWriter();
		for (const input of inputs) text(node, Node.input, input);
		for (const output of outputs) text(node, Node.output, output);
		text(node, Node.name, `${operator}:${outputs.join()}`);
		text(node, Node.opType, operator);
		for (const [name, value] of Object.entries(attributes)) {
			message(node, Node.attribute, attribute(name, value));
		}
		this.#nodes.push(node.finish());
	}

	#constant(type: number, shape: readonly number[], values: Float32Array | BigInt64Array): Value {
		const name = this.#nextName('constant');
		const tensor = new BinaryWriter();
		for (const length of shape) integer(tensor, TensorField.dims, length);
		integer(tensor, TensorField.dataType, type);
		text(tensor, TensorField.name, name);
		message(tensor, TensorField.rawData, littleEndian(values));
		this.#constants.push(tensor.finish());
		return name;
	}
}

function attribute(name: string, value: number | string | readonly number[]): Uint8Array {
	const writer = new BinaryWriter();
	text(writer, AttributeField.name, name);
	if (typeof value === 'number') {
		integer(writer, AttributeField.int, value);
		integer(writer, AttributeField.type, AttributeType.int);
	} else if (typeof value === 'string') {
		text(writer, AttributeField.string, value);
		integer(writer, AttributeField.type, AttributeType.string);
	} else {
		for (const item of value) integer(writer, AttributeField.ints, item);
		integer(writer, AttributeField.type, AttributeType.ints);
	}
	return writer.finish();
}

function valueInfo(name: string, shape: Shape): Uint8Array {
	const dimensions = new BinaryWriter();
	for (const length of shape) {
		const dimension = new BinaryWriter();
		if (typeof length === 'number') integer(dimension, Dimension.value, length);
		else text(dimension, Dimension.parameter, length);
		message(dimensions, ShapeField.dimension, dimension.finish());
	}
	const tensor = new BinaryWriter();
	integer(tensor, TensorType.elementType, ElementType.float);
	message(tensor, TensorType.shape, dimensions.finish());
	const type = new BinaryWriter();
	message(type, TypeField.tensor, tensor.finish());
	const info = new BinaryWriter();
	text(info, ValueInfo.name, name);
	message(info, ValueInfo.type, type.finish());
	return info.finish();
}

function littleEndian(values: Float32Array | BigInt64Array): Uint8Array {
	const bytes = new Uint8Array(values.byteLength);
	const view = new DataView(bytes.buffer);
	values.forEach((value: number | bigint, index: number) => {
		if (typeof value === 'bigint') view.setBigInt64(8 * index, value, true);
		else view.setFloat32(4 * index, value, true);
	});
	return bytes;
}

function integer(writer: BinaryWriter, field: number, value: number): void {
	writer.tag(field, WireType.Varint).int64(value);
}

function text(writer: BinaryWriter, field: number, value: string): void {
	writer.tag(field, WireType.LengthDelimited).string(value);
}

function message(writer: BinaryWriter, field: number, value: Uint8Array): void {
	writer.tag(field, WireType.LengthDelimited).bytes(value);
}
