import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

/** What stands on the paper, in the user's language. */
export type KitPaper = {
	readonly title: string;
	/** Which vault it opens, and when it was made. */
	readonly facts: readonly string[];
	readonly codeTitle: string;
	readonly groups: readonly string[];
	readonly instructions: readonly string[];
};

/** A4, in points of 1/72 inch. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 72;
const WIDTH = PAGE.width - 2 * MARGIN;
const LINE = 1.45;
const INK = rgb(0.1, 0.1, 0.1);
const FAINT = rgb(0.4, 0.4, 0.4);

const COLUMNS = 4;
const CODE = { size: 20, row: 40, padding: 20 };

/** Greedy, as a typewriter breaks them. */
function lines(text: string, font: PDFFont, size: number): readonly string[] {
	const broken: string[] = [];
	for (const word of text.split(' ')) {
		const last = broken.at(-1);
		const longer = last === undefined ? word : `${last} ${word}`;
		if (last === undefined || font.widthOfTextAtSize(longer, size) > WIDTH) broken.push(word);
		else broken[broken.length - 1] = longer;
	}
	return broken;
}

/** Writes down a page from its top; coordinates of a PDF begin at the bottom. */
class Pen {
	readonly #page: PDFPage;
	#y = PAGE.height - MARGIN;

	constructor(page: PDFPage) {
		this.#page = page;
	}

	paragraph(text: string, font: PDFFont, size: number, color = INK): void {
		for (const line of lines(text, font, size)) {
			this.#y -= size * LINE;
			this.#page.drawText(line, { x: MARGIN, y: this.#y, font, size, color });
		}
	}

	space(points: number): void {
		this.#y -= points;
	}

	/** Numbered, in a frame: whoever types it back is asked for groups by their number. */
	code(groups: readonly string[], number: PDFFont, code: PDFFont): void {
		const rows = Math.ceil(groups.length / COLUMNS);
		const height = rows * CODE.row + CODE.padding;
		this.#y -= height;
		const frame = { x: MARGIN, y: this.#y, width: WIDTH, height };
		this.#page.drawRectangle({ ...frame, borderColor: FAINT, borderWidth: 0.75 });
		for (const [at, group] of groups.entries()) {
			const x = MARGIN + CODE.padding + ((at % COLUMNS) * (WIDTH - CODE.padding)) / COLUMNS;
			const y = this.#y + height - CODE.padding - (Math.floor(at / COLUMNS) + 0.5) * CODE.row;
			this.#page.drawText(String(at + 1), { x, y, font: number, size: 9, color: FAINT });
			this.#page.drawText(group, { x: x + 20, y, font: code, size: CODE.size, color: INK });
		}
	}
}

/** One page of A4 as a PDF file. Characters beyond those of Western Europe are not in its fonts. */
export async function kitPdf(paper: KitPaper): Promise<Uint8Array<ArrayBuffer>> {
	const file = await PDFDocument.create();
	file.setTitle(paper.title);
	const [plain, bold, code] = await Promise.all([
		file.embedFont(StandardFonts.Helvetica),
		file.embedFont(StandardFonts.HelveticaBold),
		file.embedFont(StandardFonts.CourierBold)
	]);
	const pen = new Pen(file.addPage([PAGE.width, PAGE.height]));
	pen.paragraph(paper.title, bold, 24);
	for (const fact of paper.facts) pen.paragraph(fact, plain, 11, FAINT);
	pen.space(32);
	pen.paragraph(paper.codeTitle, bold, 11);
	pen.space(12);
	pen.code(paper.groups, plain, code);
	pen.space(16);
	for (const text of paper.instructions) {
		pen.space(8);
		pen.paragraph(text, plain, 11);
	}
	return new Uint8Array(await file.save());
}
