import raw from './catalogue.json' with { type: 'json' };
import type { Area, Treatment, TreatmentId } from './types.ts';
import { validateCatalogue } from './validate.ts';

/** The whole geometric catalogue, in the order in which it is offered. */
export const TREATMENTS: readonly Treatment[] = validateCatalogue(raw);

/** The areas that have treatments, in the order of the catalogue. */
export const AREAS: readonly Area[] = [...new Set(TREATMENTS.map(({ area }) => area))];

const BY_ID: ReadonlyMap<string, Treatment> = new Map(
	TREATMENTS.map((treatment) => [treatment.id, treatment])
);

export function isTreatmentId(value: unknown): value is TreatmentId {
	return typeof value === 'string' && BY_ID.has(value);
}

/** RangeError for an id that is not in the catalogue: check foreign ids with `isTreatmentId`. */
export function treatment(id: TreatmentId): Treatment {
	const found = BY_ID.get(id);
	if (!found) throw new RangeError(`no treatment ${id}`);
	return found;
}
