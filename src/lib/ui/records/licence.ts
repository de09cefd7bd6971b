import type { LicenceView } from '../../record/index.ts';
import { l } from '../messages/licence.en.ts';
import { formatDay } from './days.ts';

/** Said on the home screen only where there is something to do about it. */
export function needsLook({ state, isProvisional }: LicenceView): boolean {
	return state !== 'fresh' && !(isProvisional && state === 'renew-soon');
}

/** How the licence stands, in a sentence. */
export function licenceWords({ state, isProvisional, until, graceUntil }: LicenceView): string {
	const day = formatDay(until ?? 0);
	switch (state) {
		case 'fresh':
		case 'renew-soon':
			return isProvisional ? l('licence.provisional', { day }) : l(`licence.${state}`, { day });
		case 'grace':
			return l('licence.grace', { day: formatDay(graceUntil ?? 0) });
		default:
			return l(`licence.${state}`);
	}
}
