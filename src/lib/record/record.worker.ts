/**
 * THE vault worker, the only one that holds keys and what they open. Locking ends it.
 *
 *   page ── ids ──▶ room ── records ──▶ vault ── ciphertext ──▶ IndexedDB
 *        ◀─ views ─┘
 */
import { expose } from 'comlink';
import { openDatabase, Store, Vault } from '../vault/index.ts';
import type { WorkerApi } from './protocol.ts';
import { roomOver } from './room.ts';
import { served } from './wire.ts';

const NAME = 'vultus-vault';

let tellLocked: () => void = () => undefined;
const vault = new Vault(new Store(openDatabase(NAME)), NAME, () => {
	forget();
	tellLocked();
});
const { room, forget } = roomOver(vault, Date.now);

const api: WorkerApi = {
	...served(room),
	listen: (onLocked) => {
		tellLocked = onLocked;
		return Promise.resolve();
	}
};

expose(api);
