import { resolve } from '$app/paths';
import { asAsked, u, type PublicPlace } from '$lib/ui/index.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';

/** In the language in which the page is asked for. */
export function publicHref(place: PublicPlace): string {
	return asAsked(resolve(PUBLIC_ROUTES[place]));
}

/** As a footer or a heading shows them. */
export function publicLinks(
	places: readonly PublicPlace[]
): readonly { readonly label: string; readonly href: string }[] {
	return places.map((place) => ({ label: u(`nav.${place}`), href: publicHref(place) }));
}
