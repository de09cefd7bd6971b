import type { InferOutput } from 'valibot';
import type {
	auditSchema,
	backupSchema,
	consultationSchema,
	coverSchema,
	DEEDS,
	entrySchema,
	licenceSchema,
	noteSchema,
	personSchema,
	photographSchema,
	placeSchema,
	studySchema
} from './schema.ts';

import type { Receipt, Standing } from '../lease/index.ts';

/** Lists and pairs as well: mapped types keep them what they are. */
type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;

/** Anything that is kept as one record. */
export type Entry = Immutable<InferOutput<typeof entrySchema>>;
export type Cover = Immutable<InferOutput<typeof coverSchema>>;
export type Card = NonNullable<Cover['card']>;
export type Consultation = Immutable<InferOutput<typeof consultationSchema>>;
export type Photograph = Immutable<InferOutput<typeof photographSchema>>;
export type Study = Immutable<InferOutput<typeof studySchema>>;
export type Note = Immutable<InferOutput<typeof noteSchema>>;
export type Person = Immutable<InferOutput<typeof personSchema>>;
export type Place = Omit<Immutable<InferOutput<typeof placeSchema>>, 'kind' | 'person'>;
export type LastBackup = Omit<Immutable<InferOutput<typeof backupSchema>>, 'kind'>;
export type LicenceEntry = Immutable<InferOutput<typeof licenceSchema>>;
export type AuditRow = Immutable<InferOutput<typeof auditSchema>>;
export type Deed = (typeof DEEDS)[number];

/** A patient's, or that of one consultation which is anonymous so far. */
export type FolderId = string;

export type NewStudy = Omit<Study, 'kind' | 'photograph'>;
export type NewNote = Pick<Note, 'consultation' | 'text' | 'amends'>;

/** A photograph to be kept: what is stored of it, and what is known of it. */
export type NewPhotograph = {
	readonly photograph: Omit<Photograph, 'kind' | 'consultation' | 'asset' | 'thumbnail'>;
	readonly study: NewStudy;
	/** Cleaned and encoded. */
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** A small JPEG. */
	readonly thumbnail: Uint8Array<ArrayBuffer>;
};

/** A photograph as it was kept, and what was set on it last. */
export type StoredPhotograph = {
	readonly kept: KeptPhotograph;
	readonly photograph: Photograph;
	readonly study: Study;
	readonly bytes: Uint8Array<ArrayBuffer>;
};

/** What the page may know of this device's licence. Times are milliseconds since 1970. */
export type LicenceView = Standing & {
	readonly device: string;
	/** By which people tell it: `XXXX-XXXX`. */
	readonly code: string;
	/** Until an owner has approved the device. */
	readonly isProvisional: boolean;
	readonly plan: string | null;
	readonly until: number | null;
	/** Until when visits may still begin. */
	readonly graceUntil: number | null;
	/** Null: no limit. */
	readonly visitsLeft: number | null;
	/** Counted, and not told to the server yet. */
	readonly unsent: number;
};

/** What a device is enrolled with. */
export type NewDevice = {
	/** Raw, base64url. */
	readonly publicKey: string;
	/** `age1…` */
	readonly recipient: string;
};

/** The body of a request for a lease (docs/backend.md). */
export type RenewalRequest = {
	readonly requestId: string;
	readonly device: string;
	readonly nonce: string;
	readonly clock: number;
	readonly seq: number;
	readonly head: string;
	readonly receipts: readonly Receipt[];
	readonly signature: string;
};

/** Where a photograph and what is set on it are kept. */
export type KeptPhotograph = {
	readonly folder: FolderId;
	readonly consultation: string;
	readonly photograph: string;
	readonly study: string;
};
