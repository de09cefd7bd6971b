import { toAppError, type AppError } from '../errors.ts';
import { isHeldAlike, measuredChanges, type Changes, type Face } from '../face/index.ts';
import type { FolderId, RecordRoom, Variant } from '../record/index.ts';
import { Illustrator } from './illustrator.ts';
import type { Graphics } from './kept.svelte.ts';
import { laidOver, type Laid } from './laid.ts';
import { bitmapOf, storedPicture, type StoredPicture } from './stored-picture.ts';

/** Longest side of what is shown, px: twice a tablet's stage. */
const SHOWN_SIDE = 1600;

/** A photograph of the file, or an illustration on it. */
export type ComparedChoice = { readonly photograph: string; readonly variant: Variant | null };

/** Upright, as it is shown. */
type Shown = ComparedChoice & {
	readonly openedAt: number;
	readonly face: Face;
	readonly picture: ImageBitmap;
	/** Px of `picture` by px of the photograph. */
	readonly shownScale: number;
};

export type ComparedPair = Laid & {
	/** Over it the later one's photograph is laid. */
	readonly earlier: Shown;
	readonly later: Shown;
	readonly isHeldAlike: boolean;
	/** Between two photographs; null where one of the two is an illustration, or both are one photograph. */
	readonly changes: Changes | null;
};

/**
 * Two pictures of one file, the later one laid over the earlier one. An illustration lies as its
 * photograph does.
 */
export class Comparison {
	pair: ComparedPair | null = $state.raw(null);
	isReading = $state(false);
	error: AppError | null = $state.raw(null);
	readonly #room: Pick<RecordRoom, 'reopen'>;
	readonly #folder: FolderId;
	readonly #illustrator: Illustrator;
	/** Opened last, so that another variant of them opens nothing anew. */
	#opened: readonly StoredPicture[] = [];
	#asked = 0;

	constructor(room: Pick<RecordRoom, 'reopen'>, folder: FolderId, graphics: Graphics) {
		this.#room = room;
		this.#folder = folder;
		this.#illustrator = new Illustrator(graphics);
	}

	/** What was shown stays until both are there; a newer choice ends an older one. */
	async choose(earlier: ComparedChoice, later: ComparedChoice): Promise<void> {
		const asked = ++this.#asked;
		const isWanted = (): boolean => asked === this.#asked;
		this.isReading = true;
		this.error = null;
		try {
			const first = await this.#open(earlier.photograph);
			const second = await this.#open(later.photograph);
			if (!isWanted()) return;
			this.#opened = [first, second];
			const laid = laidOver(first, second);
			const one = await this.#shown(first, earlier.variant);
			const other = await this.#shown(second, later.variant).catch((reason: unknown) => {
				one.picture.close();
				throw reason;
			});
			if (!isWanted()) {
				one.picture.close();
				other.picture.close();
				return;
			}
			this.#release();
			const arePhotographs = earlier.variant === null && later.variant === null;
			this.pair = {
				earlier: one,
				later: other,
				...laid,
				isHeldAlike: isHeldAlike(first.face, second.face),
				changes: arePhotographs && first !== second ? changesOf(first, second, laid) : null
			};
		} catch (reason) {
			if (isWanted()) this.error = toAppError(reason, 'vault.failed');
		} finally {
			if (isWanted()) this.isReading = false;
		}
	}

	/** Nothing is shown any more, and nothing that was asked for will be. */
	close(): void {
		this.#asked += 1;
		this.#release();
		this.#opened = [];
		this.#illustrator.dispose();
	}

	#release(): void {
		this.pair?.earlier.picture.close();
		this.pair?.later.picture.close();
		this.pair = null;
	}

	async #open(photograph: string): Promise<StoredPicture> {
		const opened = this.#opened.find((one) => one.photograph === photograph);
		if (opened !== undefined) return opened;
		const stored = await storedPicture(await this.#room.reopen(this.#folder, photograph));
		this.#opened = [...this.#opened, stored];
		return stored;
	}

	async #shown(stored: StoredPicture, variant: Variant | null): Promise<Shown> {
		const { photograph, openedAt, face, pixels } = stored;
		const drawn = variant === null ? pixels : await this.#illustrator.draw(stored, variant);
		const { bitmap, scale } = await bitmapOf(drawn, SHOWN_SIDE);
		return { photograph, variant, openedAt, face, picture: bitmap, shownScale: scale };
	}
}

function changesOf(first: StoredPicture, second: StoredPicture, laid: Laid): Changes {
	const { cos, sin } = laid.registration.toReference;
	return measuredChanges(first.face, second.face, Math.hypot(cos, sin));
}
