/**
 * Adds tensors, operators and metadata to a TensorFlow Lite model without rewriting it.
 *
 * FlatBuffers references point forward only, and the builder writes from the end. So the original
 * file goes in first and becomes the unchanged tail of the new one; the new tables stand before it
 * and refer to each other and, wherever nothing changed, into the tail. The tail's own root table
 * stays behind unused.
 */
import { Builder } from 'flatbuffers';
import {
	TableReader,
	int32,
	int8,
	reference,
	writeBytes,
	writeInt32s,
	writeReferences,
	writeTable,
	type Field,
	type Offset
} from './flatbuffer-table.ts';
import {
	BUFFER_ALIGNMENT,
	BufferTable,
	BuiltinOptions,
	MODEL_IDENTIFIER,
	Metadata,
	Model,
	NO_DATA_BUFFER,
	Operator,
	OperatorCode,
	SubGraph,
	Tensor,
	TensorType,
	type BuiltinOperator
} from './tflite-schema.ts';

export type TensorIndex = number;

export type TensorDefinition = {
	readonly name: string;
	readonly shape: readonly number[];
	readonly type?: TensorType;
	/** The values of a constant, little-endian. */
	readonly data?: Uint8Array;
};

export type OperatorDefinition = {
	readonly operator: BuiltinOperator;
	readonly inputs: readonly TensorIndex[];
	readonly output: TensorIndex;
	readonly options?: { readonly type: BuiltinOptions; readonly table: Offset };
};

const SPARE_CAPACITY = 1 << 20;

export class ModelExtension {
	readonly builder: Builder;
	readonly #original: TableReader;
	readonly #subgraph: TableReader;
	/** Where the first byte of the original file is. */
	readonly #originalStart: Offset;
	readonly #operatorCodes: Offset[];
	readonly #operatorCodeIndex = new Map<number, number>();
	readonly #tensors: Offset[];
	readonly #tensorIndex = new Map<string, TensorIndex>();
	readonly #tensorShapes: (readonly number[])[];
	readonly #operators: Offset[];
	readonly #buffers: Offset[];
	readonly #metadata: Offset[];

