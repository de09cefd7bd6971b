/** A fake camera for Chromium that shows one picture for ever. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Flags of a browser whose only camera shows this JPEG: a motion JPEG is JPEG files one after the other. */
export async function cameraFlags(jpeg: Buffer): Promise<readonly string[]> {
	const file = join(await mkdtemp(join(tmpdir(), 'vultus-camera-')), 'frames.mjpeg');
	await writeFile(file, Buffer.concat(Array.from({ length: 30 }, () => jpeg)));
	return [
		'--use-fake-device-for-media-stream',
		'--use-fake-ui-for-media-stream',
		`--use-file-for-fake-video-capture=${file}`
	];
}

/** Where a photograph lies in a frame: its px of a frame px, and which of its points is in the middle. */
export type Placing = {
	readonly frame: { readonly width: number; readonly height: number };
	readonly scale: number;
	readonly middle: readonly [x: number, y: number];
};

/** The photograph as a camera farther away would have it: on grey, as JPEG. */
export async function framed(
	page: Page,
	photograph: { readonly bytes: Buffer; readonly mimeType: string },
	placing: Placing
): Promise<Buffer> {
	const base64 = await page.evaluate(
		async ([picture, type, { frame, scale, middle }]) => {
			const bytes = Uint8Array.fromBase64(picture);
			const bitmap = await createImageBitmap(new Blob([bytes], { type }));
			const canvas = new OffscreenCanvas(frame.width, frame.height);
			const context = canvas.getContext('2d');
			if (context === null) throw new Error('no canvas');
			context.fillStyle = '#9a9a96';
			context.fillRect(0, 0, frame.width, frame.height);
			context.imageSmoothingQuality = 'high';
			context.translate(frame.width / 2, frame.height / 2);
			context.scale(scale, scale);
			context.drawImage(bitmap, -middle[0], -middle[1]);
			// Chromium takes the levels of such a video for 16–235 and stretches them: this is the way back.
			context.setTransform(1, 0, 0, 1, 0, 0);
			context.globalAlpha = 1 - 219 / 255;
			context.fillStyle = '#717171';
			context.fillRect(0, 0, frame.width, frame.height);
			const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
			return new Uint8Array(await jpeg.arrayBuffer()).toBase64();
		},
		[photograph.bytes.toString('base64'), photograph.mimeType, placing] as const
	);
	return Buffer.from(base64, 'base64');
}
