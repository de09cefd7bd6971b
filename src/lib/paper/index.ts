import { drawnWords } from './drawn-words.ts';
import { loadFonts } from './fonts.ts';
import { pdfOf } from './pdf.ts';
import type { Paper } from './types.ts';

export type { Block, Paper, PaperHead } from './types.ts';

/** A PDF file. Errors: AppError `engine.asset-missing` where its fonts are not there. */
export async function paperPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
	return pdfOf(paper, await loadFonts(), drawnWords);
}
