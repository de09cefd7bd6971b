/**
 * Finding faces of any size: the detector looks at 128 px of what it is shown, so a small face in a
 * large frame is missed. The whole picture is tried first, then the picture turned, then tiles.
 */
import { AppError } from '../errors.ts';
import { LANDMARK_COUNT, turnsUpright, type FaceObservation } from '../face/index.ts';
import { boundsOfPoints, quarterTurns, type QuarterTurns } from '../geometry/index.ts';
import type { Pixels } from '../photo/index.ts';
import type { Landmarker } from './landmarker.ts';
import { Looker, squareLook, wholeLook, type Look } from './look.ts';

const WHOLE_LONGEST = 1600;
const TILE_SHOWN = 768;
/** Shares of the picture's shorter side; tiles overlap by half. */
const TILE_SIDES = [0.6, 0.34];
/** Faces that overlap more than this are one face seen twice. */
const SAME_FACE_OVERLAP = 0.4;
/**
 * A face of this share of the look's longer side, or more, is placed as well as it can be: over small
 * shifts of the crop landmarks vary by 0.6 % of the outer-eye distance, against 2 % at a share of 0.15.
 */
const WELL_PLACED_SHARE = 0.3;
const CLOSE_UP_SHARE = 0.5;
const CLOSE_UP_SHOWN = 640;
/** Crops in which a face from a tile or a turned picture must be seen again. */
const CONFIRMING_SHARES = [0.62, 0.4];
/** Mean landmark distance between two looks at one face, as a share of its side. */
const SAME_PLACE = 0.05;
/**
 * Faces from 0.15 of the picture's longer side are found in the whole picture. Beside one of this
 * share, a face that is not found is too small to be the one that is meant.
 */
const LARGE_SHARE = 0.2;
/** Crops in which a face is looked at from other sides to tell which way up it is. */
const TURNED_SHARES = [0.5, 0.35];
/** Mean landmark distance between differently turned looks at one face, as a share of its side. */
const SURELY_SAME = 0.03;
const LIKELY_SAME = 0.07;
const SHARPNESS_SIDE = 256;

type Box = { readonly x: number; readonly y: number; readonly side: number };

type Pair = readonly [Found, Found];

export type Found = { readonly observation: FaceObservation; readonly look: Look };

export type Search = {
	readonly observations: readonly FaceObservation[];
	readonly sharpness: readonly number[];
};

/** Throws `cancelled` when the signal says so, between looks; no face is an empty answer. */
export async function searchFaces(
	landmarker: Landmarker,
	picture: Pixels,
	signal: AbortSignal
): Promise<Search> {
	const looker = await Looker.of(picture);
	try {
		const see = async (look: Look): Promise<Found[]> => {
			await nextTurn();
			if (signal.aborted) throw new AppError('cancelled');
			return landmarker
				.detect(looker.draw(look), look)
				.map((observation) => ({ observation, look }));
		};
		const observations: FaceObservation[] = [];
		for (const face of await firstSight(picture, see)) {
			observations.push(await closer(await rightWayUp(face, see), see));
		}
		const sharpness = observations.map((face) =>
			sharpnessIn(looker.draw(faceLook(face, SHARPNESS_SIDE)))
		);
		return { observations, sharpness };
	} finally {
		looker.close();
	}
}

export type See = (look: Look) => Promise<Found[]>;

/** A turn of the event loop, so that a cancel message is heard between looks. */
function nextTurn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}

async function firstSight(picture: Pixels, see: See): Promise<Found[]> {
	const upright = await see(wholeLook(picture, WHOLE_LONGEST));
	const large = LARGE_SHARE * Math.max(picture.width, picture.height);
	if (upright.some(({ observation }) => boxOf(observation).side >= large)) return upright;
	if (upright.length === 0) {
		for (const turns of [2, 1, 3] as const) {
			const turned = await confirmed(await see(wholeLook(picture, WHOLE_LONGEST, turns)), see);
			if (turned.length > 0) return turned;
		}
	}
	for (const share of TILE_SIDES) {
		const found = [...upright];
		for (const look of tileLooks(picture, share)) {
			found.push(...(await confirmed(await see(look), see)));
		}
		if (found.length > 0) return distinct(found);
	}
	return [];
}

/**
 * A face on its head passes for an upright one: of 21 portraits turned by 180°, 15 had a mesh fitted
 * the wrong way up. But right meshes from differently turned looks lie within 3 % of the face, and
 * wrong ones hardly ever do. The face as it was seen is believed where nothing agrees.
 */
async function rightWayUp(face: Found, see: See): Promise<Found> {
	const { side } = boxOf(face.observation);
	const apart = ([a, b]: Pair) => meanDistance(a.observation, b.observation) / side;
	const seen = [face];
	const pairs: Pair[] = [];
	for (const share of TURNED_SHARES) {
		for (const by of [1, 3, 2]) {
			const turns = quarterTurns(face.look.quarterTurns + by);
			const again = await lookAgain(face, share, turns, see);
			if (again === null) continue;
			if (apart([face, again]) < SURELY_SAME) return standing([face, again], see);
			const others = seen.filter(({ look }) => look.quarterTurns !== turns);
			pairs.push(...others.map((other): Pair => [other, again]));
			seen.push(again);
		}
		const [closest] = pairs.toSorted((a, b) => apart(a) - apart(b));
		if (closest !== undefined && apart(closest) < LIKELY_SAME) return standing(closest, see);
	}
	return face;
}

