import type { Variant } from '../../record/index.ts';

/** A photograph of a file, or an illustration on it. */
export type ShownChoice = { readonly photograph: string; readonly variant: Variant | null };

/** As lists and addresses name it. */
export function shownKey({ photograph, variant }: ShownChoice): string {
	return variant === null ? photograph : `${photograph}-${variant}`;
}
