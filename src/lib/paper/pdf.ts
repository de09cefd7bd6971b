/** Papers as PDF files that a screen reader reads as well (PDF/UA-1, ISO 14289-1). Lengths in points. */
import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { PRODUCT_NAME } from '../product.ts';
import { Typeface, type Run } from './typeface.ts';
import type {
	Block,
	DrawnWords,
	DrawWords,
	Paper,
	PaperFonts,
	PaperHead,
	PaperPicture,
	Type
} from './types.ts';

const MARGINS = { top: 56, right: 56, bottom: 72, left: 56 };
const INK = '#1a1a1a';
const FAINT = '#595959';
const RULE = '#bfbfbf';
/** Between the lines of a text, as a share of its size. */
const LEADING = 0.22;

const TITLE = { size: 22, bold: true };
const HEADING = { size: 13, bold: true, colour: INK };
const TEXT = { size: 10.5, bold: false, colour: INK };
const SMALL = { size: 9, bold: false, colour: FAINT };
const CODE = { size: 17, bold: true, colour: INK };

const LOGO = { width: 150, height: 48 };
/** Between what stands side by side. */
const GUTTER = 14;
/** A pair of pictures leaves room for the words about them. */
const PICTURE_HEIGHT = 290;
const DRAWING_HEIGHT = 70;
const CODE_COLUMNS = 4;

type Place = { readonly x: number; readonly y: number; readonly width: number };
/** Words that fonts can show, or a picture of them. */
type Words = { readonly runs: readonly Run[] } | { readonly picture: DrawnWords };
type Structure = ReturnType<PDFDocument['struct']>;

/**
 * One file. Letters that the fonts do not have are drawn by `draw`, and are then a picture with their
 * text behind it: nothing is left out.
 */
export async function pdfOf(
	paper: Paper,
	fonts: PaperFonts,
	draw: DrawWords
): Promise<Uint8Array<ArrayBuffer>> {
	const file = new PDFDocument({
		size: 'A4',
		margins: MARGINS,
		pdfVersion: '1.7',
		subset: 'PDF/UA',
		tagged: true,
		displayTitle: true,
		lang: paper.lang,
		bufferPages: true,
		// Or it asks for Helvetica, which no browser's build of it has.
		font: null,
		info: {
			Title: paper.title,
			Producer: PRODUCT_NAME,
			Creator: PRODUCT_NAME,
			CreationDate: new Date(paper.day)
		}
	});
	const bytes = toBytes(file);
	const writer = new Writer(file, new Typeface(file, fonts), draw);
	await writer.write(paper);
	file.end();
	return bytes;
}

/** Writes one paper down its pages. */
class Writer {
	readonly #file: PDFDocument;
	readonly #typeface: Typeface;
	readonly #draw: DrawWords;
	readonly #root: Structure;
	readonly #width: number;

