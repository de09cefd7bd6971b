import type { Member } from '../../record/index.ts';

/** What is to be done about somebody who can, or is to, open the vault. */
export type PersonTask =
	{ readonly what: 'add' } | { readonly what: 'again' | 'change' | 'remove'; readonly who: Member };
