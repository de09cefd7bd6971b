/** What anybody may read, in the order in which it stands. */
export const PUBLIC_PLACES = [
	'about',
	'how',
	'clinics',
	'demo',
	'contact',
	'support',
	'privacy',
	'terms',
	'cookies'
] as const;
export type PublicPlace = (typeof PUBLIC_PLACES)[number];
