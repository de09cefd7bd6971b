/// <reference types="@sveltejs/kit" />
import type { InstallPrompt } from '$lib/offline/index.ts';

declare global {
	// Set by src/app.html.
	var installPrompt: InstallPrompt | undefined;

	namespace App {
		interface PageState {
			/** What is to be compared; addresses say nothing of it. */
			pair?: readonly [one: string, other: string];
		}
	}
}
