import type { ErrorCode, ErrorDetails } from '../../src/lib/errors.ts';
import type { PhotoKind, PhotoNotice } from '../../src/lib/photo/types.ts';
import type { Quilt } from './writers/quilt.ts';

/** What must come of an input. */
export type Verdict =
	| {
			readonly opens: PhotoKind;
			readonly width: number;
			readonly height: number;
			/** Upright size in the file, where the working copy is smaller. */
			readonly original?: { readonly width: number; readonly height: number };
			readonly notices?: readonly PhotoNotice[];
			/** What the pixels show, each patch within `tolerance` levels. */
			readonly shows?: Quilt;
			readonly tolerance?: number;
	  }
	| { readonly refused: ErrorCode; readonly details?: ErrorDetails };

export type Entry = {
	/** What is odd about it. */
	readonly name: string;
	readonly make: () => Promise<BlobPart> | BlobPart;
	readonly verdict: Verdict;
	/** The file's name where that is what is odd. */
	readonly fileName?: string;
	/** Made by a browser's own encoder. */
	readonly browserOnly?: true;
};

/** Shares of a file at which it is cut. */
export const CUTS = [0.02, 0.2, 0.5, 0.9, 0.999] as const;
