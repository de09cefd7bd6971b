import { afterEach, describe, expect, it } from 'vitest';
import {
	AGREED,
	clearVaults,
	close,
	freshName,
	kit,
	openVault
} from '../../../tests/support/vault.ts';
import { NO_ANSWER } from '../intake/index.ts';
import type { Desk } from './desk.svelte.ts';
import { PatientFile } from './patient-file.svelte.ts';
import type { RecordRoom } from './protocol.ts';
import { roomOver } from './room.ts';
import type { Card, VisitPlace } from './types.ts';
import { VisitFile } from './visit-file.svelte.ts';

afterEach(clearVaults);

const YEAR = 365.25 * 86_400_000;
const CARD: Card = {
	name: 'Zoë Ångström',
	born: null,
	number: '',
	contact: { phone: '', email: '', address: '' },
	nextOfKin: null
};
const FATHER = { words: 1, guardian: { name: 'Max', relation: 'father' } };

/** Can be set back, as the clock of a tablet can. */
let clock = Date.UTC(2026, 10, 27, 12);
const now = (): number => (clock += 1000);

type Open = { readonly desk: Desk; readonly room: RecordRoom };

/** The desk, as far as it is asked: the room of an open vault. */
const deskOf = (room: RecordRoom): Open => ({ desk: { open: room } as unknown as Desk, room });

async function made(): Promise<Open> {
	const { room } = roomOver(openVault(freshName()).vault, now);
	await room.create(kit(), 'Ana');
	return deskOf(room);
}

async function visitOf({ desk, room }: Open, folder: string | null): Promise<VisitFile> {
	return opened(desk, await room.beginVisit(folder, AGREED));
}

async function opened(desk: Desk, place: VisitPlace): Promise<VisitFile> {
	const visit = new VisitFile(desk, place);
	await visit.read();
	return visit;
}

function question({ history }: VisitFile, id: string) {
	return history.questions.find(({ item }) => item.id === id)!;
}

function chose(visit: VisitFile, id: string, option: string): void {
	visit.history.choose(question(visit, id), option);
}

const wordsOf = (visit: VisitFile) =>
	visit.history.earlier.map(({ item, known }) => [item.id, known?.answer]);

