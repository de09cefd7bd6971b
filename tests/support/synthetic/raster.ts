/** Surfaces to pixels: a depth buffer with sixteen samples a pixel, shaded once where they agree. */
import type { Size, Vec2, Vec3 } from '../../../src/lib/geometry/index.ts';
import type { Pixels } from '../../../src/lib/photo/index.ts';
import type { Material, Surface } from './head.ts';

export type Projected = Surface & {
	/** Points in the picture, px, and their depth (smaller is nearer). */
	readonly projected: readonly Vec3[];
	/** Normals in the camera's frame: x right, y up, z towards it. */
	readonly facing: readonly Vec3[];
};

/** A place of a surface that a pixel shows. */
export type Fragment = {
	/** mm in the canonical frame. */
	readonly at: Vec3;
	/** In the camera's frame; shorter than 1 between the points. */
	readonly normal: Vec3;
	readonly material: Material;
	/** px. */
	readonly pixel: Vec2;
};

type Colour = readonly [number, number, number];

/** Samples a pixel along each axis. */
const SAMPLES = 4;
/** Rows of pixels that are drawn together: bounds the memory, whatever the picture's size. */
const BAND = 64;
const NOTHING = -1;

type Triangle = {
	readonly surface: Projected;
	readonly material: Material;
	readonly corners: Vec3;
	/** Of the corners in samples. */
	readonly x: Vec3;
	readonly y: Vec3;
	readonly depth: Vec3;
	readonly area: number;
};

/** sRGB 0–255 from `colourOf`, `backdrop` where no surface is, mixed by samples. */
export function rasterised(
	surfaces: readonly Projected[],
	{ width, height }: Size,
	colourOf: (fragment: Fragment) => Colour,
	backdrop: (x: number, y: number) => Colour
): { readonly pixels: Pixels; readonly person: Uint8Array } {
	const triangles = surfaces.flatMap(trianglesOf);
	const data = new Uint8ClampedArray(4 * width * height);
	const person = new Uint8Array(width * height);
	const band = new Band(width, triangles);
	for (let top = 0; top < height; top += BAND) {
		band.draw(top);
		for (let y = top; y < Math.min(height, top + BAND); y++) {
			for (let x = 0; x < width; x++) {
				const { colour, covered } = band.pixel(x, y, colourOf, backdrop);
				const i = y * width + x;
				data[4 * i] = colour[0];
				data[4 * i + 1] = colour[1];
				data[4 * i + 2] = colour[2];
				data[4 * i + 3] = 255;
				person[i] = Math.round(255 * covered);
			}
		}
	}
	return { pixels: { width, height, data }, person };
}

function trianglesOf(surface: Projected): Triangle[] {
	return surface.triangles.flatMap((corners, index) => {
		const points = corners.map((corner) => surface.projected[corner]!) as [Vec3, Vec3, Vec3];
		const along = (axis: 0 | 1 | 2, scale: number): Vec3 => [
			scale * points[0][axis],
			scale * points[1][axis],
			scale * points[2][axis]
		];
		const [x, y] = [along(0, SAMPLES), along(1, SAMPLES)];
		const area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
		if (area === 0) return [];
		const material = surface.materials[index]!;
		return [{ surface, material, corners, x, y, depth: along(2, 1), area }];
	});
}

/** Samples of some rows of pixels. */
class Band {
	readonly #columns: number;
	readonly #triangles: readonly Triangle[];
	readonly #depth: Float32Array;
	readonly #shown: Int32Array;
	#top = 0;

	constructor(width: number, triangles: readonly Triangle[]) {
		this.#columns = SAMPLES * width;
		this.#triangles = triangles;
		this.#depth = new Float32Array(this.#columns * SAMPLES * BAND);
		this.#shown = new Int32Array(this.#columns * SAMPLES * BAND);
	}

