type Words = Readonly<Record<string, unknown>>;
type Values<Message> = Message extends (values: infer V) => string ? [values: V] : [];

/** What says the text of a key; a missing key or value is a type error. */
export function speaker<Messages extends Words>(messages: Messages) {
	return <Key extends keyof Messages>(key: Key, ...values: Values<Messages[Key]>): string => {
		const message: unknown = messages[key];
		if (typeof message === 'string') return message;
		return (message as (values: unknown) => string)(values[0]);
	};
}
