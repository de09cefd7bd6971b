import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	AGREED,
	clearVaults,
	close,
	freshName,
	kit,
	KIT,
	openVault,
	pattern,
	text,
	words
} from '../../../tests/support/vault.ts';
import {
	again as leasedAgain,
	clock as leaseClock,
	leased,
	tokenOf
} from '../../../tests/support/leased.ts';
import { sha256 } from '../digest.ts';
import { newId, newOwnerKey, passphraseBytes, type Secret } from '../vault/index.ts';
import { rowAfter } from './audit.ts';
import { encodeEntry } from './codec.ts';
import { Records } from './records.ts';
import { roomOver } from './room.ts';
import { trailIn } from './trails.ts';
import type { AuditRow, Card, Entry, NewPhotograph } from './types.ts';
import type { NewDisclosure } from './disclosures.ts';

afterEach(clearVaults);

const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
const START = Date.UTC(2026, 10, 2, 17, 30);
let clock = START;
beforeEach(() => (clock = START));

const CARD: Card = {
	name: 'Wilhelmina Canary',
	born: { day: '1976-05-04' },
	number: '',
	contact: { phone: '', email: '', address: '' },
	nextOfKin: null
};
const SECOND = 'a second person of this clinic';
const typed = (passphrase: string): Secret => ({
	kind: 'passphrase',
	passphrase: passphraseBytes(passphrase)
});
const FACE = {
	landmarks: new Array<number>(478 * 3).fill(0.5),
	pose: new Array<number>(16).fill(0),
	blendshapes: null
};

function photograph(): NewPhotograph {
	return {
		photograph: {
			openedAt: clock,
			view: 'frontal',
			standardView: null,
			source: 'camera',
			width: 10,
			height: 10,
			observation: FACE,
			model: 'm',
			app: 'a'
		},
		study: {
			quarterTurns: 0,
			landmarks: FACE.landmarks,
			scale: { irisDiameter: 11.7, pupilDistance: null },
			variants: { A: {}, B: {}, C: {} },
			shown: 'A',
			unlinked: [],
			marks: { strokes: [], folds: [] }
		},
		bytes: pattern(100, 1),
		thumbnail: pattern(10, 2)
	};
}

const NOT_THE_GP = {
	purpose: 'inform-gp',
	state: 'declined',
	words: 1,
	guardian: null,
	how: 'in-person',
	until: null
} as const;

async function made() {
	const name = freshName();
	const one = openVault(name);
	const opened = await one.vault.create(kit());
	const now = () => (clock += 1000);
	const space = () => Promise.resolve({ used: 0, quota: 10e9 });
	const records = await Records.open(one.vault, opened, now, space);
	return { ...one, name, opened, records };
}
type Made = Awaited<ReturnType<typeof made>>;

/** The same vault, for whoever's secret it is. */
async function again(one: Made, secret: Secret): Promise<Made> {
	await close(one);
	const next = openVault(one.name);
	const opened = await next.vault.unlock(secret, false);
	const space = () => Promise.resolve({ used: 0, quota: 10e9 });
	const records = await Records.open(next.vault, opened, () => (clock += 1000), space);
	return { ...next, name: one.name, opened, records };
}

/** Seen once, with a photograph, and treated on the day. */
async function treated({ records }: Made, card: Card = CARD): Promise<string> {
	const folder = await records.addPatient(card);
	const kept = await records.keepPhotograph(folder, AGREED, photograph());
	await records.setTreatedOn(kept, new Date(clock).toISOString().slice(0, 10));
	return folder;
}

const deeds = async ({ records }: Made, folder: string) =>
	trailIn((await records.folder(folder)).entries).map(({ deed }) => deed);

