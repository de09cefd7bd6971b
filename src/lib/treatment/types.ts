import type { View } from '../face/index.ts';

/** `lip_upper_volume`, … : the ids of catalogue.json. Checked at the boundary by `isTreatmentId`. */
export type TreatmentId = string & { readonly __treatment?: never };
export type Area =
	| 'lips'
	| 'nose'
	| 'chin'
	| 'jaw'
	| 'cheeks'
	| 'temples'
	| 'folds'
	| 'eyes'
	| 'brow'
	| 'forehead'
	| 'neck'
	| 'lift'
	| 'ears'
	| 'lines'
	| 'skin';
export type Unit = 'mm' | 'mm/side' | 'deg' | '%';

/** Displacement of one canonical landmark per 1 unit of the slider. */
export type Handle = {
	readonly landmark: number;
	/** mm per unit, canonical frame: x to subject's left, y up, z forward. */
	readonly d: readonly [number, number, number];
	/** Share of the right-side slider, 0–1; the left side's is 1 − r. */
	readonly right: number;
};

export type Cap = {
	/** The summed movement of `landmarks` may not exceed mmPerMm × their distance. */
	readonly mmPerMm: number;
	readonly landmarks: readonly [number, number];
	readonly mirror: boolean;
};

export type Acceptance = {
	readonly fieldTolerance: number;
	/** 10th percentile, median, 90th percentile of tracked ÷ nominal; null where not measurable. */
	readonly imageTrackedRatio: readonly [number, number, number] | null;
	readonly redetectionUsable: boolean;
	readonly redetectedBound: readonly [number, number] | null;
};

export type Treatment = {
	readonly id: TreatmentId;
	readonly area: Area;
	/**
	 * warp: landmark handles; layer: handles found on the mask's contour per photograph; texture: nothing
	 * moves, the skin's own colours change.
	 */
	readonly kind: 'warp' | 'layer' | 'texture';
	readonly views: readonly View[];
	readonly range: readonly [number, number];
	readonly unit: Unit;
	/** Catalogue's `default`, or half of the positive range where that is 0. */
	readonly typical: number;
	readonly independentSides: boolean;
	readonly radiusMm: number;
	readonly handles: readonly Handle[];
	/** Landmarks that do not move. */
	readonly anchors: readonly number[];
	/** The skin's colours change with the slider: lines, folds, light on new volume. */
	readonly shading: boolean;
	/** Landmarks over which the gain is measured; of a texture, where it lies. */
	readonly primary: readonly number[];
	readonly caps: readonly Cap[];
	readonly gates: Readonly<Record<string, string | number>>;
	readonly acceptance: Acceptance | null;
	readonly evidence: 'A' | 'B' | 'C';
	readonly sources: readonly string[];
};

/** A ready-made combination of treatments in stated proportions. */
export type Macro = {
	readonly id:
		| 'upper_face_toxin'
		| 'tired_eyes'
		| 'fresh_skin'
		| 'face_lift'
		| 'liquid_face_lift'
		| 'lip_balance'
		| 'profile_balance';
	readonly plan: Plan;
};

/** Why a photograph cannot show a treatment. */
export type HiddenReason = 'needs-frontal' | 'needs-oblique' | 'needs-profile' | 'turned-too-far';

/** What lies over the skin that a treatment moves, and bends with it. */
export type Covering = 'glasses' | 'hair';
/** Per treatment what covers it in one photograph; absent = nothing. */
export type Coverings = Readonly<Partial<Record<TreatmentId, readonly Covering[]>>>;

export type Visibility = {
	readonly state: 'shown' | 'faint' | 'hidden';
	/** Null unless hidden. A faint treatment moves the skin mostly along the line of sight. */
	readonly reason: HiddenReason | null;
	/** Works all the same, but should be said. */
	readonly warnings: readonly ('mouth-open' | Covering)[];
};

/** Slider positions; midline and linked treatments have left === right. Absent = 0. */
export type SideValues = { readonly left: number; readonly right: number };
export type Plan = Readonly<Partial<Record<TreatmentId, SideValues>>>;
