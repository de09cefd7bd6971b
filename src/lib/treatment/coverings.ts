import { LANDMARK_GROUPS, type ClassMask, type Face } from '../face/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import { TREATMENTS } from './catalogue.ts';
import type { Covering, Coverings, Treatment } from './types.ts';

const HAIR = 1;
const OTHERS = 5;

/**
 * Share of the eye region that is neither skin nor hair. On 35 photographs it is exactly 0 on the 28
 * faces without glasses; on the seven with them 0.025 (rimless), 0.06, 0.14–0.17, 0.34 (sunglasses).
 */
const GLASSES_FROM = 0.01;
/**
 * Share of a side's displacement that lies under hair. For a brow lift the fringes of those
 * photographs reach 0.39 and more, strands at the temples 0.28; a temple under long hair 0.7–1.
 */
const HAIR_FROM = 1 / 3;

/** From the brows to the cheekbones, once around. */
const EYE_REGION: readonly number[] = [
	...LANDMARK_GROUPS.R_BROW_UPPER,
	...LANDMARK_GROUPS.L_BROW_UPPER.toReversed(),
	...LANDMARK_GROUPS.L_LOWER_LID_3,
	...LANDMARK_GROUPS.R_LOWER_LID_3.toReversed()
];

/** What covers the skin that treatments move, for those whose gates ask for it; others are absent. */
export function coveringsOver(face: Face, mask: ClassMask): Coverings {
	const glasses = glassesShare(face, mask) >= GLASSES_FROM;
	const found = TREATMENTS.map((treatment) => {
		const { gates } = treatment;
		const over: Covering[] = [];
		if (gates['glasses'] !== undefined && glasses) over.push('glasses');
		if (gates['hair_over_region'] !== undefined && hairShare(treatment, face, mask) >= HAIR_FROM) {
			over.push('hair');
		}
		return [treatment.id, over] as const;
	});
	return Object.fromEntries(found.filter(([, over]) => over.length > 0));
}

/** Of the mask's pixels between brows and cheekbones, 0–1. */
function glassesShare(face: Face, mask: ClassMask): number {
	const outline = EYE_REGION.map((landmark) => placeOf(face, mask, landmark));
	let inside = 0;
	let others = 0;
	for (let y = 0; y < mask.height; y++) {
		for (let x = 0; x < mask.width; x++) {
			if (!contains(outline, x + 0.5, y + 0.5)) continue;
			inside++;
			if (mask.classes[y * mask.width + x] === OTHERS) others++;
		}
	}
	return inside > 0 ? others / inside : 0;
}

/** Of what the treatment's slider moves, by length of the movement; the more covered side's, 0–1. */
function hairShare({ handles }: Treatment, face: Face, mask: ClassMask): number {
	let [right, rightUnder, left, leftUnder] = [0, 0, 0, 0];
	for (const { landmark, d, right: share } of handles) {
		if (face.visible[landmark] !== 1) continue;
		const length = Math.hypot(...d);
		const under = classAt(face, mask, landmark) === HAIR ? length : 0;
		right += share * length;
		rightUnder += share * under;
		left += (1 - share) * length;
		leftUnder += (1 - share) * under;
	}
	return Math.max(right > 0 ? rightUnder / right : 0, left > 0 ? leftUnder / left : 0);
}

function classAt(face: Face, mask: ClassMask, landmark: number): number | undefined {
	const [x, y] = placeOf(face, mask, landmark).map(Math.floor);
	if (x! < 0 || y! < 0 || x! >= mask.width || y! >= mask.height) return undefined;
	return mask.classes[y! * mask.width + x!];
}

/** Where a landmark lies in the mask, in its pixels. */
function placeOf({ landmarks }: Face, { box, width, height }: ClassMask, landmark: number): Vec2 {
	return [
		((landmarks[3 * landmark]! - box.x) / box.width) * width,
		((landmarks[3 * landmark + 1]! - box.y) / box.height) * height
	];
}

/** Even-odd rule. */
function contains(outline: readonly Vec2[], x: number, y: number): boolean {
	let inside = false;
	outline.forEach(([ax, ay], i) => {
		const [bx, by] = outline[(i + 1) % outline.length]!;
		if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
	});
	return inside;
}
