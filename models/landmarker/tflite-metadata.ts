/**
 * Writes TensorFlow Lite Metadata, by which MediaPipe Tasks know how to feed a picture to a model.
 * They need the normalization; everything else documents the model.
 * Field numbers: tensorflow/lite/schema/metadata_schema.fbs (Apache-2.0, Google).
 */
import { Builder } from 'flatbuffers';
import {
	int8,
	reference,
	writeFloat32s,
	writeReferences,
	writeTable,
	type Offset
} from './flatbuffer-table.ts';

/** The key of the metadata among a model's metadata entries. */
export const METADATA_NAME = 'TFLITE_METADATA';
export const METADATA_IDENTIFIER = 'M001';
const ALIGNMENT = 16;

export const ModelMetadata = {
	name: 0,
	description: 1,
	version: 2,
	subgraphMetadata: 3,
	author: 4,
	minParserVersion: 7
} as const;
export const SubGraphMetadata = { inputTensorMetadata: 2, outputTensorMetadata: 3 } as const;
export const TensorMetadata = {
	name: 0,
	description: 1,
	content: 3,
	processUnits: 4,
	stats: 5
} as const;
export const ProcessUnit = { optionsType: 0, options: 1 } as const;
export const ProcessUnitOptions = { normalization: 1 } as const;
export const NormalizationOptions = { mean: 0, std: 1 } as const;
const Content = { contentPropertiesType: 0, contentProperties: 1 } as const;
const ContentProperties = { feature: 1, image: 2 } as const;
const ImageProperties = { colorSpace: 0 } as const;
const ColorSpaceType = { rgb: 1 } as const;
const Stats = { max: 0, min: 1 } as const;

export type TensorDescription = { readonly name: string; readonly description: string };

type ImageDescription = TensorDescription & {
	/** The model is fed (channel − mean) / std of channels between 0 and 255. */
	readonly normalization: { readonly mean: number; readonly std: number };
};

export type ModelDescription = {
	readonly name: string;
	readonly description: string;
	readonly version: string;
	readonly author: string;
	readonly minParserVersion: string;
	readonly image: ImageDescription;
	readonly outputs: readonly TensorDescription[];
};

export function writeMetadata(model: ModelDescription): Uint8Array {
	const builder = new Builder(1024);
	const outputs = model.outputs.map((output) => writeFeature(builder, output));
	const subgraph = writeTable(builder, [
		reference(
			SubGraphMetadata.inputTensorMetadata,
			writeReferences(builder, [writeImage(builder, model.image)])
		),
		reference(SubGraphMetadata.outputTensorMetadata, writeReferences(builder, outputs))
	]);
	const root = writeTable(builder, [
		reference(ModelMetadata.name, builder.createString(model.name)),
		reference(ModelMetadata.description, builder.createString(model.description)),
		reference(ModelMetadata.version, builder.createString(model.version)),
		reference(ModelMetadata.subgraphMetadata, writeReferences(builder, [subgraph])),
		reference(ModelMetadata.author, builder.createString(model.author)),
		reference(ModelMetadata.minParserVersion, builder.createString(model.minParserVersion))
	]);
	builder.prep(ALIGNMENT, 0);
	builder.finish(root, METADATA_IDENTIFIER);
	return builder.asUint8Array();
}

function writeImage(builder: Builder, image: ImageDescription): Offset {
	const { mean, std } = image.normalization;
	const properties = writeTable(builder, [int8(ImageProperties.colorSpace, ColorSpaceType.rgb)]);
	const content = writeContent(builder, ContentProperties.image, properties);
	const normalization = writeTable(builder, [
		reference(NormalizationOptions.mean, writeFloat32s(builder, [mean])),
		reference(NormalizationOptions.std, writeFloat32s(builder, [std]))
	]);
	const processUnit = writeTable(builder, [
		reference(ProcessUnit.options, normalization),
		int8(ProcessUnit.optionsType, ProcessUnitOptions.normalization)
	]);
	const stats = writeTable(builder, [
		reference(Stats.max, writeFloat32s(builder, [(255 - mean) / std])),
		reference(Stats.min, writeFloat32s(builder, [(0 - mean) / std]))
	]);
	return writeTable(builder, [
		reference(TensorMetadata.name, builder.createString(image.name)),
		reference(TensorMetadata.description, builder.createString(image.description)),
		reference(TensorMetadata.content, content),
		reference(TensorMetadata.processUnits, writeReferences(builder, [processUnit])),
		reference(TensorMetadata.stats, stats)
	]);
}

function writeFeature(builder: Builder, { name, description }: TensorDescription): Offset {
	const content = writeContent(builder, ContentProperties.feature, writeTable(builder, []));
	return writeTable(builder, [
		reference(TensorMetadata.name, builder.createString(name)),
		reference(TensorMetadata.description, builder.createString(description)),
		reference(TensorMetadata.content, content),
		reference(TensorMetadata.stats, writeTable(builder, []))
	]);
}

function writeContent(builder: Builder, type: number, properties: Offset): Offset {
	return writeTable(builder, [
		reference(Content.contentProperties, properties),
		int8(Content.contentPropertiesType, type)
	]);
}
