/** Reads a backup, front to back and once: its head first, and at the end whether all of it was whole. */
import { sha256 } from '../../digest.ts';
import { AppError } from '../../errors.ts';
import type { Bytes } from '../bytes.ts';
import { metaRow } from '../meta.ts';
import type { Copy, MetaRow, RingRow } from '../store.ts';
import type { TellProgress, VaultId } from '../types.ts';
import { decrypt, lockOf, type AgeOpener } from './age.ts';
import { lineOf, NAMES, readFacts, readManifest, type Line } from './contents.ts';
import type { Made } from './make.ts';
import { readTar, type TarEntry } from './tar.ts';

/** How often progress is told, bytes. */
const STEP = 2 ** 20;
const COPY: Copy = 'A';

type BackupHead = { readonly meta: MetaRow; readonly ring: RingRow };

export class Backup {
	readonly vault: VaultId;
	readonly head: BackupHead;
	readonly #files: AsyncGenerator<TarEntry>;
	readonly #lines: Line[];
	#manifest = '';

	private constructor(
		vault: VaultId,
		head: BackupHead,
		files: AsyncGenerator<TarEntry>,
		lines: Line[]
	) {
		this.vault = vault;
		this.head = head;
		this.#files = files;
		this.#lines = lines;
	}

	/**
	 * Opens the file and reads the vault's head. `tell` is told how much of the file was read. Errors:
	 * as `decrypt`; AppError `backup.newer-version`, `backup.damaged`; those of `tell`.
	 */
	static async open(file: Blob, opener: AgeOpener, tell: TellProgress): Promise<Backup> {
		let [read, told] = [0, 0];
		const onRead = async (bytes: number): Promise<void> => {
			read += bytes;
			if (read - told < STEP) return;
			told = read;
			await tell('reading', read / file.size);
		};
		const files = readTar(await decrypt(file, opener, onRead));
		const lines: Line[] = [];
		const next = async (name: string): Promise<Bytes> => {
			const file = await files.next();
			if (file.done === true || file.value.name !== name) throw new AppError('backup.damaged');
			lines.push(await lineOf(file.value));
			return file.value.body;
		};
		const { vault, gen } = readFacts(await next(NAMES.facts));
		const meta = await metaRow(COPY, gen, await next(NAMES.meta));
		const ring = { id: COPY, gen, body: await next(NAMES.ring) };
		return new Backup(vault, { meta, ring }, files, lines);
	}

	/**
	 * Scopes and assets. What they are is certain only when the last one was given and this has come to
	 * its end. Errors: AppError `backup.damaged`, `backup.read-failed`; those of `tell`.
	 */
	async *files(): AsyncGenerator<TarEntry> {
		let manifest: Bytes | null = null;
		for await (const file of this.#files) {
			if (manifest !== null) throw new AppError('backup.damaged');
			if (file.name === NAMES.manifest) manifest = file.body;
			else {
				this.#lines.push(await lineOf(file));
				yield file;
			}
		}
		if (manifest === null || !this.#isWhole(readManifest(manifest))) {
			throw new AppError('backup.damaged');
		}
		this.#manifest = await sha256(manifest);
	}

	/** Errors: as `files`. */
	async readToEnd(): Promise<void> {
		const files = this.files();
		while ((await files.next()).done !== true);
	}

	/** SHA-256, once `files` has come to its end. */
	get manifest(): string {
		return this.#manifest;
	}

	/** SHA-256 of the files that were read, by their names. */
	get hashes(): ReadonlyMap<string, string> {
		return new Map(this.#lines.map(({ name, sha256: hash }) => [name, hash]));
	}

	async close(): Promise<void> {
		await this.#files.return(undefined);
	}

	#isWhole(listed: readonly Line[]): boolean {
		return (
			listed.length === this.#lines.length &&
			listed.every(({ name, size, sha256: hash }, at) => {
				const line = this.#lines[at];
				return line?.name === name && line.size === size && line.sha256 === hash;
			})
		);
	}
}

/**
 * Whether the file holds, byte for byte, what was made. Errors: as `Backup.open` and `files`; AppError
 * `backup.other-file`.
 */
export async function checkBackup(file: Blob, made: Made, tell: TellProgress): Promise<void> {
	await lockOf(file);
	const backup = await Backup.open(file, { kind: 'file-key', fileKey: made.fileKey }, tell);
	await backup.readToEnd();
	if (backup.manifest !== made.manifest) throw new AppError('backup.other-file');
}
