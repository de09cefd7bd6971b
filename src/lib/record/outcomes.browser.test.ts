import { afterEach, describe, expect, it } from 'vitest';
import { refusalOf as refused } from '../../../tests/support/refusal.ts';
import {
	AGREED,
	clearVaults,
	close,
	freshName,
	kit,
	openVault
} from '../../../tests/support/vault.ts';
import type { Desk } from './desk.svelte.ts';
import { OutcomeFile } from './outcome-file.svelte.ts';
import { PatientFile } from './patient-file.svelte.ts';
import { unpacked } from './portable.ts';
import type { RecordRoom } from './protocol.ts';
import { roomOver } from './room.ts';
import type { Card, NewAnswer, PlanItem } from './types.ts';

afterEach(clearVaults);

const refusalOf = (attempt: Promise<unknown>): Promise<string> => refused(attempt, 'done');

const DAY = 86_400_000;
let clock = Date.UTC(2026, 10, 2, 12);
const now = (): number => (clock += 1000);

const card = (name: string, year: number): Card => ({
	name,
	born: { year },
	number: '',
	contact: { phone: '', email: '', address: '' },
	nextOfKin: null
});
const item = (treatment: string | null, unit: string): PlanItem => ({
	id: 'b'.repeat(32),
	treatment,
	product: '',
	gtin: '',
	amount: null,
	unit,
	site: '',
	lot: '',
	expiry: null
});
const answer = (purpose: NewAnswer['purpose'], state: NewAnswer['state']): NewAnswer => ({
	purpose,
	state,
	words: 1,
	guardian: null,
	how: 'in-person',
	until: null
});
const satisfied = (value: number) => ({
	instrument: 'satisfaction',
	answers: [{ item: 'lips', value }]
});

async function made(name = freshName()): Promise<RecordRoom> {
	const { room } = roomOver(openVault(name).vault, now);
	await room.create(kit(), 'Ana');
	return room;
}

/** The desk, as far as it is asked. */
function deskOf(room: RecordRoom): {
	readonly desk: Desk;
	readonly saves: (() => Promise<void>)[];
} {
	const saves: (() => Promise<void>)[] = [];
	const saveBeforeLock = (save: () => Promise<void>) => {
		saves.push(save);
		return () => void saves.splice(saves.indexOf(save), 1);
	};
	return { desk: { open: room, saveBeforeLock } as unknown as Desk, saves };
}

async function filesOf(room: RecordRoom, folder: string) {
	const { desk, saves } = deskOf(room);
	const file = new PatientFile(desk, folder);
	await file.read();
	return { file, outcomes: new OutcomeFile(desk, file), saves };
}

/** Of somebody who named an area. */
async function withVisit(room: RecordRoom, of: Card = card('Zoë', 1984)) {
	const folder = await room.addPatient(of);
	const place = await room.beginVisit(folder, AGREED);
	await room.setConcerns(place, [{ area: 'lips', at: [0, 0], text: '' }]);
	return { folder, place };
}

