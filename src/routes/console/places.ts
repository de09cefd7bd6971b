import { resolve } from '$app/paths';
import type { ConsolePlace } from '$lib/ui/index.ts';

const ROUTES = {
	overview: '/console',
	staff: '/console/staff',
	devices: '/console/devices',
	licence: '/console/licence',
	leads: '/console/leads',
	settings: '/console/settings',
	documents: '/console/documents',
	audit: '/console/audit',
	account: '/console/account'
} as const;

export function hrefOf(place: ConsolePlace): string {
	return resolve(ROUTES[place]);
}
