/** What others were given of a patient's file, and the files that they were given; inside the worker. */
import { sha256 } from '../digest.ts';
import { AppError } from '../errors.ts';
import { isObjected } from '../retention/index.ts';
import { sealFile, type FileLock } from '../vault/index.ts';
import { append, type FolderPen } from './folder-pen.ts';
import { objectionsIn, privacyFacts, requireUse } from './privacy-in.ts';
import type { Disclosure, FolderId } from './types.ts';

/** What somebody else is to be given, and why. */
export type NewDisclosure = Pick<Disclosure, 'to' | 'basis' | 'reason' | 'fields'>;

export class Disclosures {
	readonly #pen: FolderPen;

	constructor(pen: FolderPen) {
		this.#pen = pen;
	}

	/**
	 * Seals what is to be handed out, and gives the age file. That it was handed out is in the vault before
	 * the file is anywhere. Errors: AppError `disclosure.objected` where the patient does not want it,
	 * `privacy.restricted`; neither stands before the law or an emergency; `backup.key-mistyped`, `vault.*`.
	 */
	disclose(
		folder: FolderId,
		{ to, basis, reason, fields }: NewDisclosure,
		content: Uint8Array<ArrayBuffer>,
		lock: FileLock
	): Promise<Uint8Array<ArrayBuffer>> {
		return this.#pen.turn(async () => {
			const facts = privacyFacts((await this.#pen.contents(folder)).entries, this.#pen.now());
			if (isObjected(to.kind, basis, objectionsIn(facts)))
				throw new AppError('disclosure.objected');
			if (basis !== 'legal' && basis !== 'emergency') requireUse(facts, []);
			const file = await sealFile(content, lock);
			const entry: Disclosure = {
				kind: 'disclosure',
				at: this.#pen.now(),
				by: this.#pen.by,
				to: { kind: to.kind, name: to.name.trim() },
				basis,
				reason: reason.trim(),
				fields,
				sha256: await sha256(file),
				bytes: file.length,
				lock: lock.kind === 'passphrase' ? 'passphrase' : 'key'
			};
			await append(this.#pen, folder, 'disclosed', entry);
			return file;
		});
	}
}