	/** Finds what every sample shows, from pixel row `top` on. */
	draw(top: number): void {
		this.#top = top;
		this.#depth.fill(Infinity);
		this.#shown.fill(NOTHING);
		this.#triangles.forEach((triangle, index) => {
			this.#drawTriangle(triangle, index);
		});
	}

	#drawTriangle({ x, y, depth, area }: Triangle, index: number): void {
		const [first, last] = [SAMPLES * this.#top, SAMPLES * (this.#top + BAND) - 1];
		const fromY = Math.max(first, Math.ceil(Math.min(...y) - 0.5));
		const toY = Math.min(last, Math.floor(Math.max(...y) - 0.5));
		const fromX = Math.max(0, Math.ceil(Math.min(...x) - 0.5));
		const toX = Math.min(this.#columns - 1, Math.floor(Math.max(...x) - 0.5));
		for (let row = fromY; row <= toY; row++) {
			const py = row + 0.5 - y[0];
			for (let column = fromX; column <= toX; column++) {
				const px = column + 0.5 - x[0];
				const b = (px * (y[2] - y[0]) - (x[2] - x[0]) * py) / area;
				const c = ((x[1] - x[0]) * py - px * (y[1] - y[0])) / area;
				if (b < 0 || c < 0 || b + c > 1) continue;
				const z = depth[0] + b * (depth[1] - depth[0]) + c * (depth[2] - depth[0]);
				const i = (row - first) * this.#columns + column;
				if (z >= this.#depth[i]!) continue;
				this.#depth[i] = z;
				this.#shown[i] = index;
			}
		}
	}

	pixel(
		x: number,
		y: number,
		colourOf: (fragment: Fragment) => Colour,
		backdrop: (x: number, y: number) => Colour
	): { readonly colour: Colour; readonly covered: number } {
		const start = SAMPLES * (y - this.#top) * this.#columns + SAMPLES * x;
		const first = this.#shown[start]!;
		if (this.#isEven(start)) {
			const centre: Vec2 = [x + 0.5, y + 0.5];
			if (first === NOTHING) return { colour: backdrop(...centre), covered: 0 };
			return { colour: colourOf(fragmentAt(this.#triangles[first]!, centre)), covered: 1 };
		}
		let [red, green, blue, covered] = [0, 0, 0, 0];
		const weight = 1 / SAMPLES ** 2;
		for (let j = 0; j < SAMPLES; j++) {
			for (let i = 0; i < SAMPLES; i++) {
				const index = this.#shown[start + j * this.#columns + i]!;
				const at: Vec2 = [x + (i + 0.5) / SAMPLES, y + (j + 0.5) / SAMPLES];
				const [r, g, b] =
					index === NOTHING ? backdrop(...at) : colourOf(fragmentAt(this.#triangles[index]!, at));
				red += weight * r;
				green += weight * g;
				blue += weight * b;
				if (index !== NOTHING) covered += weight;
			}
		}
		return { colour: [red, green, blue], covered };
	}

	/** Do all samples of a pixel show the same triangle, or none? */
	#isEven(start: number): boolean {
		const first = this.#shown[start];
		for (let j = 0; j < SAMPLES; j++) {
			for (let i = 0; i < SAMPLES; i++) {
				if (this.#shown[start + j * this.#columns + i] !== first) return false;
			}
		}
		return true;
	}
}

/** What a triangle has at a place of the picture (px). */
function fragmentAt({ surface, material, corners, x, y, area }: Triangle, pixel: Vec2): Fragment {
	const [px, py] = [SAMPLES * pixel[0] - x[0], SAMPLES * pixel[1] - y[0]];
	const b = (px * (y[2] - y[0]) - (x[2] - x[0]) * py) / area;
	const c = ((x[1] - x[0]) * py - px * (y[1] - y[0])) / area;
	const between = (values: readonly Vec3[]): Vec3 => {
		const [p, q, r] = [values[corners[0]]!, values[corners[1]]!, values[corners[2]]!];
		const a = 1 - b - c;
		return [
			a * p[0] + b * q[0] + c * r[0],
			a * p[1] + b * q[1] + c * r[1],
			a * p[2] + b * q[2] + c * r[2]
		];
	};
	return { at: between(surface.points), normal: between(surface.facing), material, pixel };
}
