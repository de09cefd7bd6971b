import type { Availability } from '../../studio/index.ts';
import { t } from '../messages/index.ts';

/** The few words that fit into a list. */
export function shortReason(availability: Availability): string | null {
	return availability.kind === 'faint' ? t('faint.short') : reasonText(availability);
}

/** Why a treatment is dimmed or hardly visible, or null when there is nothing to say. */
export function reasonText(availability: Availability): string | null {
	if (availability.kind === 'hidden') return t(`hidden.${availability.reason}`);
	const [warning] = availability.warnings;
	if (warning !== undefined) return t(`warning.${warning}`);
	return availability.kind === 'faint' ? t('faint') : null;
}
