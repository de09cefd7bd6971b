/**
 * Reads and writes FlatBuffers tables by field number, over the official `flatbuffers` runtime. The
 * numbers are those of the schemas in tflite-schema.ts and tflite-metadata.ts.
 */
import { Builder, ByteBuffer } from 'flatbuffers';

/** Where the builder put an object, in bytes before the end of the finished buffer. */
export type Offset = number;

/** One table. An absent scalar reads as `fallback`, an absent string or vector as empty. */
export class TableReader {
	readonly buffer: ByteBuffer;
	readonly position: number;

	constructor(buffer: ByteBuffer, position: number) {
		this.buffer = buffer;
		this.position = position;
	}

	static root(bytes: Uint8Array, identifier: string): TableReader {
		const buffer = new ByteBuffer(bytes);
		if (!buffer.__has_identifier(identifier)) {
			throw new Error(`not a FlatBuffer of type ${identifier}`);
		}
		return new TableReader(buffer, buffer.__indirect(0));
	}

	int8(field: number, fallback = 0): number {
		const at = this.#fieldPosition(field);
		return at === undefined ? fallback : this.buffer.readInt8(at);
	}

	int32(field: number, fallback = 0): number {
		const at = this.#fieldPosition(field);
		return at === undefined ? fallback : this.buffer.readInt32(at);
	}

	uint32(field: number, fallback = 0): number {
		const at = this.#fieldPosition(field);
		return at === undefined ? fallback : this.buffer.readUint32(at);
	}

	string(field: number): string {
		const at = this.referencePosition(field);
		if (at === undefined) return '';
		return Buffer.from(this.#vectorBytes(at)).toString('utf8');
	}

	bytes(field: number): Uint8Array {
		const at = this.referencePosition(field);
		return at === undefined ? new Uint8Array() : this.#vectorBytes(at);
	}

	int32s(field: number): number[] {
		return this.#elementPositions(field).map((at) => this.buffer.readInt32(at));
	}

	float32s(field: number): number[] {
		return this.#elementPositions(field).map((at) => this.buffer.readFloat32(at));
	}

	table(field: number): TableReader | undefined {
		const at = this.referencePosition(field);
		return at === undefined ? undefined : new TableReader(this.buffer, at);
	}

	tables(field: number): TableReader[] {
		return this.#elementPositions(field).map(
			(at) => new TableReader(this.buffer, this.buffer.__indirect(at))
		);
	}

	/** Where the table, string or vector that a reference field points to begins. */
	referencePosition(field: number): number | undefined {
		const at = this.#fieldPosition(field);
		return at === undefined ? undefined : this.buffer.__indirect(at);
	}

	#fieldPosition(field: number): number | undefined {
		const offset = this.buffer.__offset(this.position, vtableOffset(field));
		return offset === 0 ? undefined : this.position + offset;
	}

	/** Where the elements of a vector of four-byte elements begin. */
	#elementPositions(field: number): number[] {
		const at = this.referencePosition(field);
		if (at === undefined) return [];
		const length = this.buffer.readUint32(at);
		return Array.from({ length }, (_, index) => at + 4 + 4 * index);
	}

	#vectorBytes(at: number): Uint8Array {
		const length = this.buffer.readUint32(at);
		return this.buffer.bytes().subarray(at + 4, at + 4 + length);
	}
}

export type Field = {
	readonly field: number;
	readonly type: 'int8' | 'int32' | 'reference';
	readonly value: number;
};

export const int8 = (field: number, value: number): Field => ({ field, type: 'int8', value });
/** Also for `uint` fields: the bytes are the same below 2^31. */
export const int32 = (field: number, value: number): Field => ({ field, type: 'int32', value });
export const reference = (field: number, value: Offset): Field => ({
	field,
	type: 'reference',
	value
});

export function writeTable(builder: Builder, fields: readonly Field[]): Offset {
	builder.startObject(Math.max(-1, ...fields.map(({ field }) => field)) + 1);
	for (const { field, type, value } of fields) {
		if (type === 'int8') builder.addFieldInt8(field, value, null);
		else if (type === 'int32') builder.addFieldInt32(field, value, null);
		else builder.addFieldOffset(field, value, 0);
	}
	return builder.endObject();
}

export function writeReferences(builder: Builder, offsets: readonly Offset[]): Offset {
	builder.startVector(4, offsets.length, 4);
	for (const offset of offsets.toReversed()) builder.addOffset(offset);
	return builder.endVector();
}

export function writeInt32s(builder: Builder, values: readonly number[]): Offset {
	builder.startVector(4, values.length, 4);
	for (const value of values.toReversed()) builder.addInt32(value);
	return builder.endVector();
}

export function writeFloat32s(builder: Builder, values: readonly number[]): Offset {
	builder.startVector(4, values.length, 4);
	for (const value of values.toReversed()) builder.addFloat32(value);
	return builder.endVector();
}

/** A vector of bytes, the first of which is aligned. */
export function writeBytes(builder: Builder, bytes: Uint8Array, alignment: number): Offset {
	builder.prep(alignment, bytes.length);
	return builder.createByteVector(bytes);
}

function vtableOffset(field: number): number {
	return 4 + 2 * field;
}
