import type { Bytes } from './bytes.ts';

declare const of: unique symbol;
/** 128 random bits as 32 lower-case hexadecimal digits; says nothing about what it names. */
type Id<What extends string> = string & { readonly [of]?: What };

export type VaultId = Id<'vault'>;
/** A person who can open the vault. The name belongs into a record, not here. */
export type PersonId = Id<'person'>;
export type SlotId = Id<'slot'>;
/** What is erased as a whole: a patient, an anonymous session, or the clinic's own scope. */
export type ScopeId = Id<'scope'>;
export type RecordId = Id<'record'>;
export type AssetId = Id<'asset'>;

export type SlotKind = 'passphrase' | 'recovery' | 'passkey';

/** What opens a slot, or is to open a new one. */
export type Secret =
	/** Made by `passphraseBytes`. */
	| { readonly kind: 'passphrase'; readonly passphrase: Bytes }
	/** As typed from the paper. */
	| { readonly kind: 'recovery'; readonly kit: string }
	/** Both outputs of the authenticator's PRF, 32 bytes each, always with user verification. */
	| {
			readonly kind: 'passkey';
			readonly credential: Bytes;
			readonly first: Bytes;
			readonly second: Bytes;
	  };

/** A way in, as far as the locked vault shows it. */
export type Way = {
	readonly slot: SlotId;
	readonly person: PersonId;
	readonly kind: SlotKind;
	/** False after the vault's key was changed: this person has to be enrolled again. */
	readonly isCurrent: boolean;
	/** Of a passkey, for the authenticator; null otherwise. */
	readonly credential: Bytes | null;
};

export type VaultStatus =
	| { readonly state: 'missing' }
	/** Nothing readable is left of the vault's head: a backup is needed, never a new vault. */
	| { readonly state: 'damaged' }
	| { readonly state: 'locked' | 'open'; readonly vault: VaultId; readonly ways: readonly Way[] };

export type OpenedVault = {
	readonly vault: VaultId;
	/** Whose slot opened it. */
	readonly person: PersonId;
	/** For the clinic's own settings and its audit trail; cannot be erased. */
	readonly clinic: ScopeId;
	readonly scopes: readonly ScopeId[];
};

export type RecordPlace = { readonly scope: ScopeId; readonly id: RecordId };

/** Content is bytes; what they mean is for the rooms above. */
export type RecordContent = { readonly id: RecordId; readonly content: Bytes };

export type AssetContent = {
	readonly id: AssetId;
	/** What is to be known of it without its bytes. */
	readonly header: Bytes;
	readonly content: Bytes;
};

/** All of it or nothing. A known id is amended. */
export type Changes = {
	readonly records: readonly RecordContent[];
	readonly assets: readonly AssetContent[];
};

export type ScopeChanges = { readonly scope: ScopeId; readonly changes: Changes };

/** What remains of an erased scope. */
export type ErasureReceipt = {
	readonly scope: ScopeId;
	/** Milliseconds since 1970. */
	readonly erasedAt: number;
	readonly records: number;
	readonly assets: number;
};

/**
 * Why something stored is not shown: it does not open (`damaged`), it is not the revision that was
 * saved last (`revision`), it is gone (`missing`), or the scope knows nothing of it (`unknown`).
 */
export type QuarantineReason = 'damaged' | 'revision' | 'missing' | 'unknown';

/** Kept as it is, counted and left out; never deleted. */
export type Quarantined = {
	readonly scope: ScopeId;
	readonly what: 'manifest' | 'record' | 'asset';
	readonly id: string;
	readonly reason: QuarantineReason;
};

export type ScopeRecords = {
	readonly records: readonly RecordContent[];
	readonly quarantined: readonly Quarantined[];
};

export type AssetHead = Pick<AssetContent, 'id' | 'header'>;

export type ScopeAssets = {
	readonly assets: readonly AssetHead[];
	readonly quarantined: readonly Quarantined[];
};

/** A recovery kit before it counts: it opens the vault only after two groups were typed back. */
export type PreparedKit = {
	readonly groups: readonly string[];
	/** Which groups to type back, counted from 0. */
	readonly ask: readonly [number, number];
};

/** A kit that opens the vault from now on. `copies`: see `kitKey`. */
export type ConfirmedKit = { readonly slot: SlotId; readonly copies: Bytes };

/** What opens the file of a backup. */
export type BackupLock = 'passphrase' | 'owner-key';

/** Whom a backup is written for: whoever types this passphrase, or the owner of an age key. */
export type BackupTo =
	| { readonly kind: 'passphrase'; readonly secret: Secret }
	/** `age1…` */
	| { readonly kind: 'owner-key'; readonly recipient: string };

/** An X25519 key pair of age: the secret half is the owner's to keep, away from the device. */
export type OwnerKey = { readonly identity: string; readonly recipient: string };

/** What opens a backup. */
export type BackupKey = {
	/** Opens the vault that is in it; a passphrase opens the file as well. */
	readonly secret: Secret;
	/** `AGE-SECRET-KEY-1…`, where the file was written for the owner's key. */
	readonly identity: string | null;
};

/** Takes the next bytes of a backup; rejecting stops it. `fraction`: how much was read, 0 to 1. */
export type TakeChunk = (chunk: Bytes, fraction: number) => Promise<void>;

/** A file is read, and then what was written from it is read back. */
type BackupStage = 'reading' | 'checking';

/** Rejecting stops what is told of. `fraction`: 0 to 1. */
export type TellProgress = (stage: BackupStage, fraction: number) => Promise<void>;
