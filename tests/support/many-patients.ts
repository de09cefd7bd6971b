/**
 * A vault of thousands: sealed here by the app's own modules and put into the tables of the locked
 * vault, as typing them in would take hours.
 */
import type { Page } from 'playwright';
import { encodeEntry } from '../../src/lib/record/codec.ts';
import { derivedId } from '../../src/lib/record/derived-id.ts';
import type { Cover } from '../../src/lib/record/types.ts';
import { openHead, ringHome } from '../../src/lib/vault/head.ts';
import { newId } from '../../src/lib/vault/ids.ts';
import { createRing, joinRings, moveRing, type RingAt } from '../../src/lib/vault/keys.ts';
import { readMeta, writeMeta } from '../../src/lib/vault/meta.ts';
import { passphraseBytes } from '../../src/lib/vault/passphrase-bytes.ts';
import { sealManifest, sealRecord } from '../../src/lib/vault/scope.ts';
import { openSlot } from '../../src/lib/vault/slots.ts';
import type { MetaRow, RecordRow, RingRow } from '../../src/lib/vault/store.ts';
import type { ScopeId } from '../../src/lib/vault/types.ts';

const DATABASE = 'vultus-vault';
const PORTION = 1000;
const DAY = 86_400_000;

type Rows = Readonly<Record<string, readonly object[]>>;
type Ring = RingAt & { readonly scopes: ReadonlySet<ScopeId> };

/** Bytes cross to the page as text. */
const asText = (_key: string, value: unknown): unknown =>
	value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value;

async function put(page: Page, rows: Rows): Promise<void> {
	await page.evaluate(
		async ([name, text]) => {
			const revived = JSON.parse(text, (_key, value: { bytes?: string } | null) =>
				typeof value?.bytes === 'string' ? Uint8Array.fromBase64(value.bytes) : value
			) as Rows;
			const database = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
			});
			const putting = database.transaction(Object.keys(revived), 'readwrite');
			for (const [table, all] of Object.entries(revived)) {
				for (const row of all) putting.objectStore(table).put(row);
			}
			await new Promise((resolve) => (putting.oncomplete = resolve));
			database.close();
		},
		[DATABASE, JSON.stringify(rows, asText)] as const
	);
}

async function headOf(page: Page): Promise<{ readonly meta: MetaRow; readonly ring: RingRow }> {
	const text = await page.evaluate(async (name) => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
		});
		const rows = (table: string): Promise<object[]> =>
			new Promise((resolve) => {
				const request = database.transaction(table).objectStore(table).getAll();
				request.onsuccess = () => resolve(request.result as object[]);
			});
		const found = { meta: (await rows('meta'))[0], ring: (await rows('ring'))[0] };
		database.close();
		return JSON.stringify(found, (_key, value: unknown) =>
			value instanceof Uint8Array ? { bytes: value.toBase64() } : value
		);
	}, DATABASE);
	return JSON.parse(text, (_key, value: { bytes?: string } | null) =>
		typeof value?.bytes === 'string' ? new Uint8Array(Buffer.from(value.bytes, 'base64')) : value
	) as { readonly meta: MetaRow; readonly ring: RingRow };
}

/** No two alike, and every typed letter of a name leaves fewer. */
export function nameOf(at: number): string {
	const syllables = ['an', 'be', 'co', 'da', 'el', 'fi', 'gu', 'ha', 'il', 'jo'];
	const spelt = String(at)
		.padStart(4, '0')
		.replace(/\d/g, (digit) => syllables[Number(digit)] ?? '');
	return `${spelt[0]!.toUpperCase()}${spelt.slice(1)} ${at % 2 === 0 ? 'Okafor' : 'Lindqvist'}`;
}

function coverOf(at: number): Cover {
	const lastVisit = Date.UTC(2026, 0, 1) - at * DAY;
	return {
		kind: 'cover',
		card: {
			name: nameOf(at),
			born: { year: 1940 + (at % 70) },
			number: String(10_000 + at),
			contact: { phone: '+44 20 7946 0000', email: `p${String(at)}@example.com`, address: '' },
			nextOfKin: null
		},
		startedAt: lastVisit,
		lastVisit,
		followUp: null,
		treatments: at % 3 === 0 ? ['lip_upper_volume', 'jaw_masseter'] : [],
		thumbnail: null,
		trail: { n: 2, hash: '0'.repeat(64) }
	};
}

/** Two by two: one after the other, each would seal all that is there already once more. */
async function joined(rings: readonly Ring[]): Promise<Ring> {
	const [first, second] = rings;
	if (first === undefined) throw new RangeError('no rings');
	if (second === undefined) return first;
	const half = rings.length >> 1;
	const [one, other] = [await joined(rings.slice(0, half)), await joined(rings.slice(half))];
	const sealed = await joinRings(one, other, one.home, other.scopes);
	return { ...one, sealed, scopes: new Set([...one.scopes, ...other.scopes]) };
}

/** To be called while the vault is locked. */
export async function addPatients(page: Page, passphrase: string, count: number): Promise<void> {
	const { meta: row, ring: ringRow } = await headOf(page);
	const meta = await readMeta(row);
	if (meta === null) throw new Error('the head is damaged');
	const { vault, epoch, slots } = meta;
	const secret = { kind: 'passphrase', passphrase: passphraseBytes(passphrase) } as const;
	const { vaultKey } = await openSlot(vault, epoch, slots, secret);
	const head = await openHead({ head: { meta: row, ring: ringRow }, meta }, vaultKey, '');
	if (head === null) throw new Error('the ring is damaged');
	const home = ringHome(vault, head.ringKey, head.gen);
	const rings: Ring[] = [{ home, sealed: head.sealedRing, scopes: new Set() }];
	const before = head.ring.scopes.size;
	for (let from = 0; from < count; from += PORTION) {
		const recs: RecordRow[] = [];
		for (let at = from; at < Math.min(count, from + PORTION); at++) {
			const scope = newId();
			const { sealedRing, key } = await createRing(home, scope);
			rings.push({ home, sealed: sealedRing, scopes: new Set([scope]) });
			const opened = { vault, scope, key };
			const id = await derivedId(`cover of ${scope}`);
			const manifest = { rev: 2, records: new Map([[id, 1]]), assets: new Map() };
			recs.push(await sealManifest(opened, manifest));
			const content = encodeEntry(coverOf(before + at - 1));
			recs.push(await sealRecord(opened, { id, content }, 1));
		}
		await put(page, { recs });
	}
	const gen = head.gen + 1;
	const all = await joined(rings);
	const to = ringHome(vault, head.ringKey, gen);
	const sealed = await moveRing(all.home, all.sealed, to);
	const copies = ['A', 'B'] as const;
	await put(page, {
		meta: await Promise.all(copies.map((copy) => writeMeta(copy, gen, meta))),
		ring: copies.map((id) => ({ id, gen, body: sealed }))
	});
}
