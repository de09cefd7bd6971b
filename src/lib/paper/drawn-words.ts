import { textDirection } from '../text-direction.ts';
import type { DrawnWords, Type } from './types.ts';

/** Px by point: as sharp as a printer is. */
const SCALE = 4;
const LINE = 1.35;

/**
 * Words as this device's own fonts show them, whatever the script, transparent, broken to a width in
 * points. Errors: DOMException where the browser cannot encode it.
 */
export async function drawnWords(words: string, type: Type, width: number): Promise<DrawnWords> {
	const canvas = new OffscreenCanvas(1, 1);
	const context = canvas.getContext('2d');
	if (context === null) throw new DOMException('no canvas', 'NotSupportedError');
	const font = `${type.bold ? 600 : 400} ${type.size * SCALE}px system-ui, sans-serif`;
	context.font = font;
	const lines = broken(words, (line) => context.measureText(line).width <= width * SCALE);
	const widest = Math.max(...lines.map((line) => context.measureText(line).width));
	const step = type.size * SCALE * LINE;
	const direction = textDirection(words);
	const isFromRight = direction === 'rtl';
	canvas.width = Math.max(
		1,
		Math.ceil(isFromRight ? width * SCALE : Math.min(widest, width * SCALE))
	);
	canvas.height = Math.ceil(lines.length * step);
	// Another size is another context.
	context.font = font;
	context.fillStyle = type.colour;
	context.textBaseline = 'middle';
	context.direction = direction;
	context.textAlign = 'start';
	const start = isFromRight ? canvas.width : 0;
	for (const [at, line] of lines.entries()) context.fillText(line, start, (at + 0.5) * step);
	const bytes = new Uint8Array(
		await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()
	);
	return { bytes, width: canvas.width / SCALE, height: canvas.height / SCALE };
}

/** At spaces, and within a word only where it is longer than a line: some scripts have none. */
function broken(words: string, fits: (line: string) => boolean): readonly string[] {
	const letters = new Intl.Segmenter(undefined, { granularity: 'word' });
	const lines: string[] = [];
	for (const { segment } of letters.segment(words)) {
		const last = lines.at(-1);
		if (last !== undefined && (fits(last + segment.trimEnd()) || segment.trim() === '')) {
			lines[lines.length - 1] = last + segment;
		} else lines.push(segment);
	}
	return lines.map((line) => line.trimEnd());
}
