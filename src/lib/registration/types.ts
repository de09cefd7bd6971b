import type { Face } from '../face/index.ts';

/** RGBA, row-major, sRGB. */
type Picture = {
	readonly data: Uint8ClampedArray | Uint8Array;
	readonly width: number;
	readonly height: number;
};

export type Photographed = { readonly picture: Picture; readonly face: Face };
