/** The page's side of the vault: calls in, typed errors out. Keys stay in the worker. */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import { AppError, toAppError, valueOf, type Reply } from '../errors.ts';
import { workerUrl } from '../worker-url.ts';
import { passphraseBytes } from './passphrase-bytes.ts';
import type { WorkerApi } from './protocol.ts';
import type { Changes, Secret, TypedSecret, VaultRoom } from './types.ts';
import vaultWorker from './vault.worker.ts?worker&url';

/** One worker, from the first call after the vault was locked until it is locked again. */
class Connection {
	readonly #worker: Worker;
	readonly #ended = Promise.withResolvers<never>();
	#isOpen = true;
	readonly api: Remote<WorkerApi>;

	constructor(onLocked: () => void) {
		this.#worker = new Worker(workerUrl(vaultWorker), { type: 'module', name: 'vault' });
		this.api = wrap<WorkerApi>(this.#worker);
		this.#ended.promise.catch(() => undefined);
		// Its script did not load or run; what runs answers with its errors.
		this.#worker.addEventListener('error', ({ message }) => {
			this.end(new AppError('vault.failed', { retryable: true, cause: new Error(message) }));
		});
		void this.api.listen(proxy(onLocked));
	}

	get isOpen(): boolean {
		return this.#isOpen;
	}

	async answer<T>(reply: Promise<Reply<T>>): Promise<T> {
		try {
			return valueOf(await Promise.race([reply, this.#ended.promise]));
		} catch (error) {
			throw toAppError(error, 'vault.failed');
		}
	}

	end(reason: AppError): void {
		this.#isOpen = false;
		this.#worker.terminate();
		this.#ended.reject(reason);
	}
}

/** As the worker takes it; what is secret in it is transferred, so that no copy stays here. */
function handedOver(typed: TypedSecret): Secret {
	switch (typed.kind) {
		case 'passphrase': {
			const passphrase = passphraseBytes(typed.passphrase);
			return transfer({ kind: 'passphrase', passphrase }, [passphrase.buffer]);
		}
		case 'passkey':
			return transfer(typed, [typed.first.buffer, typed.second.buffer]);
		case 'recovery':
			return typed;
	}
}

function contentsOf(changes: Changes): Changes {
	return transfer(
		changes,
		changes.assets.map(({ content }) => content.buffer)
	);
}

/** The door to the vault of this browser; dispose it with the page that made it. */
export function openVaultRoom(): VaultRoom {
	const listeners = new Set<() => void>();
	let connection: Connection | null = null;

	const tell = (): void => {
		for (const listener of listeners) listener();
	};
	const end = (): void => {
		connection?.end(new AppError('vault.locked'));
		connection = null;
	};
	const call = <T>(send: (api: Remote<WorkerApi>) => Promise<Reply<T>>): Promise<T> => {
		if (connection?.isOpen !== true) {
			connection = new Connection(() => {
				end();
				tell();
			});
		}
		return connection.answer(send(connection.api));
	};

	return {
		status: () => call((api) => api.status()),
		create: (passphrase) =>
			call((api) => api.create(handedOver({ kind: 'passphrase', passphrase }))),
		unlock: (secret, takeOver) => call((api) => api.unlock(handedOver(secret), takeOver)),
		lock: end,
		enrol: (proof, person, secret) =>
			call((api) => api.enrol(handedOver(proof), person, handedOver(secret))),
		prepareKit: (proof) => call((api) => api.prepareKit(handedOver(proof))),
		confirmKit: (typed) => call((api) => api.confirmKit(typed)),
		removeSlot: (slot) => call((api) => api.removeSlot(slot)),
		removePerson: (proof, person) => call((api) => api.removePerson(handedOver(proof), person)),
		createScope: () => call((api) => api.createScope()),
		eraseScope: (scope) => call((api) => api.eraseScope(scope)),
		erasures: () => call((api) => api.erasures()),
		save: (scope, changes) => call((api) => api.save(scope, contentsOf(changes))),
		record: (scope, id) => call((api) => api.record(scope, id)),
		records: (scope) => call((api) => api.records(scope)),
		asset: (scope, id) => call((api) => api.asset(scope, id)),
		assets: (scope) => call((api) => api.assets(scope)),
		quarantined: () => call((api) => api.quarantined()),
		onTakenOver: (listener) => {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}
