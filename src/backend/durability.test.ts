/** What was acknowledged is there: after a kill in the middle, and in a backup that was taken under load. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addClinic, startTestServer, type Clinic, type TestServer } from './testing/server.ts';

const WRITERS = 10;
let server: TestServer;
let clinic: Clinic;

beforeAll(async () => {
	server = await startTestServer();
	clinic = await addClinic(server, 'first', {}, ['owner']);
	await server.ask('PATCH', `/api/collections/clinics/records/${clinic.id}`, {
		token: server.superuser,
		body: { leadKeyVersion: 1, leadRecipient: 'age1clinicclinicclinic' }
	});
});

afterAll(() => server.close());

/** Writers that send leads until `stop`; gives the ids that the server acknowledged. */
function writing(prefix: string) {
	const acknowledged: string[] = [];
	let stopped = false;
	const writer = async (number: number) => {
		for (let count = 0; !stopped; count++) {
			const id = `${prefix}${number}x${count}`.padEnd(15, 'z');
			const body = { id, keyVersion: 1, sealed: 'A'.repeat(1200) };
			try {
				const { token } = clinic.people.owner;
				const { status } = await server.ask('POST', '/api/vultus/leads', { token, body });
				if (status === 201) acknowledged.push(id);
			} catch {
				// The server is gone.
				return;
			}
		}
	};
	const all = Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
	return {
		acknowledged,
		stop: async () => {
			stopped = true;
			await all;
		}
	};
}

function idsIn(file: string): { readonly ids: Set<string>; readonly integrity: unknown } {
	const database = new DatabaseSync(file);
	try {
		const rows = database.prepare('SELECT id FROM leads').all() as { id: string }[];
		const integrity = database.prepare('PRAGMA integrity_check').get();
		return { ids: new Set(rows.map(({ id }) => id)), integrity };
	} finally {
		database.close();
	}
}

const SOUND = { integrity_check: 'ok' };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('writes that were acknowledged', () => {
	it('are all there after kill -9 in the middle, three times', async () => {
		const acknowledged: string[] = [];
		for (const prefix of ['a', 'b', 'c']) {
			const load = writing(prefix);
			// In the middle of work, not of starting.
			await vi.waitFor(() => expect(load.acknowledged.length).toBeGreaterThan(40), {
				timeout: 30_000
			});
			server.backend.process.kill('SIGKILL');
			await load.stop();
			acknowledged.push(...load.acknowledged);
			server = await server.restarted();
		}
		expect(acknowledged.length).toBeGreaterThan(120);
		const { ids, integrity } = idsIn(join(server.folder, 'data', 'data.db'));
		const lost = acknowledged.filter((id) => !ids.has(id));
		console.log(
			`kill -9 three times: ${acknowledged.length} writes acknowledged, ${lost.length} lost`
		);
		expect(lost).toEqual([]);
		expect(integrity).toEqual(SOUND);
	});

	it('are in a backup that was taken meanwhile, which is whole and holds no key', async () => {
		const before = writing('d');
		await pause(300);
		const sure = [...before.acknowledged];
		const made = await server.ask('POST', '/api/backups', {
			token: server.superuser,
			body: { name: 'test.zip' }
		});
		expect(made.status).toBe(204);
		await before.stop();
		// Later than the backup: gone once that is restored, which shows that it was.
		const later = writing('e');
		await pause(300);
		await later.stop();
		const path = '/api/backups/test.zip/restore';
		const restoring = await server.ask('POST', path, { token: server.superuser });
		expect(restoring.status).toBe(204);
		const data = join(server.folder, 'data');
		// It starts itself anew, in the same process.
		await vi.waitFor(
			() => expect(server.backend.output().match(/Server started/g)).toHaveLength(2),
			{ timeout: 60_000, interval: 250 }
		);
		server = await server.restarted();
		const { ids, integrity } = idsIn(join(data, 'data.db'));
		expect(integrity).toEqual(SOUND);
		expect(sure.filter((id) => !ids.has(id))).toEqual([]);
		expect(later.acknowledged.length).toBeGreaterThan(0);
		expect(later.acknowledged.filter((id) => ids.has(id))).toEqual([]);
		expect(before.acknowledged.length).toBeGreaterThan(sure.length);

		const secret = readFileSync(join(server.folder, 'lease.key'), 'utf8').trim();
		for (const name of ['data.db', 'auxiliary.db']) {
			const bytes = readFileSync(join(data, name));
			expect(bytes.includes(secret), name).toBe(false);
			expect(bytes.includes(Buffer.from(secret, 'base64url')), name).toBe(false);
			expect(bytes.includes(server.superuser), name).toBe(false);
		}
		expect(server.backend.output()).not.toContain(server.superuser);
	});
});
