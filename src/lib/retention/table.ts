import type { Choice, Instructed, Span, Table } from './types.ts';

/** Of a UK clinic that has said nothing else: its insurer's ten years, from the last entry. */
export const DEFAULT_CHOICE: Choice = { preset: 'uk-10', years: 10, clock: 'last-entry' };

/** To look through what is due, after a floor is over. */
const A_YEAR = 1;
const COMPLAINT_YEARS = 10;
const LEAD_DAYS = 180;
const CONSULTATION_DAYS = 180;
/** After the last visit: by then nobody illustrates on an old photograph. */
const LANDMARK_YEARS = 3;

type Record = Pick<Choice, 'years' | 'clock'>;

function recordOf(choice: Choice): Record {
	switch (choice.preset) {
		case 'uk-10':
			return { years: 10, clock: 'last-entry' };
		case 'uk-8':
			return { years: 8, clock: 'last-treatment' };
		case 'own':
			return choice;
	}
}

/**
 * What this clinic keeps for how long. The years that its console says count before those that were chosen
 * on a device; what begins them stays the device's choice. Null: no console has said anything.
 */
export function tableOf(choice: Choice, instructed: Instructed | null): Table {
	const chosen = recordOf(choice);
	const years = instructed?.recordRetentionYears ?? chosen.years;
	const { clock } = chosen;
	const days = (count: number): Span => ({ days: count });
	return {
		treatment: { floor: { years }, ceiling: { years: years + A_YEAR }, clock, hasMinors: true },
		consultation: {
			floor: null,
			ceiling: days(CONSULTATION_DAYS),
			clock: 'last-entry',
			hasMinors: false
		},
		lead: {
			floor: null,
			ceiling: days(instructed?.leadRetentionDays ?? LEAD_DAYS),
			clock: 'last-entry',
			hasMinors: false
		},
		complaint: {
			floor: { years: COMPLAINT_YEARS },
			ceiling: { years: COMPLAINT_YEARS + A_YEAR },
			clock: 'closed',
			hasMinors: false
		},
		biometric: {
			floor: null,
			ceiling: { years: LANDMARK_YEARS },
			clock: 'last-entry',
			hasMinors: false
		},
		audit: { floor: { years }, ceiling: null, clock, hasMinors: true }
	};
}
