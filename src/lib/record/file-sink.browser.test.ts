import { afterEach, expect, it, vi } from 'vitest';
import { pattern } from '../../../tests/support/vault.ts';
import { intoDownload, wholeOf } from './file-sink.ts';

afterEach(() => vi.restoreAllMocks());

/** What the links that were pressed would have downloaded. */
function downloads(): Promise<File>[] {
	const files: Promise<File>[] = [];
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		const { download, href } = this;
		files.push(
			fetch(href)
				.then((answer) => answer.blob())
				.then((blob) => new File([blob], download))
		);
	});
	return files;
}

async function downloaded(length: number, largest: number): Promise<readonly File[]> {
	const files = downloads();
	const sink = intoDownload('backup.tar.age', largest);
	const bytes = pattern(length, 1);
	for (let at = 0; at < length; at += 300) await sink.write(bytes.slice(at, at + 300));
	await sink.close();
	return Promise.all(files);
}

it('a download is one file where it is small enough', async () => {
	const files = await downloaded(1000, 1000);
	expect(files.map(({ name, size }) => [name, size])).toEqual([['backup.tar.age', 1000]]);
});

it('a large one comes in parts that are the file again, in whatever order they are chosen', async () => {
	const files = await downloaded(9000, 700);
	expect(files).toHaveLength(15);
	expect(Math.max(...files.map(({ size }) => size))).toBeLessThanOrEqual(700);
	expect(files[0]?.name).toBe('backup.tar.age.001');
	expect(files.at(-1)?.name).toBe('backup.tar.age.015');
	const whole = wholeOf(files.toSorted((a, b) => a.size - b.size));
	expect(new Uint8Array(await whole.arrayBuffer())).toEqual(pattern(9000, 1));
});
