import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../../tests/support/refusal.ts';
import { concat, utf8, type Bytes } from '../bytes.ts';
import { readTar, writeTar, type TarEntry } from './tar.ts';

const FILES: readonly TarEntry[] = [
	{ name: 'vault.json', body: utf8('{}') },
	{ name: 'empty', body: new Uint8Array() },
	{ name: `scopes/${'0a'.repeat(16)}`, body: new Uint8Array(512).fill(7) },
	{ name: `assets/${'f'.repeat(32)}`, body: new Uint8Array(1500).fill(9) }
];

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
	for (const item of items) yield await Promise.resolve(item);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const item of items) found.push(item);
	return found;
}

const written = async (files = FILES): Promise<Bytes> =>
	concat(...(await all(writeTar(each(files), 1_790_000_000_000))));

function inParts(bytes: Bytes, length: number): Bytes[] {
	const count = Math.ceil(bytes.length / length);
	return Array.from({ length: count }, (_, at) => bytes.slice(at * length, (at + 1) * length));
}

const codeOf = (bytes: Bytes): Promise<string> => refusalOf(all(readTar(each([bytes]))), 'read');

describe('a tar', () => {
	it.each([1, 100, 512, 513, 10_000])(
		'is read as it was written, %i bytes at a time',
		async (n) => {
			expect(await all(readTar(each(inParts(await written(), n))))).toEqual(FILES);
		}
	);

	it('is listed and taken out by the system’s own tar', async () => {
		const input = await written();
		const listed = execFileSync('tar', ['-tf', '-'], { input, encoding: 'utf8' });
		expect(listed.trim().split(/\r?\n/)).toEqual(FILES.map(({ name }) => name));
		for (const { name, body } of FILES) {
			const out = execFileSync('tar', ['-xOf', '-', name], { input });
			expect(new Uint8Array(out)).toEqual(body);
		}
	});

	it('is refused with a byte changed in any field of a header', async () => {
		const bytes = await written();
		for (const at of [0, 100, 108, 124, 130, 136, 148, 156, 257, 263, 400]) {
			const changed = bytes.slice();
			changed[at] = changed[at]! ^ 1;
			expect(await codeOf(changed), `byte ${at}`).toBe('backup.damaged');
		}
	});

	it('is refused when anything of its end is missing, or follows it', async () => {
		const bytes = await written();
		for (const length of [0, 1, 511, 512, 700, bytes.length - 1025, bytes.length - 1024]) {
			expect(await codeOf(bytes.slice(0, length)), `${length} bytes`).toBe('backup.damaged');
		}
		expect(await codeOf(concat(bytes, new Uint8Array(512)))).toBe('read');
		expect(await codeOf(concat(bytes, Uint8Array.of(1)))).toBe('backup.damaged');
	});

	it('writes no name that would be cut', async () => {
		expect(
			await refusalOf(written([{ name: 'a'.repeat(101), body: new Uint8Array() }]), 'written')
		).toBe('unexpected');
	});
});
