import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { pdfOf } from './pdf.ts';
import type { Block, DrawWords, Paper, PaperFonts } from './types.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (path: string): Bytes =>
	new Uint8Array(readFileSync(fileURLToPath(new URL(path, import.meta.url))));

const SCRIPTS = [
	'latin',
	'latin-ext',
	'cyrillic',
	'cyrillic-ext',
	'greek',
	'greek-ext',
	'vietnamese'
];
const FACE = '../../../node_modules/@fontsource/source-sans-3/files/source-sans-3';
const face = (weight: number) =>
	SCRIPTS.map((script) => bytesOf(`${FACE}-${script}-${weight}-normal.woff`));
const FONTS: PaperFonts = { plain: face(400), bold: face(600) };
const PORTRAIT = bytesOf('../../../tests/fixtures/grace-hopper.jpg');

/** One black pixel. */
function dot(): Bytes {
	const crcOf = (bytes: Buffer): number => {
		let crc = ~0;
		for (const byte of bytes) {
			crc ^= byte;
			for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
		}
		return ~crc >>> 0;
	};
	const chunk = (type: string, data: Buffer): Buffer => {
		const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
		const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		crc.writeUInt32BE(crcOf(body));
		return Buffer.concat([length, body, crc]);
	};
	return new Uint8Array(
		Buffer.concat([
			Buffer.from('89504e470d0a1a0a', 'hex'),
			chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
			chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
			chunk('IEND', Buffer.alloc(0))
		])
	);
}

function paper(blocks: readonly Block[], rest: Partial<Paper> = {}): Paper {
	return {
		title: 'Report of a visit',
		lang: 'en-GB',
		day: '2026-11-27',
		letterhead: null,
		foot: 'Made on this device',
		blocks,
		...rest
	};
}

const nothingDrawn: DrawWords = (words) => Promise.reject(new Error(`drawn: ${words}`));

async function read(
	blocks: readonly Block[],
	rest: Partial<Paper> = {},
	draw = nothingDrawn
): Promise<PDFDocumentProxy> {
	const data = await pdfOf(paper(blocks, rest), FONTS, draw);
	return getDocument({ data, verbosity: 0, disableFontFace: true }).promise;
}

async function wordsOf(file: PDFDocumentProxy): Promise<string> {
	const pages = Array.from({ length: file.numPages }, async (_, at) => {
		const { items } = await (await file.getPage(at + 1)).getTextContent();
		return items.map((item) => ('str' in item ? item.str : '')).join(' ');
	});
	// Where lines and columns end is not the words' business.
	return (await Promise.all(pages)).join(' ').replace(/\s+/g, ' ');
}

type Tree = { readonly role?: string; readonly alt?: string; readonly children?: readonly Tree[] };

/** Roles from the top down, and what stands in the place of pictures. */
function outline({ role, alt, children = [] }: Tree): readonly string[] {
	const own =
		role === undefined || role === 'Root' ? [] : [alt === undefined ? role : `${role}: ${alt}`];
	return [...own, ...children.flatMap(outline)];
}

async function treeOf(file: PDFDocumentProxy, page = 1): Promise<readonly string[]> {
	return outline((await (await file.getPage(page)).getStructTree()) as Tree);
}

async function picturesOn(file: PDFDocumentProxy, page = 1): Promise<number> {
	const { fnArray } = await (await file.getPage(page)).getOperatorList();
	return fnArray.filter((op) => op === OPS.paintImageXObject).length;
}

