import { afterEach, describe, expect, it, vi } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import writerUrl from 'zxing-wasm/writer/zxing_writer.wasm?url';
import { readPack } from './index.ts';

const GS = '\u001d';

afterEach(() => void vi.restoreAllMocks());

/** As a camera would see it: small, leaning, on a box. */
async function pictureOf(
	text: string,
	format: 'DataMatrix' | 'EAN13',
	options = ''
): Promise<ImageData> {
	prepareZXingModule({ overrides: { locateFile: () => new URL(writerUrl, location.href).href } });
	const { image, error } = await writeBarcode(text, { format, options, scale: 4 });
	if (image === null) throw new Error(error);
	const bitmap = await createImageBitmap(image);
	const canvas = new OffscreenCanvas(640, 480);
	const context = canvas.getContext('2d')!;
	context.fillStyle = '#b9c4cc';
	context.fillRect(0, 0, 640, 480);
	context.translate(320, 240);
	context.rotate(0.2);
	context.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
	return context.getImageData(0, 0, 640, 480);
}

describe('the reader', () => {
	it('tells lot and expiry from the code on a medicine, and asks nobody but us', async () => {
		const asked = vi.spyOn(globalThis, 'fetch');
		const text = '(01)09501101530003(17)280700(10)AB-123(21)9X';
		const picture = await pictureOf(text, 'DataMatrix', 'gs1');
		expect(await readPack(picture)).toEqual({
			gtin: '09501101530003',
			lot: 'AB-123',
			expiry: '2028-07-31'
		});
		const urls = asked.mock.calls.map(([input]) =>
			input instanceof Request ? input.url : String(input)
		);
		expect(urls.some((url) => url.includes('zxing_reader'))).toBe(true);
		for (const url of urls) expect(new URL(url, location.href).origin).toBe(location.origin);
	});

	it('tells the product alone from that of a shop', async () => {
		expect(await readPack(await pictureOf('4006381333931', 'EAN13'))).toEqual({
			gtin: '04006381333931',
			lot: null,
			expiry: null
		});
	});

	it('tells nothing of another code, or of none', async () => {
		expect(await readPack(await pictureOf(`hello${GS}world`, 'DataMatrix'))).toBeNull();
		expect(await readPack(new ImageData(64, 64))).toBeNull();
	});
});
