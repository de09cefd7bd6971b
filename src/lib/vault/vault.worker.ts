/**
 * The vault's worker: the only place in which its keys exist. It answers with what was asked for by
 * id, never with a key; ending it is what locks the vault for good.
 */
import { expose, transfer } from 'comlink';
import { toAppError, toWire, type Reply } from '../errors.ts';
import type { WorkerApi } from './protocol.ts';
import { openDatabase, Store } from './store.ts';
import { Vault } from './vault.ts';

const NAME = 'vultus-vault';

let onLocked: () => void = () => undefined;
const vault = new Vault(new Store(openDatabase(NAME)), NAME, () => onLocked());

/** The outcome of a call as data. */
async function reply<T>(work: () => Promise<T> | T): Promise<Reply<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return { ok: false, error: toWire(toAppError(error, 'vault.failed')) };
	}
}

const api: WorkerApi = {
	listen: (listener) => {
		onLocked = listener;
		return Promise.resolve();
	},
	status: () => reply(() => vault.status()),
	create: (secret) => reply(() => vault.create(secret)),
	unlock: (secret, takeOver) => reply(() => vault.unlock(secret, takeOver)),
	enrol: (proof, person, secret) => reply(() => vault.enrol(proof, person, secret)),
	prepareKit: (proof) => reply(() => vault.prepareKit(proof)),
	confirmKit: (typed) => reply(() => vault.confirmKit(typed)),
	removeSlot: (slot) => reply(() => vault.removeSlot(slot)),
	removePerson: (proof, person) => reply(() => vault.removePerson(proof, person)),
	createScope: () => reply(() => vault.createScope()),
	eraseScope: (scope) => reply(() => vault.eraseScope(scope)),
	erasures: () => reply(() => vault.erasures()),
	save: (scope, changes) => reply(() => vault.save(scope, changes)),
	record: (scope, id) => reply(() => vault.record(scope, id)),
	records: (scope) => reply(() => vault.records(scope)),
	asset: async (scope, id) => {
		const answer = await reply(() => vault.asset(scope, id));
		return answer.ok ? transfer(answer, [answer.value.content.buffer]) : answer;
	},
	assets: (scope) => reply(() => vault.assets(scope)),
	quarantined: () => reply(() => vault.quarantined())
};

expose(api);
