import type { Rect } from '../../geometry/index.ts';
import type { PersonLayer, RgbaImage } from '../render-types.ts';
import { PLATE_THRESHOLD } from '../render/law.ts';
import { guidedFilter } from './guided-filter.ts';
import { extendHarmonically, MEMBRANE_MULTIPLE } from './membrane.ts';
import { boxMean, emptyPlane, type Plane } from './plane.ts';

const LONGEST_SIDE = 768;
/** The filter looks this many samples of the low-resolution mask around. */
const REACH_SAMPLES = 2;
/** Luminance variance (0–1 scale) of what counts as an edge: about 3 % contrast. */
const EPSILON = 1e-3;
/** Filtered probabilities that become clear and solid. */
const CLEAR = 0.2;
const SOLID = 0.8;
/** Blur and halo of an outline, layer pixels beyond its last trace: no clean background. */
const FRINGE = 2;
/** Alpha of the fringe: the plate under it is the fill, and nothing else of it is seen. */
const FRINGE_ALPHA = 255 * PLATE_THRESHOLD;

export type PersonSource = {
	readonly picture: RgbaImage;
	/** Part of the picture that the mask covers, px. */
	readonly box: Rect;
	/** Probability 0–1 that a point belongs to the person, over `box`, row-major. */
	readonly alphaLowRes: Plane;
};

/**
 * The person as a layer: the low-resolution mask brought onto the picture's own edges by a guided
 * filter, with a fringe of the smallest alpha around it, and the background continued smoothly under
 * both. The fringe moves with the person, so that no rim of the old outline stays behind. Where the box shows no background
 * at all the fill is the box's mean colour.
 */
export function buildPersonLayer({ picture, box, alphaLowRes }: PersonSource): PersonLayer {
	const { width, height } = layerSize(box);
	const colours = coloursOver(picture, box, width, height);
	const radius = (REACH_SAMPLES * width) / alphaLowRes.width;
	const filtered = guidedFilter(alphaLowRes, luminance(colours, width, height), radius, EPSILON);
	const alpha = hardened(filtered);
	const known = addFringe(alpha, width, height);
	extendHarmonically(width, height, colours, known);
	const fill = new Uint8ClampedArray(4 * width * height);
	for (let i = 0; i < width * height; i++) {
		fill[4 * i] = colours[3 * i]!;
		fill[4 * i + 1] = colours[3 * i + 1]!;
		fill[4 * i + 2] = colours[3 * i + 2]!;
		fill[4 * i + 3] = 255;
	}
	return { box, width, height, alpha, fill };
}

/** As fine as the picture up to LONGEST_SIDE, in sides that the membrane can halve. */
function layerSize(box: Rect): { width: number; height: number } {
	const longest = Math.max(box.width, box.height);
	const scale = Math.min(1, LONGEST_SIDE / longest);
	const side = (length: number): number =>
		Math.max(1, Math.round((length * scale) / MEMBRANE_MULTIPLE)) * MEMBRANE_MULTIPLE;
	return { width: side(box.width), height: side(box.height) };
}

/** Mean of 2 × 2 picture pixels spread over each layer pixel; three values 0–255 per pixel. */
function coloursOver(
	picture: RgbaImage,
	box: Rect,
	width: number,
	height: number
): Float32Array<ArrayBuffer> {
	const columns = samplePlaces(box.x, box.width, width, picture.width);
	const rows = samplePlaces(box.y, box.height, height, picture.height);
	const colours = new Float32Array(3 * width * height);
	const { data } = picture;
	for (let j = 0, out = 0; j < height; j++) {
		const upper = rows[2 * j]! * picture.width;
		const lower = rows[2 * j + 1]! * picture.width;
		for (let i = 0; i < width; i++, out += 3) {
			const left = columns[2 * i]!;
			const right = columns[2 * i + 1]!;
			const a = 4 * (upper + left);
			const b = 4 * (upper + right);
			const c = 4 * (lower + left);
			const d = 4 * (lower + right);
			for (let k = 0; k < 3; k++) {
				colours[out + k] = (data[a + k]! + data[b + k]! + data[c + k]! + data[d + k]!) / 4;
			}
		}
	}
	return colours;
}

/** Two picture pixels per layer pixel along one axis. */
function samplePlaces(start: number, length: number, count: number, limit: number): Int32Array {
	const places = new Int32Array(2 * count);
	for (let i = 0; i < 2 * count; i++) {
		const place = Math.floor(start + ((i + 0.5) * length) / (2 * count));
		places[i] = Math.max(0, Math.min(limit - 1, place));
	}
	return places;
}

/** Rec. 709 luma, 0–1. */
function luminance(colours: Float32Array, width: number, height: number): Plane {
	const plane = emptyPlane(width, height);
	for (let i = 0; i < plane.data.length; i++) {
		const [r, g, b] = [colours[3 * i]!, colours[3 * i + 1]!, colours[3 * i + 2]!];
		plane.data[i] = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
	}
	return plane;
}

/** Solid inside, clear outside, a smooth step between. */
function hardened(probability: Plane): Uint8Array<ArrayBuffer> {
	const alpha = new Uint8Array(probability.data.length);
	for (let i = 0; i < alpha.length; i++) {
		const t = Math.max(0, Math.min(1, (probability.data[i]! - CLEAR) / (SOLID - CLEAR)));
		alpha[i] = Math.round(255 * t * t * (3 - 2 * t));
	}
	return alpha;
}

/** Gives `alpha` its fringe; returns 1 where it is background even so, else 0. */
function addFringe(alpha: Uint8Array, width: number, height: number): Float32Array<ArrayBuffer> {
	const traces = emptyPlane(width, height);
	for (let i = 0; i < alpha.length; i++) traces.data[i] = alpha[i]! > 0 ? 1 : 0;
	const near = boxMean(traces, FRINGE).data;
	const known = new Float32Array(near.length);
	for (let i = 0; i < known.length; i++) {
		// A single trace weighs 1/25; running sums leave rounding far below that.
		if (near[i]! < 1e-3) known[i] = 1;
		else alpha[i] = Math.max(alpha[i]!, FRINGE_ALPHA);
	}
	return known;
}
