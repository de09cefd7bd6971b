import { encodePicture, type PictureLabel, type Pixels } from '../photo/index.ts';
import {
	treatmentsIn,
	type FolderId,
	type RecordRoom,
	type SignedPicture,
	type StoredPhotograph,
	type Variant
} from '../record/index.ts';
import { relaxationIn } from './at-rest.ts';
import { Illustrator } from './illustrator.ts';
import type { Graphics } from './kept.svelte.ts';
import { bitmapOf, storedPicture, uprightOf, type StoredPicture } from './stored-picture.ts';

/** Longest side on paper and to be signed, px: 300 in an inch for half a page's width. */
const SIDE = 1200;

/** Of a photograph as it is kept, or of an illustration on it; a labelled JPEG file. */
type VisitPicture = SignedPicture & { readonly photograph: string };

/** The pictures of a visit as they go onto paper and before whoever signs, each with its label in its pixels. */
export class VisitPictures {
	readonly #room: Pick<RecordRoom, 'reopen'>;
	readonly #folder: FolderId;
	readonly #illustrator: Illustrator;
	/** By what is shown on them: drawing takes seconds. */
	readonly #drawn = new Map<string, VisitPicture>();

	constructor(room: Pick<RecordRoom, 'reopen'>, folder: FolderId, graphics: Graphics) {
		this.#room = room;
		this.#folder = folder;
		this.#illustrator = new Illustrator(graphics);
	}

	/**
	 * Each photograph, followed by its illustration where this variant shows anything of it. `label`: for
	 * one opened then (milliseconds since 1970). Errors: AppError.
	 */
	async draw(
		photographs: readonly string[],
		variant: Variant | null,
		label: (openedAt: number) => PictureLabel
	): Promise<readonly VisitPicture[]> {
		const pictures: VisitPicture[] = [];
		for (const id of photographs) {
			const stored = await this.#room.reopen(this.#folder, id);
			const { observation, openedAt } = stored.photograph;
			const isIllustrated =
				variant !== null &&
				observation !== null &&
				treatmentsIn([stored.study], [variant]).length > 0;
			const shown = [null, ...(isIllustrated ? [variant] : [])];
			// Opened once for both, and not at all where both were drawn before.
			let opening: Promise<StoredPicture> | null = null;
			const opened = (): Promise<StoredPicture> => (opening ??= storedPicture(stored));
			const pixelsOf = async (one: Variant | null): Promise<Pixels> => {
				if (one !== null) return this.#illustrator.draw(await opened(), one);
				return isIllustrated ? (await opened()).pixels : uprightOf(stored);
			};
			for (const one of shown) {
				pictures.push(await this.#picture(stored, one, label(openedAt), pixelsOf));
			}
		}
		return pictures;
	}

	close(): void {
		this.#illustrator.dispose();
		this.#drawn.clear();
	}

	async #picture(
		stored: StoredPhotograph,
		variant: Variant | null,
		label: PictureLabel,
		pixelsOf: (variant: Variant | null) => Promise<Pixels>
	): Promise<VisitPicture> {
		const { kept, study } = stored;
		const key = JSON.stringify([kept.photograph, variant, study, relaxationIn(stored), label]);
		const drawn = this.#drawn.get(key);
		if (drawn !== undefined) return drawn;
		const pixels = await reduced(await pixelsOf(variant));
		const kind = variant === null ? 'photograph' : 'illustration';
		const blob = await encodePicture({ kind, pixels }, { format: 'jpeg', label });
		const picture = {
			photograph: kept.photograph,
			isIllustration: variant !== null,
			bytes: new Uint8Array(await blob.arrayBuffer())
		};
		this.#drawn.set(key, picture);
		return picture;
	}
}

async function reduced(pixels: Pixels): Promise<Pixels> {
	const { bitmap } = await bitmapOf(pixels, SIDE);
	const { width, height } = bitmap;
	const context = new OffscreenCanvas(width, height).getContext('2d');
	context?.drawImage(bitmap, 0, 0);
	bitmap.close();
	const data = context?.getImageData(0, 0, width, height).data;
	return data === undefined ? pixels : { ...pixels, data, width, height };
}
