/** What crosses between the page and the vault's worker. */
import type { Reply } from '../errors.ts';
import type {
	AssetContent,
	AssetId,
	Changes,
	ErasureReceipt,
	OpenedVault,
	PersonId,
	PreparedKit,
	Quarantined,
	RecordContent,
	RecordId,
	ScopeAssets,
	ScopeId,
	ScopeRecords,
	Secret,
	SlotId,
	VaultStatus
} from './types.ts';

export interface WorkerApi {
	/** `onLocked` is called when another window took over. */
	listen(onLocked: () => void): Promise<void>;
	status(): Promise<Reply<VaultStatus>>;
	create(secret: Secret): Promise<Reply<OpenedVault>>;
	unlock(secret: Secret, takeOver: boolean): Promise<Reply<OpenedVault>>;
	enrol(proof: Secret, person: PersonId, secret: Secret): Promise<Reply<SlotId>>;
	prepareKit(proof: Secret): Promise<Reply<PreparedKit>>;
	confirmKit(typed: readonly string[]): Promise<Reply<SlotId>>;
	removeSlot(slot: SlotId): Promise<Reply<void>>;
	removePerson(proof: Secret, person: PersonId): Promise<Reply<void>>;
	createScope(): Promise<Reply<ScopeId>>;
	eraseScope(scope: ScopeId): Promise<Reply<ErasureReceipt>>;
	erasures(): Promise<Reply<readonly ErasureReceipt[]>>;
	save(scope: ScopeId, changes: Changes): Promise<Reply<void>>;
	record(scope: ScopeId, id: RecordId): Promise<Reply<RecordContent>>;
	records(scope: ScopeId): Promise<Reply<ScopeRecords>>;
	asset(scope: ScopeId, id: AssetId): Promise<Reply<AssetContent>>;
	assets(scope: ScopeId): Promise<Reply<ScopeAssets>>;
	quarantined(): Promise<Reply<readonly Quarantined[]>>;
}
