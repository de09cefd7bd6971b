import { expect, it } from 'vitest';
import { drawnWords } from './drawn-words.ts';
import { paperPdf, type Paper } from './index.ts';

const PAPER: Paper = {
	title: 'Report of a visit',
	lang: 'en-GB',
	day: '2026-11-27',
	letterhead: null,
	foot: '',
	blocks: []
};

async function written(text: string): Promise<string> {
	const bytes = await paperPdf({ ...PAPER, blocks: [{ kind: 'text', text }] });
	// Not by a decoder: what is called Latin-1 there is another code.
	return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** As a PDF file writes what it shows a picture of. */
const inUtf16 = (text: string): string =>
	`\u00fe\u00ff${Array.from(text, (letter) => {
		const code = letter.charCodeAt(0);
		return String.fromCharCode(code >> 8, code & 255);
	}).join('')}`;

it('is written in the browser, with its own fonts in it', async () => {
	const file = await written('Zoë Борис Ελένη');
	expect(file.startsWith('%PDF-1.7')).toBe(true);
	// Each script is a part of its own, and the title is bold.
	expect(file.match(/\/FontFile2/g)).toHaveLength(4);
	expect(file).not.toMatch(/\/Subtype \/Image/);
});

it('shows what its fonts lack as the device shows it, and keeps the text', async () => {
	const file = await written('花子');
	expect(file.match(/\/Subtype \/Image/g)?.length).toBeGreaterThan(0);
	expect(file).toContain(inUtf16('花子'));
});

it('draws what is read from right to left at the right', async () => {
	const type = { size: 12, bold: false, colour: '#000000' };
	const inkOf = async (words: string): Promise<readonly boolean[]> => {
		const { bytes } = await drawnWords(words, type, 300);
		const bitmap = await createImageBitmap(new Blob([bytes]));
		const { width, height } = bitmap;
		const context = new OffscreenCanvas(width, height).getContext('2d')!;
		context.drawImage(bitmap, 0, 0);
		const { data } = context.getImageData(0, 0, width, height);
		const half = (from: number, to: number) =>
			data.some(
				(value, at) =>
					at % 4 === 3 && value > 0 && (at >> 2) % width >= from && (at >> 2) % width < to
			);
		return [half(0, width / 2), half(width / 2, width)];
	};
	expect(await inkOf('صورة')).toEqual([false, true]);
	expect(await inkOf('花子')).toEqual([true, true]);
});
