/** A case as people read it: one paper, on the screen and as a page with its pictures beside it. */
import type { Block, CaseUse, Paper, TeachingCase } from '../../record/index.ts';
import { PRODUCT_NAME } from '../../product.ts';
import { formatPlain } from '../format.ts';
import { viewName } from '../follow/view-name.ts';
import { language, languageTag, listed } from '../language.ts';
import { treatmentName } from '../messages/index.ts';
import { tc } from '../messages/teaching.en.ts';
import { heading, section, text } from '../papers/papers.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Pictured = TeachingCase['pictures'][number];

/** No day: a case says none. */
export type CasePaper = Omit<Paper, 'day'>;

export function weekWords(week: number | null): string {
	return week === null ? tc('week.none') : tc('week', { week });
}

function pictureWords({ view, isIllustration, week }: Pictured): string {
	const isLoose = view === 'frontal' || view === 'oblique' || view === 'profile';
	const name = isLoose
		? viewName({ standardView: null, view })
		: viewName({ standardView: view, view: 'frontal' });
	const words = { view: name, time: weekWords(week) };
	return isIllustration ? tc('case.illustration', words) : tc('case.photograph', words);
}

function ageWords(age: TeachingCase['age']): string {
	if (age === null) return tc('case.age.unknown');
	if (age.to === null) return tc('case.age.over', age);
	return age.from === 0 ? tc('case.age.under') : tc('case.age.band', { ...age, to: age.to });
}

/** "20 U"; empty where no amount was typed. */
function amountWords({ amount, unit }: TeachingCase['done'][number]): string {
	return amount === null ? '' : `${formatPlain(amount)} ${unit}`.trim();
}

/** What one line of what was done says. */
export function doneWords(one: TeachingCase['done'][number]): string {
	const name = one.treatment === null ? '' : treatmentName(one.treatment);
	return listed([name, one.product, amountWords(one)].filter((part) => part !== ''));
}

/** `pictures`: in the order of the case's. `use`: what it leaves for, which it says. */
export function casePaper(
	content: TeachingCase,
	pictures: readonly Bytes[],
	use: CaseUse
): CasePaper {
	const shown = content.pictures.flatMap((one, at) => {
		const bytes = pictures[at];
		const words = pictureWords(one);
		return bytes === undefined ? [] : [{ bytes, alt: words, caption: words }];
	});
	const rows = content.done.map((one) => [
		one.treatment === null ? '' : treatmentName(one.treatment),
		one.product,
		amountWords(one)
	]);
	const table: Block = {
		kind: 'table',
		head: [tc('case.treatment'), tc('case.product'), tc('case.amount')],
		rows
	};
	return {
		title: tc(`case.title.${use}`),
		lang: languageTag(),
		letterhead: null,
		foot: PRODUCT_NAME,
		blocks: [
			text(tc(`case.warning.${use}`)),
			heading(tc('case.age')),
			text(ageWords(content.age)),
			heading(tc('pictures.title')),
			{ kind: 'pictures', pictures: shown },
			...section(tc('done.title'), rows.length === 0 ? [] : [table]),
			...section(tc('text.title'), content.text.trim() === '' ? [] : [text(content.text.trim())])
		]
	};
}

/** The paper as a page; `fileOf`: where its picture lies, counted from 0. UTF-8. */
export function casePage(paper: CasePaper, fileOf: (at: number) => string): Bytes {
	let at = 0;
	const next = (): string => fileOf(at++);
	const body = paper.blocks.map((block) => blockHtml(block, next)).join('\n');
	const page = `<!doctype html>
<html lang="${paper.lang}" dir="${language().dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(paper.title)}</title>
<style>
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
p { white-space: pre-line; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid; text-align: start; }
figure { display: inline-block; width: min(100%, 28rem); margin: 0 1rem 1rem 0; }
img { max-width: 100%; }
</style>
<h1>${escaped(paper.title)}</h1>
${body}
<footer><small>${escaped(paper.foot)}</small></footer>
</html>
`;
	return new TextEncoder().encode(page);
}

function blockHtml(block: Block, nextFile: () => string): string {
	switch (block.kind) {
		case 'heading':
			return `<h2>${escaped(block.text)}</h2>`;
		case 'text':
			return `<p>${escaped(block.text)}</p>`;
		case 'table': {
			const head = block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
			const rows = block.rows.map(
				(row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
			);
			return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
		}
		case 'pictures':
			return block.pictures
				.map(({ alt, caption }) => {
					const image = `<img src="${nextFile()}" alt="${escaped(alt)}">`;
					return `<figure>${image}<figcaption>${escaped(caption)}</figcaption></figure>`;
				})
				.join('\n');
		default:
			return '';
	}
}

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

function escaped(words: string): string {
	return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
