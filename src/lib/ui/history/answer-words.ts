import type { Answer, Item } from '../../intake/index.ts';
import { listed } from '../language.ts';
import { i, optionName } from '../messages/history.en.ts';

/** An answer in one line; what nobody asked says so. */
export function answerWords(item: Item, answer: Answer | null): string {
	if (answer === null) return i('state.not-asked');
	if (answer.state !== 'given') return i(`state.${answer.state}`);
	const { choices, text, treatments } = answer;
	const told = treatments.map(({ what, by, when }) => listed([what, by, when]));
	const chosen = choices.map((option) => optionName(item.id, option));
	return [...chosen, ...told, text].filter((part) => part !== '').join(' · ');
}
