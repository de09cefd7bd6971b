/// <reference types="@sveltejs/kit" />
declare global {
	namespace App {
		interface PageState {
			/** What is to be compared; addresses say nothing of it. */
			pair?: readonly [one: string, other: string];
		}
	}
}

export {};