describe('a paper', () => {
	it('has its words, in order, under the structure that a screen reader reads', async () => {
		const file = await read([
			{ kind: 'heading', text: 'What was said' },
			{ kind: 'text', text: 'They look so tired in the evening.\nAlways.' },
			{ kind: 'list', items: ['Bruising', 'Swelling'] },
			{ kind: 'table', head: ['Product', 'Amount'], rows: [['Filler', '0.5 mL']] }
		]);
		expect(await treeOf(file)).toEqual(
			[
				'Document',
				'H1',
				'H2',
				'P',
				'P',
				'L',
				'LI',
				'Lbl',
				'LBody',
				'LI',
				'Lbl',
				'LBody',
				'Table'
			].concat(['TR', 'TH', 'TH', 'TR', 'TD', 'TD'])
		);
		expect(await wordsOf(file)).toBe(
			'Report of a visit What was said They look so tired in the evening. Always. ' +
				'• Bruising • Swelling Product Amount Filler 0.5 mL Made on this device 1 / 1'
		);
	});

	it('says its title and language, and nothing of anybody or of the hour', async () => {
		const file = await read([]);
		const { info, metadata } = await file.getMetadata();
		const { Title, Producer, Creator, Language, CreationDate, ...rest } = info as Record<
			string,
			unknown
		>;
		expect([Title, Producer, Creator, Language]).toEqual([
			'Report of a visit',
			'Vultus',
			'Vultus',
			'en-GB'
		]);
		expect(CreationDate).toMatch(/^D:20261127000000/);
		expect(Object.keys(rest).filter((name) => /author|subject|keywords|mod/i.test(name))).toEqual(
			[]
		);
		expect(metadata.getRaw()).toMatch(/<pdfuaid:part>1</);
		// Its types say that it is an object.
		const marked = (await file.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
		expect(marked.get('Marked')).toBe(true);
	});

	it('has its pictures to the byte, with the words for who does not see them', async () => {
		const picture = { bytes: PORTRAIT, alt: 'Front, before', caption: 'Photograph' };
		const blocks: Block[] = [
			{ kind: 'pictures', pictures: [picture, { ...picture, alt: 'Front, illustration' }] }
		];
		const file = await read(blocks);
		expect(await picturesOn(file)).toBe(2);
		expect(await treeOf(file)).toEqual([
			'Document',
			'H1',
			'Figure: Front, before',
			'P',
			'Figure: Front, illustration',
			'P'
		]);
		const written = Buffer.from(await pdfOf(paper(blocks), FONTS, nothingDrawn));
		expect(written.includes(Buffer.from(PORTRAIT))).toBe(true);
	});

	it('shows names in the scripts of Europe and Vietnam by its own letters', async () => {
		const names = 'Zoë Łukasz Şahin Борис Ґалаґан Ελένη Nguyễn Thị Hằng';
		const words = await wordsOf(await read([{ kind: 'text', text: names }]));
		expect(words.replaceAll(' ', '')).toContain(names.replaceAll(' ', ''));
	});

	it('draws what it has no letters for, and keeps its text', async () => {
		const asked: string[] = [];
		const file = await read(
			[
				{ kind: 'text', text: '山田 花子' },
				{ kind: 'list', items: ['نور'] }
			],
			{},
			(words) => {
				asked.push(words);
				return Promise.resolve({ bytes: dot(), width: 40, height: 14 });
			}
		);
		expect(asked).toEqual(['山田 花子', 'نور']);
		expect(await picturesOn(file)).toBe(2);
		const written = Buffer.from(
			await pdfOf(paper([{ kind: 'text', text: '花子' }]), FONTS, () =>
				Promise.resolve({ bytes: dot(), width: 40, height: 14 })
			)
		);
		const utf16 = Buffer.from('\ufeff花子', 'utf16le').swap16();
		expect(written.includes(utf16)).toBe(true);
	});

	it('goes on over as many pages as it needs, and numbers them', async () => {
		const text = 'A line that goes on for a while. '.repeat(40);
		const file = await read(Array.from({ length: 12 }, () => ({ kind: 'text', text })));
		expect(file.numPages).toBeGreaterThan(2);
		const words = await wordsOf(file);
		expect(words.match(/A line that goes on for a while\./g)).toHaveLength(480);
		for (let page = 1; page <= file.numPages; page++) {
			expect(words).toContain(`${page} / ${file.numPages}`);
		}
	});

	it('has the letterhead of a clinic above it', async () => {
		const letterhead = {
			name: 'Klinik Süd',
			address: '1 High Street\nLeeds',
			logo: { bytes: PORTRAIT, alt: 'Logo of Klinik Süd' },
			accent: '#0a655e'
		};
		const file = await read([], { letterhead });
		expect(await treeOf(file)).toEqual([
			'Document',
			'Figure: Logo of Klinik Süd',
			'P',
			'P',
			'P',
			'H1'
		]);
	});

	it('has a drawing as lines, and groups to type off with their numbers', async () => {
		const file = await read([
			{
				kind: 'drawing',
				width: 300,
				height: 100,
				strokes: [
					[
						[0, 0],
						[10, 20]
					],
					[[5, 5]]
				],
				alt: 'Signature'
			},
			{ kind: 'code', groups: ['A00Z', 'A01Z'] }
		]);
		expect(await treeOf(file)).toEqual([
			'Document',
			'H1',
			'Figure: Signature',
			'L',
			'LI',
			'Lbl',
			'LBody',
			'LI',
			'Lbl',
			'LBody'
		]);
		expect(await wordsOf(file)).toContain('1 A00Z 2 A01Z');
	});
});
