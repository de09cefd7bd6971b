import { toAppError, type AppError } from '../errors.ts';
import { isHeldAlike } from '../face/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { FolderId, RecordRoom } from '../record/index.ts';
import { lit, type ChannelGains, type Registration } from '../registration/index.ts';
import { headBox } from './head-box.ts';
import { laidOver } from './laid.ts';
import { seriesOf, type Kept, type Series } from './series.ts';
import { storedPicture, type StoredPicture } from './stored-picture.ts';

/** Longest side of a frame, px: thirty of them are 100 MB. */
const FRAME_SIDE = 1000;
/** Where a photograph does not reach: the dark surround. */
const BESIDE = '#303030';

type LapseFrame = {
	readonly photograph: string;
	readonly openedAt: number;
	/** All frames show the same part of the first photograph, px. */
	readonly picture: ImageBitmap;
	readonly isHeldAlike: boolean;
};

type View = { readonly box: Rect; readonly scale: number };

/** The photographs of one view, each laid over the first and lit like it; one frame after another. */
export class TimeLapse {
	/** As far as they are there, the oldest first. */
	frames: readonly LapseFrame[] = $state.raw([]);
	/** How many there will be. */
	count = $state(0);
	error: AppError | null = $state.raw(null);
	readonly isReady: boolean = $derived(this.count > 0 && this.frames.length === this.count);
	readonly #room: Pick<RecordRoom, 'reopen'>;
	readonly #folder: FolderId;
	#asked = 0;

	constructor(room: Pick<RecordRoom, 'reopen'>, folder: FolderId) {
		this.#room = room;
		this.#folder = folder;
	}

	/** Of these photographs, the longest first. */
	seriesOf(photographs: readonly Kept[]): readonly Series[] {
		return seriesOf(photographs);
	}

	/** In place of what was shown; a newer call ends an older one. */
	async show({ photographs }: Series): Promise<void> {
		this.close();
		const asked = this.#asked;
		const isWanted = (): boolean => asked === this.#asked;
		this.count = photographs.length;
		try {
			let first: StoredPicture | null = null;
			for (const { id } of photographs) {
				const stored = await storedPicture(await this.#room.reopen(this.#folder, id));
				if (!isWanted()) return;
				first ??= stored;
				const frame = await frameOf(first, stored);
				if (!isWanted()) {
					frame.picture.close();
					return;
				}
				this.frames = [...this.frames, frame];
			}
		} catch (reason) {
			if (isWanted()) this.error = toAppError(reason, 'vault.failed');
		}
	}

	/** Nothing is shown any more, and nothing that was asked for will be. */
	close(): void {
		this.#asked += 1;
		for (const { picture } of this.frames) picture.close();
		this.frames = [];
		this.count = 0;
		this.error = null;
	}
}

async function frameOf(first: StoredPicture, stored: StoredPicture): Promise<LapseFrame> {
	const { photograph, openedAt, face } = stored;
	const view = viewOf(first);
	const { registration, gains } = laidOver(first, stored);
	const picture = await painted(stored, registration.toReference, gains, view);
	return { photograph, openedAt, picture, isHeldAlike: isHeldAlike(first.face, face) };
}

/** Head and neck, as far as the first photograph has them. */
function viewOf({ face, pixels }: StoredPicture): View {
	const head = headBox(face);
	const x = Math.max(0, head.x);
	const y = Math.max(0, head.y);
	const width = Math.min(pixels.width, head.x + head.width) - x;
	const height = Math.min(pixels.height, head.y + head.height) - y;
	const scale = Math.min(1, FRAME_SIDE / Math.max(width, height));
	return { box: { x, y, width, height }, scale };
}

async function painted(
	{ pixels }: StoredPicture,
	{ cos, sin, x, y }: Registration['toReference'],
	gains: ChannelGains,
	{ box, scale }: View
): Promise<ImageBitmap> {
	const width = Math.max(1, Math.round(box.width * scale));
	const height = Math.max(1, Math.round(box.height * scale));
	const canvas = new OffscreenCanvas(width, height);
	const drawing = canvas.getContext('2d');
	if (drawing === null) throw new Error('no 2d canvas');
	drawing.fillStyle = BESIDE;
	drawing.fillRect(0, 0, width, height);
	const source = await createImageBitmap(
		new ImageData(lit(pixels.data, gains), pixels.width, pixels.height)
	);
	drawing.imageSmoothingQuality = 'high';
	drawing.setTransform(
		scale * cos,
		scale * sin,
		-scale * sin,
		scale * cos,
		scale * (x - box.x),
		scale * (y - box.y)
	);
	drawing.drawImage(source, 0, 0);
	source.close();
	return canvas.transferToImageBitmap();
}
