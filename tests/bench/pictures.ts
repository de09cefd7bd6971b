/** One photograph at the sizes that are compared. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import type { Size } from '../../src/lib/geometry/index.ts';
import type { Photograph } from '../support/lab.ts';
import { PORTRAITS } from '../support/photographs.ts';

export const DISPLAY: Size = { width: 1600, height: 1200 };

export const SIZES = {
	'12 MP': { width: 4000, height: 3000 },
	'1080p': { width: 1920, height: 1080 }
} as const satisfies Readonly<Record<string, Size>>;

/** The portrait as high as the picture, its border columns drawn out to the sides, as JPEG. */
export async function portraitAt(page: Page, size: Size): Promise<Photograph> {
	const file = await readFile(PORTRAITS[0]!.path);
	const jpeg = await page.evaluate(
		async ([bytes, { width, height }]) => {
			const portrait = await createImageBitmap(new Blob([bytes]));
			const canvas = new OffscreenCanvas(width, height);
			const context = canvas.getContext('2d');
			if (context === null) throw new Error('no canvas');
			const across = (portrait.width * height) / portrait.height;
			const left = (width - across) / 2;
			context.drawImage(portrait, 0, 0, 1, portrait.height, 0, 0, left + 1, height);
			context.drawImage(
				...([portrait, portrait.width - 1, 0, 1, portrait.height] as const),
				...([left + across - 1, 0, left + 1, height] as const)
			);
			context.drawImage(portrait, left, 0, across, height);
			const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
			return new Uint8Array(await blob.arrayBuffer());
		},
		[new Uint8Array(file), size] as const
	);
	return { name: 'portrait.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) };
}
