import latin400 from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url';
import latinExt400 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff?url';
import cyrillic400 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff?url';
import cyrillicExt400 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-400-normal.woff?url';
import greek400 from '@fontsource/source-sans-3/files/source-sans-3-greek-400-normal.woff?url';
import greekExt400 from '@fontsource/source-sans-3/files/source-sans-3-greek-ext-400-normal.woff?url';
import vietnamese400 from '@fontsource/source-sans-3/files/source-sans-3-vietnamese-400-normal.woff?url';
import latin600 from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?url';
import latinExt600 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff?url';
import cyrillic600 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff?url';
import cyrillicExt600 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-ext-600-normal.woff?url';
import greek600 from '@fontsource/source-sans-3/files/source-sans-3-greek-600-normal.woff?url';
import greekExt600 from '@fontsource/source-sans-3/files/source-sans-3-greek-ext-600-normal.woff?url';
import vietnamese600 from '@fontsource/source-sans-3/files/source-sans-3-vietnamese-600-normal.woff?url';
import { AppError } from '../errors.ts';
import type { PaperFonts } from './types.ts';

/** The app's own face, Source Sans 3: Latin, Cyrillic, Greek and Vietnamese letters. */
const FILES = {
	plain: [latin400, latinExt400, cyrillic400, cyrillicExt400, greek400, greekExt400, vietnamese400],
	bold: [latin600, latinExt600, cyrillic600, cyrillicExt600, greek600, greekExt600, vietnamese600]
};

/** Errors: AppError `engine.asset-missing`. */
export async function loadFonts(): Promise<PaperFonts> {
	const [plain, bold] = await Promise.all([FILES.plain, FILES.bold].map(loadAll));
	return { plain: plain ?? [], bold: bold ?? [] };
}

function loadAll(urls: readonly string[]): Promise<readonly Uint8Array<ArrayBuffer>[]> {
	return Promise.all(urls.map(load));
}

async function load(url: string): Promise<Uint8Array<ArrayBuffer>> {
	try {
		const response = await fetch(url);
		if (!response.ok) throw new Error(String(response.status));
		return new Uint8Array(await response.arrayBuffer());
	} catch (cause) {
		throw new AppError('engine.asset-missing', { retryable: true, cause });
	}
}
