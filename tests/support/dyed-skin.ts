/** Colour and light laid on procedural skin, so that what should be taken out is known exactly. */
import type { Vec2 } from '../../src/lib/geometry/index.ts';
import { smoothstep } from '../../src/lib/raster/index.ts';
import type { PaintedFace } from './procedural-skin.ts';

export type Triple = readonly [number, number, number];

/** Optical densities per channel of brown and of red dye, as melanin and blood absorb. */
export const BROWN: Triple = [0.4143, 0.357, 0.8372];
export const RED: Triple = [0.2988, 0.6838, 0.6657];
export const GREY: Triple = [1, 1, 1];

/** An ellipse; mm from the middle between the eyes, x right and y down in the picture. */
export type Patch = {
	readonly at: Vec2;
	/** Half axes, mm, at half of the depth. */
	readonly radius: Vec2;
	/** From full to nothing, as a share of the radius. */
	readonly edge: number;
	/** Density added in its middle, per channel; negative lightens. */
	readonly density?: Triple;
	/** Linear light added in its middle, all channels alike. */
	readonly glare?: number;
};

export function dyed(painted: PaintedFace, patches: readonly Patch[]): PaintedFace {
	const { picture, face } = painted;
	const { pxPerMm } = face.scale;
	const [ex, ey] = [0, 1].map(
		(axis) => (face.landmarks[3 * 468 + axis]! + face.landmarks[3 * 473 + axis]!) / 2
	) as [number, number];
	const data = picture.data.slice();
	for (const { at, radius, edge, density = [0, 0, 0], glare = 0 } of patches) {
		const cx = ex + at[0] * pxPerMm;
		const cy = ey + at[1] * pxPerMm;
		const reachX = radius[0] * (1 + edge) * pxPerMm;
		const reachY = radius[1] * (1 + edge) * pxPerMm;
		for (let j = Math.floor(cy - reachY); j <= cy + reachY; j++) {
			for (let i = Math.floor(cx - reachX); i <= cx + reachX; i++) {
				const x = (i + 0.5 - cx) / (radius[0] * pxPerMm);
				const y = (j + 0.5 - cy) / (radius[1] * pxPerMm);
				const depth = 1 - smoothstep(1 - edge, 1 + edge, Math.hypot(x, y));
				if (depth === 0) continue;
				for (let c = 0; c < 3; c++) {
					const k = 4 * (j * picture.width + i) + c;
					const light = decoded(data[k]!) * Math.exp(-depth * density[c]!) + depth * glare;
					data[k] = encoded(light);
				}
			}
		}
	}
	return { ...painted, picture: { ...picture, data } };
}

function decoded(byte: number): number {
	const value = byte / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(linear: number): number {
	const value = Math.max(0, Math.min(1, linear));
	return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
}
