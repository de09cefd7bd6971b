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

/** Collected by the browser, which may put it on its disk, and downloaded when it is whole. */
function intoDownload(name: string): FileSink {
	let parts: Blob[] = [];
	return {
		write: (chunk) => {
			parts.push(new Blob([chunk]));
			return Promise.resolve();
		},
		close: () => {
			saveFile(new File(parts, name));
			return Promise.resolve(null);
		},
		abort: () => {
			parts = [];
			return Promise.resolve();
		}
	};
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
