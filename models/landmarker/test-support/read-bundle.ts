/** Reads bundles and models back, sharing with the code that writes them only the field numbers. */
import { TableReader } from '../flatbuffer-table.ts';
import {
	METADATA_IDENTIFIER,
	ModelMetadata,
	NormalizationOptions,
	ProcessUnit,
	ProcessUnitOptions,
	SubGraphMetadata,
	TensorMetadata,
	type ModelDescription,
	type TensorDescription
} from '../tflite-metadata.ts';
import {
	BufferTable,
	MODEL_IDENTIFIER,
	Metadata,
	Model,
	Operator,
	OperatorCode,
	SubGraph,
	Tensor
} from '../tflite-schema.ts';

const END_RECORD = { signature: 0x06054b50, size: 22 } as const;
const CENTRAL_SIGNATURE = 0x02014b50;

export type StoredEntry = { readonly start: number; readonly data: Uint8Array };

/** By way of the central directory, as MediaPipe does. */
export function readStoredZip(bytes: Uint8Array): Map<string, StoredEntry> {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = zip.length - END_RECORD.size;
	expectEqual(zip.readUInt32LE(end), END_RECORD.signature, 'end record');
	const found = new Map<string, StoredEntry>();
	let at = zip.readUInt32LE(end + 16);
	for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
		expectEqual(zip.readUInt32LE(at), CENTRAL_SIGNATURE, 'central header');
		expectEqual(zip.readUInt16LE(at + 10), 0, 'compression');
		const size = zip.readUInt32LE(at + 20);
		const nameLength = zip.readUInt16LE(at + 28);
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const name = zip.toString('ascii', at + 46, at + 46 + nameLength);
		found.set(name, { start, data: zip.subarray(start, start + size) });
		at += 46 + nameLength;
	}
	expectEqual(at, end, 'end of the directory');
	return found;
}

type ReadTensor = {
	readonly name: string;
	readonly shape: readonly number[];
	readonly type: number;
	readonly buffer: number;
};

export type ReadOperator = {
	readonly code: number;
	readonly custom: string;
	readonly inputs: readonly number[];
	readonly outputs: readonly number[];
	readonly options: TableReader | undefined;
	readonly customOptions: Uint8Array;
};

type ReadBuffer = { readonly start: number; readonly data: Uint8Array };

export type ReadModel = {
	readonly tensors: readonly ReadTensor[];
	readonly operators: readonly ReadOperator[];
	readonly buffers: readonly ReadBuffer[];
	readonly inputs: readonly number[];
	readonly outputs: readonly number[];
	readonly metadata: ReadonlyMap<string, Uint8Array>;
};

export function readModel(bytes: Uint8Array): ReadModel {
	const model = TableReader.root(bytes, MODEL_IDENTIFIER);
	const subgraph = only(model.tables(Model.subgraphs), 'subgraph');
	const codes = model.tables(Model.operatorCodes);
	const buffers = model.tables(Model.buffers).map((buffer) => {
		const data = buffer.bytes(BufferTable.data);
		return { start: data.byteOffset - bytes.byteOffset, data };
	});
	return {
		buffers,
		tensors: subgraph.tables(SubGraph.tensors).map((tensor) => ({
			name: tensor.string(Tensor.name),
			shape: tensor.int32s(Tensor.shape),
			type: tensor.int8(Tensor.type),
			buffer: tensor.uint32(Tensor.buffer)
		})),
		operators: subgraph
			.tables(SubGraph.operators)
			.map((operator) => readOperator(operator, codes[operator.uint32(Operator.opcodeIndex)])),
		inputs: subgraph.int32s(SubGraph.inputs),
		outputs: subgraph.int32s(SubGraph.outputs),
		metadata: new Map(
			model
				.tables(Model.metadata)
				.map((entry) => [
					entry.string(Metadata.name),
					buffers[entry.uint32(Metadata.buffer)]?.data ?? new Uint8Array()
				])
		)
	};
}

function readOperator(operator: TableReader, code: TableReader | undefined): ReadOperator {
	if (code === undefined) throw new Error('an operator without a code');
	return {
		code: Math.max(
			code.int8(OperatorCode.deprecatedBuiltinCode),
			code.int32(OperatorCode.builtinCode)
		),
		custom: code.string(OperatorCode.customCode),
		inputs: operator.int32s(Operator.inputs),
		outputs: operator.int32s(Operator.outputs),
		options: operator.table(Operator.builtinOptions),
		customOptions: operator.bytes(Operator.customOptions)
	};
}

/** The tensors whose values are in the file. */
export function constants({ tensors, buffers }: ReadModel): number[] {
	return tensors.flatMap(({ buffer }, index) =>
		(buffers[buffer]?.data.length ?? 0) > 0 ? [index] : []
	);
}

export function readMetadata(bytes: Uint8Array): ModelDescription {
	const root = TableReader.root(bytes, METADATA_IDENTIFIER);
	const subgraph = only(root.tables(ModelMetadata.subgraphMetadata), 'subgraph');
	const image = only(subgraph.tables(SubGraphMetadata.inputTensorMetadata), 'input');
	const processUnit = only(image.tables(TensorMetadata.processUnits), 'process unit');
	const options = processUnit.table(ProcessUnit.options);
	if (processUnit.int8(ProcessUnit.optionsType) !== ProcessUnitOptions.normalization || !options) {
		throw new Error('the input picture has no normalization');
	}
	return {
		name: root.string(ModelMetadata.name),
		description: root.string(ModelMetadata.description),
		version: root.string(ModelMetadata.version),
		author: root.string(ModelMetadata.author),
		minParserVersion: root.string(ModelMetadata.minParserVersion),
		image: {
			...readTensorDescription(image),
			normalization: {
				mean: only(options.float32s(NormalizationOptions.mean), 'mean'),
				std: only(options.float32s(NormalizationOptions.std), 'standard deviation')
			}
		},
		outputs: subgraph.tables(SubGraphMetadata.outputTensorMetadata).map(readTensorDescription)
	};
}

function readTensorDescription(tensor: TableReader): TensorDescription {
	return {
		name: tensor.string(TensorMetadata.name),
		description: tensor.string(TensorMetadata.description)
	};
}

function only<T>(items: readonly T[], what: string): T {
	const [item, ...others] = items;
	if (item === undefined || others.length > 0) {
		throw new Error(`expected one ${what}, found ${items.length}`);
	}
	return item;
}

function expectEqual(found: number, expected: number, what: string): void {
	if (found !== expected) throw new Error(`${what}: expected ${expected}, found ${found}`);
}
