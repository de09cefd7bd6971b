import { resolve } from '$app/paths';
import type { SignInPlace } from '$lib/ui/index.ts';

const PATHS = { app: '/sign-in', console: '/console', operator: '/operator' } as const;

/** The page on which one signs in there. */
export function signInHref(place: SignInPlace): ReturnType<typeof resolve> {
	return resolve(PATHS[place]);
}
