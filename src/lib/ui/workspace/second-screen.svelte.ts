import { mount, unmount } from 'svelte';
import { closeWaysOut } from '../../ways-out.ts';

/** As browsers have it; no library of types does yet. */
type PictureInPicture = {
	requestWindow(options: { width: number; height: number }): Promise<Window & typeof globalThis>;
};
const { documentPictureInPicture } = globalThis as {
	readonly documentPictureInPicture?: PictureInPicture;
};

/** CSS px at first; a person draws it to another screen and makes it as large as that. */
const SIZE = { width: 960, height: 720 };

/**
 * The patient's picture in a window of its own, while whoever treats goes on working in this one. A
 * picture-in-picture window is the only kind that a page without `open` can make; it goes nowhere else,
 * and ends with this page.
 */
export class SecondScreen {
	/** Chromium on a computer has such windows. */
	static readonly isOffered = documentPictureInPicture !== undefined;
	isOpen = $state(false);
	readonly #context: Map<unknown, unknown>;
	#window: Window | null = null;

	/** @param context of the component whose picture it shows */
	constructor(context: Map<unknown, unknown>) {
		this.#context = context;
	}

	/** Needs a person's touch or key. A browser that refuses a window leaves all as it is. */
	async toggle(): Promise<void> {
		if (this.isOpen) this.close();
		else await this.#open();
	}

	close(): void {
		this.#window?.close();
	}

	async #open(): Promise<void> {
		const asked = documentPictureInPicture?.requestWindow(SIZE);
		const [other, { default: SecondScreenPicture }] = await Promise.all([
			asked?.catch(() => null) ?? null,
			import('./SecondScreenPicture.svelte')
		]);
		if (other === null) return;
		closeWaysOut(other);
		dressLikeThis(other.document);
		const shown = mount(SecondScreenPicture, {
			target: other.document.body,
			context: this.#context
		});
		this.#window = other;
		this.isOpen = true;
		const closed = (): void => {
			this.#window = null;
			this.isOpen = false;
			void unmount(shown);
		};
		other.addEventListener('pagehide', closed, { once: true });
	}
}

/** The same style sheets and theme, and the same language. */
function dressLikeThis({ head, documentElement }: Document): void {
	for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) {
		head.append(sheet.cloneNode());
	}
	for (const { name, value } of document.documentElement.attributes) {
		documentElement.setAttribute(name, value);
	}
}
