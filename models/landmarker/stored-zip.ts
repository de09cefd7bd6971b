/**
 * A ZIP archive as MediaPipe's asset bundles must be: not compressed, so that the models can be used
 * in place. Without timestamps, so that it is the same on every build.
 */
import { crc32 } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly data: Uint8Array };

const LOCAL_HEADER = { signature: 0x04034b50, size: 30 } as const;
const CENTRAL_HEADER = { signature: 0x02014b50, size: 46 } as const;
const END_RECORD = { signature: 0x06054b50, size: 22 } as const;
const VERSION_2_0 = 20;
/** 1 January 1980, the format's first day. */
const DOS_DATE = 0x21;
/** A field that only fills the space up to an aligned start of the data; Android's zipalign has it. */
const ALIGNMENT_EXTRA = { id: 0xd935, size: 6 } as const;
const ALIGNMENT = 16;

export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const entry of entries) {
		const name = Buffer.from(entry.name, 'ascii');
		const fields = entryFields(entry.data, name.length);
		const extra = alignmentExtra(offset + LOCAL_HEADER.size + name.length);
		const local = localHeader(fields, extra.length);
		parts.push(local, name, extra, entry.data);
		directory.push(centralHeader(fields, offset), name);
		offset += local.length + name.length + extra.length + entry.data.length;
	}
	const directorySize = directory.reduce((total, part) => total + part.length, 0);
	return Buffer.concat([...parts, ...directory, endRecord(entries.length, directorySize, offset)]);
}

/** What local and central headers share: 24 bytes, up to the length of the name. */
function entryFields(data: Uint8Array, nameLength: number): Uint8Array {
	const fields = Buffer.alloc(24);
	fields.writeUInt16LE(VERSION_2_0, 0);
	fields.writeUInt16LE(DOS_DATE, 8);
	fields.writeUInt32LE(crc32(data), 10);
	fields.writeUInt32LE(data.length, 14);
	fields.writeUInt32LE(data.length, 18);
	fields.writeUInt16LE(nameLength, 22);
	return fields;
}

function localHeader(fields: Uint8Array, extraLength: number): Uint8Array {
	const header = Buffer.alloc(LOCAL_HEADER.size);
	header.writeUInt32LE(LOCAL_HEADER.signature, 0);
	header.set(fields, 4);
	header.writeUInt16LE(extraLength, 28);
	return header;
}

function centralHeader(fields: Uint8Array, localOffset: number): Uint8Array {
	const header = Buffer.alloc(CENTRAL_HEADER.size);
	header.writeUInt32LE(CENTRAL_HEADER.signature, 0);
	header.writeUInt16LE(VERSION_2_0, 4);
	header.set(fields, 6);
	header.writeUInt32LE(localOffset, 42);
	return header;
}

function alignmentExtra(start: number): Uint8Array {
	const unpadded = start + ALIGNMENT_EXTRA.size;
	const extra = Buffer.alloc(
		ALIGNMENT_EXTRA.size + ((ALIGNMENT - (unpadded % ALIGNMENT)) % ALIGNMENT)
	);
	extra.writeUInt16LE(ALIGNMENT_EXTRA.id, 0);
	extra.writeUInt16LE(extra.length - 4, 2);
	extra.writeUInt16LE(ALIGNMENT, 4);
	return extra;
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Uint8Array {
	const record = Buffer.alloc(END_RECORD.size);
	record.writeUInt32LE(END_RECORD.signature, 0);
	record.writeUInt16LE(count, 8);
	record.writeUInt16LE(count, 10);
	record.writeUInt32LE(directorySize, 12);
	record.writeUInt32LE(directoryOffset, 16);
	return record;
}
