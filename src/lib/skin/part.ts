import { pixelsAround, type Rect, type Vec2 } from '../geometry/index.ts';
import { boundsWhere, cut, scratched, widened, type Plane } from '../raster/index.ts';
import { mirrored } from './prepare.ts';
import { noGain, perChannel } from './rgb.ts';
import type { Layer, Rgb, Side, SkinPhoto } from './types.ts';

/** Room around the skin, so that a blur near its edge sees what it would on the whole grid. */
const FACE_MARGIN_MM = 2;

/** Landmarks are named on the right; those of the other side mirror them. */
export function landmarksOf(right: readonly number[], side: Side): readonly number[] {
	return side === 'right' ? right : mirrored(right);
}

export function pointsOf(photo: SkinPhoto, landmarks: readonly number[]): readonly Vec2[] {
	return landmarks.map((landmark) => photo.points[landmark]!);
}

/**
 * Runs an analysis on the part of the grid around `points` (grid px) that reaches `marginMm` beyond
 * them. Effects of a small region cost as much as the region.
 */
export function onPart(
	photo: SkinPhoto,
	points: readonly Vec2[],
	marginMm: number,
	analyse: (part: SkinPhoto) => Rgb
): Layer {
	return onRect(photo, pixelsAround(points, marginMm * photo.grid.pxPerMm, photo.grid), analyse);
}

/** As `onPart`, on the part that facial skin covers: the grid also holds neck, hair and background. */
export function onFace(photo: SkinPhoto, analyse: (part: SkinPhoto) => Rgb): Layer {
	return onRect(photo, faceRect(photo), analyse);
}

function onRect(photo: SkinPhoto, rect: Rect | null, analyse: (part: SkinPhoto) => Rgb): Layer {
	if (rect === null) return NO_LAYER;
	return scratched(() => ({ rect, gain: analyse(partOf(photo, rect)) }));
}

export const NO_LAYER: Layer = {
	rect: { x: 0, y: 0, width: 0, height: 0 },
	gain: noGain({ width: 0, height: 0 })
};

/** Bounds of the facial skin with a margin, samples; null where there is none. */
export function faceRect({ grid, masks }: SkinPhoto): Rect | null {
	const { width, height, data } = masks.skin;
	const bounds = boundsWhere(width, height, (at) => data[at] !== 0);
	return bounds && widened(bounds, FACE_MARGIN_MM * grid.pxPerMm, grid);
}

export function partOf(photo: SkinPhoto, rect: Rect): SkinPhoto {
	const { grid, masks } = photo;
	const stepX = grid.box.width / grid.width;
	const stepY = grid.box.height / grid.height;
	const take = (source: Plane) => cut(source, rect);
	return {
		...photo,
		grid: {
			box: {
				x: grid.box.x + rect.x * stepX,
				y: grid.box.y + rect.y * stepY,
				width: rect.width * stepX,
				height: rect.height * stepY
			},
			width: rect.width,
			height: rect.height,
			pxPerMm: grid.pxPerMm
		},
		linear: perChannel((c) => take(photo.linear[c])),
		density: perChannel((c) => take(photo.density[c])),
		logY: take(photo.logY),
		points: photo.points.map(([x, y]): Vec2 => [x - rect.x, y - rect.y]),
		masks: {
			skin: take(masks.skin),
			feather: take(masks.feather),
			neck: take(masks.neck),
			eyes: take(masks.eyes),
			lips: take(masks.lips),
			hair: take(masks.hair),
			dark: take(masks.dark)
		}
	};
}
