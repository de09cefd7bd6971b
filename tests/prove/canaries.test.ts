import {
	brotliCompressSync,
	deflateRawSync,
	deflateSync,
	gzipSync,
	zstdCompressSync
} from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { finder, pixelCanaries, views, wordCanary } from './canaries.ts';

const WORD = 'Zoë Quixbury';
const PIXELS = Buffer.from(Array.from({ length: 128 }, (_, at) => (at * 73 + 19) % 256));
const CANARIES = [wordCanary(WORD), ...pixelCanaries('pixels', PIXELS)];
const find = finder(CANARIES);

const between = (middle: Buffer | string): Buffer =>
	Buffer.concat([Buffer.from('{"some":"'), Buffer.from(middle), Buffer.from('","thing":1}')]);

const base64 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64'));
/** With so much text before it that no packer stores its bytes as they are. */
const TEXT = Buffer.from('The quick brown fox jumps over the lazy dog and sleeps. '.repeat(9));
const packed = (pack: (bytes: Buffer) => Buffer) => (bytes: Buffer) =>
	pack(Buffer.concat([TEXT, bytes]));
const hex = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('hex'));

const DISGUISES: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
	['raw', (bytes) => between(bytes)],
	['hex', (bytes) => between(hex(bytes))],
	...[0, 1, 2, 3].map(
		(at) =>
			[
				`base64 after ${at} bytes`,
				(bytes: Buffer) => between(base64(Buffer.concat([Buffer.alloc(at, 'x'), bytes])))
			] as const
	),
	['base64url', (bytes) => between(bytes.toString('base64url'))],
	['gzip', (bytes) => between(packed(gzipSync)(bytes))],
	['zlib', (bytes) => between(packed(deflateSync)(bytes))],
	['zstd', (bytes) => between(packed(zstdCompressSync)(bytes))],
	['raw deflate', (bytes) => deflateRawSync(between(bytes))],
	['brotli', (bytes) => brotliCompressSync(between(bytes))],
	['gzip in base64', (bytes) => between(base64(gzipSync(bytes)))],
	['base64 in gzip in hex', (bytes) => between(hex(gzipSync(base64(bytes))))]
];

describe.each(DISGUISES)('written as %s,', (_, write) => {
	it('a word is found', () => {
		expect([...find(write(Buffer.from(WORD)))]).toEqual([WORD]);
	});

	it('pixels are found', () => {
		expect([...find(write(PIXELS))]).toContain('pixels (RGBA)');
	});
});

describe('a word', () => {
	it.each([
		['URL', encodeURIComponent(WORD)],
		['form', new URLSearchParams({ name: WORD }).toString()],
		['JSON', JSON.stringify({ name: WORD })],
		['ASCII JSON', 'Zo\\u00eb Quixbury'],
		['UTF-16', Buffer.from(WORD, 'utf16le')]
	])('is found in %s', (_, written) => {
		expect([...find(between(written))]).toEqual([WORD]);
	});
});

describe('pixels', () => {
	it('are found in other orders of their channels', () => {
		const order = (...from: number[]): Buffer =>
			Buffer.concat(
				Array.from({ length: PIXELS.length / 4 }, (_, at) =>
					Buffer.from(from.map((channel) => PIXELS[4 * at + channel]!))
				)
			);
		expect([...find(order(2, 1, 0, 3))]).toContain('pixels (BGRA)');
		expect([...find(order(0, 1, 2))]).toContain('pixels (RGB)');
		expect([...find(order(2, 1, 0))]).toContain('pixels (BGR)');
	});
});

it('finds nothing in what is none of it', () => {
	const other = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * 31 + 7) % 251));
	for (const [, write] of DISGUISES) expect([...find(write(other))]).toEqual([]);
	expect(views(Buffer.of())).toEqual([]);
});
