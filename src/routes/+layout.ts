import type { LayoutLoad } from './$types.js';

export const ssr = false;
export const prerender = false;

/** What a visitor reads loads nothing of the app around it. */
export const load: LayoutLoad = async ({ route }) => {
	if (route.id?.startsWith('/(public)') === true) return { AppFrame: null };
	const { default: AppFrame } = await import('./AppFrame.svelte');
	return { AppFrame };
};
