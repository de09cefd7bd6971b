import type { Photograph, RecordRoom, VisitPlace } from '../record/index.ts';
import type { Tab } from './catalogue.svelte.ts';

type Studio = {
	readonly keeping: {
		readonly room: RecordRoom | null;
		readonly visit: VisitPlace | null;
		reopen(folder: string, photograph: string): Promise<boolean>;
	};
	readonly selection: { readonly tab: Tab; readonly armed: string };
	goOnAt(tab: string, armed: string | null, look: null): void;
};

type ViewOfVisit = { readonly id: string } & Pick<Photograph, 'thumbnail' | 'standardView'>;

/** The photographs of the visit in hand on which its one plan can be shown. */
export class Views {
	/** In the order in which they were opened; empty where no visit is in hand. */
	all: readonly ViewOfVisit[] = $state.raw([]);
	readonly #studio: Studio;

	constructor(studio: Studio) {
		this.#studio = studio;
	}

	/** Again once another photograph is kept. */
	async read(): Promise<void> {
		const { room, visit } = this.#studio.keeping;
		const entries = visit === null ? [] : ((await room?.folder(visit.folder))?.entries ?? []);
		this.all = entries
			.flatMap(({ id, entry }) =>
				entry.kind === 'photograph' &&
				entry.consultation === visit?.consultation &&
				entry.observation !== null
					? [{ id, ...entry }]
					: []
			)
			.sort((a, b) => a.openedAt - b.openedAt);
	}

	/** Opens another photograph of the visit, with the treatment that is in hand. */
	async show(id: string): Promise<void> {
		const { keeping, selection } = this.#studio;
		const { tab, armed } = selection;
		if (keeping.visit === null) return;
		const isOpen = await keeping.reopen(keeping.visit.folder, id);
		if (isOpen) this.#studio.goOnAt(tab, armed, null);
	}

	async thumbnail({ thumbnail }: ViewOfVisit): Promise<Uint8Array<ArrayBuffer>> {
		const { room, visit } = this.#studio.keeping;
		if (room === null || visit === null) return new Uint8Array();
		return room.picture(visit.folder, thumbnail);
	}
}
