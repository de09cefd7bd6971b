/** The parts of the console, in the order in which they stand. */
export const CONSOLE_PLACES = [
	'overview',
	'staff',
	'devices',
	'licence',
	'leads',
	'settings',
	'documents',
	'audit',
	'account'
] as const;
export type ConsolePlace = (typeof CONSOLE_PLACES)[number];
