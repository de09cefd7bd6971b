import { levelOf, spaceNow, type Space, type SpaceLevel } from './space.ts';

/** Some browsers never answer where a question would have to be shown. */
const PATIENCE_MS = 3000;

/** What the page tells of the storage: how full it is, and whether the browser promises to keep it. */
export class StorageHealth {
	/** Null until read, and where the browser does not say. */
	space: Space | null = $state.raw(null);
	/** The browser clears it only when the user asks for that. */
	isPersistent = $state(false);
	readonly level: SpaceLevel = $derived.by(() =>
		this.space === null ? 'enough' : levelOf(this.space)
	);

	async read(): Promise<void> {
		this.space = await spaceNow();
		this.isPersistent = await navigator.storage.persisted().catch(() => false);
	}

	/** Asks the browser; best done on a touch, for it may ask the user. */
	async keep(): Promise<boolean> {
		const patience = new Promise<boolean>((resolve) =>
			setTimeout(() => resolve(false), PATIENCE_MS)
		);
		const asked = navigator.storage.persist().catch(() => false);
		this.isPersistent = await Promise.race([asked, patience]);
		return this.isPersistent;
	}
}
