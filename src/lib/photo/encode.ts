/** From pixels to a labelled file; runs in a worker. */
import { AppError } from '../errors.ts';
import { drawLabel } from './label.ts';
import { ILLUSTRATION_XMP, marked } from './marking.ts';
import { drawingContext } from './rasterise.ts';
import type { EncodeOptions, PictureContent, PictureLabel, Pixels } from './types.ts';

/** High enough that neither is seen at full size. */
const QUALITY = 0.95;
/** The line between the halves of a pair, as a share of a half's width. */
const HAIRLINE = 1 / 800;
const HAIRLINE_COLOUR = '#ffffff';

type Half = { readonly pixels: Pixels; readonly label: readonly string[] };

function halves(content: PictureContent, label: PictureLabel): Half[] {
	const photograph = [label.photograph, label.date];
	const illustration = [label.illustration, label.date, label.appVersion];
	if (content.kind === 'photograph') return [{ pixels: content.pixels, label: photograph }];
	if (content.kind === 'illustration') return [{ pixels: content.pixels, label: illustration }];
	return [
		{ pixels: content.photograph, label: photograph },
		{ pixels: content.illustration, label: illustration }
	];
}

/** The halves side by side, each with its label; both have the size of the first. */
function drawn(parts: readonly Half[]): OffscreenCanvas {
	const [first] = parts;
	if (first === undefined) throw new RangeError('nothing to draw');
	const { width, height } = first.pixels;
	const gap = Math.max(1, Math.round(width * HAIRLINE));
	const context = drawingContext({ width: parts.length * (width + gap) - gap, height });
	context.fillStyle = HAIRLINE_COLOUR;
	context.fillRect(0, 0, context.canvas.width, height);
	parts.forEach(({ pixels, label }, index) => {
		if (pixels.width !== width || pixels.height !== height) {
			throw new RangeError('the halves of a pair differ in size');
		}
		const x = index * (width + gap);
		context.putImageData(new ImageData(pixels.data, width, height), x, 0);
		drawLabel(context, { x, y: 0, width, height }, label);
	});
	return context.canvas;
}

/** Errors: AppError `photo.encode-failed`, with `details.format` where the browser cannot write it. */
export async function encode(
	content: PictureContent,
	{ format, label }: Omit<EncodeOptions, 'signal'>
): Promise<Blob> {
	const type = `image/${format}`;
	const blob = await drawn(halves(content, label)).convertToBlob({ type, quality: QUALITY });
	// What a browser cannot encode it writes as PNG instead.
	if (blob.type !== type) throw new AppError('photo.encode-failed', { details: { format } });
	const xmp = content.kind === 'photograph' ? null : ILLUSTRATION_XMP;
	return new Blob(marked(new Uint8Array(await blob.arrayBuffer()), format, xmp), { type });
}
