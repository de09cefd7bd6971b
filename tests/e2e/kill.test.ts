/**
 * The browser is killed while the vault saves, as when a tablet loses its power or the system its
 * patience. Whatever was acknowledged is there afterwards, nothing is half there. The built app's own
 * worker is driven past the app's pages: many saves a second, and no product code for the test.
 */
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type * as Comlink from 'comlink';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../src/hosting/built.ts';
import { BUILD, serveBuild, type RunningServer } from '../../src/hosting/server.ts';
import { flawsIn } from '../../src/lib/record/audit.ts';
import type { Contents } from '../../src/lib/record/folder.ts';
import type { RecordRoom, WorkerApi } from '../../src/lib/record/protocol.ts';
import type { Entry } from '../../src/lib/record/types.ts';
import { newSecret, writeKit } from '../../src/lib/vault/recovery.ts';
import { hasProcesses, startChromium, type ChromiumProcess } from '../support/chromium-process.ts';
import { FULL } from '../support/full.ts';

const COMLINK = createRequire(import.meta.url).resolve('comlink/dist/umd/comlink.js');
const ROUNDS = FULL ? 200 : 3;
/** Bytes. */
const CUT_SHORT_BY = FULL ? [1000, 15_000] : [1000];
/** A vault is killed this often, then another one is made: every round reads all of it. */
const ROUNDS_OF_A_VAULT = 20;
/** From the first save on. */
const LONGEST_MS = 1500;

/** What the page tells before it begins something, and once the vault has acknowledged it. */
type Told =
	| { readonly what: 'photograph'; readonly folder: string; readonly seed: number }
	| {
			readonly what: 'study';
			readonly folder: string;
			readonly photograph: string;
			readonly value: number;
	  }
	| { readonly what: 'note'; readonly folder: string; readonly text: string }
	| { readonly what: 'erase'; readonly folder: string };

type Log = {
	readonly begun: Told[];
	readonly done: Told[];
	/** Of photograph and thumbnail, by seed; known before they are saved. */
	readonly hashes: Map<number, readonly string[]>;
};

/** A folder as it was found, its pictures as hashes. */
type Found = {
	readonly folder: string;
	readonly unreadable: number;
	readonly entries: readonly Entry[];
	readonly hashes: Readonly<Record<string, string>>;
};

declare global {
	var room: RecordRoom;
	var hashOf: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
	var tell: (stage: 'begun' | 'done', told: Told, hashes?: readonly string[]) => Promise<void>;
}

let server: RunningServer;
let worker: string;
let kit: string;

beforeAll(async () => {
	ensureBuilt();
	server = await serveBuild({ port: 0 });
	const workers = '_app/immutable/workers';
	const names = await readdir(join(BUILD, workers));
	worker = `/${workers}/${names.find((name) => /^record\.worker.*\.js$/.test(name)) ?? ''}`;
	kit = (await writeKit(newSecret())).join('');
});

afterAll(() => server.close());

/** A page of the app's origin without the app, and the vault's worker in it. */
async function openRoom({ context }: ChromiumProcess, log: Log): Promise<Page> {
	const page = await context.newPage();
	await page.exposeFunction('tell', (stage: 'begun' | 'done', told: Told, hashes?: string[]) => {
		if (told.what === 'photograph' && hashes !== undefined) log.hashes.set(told.seed, hashes);
		log[stage].push(told);
	});
	await page.addInitScript({ path: COMLINK });
	await page.goto(`${server.url}/icon.svg`);
	await page.evaluate((script) => {
		const { Comlink: comlink, trustedTypes } = globalThis as unknown as {
			Comlink: typeof Comlink;
			trustedTypes: {
				createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
			};
		};
		const policy = trustedTypes.createPolicy('vultus-worker-url', {
			createScriptURL: (url: string) => url
		});
		const api = comlink.wrap<WorkerApi>(
			new Worker(policy.createScriptURL(script), { type: 'module' })
		);
		const methods = api as unknown as Record<
			string,
			(...given: unknown[]) => Promise<{ ok: boolean; value: unknown; error: object }>
		>;
		globalThis.room = new Proxy({} as RecordRoom, {
			get:
				(_, name: string) =>
				async (...given: unknown[]) => {
					const reply = await methods[name]!(...given);
					if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
					return reply.value;
				}
		});
		globalThis.hashOf = async (bytes) =>
			new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
	}, worker);
	return page;
}

async function create(profile: string, log: Log): Promise<void> {
	const one = await startChromium(profile);
	const page = await openRoom(one, log);
	await page.evaluate((secret) => room.create({ kind: 'recovery', kit: secret }, 'Ana'), kit);
	await one.close();
}

