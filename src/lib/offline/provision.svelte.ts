import type { StoredFile } from '../../service-worker/messages.ts';
import { AppError, isAppError, toAppError } from '../errors.ts';
import type { Kind, Stored, Version } from './types.ts';
import { ask } from './worker.ts';

const KINDS: readonly Kind[] = ['app', 'engine', 'models', 'heic', 'barcode'];

/** What of this version lies on the device, and fetching the rest of it. */
export class Provision {
	/** By kind; null until it is known. */
	stored: readonly Stored[] | null = $state.raw(null);
	/** Of the vault, bytes; null where the browser does not say. */
	records: number | null = $state(null);
	readonly isComplete: boolean = $derived.by(
		() => this.stored?.every(({ missing }) => missing === 0) === true
	);
	/** Bytes that have arrived, of all that were missing; null while nothing is fetched. */
	progress: { readonly loaded: number; readonly total: number } | null = $state.raw(null);
	error: AppError | null = $state.raw(null);
	readonly #own: Version;
	#worker: ServiceWorker | null = null;
	#cancelling: AbortController | null = null;

	constructor(own: Version) {
		this.#own = own;
	}

	/** `worker` serves this page, or will. */
	async start(worker: ServiceWorker): Promise<void> {
		this.#worker = worker;
		await this.read();
	}

	async read(): Promise<void> {
		const files = await this.#files();
		this.stored = files.length === 0 ? null : KINDS.map((kind) => storedOf(kind, files));
		this.records = await recordsSize();
	}

	/** Fetches what is missing, file by file: what has arrived as a whole need not come again. */
	async fetchAll(): Promise<void> {
		if (this.#worker === null || this.progress !== null) return;
		this.error = null;
		const cancelling = (this.#cancelling = new AbortController());
		try {
			const missing = (await this.#files()).filter(({ isStored }) => !isStored);
			const total = missing.reduce((sum, { bytes }) => sum + bytes, 0);
			this.progress = { loaded: 0, total };
			// A page that was loaded past the service worker would fetch past it as well.
			await ask(this.#worker, 'claim', this.#own.hash);
			for (const file of missing) await this.#fetch(file, cancelling.signal);
			await this.#expectAll();
		} catch (error) {
			this.error = isAppError(error, 'cancelled') ? null : toAppError(error);
		} finally {
			this.progress = null;
			await this.read();
		}
	}

	/** What has arrived of the file that is on its way is lost; all others stay. */
	cancel(): void {
		this.#cancelling?.abort();
	}

	async keepUsed(): Promise<void> {
		if (this.#worker === null) return;
		await ask(this.#worker, 'keep-used', this.#own.hash);
		await this.read();
	}

	async #files(): Promise<readonly StoredFile[]> {
		if (this.#worker === null) return [];
		return (await ask(this.#worker, 'files', this.#own.hash)) ?? [];
	}

	/** The service worker stores it as it passes. */
	async #fetch({ path }: StoredFile, signal: AbortSignal): Promise<void> {
		try {
			const reader = (await fetch(path, { signal })).body?.getReader();
			for (;;) {
				const piece = await reader?.read();
				if (piece?.value === undefined) return;
				const { loaded, total } = this.progress ?? { loaded: 0, total: 0 };
				this.progress = { loaded: loaded + piece.value.length, total };
			}
		} catch (cause) {
			if (signal.aborted) throw new AppError('cancelled', { cause });
			throw new AppError((await isReached()) ? 'offline.damaged' : 'offline.interrupted', {
				retryable: true,
				cause
			});
		}
	}

	/** It passed whole and was not stored: there is no space for it. */
	async #expectAll(): Promise<void> {
		// What passed last may still be on its way to the disk.
		for (const wait of [0, 200, 1000, 3000]) {
			await new Promise((resolve) => setTimeout(resolve, wait));
			if ((await this.#files()).every(({ isStored }) => isStored)) return;
		}
		throw new AppError('offline.no-space', { retryable: true });
	}
}

function storedOf(kind: Kind, files: readonly StoredFile[]): Stored {
	const own = files.filter((file) => file.kind === kind);
	const left = own.filter(({ isStored }) => !isStored);
	const sum = (some: readonly StoredFile[], of: 'bytes' | 'sent'): number =>
		some.reduce((total, file) => total + file[of], 0);
	const missing = sum(left, 'bytes');
	return { kind, bytes: sum(own, 'bytes') - missing, missing, toSend: sum(left, 'sent') };
}

/** Chromium alone tells what of the storage is whose. */
async function recordsSize(): Promise<number | null> {
	type Estimate = { readonly usageDetails?: { readonly indexedDB?: number } };
	const estimate = (await navigator.storage.estimate().catch(() => ({}))) as Estimate;
	return estimate.usageDetails?.indexedDB ?? null;
}

/** Found out by trying: what browsers say of themselves is often wrong. */
async function isReached(): Promise<boolean> {
	const question = { method: 'HEAD', cache: 'no-store' } as const;
	return (await fetch('/sw-reset', question).catch(() => null))?.ok === true;
}