describe('letting go', () => {
	it('takes two people, when the time is over, and leaves a receipt', async () => {
		const one = await made();
		const colleague = newId();
		await one.vault.enrol(kit(), colleague, typed(SECOND));
		await one.vault.enrol(kit(), one.opened.person, typed('my own passphrase of today'));
		const folder = await treated(one);
		const { retention } = one.records;
		expect(await retention.due()).toEqual([]);
		await expect(retention.purge(folder, typed(SECOND))).rejects.toMatchObject({
			code: 'record.kept',
			details: { reason: 'floor' }
		});
		clock += 10.5 * YEAR;
		expect(await retention.due()).toMatchObject([
			{ folder, name: CARD.name, recordClass: 'treatment', fate: 'may-go', since: '2036-11-02' }
		]);
		await expect(
			retention.purge(folder, typed('my own passphrase of today'))
		).rejects.toMatchObject({ code: 'purge.second-person' });
		await expect(retention.purge(folder, { kind: 'recovery', kit: KIT })).rejects.toMatchObject({
			code: 'purge.second-person'
		});
		await expect(retention.purge(folder, typed('something else'))).rejects.toMatchObject({
			code: 'vault.wrong-passphrase'
		});
		await retention.purge(folder, typed(SECOND));
		expect(await retention.due()).toEqual([]);
		await expect(one.records.folder(folder)).rejects.toMatchObject({ code: 'vault.not-found' });
		const later = await again(one, kit());
		expect(await later.records.retention.purges()).toMatchObject([
			{ folder, second: colleague, recordClass: 'treatment', freeFrom: '2036-11-02' }
		]);
		expect(await deeds(later, later.opened.clinic)).toContain('folder-purged');
		expect(later.vault.erasures()).toMatchObject([{ scope: folder }]);
	});

	it('takes whoever unlocked alone, once more, where nobody else can open the vault', async () => {
		const one = await made();
		await one.vault.enrol(kit(), one.opened.person, typed(SECOND));
		const { folder } = await one.records.keepPhotograph(null, AGREED, photograph());
		clock += YEAR;
		expect(await one.records.retention.due()).toMatchObject([
			{ folder, name: null, recordClass: 'consultation', fate: 'must-go', landmarks: false }
		]);
		await one.records.retention.purge(folder, typed(SECOND));
		expect(await one.records.retention.purges()).toMatchObject([{ second: null }]);
	});

	it('stops at a hold and at an open complaint, and says which', async () => {
		const one = await made();
		await one.vault.enrol(kit(), one.opened.person, typed(SECOND));
		const folder = await treated(one);
		const { retention, complaints } = one.records;
		await expect(retention.hold(folder, true, ' ')).rejects.toMatchObject({
			code: 'record.reason-needed'
		});
		await retention.hold(folder, true, 'A letter of a solicitor');
		clock += 12 * YEAR;
		expect(await retention.due()).toMatchObject([
			{ fate: 'held', refusal: { reason: 'hold', words: 'A letter of a solicitor' } }
		]);
		await expect(retention.purge(folder, typed(SECOND))).rejects.toMatchObject({
			details: { reason: 'hold' }
		});
		await retention.hold(folder, false, 'Settled');
		await complaints.add(folder, { what: 'complaint', on: '2038-11-01', text: 'It hurt' });
		expect((await retention.keepingOf(folder)).refusal).toEqual({ reason: 'complaint' });
		const { entries } = await one.records.folder(folder);
		const complaint = entries.find(({ entry }) => entry.kind === 'complaint')?.id ?? '';
		await complaints.step(folder, complaint, 'We spoke', true);
		expect((await retention.keepingOf(folder)).refusal).toMatchObject({
			reason: 'floor',
			recordClass: 'complaint'
		});
		clock += 10 * YEAR;
		await retention.purge(folder, typed(SECOND));
	});

	it('keeps the years of the console before those that were chosen here', async () => {
		const one = await made();
		await one.records.retention.setChoice({ preset: 'own', years: 3, clock: 'last-treatment' });
		const folder = await treated(one);
		clock += 3.5 * YEAR;
		expect((await one.records.retention.keepingOf(folder)).refusal).toBeNull();
		const document = {
			exports: true,
			leads: false,
			leadRetentionDays: 30,
			recordRetentionYears: 12
		};
		const entry: Entry = { kind: 'instruction', ver: 4, document };
		const records = [{ id: newId(), content: encodeEntry(entry) }];
		await one.vault.save(one.opened.clinic, { records, assets: [] });
		const next = await again(one, kit());
		expect((await next.records.retention.rules()).isInstructed).toBe(true);
		expect((await next.records.retention.keepingOf(folder)).refusal).toMatchObject({
			reason: 'floor',
			until: '2038-11-02'
		});
	});

	it('takes the landmarks of faces out before the rest, once their time is over', async () => {
		const one = await made();
		const folder = await treated(one);
		await expect(one.records.retention.forgetFaces(folder)).rejects.toMatchObject({
			code: 'record.kept'
		});
		clock += 3.1 * YEAR;
		expect(await one.records.retention.due()).toMatchObject([{ fate: 'kept', landmarks: true }]);
		await one.records.retention.forgetFaces(folder);
		expect(await one.records.retention.due()).toEqual([]);
		const { entries } = await one.records.folder(folder);
		const shot = entries.find(({ entry }) => entry.kind === 'photograph')?.entry;
		const study = entries.find(({ entry }) => entry.kind === 'study')?.entry;
		expect(shot).toMatchObject({ observation: null });
		expect(study).toMatchObject({ landmarks: null });
		expect(await deeds(one, folder)).toContain('faces-forgotten');
	});
});

