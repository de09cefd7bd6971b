/** Who answers for what is kept: the clinic, or independent consultants; inside the worker. */
import { AppError } from '../errors.ts';
import { newId } from '../vault/index.ts';
import { append, keepOnly, stampAfter, theOnly, type FolderPen } from './folder-pen.ts';
import type { Consultant, FolderId, NewController, VisitPlace } from './types.ts';

/** Errors of every method: AppError `vault.*`. */
export class Controllers {
	readonly #pen: FolderPen;
	readonly #clinic: FolderId;

	constructor(pen: FolderPen, clinic: FolderId) {
		this.#pen = pen;
		this.#clinic = clinic;
	}

	/** In the order in which they were named. */
	consultants(): Promise<readonly Consultant[]> {
		return this.#pen.turn(() => this.#list());
	}

	/** Gives the id of a new one. */
	addConsultant(name: string, contact: string): Promise<string> {
		return this.#pen.turn(async () => {
			const list = await this.#list();
			const consultant = { id: newId(), name: name.trim(), contact: contact.trim() };
			await this.#keep([...list, consultant]);
			return consultant.id;
		});
	}

	/** No visit can be given to them any more; those that were stay theirs. */
	removeConsultant(consultant: string): Promise<void> {
		return this.#pen.turn(async () => {
			const list = await this.#list();
			await this.#keep(list.filter(({ id }) => id !== consultant));
		});
	}

	/** Errors: AppError `vault.not-found` where there is no such visit. */
	set({ folder, consultation }: VisitPlace, { consultant, isJoint }: NewController): Promise<void> {
		return this.#pen.turn(async () => {
			const { entries } = await this.#pen.contents(folder);
			const visit = entries.find(({ id }) => id === consultation);
			if (visit?.entry.kind !== 'consultation') throw new AppError('vault.not-found');
			const stamp = stampAfter(this.#pen, entries, ['controller']);
			const entry = { kind: 'controller', consultation, ...stamp, consultant, isJoint } as const;
			await append(this.#pen, folder, 'controller-set', entry);
		});
	}

	async #list(): Promise<readonly Consultant[]> {
		return (await theOnly(this.#pen, this.#clinic, 'consultants'))?.entry.list ?? [];
	}

	#keep(list: readonly Consultant[]): Promise<void> {
		const entry = { kind: 'consultants', list } as const;
		return keepOnly(this.#pen, this.#clinic, 'consultants-named', entry);
	}
}
