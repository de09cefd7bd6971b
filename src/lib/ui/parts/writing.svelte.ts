import type { LeftMessage } from '../../account/index.ts';
import { Attempt } from './attempt.svelte.ts';

/** From the page: how leave to write is asked for, and how a message is sent. Both throw AppError. */
export type Post = {
	/** The server's leave to write, which is a moment old when it is used. */
	readonly begin: () => Promise<string>;
	readonly send: (message: LeftMessage) => Promise<void>;
};

/** A message that somebody writes to whoever runs the server: on its way, arrived, or why it did not. */
export class Writing {
	readonly attempt = new Attempt();
	isSent = $state(false);
	readonly #post: () => Post;
	#form = '';

	constructor(post: () => Post) {
		this.#post = post;
	}

	/** Asks for leave to write. Without a network it is asked for again when the message is sent. */
	async prepare(): Promise<void> {
		this.#form = await this.#post()
			.begin()
			.catch(() => '');
	}

	async send(message: Omit<LeftMessage, 'form'>): Promise<void> {
		const { begin, send } = this.#post();
		this.isSent = await this.attempt.make(async () => {
			if (this.#form === '') this.#form = await begin();
			await send({ ...message, form: this.#form });
		});
		// One leave is good for one message.
		if (!this.isSent) await this.prepare();
	}

	async beginAnother(): Promise<void> {
		this.isSent = false;
		await this.prepare();
	}
}
