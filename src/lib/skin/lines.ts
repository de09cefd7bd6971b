import { dilate, gaussian, map, normalised, plane, smoothstep, type Plane } from '../raster/index.ts';
import { alongLines } from './along.ts';
import { coloured, coursesOf, creaseProfile, uncreased, type Courses } from './crease.ts';
import { openSkin, ORIENTATIONS, type LineBank } from './line-bank.ts';
import { LinePriors } from './line-priors.ts';
import type { Layer, SkinPhoto } from './types.ts';

export { lineResponse, type LineBank } from './line-bank.ts';
export { LINE_REGIONS, lineWeight } from './line-priors.ts';

export const TUNE = { nz: 1.6, mode: 'ref' as string, coh: 0, a: 0.018, b: 0.06, mix: (v: number, q: number) => Math.min(v, 1.6 * q), out: null as any };

/** Above this a response is a hair, a frame, a lash. */
const TOO_DARK = [0.55, 0.8] as const;
const BASE_MM = 2.6;
/** The lit shoulder of a crease is lowered by this share. */
const SHOULDER = 0.45;
const LEAST = -0.12;
const MOST = 0.6;
const COLOURING = {
	fullAt: 0.05,
	creasedAt: 0.03,
	baseMm: 2.6,
	windowMm: 2.5,
	least: 0.3,
	most: 2.2
};

export function lineLayer(photo: SkinPhoto, bank: LineBank): Layer {
	const mm = photo.grid.pxPerMm;
	const open = openSkin(photo);
	const touchable = map(photo.masks.feather, photo.masks.neck, Math.max);
	const priors = new LinePriors(photo);
	const courses = coursesOf(bank.responses, (at) =>
		priors.kinds[at] === 0 ? null : priors.weightsAt(at)
	);
	const mask = lineMask(bank, courses, touchable, mm);
	const base = normalised(bank.filled, uncreased(open, dilate(mask, 0.35 * mm)), BASE_MM * mm);
	const profile = creaseProfile(bank.filled, courses, mm);
	const depth = map(base, profile, (b, a) => (b > a ? b - a : SHOULDER * (b - a)));
	const reach = gaussian(dilate(mask, 0.25 * mm), 0.35 * mm);
	const gain = map(reach, depth, touchable, (m, q, s) =>
		Math.max(LEAST, Math.min(MOST, Math.min(1, m) * q * s))
	);
	for (let at = 0; at < gain.data.length; at++) if (priors.kinds[at] === 0) gain.data[at] = 0;
	const colour = { ...photo, skin: open, logY: bank.filled };
	return { family: 'relief', gain: coloured(gain, colour, mm, COLOURING) };
}

/** 0–1: how surely a place lies in a line. */
function lineMask(bank: LineBank, courses: Courses, touchable: Plane, mm: number): Plane {
	const iso = isotropic(bank.responses, courses);
	const t0 = map(courses.strength, iso, (s, i) => Math.max(0, s - i));
	const n = t0.data.length;
	let t = t0;
	let nzp: Plane;
	const { width, height } = t0;
	if (TUNE.coh > 0) {
		const c = plane(width, height);
		for (let k = 0; k < ORIENTATIONS; k++) {
			const s = alongLines(bank.responses[k]!, (k * Math.PI) / ORIENTATIONS, TUNE.coh * mm).data;
			for (let i = 0; i < n; i++) if (courses.best[i] === k) c.data[i] = s[i]!;
		}
		t = map(t0, map(c, iso, (a, b) => Math.max(0, a - b)), (v, q) => TUNE.mix(v, q));
	}
	const mean = (v: Plane) => {
		const weak = map(v, touchable, (x, s) => (x < 0.06 ? s : 0));
		return normalised(map(v, weak, (x, w) => (w > 0 ? x : 0)), map(weak, (w) => w + 1e-3), 7 * mm);
	};
	if (TUNE.mode === 'ref') nzp = mean(t);
	else {
		const o = plane(width, height);
		for (let i = 0; i < n; i++) {
			const b = courses.best[i]!;
			if (b < 0) continue;
			let m = 0;
			for (let d = 4; d <= 8; d++) m = Math.max(m, bank.responses[(b + d) % ORIENTATIONS]!.data[i]!);
			o.data[i] = Math.max(0, m - iso.data[i]!);
		}
		nzp = mean(o);
	}
	TUNE.out = { t, nz: nzp, t0, iso };
	return map(t, nzp, t0, (v, n, raw) => {
		const nz = TUNE.nz * n;
		return smoothstep(TUNE.a + nz, TUNE.b + 1.5 * nz, v) * (1 - smoothstep(...TOO_DARK, raw));
	});
}

/** Median over the orientations, ≥ 0: pores and moles answer in all of them. */
function isotropic(responses: readonly Plane[], { best }: Courses): Plane {
	const { width, height } = responses[0]!;
	const result = plane(width, height);
	const sorted = new Float32Array(ORIENTATIONS);
	for (let at = 0; at < best.length; at++) {
		if (best[at]! < 0) continue;
		for (let k = 0; k < ORIENTATIONS; k++) {
			const value = responses[k]!.data[at]!;
			let place = k;
			for (; place > 0 && sorted[place - 1]! > value; place--) sorted[place] = sorted[place - 1]!;
			sorted[place] = value;
		}
		result.data[at] = (sorted[ORIENTATIONS / 2 - 1]! + sorted[ORIENTATIONS / 2]!) / 2;
	}
	return result;
}
