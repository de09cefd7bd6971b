/**
 * Consultations in a process of their own, so that they can be held where there is no network:
 * `node tests/prove/session.ts RESULT PIXELS…` serves the app, holds one after the other in a watched
 * browser, each with a photograph of so many pixels, and writes what was sent into RESULT.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { pocketbasePath } from '../../src/backend/binary.ts';
import { DEVELOPMENT_KEY } from '../../src/backend/lease-key.ts';
import { startBackend } from '../../src/backend/server.ts';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { serveBuild } from '../../src/hosting/server.ts';
import { startWatched } from './browser.ts';
import { consult, setUp, type Staff } from './consultation.ts';
import type { Traffic } from './net-log.ts';
import { canaryPhotograph, FACE } from './photograph.ts';

export type Visit = {
	/** Of the photograph that was opened from a file. */
	readonly pixels: number;
	readonly from: number;
	readonly to: number;
	readonly steps: readonly string[];
	readonly jpeg: Buffer;
	/** Some of its pixels. */
	readonly row: Buffer;
};

export type Session = {
	/** `host:port` of the app's server. */
	readonly served: string;
	readonly browser: string;
	/** Whether somebody signed in and registered the device. */
	readonly hasAccount: boolean;
	readonly visits: readonly Visit[];
	/** What pages reported as errors. */
	readonly errors: readonly string[];
	readonly traffic: Traffic;
};

type Serving = {
	readonly url: string;
	readonly staff: Staff | null;
	close(): Promise<void>;
};

/** With accounts and licences where there is a PocketBase for this system. */
async function serve(folder: string): Promise<Serving> {
	if (pocketbasePath() === null) return { ...(await serveBuild({ port: 0 })), staff: null };
	const backend = await startBackend({
		port: 0,
		data: join(folder, 'data'),
		hooks: join(folder, 'hooks'),
		leaseKey: DEVELOPMENT_KEY
	});
	const staff = backend.credentials.find(({ role }) => role === 'practitioner') ?? null;
	return { url: backend.url, staff, close: () => backend.close() };
}

async function hold(sizes: readonly number[]): Promise<Session> {
	ensureBuilt();
	const folder = await mkdtemp(join(tmpdir(), 'vultus-proof-'));
	const server = await serve(folder);
	const camera = join(folder, 'camera.mjpeg');
	// A film of one frame, again and again.
	const frame = await readFile(FACE);
	await writeFile(camera, Buffer.concat(Array.from({ length: 30 }, () => frame)));
	const watched = await startWatched(
		{ viewport: { width: 1180, height: 820 }, permissions: ['camera'], acceptDownloads: true },
		[
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
			`--use-file-for-fake-video-capture=${camera}`
		]
	);
	const { context } = watched;
	const errors: string[] = [];
	context.on('weberror', (error) => errors.push(error.error().message));
	const visits: Visit[] = [];
	try {
		const page = await context.newPage();
		await setUp(page, server.url, server.staff);
		for (const pixels of sizes) {
			const { jpeg, row } = await canaryPhotograph(context, pixels);
			const photo = join(folder, 'photo.jpg');
			await writeFile(photo, jpeg);
			const steps: string[] = [];
			const from = Date.now();
			await consult(page, photo, (step) => steps.push(step));
			visits.push({ pixels, from, to: Date.now(), steps, jpeg, row });
		}
		return {
			served: new URL(server.url).host,
			browser: `Chromium ${context.browser()?.version() ?? ''}`,
			hasAccount: server.staff !== null,
			visits,
			errors,
			traffic: await watched.close()
		};
	} finally {
		await context.close();
		await server.close();
		await rm(folder, { recursive: true, force: true });
	}
}

const [, , result = '', ...sizes] = process.argv;
await writeFile(result, serialize(await hold(sizes.map(Number))));
