/**
 * What a page may ask of a service worker. The two may be of different versions, so nothing of this is
 * ever changed, only added to.
 */
import type { Kind } from './bundle.ts';

export type Questions = {
	/** Which version it brings, and whether that was tried in vain. */
	readonly who: {
		readonly version: string;
		readonly hash: string;
		readonly didNotStart: boolean;
	};
	/** From the next page on, its own version is the one to be tried. */
	readonly accept: true;
	/** A page of this version has started, so the version is to be kept. */
	readonly started: true;
	/** Which files of this version are stored. */
	readonly files: readonly StoredFile[];
	/** Stores what the browser's own cache still has of this version's parts. */
	readonly 'keep-used': true;
	/** Serves the pages that are open already, too. */
	readonly claim: true;
};

export type StoredFile = {
	readonly path: string;
	readonly kind: Kind;
	readonly bytes: number;
	/** What its download takes. */
	readonly sent: number;
	readonly isStored: boolean;
};

/** `hash`: of the version that the page itself is of. */
export type Question = { readonly type: keyof Questions; readonly hash: string };
