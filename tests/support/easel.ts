/** Pictures made of portraits on a canvas of the driven browser: small, cut, blurred, turned, patched. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import type { Rect, Size, Vec2 } from '../../src/lib/geometry/index.ts';
import type { Bytes } from '../../src/lib/photo/bytes.ts';
import type { App } from './app.ts';

export type Layer = {
	/** Path of the photograph. */
	readonly photo: string;
	/** What of it is laid on, px of the photograph. */
	readonly part: Rect;
	/** Where that goes, px of the picture. */
	readonly at: Rect;
	/** Clockwise about the middle, degrees. */
	readonly turned?: number;
	/** Standard deviation of a Gaussian blur, px of the picture. */
	readonly blurred?: number;
};

/** Painted over the layers. */
export type Patch = { readonly outline: readonly Vec2[]; readonly colour: string };

export type Drawing = {
	readonly size: Size;
	readonly layers?: readonly Layer[];
	readonly patches?: readonly Patch[];
};

const GROUND = '#888888';

export class Easel {
	readonly #page: Page;

	private constructor(page: Page) {
		this.#page = page;
	}

	/** On a blank page, of which the app knows nothing. */
	static async of(app: App): Promise<Easel> {
		return new Easel(await app.context.newPage());
	}

	async draw(drawing: Drawing, type: 'image/png' | 'image/webp' = 'image/png'): Promise<Bytes> {
		const layers = await Promise.all(
			(drawing.layers ?? []).map(async (layer) => ({
				...layer,
				source: `data:;base64,${await readFile(layer.photo, 'base64')}`
			}))
		);
		const work = { ...drawing, layers, ground: GROUND, type };
		const url = await this.#page.evaluate(async ({ size, layers, patches, ground, type }) => {
			const canvas = document.createElement('canvas');
			canvas.width = size.width;
			canvas.height = size.height;
			// Without an alpha channel WebP is written plainly.
			const context = canvas.getContext('2d', { alpha: false });
			if (context === null) throw new Error('no canvas');
			context.imageSmoothingQuality = 'high';
			context.fillStyle = ground;
			context.fillRect(0, 0, size.width, size.height);
			for (const { source, part, at, turned = 0, blurred = 0 } of layers) {
				const photo = new Image();
				photo.src = source;
				await photo.decode();
				context.save();
				context.translate(at.x + at.width / 2, at.y + at.height / 2);
				context.rotate((turned * Math.PI) / 180);
				context.filter = blurred > 0 ? `blur(${blurred}px)` : 'none';
				const [left, top] = [at.width / -2, at.height / -2];
				const { x, y, width, height } = part;
				context.drawImage(photo, x, y, width, height, left, top, at.width, at.height);
				context.restore();
			}
			for (const { outline, colour } of patches ?? []) {
				context.beginPath();
				for (const [x, y] of outline) context.lineTo(x, y);
				context.fillStyle = colour;
				context.fill();
			}
			return canvas.toDataURL(type);
		}, work);
		return Uint8Array.from(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
	}
}
