/** A face with a block of noise beside it that is in no other picture. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';

export const FACE = fileURLToPath(new URL('../../static/sample/grace-hopper.jpg', import.meta.url));

export type CanaryPhotograph = {
	readonly jpeg: Buffer;
	/** A row of the noise, as whoever opens the file gets it. */
	readonly row: Buffer;
};

/** `pixels`: about how many it has. */
export async function canaryPhotograph(
	context: BrowserContext,
	pixels: number
): Promise<CanaryPhotograph> {
	const page = await context.newPage();
	const { jpeg, row } = await page.evaluate(
		async ([base64, count]) => {
			const BLOCK = 64;
			const face = await createImageBitmap(
				new Blob([Uint8Array.fromBase64(base64)], { type: 'image/jpeg' })
			);
			const scale = Math.sqrt(count / (face.width * face.height));
			const canvas = new OffscreenCanvas(
				Math.round(face.width * scale),
				Math.round(face.height * scale)
			);
			const context = canvas.getContext('2d')!;
			context.drawImage(face, 0, 0, canvas.width, canvas.height);
			const noise = context.createImageData(BLOCK, BLOCK);
			crypto.getRandomValues(noise.data);
			for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
			context.putImageData(noise, 8, 8);
			const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
			context.drawImage(await createImageBitmap(blob), 0, 0);
			return {
				jpeg: new Uint8Array(await blob.arrayBuffer()).toBase64(),
				row: new Uint8Array(context.getImageData(16, 40, 48, 1).data).toBase64()
			};
		},
		[(await readFile(FACE)).toString('base64'), pixels] as const
	);
	await page.close();
	return { jpeg: Buffer.from(jpeg, 'base64'), row: Buffer.from(row, 'base64') };
}
