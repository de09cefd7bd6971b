import fc from 'fast-check';
import type { Bytes } from '../../src/lib/photo/bytes.ts';

type Change = (bytes: Bytes, at: number, value: number) => Bytes;

const CHANGES: Readonly<Record<string, Change>> = {
	flip: (bytes, at, value) => bytes.with(at, bytes[at]! ^ (value & 0xff)),
	insert: (bytes, at, value) =>
		Uint8Array.from([...bytes.subarray(0, at), value & 0xff, ...bytes.subarray(at)]),
	cut: (bytes, at) => bytes.slice(0, at),
	length: (bytes, at, value) => {
		const changed = bytes.slice();
		new DataView(changed.buffer).setUint32(Math.min(at, changed.length - 4), value);
		return changed;
	},
	splice: (bytes, at, value) =>
		Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(value % bytes.length)])
};

const edit = fc.record({
	change: fc.constantFrom(...Object.values(CHANGES)),
	// Half of the changes hit the first bytes, where the headers are.
	at: fc.oneof(fc.nat(64), fc.nat(20_000)),
	value: fc.oneof(fc.nat(0xff), fc.nat(0xffffffff))
});

/** One of `files`, of more than 8 bytes each, after up to four small accidents. */
export function damaged(files: readonly Bytes[]): fc.Arbitrary<Bytes> {
	return fc
		.tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 4 }))
		.map(([file, edits]) =>
			edits.reduce(
				(bytes, { change, at, value }) =>
					bytes.length < 8 ? bytes : change(bytes, at % bytes.length, value),
				file
			)
		);
}
