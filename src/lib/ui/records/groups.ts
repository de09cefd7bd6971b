import { hasContext, setContext } from 'svelte';

const GROUP = Symbol('group');

/** The headings of all sections below are one level deeper. */
export function beginGroup(): void {
	setContext(GROUP, true);
}

/** Of a section: below the screen's title, or below its group's. */
export function headingLevel(): 2 | 3 {
	return hasContext(GROUP) ? 3 : 2;
}
