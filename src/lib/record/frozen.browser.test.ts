/** A vault of every schema that was released opens today, with everything in it, and goes on. */
import { afterEach, describe, expect, it } from 'vitest';
import { thaw, type FrozenVault } from '../../../tests/fixtures/vault/frozen.ts';
import version1 from '../../../tests/fixtures/vault/version-1.json' with { type: 'json' };
import version2 from '../../../tests/fixtures/vault/version-2.json' with { type: 'json' };
import version3 from '../../../tests/fixtures/vault/version-3.json' with { type: 'json' };
import version4 from '../../../tests/fixtures/vault/version-4.json' with { type: 'json' };
import version5 from '../../../tests/fixtures/vault/version-5.json' with { type: 'json' };
import version6 from '../../../tests/fixtures/vault/version-6.json' with { type: 'json' };
import { clearVaults, close, freshName, openVault } from '../../../tests/support/vault.ts';
import type { Secret } from '../vault/index.ts';
import { flawsIn } from './audit.ts';
import type { Kept } from './folder.ts';
import { Records } from './records.ts';

afterEach(clearVaults);

const RELEASED = (
	[version1, version2, version3, version4, version5, version6] as unknown as FrozenVault[]
).map((frozen, at) => ({ ...frozen, name: at + 1 }));
/** IndexedDB's; raised with the tables, when another vault is frozen. */
const NEWEST = 30;

const KINDS = ['audit', 'consultation', 'cover', 'note', 'photograph', 'study'];
/** Since the fourth. */
const LATER_KINDS = ['concerns', 'consent'];
/** Since the fifth. */
const LATEST_KINDS = [
	'answers',
	'card-change',
	'handover',
	'postponement',
	'referral',
	'signature',
	'statement',
	'talk',
	'treatment-plan',
	'withdrawal'
];
/** Since the sixth. */
const OFFICE_KINDS = [
	'complaint',
	'complaint-step',
	'disclosure',
	'hold',
	'purpose',
	'release',
	'request',
	'request-step',
	'restriction'
];

const secretsOf = ({ passphrase, kit }: FrozenVault): readonly Secret[] => [
	{ kind: 'passphrase', passphrase: new TextEncoder().encode(passphrase) },
	{ kind: 'recovery', kit }
];

/** As the schema that followed has it; written down here, and not taken from there. */
const LATER: Readonly<Record<string, object>> = {
	consultation: { treatedOn: null },
	photograph: { standardView: null, source: null }
};
const asToday = ({ id, entry }: Kept) => ({ id, entry: { ...LATER[entry.kind], ...entry } });

async function opened(name: string, secret: Secret) {
	const one = openVault(name);
	const found = await one.vault.unlock(secret, false);
	const space = (): Promise<null> => Promise.resolve(null);
	return { one, found, records: await Records.open(one.vault, found, Date.now, space) };
}

describe.each(RELEASED)('the vault that was frozen as version $name', (frozen) => {
	it('opens by each of its ways in, with all that is in it', async () => {
		const name = freshName();
		await thaw(frozen, name);
		for (const secret of secretsOf(frozen)) {
			const { one, found, records } = await opened(name, secret);
			expect(one.database.verno * 10).toBe(NEWEST);
			expect(records.people).toEqual(frozen.people);
			expect(found.scopes.toSorted()).toEqual(
				[found.clinic, ...frozen.folders.map(({ folder }) => folder)].toSorted()
			);
			for (const { folder, entries, pictures } of frozen.folders) {
				const contents = await records.folder(folder);
				expect(contents).toEqual({ entries: entries.map(asToday), unreadable: 0 });
				for (const [asset, base64] of Object.entries(pictures)) {
					expect((await records.picture(folder, asset)).toBase64()).toBe(base64);
				}
				const rows = entries.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry] : []));
				expect(await flawsIn(rows, null)).toEqual([]);
			}
			const clinic = await records.folder(found.clinic);
			expect(clinic.unreadable).toBe(0);
			expect(await records.place()).toMatchObject({ screen: 'patient' });
			expect(records.directory.anonymous).toHaveLength(1);
			expect(one.vault.erasures()).toHaveLength(1);
			expect(one.vault.quarantined()).toEqual([]);
			await close(one);
		}
	});

	it('holds an entry of every kind', () => {
		const kinds = frozen.folders.flatMap(({ entries }) => entries.map(({ entry }) => entry.kind));
		const known = [
			...KINDS,
			...(frozen.name < 4 ? [] : LATER_KINDS),
			...(frozen.name < 5 ? [] : LATEST_KINDS),
			...(frozen.name < 6 ? [] : OFFICE_KINDS)
		];
		expect([...new Set(kinds)].toSorted()).toEqual(known.toSorted());
	});

	it('is gone on with', async () => {
		const name = freshName();
		await thaw(frozen, name);
		const [, kit] = secretsOf(frozen) as readonly [Secret, Secret];
		const [{ folder, entries }] = frozen.folders as readonly [FrozenVault['folders'][0]];
		const before = await opened(name, kit);
		const note = await before.records.addNote(folder, {
			consultation: null,
			text: 'written by the app of today',
			amends: null
		});
		await close(before.one);
		const { records } = await opened(name, kit);
		const contents = await records.folder(folder);
		// The note and its row of the audit trail.
		expect(contents.entries).toHaveLength(entries.length + 2);
		expect(contents.entries.find(({ id }) => id === note)?.entry).toMatchObject({
			text: 'written by the app of today'
		});
		expect(contents.unreadable).toBe(0);
	});
});
