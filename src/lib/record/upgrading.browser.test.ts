/**
 * A schema that is made up follows today's: notes can be pinned, and a study says how it is lit. A vault
 * that is frozen is brought there, whatever happens on the way.
 */
import type { DBCore } from 'dexie';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { thaw, type FrozenVault } from '../../../tests/fixtures/vault/frozen.ts';
import version2 from '../../../tests/fixtures/vault/version-2.json' with { type: 'json' };
import { refusalOf } from '../../../tests/support/refusal.ts';
import {
	abandon,
	clearVaults,
	close,
	failingStorage,
	freshName,
	openVault,
	rawRows,
	text,
	type Opened
} from '../../../tests/support/vault.ts';
import { newId } from '../vault/index.ts';
import type { RecordRow } from '../vault/store.ts';
import { decodeEntry } from './codec.ts';
import type { Contents } from './folder.ts';
import { Records } from './records.ts';
import type * as Schema from './schema.ts';

vi.mock('./schema.ts', async (original) => {
	const schema = await original<typeof Schema>();
	const { noteSchema, studySchema, entrySchema, RECORD_VERSION } = schema;
	const changed = [
		v.object({ ...noteSchema.entries, pinned: v.boolean() }),
		v.object({ ...studySchema.entries, light: v.number() })
	];
	const others = entrySchema.options.filter(
		({ entries }) => !['note', 'study'].includes(entries.kind.literal)
	);
	return {
		...schema,
		RECORD_VERSION: RECORD_VERSION + 1,
		UPGRADES: {
			...schema.UPGRADES,
			[RECORD_VERSION]: {
				note: (old: object) => ({ ...old, pinned: false }),
				study: (old: object) => ({ ...old, light: 0.5 })
			}
		},
		entrySchema: v.variant('kind', [...changed, ...others] as never)
	};
});

const FROZEN = version2 as unknown as FrozenVault;
const [PATIENT, ANONYMOUS] = FROZEN.folders.map(({ folder }) => folder) as [string, string];
const MORE = 6;
/** What today's schema changes, and the made up one. */
const CHANGED = ['consultation', 'photograph', 'note', 'study'];
/**
 * Two notes of the patient, a visit with its photograph and study in both folders, the place where somebody
 * was, and the notes that are added here.
 */
const OLD = 2 + 6 + 1 + MORE;

const secret = () => ({ kind: 'recovery', kit: FROZEN.kit }) as const;

let name: string;
/** Of what the next schema changes. */
let old: ReadonlySet<string>;

type Open = Opened & { readonly records: Records };

async function opened(one = openVault(name)): Promise<Open> {
	const found = await one.vault.unlock(secret(), false);
	const space = (): Promise<null> => Promise.resolve(null);
	return { ...one, records: await Records.open(one.vault, found, Date.now, space) };
}

beforeEach(async () => {
	name = freshName();
	await thaw(FROZEN, name);
	const one = openVault(name);
	const { person, clinic } = await one.vault.unlock(secret(), false);
	const note = { version: 1, kind: 'note', consultation: null, at: 1, by: person, amends: null };
	const added = Array.from({ length: MORE }, (_, at) => ({
		id: newId(),
		content: text(JSON.stringify({ ...note, text: `older ${at}` }))
	}));
	await one.vault.save(PATIENT, { records: added, assets: [] });
	const { records: ofClinic } = await one.vault.records(clinic);
	const places = ofClinic.filter(({ content }) => decodeEntry(content).kind === 'place');
	await close(one);
	const frozen = FROZEN.folders
		.flatMap(({ entries }) => entries)
		.filter(({ entry }) => CHANGED.includes(entry.kind));
	old = new Set([...frozen, ...places, ...added].map(({ id }) => id));
	expect(old.size).toBe(OLD);
});

afterEach(clearVaults);

/** How often each of them was written. */
async function revisions(): Promise<ReadonlyMap<string, number>> {
	const rows = (await rawRows(name)).get('recs') as readonly RecordRow[];
	return new Map(rows.filter(({ id }) => old.has(id)).map(({ id, rev }) => [id, rev]));
}

/** How many of those that were there are written once more; none is twice. */
async function renewedSince(before: ReadonlyMap<string, number>): Promise<number> {
	const after = await revisions();
	const times = [...before].map(([id, rev]) => (after.get(id) ?? 0) - rev);
	expect(times.every((count) => count === 0 || count === 1)).toBe(true);
	return times.filter((count) => count === 1).length;
}

