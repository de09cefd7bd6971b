/**
 * A look: a square or upright crop of the picture, turned and scaled, as the models are shown it, and
 * the way back from its pixels to the picture's.
 */
import type { QuarterTurns, Size } from '../geometry/index.ts';
import type { Pixels } from '../photo/index.ts';

export type Look = {
	/** Centre in the picture, px. */
	readonly x: number;
	readonly y: number;
	/** Extent in the picture before turning, px. */
	readonly width: number;
	readonly height: number;
	/** The turns that bring the picture's content upright. */
	readonly quarterTurns: QuarterTurns;
	/** Pixels of the look per pixel of the picture. */
	readonly scale: number;
};

/** The whole picture, its longer side at most `longest` px. */
export function wholeLook(picture: Size, longest: number, quarterTurns: QuarterTurns = 0): Look {
	const { width, height } = picture;
	return {
		x: width / 2,
		y: height / 2,
		width,
		height,
		quarterTurns,
		scale: Math.min(1, longest / Math.max(width, height))
	};
}

/** A square of the picture around a point, shown at `shown` px a side. */
export function squareLook(
	x: number,
	y: number,
	side: number,
	shown: number,
	quarterTurns: QuarterTurns = 0
): Look {
	return { x, y, width: side, height: side, quarterTurns, scale: shown / side };
}

/** Size of the look as the model sees it, px. */
export function lookSize({ width, height, scale, quarterTurns }: Look): {
	readonly width: number;
	readonly height: number;
} {
	const across = Math.max(1, Math.round(width * scale));
	const down = Math.max(1, Math.round(height * scale));
	return quarterTurns % 2 === 0 ? { width: across, height: down } : { width: down, height: across };
}

/** Draws looks of one picture; outside of the picture is mid grey. */
export class Looker {
	readonly #bitmap: ImageBitmap;

	/** Has the bitmap from now on. */
	constructor(bitmap: ImageBitmap) {
		this.#bitmap = bitmap;
	}

	static async of(picture: Pixels): Promise<Looker> {
		const image = new ImageData(picture.data, picture.width, picture.height);
		return new Looker(await createImageBitmap(image));
	}

	draw(look: Look): ImageData {
		const { width, height } = lookSize(look);
		const canvas = new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (context === null) throw new Error('no 2D canvas in this worker');
		context.fillStyle = '#808080';
		context.fillRect(0, 0, width, height);
		context.imageSmoothingQuality = 'high';
		context.translate(width / 2, height / 2);
		context.rotate((look.quarterTurns * Math.PI) / 2);
		context.scale(look.scale, look.scale);
		context.translate(-look.x, -look.y);
		context.drawImage(this.#bitmap, 0, 0);
		return context.getImageData(0, 0, width, height);
	}

	close(): void {
		this.#bitmap.close();
	}
}

/** From pixels of the look to pixels of the picture. */
export function toPicture(look: Look, x: number, y: number): readonly [number, number] {
	const { width, height } = lookSize(look);
	const dx = (x - width / 2) / look.scale;
	const dy = (y - height / 2) / look.scale;
	switch (look.quarterTurns) {
		case 0:
			return [look.x + dx, look.y + dy];
		case 1:
			return [look.x + dy, look.y - dx];
		case 2:
			return [look.x - dx, look.y - dy];
		case 3:
			return [look.x - dy, look.y + dx];
	}
}
