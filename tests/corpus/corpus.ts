import type { Entry } from './entry.ts';
import { HEIF_ENTRIES } from './entries/heif.ts';
import { JPEG_ENTRIES } from './entries/jpeg.ts';
import { OTHER_ENTRIES } from './entries/others.ts';
import { PNG_ENTRIES } from './entries/png.ts';
import { WEBP_ENTRIES } from './entries/webp.ts';

/** Bad and odd inputs, made by code alone, each with the verdict that it must get. */
export const CORPUS: readonly Entry[] = [
	...JPEG_ENTRIES,
	...PNG_ENTRIES,
	...WEBP_ENTRIES,
	...HEIF_ENTRIES,
	...OTHER_ENTRIES
];
