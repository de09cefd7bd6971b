import type { Rect } from '../geometry/index.ts';
import type { TreatmentId } from '../treatment/index.ts';

/** Side of the field's grid, points. Grid points lie ON the borders of the box (align corners). */
export const GRID = 192;
export const SQUARINGS = 7;

/**
 * A displacement field over `box` of the working picture: GRID × GRID points, two planes of
 * GRID² (all x, then all y), pixels, row-major, y down. Zero outside the box and on its border.
 */
export type Field = { readonly box: Rect; readonly data: Float32Array<ArrayBuffer> };

export type ScaledBack = {
	/** `cap`: a personal limit of the face; `fold`: the skin would have folded. */
	readonly reason: 'cap' | 'fold';
	readonly treatments: readonly TreatmentId[];
	/** Factor that was applied to their sliders, 0–1. */
	readonly factor: number;
};

/** One slider step, solved. */
export type FieldStep = {
	/** exp(−v): where each picture point takes its colour from. */
	readonly backward: Field;
	/** exp(+v): where each point of the face goes (landmarks, overlays, read-outs). */
	readonly forward: Field;
	/** Smallest Jacobian determinant of the backward map as shown. */
	readonly minJacobian: number;
	readonly scaledBack: readonly ScaledBack[];
};

/** Evidence: what the map would have been like before anything was scaled back. */
export type AskedStep = FieldStep & { readonly minJacobianAsked: number };
