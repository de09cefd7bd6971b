import { AppError } from '../errors.ts';
import { saveFile } from '../file-out.ts';

/** Where a file is written to, piece by piece. Errors: AppError `backup.write-failed`. */
export interface FileSink {
	write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
	/** The file as it then lies where it was saved; null where only a person can find it again. */
	close(): Promise<File | null>;
	/** Leaves no half of it. */
	abort(): Promise<void>;
}

/** Says when it was made, and nothing of whose it is. */
export function backupName(now = new Date()): string {
	const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
	return `backup-${day}.tar.age`;
}

type Picker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;
type Removable = FileSystemFileHandle & { readonly remove?: () => Promise<void> };

async function written<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (cause) {
		throw new AppError('backup.write-failed', { retryable: true, cause });
	}
}

/** Written beside the file that it replaces when it is closed. */
async function intoHandle(handle: Removable): Promise<FileSink> {
	// The dialog makes an empty file of a new name; an older one stays as it is.
	const isNew = (await written(handle.getFile())).size === 0;
	const stream = await written(handle.createWritable());
	return {
		write: (chunk) => written(stream.write(chunk)),
		close: async () => {
			await written(stream.close());
			return written(handle.getFile());
		},
		abort: async () => {
			await stream.abort().catch(() => undefined);
			if (isNew) await handle.remove?.().catch(() => undefined);
		}
	};
}

/** What a browser on a tablet still downloads in one piece, bytes. */
const LARGEST_PART = 500e6;

/**
 * Collected by the browser, which may put it on its disk, and downloaded as one file, or in numbered
 * parts of at most `largest` bytes: one after another they are the file.
 */
export function intoDownload(name: string, largest = LARGEST_PART): FileSink {
	let parts: Blob[] = [];
	let bytes = 0;
	let saved = 0;
	const save = (as: string): void => {
		saveFile(new File(parts, as));
		[parts, bytes, saved] = [[], 0, saved + 1];
	};
	const numbered = (): string => `${name}.${String(saved + 1).padStart(3, '0')}`;
	return {
		write: (chunk) => {
			if (bytes + chunk.length > largest) save(numbered());
			parts.push(new Blob([chunk]));
			bytes += chunk.length;
			return Promise.resolve();
		},
		close: () => {
			save(saved === 0 ? name : numbered());
			return Promise.resolve(null);
		},
		abort: () => {
			parts = [];
			return Promise.resolve();
		}
	};
}

/** A file that may have been downloaded in parts, which are chosen in any order. */
export function wholeOf(files: readonly File[]): Blob {
	const order = new Intl.Collator('en', { numeric: true });
	return new Blob(files.toSorted((a, b) => order.compare(a.name, b.name)));
}

/**
 * Asks where to save, where the browser can; to be called as a person presses a button. Errors:
 * AppError `cancelled`, `backup.write-failed`.
 */
export async function openFileSink(name: string): Promise<FileSink> {
	const { showSaveFilePicker: pick } = window as { readonly showSaveFilePicker?: Picker };
	if (pick === undefined) return intoDownload(name);
	let handle: FileSystemFileHandle;
	try {
		handle = await pick({ suggestedName: name });
	} catch (cause) {
		throw new AppError('cancelled', { cause });
	}
	return intoHandle(handle);
}
