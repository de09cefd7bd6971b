import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf as refused } from '../../../tests/support/refusal.ts';
import {
	AGREED,
	clearVaults,
	freshName,
	kit,
	openVault,
	pattern
} from '../../../tests/support/vault.ts';
import { ASSETS, PATIENT_KINDS, WHOLE_PATIENT } from '../../../tests/support/whole-patient.ts';
import { flawsIn } from './audit.ts';
import { encodeEntry } from './codec.ts';
import { derivedId } from './derived-id.ts';
import type { Kept } from './folder.ts';
import { newIds } from './moving.ts';
import { unpacked } from './portable.ts';
import { releasesIn, requestsIn } from './privacy-in.ts';
import { Records } from './records.ts';
import { trailIn } from './trails.ts';
import type { AuditRow, Card, NewAnswer, NewPhotograph, NewStudy } from './types.ts';

afterEach(clearVaults);

const refusalOf = (attempt: Promise<unknown>): Promise<string> => refused(attempt, 'done');

let clock = 0;
beforeEach(() => (clock = Date.UTC(2026, 10, 2, 17, 30)));

const CARD: Card = {
	name: 'Zoë',
	born: { year: 1984 },
	number: '',
	contact: { phone: '+44 1', email: 'zoe@example.org', address: '' },
	nextOfKin: { name: 'Max', contact: '+44 2', informed: true }
};
const study = (left: number): NewStudy => ({
	quarterTurns: 0,
	landmarks: null,
	scale: { irisDiameter: 11.7, pupilDistance: null },
	variants: { A: { lip_width: { left, right: 0 } }, B: {}, C: {} },
	shown: 'A',
	unlinked: [],
	marks: { strokes: [], folds: [] }
});
const photograph = (left = 0): NewPhotograph => ({
	photograph: {
		openedAt: clock,
		view: 'profile',
		standardView: null,
		source: null,
		width: 3,
		height: 4,
		observation: null,
		model: '',
		app: ''
	},
	study: study(left),
	bytes: pattern(900, 1),
	thumbnail: pattern(90, 2)
});
const answer = (purpose: NewAnswer['purpose'], state: NewAnswer['state']): NewAnswer => ({
	purpose,
	state,
	words: 1,
	guardian: null,
	how: 'in-person',
	until: null
});
const READABLE = pattern(300, 9);
const copy = (what: 'access' | 'portability', fee = '') => ({
	what,
	readable: READABLE.slice(),
	fee
});

async function made() {
	const { vault } = openVault(freshName());
	const opened = await vault.create(kit());
	const space = () => Promise.resolve({ used: 0, quota: 10e9 });
	const records = await Records.open(vault, opened, () => (clock += 1000), space);
	await records.namePerson(opened.person, 'Ana');
	return { vault, records, person: opened.person };
}

async function withVisit(card: Card = CARD) {
	const { vault, records } = await made();
	const folder = await records.addPatient(card);
	const kept = await records.keepPhotograph(folder, AGREED, photograph());
	const { consultation } = kept;
	const release = (uses: NewAnswer['purpose'][]) =>
		records.releases.release(folder, { what: 'picture', consultation, content: 'before', uses });
	return { vault, records, folder, kept, release, place: { folder, consultation } };
}

async function entriesIn(records: Records, folder: string): Promise<readonly Kept[]> {
	return (await records.folder(folder)).entries;
}