/** Everything that the vault shows. */
function read(page: Page): Promise<readonly Found[]> {
	return page.evaluate(async () => {
		const { anonymous } = await room.today('0000-01-01', '0000-01-01');
		const found: Found[] = [];
		for (const { folder } of anonymous) {
			const { entries, unreadable }: Contents = await room.folder(folder);
			const hashes: Record<string, string> = {};
			for (const { entry } of entries) {
				if (entry.kind !== 'photograph') continue;
				for (const asset of [entry.asset, entry.thumbnail]) {
					hashes[asset] = await hashOf(await room.picture(folder, asset));
				}
			}
			found.push({ folder, unreadable, entries: entries.map(({ entry }) => entry), hashes });
		}
		return found;
	});
}

/** Saves for ever, each time something else. */
function saveOn(page: Page): Promise<void> {
	return page.evaluate(async () => {
		const random = (length: number): Uint8Array<ArrayBuffer> => {
			const bytes = new Uint8Array(length);
			for (let at = 0; at < length; at += 65_536) {
				crypto.getRandomValues(bytes.subarray(at, at + 65_536));
			}
			return bytes;
		};
		const study = (value: number) => ({
			quarterTurns: 0 as const,
			landmarks: null,
			scale: { irisDiameter: 11.7, pupilDistance: null },
			variants: { A: { jaw_masseter: { left: value, right: value } }, B: {}, C: {} },
			shown: 'A' as const,
			unlinked: [],
			marks: { strokes: [], folds: [] }
		});
		const keep = async (folder: string | null, length: number) => {
			const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;
			const [bytes, thumbnail] = [random(length), random(900)];
			const told = { what: 'photograph', folder: folder ?? '', seed } as const;
			await tell('begun', told, [await hashOf(bytes), await hashOf(thumbnail)]);
			const kept = await room.keepPhotograph(
				folder,
				{ words: 1, guardian: null },
				{
					photograph: {
						openedAt: seed,
						view: 'frontal',
						standardView: 'front',
						source: 'camera',
						width: 30,
						height: 40,
						observation: {
							landmarks: Array.from({ length: 478 * 3 }, (_, at) => at / 7),
							pose: Array.from({ length: 16 }, () => 0),
							blendshapes: null
						},
						model: 'face-landmarker',
						app: '0.1.0'
					},
					study: study(0),
					bytes,
					thumbnail
				}
			);
			await tell('done', { ...told, folder: kept.folder });
			return kept;
		};
		let kept = await keep(null, 20_000);
		for (;;) {
			const { folder } = kept;
			const dice = Math.random();
			if (dice < 0.1) {
				await tell('begun', { what: 'erase', folder });
				await room.erase(folder);
				await tell('done', { what: 'erase', folder });
				kept = await keep(null, 20_000);
			} else if (dice < 0.3) {
				// Every other one has two slices.
				kept = await keep(folder, dice < 0.2 ? 40_000 : 2 ** 20 + 1000);
			} else if (dice < 0.4) {
				const { photograph } = kept;
				const told = { what: 'study', folder, photograph, value: dice } as const;
				await tell('begun', told);
				await room.keepStudy(kept, study(dice));
				await tell('done', told);
			} else {
				const told = { what: 'note', folder, text: crypto.randomUUID() } as const;
				await tell('begun', told);
				await room.addNote(folder, { consultation: null, text: told.text, amends: null });
				await tell('done', told);
			}
		}
	});
}

function of<K extends Entry['kind']>({ entries }: Found, kind: K) {
	return entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind);
}

/** What a photograph's study may show: what was acknowledged last, or was begun after it. */
function valuesOf(photograph: string, { begun, done }: Log): readonly number[] {
	const values = (told: readonly Told[]) =>
		told.flatMap((one) =>
			one.what === 'study' && one.photograph === photograph ? [one.value] : []
		);
	const [asked, last] = [values(begun), values(done).at(-1) ?? 0];
	return [last, ...asked.slice(asked.indexOf(last) + 1)];
}

/** Every acknowledged save with its bytes, and of what was not acknowledged all or nothing. */
async function check(found: readonly Found[], log: Log): Promise<void> {
	const { begun, done, hashes } = log;
	const erased = (told: readonly Told[]) =>
		new Set(told.filter(({ what }) => what === 'erase').map(({ folder }) => folder));
	const [erasing, gone] = [erased(begun), erased(done)];
	const folders = new Map(found.map((one) => [one.folder, one]));
	for (const folder of gone) expect(folders.has(folder)).toBe(false);
	for (const told of done.filter(({ folder }) => !gone.has(folder))) {
		const folder = folders.get(told.folder);
		if (folder === undefined) expect(erasing).toContain(told.folder);
		else if (told.what === 'note') {
			expect(of(folder, 'note').map(({ text }) => text)).toContain(told.text);
		} else if (told.what === 'photograph') {
			expect(of(folder, 'photograph').map(({ openedAt }) => openedAt)).toContain(told.seed);
		}
	}
	for (const folder of found) {
		expect(folder.unreadable).toBe(0);
		const photographs = of(folder, 'photograph');
		for (const { openedAt, asset, thumbnail } of photographs) {
			expect([folder.hashes[asset], folder.hashes[thumbnail]]).toEqual(hashes.get(openedAt));
		}
		const studies = of(folder, 'study');
		expect(studies).toHaveLength(photographs.length);
		for (const { photograph, variants } of studies) {
			expect(valuesOf(photograph, log)).toContain(variants.A['jaw_masseter']?.left);
		}
		expect(of(folder, 'cover')).toHaveLength(1);
		const rows = of(folder, 'audit');
		expect(await flawsIn(rows, null)).toEqual([]);
		expect(of(folder, 'cover')[0]?.trail?.n).toBe(rows.length - 1);
		const deeds = (deed: string) => rows.filter((row) => row.deed === deed);
		expect(deeds('photograph-kept')).toHaveLength(photographs.length);
		expect(deeds('note-added')).toHaveLength(of(folder, 'note').length);
	}
}

