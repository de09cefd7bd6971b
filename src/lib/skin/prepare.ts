import { LANDMARK_COUNT, LANDMARK_GROUPS, MIRROR, type Face } from '../face/index.ts';
import type { Rect, Vec2 } from '../geometry/index.ts';
import {
	convexHull,
	dilate,
	erode,
	fillPolygon,
	gaussian,
	larger,
	LEAST_LIGHT,
	luminance,
	normalised,
	plane,
	product,
	scratched,
	smoothstep,
	srgbToLinear,
	type Plane
} from '../raster/index.ts';
import type { Grid, Rgb, SkinPhoto } from './types.ts';

/** RGBA bytes, row-major; as `photo.Pixels`, which pure rooms do not know. */
export type Picture = {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray;
};

/** Confidences 0–1 of the person segmentation over `box` of the picture, row-major. */
export type SkinClasses = {
	readonly box: Rect;
	readonly width: number;
	readonly height: number;
	readonly hair: Float32Array<ArrayBuffer>;
	readonly bodySkin: Float32Array<ArrayBuffer>;
	readonly faceSkin: Float32Array<ArrayBuffer>;
	readonly others: Float32Array<ArrayBuffer>;
	/** What stands behind the person is never toned; nothing is known of it outside its own box. */
	readonly outline: Outline;
};

/** Alpha of the person over `box` of the picture, row-major: 255 = person, 0 = background. */
type Outline = {
	readonly box: Rect;
	readonly width: number;
	readonly height: number;
	readonly alpha: Uint8Array<ArrayBuffer>;
};

const FINEST_PX_PER_MM = 3.5;
const COARSEST_PX_PER_MM = 2;
/** Around the landmarks, mm: forehead above, neck below. */
const MARGIN_MM = { side: 12, above: 40, below: 45 };
/** A sample tones as far as its spline reaches: so far inside the outline everything stops. */
const SPLINE_REACH_MM = 1;

/** Grid side that keeps whole samples over the box. */
function gridOver(face: Face): Grid {
	const { pxPerMm } = face.scale;
	const scale = Math.max(COARSEST_PX_PER_MM, Math.min(FINEST_PX_PER_MM, pxPerMm)) / pxPerMm;
	const xs = Array.from({ length: LANDMARK_COUNT }, (_, k) => face.landmarks[3 * k]!);
	const ys = Array.from({ length: LANDMARK_COUNT }, (_, k) => face.landmarks[3 * k + 1]!);
	const left = Math.max(0, Math.min(...xs) - MARGIN_MM.side * pxPerMm);
	const top = Math.max(0, Math.min(...ys) - MARGIN_MM.above * pxPerMm);
	const right = Math.min(face.picture.width, Math.max(...xs) + MARGIN_MM.side * pxPerMm);
	const bottom = Math.min(face.picture.height, Math.max(...ys) + MARGIN_MM.below * pxPerMm);
	const width = Math.max(8, Math.round((right - left) * scale));
	const height = Math.max(8, Math.round((bottom - top) * scale));
	return {
		box: { x: left, y: top, width: width / scale, height: height / scale },
		width,
		height,
		pxPerMm: scale * pxPerMm
	};
}

/**
 * One face on its working grid, with the masks of regions.json. Costs about a tenth of a second; the
 * analyses do the rest.
 */
export function prepareSkin(picture: Picture, face: Face, classes: SkinClasses): SkinPhoto {
	return scratched(() => prepared(picture, face, classes));
}

function prepared(picture: Picture, face: Face, classes: SkinClasses): SkinPhoto {
	const grid = gridOver(face);
	const linear = linearOver(picture, grid);
	const logY = logLuminance(linear);
	const points = pointsOn(grid, face);
	const heightsMm = Float64Array.from(
		{ length: LANDMARK_COUNT },
		(_, k) => -face.landmarks[3 * k + 2]! / face.scale.pxPerMm
	);
	const [up, across] = axesOf(points);
	return {
		grid,
		linear,
		density: [densityOf(linear[0]), densityOf(linear[1]), densityOf(linear[2])],
		logY,
		points,
		heightsMm,
		up,
		across,
		masks: scratched(() => masksOf(grid, points, up, logY, classes))
	};
}

const TO_LINEAR = Float64Array.from({ length: 256 }, (_, byte) => srgbToLinear(byte / 255));

