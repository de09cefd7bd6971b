import {
	median,
	placed,
	similarityOf,
	type Degrees,
	type Mm,
	type Similarity,
	type Vec2
} from '../geometry/index.ts';
import { pointOf, type Face } from '../face/index.ts';
import { refined } from './refine.ts';
import { STEADY } from './steady.ts';
import type { Photographed } from './types.ts';

export type Registration = {
	/** From the other photograph's px to the reference's. */
	readonly toReference: Similarity;
	/** What is left between the steady landmarks, in the median: how the landmarker wandered, and what changed. */
	readonly residual: Mm;
	/** How differently the head is turned, and how differently it nods. */
	readonly turned: Degrees;
	readonly nodded: Degrees;
};

/** A landmark further off than this many times the median of all is left out: it was seen wrongly. */
const OUTLYING = 3;
const ROUNDS = 6;
const LEAST_MM = 0.05;

/**
 * Lays one photograph of a face over another: the similarity that brings the steady landmarks of
 * `other` nearest to those of `reference` in the sense of least squares, with outliers left out, and then
 * the skin itself (`refined`). Rotation, distance and place are taken out so; what a turned head shows
 * otherwise is not, and is told. RangeError where the landmarks do not determine it.
 */
export function register(reference: Photographed, other: Photographed): Registration {
	const toReference = refined(reference, other, byLandmarks(reference.face, other.face));
	const off = pairsOf(reference.face, other.face).map((pair) => distance(toReference, pair));
	return {
		toReference,
		residual: median(off) / reference.face.scale.pxPerMm,
		turned: other.face.pose.yaw - reference.face.pose.yaw,
		nodded: other.face.pose.pitch - reference.face.pose.pitch
	};
}

/** By landmarks alone. RangeError as `register`. */
export function byLandmarks(reference: Face, other: Face): Similarity {
	const pairs = pairsOf(reference, other);
	let similarity = similarityOf(pairs);
	for (let round = 0; round < ROUNDS; round++) {
		const off = pairs.map((pair) => distance(similarity, pair));
		const limit = OUTLYING * Math.max(median(off), LEAST_MM * reference.scale.pxPerMm);
		similarity = similarityOf(pairs.filter((_, i) => off[i]! <= limit));
	}
	return similarity;
}

function pairsOf(reference: Face, other: Face): readonly Pair[] {
	return STEADY.filter(
		(landmark) => reference.visible[landmark] === 1 && other.visible[landmark] === 1
	).map((landmark) => [pointOf(other.landmarks, landmark), pointOf(reference.landmarks, landmark)]);
}

type Pair = readonly [from: Vec2, to: Vec2];

function distance(similarity: Similarity, [from, [u, v]]: Pair): number {
	const [x, y] = placed(similarity, from);
	return Math.hypot(x - u, y - v);
}
