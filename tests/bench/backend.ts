/**
 * The server: processor time of each request (wall time is the machine's mood), the slowest list of a large
 * clinic at twenty connections, starting, memory.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { addDevice } from '../../src/backend/testing/device.ts';
import { addClinic, startTestServer, type TestServer } from '../../src/backend/testing/server.ts';
import type { Called } from './caller.ts';
import { atMost, plain, type Row } from './rows.ts';

const LEADS = 100_000;
const CONNECTIONS = 20;
const REQUESTS = 400;
/** Of the kernel's clock. */
const TICK_MS = 10;

/** Milliseconds of processor time that the server has taken. */
function cpu(server: TestServer): number {
	const stat = readFileSync(`/proc/${server.backend.process.pid ?? 0}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function megabytes(server: TestServer): number {
	const status = readFileSync(`/proc/${server.backend.process.pid ?? 0}/status`, 'utf8');
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** `work` so often, by so many at once; gives processor time of one, and the 99th percentile of the wall. */
async function load(
	server: TestServer,
	work: (number: number) => Promise<{ readonly status: number }>,
	requests = REQUESTS,
	connections = CONNECTIONS
) {
	const times: number[] = [];
	let next = 0;
	const before = cpu(server);
	const one = async () => {
		for (let number = next++; number < requests; number = next++) {
			const started = performance.now();
			const { status } = await work(number);
			if (status >= 300) throw new Error(`answered ${status}`);
			times.push(performance.now() - started);
		}
	};
	await Promise.all(Array.from({ length: connections }, one));
	times.sort((a, b) => a - b);
	return {
		cpu: (cpu(server) - before) / requests,
		p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN
	};
}

const CALLER = fileURLToPath(new URL('caller.ts', import.meta.url));

/** The same, by a load tool in a process of its own; gives its share of the processor as well. */
async function called(server: TestServer, path: string, token: string) {
	const before = cpu(server);
	const asked = [new URL(server.url).port, path, token, REQUESTS, CONNECTIONS].map(String);
	const { stdout } = await promisify(execFile)(process.execPath, [CALLER, ...asked]);
	const { times, cpu: caller } = JSON.parse(stdout) as Called;
	return {
		cpu: (cpu(server) - before) / REQUESTS,
		caller,
		p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN
	};
}

/** Rows straight into the file, while no server has it open. */
function fill(server: TestServer, clinic: string, user: string): void {
	const database = new DatabaseSync(join(server.folder, 'data', 'data.db'));
	const insert = database.prepare(
		`INSERT INTO leads (id, clinic, "by", keyVersion, sealed, state, created) VALUES (?, ?, ?, 1, ?, 'new', ?)`
	);
	const sealed = 'A'.repeat(1200);
	const first = Date.UTC(2026, 0, 1);
	database.exec('BEGIN');
	for (let number = 0; number < LEADS; number++) {
		const created = new Date(first + number * 60_000).toISOString().replace('T', ' ');
		insert.run(`f${String(number).padStart(14, '0')}`, clinic, user, sealed, created);
	}
	database.exec('COMMIT');
	database.close();
}

export async function measureBackend(): Promise<readonly Row[]> {
	let server = await startTestServer();
	try {
		const clinic = await addClinic(server, 'bench', {}, ['owner', 'practitioner']);
		const { owner, practitioner } = clinic.people;
		await server.ask('PATCH', `/api/collections/clinics/records/${clinic.id}`, {
			token: server.superuser,
			body: { leadKeyVersion: 1, leadRecipient: 'age1clinicclinicclinic' }
		});
		await server.backend.close();
		fill(server, clinic.id, owner.id);
		const started = performance.now();
		server = await server.restarted();
		const boot = performance.now() - started;
		const resting = megabytes(server);
		const { token } = practitioner;
		const device = await addDevice(server, practitioner, clinic.id);
		const running = server;
		const ask: TestServer['ask'] = (...asked) => running.ask(...asked);
		// Every runtime has loaded the hooks before anything is counted.
		await load(server, () => ask('GET', '/api/vultus/me', { token }), 200, 60);

		const fresh = await ask('POST', '/api/collections/users/auth-refresh', { token });
		const refreshable = fresh.status === 200;
		const me = await load(server, () => ask('GET', '/api/vultus/me', { token }));
		const create = await load(server, (number) =>
			ask('POST', '/api/vultus/leads', {
				token,
				body: {
					id: `b${String(number).padStart(14, '0')}`,
					keyVersion: 1,
					sealed: 'A'.repeat(1200)
				}
			})
		);
		const fifty = '/api/vultus/leads?limit=50';
		const byFetch = await load(server, () => ask('GET', fifty, { token }));
		const list = await called(server, fifty, token);
		const deep = await firstCursor(server, token);
		const later = await called(server, `${fifty}&before=${deep}`, token);
		const screen = await called(server, '/api/vultus/leads?state=new&limit=25', token);
		await device.renew(token);
		const lease = await load(server, () => device.renew(token), 20, 1);
		const refresh = refreshable
			? await load(server, () => ask('POST', '/api/collections/users/auth-refresh', { token }))
			: undefined;
		return [
			plain('backend', 'start, prepared, with 100,000 leads', boot, 'ms'),
			plain('backend', 'memory at rest', resting, 'MB'),
			plain('backend', 'memory after all this', megabytes(server), 'MB'),
			plain('backend', 'processor, refresh of a session', refresh?.cpu ?? null, 'ms'),
			plain('backend', 'processor, own account', me.cpu, 'ms'),
			plain('backend', 'processor, lease with its nonce', lease.cpu, 'ms'),
			plain('backend', 'processor, lead kept', create.cpu, 'ms'),
			plain('backend', 'processor, 50 of 100,000 leads', list.cpu, 'ms'),
			plain('backend', 'processor, 25 of them, as the screen asks', screen.cpu, 'ms'),
			plain('backend', 'processor of the caller for each 50', list.caller, 'ms'),
			atMost('backend', '99th percentile, 50 of 100,000 leads, 20 connections', list.p99, 'ms', 50),
			atMost('backend', 'the same, far down the list', later.p99, 'ms', 50),
			atMost('backend', 'the same, 25 of them', screen.p99, 'ms', 50),
			plain('backend', 'the same, 50 by `fetch` of one process', byFetch.p99, 'ms')
		];
	} finally {
		await server.close();
	}
}

/** A place in the middle of the list. */
async function firstCursor(server: TestServer, token: string): Promise<string> {
	const { body } = await server.ask('GET', '/api/vultus/leads?limit=1', { token });
	const { next } = body as { next: string };
	const [, id = ''] = Buffer.from(next, 'base64url')
		.toString()
		.split(/ (?=\w+$)/);
	return Buffer.from(`2026-02-05 00:00:00.000Z ${id}`).toString('base64url');
}
