/**
 * Field numbers and enum values of TensorFlow Lite models, as far as they are used here: part of the
 * file format, so they never change. Source: tensorflow/lite/schema/schema.fbs (Apache-2.0, Google).
 */
export const MODEL_IDENTIFIER = 'TFL3';
export const BUFFER_ALIGNMENT = 16;
/** Buffer 0 is always empty; a tensor that is computed, not constant, refers to it. */
export const NO_DATA_BUFFER = 0;

export const Model = {
	version: 0,
	operatorCodes: 1,
	subgraphs: 2,
	description: 3,
	buffers: 4,
	metadataBuffer: 5,
	metadata: 6
} as const;

export const OperatorCode = {
	deprecatedBuiltinCode: 0,
	customCode: 1,
	version: 2,
	builtinCode: 3
} as const;
export const SubGraph = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 } as const;
export const Tensor = { shape: 0, type: 1, buffer: 2, name: 3 } as const;
export const Operator = {
	opcodeIndex: 0,
	inputs: 1,
	outputs: 2,
	builtinOptionsType: 3,
	builtinOptions: 4,
	customOptions: 5
} as const;
export const BufferTable = { data: 0 } as const;
export const Metadata = { name: 0, buffer: 1 } as const;

export const TensorType = { float32: 0, float16: 1, int32: 2 } as const;
export type TensorType = (typeof TensorType)[keyof typeof TensorType];

export const BuiltinOperator = {
	add: 0,
	concatenation: 2,
	conv2d: 3,
	dequantize: 6,
	mul: 18,
	reshape: 22,
	pad: 34,
	transpose: 39
} as const;
export type BuiltinOperator = (typeof BuiltinOperator)[keyof typeof BuiltinOperator];

/** Tags of the union BuiltinOptions. */
export const BuiltinOptions = {
	conv2d: 1,
	concatenation: 10,
	add: 11,
	reshape: 17,
	mul: 21,
	pad: 22,
	transpose: 26,
	dequantize: 38
} as const;
export type BuiltinOptions = (typeof BuiltinOptions)[keyof typeof BuiltinOptions];

export const Conv2DOptions = { padding: 0, strideW: 1, strideH: 2 } as const;
export const ConcatenationOptions = { axis: 0 } as const;
export const ReshapeOptions = { newShape: 0 } as const;
export const Padding = { same: 0, valid: 1 } as const;
