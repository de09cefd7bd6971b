import { afterEach, describe, expect, it, vi } from 'vitest';
import {
	AGREED,
	clearVaults,
	close,
	failingStorage,
	freshName,
	kit,
	openVault,
	pattern,
	text
} from '../../../tests/support/vault.ts';
import { isAppError } from '../errors.ts';
import type { Secret } from '../vault/index.ts';
import { flawsIn } from './audit.ts';
import type { Contents } from './folder.ts';
import type { NewIds } from './moving.ts';
import { threadsOf } from './notes.ts';
import { Records } from './records.ts';
import { roomOver } from './room.ts';
import type { Card, Entry, NewPhotograph, NewStudy, PlanContent } from './types.ts';

afterEach(clearVaults);

const CARD: Card = {
	name: 'Zoë Ångström',
	born: { year: 1984 },
	number: '',
	contact: { phone: '', email: '', address: '' },
	nextOfKin: null
};
const LANDMARKS = Array.from({ length: 478 * 3 }, (_, at) => at / 7);

function studyWith(plan: NewStudy['variants']['A']): NewStudy {
	return {
		quarterTurns: 0,
		landmarks: null,
		scale: { irisDiameter: 11.7, pupilDistance: null },
		variants: { A: plan, B: {}, C: {} },
		shown: 'A',
		unlinked: [],
		marks: { strokes: [], folds: [] }
	};
}

function photograph(seed: number): NewPhotograph {
	return {
		photograph: {
			openedAt: seed,
			view: 'frontal',
			standardView: 'front',
			source: 'camera',
			width: 30,
			height: 40,
			observation: { landmarks: LANDMARKS, pose: LANDMARKS.slice(0, 16), blendshapes: null },
			model: 'face-landmarker',
			app: '0.1.0'
		},
		study: studyWith({ jaw_masseter: { left: 0, right: 0 } }),
		bytes: pattern(40_000, seed),
		thumbnail: pattern(700, seed + 1)
	};
}

let clock = 0;
const now = (): number => (clock += 1000);

let free = 10e9;
const space = () => Promise.resolve({ used: 10e9 - free, quota: 10e9 });
afterEach(() => (free = 10e9));

async function made(name = freshName()) {
	const one = openVault(name);
	// Dexie takes it in when it opens.
	const faults = failingStorage(one.database);
	const records = await Records.open(one.vault, await one.vault.create(kit()), now, space);
	return { ...one, name, records, faults };
}

/** The same vault after the app was closed and opened again. */
async function again(one: Omit<Awaited<ReturnType<typeof made>>, 'faults'>) {
	await close(one);
	const next = openVault(one.name);
	const records = await Records.open(next.vault, await next.vault.unlock(kit(), false), now, space);
	return { ...next, name: one.name, records };
}

function of<K extends Entry['kind']>({ entries }: Contents, kind: K) {
	return entries.flatMap(({ id, entry }) =>
		entry.kind === kind ? [{ id, entry: entry as Extract<Entry, { kind: K }> }] : []
	);
}

const everyone = { text: '', treatments: [], dueBy: null };

