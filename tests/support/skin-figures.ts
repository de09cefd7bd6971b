import type { Vec2 } from '../../src/lib/geometry/index.ts';
import {
	bilinear,
	dilate,
	gaussian,
	LEAST_LIGHT,
	luminance,
	map,
	normalised,
	pasted,
	plane,
	type Plane
} from '../../src/lib/raster/index.ts';
import { coursesOf } from '../../src/lib/skin/crease.ts';
import { openSkin, type LineBank } from '../../src/lib/skin/line-bank.ts';
import { LinePriors, lineWeight } from '../../src/lib/skin/line-priors.ts';
import { labOf, type Lab } from '../../src/lib/skin/lab.ts';
import type { Layer, LineRegion, Rgb, SkinPhoto } from '../../src/lib/skin/types.ts';

/** The log gains of a layer on the whole grid. */
export function gainOn({ grid: { width, height } }: SkinPhoto, { rect, gain }: Layer): Rgb {
	return [
		pasted(gain[0], rect, width, height),
		pasted(gain[1], rect, width, height),
		pasted(gain[2], rect, width, height)
	];
}

const logOf = (value: number): number => Math.log(Math.max(LEAST_LIGHT, value));

/** The face as a tone of these log gains at `strength` would show it, before rounding to bytes. */
export function toned(photo: SkinPhoto, gain: Rgb, strength = 1): SkinPhoto {
	const linear = photo.linear.map((channel, c) =>
		map(channel, gain[c]!, (v, g) => v * Math.exp(strength * g))
	) as [Plane, Plane, Plane];
	const density = linear.map((channel) => map(channel, (v) => -logOf(v))) as [Plane, Plane, Plane];
	return { ...photo, linear, density, logY: logLuminance(linear) };
}

function logLuminance([red, green, blue]: Rgb): Plane {
	return map(red, green, blue, (r, g, b) => logOf(luminance(r, g, b)));
}

const LINE_RESPONSE = 0.06;

export type LineReduction = {
	/** 1 − Σ R² after / Σ R² before over the samples whose response was above 0.06 before. */
	readonly reduction: number;
	/** Share of the region's skin with such a response. */
	readonly share: number;
};

/** What became of a region's lines by the same detector: strongest response along their courses. */
export function lineReduction(
	photo: SkinPhoto,
	before: LineBank,
	after: LineBank,
	region: LineRegion
): LineReduction {
	const priors = new LinePriors(photo, [region]);
	const weights = (at: number) => (priors.kinds[at] === 0 ? null : priors.weightsAt(at));
	const was = coursesOf(before.responses, weights).strength.data;
	const is = coursesOf(after.responses, weights).strength.data;
	const skin = region === 'neck' ? photo.masks.neck : photo.masks.feather;
	const whole = map(
		lineWeight(photo, region, 'right'),
		lineWeight(photo, region, 'left'),
		Math.max
	);
	let [sumBefore, sumAfter, lined, all] = [0, 0, 0, 0];
	for (let at = 0; at < was.length; at++) {
		if (whole.data[at]! * skin.data[at]! <= 0.5) continue;
		all += 1;
		if (was[at]! <= LINE_RESPONSE) continue;
		lined += 1;
		sumBefore += was[at]! ** 2;
		sumAfter += is[at]! ** 2;
	}
	return {
		reduction: sumBefore === 0 ? 0 : 1 - sumAfter / sumBefore,
		share: all === 0 ? 0 : lined / all
	};
}

const PORE_MM = 0.3;

/** Energy of log luminance minus its 0.3 mm blur over `where` > 0.5, after / before. */
export function poreRatio(before: SkinPhoto, after: SkinPhoto, where: Plane): number {
	const energy = ({ logY, grid }: SkinPhoto): number => {
		const smooth = gaussian(logY, PORE_MM * grid.pxPerMm).data;
		let sum = 0;
		logY.data.forEach((l, at) => {
			if (where.data[at]! > 0.5) sum += (l - smooth[at]!) ** 2;
		});
		return sum;
	};
	const was = energy(before);
	return was === 0 ? 1 : Math.sqrt(energy(after) / was);
}

const CREASE_RESPONSE = 0.05;
const CREASE_CLEARANCE_MM = 0.3;

