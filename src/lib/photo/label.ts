import type { Rect, Size } from '../geometry/index.ts';
import { textDirection } from '../text-direction.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** Letter height as a share of the shorter side, and the least that can be read. */
const LETTER = 0.032;
const MIN_LETTER = 9;
/** In letter heights. */
const LINE = 1.3;
const PADDING = 0.55;
const MARGIN = 0.5;
/** The plate leaves most of the picture free, however small that is. */
const MAX_WIDTH = 0.96;
const MAX_HEIGHT = 0.4;
const FONT = 'system-ui, "Source Sans 3 Variable", sans-serif';

/** White on this, over white, still has a contrast of 12 : 1. */
const PLATE = 'rgba(16, 18, 22, 0.82)';
const INK = '#ffffff';

const SEPARATOR = ' · ';

/** `pieces` joined into as few lines as fit; a piece that is too long alone stays whole. */
function filled(
	context: Context,
	pieces: readonly string[],
	separator: string,
	room: number
): string[] {
	const lines: string[] = [];
	for (const piece of pieces) {
		const line = lines.at(-1);
		const longer = line === undefined ? piece : `${line}${separator}${piece}`;
		if (line === undefined || context.measureText(longer).width > room) lines.push(piece);
		else lines[lines.length - 1] = longer;
	}
	return lines;
}

/** Broken between the parts of a label, and within one only where that does not fit. */
function wrapped(context: Context, parts: readonly string[], room: number): string[] {
	return filled(context, parts, SEPARATOR, room).flatMap((line) =>
		context.measureText(line).width > room ? filled(context, line.split(' '), ' ', room) : [line]
	);
}

type Layout = { readonly letter: number; readonly lines: readonly string[]; readonly plate: Size };

function layout(context: Context, parts: readonly string[], letter: number, area: Size): Layout {
	context.font = `600 ${letter}px ${FONT}`;
	const room = area.width * MAX_WIDTH - 2 * (PADDING + MARGIN) * letter;
	const lines = wrapped(context, parts, room);
	const widest = Math.max(...lines.map((line) => context.measureText(line).width));
	const width = Math.ceil(widest + 2 * PADDING * letter);
	const height = Math.ceil((lines.length * LINE + 2 * PADDING - 0.2) * letter);
	return { letter, lines, plate: { width, height } };
}

function fits({ plate }: Layout, area: Size): boolean {
	return plate.width <= area.width && plate.height <= area.height * MAX_HEIGHT;
}

/** As large as the picture asks; smaller where a very small one cannot hold it. */
function bestLayout(context: Context, parts: readonly string[], area: Size): Layout {
	let letter = Math.max(MIN_LETTER, Math.round(LETTER * Math.min(area.width, area.height)));
	let best = layout(context, parts, letter, area);
	while (!fits(best, area) && letter > 4) best = layout(context, parts, --letter, area);
	return best;
}

/**
 * Draws the parts of a label on a dark plate into the lower left of `area`: part of the picture, so that it
 * cannot be switched off and cropping it costs the picture.
 */
export function drawLabel(context: Context, area: Rect, parts: readonly string[]): void {
	const { letter, lines, plate } = bestLayout(context, parts, area);
	const margin = Math.round(Math.min(MARGIN * letter, (area.width - plate.width) / 2));
	const left = area.x + margin;
	const top = area.y + area.height - margin - plate.height;
	context.fillStyle = PLATE;
	context.beginPath();
	context.roundRect(left, top, plate.width, plate.height, letter * 0.35);
	context.fill();
	context.fillStyle = INK;
	context.textBaseline = 'middle';
	// Each line as it is read, at the plate's left either way: its width is the longest line's.
	context.textAlign = 'left';
	context.direction = textDirection(parts.join(' '));
	lines.forEach((line, index) => {
		const middle = top + (PADDING - 0.1 + (index + 0.5) * LINE) * letter;
		context.fillText(line, left + PADDING * letter, middle);
	});
}