describe('the gate', () => {
	it('lets nothing out for a purpose before it is agreed to, and writes down what went', async () => {
		const { records, folder, release } = await withVisit();
		expect(await refusalOf(release(['record', 'promotion-web']))).toBe('privacy.not-agreed');
		expect(releasesIn(await entriesIn(records, folder))).toEqual([]);
		await records.privacy.answer(folder, answer('promotion-web', 'given'));
		await release(['record', 'promotion-web']);
		await records.privacy.answer(folder, answer('promotion-web', 'withdrawn'));
		expect(await refusalOf(release(['record', 'promotion-web']))).toBe('privacy.withdrawn');
		expect(releasesIn(await entriesIn(records, folder))).toMatchObject([
			{ content: 'before', uses: ['record', 'promotion-web'] }
		]);
		await release(['record']);
	});

	it('closes on the day after the last one that was agreed to', async () => {
		const { records, folder, release } = await withVisit();
		const until = { ...answer('training', 'given'), until: '2026-11-03' };
		await records.privacy.answer(folder, until);
		await release(['training']);
		clock = Date.UTC(2026, 10, 5, 12);
		expect(await refusalOf(release(['training']))).toBe('privacy.expired');
	});

	it('stops illustrating when that is taken back, and only more of it', async () => {
		const { records, folder, kept, place } = await withVisit();
		await records.keepStudy(kept, study(2));
		expect(await records.visits.limitsOf(place)).toMatchObject({ isStopped: false });
		await records.privacy.answer(folder, answer('simulation', 'withdrawn'));
		expect(await records.visits.limitsOf(place)).toMatchObject({ isStopped: true });
		expect(await refusalOf(records.keepStudy(kept, study(3)))).toBe('privacy.withdrawn');
		await records.keepStudy(kept, study(1));
		// Photographs for the record go on, and looking at what is kept does.
		await records.keepPhotograph(folder, kept.consultation, photograph(1));
		expect((await records.reopen(folder, kept.photograph)).study).toMatchObject(study(1));
	});

	it('opens again where the patient agrees before another photograph', async () => {
		const { records, folder, kept } = await withVisit();
		await records.privacy.answer(folder, answer('record', 'withdrawn'));
		expect(await refusalOf(records.keepPhotograph(folder, kept.consultation, photograph()))).toBe(
			'privacy.withdrawn'
		);
		const again = await records.keepPhotograph(folder, AGREED, photograph());
		await records.keepStudy(again, study(2));
	});

	it('keeps a restricted file still, but for the patient’s own copy', async () => {
		const { records, folder, kept, release, place } = await withVisit();
		await records.privacy.restrict(folder, true, 'It is contested');
		expect(await refusalOf(release([]))).toBe('privacy.restricted');
		expect(await refusalOf(records.keepPhotograph(folder, AGREED, photograph()))).toBe(
			'privacy.restricted'
		);
		expect(await refusalOf(records.keepStudy(kept, study(1)))).toBe('privacy.restricted');
		expect(await records.visits.limitsOf(place)).toMatchObject({ isStopped: true });
		await records.releases.makeCopy(folder, copy('access'));
		clock -= 86_400_000;
		await records.privacy.restrict(folder, false, 'It was corrected');
		await release([]);
	});

	it('lists for a mailing only who agreed to that way, and notes it with them', async () => {
		const { records } = await made();
		const folder = await records.addPatient(CARD);
		expect(await records.releases.contactsFor('marketing-email')).toEqual([]);
		await records.privacy.answer(folder, answer('marketing-email', 'given'));
		expect(await records.releases.contactsFor('marketing-email')).toMatchObject([
			{ name: 'Zoë', contact: 'zoe@example.org', words: 1 }
		]);
		expect(await records.releases.contactsFor('marketing-sms')).toEqual([]);
		expect(releasesIn(await entriesIn(records, folder))).toMatchObject([
			{ what: 'contact', uses: ['marketing-email'] }
		]);
		await records.privacy.answer(folder, answer('marketing-email', 'withdrawn'));
		expect(await records.releases.contactsFor('marketing-email')).toEqual([]);
	});

	it('asks for a guardian where the card allows an age under 18', async () => {
		const { records } = await made();
		const folder = await records.addPatient({ ...CARD, born: { year: 2012 } });
		const given = answer('training', 'given');
		expect(await refusalOf(records.privacy.answer(folder, given))).toBe('privacy.guardian-needed');
		const guardian = { name: 'Eva', relation: 'mother' };
		await records.privacy.answer(folder, { ...given, guardian });
		await records.privacy.answer(folder, answer('training', 'withdrawn'));
	});
});

