import { AppError, toAppError } from '../errors.ts';
import { observeFace, turnedObservation, type Face } from '../face/index.ts';
import { openPhoto, turnPhoto, type Pixels } from '../photo/index.ts';
import type { FolderId, RecordRoom, StoredPhotograph } from '../record/index.ts';
import {
	exposureBetween,
	register,
	type ChannelGains,
	type Registration
} from '../registration/index.ts';
import { documentOf } from './study.ts';

/** Longest side of what is shown, px: twice a tablet's stage. */
const SHOWN_SIDE = 1600;

/** A photograph of the file, upright, as it is shown. */
type Shown = {
	readonly photograph: string;
	readonly openedAt: number;
	readonly face: Face;
	readonly picture: ImageBitmap;
	/** Px of `picture` by px of the photograph. */
	readonly shownScale: number;
};

export type ComparedPair = {
	readonly earlier: Shown;
	readonly later: Shown;
	/** Lays the later one over the earlier one. */
	readonly registration: Registration;
	readonly gains: ChannelGains;
};

/** Two photographs of one file, the later one laid over the earlier one. */
export class Comparison {
	pair: ComparedPair | null = $state.raw(null);
	isReading = $state(false);
	error: AppError | null = $state.raw(null);
	readonly #room: Pick<RecordRoom, 'reopen'>;
	readonly #folder: FolderId;
	#asked = 0;

	constructor(room: Pick<RecordRoom, 'reopen'>, folder: FolderId) {
		this.#room = room;
		this.#folder = folder;
	}

	/** By their ids. What was shown stays until both are there; a newer choice ends an older one. */
	async choose(earlier: string, later: string): Promise<void> {
		const asked = ++this.#asked;
		this.isReading = true;
		this.error = null;
		try {
			const [first, second] = [await this.#read(earlier), await this.#read(later)];
			const registration = register(first, second);
			const gains = exposureBetween(first, second);
			const [one, other] = [await shown(first), await shown(second)];
			if (asked === this.#asked) {
				this.#release();
				this.pair = { earlier: one, later: other, registration, gains };
			} else {
				one.picture.close();
				other.picture.close();
			}
		} catch (reason) {
			if (asked === this.#asked) this.error = toAppError(reason, 'vault.failed');
		} finally {
			if (asked === this.#asked) this.isReading = false;
		}
	}

	/** Nothing is shown any more, and nothing that was asked for will be. */
	close(): void {
		this.#asked += 1;
		this.#release();
	}

	#release(): void {
		this.pair?.earlier.picture.close();
		this.pair?.later.picture.close();
		this.pair = null;
	}

	async #read(photograph: string): Promise<Read> {
		const stored = await this.#room.reopen(this.#folder, photograph);
		const { openedAt } = stored.photograph;
		return { photograph, openedAt, ...(await uprightOf(stored)) };
	}
}

type Read = Omit<Shown, 'picture' | 'shownScale'> & { readonly picture: Pixels };

async function shown({ picture, ...read }: Read): Promise<Shown> {
	const { data, width, height } = picture;
	const shownScale = Math.min(1, SHOWN_SIDE / Math.max(width, height));
	const bitmap = await createImageBitmap(new ImageData(data, width, height), {
		resizeWidth: Math.round(width * shownScale),
		resizeHeight: Math.round(height * shownScale),
		resizeQuality: 'high'
	});
	return { ...read, picture: bitmap, shownScale };
}

/** As it was left in the studio: turned, and with the landmarks that a person has put right. */
async function uprightOf({
	bytes,
	photograph,
	study
}: StoredPhotograph): Promise<{ readonly picture: Pixels; readonly face: Face }> {
	const { quarterTurns, landmarks, scale } = documentOf(study);
	if (photograph.observation === null) throw new AppError('face.none');
	const { pixels } = await openPhoto(new Blob([bytes]));
	const found = {
		...photograph.observation,
		landmarks: Float64Array.from(photograph.observation.landmarks)
	};
	const observation = turnedObservation(found, pixels, quarterTurns);
	const upright = quarterTurns === 0 ? pixels : await turnPhoto(pixels, quarterTurns);
	const size = { width: upright.width, height: upright.height };
	const face = observeFace(observation, landmarks ?? observation.landmarks, scale, size);
	return { picture: upright, face };
}