describe('what somebody else is given', () => {
	const WHAT: NewDisclosure = {
		to: { kind: 'gp', name: ' Dr Okafor ' },
		basis: 'consent',
		reason: '',
		fields: ['identity', 'plan']
	};
	const content = text('A letter about Wilhelmina Canary');

	async function open(file: Uint8Array, with_: { passphrase?: string; identity?: string }) {
		const decrypter = new Decrypter();
		if (with_.passphrase !== undefined) decrypter.addPassphrase(with_.passphrase);
		if (with_.identity !== undefined) decrypter.addIdentity(with_.identity);
		return words(await decrypter.decrypt(file));
	}

	it('is an age file for their key or a passphrase, on record before it is anywhere', async () => {
		const one = await made();
		const folder = await treated(one);
		const { disclosures } = one.records;
		const passphrase = 'copper lantern drizzle orbit spoon velvet hat';
		const key = await newOwnerKey();
		const first = await disclosures.disclose(folder, WHAT, content, {
			kind: 'passphrase',
			passphrase: passphraseBytes(passphrase)
		});
		await one.records.privacy.answer(folder, NOT_THE_GP);
		const second = await disclosures.disclose(folder, { ...WHAT, basis: 'legal' }, content, {
			kind: 'owner-key',
			recipient: key.recipient
		});
		expect(await open(first, { passphrase })).toBe(words(content));
		expect(await open(second, { identity: key.identity })).toBe(words(content));
		const kept = (await one.records.folder(folder)).entries
			.flatMap(({ entry }) => (entry.kind === 'disclosure' ? [entry] : []))
			.toSorted((a, b) => a.at - b.at);
		expect(kept).toMatchObject([
			{
				to: { name: 'Dr Okafor' },
				basis: 'consent',
				sha256: await sha256(first),
				lock: 'passphrase'
			},
			{ basis: 'legal', bytes: second.length, sha256: await sha256(second), lock: 'key' }
		]);
		expect((await deeds(one, folder)).filter((deed) => deed === 'disclosed')).toHaveLength(2);
	});

	it('is nothing where the patient objects, or where there is nobody to read it', async () => {
		const one = await made();
		const folder = await treated(one);
		const lock = { kind: 'passphrase', passphrase: passphraseBytes('x') } as const;
		const { disclosures, privacy } = one.records;
		const nobody = { kind: 'owner-key', recipient: 'age1nobody' } as const;
		await expect(disclosures.disclose(folder, WHAT, content, nobody)).rejects.toMatchObject({
			code: 'backup.key-mistyped'
		});
		await privacy.restrict(folder, true, 'It is contested');
		await expect(disclosures.disclose(folder, WHAT, content, lock)).rejects.toMatchObject({
			code: 'privacy.restricted'
		});
		await privacy.restrict(folder, false, 'Settled');
		await privacy.answer(folder, NOT_THE_GP);
		await expect(disclosures.disclose(folder, WHAT, content, lock)).rejects.toMatchObject({
			code: 'disclosure.objected'
		});
		expect(await deeds(one, folder)).not.toContain('disclosed');
	});
});

