import { translation } from '../language.ts';
import type { Translation } from './translation.ts';

type Words = Readonly<Record<string, unknown>>;
type Values<Message> = Message extends (values: infer V) => string ? [values: V] : [];

/** These words in the language that is spoken; `english` is what defines them. */
export function inLanguage<Name extends keyof Translation>(
	name: Name,
	english: Translation[Name]
): Translation[Name] {
	return translation()?.[name] ?? english;
}

/** What says the text of a key; a missing key or value is a type error. */
export function speaker<Messages extends Words>(messages: Messages) {
	return <Key extends keyof Messages>(key: Key, ...values: Values<Messages[Key]>): string => {
		const message: unknown = messages[key];
		if (typeof message === 'string') return message;
		return (message as (values: unknown) => string)(values[0]);
	};
}