describe('a questionnaire', () => {
	it('is kept with its version, visit and score, each question left out as such', async () => {
		const name = freshName();
		const one = openVault(name);
		const { room } = roomOver(one.vault, now);
		const { person } = await room.create(kit(), 'Ana');
		const { folder, place } = await withVisit(room);
		const { outcomes } = await filesOf(room, folder);
		const [rating, scale] = outcomes.instruments;
		expect([rating?.id, scale?.id]).toEqual(['satisfaction', 'self-esteem']);
		const asking = outcomes.ask(scale!);
		expect(asking.items).toHaveLength(10);
		for (const at of asking.items.keys()) {
			asking.go(at);
			asking.choose(2);
		}
		await asking.finish();
		const partly = outcomes.ask(scale!);
		partly.choose(1);
		partly.go(4);
		partly.choose(3);
		partly.choose(3);
		await partly.finish();
		await partly.finish();
		expect(outcomes.series.map(({ points }) => points.map(({ value }) => value))).toEqual([
			[15, null]
		]);
		await close(one);
		const next = roomOver(openVault(name).vault, now).room;
		await next.unlock(kit(), false);
		const { entries } = await next.folder(folder);
		const kept = entries.flatMap(({ entry }) => (entry.kind === 'outcome' ? [entry] : []));
		expect(kept).toHaveLength(2);
		const [first, second] = kept.toSorted((a, b) => a.at - b.at);
		expect(first).toMatchObject({
			instrument: 'self-esteem',
			version: 1,
			score: 15,
			by: person,
			consultation: place.consultation
		});
		expect(second).toMatchObject({ score: null });
		expect(second?.answers.map(({ value }) => value)).toEqual([
			1,
			...Array.from({ length: 9 }, () => null)
		]);
		const deeds = entries.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry.deed] : []));
		expect(deeds.filter((deed) => deed === 'outcome-told')).toHaveLength(2);
	});

	it('of which nothing was answered leaves nothing, and one that is open is kept by locking', async () => {
		const room = await made();
		const { folder } = await withVisit(room);
		const { outcomes, saves } = await filesOf(room, folder);
		const [rating] = outcomes.instruments;
		await outcomes.ask(rating!).finish();
		expect(outcomes.series).toEqual([]);
		const asking = outcomes.ask(rating!);
		const forget = outcomes.keepOnLock(asking);
		asking.choose(7);
		await Promise.all(saves.map((save) => save()));
		expect(outcomes.series).toMatchObject([{ item: 'lips', points: [{ value: 7 }] }]);
		forget();
		expect(saves).toEqual([]);
		await asking.finish();
		expect(outcomes.series[0]?.points).toHaveLength(1);
	});

	it('takes nothing that is no answer to it, and asks of no area that was not named', async () => {
		const room = await made();
		const folder = await room.addPatient(card('Zoë', 1984));
		const { outcomes } = await filesOf(room, folder);
		expect(outcomes.instruments.map(({ id }) => id)).toEqual(['self-esteem']);
		for (const told of [
			satisfied(11),
			{ ...satisfied(3), instrument: 'face-q' },
			{ instrument: 'self-esteem', answers: [{ item: '1', value: 2 }] }
		]) {
			expect(await refusalOf(room.tellOutcome(folder, told))).toBe('unexpected');
		}
	});

	it('is in every copy that the patient is given, and comes with it to another clinic', async () => {
		const room = await made();
		const { folder } = await withVisit(room);
		await room.tellOutcome(folder, satisfied(4));
		const readable = new Uint8Array([1]);
		for (const what of ['access', 'portability'] as const) {
			const copy = await room.makeCopy(folder, { what, readable: readable.slice(), fee: '' });
			const { entries } = await unpacked(copy.slice());
			expect(entries.filter(({ entry }) => entry.kind === 'outcome')).toHaveLength(1);
			if (what === 'access') continue;
			const brought = await room.importPatient(copy);
			expect((await filesOf(room, brought)).outcomes.series).toMatchObject([
				{ item: 'lips', points: [{ value: 4 }] }
			]);
		}
	});
});

describe('numbers for research', () => {
	/** One who was treated, and said something before and after. */
	async function patient(room: RecordRoom, n: number, after: number): Promise<string> {
		const { folder, place } = await withVisit(room, card(`P${String(n)}`, 1984));
		await room.tellOutcome(folder, satisfied(5));
		await room.setTreatmentPlan(place, {
			marks: [],
			items: [item('lip_upper_volume', 'mL'), item('lip_width', 'mL'), item(null, '')],
			note: '',
			quote: null
		});
		await room.setTreatedOn(place, '2026-11-03');
		clock += 5 * DAY;
		await room.tellOutcome(folder, satisfied(after));
		clock -= 5 * DAY;
		return folder;
	}

	it('count who agreed and nobody else, tell of no few, and are noted with each as they leave', async () => {
		const room = await made();
		const folders: string[] = [];
		for (let n = 0; n < 12; n++) folders.push(await patient(room, n, 8));
		const [objects, withdrew, restricted, ...others] = folders;
		const agree = (folder: string) => room.answerPurpose(folder, answer('research', 'given'));
		for (const folder of others) await agree(folder);
		expect(others).toHaveLength(9);
		expect(await room.numbersForResearch()).toBeNull();
		expect(await room.releaseNumbers()).toBeNull();
		for (const folder of [objects, withdrew, restricted]) await agree(folder!);
		await room.answerPurpose(objects!, answer('clinical-audit', 'declined'));
		await room.answerPurpose(withdrew!, answer('research', 'withdrawn'));
		const last = await patient(room, 12, 3);
		await agree(last);
		await room.restrict(restricted!, true, 'It is contested');
		expect(await room.numbersForResearch()).toEqual({
			ages: { cells: [], rest: 10, total: 10 },
			treatments: {
				cells: [
					{ key: ['lips', 'filler', '2026'], count: 10 },
					{ key: ['other', 'other', '2026'], count: 10 }
				],
				rest: 'none',
				total: 20
			},
			changes: { cells: [], rest: 10, total: 10 }
		});
		const releasesOf = async (folder: string) =>
			(await room.folder(folder)).entries.flatMap(({ entry }) =>
				entry.kind === 'release' ? [entry] : []
			);
		expect(await releasesOf(last)).toEqual([]);
		const numbers = await room.releaseNumbers();
		expect(JSON.stringify(numbers)).not.toMatch(/P\d|\d{4}-\d\d/);
		for (const folder of [...others, last]) {
			expect(await releasesOf(folder)).toMatchObject([
				{ what: 'numbers', uses: ['research', 'clinical-audit'] }
			]);
		}
		for (const folder of [objects, withdrew, restricted]) {
			expect(await releasesOf(folder!)).toEqual([]);
		}
	});
});