describe('a history', () => {
	it('is kept by itself, each answer with who gave it, and is there in another session', async () => {
		const name = freshName();
		const one = openVault(name);
		const { room } = roomOver(one.vault, now);
		const { person } = await room.create(kit(), 'Ana');
		const visit = await visitOf(deskOf(room), null);
		chose(visit, 'allergies', 'latex');
		chose(visit, 'allergies', 'lidocaine');
		expect(visit.history.isSaved).toBe(false);
		await expect.poll(() => visit.history.isSaved).toBe(true);
		await close(one);
		const next = roomOver(openVault(name).vault, now).room;
		await next.unlock(kit(), false);
		const { answer, known, state } = question(
			await opened(deskOf(next).desk, visit.place),
			'allergies'
		);
		expect(answer).toEqual({ ...NO_ANSWER, choices: ['latex', 'lidocaine'] });
		expect([state, known?.by]).toEqual(['settled', person]);
	});

	it('overwrites nothing, and keeps nothing where an answer was taken back at once', async () => {
		const open = await made();
		const visit = await visitOf(open, null);
		const kept = async () =>
			(await open.room.folder(visit.place.folder)).entries.filter(
				({ entry }) => entry.kind === 'answers'
			);
		chose(visit, 'sun', 'much');
		chose(visit, 'sun', 'much');
		await visit.history.flush();
		expect(await kept()).toHaveLength(0);
		expect(visit.history.isSaved).toBe(true);
		for (const option of ['much', 'little']) {
			chose(visit, 'sun', option);
			await visit.history.flush();
		}
		expect(await kept()).toHaveLength(2);
		expect(question(visit, 'sun')).toMatchObject({
			answer: { choices: ['little'] },
			before: [{ answer: { choices: ['much'] } }]
		});
	});

	it('keeps the same answer as in an earlier visit as one of this visit', async () => {
		const open = await made();
		const folder = await open.room.addPatient(CARD);
		for (const visit of [await visitOf(open, folder), await visitOf(open, folder)]) {
			await visit.read();
			visit.history.set(question(visit, 'sun').item, { ...NO_ANSWER, choices: ['much'] });
			await visit.history.flush();
			expect(question(visit, 'sun').state).toBe('settled');
		}
	});

	it('counts the last answer, even where the clock was set back', async () => {
		const open = await made();
		const visit = await visitOf(open, null);
		chose(visit, 'sun', 'much');
		await visit.history.flush();
		clock -= 86_400_000;
		chose(visit, 'sun', 'little');
		await visit.history.flush();
		expect(question(visit, 'sun').answer).toMatchObject({ choices: ['little'] });
	});

	it('is asked again only as far as it changed, and confirmed in one step', async () => {
		const open = await made();
		const folder = await open.room.addPatient(CARD);
		const first = await visitOf(open, folder);
		expect(first.history.isReturning).toBe(false);
		chose(first, 'conditions', 'keloid');
		chose(first, 'recent', 'dental');
		first.history.set(question(first, 'smoking').item, { state: 'declined' });
		await first.history.flush();

		const second = await visitOf(open, folder);
		expect(second.history.isReturning).toBe(true);
		expect(wordsOf(second)).toEqual([
			['conditions', { ...NO_ANSWER, choices: ['keloid'] }],
			['smoking', { state: 'declined' }]
		]);
		expect(second.history.ofTheDay.map(({ state }) => state)).toEqual(['open', 'open']);
		// What was said of the weeks before another visit says nothing of these.
		expect(second.history.flags.map(({ id }) => id)).toEqual(['keloid']);
		chose(second, 'smoking', 'never');
		await second.history.confirm();
		expect(second.history.earlier).toEqual([]);
		expect(question(second, 'conditions').confirmedAt).not.toBeNull();
		expect(question(second, 'smoking')).toMatchObject({
			before: [{ answer: { state: 'declined' } }]
		});
		const file = new PatientFile(open.desk, folder);
		await file.read();
		expect(file.history?.answered.map(({ item }) => item.id)).toEqual(['conditions', 'smoking']);
		expect(second.history.hasConfirmed).toBe(true);
		await second.history.reopen();
		expect(second.history.earlier.map(({ item }) => item.id)).toEqual(['conditions']);
		expect(wordsOf(await visitOf(open, folder))).toHaveLength(2);
	});

	it('tells who talked about what, and takes it back', async () => {
		const open = await made();
		const folder = await open.room.addPatient(CARD);
		const visit = await visitOf(open, folder);
		chose(visit, 'conditions', 'keloid');
		await visit.history.talk('keloid', true);
		const [flag] = visit.history.flags;
		expect(flag?.talked).toMatchObject({ outcome: 'talked', flag: 'keloid' });
		await visit.history.talk('keloid', false);
		expect(visit.history.flags[0]?.talked).toBeNull();
		await visit.history.talk('keloid', true);
		// In each visit anew.
		expect((await visitOf(open, folder)).history.flags[0]?.talked).toBeNull();
	});

	it('that asks for a pause holds the simulation off until somebody chooses to go on', async () => {
		const open = await made();
		const visit = await visitOf(open, null);
		const isPaused = async () => (await open.room.limitsOf(visit.place)).isPaused;
		expect(await isPaused()).toBe(false);
		chose(visit, 'flaw', 'yes');
		chose(visit, 'flaw-distress', 'much');
		expect(visit.history.isPaused).toBe(true);
		await visit.history.flush();
		expect(await isPaused()).toBe(true);
		await visit.history.goOn();
		expect(await isPaused()).toBe(false);
		expect(visit.history.wentOn).toMatchObject({ outcome: 'went-on' });
		await visit.history.pause();
		expect(await isPaused()).toBe(true);
	});

	it('moves with its visit into the file of a patient', async () => {
		const open = await made();
		const visit = await visitOf(open, null);
		chose(visit, 'conditions', 'keloid');
		await visit.history.talk('keloid', true);
		const patient = await open.room.addPatient(CARD);
		const ids = await open.room.attach(visit.place.folder, patient);
		const consultation = ids[visit.place.consultation]!;
		const moved = await opened(open.desk, { folder: patient, consultation });
		expect(question(moved, 'conditions').state).toBe('settled');
		expect(moved.history.flags[0]?.talked).not.toBeNull();
	});

	it('of no visit is refused', async () => {
		const { room } = await made();
		const folder = await room.addPatient(CARD);
		const place = { folder, consultation: 'f'.repeat(32) };
		const refused = { code: 'vault.not-found' };
		await expect(
			room.answer(place, { answers: [], unchanged: [], reopened: [] })
		).rejects.toMatchObject(refused);
		await expect(room.talk(place, { flag: null, outcome: 'paused' })).rejects.toMatchObject(
			refused
		);
		await expect(room.state(folder, 'f'.repeat(32), 'x')).rejects.toMatchObject(refused);
	});
});

describe('what the answers suggest', () => {
	const suggested = ({ advice }: VisitFile) => advice.open.map(({ id }) => id);
	const taken = ({ advice }: VisitFile) => advice.taken.map(({ text }) => text);

	it('is nothing until the clinic wants suggestions, and stands nowhere until it is taken', async () => {
		const open = await made();
		const before = await visitOf(open, null);
		chose(before, 'topicals', 'retinoid');
		chose(before, 'smoking', 'daily');
		await before.history.flush();
		expect([suggested(before), taken(before)]).toEqual([[], []]);
		await open.room.setGivesAdvice(true);
		const visit = await opened(open.desk, before.place);
		expect(suggested(visit)).toEqual(['retinoid-timing', 'stop-smoking']);
		const [timing, smoking] = visit.advice.open;
		await visit.advice.putOff(smoking!);
		await visit.advice.take(timing!, 'Ask when.');
		expect([suggested(visit), taken(visit)]).toEqual([[], ['Ask when.']]);
		expect(visit.advice.taken[0]).toMatchObject({ into: 'plan', suggestion: 'retinoid-timing' });
		expect(visit.trail.map(({ deed }) => deed).slice(-2)).toEqual(['advice-noted', 'advice-noted']);
		// What was taken stays, also where no suggestions are made any more.
		await open.room.setGivesAdvice(false);
		expect(taken(await opened(open.desk, before.place))).toEqual(['Ask when.']);
		await visit.advice.takeBack(visit.advice.taken[0]!);
		expect([suggested(visit), taken(visit)]).toEqual([['retinoid-timing'], []]);
	});

	it('is asked anew in the next visit', async () => {
		const open = await made();
		await open.room.setGivesAdvice(true);
		const first = await visitOf(open, null);
		chose(first, 'smoking', 'daily');
		await first.history.flush();
		await first.advice.putOff(first.advice.open[0]!);
		const second = await visitOf(open, first.place.folder);
		expect([suggested(first), suggested(second)]).toEqual([[], ['stop-smoking']]);
	});
});