/** 1 where skin lies further than 0.3 mm from any response above 0.05. */
export function offCrease(photo: SkinPhoto, bank: LineBank): Plane {
	const { width, height, pxPerMm } = photo.grid;
	const creased = plane(width, height);
	for (const { data } of bank.responses) {
		for (let at = 0; at < data.length; at++) {
			if (data[at]! > CREASE_RESPONSE) creased.data[at] = 1;
		}
	}
	return map(openSkin(photo), dilate(creased, CREASE_CLEARANCE_MM * pxPerMm), (s, c) =>
		s > 0.5 && c === 0 ? 1 : 0
	);
}

/** Individual typology angle, degrees: arctan((L* − 50) / b*) of the mean colour over `where` > 0.5. */
export function itaOf({ linear }: SkinPhoto, where: Plane): number {
	const sum = [0, 0, 0];
	let count = 0;
	where.data.forEach((w, at) => {
		if (w <= 0.5) return;
		const lab = labOf(linear[0].data[at]!, linear[1].data[at]!, linear[2].data[at]!);
		lab.forEach((value, k) => (sum[k] = sum[k]! + value));
		count += 1;
	});
	if (count === 0) return NaN;
	return (Math.atan2(sum[0]! / count - 50, sum[2]! / count) * 180) / Math.PI;
}

/** CIEDE2000 (Sharma, Wu and Dalal 2005), kL = kC = kH = 1. */
function deltaE00([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
	const rad = Math.PI / 180;
	const seventh = (c: number): number => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
	const g = 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
	const [p1, p2] = [(1 + g) * a1, (1 + g) * a2];
	const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
	const hue = (a: number, b: number): number =>
		a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360;
	const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
	const grey = c1 * c2 === 0;
	let dh = grey ? 0 : h2 - h1;
	if (dh > 180) dh -= 360;
	if (dh < -180) dh += 360;
	let h = h1 + h2;
	if (!grey) {
		if (Math.abs(h1 - h2) > 180) h += h < 360 ? 360 : -360;
		h /= 2;
	}
	const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
	const t =
		1 -
		0.17 * Math.cos((h - 30) * rad) +
		0.24 * Math.cos(2 * h * rad) +
		0.32 * Math.cos((3 * h + 6) * rad) -
		0.2 * Math.cos((4 * h - 63) * rad);
	const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
	const sc = 1 + 0.045 * c;
	const sh = 1 + 0.015 * c * t;
	const turn = 60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad;
	const dl = (l2 - l1) / sl;
	const dc = (c2 - c1) / sc;
	const dH = (2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad)) / sh;
	return Math.sqrt(dl * dl + dc * dc + dH * dH - Math.sin(turn) * 2 * seventh(c) * dc * dH);
}

/** Value below which `share` of the colour differences over `where` > 0.5 lie; 0 where there are none. */
export function deltaE00At(
	before: SkinPhoto,
	after: SkinPhoto,
	where: Plane,
	share: number
): number {
	const found: number[] = [];
	const lab = ({ linear: [r, g, b] }: SkinPhoto, at: number): Lab =>
		labOf(r.data[at]!, g.data[at]!, b.data[at]!);
	where.data.forEach((w, at) => {
		if (w > 0.5) found.push(deltaE00(lab(before, at), lab(after, at)));
	});
	found.sort((a, b) => a - b);
	return found[Math.min(found.length - 1, Math.floor(share * found.length))] ?? 0;
}

/** How far a nose-to-mouth fold reaches to either side. */
const BESIDE_MM = 9;
const SMOOTH_MM = 1;

/** Mean log luminance `besideMm` beside a fold's line (grid px) minus that on it, skin only. */
export function foldContrast(
	photo: SkinPhoto,
	line: readonly Vec2[],
	besideMm = BESIDE_MM
): number {
	const mm = photo.grid.pxPerMm;
	const smooth = normalised(photo.logY, photo.masks.skin, SMOOTH_MM * mm);
	let [sum, weight] = [0, 0];
	line.forEach(([x, y], k) => {
		const [ax, ay] = line[Math.max(0, k - 1)]!;
		const [bx, by] = line[Math.min(line.length - 1, k + 1)]!;
		const reach = (besideMm * mm) / Math.max(1e-6, Math.hypot(bx - ax, by - ay));
		const [nx, ny] = [-(by - ay) * reach, (bx - ax) * reach];
		const here = bilinear(smooth, x, y);
		for (const sign of [1, -1]) {
			const [px, py] = [x + sign * nx, y + sign * ny];
			if (Math.min(bilinear(photo.masks.skin, px, py), bilinear(photo.masks.skin, x, y)) < 0.5)
				continue;
			sum += bilinear(smooth, px, py) - here;
			weight += 1;
		}
	});
	return weight === 0 ? NaN : sum / weight;
}
