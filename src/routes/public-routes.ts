import { resolve } from '$app/paths';
import type { Extent, PublicPlace } from '$lib/ui/index.ts';

export const PUBLIC_ROUTES = {
	about: '/about',
	how: '/about/how',
	clinics: '/about/clinics',
	demo: '/demo',
	contact: '/contact',
	support: '/support',
	privacy: '/privacy',
	terms: '/terms',
	cookies: '/cookies'
} as const satisfies Readonly<Record<PublicPlace, string>>;

/** A form may have to say any error. */
const FORMS: readonly string[] = [PUBLIC_ROUTES.demo, PUBLIC_ROUTES.contact, PUBLIC_ROUTES.support];

/** Which words the page at this path says. */
export function extentOf(pathname: string): Extent {
	const route = Object.values(PUBLIC_ROUTES).find((one) => resolve(one) === pathname);
	return route === undefined || FORMS.includes(route) ? 'all' : 'public';
}
