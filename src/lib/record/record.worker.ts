/**
 * THE vault worker, the only one that holds keys and what they open. Locking ends it.
 *
 *   page ── ids ──▶ room ── records ──▶ vault ── ciphertext ──▶ IndexedDB
 *        ◀─ views ─┘
 */
import '../ways-out-closed.ts';
import { expose } from 'comlink';
import { openDatabase, Store, Vault, type Heard } from '../vault/index.ts';
import type { WorkerApi } from './protocol.ts';
import { roomOver } from './room.ts';
import { served } from './wire.ts';

const NAME = 'vultus-vault';

const nobody = (): void => undefined;
let heard: Heard = { asked: nobody, lost: nobody };
const vault = new Vault(new Store(openDatabase(NAME)), NAME, {
	asked: () => heard.asked(),
	lost: () => {
		forget();
		heard.lost();
	}
});
const { room, forget } = roomOver(vault, Date.now);

const api: WorkerApi = {
	...served(room),
	listen: (asked, lost) => {
		heard = { asked, lost };
		return Promise.resolve();
	}
};

expose(api);
