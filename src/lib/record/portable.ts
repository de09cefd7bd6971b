/**
 * A patient's file as one zip file that leaves the vault: everything as it is kept (`record.json`), under
 * the names of FHIR as well, each picture, and a document for people. Made and read inside the worker.
 */
import { sha256 } from '../digest.ts';
import { AppError, isAppError } from '../errors.ts';
import { asEntry } from './codec.ts';
import { fhirOf } from './fhir.ts';
import type { Kept } from './folder.ts';
import { picturesIn } from './moving.ts';
import { RECORD_VERSION } from './schema.ts';
import type { NewCopy, Person } from './types.ts';
import { jsonBytes, newZip } from './zip.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const FORMAT = 'vultus-patient';
const FORMAT_VERSION = 1;
const RECORD = 'record.json';

type Listed = { readonly id: string; readonly file: string; readonly sha256: string };

type Native = {
	readonly format: string;
	readonly formatVersion: number;
	/** Of the entries' schemas. */
	readonly recordVersion: number;
	/** What does not open in the vault, and so is not here. */
	readonly unreadable: number;
	readonly people: readonly Pick<Person, 'person' | 'name'>[];
	readonly entries: readonly Kept[];
	/** SHA-256 of the entries' JSON. */
	readonly entriesHash: string;
	readonly pictures: readonly Listed[];
};

export type Unpacked = {
	readonly people: Native['people'];
	readonly entries: readonly Kept[];
	readonly pictures: ReadonlyMap<string, Bytes>;
};

type Packed = {
	readonly entries: readonly Kept[];
	readonly unreadable: number;
	readonly people: Native['people'];
	readonly copy: Pick<NewCopy, 'what' | 'readable'>;
	/** The bytes of a picture. Errors: AppError. */
	readonly picture: (asset: string) => Promise<Bytes>;
};

/** Errors: AppError `vault.*` where a picture does not open. */
export async function packed({
	entries,
	unreadable,
	people,
	copy,
	picture
}: Packed): Promise<Bytes> {
	const { add, end } = await newZip();
	add(copy.what === 'access' ? 'copy.pdf' : 'summary.pdf', copy.readable, false);
	const pictures: Listed[] = [];
	for (const id of new Set(entries.flatMap(({ entry }) => picturesIn(entry)))) {
		const bytes = await picture(id);
		const file = `pictures/${String(pictures.length + 1).padStart(4, '0')}.${endingOf(bytes)}`;
		pictures.push({ id, file, sha256: await sha256(bytes) });
		add(file, bytes, false);
	}
	const native: Native = {
		format: FORMAT,
		formatVersion: FORMAT_VERSION,
		recordVersion: RECORD_VERSION,
		unreadable,
		people,
		entries,
		entriesHash: await hashOf(entries),
		pictures
	};
	add(RECORD, jsonBytes(native), true);
	if (copy.what === 'portability') {
		const files = new Map(pictures.map(({ id, file }) => [id, file]));
		add('fhir.json', jsonBytes(fhirOf(entries, people, files)), true);
	}
	return end();
}

/** Nothing that a tablet could hold is larger; what says it is would only fill the memory. */
const MOST_BYTES = 4e9;

/**
 * Errors: AppError `import.not-a-file`, `import.newer-version`, and `import.damaged` where anything of it is
 * not as it was written.
 */
export async function unpacked(bytes: Bytes): Promise<Unpacked> {
	const files = await unzipped(bytes);
	const native = nativeIn(files[RECORD]);
	const { recordVersion, formatVersion } = native;
	if (recordVersion > RECORD_VERSION || formatVersion > FORMAT_VERSION) {
		throw new AppError('import.newer-version');
	}
	try {
		if ((await hashOf(native.entries)) !== native.entriesHash) throw new AppError('import.damaged');
		const entries = native.entries.map(({ id, entry }) => ({
			id: requireId(id),
			entry: asEntry(entry, recordVersion)
		}));
		const pictures = new Map<string, Bytes>();
		for (const { id, file, sha256: hash } of native.pictures) {
			const content = files[file];
			if (content === undefined || (await sha256(content)) !== hash) {
				throw new AppError('import.damaged');
			}
			pictures.set(requireId(id), content);
		}
		const wanted = entries.flatMap(({ entry }) => picturesIn(entry));
		if (wanted.some((id) => !pictures.has(id))) throw new AppError('import.damaged');
		return { people: native.people, entries, pictures };
	} catch (cause) {
		if (isAppError(cause, 'vault.newer-version')) throw new AppError('import.newer-version');
		throw new AppError('import.damaged', { cause });
	}
}

async function unzipped(bytes: Bytes): Promise<Readonly<Record<string, Bytes>>> {
	const { unzipSync } = await import('fflate');
	let total = 0;
	try {
		return unzipSync(bytes, {
			filter: ({ originalSize }) => {
				total += originalSize;
				if (total > MOST_BYTES) throw new RangeError('too large');
				return true;
			}
		});
	} catch (cause) {
		throw new AppError('import.not-a-file', { cause });
	}
}

function nativeIn(bytes: Bytes | undefined): Native {
	if (bytes === undefined) throw new AppError('import.not-a-file');
	try {
		const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Native;
		if (value.format === FORMAT) return value;
	} catch (cause) {
		throw new AppError('import.damaged', { cause });
	}
	throw new AppError('import.not-a-file');
}

function hashOf(entries: readonly Kept[]): Promise<string> {
	return sha256(new TextEncoder().encode(JSON.stringify(entries)));
}

function requireId(id: string): string {
	if (!/^[0-9a-f]{32}$/.test(id)) throw new AppError('import.damaged');
	return id;
}

/** By the first bytes, as programs tell them. */
function endingOf([first, second]: Bytes): string {
	if (first === 0xff && second === 0xd8) return 'jpg';
	if (first === 0x89 && second === 0x50) return 'png';
	return first === 0x52 && second === 0x49 ? 'webp' : 'bin';
}
