import { describe, expect, it } from 'vitest';
import type { TeachingCase } from '../../record/index.ts';
import { casePage, casePaper, doneWords } from './case-page.ts';

const CASE: TeachingCase = {
	age: { from: 40, to: 49 },
	pictures: [
		{ view: 'front', isIllustration: false, week: null },
		{ view: 'front', isIllustration: true, week: 12 },
		{ view: 'profile', isIllustration: false, week: 0 }
	],
	done: [
		{ treatment: 'jaw_masseter', product: 'Toxin <100>', amount: 12.5, unit: 'U' },
		{ treatment: null, product: 'Peel', amount: null, unit: '' }
	],
	text: 'Deep lines & "frown"'
};
const BYTES = [1, 2, 3].map((one) => Uint8Array.of(one));
const paper = casePaper(CASE, BYTES, 'training');
const page = new TextDecoder().decode(casePage(paper, (at) => `pictures/${at}.jpg`));

describe('the page of a teaching case', () => {
	it('says what an illustration is with each of them, and when each was relative to the treatment', () => {
		const [pictures] = paper.blocks.flatMap((block) =>
			block.kind === 'pictures' ? [block.pictures] : []
		);
		expect(pictures?.map(({ caption }) => caption)).toEqual([
			'Photograph: Front, no treatment before',
			'Illustration, not a photograph: Front, week 12',
			'Photograph: Profile, week 0'
		]);
	});

	it('says that the face can be recognised, and the age as a band', () => {
		expect(page).toContain('The face can be recognised.');
		expect(page).toContain('40 to 49 years');
	});

	it('says what the patient agreed to, and nothing of the other', () => {
		expect(page).toContain('agreed to teaching within the clinic; do not publish');
		const published = casePaper(CASE, BYTES, 'case-publication');
		const words = JSON.stringify(published);
		expect(published.title).toBe('Case to be published');
		expect(words).toContain('The face can be recognised.');
		expect(words).toContain('They may withdraw');
		expect(words).not.toContain('teaching');
	});

	it('shows each picture from its own file, in order', () => {
		const files = Array.from(page.matchAll(/<img src="([^"]+)"/g), ([, file]) => file);
		expect(files).toEqual(['pictures/0.jpg', 'pictures/1.jpg', 'pictures/2.jpg']);
	});

	it('keeps what was typed text', () => {
		expect(page).toContain('Toxin &lt;100&gt;');
		expect(page).toContain('Deep lines &amp; &quot;frown&quot;');
		expect(page).not.toMatch(/<script|<100>/);
	});

	it('says of a line only what there is', () => {
		expect(CASE.done.map(doneWords)).toEqual(['Jaw slimming, Toxin <100>, 12.5 U', 'Peel']);
	});
});
