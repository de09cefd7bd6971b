import { AppError } from '../errors.ts';
import { Reader, type Bytes } from './bytes.ts';
import { pngChunks } from './png.ts';

/** Samples per pixel of each colour type (PNG §11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Start and step of the seven passes of Adam7 (PNG §8.1). */
const ADAM7 = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2]
] as const;

/** Bytes of all scanlines with their filter bytes, as the header asks for them. */
function expectedLength(header: Bytes): number {
	const reader = new Reader(header, 0, header.length, 'photo.decode-failed');
	const width = reader.u32();
	const height = reader.u32();
	const depth = reader.u8();
	const bits = depth * (SAMPLES[reader.u8()] ?? Number.NaN);
	if (!(bits > 0)) throw new AppError('photo.decode-failed');
	reader.skip(2);
	const scanlines = (columns: number, rows: number): number =>
		columns === 0 ? 0 : rows * (1 + Math.ceil((columns * bits) / 8));
	if (reader.u8() === 0) return scanlines(width, height);
	return ADAM7.reduce((sum, [x, y, right, down]) => {
		const columns = Math.max(0, Math.ceil((width - x) / right));
		return sum + scanlines(columns, Math.max(0, Math.ceil((height - y) / down)));
	}, 0);
}

function compressed(chunks: Generator<Bytes, undefined>): ReadableStream<Bytes> {
	return new ReadableStream({
		pull: (controller) => {
			const { value } = chunks.next();
			if (value === undefined) controller.close();
			else controller.enqueue(value);
		}
	});
}

function* pixelChunks(bytes: Bytes): Generator<Bytes, undefined> {
	for (const { type, data } of pngChunks(bytes)) if (type === 'IDAT') yield data;
}

/**
 * Inflates the picture data of a PNG without keeping it: browsers show the rows that are missing as
 * nothing and say nothing. Error: `photo.truncated` where there are fewer than the header promises.
 */
export async function checkPixelData(bytes: Bytes): Promise<void> {
	const [header] = pngChunks(bytes);
	let missing = header === undefined ? 0 : expectedLength(header.data);
	const inflated = compressed(pixelChunks(bytes)).pipeThrough(new DecompressionStream('deflate'));
	const reader = inflated.getReader();
	try {
		while (missing > 0) {
			const { value, done } = await reader.read();
			if (done) break;
			missing -= value.length;
		}
	} catch (cause) {
		throw new AppError('photo.truncated', { cause });
	} finally {
		await reader.cancel().catch(() => undefined);
	}
	if (missing > 0) throw new AppError('photo.truncated');
}
