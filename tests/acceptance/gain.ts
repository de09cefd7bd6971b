/** Where the solver's gain runs into its limits: there the field cannot reach what is asked. */
import type { Face } from '../../src/lib/face/index.ts';
import type { Treatment } from '../../src/lib/treatment/index.ts';
import { basisOver, evaluateBasis } from '../../src/lib/warp/field/basis.ts';
import { visiblePrimary } from '../../src/lib/warp/field/drive.ts';
import { Flow } from '../../src/lib/warp/field/flow.ts';
import { gainsAt, tabulateGains } from '../../src/lib/warp/field/gain.ts';
import { latticeOver } from '../../src/lib/warp/field/grid.ts';
import { solveTreatment } from '../../src/lib/warp/field/solve.ts';

const LIMITS = [0.8, 1.3];
const AT_LIMIT = 1e-3;

/** For a slider's value, whether the gain is clamped there. */
export async function clampingOf(
	face: Face,
	treatment: Treatment
): Promise<(value: number) => boolean> {
	const lattice = latticeOver(face.box, face.scale.pxPerMm);
	const largest = Math.max(...treatment.range.map(Math.abs));
	const solved = solveTreatment(face, treatment);
	const basis = await basisOver(lattice, face, solved, largest, evaluateBasis);
	const points = visiblePrimary(face, treatment);
	const gains = tabulateGains(lattice, basis, points, treatment.range, new Flow());
	return (value) =>
		gainsAt(gains, value, value).some((gain) =>
			LIMITS.some((limit) => Math.abs(gain - limit) < AT_LIMIT)
		);
}
