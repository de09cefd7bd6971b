import type { PersonLayer, RgbaImage, ViewTransform } from '../render-types.ts';
import { CELLS, type FieldGrid } from './field-grid.ts';
import { viewFootprint } from './law.ts';
import type { TileLayout } from './tiles.ts';

/** What one drawing pass of a GPU needs to know; `packPass` lays it out for the shaders. */
export type Pass = {
	readonly transform: ViewTransform;
	readonly picture: RgbaImage;
	readonly layout: TileLayout;
	readonly levelCount: number;
	readonly grid: FieldGrid | null;
	readonly person: PersonLayer | null;
	/** Height of a target whose row 0 is at the bottom; 0 where it is at the top. */
	readonly flippedHeight: number;
};

export const PASS_BYTES = 96;
const MIRRORED = 1;
const MOVED = 2;
const PERSON = 4;

/** Six vectors of four 32-bit numbers, in std140 as in WGSL. */
export function packPass(pass: Pass): ArrayBuffer {
	const { transform, picture, layout, grid, person } = pass;
	const buffer = new ArrayBuffer(PASS_BYTES);
	const floats = new Float32Array(buffer);
	const integers = new Int32Array(buffer);
	floats.set([transform.offsetX, transform.offsetY, 1 / transform.scale, viewFootprint(transform)]);
	if (grid !== null) {
		const { x, y, width, height } = grid.box;
		floats.set([x, y, CELLS / width, CELLS / height], 4);
	}
	if (person !== null) {
		const { x, y, width, height } = person.box;
		floats.set([x, y, person.width / width, person.height / height], 8);
		integers.set([person.width, person.height], 20);
	}
	integers.set([picture.width, picture.height, layout.shift, layout.columns], 12);
	const flags =
		(transform.mirrored ? MIRRORED : 0) +
		(grid === null ? 0 : MOVED) +
		(person === null ? 0 : PERSON);
	integers.set([pass.levelCount, flags, pass.flippedHeight], 16);
	return buffer;
}

/** Fill and alpha of a person layer as one RGBA texture. */
export function personTexels(layer: PersonLayer): Uint8Array<ArrayBuffer> {
	const texels = new Uint8Array(layer.fill);
	for (let i = 0; i < layer.alpha.length; i++) texels[4 * i + 3] = layer.alpha[i]!;
	return texels;
}
