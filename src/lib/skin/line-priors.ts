import { smoothstep, type Plane } from '../raster/index.ts';
import type { Vec2 } from '../geometry/index.ts';
import { angleOf, ORIENTATIONS } from './line-bank.ts';
import { isBilateral, regionOn, regionPart, sideShare, type RegionPart } from './regions.ts';
import { SIDES, type LineRegion, type Side, type SkinPhoto } from './types.ts';

/** How the lines of a region run. */
type Course = 'any' | 'across' | 'frown' | 'upright' | 'radial';

const COURSES: Readonly<Record<LineRegion, Course>> = {
	forehead: 'across',
	glabella: 'frown',
	crows_feet: 'radial',
	infraorbital: 'any',
	bunny: 'any',
	perioral: 'upright',
	chin: 'any',
	cheek: 'any',
	upper_lid: 'across',
	neck: 'across'
};

export const LINE_REGIONS = Object.keys(COURSES) as readonly LineRegion[];

/** Weight 0–1 of one side of a region of lines on the grid; both sides together are the whole. */
export function lineWeight(photo: SkinPhoto, region: LineRegion, side: Side): Plane {
	return region === 'neck' ? sideShare(photo, side) : regionOn(photo, region, side);
}

/** Weight 1 up to `half − 15°` off the course, 0 from `half + 10°`. */
function within(angle: number, course: number, halfDegrees: number): number {
	const turns = (angle - course) / Math.PI;
	const off = 180 * Math.abs(turns - Math.round(turns));
	return 1 - smoothstep(halfDegrees - 15, halfDegrees + 10, off);
}

const BITS: Readonly<Record<Exclude<Course, 'radial'>, number>> = {
	any: 1,
	across: 2,
	frown: 4,
	upright: 8
};
const RADIAL: Readonly<Record<Side, number>> = { right: 16, left: 32 };
/** Inner and outer corner of the eye; lines run away from a point between them. */
const CORNERS: Readonly<Record<Side, readonly [number, number]>> = {
	right: [133, 33],
	left: [362, 263]
};
const FELT = 0.01;

/**
 * Which orientations lines have at each place: the most that any region there allows. `kinds` holds a
 * set of courses per sample; 0 where no lines are looked for.
 */
export class LinePriors {
	readonly kinds: Uint8Array;
	readonly #width: number;
	readonly #tables: readonly Float32Array[];
	readonly #centres: Readonly<Record<Side, Vec2>>;
	readonly #weights = new Float32Array(ORIENTATIONS);

	constructor(photo: SkinPhoto, regions: readonly LineRegion[] = LINE_REGIONS) {
		this.kinds = kindsOf(photo, regions);
		this.#width = photo.grid.width;
		const head = Math.atan2(photo.across[1], photo.across[0]);
		this.#tables = tablesOf(head);
		const centre = (side: Side): Vec2 => {
			const [[ax, ay], [bx, by]] = CORNERS[side].map((k) => photo.points[k]!) as [Vec2, Vec2];
			return [0.35 * ax + 0.65 * bx, 0.35 * ay + 0.65 * by];
		};
		this.#centres = { right: centre('right'), left: centre('left') };
	}

	/** Weights per orientation at sample `at`; the array is used again. */
	weightsAt(at: number): Float32Array {
		const kind = this.kinds[at]!;
		const table = this.#tables[kind & (RADIAL.right - 1)]!;
		if (kind < RADIAL.right) return table;
		const weights = this.#weights;
		weights.set(table);
		for (const side of SIDES) {
			if ((kind & RADIAL[side]) === 0) continue;
			const [cx, cy] = this.#centres[side];
			const y = Math.floor(at / this.#width) + 0.5 - cy;
			const angle = Math.atan2(y, (at % this.#width) + 0.5 - cx);
			for (let k = 0; k < ORIENTATIONS; k++) {
				weights[k] = Math.max(weights[k]!, within(angleOf(k), angle, 55));
			}
		}
		return weights;
	}
}

function kindsOf(photo: SkinPhoto, regions: readonly LineRegion[]): Uint8Array {
	const { width, height } = photo.grid;
	const { feather, neck } = photo.masks;
	const kinds = new Uint8Array(width * height);
	for (const region of regions) {
		if (region === 'neck') {
			neck.data.forEach((w, at) => {
				if (w > FELT) kinds[at] = kinds[at]! | BITS.across;
			});
			continue;
		}
		const course = COURSES[region];
		for (const side of isBilateral(region) ? SIDES : SIDES.slice(0, 1)) {
			const bit = course === 'radial' ? RADIAL[side] : BITS[course];
			const part = regionPart(photo, region, side);
			if (part !== null) mark(kinds, part, feather, bit);
		}
	}
	return kinds;
}

/** Sets a bit where the region is felt on skin. */
function mark(kinds: Uint8Array, { rect, weight }: RegionPart, skin: Plane, bit: number): void {
	for (let j = 0; j < rect.height; j++) {
		for (let i = 0; i < rect.width; i++) {
			const at = (rect.y + j) * skin.width + rect.x + i;
			if (weight.data[j * rect.width + i]! > FELT && skin.data[at]! > FELT) {
				kinds[at] = kinds[at]! | bit;
			}
		}
	}
}

/** Weights per orientation for each set of courses, radial ones left out. */
function tablesOf(head: number): Float32Array[] {
	const up = head + Math.PI / 2;
	const weight: Readonly<Record<Exclude<Course, 'radial'>, (angle: number) => number>> = {
		any: () => 1,
		across: (angle) => within(angle, head, 40),
		frown: (angle) => Math.max(within(angle, up, 50), 0.6 * within(angle, head, 25)),
		upright: (angle) => within(angle, up, 50)
	};
	const courses = Object.keys(BITS) as (keyof typeof BITS)[];
	return Array.from({ length: RADIAL.right }, (_, set) =>
		Float32Array.from({ length: ORIENTATIONS }, (_, k) =>
			Math.max(0, ...courses.filter((c) => (set & BITS[c]) !== 0).map((c) => weight[c](angleOf(k))))
		)
	);
}
