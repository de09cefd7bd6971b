import { LANDMARK_GROUPS } from '../face/index.ts';
import { erode, fillPolygon, gaussian, map, smoothstep, type Plane } from '../raster/index.ts';
import type { Rgb, SkinPhoto } from './types.ts';

const MOUTH = [
	...LANDMARK_GROUPS.LIPS_UPPER_INNER,
	...LANDMARK_GROUPS.LIPS_LOWER_INNER.toReversed().slice(1, -1)
];
/** Teeth are lighter than the dark of the mouth, and hardly red: gums and lips are. */
const LIGHT_LOG = [-2.2, -1.4] as const;
const RED_LOG = [0.3, 0.5] as const;
/** Log gains at full strength: yellow goes before everything gets lighter. */
const GAIN = [0.06, 0.08, 0.24] as const;
/** A tooth that is lighter than this already stays: nothing is burnt out. */
const BRIGHT_LOG = [-0.5, -0.15] as const;

/** Log gain that makes teeth a shade or two lighter; nothing where the mouth is closed. */
export function teeth(photo: SkinPhoto): Rgb {
	const { width, height, pxPerMm: mm } = photo.grid;
	const inner = fillPolygon(
		width,
		height,
		MOUTH.map((k) => photo.points[k]!)
	);
	const inside = gaussian(erode(inner, 0.4 * mm), 0.4 * mm);
	const pale = map(
		photo.density[0],
		photo.density[1],
		(r, g) => 1 - smoothstep(RED_LOG[0], RED_LOG[1], g - r)
	);
	const lit = map(
		gaussian(photo.logY, 0.3 * mm),
		(l) =>
			smoothstep(LIGHT_LOG[0], LIGHT_LOG[1], l) * (1 - smoothstep(BRIGHT_LOG[0], BRIGHT_LOG[1], l))
	);
	const mask: Plane = gaussian(
		map(inside, pale, lit, (i, p, l) => i * p * l),
		0.3 * mm
	);
	const within = map(mask, inside, (m, i) => m * smoothstep(0, 0.5, i));
	return [
		map(within, (w) => GAIN[0] * w),
		map(within, (w) => GAIN[1] * w),
		map(within, (w) => GAIN[2] * w)
	];
}