/** Opens the vault, looks whether all is there, and is killed while it saves more. */
async function round(profile: string, log: Log): Promise<void> {
	const one = await startChromium(profile);
	try {
		const page = await openRoom(one, log);
		await page.evaluate((secret) => room.unlock({ kind: 'recovery', kit: secret }, false), kit);
		await check(await read(page), log);
		const before = log.begun.length;
		const saving = saveOn(page);
		// It ends with the browser.
		saving.catch(() => undefined);
		await Promise.race([saving, expect.poll(() => log.begun.length).not.toBe(before)]);
		await Promise.race([saving, after(Math.random() * LONGEST_MS)]);
	} finally {
		await one.kill();
	}
}

describe.runIf(hasProcesses)('a browser that is killed while it saves', () => {
	it(
		'has everything that it had acknowledged, and nothing by halves',
		async () => {
			let acknowledged = 0;
			let cutOff = 0;
			for (let done = 0; done < ROUNDS; done += ROUNDS_OF_A_VAULT) {
				const profile = await mkdtemp(join(tmpdir(), 'vultus-kill-'));
				const log: Log = { begun: [], done: [], hashes: new Map() };
				await create(profile, log);
				const rounds = Math.min(ROUNDS_OF_A_VAULT, ROUNDS - done);
				// Once more than it is killed: the last one is looked at, too.
				for (let kill = 0; kill <= rounds; kill++) await round(profile, log);
				acknowledged += log.done.length;
				cutOff += log.begun.length - log.done.length;
				await rm(profile, { recursive: true });
				console.log(
					`${done + rounds} of ${ROUNDS} kills: ${acknowledged} saves acknowledged, ${cutOff} cut off`
				);
			}
			// If they fell, it would be killed when it has nothing to do.
			expect(acknowledged).toBeGreaterThan(3 * ROUNDS);
			expect(cutOff).toBeGreaterThan(ROUNDS / 4);
		},
		ROUNDS * 60_000
	);

	/** As when it is killed in the middle of writing an entry, only surely so. */
	it.each(CUT_SHORT_BY)(
		'keeps what was saved after an entry of its log was cut short by %d bytes',
		async (missing) => {
			const profile = await mkdtemp(join(tmpdir(), 'vultus-torn-'));
			await create(profile, { begun: [], done: [], hashes: new Map() });
			const folder = await visit(profile, async (page) => {
				const made = await page.evaluate(() =>
					room.addPatient({
						name: 'Ana',
						born: null,
						number: '',
						contact: { phone: '', email: '', address: '' },
						nextOfKin: null
					})
				);
				await addNote(page, made, 'before');
				await addNote(page, made, 'cut short '.repeat(1900));
				return made;
			});
			await cutLog(profile, missing);
			await visit(profile, (page) => addNote(page, folder, 'after'));
			const contents = await visit(profile, (page) =>
				page.evaluate((one) => room.folder(one), folder)
			);
			const notes = contents.entries.flatMap(({ entry }) =>
				entry.kind === 'note' ? [entry.text] : []
			);
			expect(notes.slice().sort()).toEqual(['after', 'before']);
			await rm(profile, { recursive: true });
		},
		120_000
	);
});

/** Starts the browser, opens the vault, and kills the browser after `work`. */
async function visit<T>(profile: string, work: (page: Page) => Promise<T>): Promise<T> {
	const one = await startChromium(profile);
	try {
		const page = await openRoom(one, { begun: [], done: [], hashes: new Map() });
		await page.evaluate((secret) => room.unlock({ kind: 'recovery', kit: secret }, false), kit);
		return await work(page);
	} finally {
		await one.kill();
	}
}

function addNote(page: Page, folder: string, text: string): Promise<unknown> {
	return page.evaluate(
		(given) => room.addNote(given.folder, { consultation: null, text: given.text, amends: null }),
		{ folder, text }
	);
}

/** Takes bytes from the end of the newest log of the origin's database. */
async function cutLog(profile: string, bytes: number): Promise<void> {
	const all = join(profile, 'Default/IndexedDB');
	const [database = ''] = (await readdir(all)).filter((name) => name.endsWith('.leveldb'));
	const logs = (await readdir(join(all, database))).filter((name) => name.endsWith('.log'));
	const log = join(all, database, logs.toSorted().at(-1) ?? '');
	await truncate(log, (await stat(log)).size - bytes);
}