	constructor(model: Uint8Array) {
		this.#original = TableReader.root(model, MODEL_IDENTIFIER);
		const [subgraph, ...others] = this.#original.tables(Model.subgraphs);
		if (subgraph === undefined || others.length > 0) {
			throw new Error(
				`expected a model with one subgraph, found ${subgraph ? 1 + others.length : 0}`
			);
		}
		this.#subgraph = subgraph;

		this.builder = new Builder(model.length + SPARE_CAPACITY);
		this.#originalStart = this.#embed(model);

		const operatorCodes = this.#original.tables(Model.operatorCodes);
		operatorCodes.forEach((code, index) => {
			const builtin = Math.max(
				code.int8(OperatorCode.deprecatedBuiltinCode),
				code.int32(OperatorCode.builtinCode)
			);
			this.#operatorCodeIndex.set(builtin, index);
		});
		const tensors = subgraph.tables(SubGraph.tensors);
		tensors.forEach((tensor, index) => this.#tensorIndex.set(tensor.string(Tensor.name), index));
		this.#tensorShapes = tensors.map((tensor) => tensor.int32s(Tensor.shape));

		this.#operatorCodes = operatorCodes.map((table) => this.#offsetOf(table.position));
		this.#tensors = tensors.map((table) => this.#offsetOf(table.position));
		this.#operators = subgraph
			.tables(SubGraph.operators)
			.map((table) => this.#offsetOf(table.position));
		this.#buffers = this.#original
			.tables(Model.buffers)
			.map((table) => this.#offsetOf(table.position));
		this.#metadata = this.#original
			.tables(Model.metadata)
			.map((table) => this.#offsetOf(table.position));
	}

	tensor(name: string): TensorIndex {
		const index = this.#tensorIndex.get(name);
		if (index === undefined) throw new Error(`the model has no tensor named "${name}"`);
		return index;
	}

	shape(tensor: TensorIndex): readonly number[] {
		const shape = this.#tensorShapes[tensor];
		if (shape === undefined) throw new Error(`the model has no tensor ${tensor}`);
		return shape;
	}

	addTensor({ name, shape, type = TensorType.float32, data }: TensorDefinition): TensorIndex {
		const buffer = data === undefined ? NO_DATA_BUFFER : this.#addBuffer(data);
		const nameOffset = this.builder.createString(name);
		const shapeOffset = writeInt32s(this.builder, shape);
		this.#tensors.push(
			writeTable(this.builder, [
				reference(Tensor.shape, shapeOffset),
				int32(Tensor.buffer, buffer),
				reference(Tensor.name, nameOffset),
				int8(Tensor.type, type)
			])
		);
		this.#tensorShapes.push(shape);
		return this.#tensors.length - 1;
	}

	/** Operators run after those of the original, in the order of these calls. Returns the output. */
	addOperator({ operator, inputs, output, options }: OperatorDefinition): TensorIndex {
		const opcodeIndex = this.#operatorCode(operator);
		const inputsOffset = writeInt32s(this.builder, inputs);
		const outputsOffset = writeInt32s(this.builder, [output]);
		const optionFields: readonly Field[] =
			options === undefined
				? []
				: [
						reference(Operator.builtinOptions, options.table),
						int8(Operator.builtinOptionsType, options.type)
					];
		this.#operators.push(
			writeTable(this.builder, [
				int32(Operator.opcodeIndex, opcodeIndex),
				reference(Operator.inputs, inputsOffset),
				reference(Operator.outputs, outputsOffset),
				...optionFields
			])
		);
		return output;
	}

	addMetadata(name: string, data: Uint8Array): void {
		const buffer = this.#addBuffer(data);
		const nameOffset = this.builder.createString(name);
		this.#metadata.push(
			writeTable(this.builder, [
				reference(Metadata.name, nameOffset),
				int32(Metadata.buffer, buffer)
			])
		);
	}

	/** The extended model; it returns `outputs`, or what the original returned. */
	finish(outputs?: readonly TensorIndex[]): Uint8Array {
		const subgraph = this.#writeSubgraph(outputs);
		const { builder } = this;
		const operatorCodes = writeReferences(builder, this.#operatorCodes);
		const subgraphs = writeReferences(builder, [subgraph]);
		const buffers = writeReferences(builder, this.#buffers);
		const metadata = writeReferences(builder, this.#metadata);
		const model = writeTable(builder, [
			int32(Model.version, this.#original.uint32(Model.version)),
			reference(Model.operatorCodes, operatorCodes),
			reference(Model.subgraphs, subgraphs),
			reference(Model.buffers, buffers),
			reference(Model.metadata, metadata),
			...this.#unchanged(this.#original, Model.description),
			...this.#unchanged(this.#original, Model.metadataBuffer)
		]);
		builder.finish(model, MODEL_IDENTIFIER);
		return builder.asUint8Array();
	}

	#writeSubgraph(outputs: readonly TensorIndex[] | undefined): Offset {
		const { builder } = this;
		const tensors = writeReferences(builder, this.#tensors);
		const operators = writeReferences(builder, this.#operators);
		const outputsField =
			outputs === undefined
				? this.#unchanged(this.#subgraph, SubGraph.outputs)
				: [reference(SubGraph.outputs, writeInt32s(builder, outputs))];
		return writeTable(builder, [
			reference(SubGraph.tensors, tensors),
			reference(SubGraph.operators, operators),
			...outputsField,
			...this.#unchanged(this.#subgraph, SubGraph.inputs),
			...this.#unchanged(this.#subgraph, SubGraph.name)
		]);
	}

	/** Puts the original at the very end, padded, so that everything in it stays aligned. */
	#embed(model: Uint8Array): Offset {
		const padded = new Uint8Array(Math.ceil(model.length / BUFFER_ALIGNMENT) * BUFFER_ALIGNMENT);
		padded.set(model);
		// A vector begins with its length; the file begins after that.
		return writeBytes(this.builder, padded, BUFFER_ALIGNMENT) - 4;
	}

	#offsetOf(originalPosition: number): Offset {
		return this.#originalStart - originalPosition;
	}

	/** The same field for the new table, referring to the same thing in the tail. */
	#unchanged(table: TableReader, field: number): Field[] {
		const position = table.referencePosition(field);
		return position === undefined ? [] : [reference(field, this.#offsetOf(position))];
	}

	#addBuffer(data: Uint8Array): number {
		const dataOffset = writeBytes(this.builder, data, BUFFER_ALIGNMENT);
		this.#buffers.push(writeTable(this.builder, [reference(BufferTable.data, dataOffset)]));
		return this.#buffers.length - 1;
	}

	#operatorCode(operator: BuiltinOperator): number {
		const existing = this.#operatorCodeIndex.get(operator);
		if (existing !== undefined) return existing;
		this.#operatorCodes.push(
			writeTable(this.builder, [
				int32(OperatorCode.version, 1),
				int32(OperatorCode.builtinCode, operator),
				int8(OperatorCode.deprecatedBuiltinCode, operator)
			])
		);
		const index = this.#operatorCodes.length - 1;
		this.#operatorCodeIndex.set(operator, index);
		return index;
	}
}