/** Area average in linear light where the grid is coarser than the picture, else linear. */
function linearOver(picture: Picture, grid: Grid): Rgb {
	const { box, width, height } = grid;
	const channels: Rgb = [plane(width, height), plane(width, height), plane(width, height)];
	const columns = spans(box.x, box.width / width, width, picture.width);
	const rows = spans(box.y, box.height / height, height, picture.height);
	const sums = new Float64Array(3 * width);
	for (let j = 0; j < height; j++) {
		sums.fill(0);
		for (let v = rows.from[j]!; v < rows.from[j + 1]!; v++) {
			addRow(picture, rows.pixel[v]!, columns, rows.share[v]!, sums);
		}
		for (let c = 0; c < 3; c++) {
			const to = channels[c]!.data;
			for (let i = 0; i < width; i++) to[j * width + i] = sums[3 * i + c]!;
		}
	}
	return channels;
}

/** Adds a share of one row of the picture to the sums of the samples' red, green and blue. */
function addRow(
	{ width, data }: Picture,
	row: number,
	{ from, pixel, share }: Spans,
	rowShare: number,
	sums: Float64Array
): void {
	for (let i = 0; i + 1 < from.length; i++) {
		let [red, green, blue] = [0, 0, 0];
		for (let u = from[i]!; u < from[i + 1]!; u++) {
			const at = 4 * (row * width + pixel[u]!);
			const weight = share[u]!;
			red += weight * TO_LINEAR[data[at]!]!;
			green += weight * TO_LINEAR[data[at + 1]!]!;
			blue += weight * TO_LINEAR[data[at + 2]!]!;
		}
		sums[3 * i] = sums[3 * i]! + rowShare * red;
		sums[3 * i + 1] = sums[3 * i + 1]! + rowShare * green;
		sums[3 * i + 2] = sums[3 * i + 2]! + rowShare * blue;
	}
}

function logLuminance([red, green, blue]: Rgb): Plane {
	const result = plane(red.width, red.height);
	for (let i = 0; i < result.data.length; i++) {
		const light = luminance(red.data[i]!, green.data[i]!, blue.data[i]!);
		result.data[i] = Math.log(Math.max(LEAST_LIGHT, light));
	}
	return result;
}

function densityOf({ width, height, data }: Plane): Plane {
	const result = plane(width, height);
	for (let i = 0; i < data.length; i++) {
		result.data[i] = -Math.log(Math.max(LEAST_LIGHT, data[i]!));
	}
	return result;
}

/** The picture pixels under sample k are the entries from[k] to from[k + 1], with their shares. */
type Spans = {
	readonly from: Int32Array;
	readonly pixel: Int32Array;
	readonly share: Float32Array;
};

function spans(start: number, step: number, count: number, limit: number): Spans {
	const from = new Int32Array(count + 1);
	const pixels: number[] = [];
	const shares: number[] = [];
	const reach = Math.max(1, step);
	for (let k = 0; k < count; k++) {
		const first = start + (k + 0.5) * step - reach / 2;
		for (let pixel = Math.floor(first); pixel < first + reach; pixel++) {
			const share = Math.min(pixel + 1, first + reach) - Math.max(pixel, first);
			if (share <= 0) continue;
			pixels.push(Math.max(0, Math.min(limit - 1, pixel)));
			shares.push(share / reach);
		}
		from[k + 1] = pixels.length;
	}
	return { from, pixel: Int32Array.from(pixels), share: Float32Array.from(shares) };
}

function pointsOn({ box, width }: Grid, { landmarks }: Face): readonly Vec2[] {
	const scale = width / box.width;
	return Array.from({ length: LANDMARK_COUNT }, (_, k): Vec2 => [
		(landmarks[3 * k]! - box.x) * scale,
		(landmarks[3 * k + 1]! - box.y) * scale
	]);
}

const FOREHEAD_TOP = 10;
const CHIN = 152;

function axesOf(points: readonly Vec2[]): readonly [Vec2, Vec2] {
	const [tx, ty] = points[FOREHEAD_TOP]!;
	const [cx, cy] = points[CHIN]!;
	const length = Math.hypot(tx - cx, ty - cy);
	const up: Vec2 = [(tx - cx) / length, (ty - cy) / length];
	return [up, [-up[1], up[0]]];
}