describe('the age rule', () => {
	const bornBefore = (years: number): Card['born'] => ({
		day: new Date(clock - years * YEAR).toISOString().slice(0, 10)
	});

	it('holds for whoever is said to be under 18, until the clinic says otherwise', async () => {
		const { room } = await made();
		const place = await room.beginVisit(null, FATHER);
		expect(await room.limitsOf(place)).toEqual({
			noInjectables: true,
			isPaused: false,
			isStopped: false
		});
		await room.setAgeRule({ noInjectables: false });
		expect(await room.limitsOf(place)).toMatchObject({ noInjectables: false });
		expect(await room.ageRule()).toEqual({ noInjectables: false });
	});

	it('follows where the clinic works, and the clinic may say otherwise', async () => {
		const { room } = await made();
		const place = await room.beginVisit(null, FATHER);
		expect(await room.setRegion('elsewhere')).toEqual({
			noInjectables: false,
			region: 'elsewhere'
		});
		expect(await room.limitsOf(place)).toMatchObject({ noInjectables: false });
		expect(await room.setRegion('england')).toEqual({ noInjectables: true, region: 'england' });
		expect(await room.limitsOf(place)).toMatchObject({ noInjectables: true });
		await room.setAgeRule({ noInjectables: false, region: 'england' });
		expect(await room.ageRule()).toEqual({ noInjectables: false, region: 'england' });
	});

	it('holds for whom the card makes under 18, whatever was said, and asks again', async () => {
		const open = await made();
		const folder = await open.room.addPatient({ ...CARD, born: bornBefore(17) });
		const visit = await visitOf(open, folder);
		expect([visit.age, visit.isContradicted]).toEqual([17, true]);
		expect(await open.room.limitsOf(visit.place)).toMatchObject({ noInjectables: true });
		await visit.giveConsent(FATHER);
		expect(visit.isContradicted).toBe(false);
		expect(visit.consent).toMatchObject(FATHER);
		expect(await open.room.limitsOf(visit.place)).toMatchObject({ noInjectables: true });
	});

	it('takes of a birth year the youngest age', async () => {
		const open = await made();
		const folder = await open.room.addPatient({ ...CARD, born: { year: 2008 } });
		const visit = await visitOf(open, folder);
		expect([visit.age, visit.isContradicted]).toEqual([17, true]);
		await visit.setCard({ ...CARD, born: { day: '2008-01-01' } });
		expect([visit.age, visit.isContradicted]).toEqual([18, false]);
		expect(await open.room.limitsOf(visit.place)).toMatchObject({ noInjectables: false });
	});

	it('holds for nobody else', async () => {
		const open = await made();
		const folder = await open.room.addPatient({ ...CARD, born: bornBefore(30) });
		const visit = await visitOf(open, folder);
		expect(visit.isContradicted).toBe(false);
		expect(await open.room.limitsOf(visit.place)).toMatchObject({ noInjectables: false });
	});
});

describe('a file', () => {
	it('keeps what stood on the card before, with who changed it when', async () => {
		const open = await made();
		const folder = await open.room.addPatient(CARD);
		const file = new PatientFile(open.desk, folder);
		await file.setCard({ ...CARD, number: '7' });
		await file.setCard({ ...CARD, number: '7' });
		await file.setCard({ ...CARD, name: 'Zoë Jones', number: '7' });
		expect(file.cardChanges.map(({ before }) => [before.name, before.number])).toEqual([
			[CARD.name, '7'],
			[CARD.name, '']
		]);
		expect(file.cover?.card?.name).toBe('Zoë Jones');
	});

	it('lets the patient disagree with a note, which stays as it is', async () => {
		const open = await made();
		const folder = await open.room.addPatient(CARD);
		const file = new PatientFile(open.desk, folder);
		await file.addNote('seems anxious', null);
		const note = file.notes[0]!.latest.id;
		await file.addStatement(note, 'I was tired.');
		await file.addNote('seemed anxious', note);
		const [thread] = file.notes;
		expect(file.statementsOn(thread!).map(({ text }) => text)).toEqual(['I was tired.']);
		expect([thread!.latest, ...thread!.earlier].map(({ note: { text } }) => text)).toEqual([
			'seemed anxious',
			'seems anxious'
		]);
	});
});