describe('the rights desk', () => {
	it('moves a request only as it may be moved', async () => {
		const { records, folder } = await withVisit();
		const { privacy } = records;
		const asked = { right: 'access', received: '2026-10-31', about: 'all' } as const;
		const id = await privacy.ask(folder, asked);
		const done = { what: 'answered', outcome: 'done', reason: '', file: 'copy.zip' } as const;
		expect(await refusalOf(privacy.step(folder, id, done))).toBe('request.identity-first');
		await privacy.step(folder, id, { what: 'identity', how: 'Passport' });
		await privacy.step(folder, id, { what: 'extended', reason: 'many photographs' });
		await privacy.step(folder, id, done);
		expect(await refusalOf(privacy.step(folder, id, done))).toBe('request.answered');
		expect(requestsIn(await entriesIn(records, folder))).toMatchObject([
			{ id, due: '2027-01-31', identity: 'Passport', answer: { file: 'copy.zip' } }
		]);
	});

	it('gives the first copy for nothing, and counts', async () => {
		const { records, folder } = await withVisit();
		expect(await refusalOf(records.releases.makeCopy(folder, copy('access', '£5')))).toBe(
			'privacy.first-copy-free'
		);
		await records.releases.makeCopy(folder, copy('access'));
		await records.releases.makeCopy(folder, copy('access', '£5'));
		expect(releasesIn(await entriesIn(records, folder)).map(({ fee }) => fee)).toEqual(['£5', '']);
	});

	it('does not erase a file that has to be kept', async () => {
		const { records, folder } = await withVisit();
		expect(await refusalOf(records.erase(folder))).toBe('record.kept');
		expect((await entriesIn(records, folder)).length).toBeGreaterThan(3);
	});

	it('erases a card alone, but not under a hold', async () => {
		const { vault, records } = await made();
		const folder = await records.addPatient(CARD);
		await records.retention.hold(folder, true, 'A claim');
		expect(await refusalOf(records.erase(folder))).toBe('record.kept');
		await records.retention.hold(folder, false, 'Settled');
		await records.erase(folder);
		expect(vault.erasures()).toMatchObject([{ scope: folder }]);
	});

	it('removes next of kin from the card and its history, and leaves the fact', async () => {
		const { records, folder } = await withVisit();
		await records.setCard(folder, { ...CARD, number: 'A-1' });
		await records.removeNextOfKin(folder);
		const entries = await entriesIn(records, folder);
		expect(JSON.stringify(entries)).not.toContain('Max');
		expect(entries.filter(({ entry }) => entry.kind === 'card-change')).toHaveLength(1);
		expect(
			entries.some(({ entry }) => entry.kind === 'audit' && entry.deed === 'next-of-kin-removed')
		).toBe(true);
	});
});