/** The forehead ends above the landmarks' oval: its upper landmarks are raised, mm. */
const RAISED = new Set([54, 103, 67, 109, 10, 338, 297, 332, 284]);
const OVAL_RAISE_MM = 18;
const RIGHT_NOSTRIL = [98, 97, 99, 60, 75, 240, 64, 235];
const RIGHT_BROW = [70, 63, 105, 66, 107, 55, 65, 52, 53, 46];
const LIPS = [
	...LANDMARK_GROUPS.LIPS_UPPER_OUTER,
	...LANDMARK_GROUPS.LIPS_LOWER_OUTER.toReversed().slice(1, -1)
];
/** Around the open mouth. */
export const INNER_LIPS = [
	...LANDMARK_GROUPS.LIPS_UPPER_INNER,
	...LANDMARK_GROUPS.LIPS_LOWER_INNER.toReversed().slice(1, -1)
];

export const mirrored = (landmarks: readonly number[]): readonly number[] =>
	landmarks.map((landmark) => MIRROR[landmark]!);

function masksOf(
	grid: Grid,
	points: readonly Vec2[],
	up: Vec2,
	logY: Plane,
	classes: SkinClasses
): SkinPhoto['masks'] {
	const { width, height, pxPerMm: mm } = grid;
	const at = (landmarks: readonly number[]): Vec2[] => landmarks.map((k) => points[k]!);
	const fill = (outline: readonly Vec2[]): Plane => fillPolygon(width, height, outline);
	const both = (landmarks: readonly number[], shape = fill): Plane =>
		scratched(() => larger(shape(at(landmarks)), shape(at(mirrored(landmarks)))));
	const eyes = scratched(() => dilate(both(LANDMARK_GROUPS.R_EYE_RING), 1.6 * mm));
	const person = scratched(() => erode(personOn(grid, classes.outline), SPLINE_REACH_MM * mm));
	const lips = scratched(() => product(dilate(fill(at(LIPS)), 1.0 * mm), person));
	const raised = LANDMARK_GROUPS.FACE_OVAL.map((k): Vec2 => {
		const [x, y] = points[k]!;
		const raise = RAISED.has(k) ? OVAL_RAISE_MM * mm : 0;
		return [x + raise * up[0], y + raise * up[1]];
	});
	const oval = fill(raised);
	const hair = classOn(grid, classes, classes.hair);
	const others = classOn(grid, classes, classes.others);
	const features = scratched(() => {
		const brows = dilate(both(RIGHT_BROW), 2.2 * mm);
		const hulls = both(RIGHT_NOSTRIL, (outline) => fill(convexHull(outline)));
		const nostrils = dilate(hulls, 0.8 * mm);
		return larger(larger(eyes, brows), larger(lips, nostrils));
	});
	// Of the person, and neither covered by hair or glasses nor a feature.
	const bare = plane(width, height);
	for (let k = 0; k < bare.data.length; k++) {
		const covered =
			(1 - smoothstep(0.15, 0.4, hair.data[k]!)) * (1 - smoothstep(0.2, 0.5, others.data[k]!));
		bare.data[k] = person.data[k]! * covered * (1 - features.data[k]!);
	}
	const face = classOn(grid, classes, classes.faceSkin);
	const skin = plane(width, height);
	for (let k = 0; k < skin.data.length; k++) {
		skin.data[k] = smoothstep(0.45, 0.75, face.data[k]!) * oval.data[k]! * bare.data[k]!;
	}
	const dark = darkOn(logY, skin, mm);
	scratched(() => {
		cover(
			dark,
			both(NASOLABIAL, (line) => fill(besideMouth(line, points[MOUTH]!, mm)))
		);
		cover(skin, dilate(dark, 0.6 * mm));
		// Of a turned head the far lip stands out beyond the oval.
		cover(bare, dilate(oval, 2 * mm));
	});
	const body = larger(classOn(grid, classes, classes.bodySkin), face);
	const neck = belowMouth(grid, points, up);
	for (let k = 0; k < neck.data.length; k++) {
		neck.data[k] = neck.data[k]! * smoothstep(0.45, 0.75, body.data[k]!) * bare.data[k]!;
	}
	return { skin, feather: feathered(skin, mm), neck: feathered(neck, mm), eyes, lips, hair, dark };
}

/** Takes away what is covered, 0–1. */
function cover(mask: Plane, covered: Plane): void {
	for (let k = 0; k < mask.data.length; k++) mask.data[k] = mask.data[k]! * (1 - covered.data[k]!);
}

