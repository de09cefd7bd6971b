import type { Rect } from '../geometry/index.ts';
import { cut, type Plane } from '../raster/index.ts';
import type { LineBank } from './line-bank.ts';
import type { Rgb, SkinPhoto } from './types.ts';

/** A part of the photograph and of what its lines answer. */
export type Part = {
	readonly mm: number;
	readonly logY: Plane;
	/** Skin that counts. */
	readonly skin: Plane;
	/** How much of an effect the skin takes. */
	readonly feather: Plane;
	readonly density: Rgb;
	readonly linear: Rgb;
	readonly filled: Plane;
	readonly responses: readonly Plane[];
	/** Median over the orientations: pores and moles answer in all of them. */
	readonly isotropic: Plane;
};

export function partOf(
	photo: SkinPhoto,
	bank: LineBank,
	rect: Rect,
	{ skin, feather }: { readonly skin: Plane; readonly feather: Plane }
): Part {
	const part = (source: Plane): Plane => cut(source, rect);
	const parts = ([red, green, blue]: Rgb): Rgb => [part(red), part(green), part(blue)];
	return {
		mm: photo.grid.pxPerMm,
		logY: part(photo.logY),
		skin: part(skin),
		feather: part(feather),
		density: parts(photo.density),
		linear: parts(photo.linear),
		filled: part(bank.filled),
		responses: bank.responses.map(part),
		isotropic: part(bank.median)
	};
}
