import type { ComparedPair } from '../../studio/index.ts';

type Box = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
};
type Size = { readonly width: number; readonly height: number };

/** Room around the face, as a share of its box. */
const AROUND = 0.22;

/** What is shown of the earlier photograph, px: head and shoulders, as far as there is picture. */
export function viewOf({ earlier: { face } }: ComparedPair): Box {
	const { box, picture } = face;
	const left = Math.max(0, box.x - AROUND * box.width);
	const top = Math.max(0, box.y - AROUND * box.height);
	const right = Math.min(picture.width, box.x + (1 + AROUND) * box.width);
	const bottom = Math.min(picture.height, box.y + (1 + AROUND) * box.height);
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The largest size of the view within a stage, CSS px, and its scale. */
export function fitted(view: Box, stage: Size): Size & { readonly scale: number } {
	const scale = Math.max(0, Math.min(stage.width / view.width, stage.height / view.height));
	return { scale, width: view.width * scale, height: view.height * scale };
}

/** CSS transforms of the two pictures, from their own px to the stage. */
export function transformsOf(
	{ earlier, later, registration }: ComparedPair,
	view: Box,
	scale: number
): { readonly earlier: string; readonly later: string } {
	const { cos, sin, x, y } = registration.toReference;
	const one = scale / earlier.shownScale;
	const other = scale / later.shownScale;
	return {
		earlier: matrix(one, 0, -scale * view.x, -scale * view.y),
		later: matrix(other * cos, other * sin, scale * (x - view.x), scale * (y - view.y))
	};
}

function matrix(cos: number, sin: number, x: number, y: number): string {
	return `matrix(${cos}, ${sin}, ${-sin}, ${cos}, ${x}, ${y})`;
}