/** How much darker than the skin around, 0–1: frames, strands and the like. */
function darkOn(logY: Plane, skin: Plane, mm: number): Plane {
	const dark = normalised(logY, skin, 8 * mm);
	const fine = gaussian(logY, 0.4 * mm);
	for (let k = 0; k < dark.data.length; k++) {
		dark.data[k] = smoothstep(0.75, 1.1, dark.data[k]! - fine.data[k]!);
	}
	return dark;
}

/** A smile's fold is as dark as a strand of hair: the dark guard leaves out where it may lie. */
const NASOLABIAL = [129, 203, 206, 216, 212];
const MOUTH = 13;
const FOLD_MM = { towards: 3, away: 7 };

/** The band along a line, grid px, from 3 mm towards the mouth to 7 mm away from it. */
function besideMouth(line: readonly Vec2[], [mx, my]: Vec2, mm: number): Vec2[] {
	const moved = (by: number): Vec2[] =>
		line.map(([x, y]) => {
			const length = Math.max(1e-9, Math.hypot(x - mx, y - my));
			return [x + (by * mm * (x - mx)) / length, y + (by * mm * (y - my)) / length];
		});
	return [...moved(-FOLD_MM.towards), ...moved(FOLD_MM.away).toReversed()];
}

const MOUTH_CORNERS = [61, 291] as const;

/** 1 below the line through the corners of the mouth: where the oval leaves off and a neck begins. */
function belowMouth({ width, height }: Grid, points: readonly Vec2[], up: Vec2): Plane {
	const [[ax, ay], [bx, by]] = MOUTH_CORNERS.map((k) => points[k]!) as [Vec2, Vec2];
	const level = (up[0] * (ax + bx) + up[1] * (ay + by)) / 2;
	const result = plane(width, height);
	for (let j = 0; j < height; j++) {
		for (let i = 0; i < width; i++) {
			if (up[0] * (i + 0.5) + up[1] * (j + 0.5) < level) result.data[j * width + i] = 1;
		}
	}
	return result;
}

function feathered(mask: Plane, mm: number): Plane {
	const soft = scratched(() => gaussian(erode(mask, 0.8 * mm), 0.6 * mm));
	for (let k = 0; k < soft.data.length; k++) {
		soft.data[k] = Math.min(1, Math.max(0, soft.data[k]!)) * mask.data[k]!;
	}
	return soft;
}

function classOn(
	grid: Grid,
	{ box, width, height }: SkinClasses,
	data: Float32Array<ArrayBuffer>
): Plane {
	return sampledOn(grid, box, { width, height, data });
}

/** 1 where a sample is the person's without doubt, and where nobody looked. */
function personOn(grid: Grid, { box, width, height, alpha }: Outline): Plane {
	const person = sampledOn(grid, box, { width, height, data: Float32Array.from(alpha) });
	for (let k = 0; k < person.data.length; k++) {
		person.data[k] = smoothstep(0.8, 1, person.data[k]! / 255);
	}
	return person;
}

/** A plane over `box` of the picture, bilinearly on the grid; beyond its edges as at them. */
function sampledOn(grid: Grid, box: Rect, source: Plane): Plane {
	const { width, height } = grid;
	const columns = placesOf(width, grid.box.x - box.x, grid.box.width, box.width, source.width);
	const lefts = Int32Array.from(columns, Math.floor);
	const rows = placesOf(height, grid.box.y - box.y, grid.box.height, box.height, source.height);
	const result = plane(width, height);
	const between = new Float64Array(source.width + 1);
	for (let j = 0; j < height; j++) {
		const top = Math.floor(rows[j]!);
		const above = top * source.width;
		const below = Math.min(source.height - 1, top + 1) * source.width;
		const t = rows[j]! - top;
		for (let i = 0; i < source.width; i++) {
			const upper = source.data[above + i]!;
			between[i] = upper + t * (source.data[below + i]! - upper);
		}
		between[source.width] = between[source.width - 1]!;
		for (let i = 0, at = j * width; i < width; i++, at++) {
			const left = lefts[i]!;
			const value = between[left]!;
			result.data[at] = value + (columns[i]! - left) * (between[left + 1]! - value);
		}
	}
	return result;
}

/**
 * Where `count` samples over `length` px from `start` px fall among `size` samples over `extent` px,
 * in samples from the centre of the first.
 */
function placesOf(
	count: number,
	start: number,
	length: number,
	extent: number,
	size: number
): Float64Array {
	return Float64Array.from({ length: count }, (_, k) => {
		const place = ((start + ((k + 0.5) * length) / count) * size) / extent - 0.5;
		return Math.max(0, Math.min(size - 1, place));
	});
}
