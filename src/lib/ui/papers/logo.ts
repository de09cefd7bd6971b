/** Longest side, px: 300 in an inch on paper. */
const SIDE = 640;

/**
 * A picture file as it is kept for the letterhead: small, a PNG, and nothing in it but its pixels. Null
 * where the browser cannot open it.
 */
export async function logoOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		const bitmap = await createImageBitmap(file);
		const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
		const width = Math.max(1, Math.round(bitmap.width * scale));
		const height = Math.max(1, Math.round(bitmap.height * scale));
		const canvas = new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d');
		if (context === null) return null;
		context.imageSmoothingQuality = 'high';
		context.drawImage(bitmap, 0, 0, width, height);
		bitmap.close();
		return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
	} catch {
		return null;
	}
}
