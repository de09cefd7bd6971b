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

/** A secret as the page has it. What the browser keeps of typed text cannot be wiped. */
export type TypedSecret =
	| { readonly kind: 'passphrase'; readonly passphrase: string }
	| Exclude<Secret, { kind: 'passphrase' }>;

/**
 * The vault as the page sees it. Errors of every call: AppError `vault.*`. Outputs of passkeys and
 * contents of assets that are given are transferred away.
 */
export interface VaultRoom {
	status(): Promise<VaultStatus>;
	/** A new vault with its first person, open. */
	create(passphrase: string): Promise<OpenedVault>;
	/** `takeOver` locks the window in which the vault is open. */
	unlock(secret: TypedSecret, takeOver: boolean): Promise<OpenedVault>;
	/** At once: ends the worker with all its keys, and whatever it was doing. */
	lock(): void;
	/**
	 * Lets a person in by another secret: a new person, a changed passphrase, a passkey, or one whose
	 * slot is stale. `proof` opens the vault now.
	 */
	enrol(proof: TypedSecret, person: PersonId, secret: TypedSecret): Promise<SlotId>;
	/** A kit to print; it counts, instead of older ones, once `confirmKit` had two groups of it. */
	prepareKit(proof: TypedSecret): Promise<PreparedKit>;
	confirmKit(typed: readonly string[]): Promise<SlotId>;
	removeSlot(slot: SlotId): Promise<void>;
	/** Changes the vault's key; everyone but who gave `proof` has to be enrolled again. */
	removePerson(proof: TypedSecret, person: PersonId): Promise<void>;
	createScope(): Promise<ScopeId>;
	/** Destroys the scope's key and its ciphertext. */
	eraseScope(scope: ScopeId): Promise<ErasureReceipt>;
	/** The oldest first. */
	erasures(): Promise<readonly ErasureReceipt[]>;
	/** Resolves when it is on the disk and was read back. Ids are made with `newId`. */
	save(scope: ScopeId, changes: Changes): Promise<void>;
	record(scope: ScopeId, id: RecordId): Promise<RecordContent>;
	records(scope: ScopeId): Promise<ScopeRecords>;
	asset(scope: ScopeId, id: AssetId): Promise<AssetContent>;
	assets(scope: ScopeId): Promise<ScopeAssets>;
	/** What was found damaged since the vault was opened. */
	quarantined(): Promise<readonly Quarantined[]>;
	/** Another window took over, and this one is locked. Returns what ends the listening. */
	onTakenOver(listener: () => void): () => void;
}