	constructor(file: PDFDocument, typeface: Typeface, draw: DrawWords) {
		this.#file = file;
		this.#typeface = typeface;
		this.#draw = draw;
		this.#width = file.page.width - MARGINS.left - MARGINS.right;
		this.#root = file.struct('Document');
		file.addStructure(this.#root);
	}

	async write({ title, letterhead, blocks, foot }: Paper): Promise<void> {
		if (letterhead !== null) await this.#head(letterhead);
		await this.#text('H1', title, { ...TITLE, colour: letterhead?.accent ?? INK });
		this.#file.y += 6;
		for (const block of blocks) await this.#block(block);
		this.#root.end();
		await this.#feet(foot);
	}

	async #head({ name, address, logo, accent }: PaperHead): Promise<void> {
		const top = this.#file.y;
		let bottom = top;
		let indent = 0;
		if (logo !== null) {
			const { width, height } = this.#fitted(logo, LOGO.width, LOGO.height);
			this.#figure(this.#root, logo, { x: MARGINS.left, y: top, width }, height);
			indent = width + GUTTER;
			bottom = top + height;
		}
		this.#file.y = top;
		const place = { x: MARGINS.left + indent, width: this.#width - indent };
		const type = { size: 12, bold: true, colour: accent ?? INK };
		if (name !== '') await this.#text('P', name, type, place);
		for (const row of address.split('\n').filter((one) => one.trim() !== '')) {
			await this.#text('P', row, SMALL, place);
		}
		bottom = Math.max(bottom, this.#file.y) + 10;
		this.#rule(bottom, accent ?? RULE);
		this.#file.y = bottom + 16;
	}

	async #block(block: Block): Promise<void> {
		switch (block.kind) {
			case 'heading':
				this.#room(70);
				this.#file.y += 12;
				await this.#text('H2', block.text, HEADING);
				this.#file.y += 3;
				return;
			case 'text':
				for (const part of block.text.split('\n').filter((one) => one.trim() !== '')) {
					await this.#text('P', part, block.faint === true ? SMALL : TEXT);
					this.#file.y += 4;
				}
				return;
			case 'list':
				await this.#list(block.items);
				return;
			case 'table':
				await this.#table(block.head, block.rows);
				return;
			case 'pictures':
				await this.#pictures(block.pictures);
				return;
			case 'code':
				this.#code(block.groups);
				return;
			case 'drawing':
				this.#drawing(block);
		}
	}

	/** A paragraph of its own, from where the last one ended. */
	async #text(
		tag: string,
		text: string,
		type: Type,
		{ x, width } = { x: MARGINS.left, width: this.#width }
	): Promise<void> {
		const words = await this.#words(text, type, width);
		this.#room(this.#height(words, text, type, width));
		this.#put(this.#root, tag, text, words, type, { x, y: this.#file.y, width });
	}

	async #list(items: readonly string[]): Promise<void> {
		const list = this.#file.struct('L');
		this.#root.add(list);
		const x = MARGINS.left + 14;
		const width = this.#width - 14;
		for (const item of items) {
			const words = await this.#words(item, TEXT, width);
			this.#room(this.#height(words, item, TEXT, width));
			const [entry, y] = [this.#file.struct('LI'), this.#file.y];
			list.add(entry);
			const bullet = { runs: this.#typeface.runs('•', false) ?? [] };
			this.#put(entry, 'Lbl', '•', bullet, TEXT, { x: MARGINS.left + 2, y, width: 12 });
			this.#put(entry, 'LBody', item, words, TEXT, { x, y, width });
			entry.end();
			this.#file.y += 3;
		}
		list.end();
		this.#file.y += 2;
	}

	async #table(head: readonly string[], rows: readonly (readonly string[])[]): Promise<void> {
		const table = this.#file.struct('Table');
		this.#root.add(table);
		const widths = this.#columns([head, ...rows]);
		await this.#row(table, 'TH', head, widths);
		for (const row of rows) await this.#row(table, 'TD', row, widths);
		table.end();
		this.#file.y += 8;
	}

	async #row(
		table: Structure,
		tag: 'TH' | 'TD',
		cells: readonly string[],
		widths: readonly number[]
	): Promise<void> {
		const type = tag === 'TH' ? { ...SMALL, bold: true } : TEXT;
		const written = await Promise.all(
			cells.map(async (text, at) => {
				const width = (widths[at] ?? 0) - GUTTER / 2;
				const words = await this.#words(text, type, width);
				return { text, words, width, height: this.#height(words, text, type, width) };
			})
		);
		const height = Math.max(...written.map((cell) => cell.height));
		this.#room(height + 8);
		const y = this.#file.y + 4;
		const row = this.#file.struct('TR');
		table.add(row);
		let x = MARGINS.left;
		for (const [at, { text, words, width }] of written.entries()) {
			this.#put(row, tag, text, words, type, { x, y, width });
			x += widths[at] ?? 0;
		}
		row.end();
		this.#rule(y + height + 3, RULE);
		this.#file.y = y + height + 4;
	}

	/** As wide as their longest word asks, the rest by how much stands in them. */
	#columns(rows: readonly (readonly string[])[]): readonly number[] {
		const count = Math.max(...rows.map((row) => row.length));
		const weights = Array.from({ length: count }, (_, at) => {
			const lengths = rows.map((row) => Math.min(40, row[at]?.length ?? 0));
			return Math.max(7, ...lengths);
		});
		const sum = weights.reduce((one, other) => one + other, 0);
		return weights.map((weight) => (weight / sum) * this.#width);
	}

	async #pictures(
		pictures: readonly (PaperPicture & { readonly caption: string })[]
	): Promise<void> {
		const width = (this.#width - GUTTER) / 2;
		for (let at = 0; at < pictures.length; at += 2) {
			const pair = await Promise.all(
				pictures.slice(at, at + 2).map(async (picture) => ({
					...picture,
					...this.#fitted(picture, width, PICTURE_HEIGHT),
					words: await this.#words(picture.caption, SMALL, width)
				}))
			);
			const height = Math.max(...pair.map((one) => one.height));
			const caption = Math.max(
				...pair.map((one) => this.#height(one.words, one.caption, SMALL, width))
			);
			this.#room(height + caption + 16);
			const y = this.#file.y + 4;
			for (const [n, one] of pair.entries()) {
				const place = { x: MARGINS.left + n * (width + GUTTER), y, width: one.width };
				this.#figure(this.#root, one, place, one.height);
				const under = { ...place, y: y + height + 4, width };
				this.#put(this.#root, 'P', one.caption, one.words, SMALL, under);
			}
			this.#file.y = y + height + caption + 12;
		}
	}

	/** Numbered, in a frame: whoever types it back is asked for groups by their number. */
	#code(groups: readonly string[]): void {
		const [row, padding] = [40, 20];
		const rows = Math.ceil(groups.length / CODE_COLUMNS);
		const height = rows * row + padding;
		this.#room(height + 10);
		const top = this.#file.y;
		this.#artifact(() => {
			this.#file.lineWidth(0.75).strokeColor(RULE);
			this.#file.rect(MARGINS.left, top, this.#width, height).stroke();
		});
		const list = this.#file.struct('L');
		this.#root.add(list);
		const column = (this.#width - padding) / CODE_COLUMNS;
		for (const [at, group] of groups.entries()) {
			const x = MARGINS.left + padding + (at % CODE_COLUMNS) * column;
			const y = top + padding / 2 + Math.floor(at / CODE_COLUMNS) * row + 8;
			const entry = this.#file.struct('LI');
			list.add(entry);
			const plain = (text: string, bold: boolean): Words => ({
				runs: this.#typeface.runs(text, bold) ?? []
			});
			const [label, width] = [String(at + 1), column - 22];
			this.#put(entry, 'Lbl', label, plain(label, false), SMALL, { x, y: y + 8, width: 20 });
			this.#put(entry, 'LBody', group, plain(group, true), CODE, { x: x + 22, y, width });
			entry.end();
		}
		list.end();
		this.#file.y = top + height + 10;
	}