function expectNewest({ entries, unreadable }: Contents): void {
	expect(unreadable).toBe(0);
	const ofKind = (kind: string) => entries.filter(({ entry }) => entry.kind === kind);
	for (const { entry } of ofKind('note')) expect(entry).toMatchObject({ pinned: false });
	for (const { entry } of ofKind('study')) expect(entry).toMatchObject({ light: 0.5 });
	expect(ofKind('study')).toHaveLength(1);
}

/** Its page is closed in the middle of the `write`-th transaction of its upgrade. */
async function killedAt(write: number): Promise<void> {
	const one = openVault(name);
	let writes = -Infinity;
	one.database.use({
		stack: 'dbcore',
		create: (down: DBCore) => ({
			...down,
			table: (table: string) => ({
				...down.table(table),
				mutate: (request) => {
					if (table === 'recs' && ++writes === write) abandon(one);
					return down.table(table).mutate(request);
				}
			})
		})
	});
	const { records } = await opened(one);
	writes = 0;
	expect(await refusalOf(records.upgrade(), 'done')).not.toBe('done');
	// What a page held ends with it.
	await navigator.locks.request(name, { steal: true }, () => undefined);
}

describe('records of an older schema', () => {
	it('are read as today’s, and written so one by one in the background', async () => {
		const before = await revisions();
		const { records } = await opened();
		expectNewest(await records.folder(PATIENT));
		expect(await renewedSince(before)).toBe(0);
		expect(await records.upgrading()).toBeNull();
		const running = records.upgrade();
		// Whoever asks at once is told, too, and sees it come nearer.
		const told = [];
		let now = await records.upgrading();
		for (; now !== null; now = await records.upgrading()) told.push(now);
		expect(told[0]).toEqual({ done: 0, of: 3 });
		expect(told.at(-1)).toEqual({ done: 2, of: 3 });
		expectNewest(await records.folder(PATIENT));
		await running;
		expect(records.upgraded).toEqual({ done: 3, of: 3 });
		expect(await renewedSince(before)).toBe(OLD);
		for (const folder of [PATIENT, ANONYMOUS]) expectNewest(await records.folder(folder));
	});

	it('are looked for only until all of them were found, and again after a restore', async () => {
		const first = await opened();
		await first.records.upgrade();
		await close(first);
		const { records } = await opened();
		await records.upgrade();
		expect(records.upgraded).toBeNull();
		await records.noteRestore();
		await records.upgrade();
		expect(records.upgraded).toEqual({ done: 3, of: 3 });
	});

	it('do not take the place of what is saved meanwhile', async () => {
		const { records } = await opened();
		const { entries } = await records.folder(PATIENT);
		const photograph = entries.find(({ entry }) => entry.kind === 'photograph')!.id;
		const { kept, study } = await records.reopen(PATIENT, photograph);
		const running = records.upgrade();
		const saves = Array.from({ length: 5 }, (_, at) =>
			records.keepStudy(kept, { ...study, shown: at % 2 === 0 ? 'B' : 'C', unlinked: [`${at}`] })
		);
		await Promise.all([running, ...saves]);
		const after = await records.reopen(PATIENT, photograph);
		expect(after.study).toMatchObject({ shown: 'B', unlinked: ['4'], light: 0.5 });
	});

	it('are gone on with after the app was killed at any of them', async () => {
		const before = await revisions();
		let renewed = 0;
		let lives = 0;
		while (renewed < OLD - 3) {
			await killedAt(2);
			const now = await renewedSince(before);
			// The one that was cut off may have been made or not.
			expect([renewed + 1, renewed + 2]).toContain(now);
			renewed = now;
			lives += 1;
			const { vault, database, records } = await opened();
			for (const folder of [PATIENT, ANONYMOUS]) expectNewest(await records.folder(folder));
			await close({ vault, database });
		}
		expect(lives).toBeGreaterThan(2);
		const { records } = await opened();
		await records.upgrade();
		expect(await renewedSince(before)).toBe(OLD);
	});

	it('stay as they are where the storage fails, and are tried again', async () => {
		const before = await revisions();
		for (let n = 1; n < 400; n += 23) {
			const one = openVault(name);
			const faults = failingStorage(one.database);
			const { records } = await opened(one);
			faults.arm(n, 'abort');
			await refusalOf(records.upgrade(), 'done');
			faults.disarm();
			// Nobody is told that it goes on.
			expect(await records.upgrading()).toBeNull();
			for (const folder of [PATIENT, ANONYMOUS]) expectNewest(await records.folder(folder));
			await close(one);
		}
		const { records } = await opened();
		await records.upgrade();
		expect(await renewedSince(before)).toBe(OLD);
	});
});
