/** What no type can see: that components say nothing of their own, and that their styles follow the reading. */
import { globSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { expect, it } from 'vitest';

const FILES = globSync('{src/lib/ui,src/routes}/**/*.svelte').filter(
	// The evidence page has one user, and no controls.
	(file) => !file.includes('/lab/')
);
const SPOKEN = new Set(['alt', 'aria-label', 'aria-valuetext', 'label', 'placeholder', 'title']);
/** What a key begins with, in any language. */
const NO_WORDS = ['age1…', 'AGE-SECRET-KEY-1…'];
const PHYSICAL =
	/(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float)(?=:\s*(?:left|right)))\s*:(?!\s*50%)/gu;
/** Over a picture, or by the hand that holds the tablet: neither is mirrored with the words. */
const IN_PICTURES = [
	'follow/ComparedPictures',
	'parts/PatientReturn',
	'parts/WipeHandle',
	'workspace/LandmarkEditor',
	'workspace/Preview'
];

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Depth first; `see` says whether what is in a node is looked at too. */
function walk(value: unknown, see: (node: Node) => boolean): void {
	if (Array.isArray(value)) for (const one of value) walk(one, see);
	else if (typeof value === 'object' && value !== null) {
		if ('type' in value && !see(value as Node)) return;
		for (const inside of Object.values(value)) walk(inside, see);
	}
}

function wordsIn(source: string): readonly string[] {
	const words: string[] = [];
	const note = (text: string): void => {
		if (/\p{L}{2}/u.test(text) && !NO_WORDS.includes(text)) words.push(text.trim());
	};
	const { fragment } = parse(source, { modern: true });
	walk(fragment, (node) => {
		if (node.type === 'Text') note((node as unknown as AST.Text).data.replace(/&\w+;/g, ''));
		if (node.type !== 'Attribute') return node.type !== 'Comment';
		const { name, value } = node as unknown as AST.Attribute;
		const parts = value === true ? [] : Array.isArray(value) ? value : [value];
		for (const part of parts) {
			if (part.type === 'Text' && SPOKEN.has(name)) note(part.data);
			if (part.type === 'ExpressionTag') walk(part, () => true);
		}
		return false;
	});
	return words;
}

it('components have all their words from the message files', () => {
	expect(wordsIn('<p title="Shut" class="wide">{n}\u00a0mm</p>')).toEqual(['Shut', 'mm']);
	expect(FILES.length).toBeGreaterThan(100);
	const found = FILES.flatMap((file) =>
		wordsIn(readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`)
	);
	expect(found).toEqual([]);
});

it('styles follow the reading, but in pictures', () => {
	const sides = (css: string) => Array.from(css.matchAll(PHYSICAL), ([, name]) => name);
	expect(
		sides('a { margin-left: 1px; text-align: right; left: 50%; inset-inline-end: 0 }')
	).toEqual(['margin-left', 'text-align']);
	const found = FILES.filter((file) => !IN_PICTURES.some((one) => file.endsWith(`${one}.svelte`)))
		.map((file) => [file, /<style[^]*<\/style>/u.exec(readFileSync(file, 'utf8'))?.[0]] as const)
		.flatMap(([file, css]) => sides(css ?? '').map((name) => `${file}: ${name}`));
	expect(found).toEqual([]);
});

it('no language is named but where languages are', () => {
	const sources = globSync('src/lib/ui/**/*.{ts,svelte}').filter(
		(file) => !/\.test\.ts$|\/messages\/|\/language\.ts$/u.test(file)
	);
	expect(sources.filter((file) => readFileSync(file, 'utf8').includes("'en-GB'"))).toEqual([]);
});
