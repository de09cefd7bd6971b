import type { Availability } from '../../studio/index.ts';
import { t } from '../messages/index.ts';

type HiddenReason = Extract<Availability, { readonly kind: 'hidden' }>['reason'];

/** The few words that fit into a list. */
export function shortReason(availability: Availability): string | null {
	if (availability.kind === 'hidden') return t(`hidden.${availability.reason}`);
	return availability.kind === 'faint' ? t('faint.short') : reasonText(availability);
}

/** Why a treatment is dimmed or hardly visible and what helps, or null when nothing is to be said. */
export function reasonText(availability: Availability): string | null {
	if (availability.kind === 'hidden') return hiddenText(availability.reason);
	const [warning] = availability.warnings;
	if (warning !== undefined) return t(`warning.${warning}`);
	return availability.kind === 'faint' ? t('faint') : null;
}

/** Most reasons say by themselves what to do. */
export function hiddenText(reason: HiddenReason): string {
	const why = t(`hidden.${reason}`);
	switch (reason) {
		case 'turned-too-far':
		case 'no-outline':
		case 'age-limit':
		case 'paused':
		case 'stopped':
			return `${why} ${t(`hidden.${reason}.todo`)}`;
		default:
			return why;
	}
}
