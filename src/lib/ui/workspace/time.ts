import { t } from '../messages/index.ts';

/** Beyond half a year, in months. */
const LONGEST_IN_WEEKS = 26;
const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** "12 weeks", "14 months", "On the day"; as set where `weeks` is null. */
export function timeName(weeks: number | null): string {
	if (weeks === null) return t('time.as-set');
	if (weeks === 0) return t('time.day');
	if (weeks <= LONGEST_IN_WEEKS) return t('time.weeks', { count: weeks });
	return t('time.months', { count: Math.round(weeks / WEEKS_PER_MONTH) });
}

/** What the picture is called, with the time that it shows; outside of a counted visit it is a demonstration. */
export function illustrationLabel(weeks: number | null, isDemonstration: boolean): string {
	const label = plainLabel(weeks);
	return isDemonstration ? t('label.demonstration', { label }) : label;
}

function plainLabel(weeks: number | null): string {
	if (weeks === null) return t('label.illustration');
	if (weeks === 0) return t('label.illustration.day');
	return t('label.illustration.at', { time: timeName(weeks) });
}
