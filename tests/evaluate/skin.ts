/** What skin treatments did to one photograph, on its unmoved picture. */
import { LANDMARK_GROUPS, type Face } from '../../src/lib/face/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { fillPolygon, map, type Plane } from '../../src/lib/raster/index.ts';
import { foldLayer } from '../../src/lib/skin/folds.ts';
import { lineResponse, type LineBank } from '../../src/lib/skin/line-bank.ts';
import { LINE_REGIONS } from '../../src/lib/skin/line-priors.ts';
import { prepareSkin, type SkinClasses } from '../../src/lib/skin/prepare.ts';
import type { LineRegion, SkinPhoto } from '../../src/lib/skin/types.ts';
import { treatment, type Plan } from '../../src/lib/treatment/index.ts';
import {
	deltaE00At,
	foldContrast,
	itaOf,
	lineReduction,
	offCrease,
	poreRatio,
	type LineReduction
} from '../support/skin-figures.ts';

/** Chardon et al. 1991: from the individual typology angle, degrees. */
export type ToneBin = 'very light' | 'light' | 'intermediate' | 'tan' | 'brown' | 'dark';

export type SkinFigures = {
	readonly itaBin: ToneBin;
	/** Per region: share of the squared line response that is gone, and of the skin that has lines. */
	readonly lineReduction: Readonly<Partial<Record<LineRegion, LineReduction>>>;
	/** Mean log luminance beside the nose-to-mouth folds minus that on them, before and after. */
	readonly foldContrast: { readonly before: number; readonly after: number };
	/** Energy finer than 0.3 mm, after ÷ before: away from creases, and over all skin. */
	readonly poreOffCrease: number;
	readonly poreWhole: number;
	/** ΔE00 that 99 % of the pixels without any change of tone stay below. */
	readonly untreatedDeltaE00P99: number;
	/** Change of the typology angle of all skin, degrees. */
	readonly deltaIta: number;
	/** Log gain that 99 % of eyes, brows, lips and hair stay below. */
	readonly leakP99: number;
	readonly layersMs: number | null;
	readonly composeMs: number | null;
};

function toneBinOf(ita: number): ToneBin {
	if (ita > 55) return 'very light';
	if (ita > 41) return 'light';
	if (ita > 28) return 'intermediate';
	if (ita > 10) return 'tan';
	return ita > -30 ? 'brown' : 'dark';
}

/** The plan's treatments that colour and do not move, from the front at least. */
export function colouring(plan: Plan): Plan {
	return Object.fromEntries(
		Object.entries(plan).filter(([id]) => {
			const { kind, unit, shading } = treatment(id);
			return kind === 'texture' || (unit === '%' && shading);
		})
	);
}

/** A face before and after; the same places of both are compared, by the masks of the first. */
export type Comparison = {
	readonly was: SkinPhoto;
	readonly is: SkinPhoto;
	readonly bankBefore: LineBank;
	readonly bankAfter: LineBank;
};

export function compared(
	before: Pixels,
	after: Pixels,
	face: Face,
	classes: SkinClasses
): Comparison {
	const was = prepareSkin(before, face, classes);
	const is = { ...prepareSkin(after, face, classes), masks: was.masks };
	return { was, is, bankBefore: lineResponse(was), bankAfter: lineResponse(is) };
}

const BROWS = [
	[...LANDMARK_GROUPS.R_BROW_UPPER, ...LANDMARK_GROUPS.R_BROW_LOWER.toReversed()],
	[...LANDMARK_GROUPS.L_BROW_UPPER, ...LANDMARK_GROUPS.L_BROW_LOWER.toReversed()]
];

/** Log gain that 99 % of eyes, brows, lips and hair stay below. */
export function leakP99(was: SkinPhoto, is: SkinPhoto): number {
	const { width, height } = was.grid;
	const brows = BROWS.map((outline) =>
		fillPolygon(
			width,
			height,
			outline.map((k) => was.points[k]!)
		)
	) as [Plane, Plane];
	const change = map(was.logY, is.logY, (a, b) => Math.abs(b - a));
	const features = map(was.masks.eyes, was.masks.lips, was.masks.hair, Math.max);
	const kept = map(features, ...brows, Math.max);
	const leaks = change.data.filter((_, at) => kept.data[at]! > 0.9).sort();
	return leaks[Math.floor(0.99 * leaks.length)] ?? 0;
}

export function skinFigures({
	was,
	is,
	bankBefore,
	bankAfter
}: Comparison): Omit<SkinFigures, 'layersMs' | 'composeMs'> {
	const { skin, feather } = was.masks;
	const untouched = map(was.logY, is.logY, skin, (a, b, s) =>
		s > 0.5 && Math.abs(b - a) < 0.002 ? 1 : 0
	);
	const folds = (['right', 'left'] as const).map(
		(side) => foldLayer(was, bankBefore, 'nasolabial', side).line
	);
	const contrastOf = (photo: SkinPhoto): number =>
		(foldContrast(photo, folds[0]!) + foldContrast(photo, folds[1]!)) / 2;
	return {
		foldContrast: { before: contrastOf(was), after: contrastOf(is) },
		itaBin: toneBinOf(itaOf(was, skin)),
		lineReduction: Object.fromEntries(
			LINE_REGIONS.map((region) => [region, lineReduction(was, bankBefore, bankAfter, region)])
		),
		poreOffCrease: poreRatio(was, is, offCrease(was, bankBefore)),
		poreWhole: poreRatio(was, is, feather),
		untreatedDeltaE00P99: deltaE00At(was, is, untouched, 0.99),
		deltaIta: itaOf(is, skin) - itaOf(was, skin),
		leakP99: leakP99(was, is)
	};
}
