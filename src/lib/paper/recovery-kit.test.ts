import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { kitPdf, type KitPaper } from './index.ts';

const PAPER: KitPaper = {
	title: 'Vultus recovery kit',
	facts: ['Made on 26 Nov 2026', 'Vault 3F9C11AB'],
	codeTitle: 'Recovery code',
	groups: Array.from({ length: 14 }, (_, at) => `A${String(at).padStart(2, '0')}Z`),
	instructions: ['On the locked screen choose the kit and type this code. '.repeat(4).trim()]
};

/** Every string that the pages show, in the order in which they are drawn. */
function drawn(file: PDFDocument): readonly string[] {
	const streams = file.context
		.enumerateIndirectObjects()
		.flatMap(([, object]) => (object instanceof PDFRawStream ? [object.getContents()] : []))
		.map((packed) => inflateSync(packed).toString('latin1'));
	return [...streams.join('\n').matchAll(/<([0-9A-F]+)> Tj/g)].map(([, hex = '']) =>
		Buffer.from(hex, 'hex').toString('latin1')
	);
}

test('the kit is one page of A4 with every group, its number and every line on it', async () => {
	const file = await PDFDocument.load(await kitPdf(PAPER));
	expect(file.getTitle()).toBe(PAPER.title);
	expect(file.getPageCount()).toBe(1);
	expect(Math.round(file.getPage(0).getWidth())).toBe(595);
	const numbered = PAPER.groups.flatMap((group, at) => [String(at + 1), group]);
	const [title, ...facts] = drawn(file);
	expect(title).toBe(PAPER.title);
	expect(facts.slice(0, 3)).toEqual([...PAPER.facts, PAPER.codeTitle]);
	expect(facts.slice(3, 3 + numbered.length)).toEqual(numbered);
	const instructions = facts.slice(3 + numbered.length);
	expect(instructions.length).toBeGreaterThan(1);
	expect(instructions.join(' ')).toBe(PAPER.instructions[0]);
});
