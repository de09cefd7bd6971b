import type { Rect, Vec2 } from '../../geometry/index.ts';

/** How near a picture can be looked at. */
const CLOSEST = 6;

/** What is seen of `whole` after coming nearer by `factor` about a place of it, px; never more than all of it. */
export function zoomed(whole: Rect, seen: Rect, [x, y]: Vec2, factor: number): Rect {
	const zoom = Math.min(CLOSEST, Math.max(1, (whole.width / seen.width) * factor));
	const [width, height] = [whole.width / zoom, whole.height / zoom];
	const share = width / seen.width;
	return within(whole, {
		x: x - (x - seen.x) * share,
		y: y - (y - seen.y) * share,
		width,
		height
	});
}

export function panned(whole: Rect, seen: Rect, [dx, dy]: Vec2): Rect {
	return within(whole, { ...seen, x: seen.x + dx, y: seen.y + dy });
}

function within(whole: Rect, { x, y, width, height }: Rect): Rect {
	return {
		x: Math.min(Math.max(x, whole.x), whole.x + whole.width - width),
		y: Math.min(Math.max(y, whole.y), whole.y + whole.height - height),
		width,
		height
	};
}
