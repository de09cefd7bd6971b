type Studio = { readonly hasUnkeptWork: boolean; open(photo: Blob): Promise<boolean> };

/** A photograph that came by hand: it opens at once, or waits for leave to replace work. */
export class Offer {
	/** The photograph that waits for an answer, or null. */
	photo: Blob | null = $state.raw(null);
	readonly #studio: Studio;

	constructor(studio: Studio) {
		this.#studio = studio;
	}

	make(photo: Blob): void {
		if (this.#studio.hasUnkeptWork) this.photo = photo;
		else void this.#studio.open(photo);
	}

	accept(): void {
		const { photo } = this;
		this.photo = null;
		if (photo !== null) void this.#studio.open(photo);
	}

	decline(): void {
		this.photo = null;
	}
}
