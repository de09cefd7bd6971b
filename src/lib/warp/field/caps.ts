import { MIRROR, type Face } from '../../face/index.ts';
import type { Treatment } from '../../treatment/index.ts';
import { scaleBack, type Active, type Side } from './active.ts';
import { landmarkAt } from './drive.ts';
import type { Flow } from './flow.ts';
import { toColumn, toRow, type Lattice } from './grid.ts';

/** How far a face lets a pair of its landmarks move, mm (a lip lift on a short philtrum). */
export type PersonalLimit = {
	readonly landmarks: readonly [number, number];
	readonly limitMm: number;
};

/** Scaling one side changes the gain and the path a little: settle in a few rounds. */
const ROUNDS = 4;
const TOLERANCE = 1e-3;
/** Sides that move a landmark by less than this share of its movement are left alone. */
const MINOR = 0.02;

/** The treatment's caps on this face, for the landmarks that the camera sees. */
export function personalLimits(face: Face, treatment: Treatment): PersonalLimit[] {
	return treatment.caps.flatMap(({ mmPerMm, landmarks, mirror }) => {
		const [a, b] = landmarks;
		const pairs: (readonly [number, number])[] = [[a, b]];
		if (mirror) pairs.push([MIRROR[a]!, MIRROR[b]!]);
		return pairs
			.filter((pair) => pair.every((landmark) => face.visible[landmark] === 1))
			.map((pair) => {
				const [from, to] = [landmarkAt(face, pair[0]), landmarkAt(face, pair[1])];
				const distance = Math.hypot(from[0] - to[0], from[1] - to[1]) / face.scale.pxPerMm;
				return { landmarks: pair, limitMm: mmPerMm * distance };
			});
	});
}

/**
 * Scales sliders back until no capped landmark moves further than its limit, all treatments summed.
 * Where treatments with different limits move one landmark, the strictest holds. `refresh` puts the sliders as they stand into the flow's velocity,
 * which must hold them when this is called.
 *
 * The movement is the larger of what the picture shows and what the sliders order in space, so that
 * a face's limit does not depend on the direction from which it was photographed.
 */
export function holdCaps(
	active: readonly Active[],
	face: Face,
	lattice: Lattice,
	flow: Flow,
	refresh: () => void
): void {
	const landmarks = new Set(
		active.flatMap(({ prepared }) => prepared.limits.flatMap((limit) => limit.landmarks))
	);
	for (let round = 0; round < ROUNDS; round++) {
		let exceeded = false;
		for (const landmark of landmarks) {
			exceeded = holdLandmark(landmark, active, face, lattice, flow) || exceeded;
		}
		if (!exceeded) return;
		refresh();
	}
}

type Part = {
	readonly active: Active;
	readonly side: Side;
	/** mm in the face frame. */
	readonly d: readonly [number, number, number];
};

function holdLandmark(
	landmark: number,
	active: readonly Active[],
	face: Face,
	lattice: Lattice,
	flow: Flow
): boolean {
	const parts = active.flatMap((one) => partsAt(landmark, one));
	const total = [0, 1, 2].map((axis) => parts.reduce((sum, { d }) => sum + d[axis]!, 0));
	const ordered = Math.hypot(...total);
	const limit = limitAt(landmark, parts);
	if (limit === null || ordered === 0) return false;
	const movement = Math.max(ordered, shownMovement(landmark, face, lattice, flow));
	if (movement <= limit * (1 + TOLERANCE)) return false;

	const along = ({ d }: Part): number =>
		(d[0] * total[0]! + d[1] * total[1]! + d[2] * total[2]!) / (ordered * ordered);
	const contributing = parts.filter((part) => along(part) > MINOR);
	const share = contributing.reduce((sum, part) => sum + along(part), 0);
	const factor = Math.max(0, 1 - (1 - limit / movement) / share);
	for (const { active: one, side } of contributing) scaleBack(one, side, factor);
	return true;
}

/** What each slider orders at the landmark. */
function partsAt(landmark: number, active: Active): Part[] {
	const { treatment, basis } = active.prepared;
	const handle = treatment.handles.find((one) => one.landmark === landmark);
	if (!handle) return [];
	const part = (side: Side, amount: number): Part => ({
		active,
		side,
		d: [handle.d[0] * amount, handle.d[1] * amount, handle.d[2] * amount]
	});
	return basis.columns === 2
		? [part('right', active.right)]
		: [part('right', active.right * handle.right), part('left', active.left * (1 - handle.right))];
}

/** The strictest of the treatments that move the landmark; null where none of them limits it. */
function limitAt(landmark: number, parts: readonly Part[]): number | null {
	const limits = parts
		.filter(({ d }) => Math.hypot(...d) > 0)
		.flatMap(({ active }) => active.prepared.limits)
		.filter((limit) => limit.landmarks.includes(landmark));
	return limits.length > 0 ? Math.min(...limits.map(({ limitMm }) => limitMm)) : null;
}

function shownMovement(landmark: number, face: Face, lattice: Lattice, flow: Flow): number {
	const at = landmarkAt(face, landmark);
	const [dx, dy] = flow.carry(toColumn(lattice, at[0]), toRow(lattice, at[1]), 1);
	return Math.hypot(dx * lattice.cellX, dy * lattice.cellY) / lattice.pxPerMm;
}
