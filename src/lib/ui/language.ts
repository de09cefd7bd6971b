/**
 * Which language the app speaks. It is settled before the first component is loaded (src/hooks.client.ts)
 * and stays until the page is loaded anew, so words and formats can be taken once and for all.
 */
import type { Translation } from './messages/translation.ts';

/** `locale`: BCP 47, for dates and numbers. `name`: in the language itself. `comma`: between the parts of a list. */
export type Language = {
	readonly id: LanguageId;
	readonly name: string;
	readonly locale: string;
	readonly dir: 'ltr' | 'rtl';
	readonly comma: string;
};
type LanguageId = 'en' | 'de' | 'ar';

const ENGLISH: Language = {
	id: 'en',
	name: 'English',
	locale: 'en-GB',
	dir: 'ltr',
	comma: ', '
};

export const LANGUAGES: readonly Language[] = [
	ENGLISH,
	{ id: 'de', name: 'Deutsch', locale: 'de-DE', dir: 'ltr', comma: ', ' },
	// Doses, lots and millimetres stand in the digits that are on packs and devices.
	{ id: 'ar', name: 'العربية', locale: 'ar-u-nu-latn', dir: 'rtl', comma: '، ' }
];

/** Those of the pages that anybody may read, or of the whole app. */
export type Extent = 'public' | 'all';
type Words = Partial<Translation>;

/** English is in the app itself. */
const TRANSLATIONS: Readonly<
	Record<Exclude<LanguageId, 'en'>, Readonly<Record<Extent, () => Promise<Words>>>>
> = {
	de: {
		public: () => import('./messages/public.de.ts'),
		all: async () => (await import('./messages/all.de.ts')).de
	},
	ar: {
		public: () => import('./messages/public.ar.ts'),
		all: async () => (await import('./messages/all.ar.ts')).ar
	}
};

/** Beside the other choices of this device; not in the vault, which has to be unlocked in a language. */
const KEY = 'vultus.language';
/** In an address, where it goes before the device's own: so a visitor chooses without anything being stored. */
const ASKED = 'language';

let spoken = ENGLISH;
let words: Words | null = null;
let extent: Extent = 'all';

export function language(): Language {
	return spoken;
}

/** BCP 47, for what is marked as being in it: a page, a paper. */
export function languageTag(): string {
	return spoken.locale.replace(/-u-.*/, '');
}

/** Whether lines begin at this side of the screen: hands are not mirrored with the words. */
export function isStart(side: 'left' | 'right'): boolean {
	return (side === 'left') === (spoken.dir === 'ltr');
}

/** Beside each other in one line, with the comma of the language; what is empty is left out. */
export function listed(parts: readonly string[], { comma } = spoken): string {
	return parts.filter((part) => part.trim() !== '').join(comma);
}

/** Null while English is spoken. */
export function translation(): Words | null {
	return words;
}

/** Whether what a page says is there; English always is. */
export function isSaid(wanted: Extent): boolean {
	return words === null || extent === 'all' || wanted === 'public';
}

/** The first that is known of what was asked for, chosen and is the browser's own; else English. */
export function preferredLanguage(tags: readonly (string | null)[]): Language {
	const wanted = tags.map((tag) => tag?.toLowerCase().split('-')[0]);
	const found = wanted.flatMap((id) => LANGUAGES.filter((known) => known.id === id));
	return found[0] ?? ENGLISH;
}

/** Where its words do not arrive, the app goes on in English. */
export async function settleLanguage(wantedExtent: Extent): Promise<void> {
	const wanted = preferredLanguage([asked(), readChoice(), ...navigator.languages]);
	try {
		words = wanted.id === 'en' ? null : await TRANSLATIONS[wanted.id][wantedExtent]();
		spoken = wanted;
		extent = wantedExtent;
	} catch {
		// The chunk is not there: offline before the app was stored.
	}
	Object.assign(document.documentElement, { lang: languageTag(), dir: spoken.dir });
}

/** Holds from the next load of the page on. */
export function chooseLanguage(id: string): void {
	try {
		localStorage.setItem(KEY, id);
	} catch {
		// Full or forbidden: the browser's own language stays.
	}
}

/** This page once more, in the language that the device has chosen. */
export function loadAsChosen(): void {
	const url = new URL(location.href);
	url.searchParams.delete(ASKED);
	if (url.href === location.href) location.reload();
	else location.replace(url);
}

/** This page once more, in a language that its address says: nothing is stored by it. */
export function loadIn(id: string): void {
	const url = new URL(location.href);
	url.searchParams.set(ASKED, id);
	location.assign(url);
}

/** A path, with the language that the address of this page asks for, if it does. */
export function asAsked(path: string): string {
	return asked() === null ? path : `${path}?${ASKED}=${spoken.id}`;
}

function asked(): string | null {
	return new URLSearchParams(location.search).get(ASKED);
}

function readChoice(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}