describe('the trail of a file', () => {
	it('says who looked at it, once for each look', async () => {
		const one = await made();
		const [folder, other] = [await treated(one), await treated(one, { ...CARD, name: 'B' })];
		const looks = async () =>
			(await deeds(one, folder)).filter((deed) => deed === 'folder-opened').length;
		await one.records.trails.open(folder);
		await one.records.trails.open(folder);
		expect(await looks()).toBe(1);
		await one.records.trails.open(other);
		await one.records.trails.open(folder);
		expect(await looks()).toBe(2);
		clock += DAY;
		await one.records.trails.open(folder);
		expect(await looks()).toBe(3);
	});

	it('is read where nothing more can be written', async () => {
		const one = await made();
		const folder = await treated(one);
		const { vault } = one;
		const save = vault.save.bind(vault);
		const { AppError } = await import('../errors.ts');
		vault.save = () => Promise.reject(new AppError('vault.no-space'));
		expect((await one.records.trails.open(folder)).entries.length).toBeGreaterThan(3);
		vault.save = save;
	});

	it('is compared on opening, and what is wrong with it is found', async () => {
		const one = await made();
		const folder = await treated(one);
		expect((await one.records.trails.open(folder)).flaws).toEqual([]);
		const { entries } = await one.records.folder(folder);
		const row = entries.find(({ entry }) => entry.kind === 'audit' && entry.n === 1);
		if (row?.entry.kind !== 'audit') throw new Error('no row');
		const forged = encodeEntry({ ...row.entry, by: newId() });
		await one.vault.save(folder, { records: [{ id: row.id, content: forged }], assets: [] });
		const next = await again(one, kit());
		expect((await next.records.trails.open(folder)).flaws).toEqual([{ n: 1, what: 'changed' }]);
	});
});

describe('a trail that the server signed for', () => {
	it('tells when, and which row is not the one that was signed for', async () => {
		const one = await leased();
		const folder = await one.records.addPatient(CARD);
		await one.records.addNote(folder, { consultation: null, text: 'As it was', amends: null });
		expect((await one.records.trails.open(folder)).signedAt).toBeNull();
		const { trail } = await one.records.requestLease('A'.repeat(22));
		const token = await tokenOf(one, { trl: trail });
		await one.records.settleLease(token, leaseClock.seconds);
		expect(await one.records.trails.open(folder)).toMatchObject({
			flaws: [],
			signedAt: leaseClock.seconds * 1000
		});
		// Whoever has the keys writes the whole trail anew, and its head.
		const { entries } = await one.records.folder(folder);
		const by = newId();
		const anew: AuditRow[] = [];
		for (const { at, deed, scope, record } of trailIn(entries)) {
			anew.push(await rowAfter(anew.at(-1) ?? null, { at, by, deed, scope, record }));
		}
		const end = anew.at(-1);
		if (end === undefined) throw new Error('no trail');
		const records = entries.flatMap(({ id, entry }) => {
			if (entry.kind === 'cover') {
				const cover = { ...entry, trail: { n: end.n, hash: end.hash } };
				return [{ id, content: encodeEntry(cover) }];
			}
			const row = entry.kind === 'audit' ? anew[entry.n] : undefined;
			return row === undefined ? [] : [{ id, content: encodeEntry(row) }];
		});
		await one.vault.save(folder, { records, assets: [] });
		const next = await leasedAgain(one);
		const { flaws } = await next.records.trails.open(folder);
		expect(flaws).toEqual([{ n: 2, what: 'unsigned' }]);
	});

	it('is not known to be one where what was kept of it was changed', async () => {
		const one = await leased();
		const folder = await one.records.addPatient(CARD);
		await one.records.requestLease('A'.repeat(22));
		await one.records.settleLease(await tokenOf(one, { trl: 'A'.repeat(43) }), leaseClock.seconds);
		expect(await one.records.trails.open(folder)).toMatchObject({ flaws: [], signedAt: null });
	});
});

