import type { ComparedChoice } from '../../studio/index.ts';

/** As lists name a photograph or an illustration. */
export function shownKey({ photograph, variant }: ComparedChoice): string {
	return variant === null ? photograph : `${photograph}-${variant}`;
}
