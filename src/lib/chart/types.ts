import type { Face } from '../face/index.ts';
import type { Mm, Vec2, Vec3 } from '../geometry/index.ts';

/** A place on a face, known to every photograph of it. */
export type Anchor = {
	/** The corners of a triangle of the skin mesh: landmarks. */
	readonly on: Vec3;
	/** Barycentric, of its corners in turn; they sum to 1. */
	readonly weights: Vec3;
	/**
	 * From there to what lies beyond the mesh, in the head's own frame, mm: to the subject's left, up,
	 * forward. Null for a place on the mesh.
	 */
	readonly away: Vec3 | null;
};

/** One photograph of a face, as far as drawing on it goes. */
export type ChartedFace = Pick<Face, 'landmarks' | 'pose' | 'scale'>;

/** Where an anchor lies in one photograph. */
export type Placed = {
	/** Px of the picture. */
	readonly at: Vec2;
	/** As `Landmarks` have it: px, smaller is nearer. */
	readonly depth: number;
	/** The camera sees the skin there. */
	readonly isVisible: boolean;
	/** On the mesh; beyond it the depth is a guess, and a turned head shows the place less exactly. */
	readonly isSure: boolean;
};

export type Shape = 'point' | 'line' | 'area';

/** What is drawn, as it lies in one photograph. */
export type DrawnMark = { readonly shape: Shape; readonly at: readonly Placed[] };

/** Along the skin, as the landmarks have it in depth; as uncertain as the photograph's scale. */
export type Extent =
	{ readonly length: Mm } | { readonly length: Mm; readonly squareMm: number } | null;
