/** What skin treatments did to one photograph, on its unmoved picture. */
import type { Face } from '../../src/lib/face/index.ts';
import type { Pixels } from '../../src/lib/photo/index.ts';
import { map } from '../../src/lib/raster/index.ts';
import { foldLayer } from '../../src/lib/skin/folds.ts';
import { lineResponse } from '../../src/lib/skin/line-bank.ts';
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
type ToneBin = 'very light' | 'light' | 'intermediate' | 'tan' | 'brown' | 'dark';

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
	/** Log gain that 99 % of eyes, lips and hair stay below. */
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

export function skinFigures(
	before: Pixels,
	after: Pixels,
	face: Face,
	classes: SkinClasses
): Omit<SkinFigures, 'layersMs' | 'composeMs'> {
	const was = prepareSkin(before, face, classes);
	// The same places are compared, whatever the masks of the altered picture would be.
	const is: SkinPhoto = { ...prepareSkin(after, face, classes), masks: was.masks };
	const [bankBefore, bankAfter] = [lineResponse(was), lineResponse(is)];
	const { skin, feather } = was.masks;
	const change = map(was.logY, is.logY, (a, b) => Math.abs(b - a));
	const untouched = map(change, skin, (c, s) => (s > 0.5 && c < 0.002 ? 1 : 0));
	const kept = map(was.masks.eyes, was.masks.lips, was.masks.hair, Math.max);
	const leaks = [...change.data].filter((_, at) => kept.data[at]! > 0.9).sort((a, b) => a - b);
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
		leakP99: leaks[Math.floor(0.99 * leaks.length)] ?? 0
	};
}