describe('records', () => {
	it('bring a photograph and what was set on it back to the byte', async () => {
		const one = await made();
		const kept = await one.records.keepPhotograph(null, AGREED, photograph(3));
		const study = studyWith({ jaw_masseter: { left: 3.5, right: 2 } });
		await one.records.keepStudy(kept, study);

		const { records } = await again(one);
		expect(records.directory.anonymous).toMatchObject([
			{ folder: kept.folder, card: null, treatments: ['jaw_masseter'] }
		]);
		const contents = await records.folder(kept.folder);
		const [shot] = of(contents, 'photograph');
		expect(shot).toMatchObject({ id: kept.photograph, entry: photograph(3).photograph });
		expect(of(contents, 'study')).toEqual([
			{ id: kept.study, entry: { kind: 'study', photograph: kept.photograph, ...study } }
		]);
		expect(await records.picture(kept.folder, shot!.entry.asset)).toEqual(pattern(40_000, 3));
		expect(await records.picture(kept.folder, shot!.entry.thumbnail)).toEqual(pattern(700, 4));
	});

	it('find a patient, also after a change of name', async () => {
		const one = await made();
		const folder = await one.records.addPatient(CARD);
		expect(one.records.directory.find({ ...everyone, text: 'angs' })).toHaveLength(1);
		await one.records.setCard(folder, { ...CARD, name: 'Zoë Jones' });
		const { records } = await again(one);
		expect(records.directory.find({ ...everyone, text: 'angs' })).toEqual([]);
		expect(records.directory.find({ ...everyone, text: 'jon' })).toMatchObject([{ folder }]);
	});

	it('keep a second patient only once a recovery kit is confirmed', async () => {
		const one = openVault(freshName());
		const passphrase = (): Secret => ({
			kind: 'passphrase',
			passphrase: text('anna walks to the harbour')
		});
		const records = await Records.open(one.vault, await one.vault.create(passphrase()), now, space);
		const patient = await records.addPatient(CARD);
		await records.setCard(patient, { ...CARD, number: '7' });
		const { folder } = await records.keepPhotograph(null, AGREED, photograph(1));
		const needed = { code: 'vault.kit-needed' };
		await expect(records.addPatient(CARD)).rejects.toMatchObject(needed);
		await expect(records.setCard(folder, CARD)).rejects.toMatchObject(needed);
		const { groups, ask } = await one.vault.prepareKit(passphrase());
		await expect(records.addPatient(CARD)).rejects.toMatchObject(needed);
		await one.vault.confirmKit(ask.map((group) => groups[group] ?? ''));
		await records.setCard(folder, CARD);
		expect(records.directory.find(everyone)).toHaveLength(2);
	});

	it('make an anonymous consultation that of a patient', async () => {
		const one = await made();
		const { folder } = await one.records.keepPhotograph(null, AGREED, photograph(1));
		await one.records.setCard(folder, CARD);
		const { records } = await again(one);
		expect(records.directory.anonymous).toEqual([]);
		const [row] = records.directory.recent(5, new Set());
		expect(row).toMatchObject({ folder, card: CARD });
		expect(row?.thumbnail).toBe(of(await records.folder(folder), 'photograph')[0]?.entry.thumbnail);
	});

	it('move an anonymous visit into a patient’s file, once, however often it is interrupted', async () => {
		const one = await made();
		const patient = await one.records.addPatient(CARD);
		const old = await one.records.keepPhotograph(patient, AGREED, photograph(1));
		const draft = await one.records.keepPhotograph(null, AGREED, photograph(2));
		const { folder, consultation } = draft;
		await one.records.keepStudy(draft, studyWith({ jaw_masseter: { left: 2, right: 2 } }));
		const first = await one.records.addNote(folder, { consultation, text: 'a', amends: null });
		await one.records.addNote(folder, { consultation, text: 'b', amends: first });
		const { faults } = one;
		let ids: NewIds | null = null;
		let failures = 0;
		for (let n = 1; ids === null; n++) {
			faults.arm(n, n % 2 === 0 ? 'before' : 'after');
			ids = await one.records.attach(folder, patient).catch((error: unknown) => {
				// The move itself is done; only the second copy of the head, or its trail, failed.
				if (isAppError(error, 'vault.not-found')) return {};
				expect(isAppError(error)).toBe(true);
				failures += 1;
				return null;
			});
			faults.disarm();
		}
		expect(failures).toBeGreaterThan(3);

		const { records } = await again(one);
		expect(records.directory.anonymous).toEqual([]);
		expect(records.directory.find({ ...everyone, text: 'zoe' })).toMatchObject([
			{ folder: patient, card: CARD, treatments: ['jaw_masseter'] }
		]);
		const contents = await records.folder(patient);
		expect(of(contents, 'consultation')).toHaveLength(2);
		const shots = of(contents, 'photograph');
		expect(shots).toHaveLength(2);
		const shot = shots.find(({ id }) => id !== old.photograph);
		expect(await records.picture(patient, shot!.entry.asset)).toEqual(pattern(40_000, 2));
		const study = of(contents, 'study').find(({ entry }) => entry.photograph === shot?.id);
		expect(study?.entry.variants.A).toEqual({ jaw_masseter: { left: 2, right: 2 } });
		const notes = of(contents, 'note').map(({ id, entry }) => ({ id, note: entry }));
		expect(threadsOf(notes)).toMatchObject([
			{ latest: { note: { text: 'b' } }, earlier: [{ note: { text: 'a' } }] }
		]);
		expect(notes[0]?.note.consultation).toBe(shot?.entry.consultation);
		const rows = of(contents, 'audit').map(({ entry }) => entry);
		expect(await flawsIn(rows, null)).toEqual([]);
	});

	it('put a second photograph into the same consultation', async () => {
		const { records } = await made();
		const first = await records.keepPhotograph(null, AGREED, photograph(1));
		const second = await records.keepPhotograph(first.folder, first.consultation, photograph(2));
		expect(second).toMatchObject({ folder: first.folder, consultation: first.consultation });
		const contents = await records.folder(first.folder);
		expect(of(contents, 'consultation')).toHaveLength(1);
		expect(of(contents, 'photograph')).toHaveLength(2);
	});

	it('list what all photographs of a folder show, and open it for that once', async () => {
		const one = await made();
		const jaw = { jaw_masseter: { left: 2, right: 2 } };
		const lips = { lip_upper_height: { left: 1, right: 1 } };
		const first = await one.records.keepPhotograph(null, AGREED, photograph(1));
		await one.records.keepStudy(first, studyWith(jaw));
		const second = await one.records.keepPhotograph(first.folder, AGREED, photograph(2));
		const { records, vault } = await again(one);
		const open = vi.spyOn(vault, 'records');
		const listed = () => records.directory.anonymous[0]?.treatments;
		await records.keepStudy(second, studyWith(lips));
		expect(listed()).toEqual(['jaw_masseter', 'lip_upper_height']);
		await records.keepStudy(second, studyWith({}));
		expect(listed()).toEqual(['jaw_masseter']);
		await records.keepStudy(first, studyWith({}));
		expect(listed()).toEqual([]);
		expect(open).toHaveBeenCalledTimes(1);
	});

	it('keep one plan for all photographs of a visit, and none of another visit', async () => {
		const one = await made();
		const jaw = { jaw_masseter: { left: 2, right: 2 } };
		const lips = { lip_upper_height: { left: 1, right: 1 } };
		const front = await one.records.keepPhotograph(null, AGREED, photograph(1));
		const { folder, consultation } = front;
		const side = await one.records.keepPhotograph(folder, consultation, {
			...photograph(2),
			study: { ...studyWith(jaw), quarterTurns: 1 }
		});
		const later = await one.records.keepPhotograph(folder, AGREED, photograph(3));
		const { records } = await again(one);
		const variantsOf = async (kept: { photograph: string }) =>
			(await records.reopen(folder, kept.photograph)).study;
		expect(await variantsOf(front)).toMatchObject({ ...studyWith(jaw), quarterTurns: 0 });
		await records.keepStudy(front, { ...studyWith(lips), shown: 'B' });
		expect(await variantsOf(side)).toMatchObject({
			...studyWith(lips),
			shown: 'B',
			quarterTurns: 1
		});
		expect(await variantsOf(later)).toMatchObject(photograph(3).study);
		expect(await records.planOf(front)).toMatchObject({ variants: studyWith(lips).variants });
		expect(await records.planOf({ folder, consultation: 'f'.repeat(32) })).toBeNull();
		const { beside } = await records.reopen(folder, front.photograph);
		expect(beside.map(({ study }) => study)).toEqual([await variantsOf(side)]);
		const all = await records.studiedOf(front);
		expect(all.map(({ study }) => study.photograph).sort()).toEqual(
			[front.photograph, side.photograph].sort()
		);
	});

	it('begin a visit with what was agreed to, and keep what was said in it', async () => {
		const one = await made();
		const guardian = { name: 'Max', relation: 'father' };
		const visit = await one.records.beginVisit(null, { words: 1, guardian });
		const concern = { area: 'lips', at: [-4.5, 38.25], text: 'they turn down' } as const;
		await one.records.visits.setConcerns(visit, [concern, concern]);
		await one.records.visits.setConcerns(visit, [concern]);
		await one.records.setTreatedOn(visit, '2026-12-01');
		const { records } = await again(one);
		const contents = await records.folder(visit.folder);
		expect(of(contents, 'consultation')).toMatchObject([
			{ id: visit.consultation, entry: { treatedOn: '2026-12-01' } }
		]);
		const { consultation } = visit;
		expect(of(contents, 'consent')).toMatchObject([
			{ entry: { consultation, words: 1, guardian } }
		]);
		expect(of(contents, 'concerns')).toMatchObject([{ entry: { consultation, list: [concern] } }]);
		expect(records.directory.anonymous).toHaveLength(1);
	});

	it('keep a treatment plan, also of a visit that becomes a patient’s', async () => {
		const one = await made();
		const visit = await one.records.beginVisit(null, AGREED);
		const [mark, item] = ['1'.repeat(32), '2'.repeat(32)];
		const anchor = { on: [4, 5, 51], weights: [0.25, 0.5, 0.25], away: null } as const;
		const plan: PlanContent = {
			marks: [{ id: mark, shape: 'point', at: [anchor], item, note: 'deep' }],
			items: [
				{
					id: item,
					treatment: 'lip_upper_height',
					product: 'Filler',
					gtin: '09501101530003',
					amount: 0.55,
					unit: 'mL',
					site: 'upper lip',
					lot: 'A1',
					expiry: '2027-02-28'
				}
			],
			note: 'in two sittings',
			quote: { currency: 'GBP', lines: [{ text: 'Filler', price: 250 }] }
		};
		await one.records.visits.setTreatmentPlan(visit, { ...plan, note: '' });
		await one.records.visits.setTreatmentPlan(visit, plan);
		await one.records.addPatient(CARD);
		const [patient] = one.records.directory.find(everyone);
		const ids = await one.records.attach(visit.folder, patient!.folder);
		const { records } = await again(one);
		const kept = of(await records.folder(patient!.folder), 'treatment-plan');
		expect(kept).toMatchObject([{ entry: { consultation: ids[visit.consultation], ...plan } }]);
		const wrong = { ...plan, marks: [{ ...plan.marks[0]!, at: [{ ...anchor, on: [4, 5, 468] }] }] };
		const moved = { folder: patient!.folder, consultation: ids[visit.consultation]! };
		await expect(
			records.visits.setTreatmentPlan(moved, wrong as unknown as PlanContent)
		).rejects.toMatchObject({ code: 'unexpected' });
	});

	it('take no photograph where little space is left, but notes, and erase', async () => {
		const { records } = await made();
		const folder = await records.addPatient(CARD);
		const { folder: nameless } = await records.keepPhotograph(null, AGREED, photograph(2));
		free = 0.9e9;
		await expect(records.keepPhotograph(folder, AGREED, photograph(1))).rejects.toMatchObject({
			code: 'vault.no-space'
		});
		await records.addNote(folder, { consultation: null, text: 'x', amends: null });
		expect(of(await records.folder(folder), 'photograph')).toEqual([]);
		await records.erase(nameless);
		free = 1.1e9;
		const { folder: next } = await records.keepPhotograph(null, AGREED, photograph(1));
		expect(next).not.toBe(nameless);
	});

	it('ask for a follow-up by the newest consultation only', async () => {
		const { records } = await made();
		const folder = await records.addPatient(CARD);
		const old = await records.keepPhotograph(folder, AGREED, photograph(1));
		await records.setFollowUp(old, '2026-12-01');
		const due = () => records.directory.find({ ...everyone, dueBy: '2027-12-31' });
		expect(due()).toHaveLength(1);
		const newest = await records.keepPhotograph(folder, AGREED, photograph(2));
		expect(due()).toEqual([]);
		await records.setFollowUp(old, '2026-12-05');
		expect(due()).toEqual([]);
		await records.setFollowUp(newest, '2027-01-15');
		expect(due()).toMatchObject([{ folder, followUp: '2027-01-15' }]);
	});

	it('amend a note and keep the text before it', async () => {
		const one = await made();
		const folder = await one.records.addPatient(CARD);
		const first = await one.records.addNote(folder, {
			consultation: null,
			text: 'wants more',
			amends: null
		});
		await one.records.addNote(folder, { consultation: null, text: 'wants less', amends: first });
		const { records } = await again(one);
		const notes = of(await records.folder(folder), 'note').map(({ id, entry }) => ({
			id,
			note: entry
		}));
		expect(threadsOf(notes)).toMatchObject([
			{ latest: { note: { text: 'wants less' } }, earlier: [{ note: { text: 'wants more' } }] }
		]);
	});

	it('write an audit trail that holds, over a restart', async () => {
		const one = await made();
		const { folder } = await one.records.keepPhotograph(null, AGREED, photograph(1));
		await one.records.setCard(folder, CARD);
		const { records } = await again(one);
		await records.addNote(folder, { consultation: null, text: 'x', amends: null });
		const rows = of(await records.folder(folder), 'audit').map(({ entry }) => entry);
		const deeds = rows.toSorted((a, b) => a.n - b.n).map(({ deed }) => deed);
		expect(deeds).toEqual(['photograph-kept', 'card-changed', 'note-added']);
		expect(await flawsIn(rows, null)).toEqual([]);
	});

	it('erase a folder and say so without a name', async () => {
		const one = await made();
		const { clinic } = await one.vault.status().then(() => one.vault.unlock(kit(), true));
		const own = await Records.open(one.vault, await one.vault.unlock(kit(), true), now, space);
		const folder = await own.addPatient(CARD);
		await own.erase(folder);
		expect(own.directory.find(everyone)).toEqual([]);
		const { records } = await again(one);
		expect(records.directory.find(everyone)).toEqual([]);
		await expect(records.folder(folder)).rejects.toMatchObject({ code: 'vault.not-found' });
		const rows = of(await records.folder(clinic), 'audit');
		expect(rows).toMatchObject([{ entry: { deed: 'folder-erased', record: folder } }]);
		expect(JSON.stringify(rows)).not.toMatch(/Zo/);
	});

	it('erase and say so in one transaction, whichever operation fails', async () => {
		const { records, vault, database, faults } = await made();
		const clinic = (await database.recs.toCollection().first())!.scope;
		const trail = async () => of(await records.folder(clinic), 'audit').map(({ entry }) => entry);
		let failures = 0;
		for (const fault of ['before', 'after'] as const) {
			for (let n = 1; n <= 24; n++) {
				const folder = await records.addPatient(CARD);
				const tracesOf = async () =>
					(await trail()).filter(({ record }) => record === folder).length;
				faults.arm(n, fault);
				const isSaid = await records.erase(folder).then(
					() => true,
					() => false
				);
				faults.disarm();
				const isErased = vault.erasures().some(({ scope }) => scope === folder);
				expect(await tracesOf()).toBe(isErased ? 1 : 0);
				if (isSaid) expect(isErased).toBe(true);
				else {
					failures += 1;
					await records.erase(folder);
					expect(await tracesOf()).toBe(1);
				}
			}
		}
		expect(failures).toBeGreaterThan(20);
		expect(records.directory.find(everyone)).toEqual([]);
		expect(await flawsIn(await trail(), null)).toEqual([]);
	});

	it('show a folder whose cover is damaged, with all that is in it', async () => {
		const one = await made();
		const kept = await one.records.keepPhotograph(null, AGREED, photograph(1));
		await one.records.setCard(kept.folder, CARD);
		const contents = await one.records.folder(kept.folder);
		const [cover] = of(contents, 'cover');
		await one.database.recs.update(cover!.id, { body: new Uint8Array(300) });

		const { records } = await again(one);
		expect([...records.damaged]).toEqual([kept.folder]);
		expect(records.directory.anonymous).toMatchObject([{ folder: kept.folder }]);
		const left = await records.folder(kept.folder);
		expect(left.unreadable).toBe(1);
		expect(of(left, 'photograph')).toHaveLength(1);
		await records.setCard(kept.folder, CARD);
		const rows = of(await records.folder(kept.folder), 'audit').map(({ entry }) => entry);
		expect(await flawsIn(rows, null)).toEqual([]);
	});

	it('use a folder that was made and never written', async () => {
		const one = await made();
		const unused = await one.vault.createScope();
		const { records } = await again(one);
		expect(records.directory.find(everyone)).toEqual([]);
		expect(await records.addPatient(CARD)).toBe(unused);
	});

	it('go on from what is on the disk where a change failed', async () => {
		const { records, faults } = await made();
		const folder = await records.addPatient(CARD);
		let failures = 0;
		const note = (text: string) => ({ consultation: null, text, amends: null });
		// Enough for every operation of one change to fail once, written or not.
		for (const fault of ['before', 'after'] as const) {
			for (let n = 1; n <= 12; n++) {
				faults.arm(n, fault);
				await records.addNote(folder, note(`${fault} ${String(n)}`)).catch((error: unknown) => {
					expect(isAppError(error)).toBe(true);
					failures += 1;
				});
				faults.disarm();
			}
		}
		expect(failures).toBeGreaterThan(6);
		await records.addNote(folder, note('last'));
		const contents = await records.folder(folder);
		const rows = of(contents, 'audit').map(({ entry }) => entry);
		expect(await flawsIn(rows, null)).toEqual([]);
		expect(rows.filter(({ deed }) => deed === 'note-added')).toHaveLength(
			of(contents, 'note').length
		);
		expect(of(contents, 'note').map(({ entry }) => entry.text)).toContain('last');
	});
});

