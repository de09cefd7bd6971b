import { newId } from '../vault/index.ts';
import { append, theOnly, type FolderPen } from './folder-pen.ts';
import type { ConsentText, ConsentWords, FolderId, Letterhead, NewLetterhead } from './types.ts';

const NO_HEADER = new Uint8Array();

/** What the clinic's papers have in common: its texts and its letterhead. Errors: AppError `vault.*`. */
export class ClinicPapers {
	readonly #pen: FolderPen;
	readonly #clinic: FolderId;

	constructor(pen: FolderPen, clinic: FolderId) {
		this.#pen = pen;
		this.#clinic = clinic;
	}

	/** All versions of all texts, the newest first. */
	texts(): Promise<readonly ConsentText[]> {
		return this.#pen.turn(() => this.#texts());
	}

	/** As the next version of a text, or as the first of a new one; gives the id of the text. */
	keepText(text: string | null, start: string, words: ConsentWords): Promise<string> {
		return this.#pen.turn(async () => {
			const newest = (await this.#texts()).find((one) => one.text === text);
			const entry: ConsentText = {
				kind: 'consent-text',
				text: newest?.text ?? newId(),
				version: (newest?.version ?? 0) + 1,
				at: this.#pen.now(),
				by: this.#pen.by,
				start: newest?.start ?? start,
				words
			};
			await append(this.#pen, this.#clinic, 'consent-text-kept', entry);
			return entry.text;
		});
	}

	/** Null where none was set. */
	async letterhead(): Promise<Letterhead | null> {
		return (await this.#pen.turn(() => this.#letterhead()))?.entry ?? null;
	}

	keepLetterhead({ logo, ...head }: NewLetterhead): Promise<void> {
		return this.#pen.turn(async () => {
			const before = await this.#letterhead();
			const id = before?.id ?? newId();
			const asset = typeof logo === 'object' ? logo && { id: newId(), content: logo } : null;
			const kept = logo === 'kept' ? (before?.entry.logo ?? null) : (asset?.id ?? null);
			await this.#pen.save(this.#clinic, {
				deed: 'letterhead-changed',
				record: id,
				entries: [{ id, entry: { kind: 'letterhead', ...head, logo: kept } }],
				assets: asset === null ? [] : [{ ...asset, header: NO_HEADER }]
			});
		});
	}

	async #texts(): Promise<readonly ConsentText[]> {
		const { entries } = await this.#pen.contents(this.#clinic);
		return entries
			.flatMap(({ entry }) => (entry.kind === 'consent-text' ? [entry] : []))
			.toSorted((a, b) => b.at - a.at || b.version - a.version);
	}

	#letterhead() {
		return theOnly(this.#pen, this.#clinic, 'letterhead');
	}
}
