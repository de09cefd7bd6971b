import { resolve } from '$app/paths';
import { u, type PublicPlace } from '$lib/ui/index.ts';

const ROUTES = {
	about: '/about',
	how: '/about/how',
	clinics: '/about/clinics',
	demo: '/demo',
	contact: '/contact',
	support: '/support',
	privacy: '/privacy',
	terms: '/terms',
	cookies: '/cookies'
} as const;

export function publicHref(place: PublicPlace): string {
	return resolve(ROUTES[place]);
}

/** As a footer or a heading shows them. */
export function publicLinks(
	places: readonly PublicPlace[]
): readonly { readonly label: string; readonly href: string }[] {
	return places.map((place) => ({ label: u(`nav.${place}`), href: publicHref(place) }));
}
