/** What patients say of themselves in questionnaires. */
import * as v from 'valibot';
import { id, instant, line } from './schema-parts.ts';

/** One questionnaire as a patient answered it (`outcomes`). Never changed. */
export const outcomeSchema = v.object({
	kind: v.literal('outcome'),
	/** The newest visit at that time; null before the first. */
	consultation: v.nullable(id),
	at: instant,
	/** Who handed it over. */
	by: id,
	instrument: line,
	version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	/** Of all that was asked; null where the patient left it out. */
	answers: v.array(
		v.object({ item: line, value: v.nullable(v.pipe(v.number(), v.safeInteger())) })
	),
	/** By the rule of that version; null where there is none. */
	score: v.nullable(v.number())
});
