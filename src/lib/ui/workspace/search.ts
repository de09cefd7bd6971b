import type { Treatment } from '../../treatment/index.ts';
import { t, treatmentAbout, treatmentName } from '../messages/index.ts';

function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '');
}

/** Treatments of which every typed word begins a word of the name, the area or the sentence. */
export function search(entries: readonly Treatment[], text: string): readonly Treatment[] {
	const wanted = plain(text).split(/\s+/).filter(Boolean);
	return entries.filter(({ id, area }) => {
		const words = plain(`${treatmentName(id)} ${t(`area.${area}`)} ${treatmentAbout(id)}`).split(
			/[\s-]+/
		);
		return wanted.every((want) => words.some((word) => word.startsWith(want)));
	});
}
