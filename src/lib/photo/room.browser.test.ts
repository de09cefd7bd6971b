import { afterEach, expect, test } from 'vitest';
import { refusalOf } from '../../../tests/support/refusal.ts';
import { HEVC } from '../../../tests/corpus/writers/coded.ts';
import { heif } from '../../../tests/corpus/writers/heif.ts';
import { largeJpeg, quiltJpeg } from '../../../tests/corpus/writers/jpeg.ts';
import { largePng, quiltPng } from '../../../tests/corpus/writers/png.ts';
import { pixelOf, QUILT } from '../../../tests/corpus/writers/quilt.ts';
import hangingWorker from '../../../tests/corpus/workers/hanging.worker.ts?worker&url';
import noScript from '../../../tests/fixtures/coffee.png?url';
import { openPhoto, type ProgressStep } from './index.ts';
import { WorkerRoom } from './worker-room.ts';

const photo = (bytes: BlobPart): Blob => new Blob([bytes]);

const codeOf = (attempt: Promise<unknown>): Promise<string> => refusalOf(attempt, 'opened');

test('a PNG comes back pixel for pixel', async () => {
	const { pixels } = await openPhoto(photo(await quiltPng()));
	const wrong = Array.from({ length: 96 * 64 }, (_, at) => at).filter((at) => {
		const wanted = [...pixelOf(QUILT, at % 96, Math.floor(at / 96)), 255];
		return wanted.some((level, channel) => pixels.data[at * 4 + channel] !== level);
	});
	expect(wrong).toEqual([]);
});

test('the same file opens to the same pixels every time', async () => {
	const source = photo(largeJpeg(5000, 3000));
	const first = await openPhoto(source);
	const second = await openPhoto(source);
	const difference = first.pixels.data.findIndex((level, at) => level !== second.pixels.data[at]);
	expect(difference).toBe(-1);
});

test('it says what it is doing, in order', async () => {
	const steps: ProgressStep[] = [];
	await openPhoto(photo(quiltJpeg()), { onProgress: (step) => steps.push(step) });
	expect(steps).toEqual(['reading', 'decoding']);
});

test('opening is cancelled before it starts and while it runs, and the next photograph opens', async () => {
	const before = AbortSignal.abort();
	expect(await codeOf(openPhoto(photo(quiltJpeg()), { signal: before }))).toBe('cancelled');
	const running = new AbortController();
	const attempt = openPhoto(photo(await largePng(8000, 8000)), {
		signal: running.signal,
		onProgress: (step) => {
			if (step === 'decoding') running.abort();
		}
	});
	expect(await codeOf(attempt)).toBe('cancelled');
	expect(await codeOf(openPhoto(photo(quiltJpeg())))).toBe('opened');
});

test('cancelling one photograph leaves the one that waits behind it', async () => {
	const running = new AbortController();
	const attempt = openPhoto(photo(await largePng(8000, 8000)), { signal: running.signal });
	const waiting = openPhoto(photo(quiltJpeg()));
	running.abort();
	expect(await Promise.all([codeOf(attempt), codeOf(waiting)])).toEqual(['cancelled', 'opened']);
});

test('a HEIC opens again after one was cancelled while its codec loaded', async () => {
	const running = new AbortController();
	const attempt = openPhoto(photo(heif(HEVC)), { signal: running.signal });
	setTimeout(() => running.abort(), 20);
	expect(['cancelled', 'opened']).toContain(await codeOf(attempt));
	expect(await codeOf(openPhoto(photo(heif(HEVC))))).toBe('opened');
});

test('a decoder that hangs is ended, said so, and replaced', async () => {
	const room = new WorkerRoom(hangingWorker, 'hanging', 200);
	const source = photo(quiltJpeg());
	expect(await codeOf(room.run({ type: 'open', source }))).toBe('photo.decode-timeout');
	const pixels = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
	const label = { illustration: '', photograph: '', date: '', appVersion: '' };
	const answer = await room.run({
		type: 'encode',
		content: { kind: 'photograph', pixels },
		options: { format: 'png', label }
	});
	expect(await answer.text()).toBe('answered');
	room.end();
});

test('a worker that cannot be loaded is an error, not a wait', async () => {
	const room = new WorkerRoom(noScript, 'missing', 1000);
	expect(await codeOf(room.run({ type: 'open', source: photo(quiltJpeg()) }))).toBe('unexpected');
});

const NAME = 'vanishing.jpg';
afterEach(async () => {
	const folder = await navigator.storage.getDirectory();
	await folder.removeEntry(NAME).catch(() => undefined);
});

test('a file that is deleted before it is read cannot be read', async () => {
	const folder = await navigator.storage.getDirectory();
	const handle = await folder.getFileHandle(NAME, { create: true });
	const writable = await handle.createWritable();
	await writable.write(quiltJpeg());
	await writable.close();
	const file = await handle.getFile();
	expect(await codeOf(openPhoto(file))).toBe('opened');
	await folder.removeEntry(NAME);
	expect(await codeOf(openPhoto(file))).toBe('photo.read-failed');
});
