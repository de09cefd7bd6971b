/**
 * Harmonic extension: colours spread from the known pixels like a soap film (Laplace's equation,
 * known pixels fixed, free border). Cascadic multigrid (Bornemann and Deuflhard 1996): solved on the
 * coarsest grid, then refined level by level with a few damped Jacobi steps each. Jacobi rather than
 * Gauss–Seidel, so that a mirrored picture gives the mirrored fill.
 */

/** Sides that are multiples of this halve evenly down to the coarsest level. */
export const MEMBRANE_MULTIPLE = 32;
const HALVINGS = Math.log2(MEMBRANE_MULTIPLE);
const COARSEST_STEPS = 400;
/** On the finest grid; each coarser one gets twice as many, which costs half as much. */
const FINEST_STEPS = 4;
const DAMPING = 0.8;

type Level = {
	readonly width: number;
	readonly height: number;
	/** Three colours per pixel. */
	readonly colours: Float32Array<ArrayBuffer>;
	/** Share of known full-size pixels under each pixel. */
	readonly known: Float32Array<ArrayBuffer>;
};

/**
 * Replaces the colours (three per pixel, any range) of every pixel with `known` 0 by the harmonic
 * extension of those with `known` 1. Sides must be multiples of MEMBRANE_MULTIPLE. Where nothing is
 * known, all colours become their mean.
 */
export function extendHarmonically(
	width: number,
	height: number,
	colours: Float32Array<ArrayBuffer>,
	known: Float32Array<ArrayBuffer>
): void {
	if (!known.includes(1)) {
		fillWithMean(colours);
		return;
	}
	const levels: Level[] = [{ width, height, colours, known }];
	for (let k = 0; k < HALVINGS; k++) levels.push(coarser(levels[k]!));
	const coarsest = levels[HALVINGS]!;
	startFromMean(coarsest);
	relax(coarsest, COARSEST_STEPS);
	for (let k = HALVINGS - 1; k >= 0; k--) {
		interpolate(levels[k + 1]!, levels[k]!);
		relax(levels[k]!, FINEST_STEPS * 2 ** k);
	}
}

function fillWithMean(colours: Float32Array): void {
	for (let channel = 0; channel < 3; channel++) {
		let sum = 0;
		for (let i = channel; i < colours.length; i += 3) sum += colours[i]!;
		const mean = sum / (colours.length / 3);
		for (let i = channel; i < colours.length; i += 3) colours[i] = mean;
	}
}

/** Half the size: the mean of the known pixels, fixed wherever there is one. */
function coarser(fine: Level): Level {
	const width = fine.width / 2;
	const height = fine.height / 2;
	const colours = new Float32Array(3 * width * height);
	const known = new Float32Array(width * height);
	for (let j = 0; j < height; j++) {
		for (let i = 0; i < width; i++) {
			const corner = 2 * j * fine.width + 2 * i;
			const at = j * width + i;
			let weight = 0;
			for (let child = 0; child < 4; child++) {
				const from = corner + (child & 1) + (child >> 1) * fine.width;
				const share = fine.known[from]!;
				if (share === 0) continue;
				weight += share;
				for (let c = 0; c < 3; c++) {
					colours[3 * at + c] = colours[3 * at + c]! + share * fine.colours[3 * from + c]!;
				}
			}
			known[at] = weight / 4;
			if (weight === 0) continue;
			for (let c = 0; c < 3; c++) colours[3 * at + c] = colours[3 * at + c]! / weight;
		}
	}
	return { width, height, colours, known };
}

function startFromMean({ colours, known }: Level): void {
	for (let c = 0; c < 3; c++) {
		let sum = 0;
		let count = 0;
		for (let i = 0; i < known.length; i++) {
			if (known[i] === 0) continue;
			sum += colours[3 * i + c]!;
			count++;
		}
		for (let i = 0; i < known.length; i++) if (known[i] === 0) colours[3 * i + c] = sum / count;
	}
}

/** Bilinear values of `coarse` into the unknown pixels of `fine`. */
function interpolate(coarse: Level, fine: Level): void {
	const { width } = coarse;
	for (let j = 0; j < fine.height; j++) {
		const near = (j >> 1) * width;
		const far = Math.max(0, Math.min(coarse.height - 1, (j >> 1) + (j % 2 === 0 ? -1 : 1))) * width;
		for (let i = 0; i < fine.width; i++) {
			const at = j * fine.width + i;
			if (fine.known[at] !== 0) continue;
			const here = i >> 1;
			const beside = Math.max(0, Math.min(width - 1, here + (i % 2 === 0 ? -1 : 1)));
			for (let c = 0; c < 3; c++) {
				fine.colours[3 * at + c] =
					0.5625 * coarse.colours[3 * (near + here) + c]! +
					0.1875 * coarse.colours[3 * (near + beside) + c]! +
					0.1875 * coarse.colours[3 * (far + here) + c]! +
					0.0625 * coarse.colours[3 * (far + beside) + c]!;
			}
		}
	}
}

function relax({ width, height, colours, known }: Level, steps: number): void {
	const unknown = unknownPixels(known);
	const next = new Float32Array(3 * unknown.length);
	for (let step = 0; step < steps; step++) {
		for (let k = 0; k < unknown.length; k++) {
			const pixel = unknown[k]!;
			const i = pixel % width;
			const at = 3 * pixel;
			const left = i > 0 ? at - 3 : at;
			const right = i < width - 1 ? at + 3 : at;
			const up = pixel >= width ? at - 3 * width : at;
			const down = pixel < width * (height - 1) ? at + 3 * width : at;
			for (let c = 0; c < 3; c++) {
				const mean =
					(colours[left + c]! + colours[right + c]! + colours[up + c]! + colours[down + c]!) / 4;
				next[3 * k + c] = colours[at + c]! + DAMPING * (mean - colours[at + c]!);
			}
		}
		for (let k = 0; k < unknown.length; k++) {
			const at = 3 * unknown[k]!;
			colours[at] = next[3 * k]!;
			colours[at + 1] = next[3 * k + 1]!;
			colours[at + 2] = next[3 * k + 2]!;
		}
	}
}

function unknownPixels(known: Float32Array): Int32Array {
	const pixels = new Int32Array(known.length);
	let count = 0;
	for (let i = 0; i < known.length; i++) if (known[i] === 0) pixels[count++] = i;
	return pixels.subarray(0, count);
}
