/** Figures of a change of colour (skin.md §4): where it is, how far it goes, and what it ruins. */
import type { Pixels } from '../../src/lib/photo/index.ts';
import { map, type Plane } from '../../src/lib/raster/index.ts';
import { labOf } from '../../src/lib/skin/lab.ts';
import type { SkinPhoto } from '../../src/lib/skin/types.ts';

/** A log gain above this is a change: about one level of 255 in the tones of skin. */
const TOUCHED = 0.02;

/** 1 where skin has changed: some channel's log gain lies beyond ±0.02; else 0. */
export function touchedSkin(before: SkinPhoto, after: SkinPhoto): Plane {
	const changes = before.density.map((was, c) =>
		map(was, after.density[c]!, before.masks.feather, (a, b, skin) =>
			skin > 0.5 && Math.abs(b - a) > TOUCHED ? 1 : 0
		)
	) as [Plane, Plane, Plane];
	return map(...changes, (r, g, b) => Math.max(r, g, b));
}

/** Share 0–1 of `whole` > 0.5 that `part` > 0.5 covers; 0 where the whole is empty. */
export function shareOf(part: Plane, whole: Plane): number {
	let [covered, all] = [0, 0];
	whole.data.forEach((w, at) => {
		if (w <= 0.5) return;
		all += 1;
		if (part.data[at]! > 0.5) covered += 1;
	});
	return all === 0 ? 0 : covered / all;
}

export type ColourShift = {
	/** ΔL* and Δa*, after − before. */
	readonly lightness: number;
	readonly redness: number;
	/** Turn of the hue angle arctan(b* / a*), degrees, −180 to 180. */
	readonly hue: number;
};

/** How the mean CIELAB colour over `where` > 0.5 has moved; NaN where that is empty. */
export function colourShift(before: SkinPhoto, after: SkinPhoto, where: Plane): ColourShift {
	const [was, is] = [meanLab(before, where), meanLab(after, where)];
	const turn = ((Math.atan2(is[2], is[1]) - Math.atan2(was[2], was[1])) * 180) / Math.PI;
	return {
		lightness: is[0] - was[0],
		redness: is[1] - was[1],
		hue: turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
	};
}

function meanLab({ linear: [r, g, b] }: SkinPhoto, where: Plane): [number, number, number] {
	const sum: [number, number, number] = [0, 0, 0];
	let count = 0;
	where.data.forEach((w, at) => {
		if (w <= 0.5) return;
		labOf(r.data[at]!, g.data[at]!, b.data[at]!).forEach((value, k) => {
			sum[k] = sum[k]! + value;
		});
		count += 1;
	});
	return [sum[0] / count, sum[1] / count, sum[2] / count];
}

/** Pixels with a channel that is full (255) now and was not before: their texture is lost. */
export function newlyClipped({ data: before }: Pixels, { data: after }: Pixels): number {
	let count = 0;
	for (let at = 0; at < after.length; at += 4) {
		const isClipped = [0, 1, 2].some((c) => after[at + c] === 255 && before[at + c] !== 255);
		if (isClipped) count += 1;
	}
	return count;
}
