/** The outer layer of a backup: age v1 (age-encryption.org/v1), by typage. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AppError, toAppError } from '../../errors.ts';
import type { Bytes } from '../bytes.ts';
import type { BackupLock, OwnerKey } from '../types.ts';
import { passphraseIdentity, passphraseRecipient } from './scrypt.ts';

/** What an age file is written for. */
export type AgeRecipient =
	| { readonly kind: 'passphrase'; readonly passphrase: Bytes }
	/** `age1…` */
	| { readonly kind: 'owner-key'; readonly recipient: string };

/** What opens an age file; a file key opens that one file only. */
export type AgeOpener =
	| { readonly kind: 'passphrase'; readonly passphrase: Bytes }
	/** `AGE-SECRET-KEY-1…` */
	| { readonly kind: 'owner-key'; readonly identity: string }
	| { readonly kind: 'file-key'; readonly fileKey: Uint8Array };

export type Encrypted = {
	readonly chunks: AsyncIterable<Bytes>;
	/** Opens what was just written, to check it, when neither passphrase nor owner's key is at hand. */
	readonly fileKey: Uint8Array;
};

type Parts = AsyncIterable<Bytes> | Iterable<Bytes>;

/** `age1` and 58 letters; longer ones are of kinds that an older `age` does not know. */
const X25519_RECIPIENT = 62;
/** Long enough for every header that is read here. */
const HEADER = 4096;

export async function newOwnerKey(): Promise<OwnerKey> {
	const identity = await generateX25519Identity();
	return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether backups can be written for it. Errors: AppError `backup.key-mistyped`. */
export function requireRecipient(recipient: string): void {
	try {
		if (recipient.length !== X25519_RECIPIENT) throw new RangeError();
		new Encrypter().addRecipient(recipient);
	} catch (cause) {
		throw new AppError('backup.key-mistyped', { cause });
	}
}

function streamOf(parts: Parts): ReadableStream<Uint8Array> {
	const iterator =
		Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
	return new ReadableStream({
		pull: async (controller) => {
			const next = await iterator.next();
			if (next.done === true) controller.close();
			else controller.enqueue(next.value);
		},
		cancel: async () => {
			await iterator.return?.();
		}
	});
}

/** Not every browser iterates over streams. Stops the stream when the loop over it ends early. */
async function* partsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Bytes> {
	const reader = stream.getReader();
	let isDone = false;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			isDone = done;
			if (done) return;
			yield value as Bytes;
		}
	} finally {
		if (!isDone) await reader.cancel().catch(() => undefined);
	}
}

/** Wipes a passphrase. Errors: AppError `vault.no-memory`. */
export async function encrypt(parts: Parts, to: AgeRecipient): Promise<Encrypted> {
	const encrypter = new Encrypter();
	let fileKey: Uint8Array = new Uint8Array();
	encrypter.addRecipient(
		to.kind === 'passphrase' ? passphraseRecipient(to.passphrase) : to.recipient
	);
	// Told the file key like any recipient, and leaves nothing in the file.
	encrypter.addRecipient({ wrapFileKey: (key) => ((fileKey = key.slice()), []) });
	return { chunks: partsOf(await encrypter.encrypt(streamOf(parts))), fileKey };
}

/** What the file asks for. Errors: AppError `backup.not-a-backup`, `backup.newer-version`. */
export async function lockOf(file: Blob): Promise<BackupLock> {
	const bytes = await file.slice(0, HEADER).arrayBuffer();
	const [version = '', ...lines] = new TextDecoder('latin1').decode(bytes).split('\n');
	if (!version.startsWith('age-encryption.org/')) throw new AppError('backup.not-a-backup');
	if (version !== 'age-encryption.org/v1') throw new AppError('backup.newer-version');
	if (lines.some((line) => line.startsWith('-> X25519 '))) return 'owner-key';
	if (lines.some((line) => line.startsWith('-> scrypt '))) return 'passphrase';
	throw new AppError('backup.not-a-backup');
}

function decrypterFor(opener: AgeOpener): Decrypter {
	const decrypter = new Decrypter();
	if (opener.kind === 'passphrase') {
		decrypter.addIdentity(passphraseIdentity(opener.passphrase));
	} else if (opener.kind === 'file-key') {
		decrypter.addIdentity({ unwrapFileKey: () => opener.fileKey });
	} else {
		try {
			// A whole key file may have been pasted, with its comments.
			const [identity = ''] = /AGE-SECRET-KEY-1\w+/.exec(opener.identity.toUpperCase()) ?? [];
			decrypter.addIdentity(identity);
		} catch (cause) {
			throw new AppError('backup.key-mistyped', { cause });
		}
	}
	return decrypter;
}

/** Of typage, which has no codes. */
const NO_MATCH = /no identity matched/;

const WRONG = {
	passphrase: 'backup.wrong-passphrase',
	'owner-key': 'backup.wrong-key',
	'file-key': 'backup.other-file'
} as const;

function unopened(opener: AgeOpener, cause: unknown): AppError {
	if (cause instanceof AppError) return cause;
	const isWrong = cause instanceof Error && NO_MATCH.test(cause.message);
	// A file key opens any header but its own with a wrong authentication.
	const isOther = opener.kind === 'file-key';
	return new AppError(isWrong || isOther ? WRONG[opener.kind] : 'backup.damaged', { cause });
}

/** Errors: AppError `backup.read-failed`. */
async function* read(file: Blob): AsyncGenerator<Bytes> {
	try {
		yield* partsOf(file.stream());
	} catch (cause) {
		throw new AppError('backup.read-failed', { retryable: true, cause });
	}
}

/**
 * The content of an age file, as it is read. `onRead` is told of every part of the file, in bytes.
 * Errors, from the start: AppError `backup.wrong-…`, `backup.other-file`, `backup.key-mistyped`, `vault.no-memory`;
 * from there on `backup.damaged`, also where the end is missing; `backup.read-failed`.
 */
export async function decrypt(
	file: Blob,
	opener: AgeOpener,
	onRead: (bytes: number) => Promise<void>
): Promise<AsyncIterable<Bytes>> {
	const decrypter = decrypterFor(opener);
	const source = async function* (): AsyncGenerator<Bytes> {
		for await (const part of read(file)) {
			await onRead(part.length);
			yield part;
		}
	};
	let plain: ReadableStream<Uint8Array>;
	try {
		plain = await decrypter.decrypt(streamOf(source()));
	} catch (cause) {
		throw unopened(opener, cause);
	}
	return (async function* () {
		try {
			yield* partsOf(plain);
		} catch (cause) {
			throw toAppError(cause, 'backup.damaged');
		}
	})();
}