describe('what comes round once a year', () => {
	it('is due a year after the vault began, and after each time that it was done', async () => {
		const one = await made();
		await one.records.namePerson(one.opened.person, 'Ana');
		expect(await one.records.yearly.view()).toEqual({ done: [], isReviewDue: false, trained: [] });
		clock = Date.UTC(2027, 10, 2, 12);
		expect((await one.records.yearly.view()).isReviewDue).toBe(false);
		clock += DAY;
		expect((await one.records.yearly.view()).isReviewDue).toBe(true);
		await one.records.yearly.note('review');
		expect((await one.records.yearly.view()).isReviewDue).toBe(false);
		clock += 367 * DAY;
		expect((await one.records.yearly.view()).isReviewDue).toBe(true);
		// Set back: what is done now is the last all the same.
		clock -= 500 * DAY;
		await one.records.yearly.note('review');
		const { done } = await one.records.yearly.view();
		expect(done.map(({ what, by }) => [what, by])).toEqual([
			['review', one.opened.person],
			['review', one.opened.person]
		]);
		expect(done[0]!.at).toBe(done[1]!.at + 1);
		expect(await deeds(one, one.opened.clinic)).toEqual([
			'person-named',
			'yearly-done',
			'yearly-done'
		]);
	});

	it('is read by each person, and again when a year is over', async () => {
		const one = await made();
		const colleague = newId();
		await one.vault.enrol(kit(), colleague, typed(SECOND));
		await one.records.yearly.note('training');
		expect((await one.records.yearly.view()).trained).toEqual([one.opened.person]);
		const other = await again(one, typed(SECOND));
		await other.records.yearly.note('training');
		expect((await other.records.yearly.view()).trained).toEqual([colleague, one.opened.person]);
		clock += 367 * DAY;
		const { done, trained, isReviewDue } = await other.records.yearly.view();
		expect([done.length, trained, isReviewDue]).toEqual([2, [], true]);
	});
});

describe('what is kept for some people', () => {
	it('is given to them, and to others with a reason that everybody of them is told', async () => {
		const one = await made();
		const colleague = newId();
		await one.vault.enrol(kit(), colleague, typed(SECOND));
		const folder = await treated(one);
		await one.records.complaints.add(folder, {
			what: 'incident',
			on: '2026-11-02',
			text: 'A bruise'
		});
		const has = async (records: Records) =>
			(await records.trails.open(folder)).entries.some(({ entry }) => entry.kind === 'complaint');
		expect(await has(one.records)).toBe(true);
		await one.records.complaints.setReaders([one.opened.person]);
		const other = await again(one, typed(SECOND));
		expect(await has(other.records)).toBe(false);
		expect((await other.records.trails.open(folder)).isWhole).toBe(false);
		await expect(other.records.complaints.setReaders([colleague])).rejects.toMatchObject({
			code: 'record.confidential'
		});
		await expect(other.records.complaints.breakGlass(folder, ' ')).rejects.toMatchObject({
			code: 'record.reason-needed'
		});
		await other.records.complaints.breakGlass(folder, 'The patient lies here and cannot speak');
		expect(await has(other.records)).toBe(true);
		const back = await again(other, kit());
		expect(await back.records.trails.glassBroken()).toMatchObject([
			{ by: colleague, record: folder, reason: 'The patient lies here and cannot speak' }
		]);
		expect(await deeds(back, folder)).toContain('glass-broken');
		// Without a reason again it is as it was.
		const later = await again(back, typed(SECOND));
		expect(await has(later.records)).toBe(false);
	});

	it('is there through the room as well, and nothing of it leaves the worker', async () => {
		const one = await made();
		const folder = await treated(one);
		await one.records.complaints.add(folder, { what: 'complaint', on: '2026-11-02', text: 'Late' });
		await one.records.complaints.setReaders([newId()]);
		await close(one);
		const next = openVault(one.name);
		const { room } = roomOver(next.vault, () => clock);
		await room.unlock(kit(), false);
		const seen = await room.folder(folder);
		expect(seen.isWhole).toBe(false);
		expect(JSON.stringify(seen.entries)).not.toContain('Late');
	});
});
