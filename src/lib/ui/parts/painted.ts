import type { Attachment } from 'svelte/attachments';

/** A picture onto a canvas, which becomes as large; the picture stays its owner's. */
export function showing(picture: ImageBitmap): Attachment<HTMLCanvasElement> {
	return (canvas) => {
		canvas.width = picture.width;
		canvas.height = picture.height;
		canvas.getContext('2d')?.drawImage(picture, 0, 0);
	};
}

/**
 * A picture's bytes onto a canvas: an object URL would outlive the vault, and may be written to the disk.
 * One that does not open leaves the canvas as it was. `onPainted`: once it is there.
 */
export function painted(
	read: () => Promise<Uint8Array<ArrayBuffer>>,
	onPainted: () => void
): Attachment<HTMLCanvasElement> {
	return (canvas) => {
		let isWanted = true;
		const run = async (): Promise<void> => {
			const bitmap = await createImageBitmap(new Blob([await read()]));
			if (isWanted) {
				showing(bitmap)(canvas);
				onPainted();
			}
			bitmap.close();
		};
		run().catch(() => undefined);
		return () => {
			isWanted = false;
		};
	};
}
