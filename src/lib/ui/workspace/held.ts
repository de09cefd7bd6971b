import type { HeldBack } from '../../studio/index.ts';
import { listed } from '../language.ts';
import { t, treatmentName } from '../messages/index.ts';

/** One sentence for each reason; `most` names in it, where there is no room for all. */
export function heldWords(held: readonly HeldBack[], most = Infinity): string {
	return held.map((entry) => heldSentence(entry, most)).join(' ');
}

function heldSentence({ reason, treatments }: HeldBack, most: number): string {
	const named = listed(treatments.slice(0, most).map(treatmentName));
	const count = Math.max(0, treatments.length - most);
	return t(`scaled.${reason}`, {
		names: count === 0 ? named : t('scaled.more', { names: named, count })
	});
}