/** The one that stood in its look, or a look in which it stands: lying faces are placed less exactly. */
async function standing([one, other]: Pair, see: See): Promise<Found> {
	const turns = turnsUpright(one.observation);
	const stood = [one, other].find(({ look }) => look.quarterTurns === turns);
	return stood ?? (await lookAgain(one, CLOSE_UP_SHARE, turns, see)) ?? one;
}

async function lookAgain(
	{ observation }: Found,
	share: number,
	turns: QuarterTurns,
	see: See
): Promise<Found | null> {
	const box = boxOf(observation);
	const faces = await see(closeUp(box, share, turns));
	const same = (face: Found) => overlap(boxOf(face.observation), box) > SAME_FACE_OVERLAP;
	return faces.find(same) ?? null;
}

async function confirmed(faces: readonly Found[], see: See): Promise<Found[]> {
	const kept: Found[] = [];
	for (const face of faces) if (await isSeenAgain(face, see)) kept.push(face);
	return kept;
}

/**
 * Many looks invite a false one: a pattern that passes for a face in one crop. A face is found again,
 * in the same place, in closer and wider crops.
 */
async function isSeenAgain({ observation, look }: Found, see: See): Promise<boolean> {
	const box = boxOf(observation);
	for (const share of CONFIRMING_SHARES) {
		const again = await see(closeUp(box, share, look.quarterTurns));
		const same = again.some(
			(face) => meanDistance(face.observation, observation) < SAME_PLACE * box.side
		);
		if (!same) return false;
	}
	return true;
}

/** Mean distance of corresponding landmarks, px. */
function meanDistance(a: FaceObservation, b: FaceObservation): number {
	let sum = 0;
	for (let i = 0; i < LANDMARK_COUNT; i++) {
		sum += Math.hypot(
			(a.landmarks[3 * i] ?? 0) - (b.landmarks[3 * i] ?? 0),
			(a.landmarks[3 * i + 1] ?? 0) - (b.landmarks[3 * i + 1] ?? 0)
		);
	}
	return sum / LANDMARK_COUNT;
}

function tileLooks({ width, height }: Pixels, share: number): Look[] {
	const side = Math.round(Math.min(width, height) * share);
	const centres = (extent: number): number[] => {
		const steps = Math.max(1, Math.ceil((extent - side) / (side / 2)));
		return Array.from({ length: steps + 1 }, (_, i) => side / 2 + ((extent - side) * i) / steps);
	};
	return centres(height).flatMap((y) =>
		centres(width).map((x) => squareLook(x, y, side, Math.min(TILE_SHOWN, 4 * side)))
	);
}

/** The same face from several tiles is kept once: the largest, being the least cut. */
function distinct(found: readonly Found[]): Found[] {
	const kept: Found[] = [];
	const bySize = found.toSorted((a, b) => boxOf(b.observation).side - boxOf(a.observation).side);
	for (const face of bySize) {
		const box = boxOf(face.observation);
		if (kept.every((other) => overlap(boxOf(other.observation), box) < SAME_FACE_OVERLAP)) {
			kept.push(face);
		}
	}
	return kept;
}

/** Looks again at a face that was small in its look. */
export async function closer({ observation, look }: Found, see: See): Promise<FaceObservation> {
	const box = boxOf(observation);
	if (box.side >= WELL_PLACED_SHARE * Math.max(look.width, look.height)) return observation;
	const again = await lookAgain({ observation, look }, CLOSE_UP_SHARE, look.quarterTurns, see);
	return again?.observation ?? observation;
}

/** A square in which the face takes the given share of a side. */
function closeUp({ x, y, side }: Box, share: number, turns: QuarterTurns): Look {
	const shown = Math.min(CLOSE_UP_SHOWN, Math.round((2 * side) / share));
	return squareLook(x, y, side / share, shown, turns);
}

export function boxOf({ landmarks }: FaceObservation): Box {
	const { x, y, width, height } = boundsOfPoints(landmarks);
	return { x: x + width / 2, y: y + height / 2, side: Math.max(width, height) };
}

/** Intersection over the smaller area. */
function overlap(a: Box, b: Box): number {
	const across = (a.side + b.side) / 2 - Math.abs(a.x - b.x);
	const down = (a.side + b.side) / 2 - Math.abs(a.y - b.y);
	const smaller = Math.min(a.side, b.side);
	return (
		(Math.max(0, Math.min(across, smaller)) * Math.max(0, Math.min(down, smaller))) / smaller ** 2
	);
}

/** The face alone, shown at `shown` px a side. */
export function faceLook(face: FaceObservation, shown: number): Look {
	const { x, y, side } = boxOf(face);
	return squareLook(x, y, side, shown);
}

/**
 * Variance of the 4-neighbour Laplacian of luma, which compares between looks of one size.
 * Pech-Pacheco et al. 2000 (variance of Laplacian).
 */
export function sharpnessIn({ data, width, height }: ImageData): number {
	const luma = new Float32Array(width * height);
	for (let i = 0; i < luma.length; i++) {
		luma[i] =
			0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0);
	}
	const at = (index: number): number => luma[index] ?? 0;
	let sum = 0;
	let squares = 0;
	let count = 0;
	for (let row = 1; row < height - 1; row++) {
		for (let column = 1; column < width - 1; column++) {
			const i = row * width + column;
			const value = at(i - 1) + at(i + 1) + at(i - width) + at(i + width) - 4 * at(i);
			sum += value;
			squares += value * value;
			count++;
		}
	}
	return squares / count - (sum / count) ** 2;
}
