import { LANDMARK_GROUPS } from '../face/index.ts';
import type { Px, Vec2 } from '../geometry/index.ts';
import { fillPolygon, LINEAR_OF_LEVEL, luminance } from '../raster/index.ts';
import type { FaceLight } from './types.ts';

/** RGBA, 8 bit sRGB, row-major. */
type Picture = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
};

const HIGHLIGHT = 0.95;
/** A sensor's white is rarely written as 255 once a video codec has had it. */
const END = 250;
/** The middle of each cheek, free of hair, glasses and most beards. */
const CHEEKS = { right: 50, left: 280 };
/** Of the distance between the outer corners of the eyes. */
const CHEEK_RADIUS = 0.1;
const [OUTER_RIGHT, OUTER_LEFT] = [33, 263];
/** Pixels of a cheek below which it is turned away. */
const LEAST = 30;

/** Of a face: `at` says where each landmark lies in the picture, px. */
export function lightOnFace(picture: Picture, at: (landmark: number) => Vec2): FaceLight {
	const oval = LANDMARK_GROUPS.FACE_OVAL.map(at);
	const inside = fillPolygon(picture.width, picture.height, oval).data;
	const figures = lightWhere(picture, (index) => (inside[index] ?? 0) > 0.5);
	const [rx, ry] = at(OUTER_RIGHT);
	const [lx, ly] = at(OUTER_LEFT);
	const radius = CHEEK_RADIUS * Math.hypot(rx - lx, ry - ly);
	const right = medianAround(picture, at(CHEEKS.right), radius);
	const left = medianAround(picture, at(CHEEKS.left), radius);
	const side = right === null || left === null ? null : Math.log2(left / right);
	return { ...figures, side };
}

/** Of all that is in the picture. */
export function lightOverall(picture: Picture): FaceLight {
	return { ...lightWhere(picture, () => true), side: null };
}

function lightWhere(
	{ data, width, height }: Picture,
	isIn: (index: number) => boolean
): Pick<FaceLight, 'highlight' | 'burnt'> {
	const counts = new Uint32Array(256);
	let count = 0;
	let burnt = 0;
	for (let index = 0; index < width * height; index++) {
		if (!isIn(index)) continue;
		const [red, green, blue] = [
			data[4 * index] ?? 0,
			data[4 * index + 1] ?? 0,
			data[4 * index + 2] ?? 0
		];
		const level = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
		counts[level] = (counts[level] ?? 0) + 1;
		count++;
		if (Math.max(red, green, blue) >= END) burnt++;
	}
	let highlight = 255;
	for (let above = counts[255] ?? 0; highlight > 0 && above <= (1 - HIGHLIGHT) * count;) {
		highlight--;
		above += counts[highlight] ?? 0;
	}
	return { highlight, burnt: count === 0 ? 0 : burnt / count };
}

/** Median of linear light on a disc; null where too little of it is in the picture or it is black. */
function medianAround({ data, width, height }: Picture, [x, y]: Vec2, radius: Px): number | null {
	const lights: number[] = [];
	for (let j = Math.max(0, Math.floor(y - radius)); j < Math.min(height, y + radius); j++) {
		for (let i = Math.max(0, Math.floor(x - radius)); i < Math.min(width, x + radius); i++) {
			if (Math.hypot(i + 0.5 - x, j + 0.5 - y) > radius) continue;
			const [red, green, blue] = [0, 1, 2].map(
				(channel) => LINEAR_OF_LEVEL[data[4 * (j * width + i) + channel] ?? 0] ?? 0
			);
			lights.push(luminance(red ?? 0, green ?? 0, blue ?? 0));
		}
	}
	if (lights.length < LEAST) return null;
	const median = lights.sort((a, b) => a - b)[lights.length >> 1] ?? 0;
	return median > 0 ? median : null;
}
