import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../paper/pdf.ts';
import { CLAIMS } from './claims.ts';
import { documentOf, DOCUMENTS, missingIn, type Facts } from './index.ts';

const face = (weight: number) =>
	['latin', 'latin-ext', 'greek', 'vietnamese'].map(
		(script) =>
			new Uint8Array(
				readFileSync(
					`node_modules/@fontsource/source-sans-3/files/source-sans-3-${script}-${weight}-normal.woff`
				)
			)
	);
const FONTS = { plain: face(400), bold: face(600) };

const LONDON: Facts = {
	clinic: 'Harbour Clinic',
	controller: 'Harbour Aesthetics Ltd',
	address: '1 Quay Street\nLondon E14 1AA',
	email: 'privacy@harbour.example',
	phone: '+44 20 7946 0000',
	officer: 'Ana Ferreira',
	authority: 'Information Commissioner’s Office (ICO)',
	authorityContact: 'Wycliffe House, Wilmslow; 0303 123 1113',
	instruction: {
		version: 4,
		day: '2026-11-02',
		recordRetentionYears: 10,
		leadRetentionDays: 90,
		leads: true,
		exports: true
	},
	day: '2026-11-27'
};
const DUBLIN: Facts = {
	...LONDON,
	clinic: 'Skin & Body',
	controller: 'Skin & Body Limited',
	address: '2 Main Street, Dublin',
	email: 'hello@skin.example',
	phone: '',
	officer: '',
	authority: 'Data Protection Commission',
	authorityContact: '',
	instruction: {
		version: 1,
		day: '2026-01-31',
		recordRetentionYears: 8,
		leadRetentionDays: 180,
		leads: false,
		exports: false
	}
};
const HANOI: Facts = {
	...DUBLIN,
	clinic: 'Phòng khám Ánh Dương',
	controller: 'Phòng khám Ánh Dương <b>&amp;</b>',
	address: 'Hà Nội',
	authority: 'Bộ Công an',
	instruction: { ...DUBLIN.instruction, recordRetentionYears: 1, leadRetentionDays: 7, leads: true }
};
const CLINICS = [LONDON, DUBLIN, HANOI];

/** The words of a paper as whoever opens the file reads them. */
async function read(facts: Facts, id: (typeof DOCUMENTS)[number]): Promise<string> {
	const file = await pdfOf(documentOf(id, facts), FONTS, (words) =>
		Promise.reject(new Error(`no letters for ${words}`))
	);
	const pdf = await getDocument({ data: file }).promise;
	const pages = await Promise.all(
		Array.from({ length: pdf.numPages }, async (_, at) => {
			const { items } = await (await pdf.getPage(at + 1)).getTextContent();
			return items
				.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
				.join('');
		})
	);
	return pages.join(' ').replace(/\s+/g, ' ');
}

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ');

describe.each(DOCUMENTS)('%s', (id) => {
	it('is written for three clinics, in full and without a gap', async () => {
		for (const facts of CLINICS) {
			const words = await read(facts, id);
			// What a clinic calls itself may look like anything.
			const ours = words.replaceAll(facts.controller, '');
			expect(ours).not.toMatch(/undefined|null|NaN|\[|\{|TODO|XX|lorem|…|_{2}/i);
			expect(ours).not.toMatch(/\b(result|predict)/i);
			expect(words).toContain(inOneLine(facts.controller));
			expect(words).toContain(`version ${facts.instruction.version} of ${facts.instruction.day}`);
			for (const other of CLINICS) {
				if (other !== facts) expect(words).not.toContain(other.controller);
			}
		}
	});
});

describe('the papers', () => {
	it('say of enquiries what the clinic has set', async () => {
		expect(await read(LONDON, 'notice')).toContain('kept for 90 days');
		expect(await read(DUBLIN, 'notice')).not.toContain('enquir');
		expect(await read(DUBLIN, 'terms')).toContain('switched enquiries off');
		expect(await read(DUBLIN, 'record')).not.toContain('Enquiries Patients');
	});

	it('say how long records are kept, and whom to complain to', async () => {
		expect(await read(LONDON, 'notice')).toContain('for 10 years from its last entry');
		expect(await read(HANOI, 'notice')).toContain('for 1 year from its last entry');
		expect(await read(LONDON, 'incident')).toContain('Information Commissioner’s Office (ICO)');
		expect(await read(DUBLIN, 'incident')).toContain('72 hours');
	});

	it('repeat nothing that is not so: no processor of photographs, no maker of images, nothing anonymous', async () => {
		const all = (await Promise.all(DOCUMENTS.map((id) => read(LONDON, id)))).join(' ');
		expect(all).toContain('is not a processor of them');
		expect(all).toContain('no provider of generated or altered images');
		expect(all).not.toMatch(/irreversibly|anonymised|non-personal/i);
		// By browsing or by silence nobody agrees to anything.
		expect(all).not.toMatch(/by using (our|this)|using our site/i);
	});

	it('make every claim somewhere, in the words in which it is shown', () => {
		const blocks = JSON.stringify(DOCUMENTS.map((id) => documentOf(id, LONDON).blocks));
		for (const [id, { says }] of Object.entries(CLAIMS)) {
			expect(blocks.includes(says), id).toBe(true);
		}
	});

	it('are not written while something is missing', () => {
		expect(missingIn({ ...LONDON, email: ' ', authority: '' })).toEqual(['email', 'authority']);
		expect(() => documentOf('notice', { ...LONDON, address: '' })).toThrow('address');
	});
});