describe('a backup', () => {
	it('is on record once it was found whole, and so is a restore', async () => {
		const one = openVault(freshName());
		const { room } = roomOver(one.vault, now);
		const { person } = await room.create(kit(), 'Ana');
		expect(await room.backupFacts()).toEqual({ last: null, ownerKey: null });
		const chunks: Uint8Array<ArrayBuffer>[] = [];
		const make = (): Promise<void> =>
			room.makeBackup(null, (chunk) => {
				chunks.push(chunk);
				return Promise.resolve();
			});
		await expect(make()).rejects.toThrow('vault.not-found');
		const { identity, recipient } = await room.newOwnerKey();
		for (const wrong of ['', 'age1', identity, recipient.slice(1), `${recipient}q`]) {
			await expect(room.setOwnerKey(wrong)).rejects.toThrow('backup.key-mistyped');
		}
		await room.setOwnerKey(recipient);
		await make();
		expect((await room.backupFacts()).last).toBe(null);
		const file = new Blob(chunks);
		const told: string[] = [];
		await room.checkBackup(file, () => Promise.resolve());
		const last = { kind: 'backup', at: clock - 1000, by: person, bytes: file.size };
		expect(await room.backupFacts()).toMatchObject({ last, ownerKey: recipient });
		expect(await room.backupLock(file)).toBe('owner-key');
		await close(one);

		const next = openVault(freshName());
		const other = roomOver(next.vault, now).room;
		const key = { secret: kit(), identity };
		const opened = await other.restore(file, key, (stage) => {
			told.push(stage);
			return Promise.resolve();
		});
		expect(opened.people.map(({ name }) => name)).toEqual(['Ana']);
		expect(told).toContain('checking');
		const { entries } = await other.folder((await next.vault.unlock(kit(), false)).clinic);
		const deeds = entries
			.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry] : []))
			.toSorted((a, b) => a.n - b.n);
		// The backup is older than the note that it was made.
		expect(deeds.map(({ deed }) => deed)).toEqual([
			'person-named',
			'owner-key-set',
			'backup-restored'
		]);
		expect(await flawsIn(deeds, null)).toEqual([]);
	});
});