	#drawing({ width, height, strokes, alt }: Extract<Block, { readonly kind: 'drawing' }>): void {
		const scale = Math.min(DRAWING_HEIGHT / height, this.#width / 2 / width);
		this.#room(height * scale + 12);
		const [left, top] = [MARGINS.left, this.#file.y + 4];
		const figure = this.#file.struct('Figure', { alt });
		this.#root.add(figure);
		figure.add(() => {
			this.#file.lineWidth(1.1).strokeColor(INK).lineCap('round').lineJoin('round');
			for (const [first = [0, 0], ...rest] of strokes) {
				const [x, y] = [left + first[0] * scale, top + first[1] * scale];
				this.#file.moveTo(x, y);
				// A dot is a line of no length.
				if (rest.length === 0) this.#file.lineTo(x, y);
				for (const [nextX, nextY] of rest) {
					this.#file.lineTo(left + nextX * scale, top + nextY * scale);
				}
				this.#file.stroke();
			}
		});
		figure.end();
		const y = top + height * scale + 2;
		this.#artifact(() => {
			this.#file.lineWidth(0.75).strokeColor(RULE);
			this.#file
				.moveTo(left, y)
				.lineTo(left + this.#width / 2, y)
				.stroke();
		});
		this.#file.y = y + 6;
	}

