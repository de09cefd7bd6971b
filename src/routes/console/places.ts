import { resolve } from '$app/paths';
import type { ConsolePlace } from '$lib/ui/index.ts';

const ROUTES = {
	overview: '/console',
	staff: '/console/staff',
	devices: '/console/devices',
	licence: '/console/licence',
	leads: '/console/leads',
	settings: '/console/settings',
	audit: '/console/audit'
} as const;

export function hrefOf(place: ConsolePlace): string {
	return resolve(ROUTES[place]);
}
