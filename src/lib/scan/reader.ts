/**
 * Reads the barcode of a pack in a picture. One reader for every browser: the browsers' own knows no
 * DataMatrix on half of the tablets, and some drop the separators that divide lot from serial number.
 */
import readerUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { AppError } from '../errors.ts';
import { parseGs1, type PackLabel } from './gs1.ts';

type Reader = typeof import('zxing-wasm/reader');

let loading: Promise<Reader> | null = null;

/** Its wasm is the app's own file; left alone it would ask a stranger's server. */
async function load(): Promise<Reader> {
	const reader = await import('zxing-wasm/reader');
	const url = new URL(readerUrl, location.href).href;
	await reader.prepareZXingModule({
		overrides: { locateFile: () => url },
		fireImmediately: true
	});
	return reader;
}

/**
 * What the first barcode in it says that tells a pack; null where none does. Loads the reader when it is
 * asked first. Errors: AppError `scan.unavailable` where it does not load.
 */
export async function readPack(picture: ImageData): Promise<PackLabel | null> {
	loading ??= load();
	let reader: Reader;
	try {
		reader = await loading;
	} catch (cause) {
		loading = null;
		throw new AppError('scan.unavailable', { retryable: true, cause });
	}
	const found = await reader.readBarcodes(picture, {
		formats: ['DataMatrix', 'Code128', 'EAN13', 'QRCode'],
		textMode: 'Plain',
		maxNumberOfSymbols: 4
	});
	const year = new Date().getFullYear();
	const labels = found.map(({ text }) => parseGs1(text, year)).filter((label) => label !== null);
	// The lot is worth more than the number of the product, which may stand there twice.
	return labels.find(({ lot }) => lot !== null) ?? labels[0] ?? null;
}