	async #feet(foot: string): Promise<void> {
		const words = await this.#words(foot, SMALL, this.#width - 60);
		const { start, count } = this.#file.bufferedPageRange();
		for (let at = 0; at < count; at++) {
			this.#file.switchToPage(start + at);
			const y = this.#file.page.height - MARGINS.bottom + 26;
			// Or what stands below the margin begins another page.
			this.#file.page.margins.bottom = 0;
			this.#artifact(() => {
				this.#show(words, SMALL, { x: MARGINS.left, y, width: this.#width - 60 });
				const number = `${at + 1} / ${count}`;
				this.#file.font(this.#typeface.main(false)).fontSize(SMALL.size).fillColor(FAINT);
				const place = { width: 60, align: 'right' as const, lineBreak: false };
				this.#file.text(number, MARGINS.left + this.#width - 60, y, place);
			}, 'Pagination');
		}
	}

	async #words(text: string, type: Type, width: number): Promise<Words> {
		const runs = this.#typeface.runs(text, type.bold);
		return runs === null ? { picture: await this.#draw(text, type, width) } : { runs };
	}

	#height(words: Words, text: string, { size, bold }: Type, width: number): number {
		if ('picture' in words) return words.picture.height;
		this.#file.font(this.#typeface.main(bold)).fontSize(size);
		return this.#file.heightOfString(text, { width, lineGap: size * LEADING });
	}

	/** Under its tag; afterwards `y` is below it. */
	#put(parent: Structure, tag: string, text: string, words: Words, type: Type, place: Place): void {
		const element = this.#file.struct(tag, 'picture' in words ? { actual: text } : {});
		parent.add(element);
		element.add(() => this.#show(words, type, place));
		element.end();
	}

	#show(words: Words, { size, colour }: Type, { x, y, width }: Place): void {
		if ('picture' in words) {
			const { picture } = words;
			this.#file.image(picture.bytes, x, y, { width: picture.width, height: picture.height });
			this.#file.y = y + picture.height;
			return;
		}
		const last = words.runs.length - 1;
		for (const [at, { text, font }] of words.runs.entries()) {
			this.#file.font(font).fontSize(size).fillColor(colour);
			const options = { width, lineGap: size * LEADING, continued: at < last };
			if (at === 0) this.#file.text(text, x, y, options);
			else this.#file.text(text, options);
		}
	}

	#figure(parent: Structure, { bytes, alt }: PaperPicture, { x, y, width }: Place, height: number) {
		const figure = this.#file.struct('Figure', { alt });
		parent.add(figure);
		figure.add(() => this.#file.image(bytes, x, y, { width, height }));
		figure.end();
	}

	#fitted({ bytes }: PaperPicture, width: number, height: number) {
		const picture = this.#file.openImage(bytes);
		const scale = Math.min(width / picture.width, height / picture.height);
		return { width: picture.width * scale, height: picture.height * scale };
	}

	#rule(y: number, colour: string): void {
		this.#artifact(() => {
			this.#file.lineWidth(0.75).strokeColor(colour);
			this.#file
				.moveTo(MARGINS.left, y)
				.lineTo(MARGINS.left + this.#width, y)
				.stroke();
		});
	}

	/** What a screen reader passes over. */
	#artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
		this.#file.markContent('Artifact', { type });
		draw();
		this.#file.endMarkedContent();
	}

	/** On the next page where there is not so much room on this one. */
	#room(height: number): void {
		const { page, y } = this.#file;
		const isFresh = y <= MARGINS.top + 1;
		if (y + height > page.height - MARGINS.bottom && !isFresh) this.#file.addPage();
	}
}