describe('a patient’s file that leaves', () => {
	/** Past the records, of which some never write some of these kinds here. */
	async function whole() {
		const one = await made();
		const folder = await one.records.addPatient(CARD);
		const cover = await derivedId(`cover of ${folder}`);
		const kept = WHOLE_PATIENT.map(({ id, entry }) => ({
			id: entry.kind === 'cover' ? cover : id,
			entry
		}));
		await one.vault.save(folder, {
			records: kept.map(({ id, entry }) => ({ id, content: encodeEntry(entry) })),
			assets: Object.values(ASSETS).map((id, at) => ({
				id,
				header: new Uint8Array(),
				content: pattern(5000, at)
			}))
		});
		return { ...one, folder };
	}

	it('holds every field of every kind, and every picture', async () => {
		const { records, folder } = await whole();
		for (const what of ['access', 'portability'] as const) {
			const before = await entriesIn(records, folder);
			const kinds = new Set(before.map(({ entry }) => entry.kind));
			expect([...kinds].toSorted()).toEqual([...PATIENT_KINDS].toSorted());
			const file = await unpacked(await records.releases.makeCopy(folder, copy(what)));
			for (const kept of before) {
				expect(file.entries.find(({ id }) => id === kept.id)).toEqual(kept);
			}
			for (const asset of Object.values(ASSETS)) {
				expect(file.pictures.get(asset)).toEqual(await records.picture(folder, asset));
			}
		}
	});

	it('comes into an empty vault without loss', async () => {
		const from = await whole();
		const bytes = await from.records.releases.makeCopy(from.folder, copy('portability'));
		const sent = await unpacked(bytes);
		const to = await made();
		const folder = await to.records.importPatient(bytes.slice());
		const here = await entriesIn(to.records, folder);
		const ids = await newIds(
			[...sent.entries.map(({ id }) => id), ...sent.pictures.keys()],
			folder
		);
		const back = new Map(Object.entries(ids).map(([old, id]) => [id, old]));
		/** Its ids as they were there. */
		const asSent = (value: unknown): unknown =>
			JSON.parse(
				JSON.stringify(value, (_, one: unknown) =>
					typeof one === 'string' ? (back.get(one) ?? one) : one
				)
			);
		for (const { id, entry } of sent.entries) {
			if (entry.kind === 'cover' || entry.kind === 'audit') continue;
			const found = here.find((kept) => kept.id === ids[id]);
			expect(asSent(found?.entry), entry.kind).toEqual(entry);
		}
		for (const asset of Object.values(ASSETS)) {
			expect(await to.records.picture(folder, ids[asset]!)).toEqual(sent.pictures.get(asset));
		}
		const card = sent.entries.flatMap(({ entry }) => (entry.kind === 'cover' ? [entry.card] : []));
		const cover = here.flatMap(({ entry }) => (entry.kind === 'cover' ? [entry] : []));
		expect(cover).toMatchObject([{ card: card[0], followUp: '2027-02-03' }]);
		expect(to.records.directory.find({ text: 'Zoë', treatments: [], dueBy: null })).toHaveLength(1);
		const trail = trailIn(sent.entries);
		expect(trail.length).toBeGreaterThan(1);
		const imported = here.flatMap(({ entry }) => (entry.kind === 'imported' ? [entry] : []));
		expect(imported.map((one) => one.trail)).toContainEqual(trail);
		expect(imported.flatMap(({ people }) => people)).toContainEqual({
			person: from.person,
			name: 'Ana'
		});
	});

	it('has its trail in it as it was written, with the reasons that were given', async () => {
		const { records, folder } = await withVisit();
		await records.complaints.breakGlass(folder, 'An insurer asks');
		const to = await made();
		const file = await records.releases.makeCopy(folder, copy('portability'));
		const here = await entriesIn(to.records, await to.records.importPatient(file));
		const [trail] = here.flatMap(({ entry }) =>
			entry.kind === 'imported' ? [entry.trail as readonly AuditRow[]] : []
		);
		expect(trail?.map(({ reason }) => reason)).toContain('An insurer asks');
		expect(await flawsIn(trail ?? [], null)).toEqual([]);
	});

	it('is refused whole where anything of it is not as it was written', async () => {
		const { records, folder } = await whole();
		const bytes = await records.releases.makeCopy(folder, copy('portability'));
		const to = await made();
		expect(await refusalOf(to.records.importPatient(pattern(400, 3)))).toBe('import.not-a-file');
		const nothing = new Uint8Array();
		expect(await refusalOf(to.records.importPatient(nothing))).toBe('import.not-a-file');
		// The first picture follows the readable document, neither of them compressed.
		const middle = bytes.findIndex(
			(_, at) => at > 400 && pattern(40, 0).every((byte, by) => bytes[at + by] === byte)
		);
		expect(middle).toBeGreaterThan(0);
		const changed = bytes.slice();
		changed[middle + 7]! ^= 1;
		expect(await refusalOf(to.records.importPatient(changed))).toBe('import.damaged');
		expect(to.records.directory.find({ text: '', treatments: [], dueBy: null })).toEqual([]);
	});
});
