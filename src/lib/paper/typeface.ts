import { create } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { PaperFonts } from './types.ts';

type Part = { readonly name: string; readonly has: (codePoint: number) => boolean };

/** Part of a text that one font can show. */
export type Run = { readonly text: string; readonly font: string };

/** Which of the fonts shows which letter. */
export class Typeface {
	readonly #parts: Readonly<Record<'plain' | 'bold', readonly Part[]>>;

	constructor(file: PDFDocument, fonts: PaperFonts) {
		const open = (weight: 'plain' | 'bold') =>
			fonts[weight].map((bytes, at): Part => {
				const name = `${weight} ${at}`;
				file.registerFont(name, bytes);
				const font = create(bytes);
				return { name, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
			});
		this.#parts = { plain: open('plain'), bold: open('bold') };
	}

	/** Its first part, by whose letters lines are measured. */
	main(bold: boolean): string {
		return this.#parts[bold ? 'bold' : 'plain'][0]?.name ?? '';
	}

	/** Null where a letter is in none of the fonts. */
	runs(text: string, bold: boolean): readonly Run[] | null {
		const parts = this.#parts[bold ? 'bold' : 'plain'];
		const runs: Run[] = [];
		for (const letter of text) {
			const last = runs.at(-1);
			// Spaces stay with what they follow, so that lines can break there.
			const font =
				last !== undefined && /\s/.test(letter)
					? last.font
					: parts.find(({ has }) => has(letter.codePointAt(0) ?? 0))?.name;
			if (font === undefined) return null;
			if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + letter };
			else runs.push({ font, text: letter });
		}
		return runs;
	}
}
