import { settleLanguage } from '$lib/ui/language.ts';
import type { ClientInit } from '@sveltejs/kit';
import { extentOf } from './routes/public-routes.ts';

/** Before any page is loaded: every word that a component takes is of the chosen language. */
export const init: ClientInit = () => settleLanguage(extentOf(location.pathname));
