import { unzipSync } from 'fflate';
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
import type { CaseUse } from '../rights/index.ts';
import { controllerOf } from './controllers-in.ts';
import { unpacked } from './portable.ts';
import { releasesIn } from './privacy-in.ts';
import { Records } from './records.ts';
import { teachingOffer, weekAt, type TeachingCase } from './teaching-case.ts';
import type { Card, NewAnswer, NewPhotograph, NewStudy } from './types.ts';

afterEach(clearVaults);

const refusalOf = (attempt: Promise<unknown>): Promise<string> => refused(attempt, 'done');

const DAY = 86_400_000;
let clock = 0;
beforeEach(() => (clock = Date.UTC(2026, 10, 2, 12)));

const CARD: Card = {
	name: 'Zoë Canary',
	born: { day: '1984-02-29' },
	number: 'CLINIC-4711',
	contact: { phone: '+44 20 7946 0000', email: 'zoe@example.org', address: 'Birdcage Walk 1' },
	nextOfKin: { name: 'Max Finch', contact: '+44 2', informed: true }
};
const STUDY: NewStudy = {
	quarterTurns: 0,
	landmarks: null,
	scale: { irisDiameter: 11.7, pupilDistance: null },
	variants: { A: {}, B: {}, C: {} },
	shown: 'none',
	unlinked: [],
	marks: { strokes: [], folds: [] }
};
const photograph = (seed: number): NewPhotograph => ({
	photograph: {
		openedAt: clock,
		view: 'frontal',
		standardView: 'front',
		source: null,
		width: 3,
		height: 4,
		observation: null,
		model: '',
		app: ''
	},
	study: STUDY,
	bytes: pattern(900, seed),
	thumbnail: pattern(90, seed + 1)
});
const answer = (purpose: NewAnswer['purpose'], state: NewAnswer['state']): NewAnswer => ({
	purpose,
	state,
	words: 1,
	guardian: null,
	how: 'in-person',
	until: null
});
const item = {
	id: 'e'.repeat(32),
	treatment: 'jaw_masseter',
	product: 'Toxin 100',
	gtin: '01234567890128',
	amount: 12.5,
	unit: 'U',
	site: 'Canary Wharf',
	lot: 'LOT-CANARY',
	expiry: '2028-01-31'
};

async function made() {
	const { vault } = openVault(freshName());
	const opened = await vault.create(kit());
	const space = () => Promise.resolve({ used: 0, quota: 10e9 });
	const records = await Records.open(vault, opened, () => (clock += 1000), space);
	await records.namePerson(opened.person, 'Ana Nightingale');
	return { records };
}

/** A patient with a visit that has a photograph, a note and a plan. */
async function withVisit() {
	const { records } = await made();
	const folder = await records.addPatient(CARD);
	const { consultation } = await records.keepPhotograph(folder, AGREED, photograph(1));
	const place = { folder, consultation };
	await records.addNote(folder, { consultation, text: 'the first visit', amends: null });
	await records.visits.setTreatmentPlan(place, { marks: [], items: [item], note: '', quote: null });
	const entries = async () => (await records.folder(folder)).entries;
	return { records, folder, place, entries };
}

async function secondVisit({ records, folder }: Awaited<ReturnType<typeof withVisit>>) {
	clock += 84 * DAY;
	const { consultation } = await records.keepPhotograph(folder, AGREED, photograph(5));
	await records.addNote(folder, { consultation, text: 'the second visit', amends: null });
	return { folder, consultation };
}

describe('a case for teaching', () => {
	const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

	function caseOf(content: Partial<TeachingCase> = {}): TeachingCase {
		return {
			age: { from: 40, to: 49 },
			pictures: [{ view: 'front', isIllustration: false, week: 12 }],
			done: [{ treatment: 'jaw_masseter', product: 'Toxin 100', amount: 12.5, unit: 'U' }],
			text: 'Seen in week 12.',
			...content
		};
	}
	const newCase = (
		consultation: string,
		content: TeachingCase = caseOf(),
		use: CaseUse = 'training'
	) => ({
		consultation,
		use,
		content,
		pictures: content.pictures.map(() => JPEG),
		readable: new TextEncoder().encode('<p>Seen in week 12.</p>')
	});

	it('leaves for nothing but teaching that is agreed to, and stands in the file then', async () => {
		const { records, folder, place, entries } = await withVisit();
		const make = () => records.releases.makeTeachingCase(folder, newCase(place.consultation));
		expect(await refusalOf(make())).toBe('privacy.not-agreed');
		await records.privacy.answer(folder, answer('promotion-web', 'given'));
		expect(await refusalOf(make())).toBe('privacy.not-agreed');
		expect(releasesIn(await entries())).toEqual([]);
		await records.privacy.answer(folder, answer('training', 'given'));
		await make();
		expect(releasesIn(await entries())).toMatchObject([
			{
				what: 'picture',
				content: 'teaching-case',
				consultation: place.consultation,
				uses: ['record', 'training'],
				isAttested: true
			}
		]);
	});

	it('does not leave after a withdrawal, nor under a restriction', async () => {
		const { records, folder, place } = await withVisit();
		const make = () => records.releases.makeTeachingCase(folder, newCase(place.consultation));
		await records.privacy.answer(folder, answer('training', 'given'));
		await records.privacy.restrict(folder, true, 'It is contested');
		expect(await refusalOf(make())).toBe('privacy.restricted');
		await records.privacy.restrict(folder, false, 'It was settled');
		await make();
		await records.privacy.answer(folder, answer('training', 'withdrawn'));
		expect(await refusalOf(make())).toBe('privacy.withdrawn');
	});

	it('leaves to be published only with an agreement to that, and for teaching only with that one', async () => {
		const { records, folder, place, entries } = await withVisit();
		const make = (use: CaseUse) =>
			records.releases.makeTeachingCase(folder, newCase(place.consultation, caseOf(), use));
		for (const purpose of ['training', 'promotion-web', 'promotion-print'] as const) {
			await records.privacy.answer(folder, answer(purpose, 'given'));
		}
		expect(await refusalOf(make('case-publication'))).toBe('privacy.not-agreed');
		await records.privacy.answer(folder, answer('case-publication', 'given'));
		await records.privacy.answer(folder, answer('training', 'withdrawn'));
		expect(await refusalOf(make('training'))).toBe('privacy.withdrawn');
		const { 'case.json': data } = unzipSync(await make('case-publication'));
		expect(JSON.parse(new TextDecoder().decode(data))).toMatchObject({ use: 'case-publication' });
		await records.privacy.answer(folder, answer('case-publication', 'withdrawn'));
		expect(await refusalOf(make('case-publication'))).toBe('privacy.withdrawn');
		// What had left for it is still told after the withdrawal.
		expect(releasesIn(await entries())).toMatchObject([
			{ content: 'teaching-case', uses: ['record', 'case-publication'], isAttested: true }
		]);
	});

	it('asks for illustrations as well where it shows one', async () => {
		const { records, folder, place, entries } = await withVisit();
		await records.privacy.answer(folder, answer('training', 'given'));
		await records.privacy.answer(folder, answer('simulation', 'withdrawn'));
		const pictures = [{ view: 'front', isIllustration: true, week: null }] as const;
		const illustrated = newCase(place.consultation, caseOf({ pictures }));
		const make = () => records.releases.makeTeachingCase(folder, illustrated);
		expect(await refusalOf(make())).toBe('privacy.withdrawn');
		await records.privacy.answer(folder, answer('simulation', 'given'));
		await make();
		expect(releasesIn(await entries())[0]?.uses).toEqual(['record', 'simulation', 'training']);
	});

	it('holds what is on its list, and no name, number, lot, id or day', async () => {
		const { records, folder, place, entries } = await withVisit();
		await records.privacy.answer(folder, answer('training', 'given'));
		const { age, done } = teachingOffer(await entries(), place.consultation);
		expect(age).toEqual({ from: 40, to: 49 });
		const content = caseOf({ age, done });
		const zip = await records.releases.makeTeachingCase(
			folder,
			newCase(place.consultation, content)
		);
		const files = unzipSync(zip);
		expect(Object.keys(files)).toEqual(['case.html', 'pictures/01.jpg', 'case.json']);
		expect(files['pictures/01.jpg']).toEqual(JPEG);
		const json = new TextDecoder().decode(files['case.json']);
		expect(JSON.parse(json)).toEqual({
			format: 'vultus-teaching-case',
			formatVersion: 2,
			use: 'training',
			...content,
			pictures: [{ view: 'front', isIllustration: false, week: 12, file: 'pictures/01.jpg' }]
		});
		const all = new TextDecoder('latin1').decode(zip) + json;
		const secrets = ['Canary', 'Zo', 'Finch', 'Nightingale', '4711', 'LOT', '0123', 'example'];
		for (const secret of [...secrets, folder, place.consultation, '1984', '2026']) {
			expect(all, secret).not.toContain(secret);
		}
	});

	it('is refused where what was typed tells of somebody, or anything else is in it', async () => {
		const { records, folder, place, entries } = await withVisit();
		await records.privacy.answer(folder, answer('training', 'given'));
		const make = (content: TeachingCase) =>
			refusalOf(records.releases.makeTeachingCase(folder, newCase(place.consultation, content)));
		for (const text of ['Mrs canary', 'Max came along', 'seen by Nightingale', 'in 2026']) {
			expect(await make(caseOf({ text })), text).toBe('teaching.identifies');
		}
		const [done] = caseOf().done;
		const named = [{ ...done!, product: 'for Zoe' }];
		expect(await make(caseOf({ done: named }))).toBe('teaching.identifies');
		const more = { ...done!, lot: 'L1' };
		expect(await make(caseOf({ done: [more] }))).toBe('unexpected');
		expect(releasesIn(await entries())).toEqual([]);
	});

	it('counts weeks from the last treatment before', async () => {
		const first = await withVisit();
		const { records, place, entries } = first;
		const at = clock;
		expect(weekAt(await entries(), at)).toBeNull();
		await records.setTreatedOn(place, '2026-11-02');
		const kept = await entries();
		expect([0, 6, 7, 84].map((days) => weekAt(kept, at + days * DAY))).toEqual([0, 0, 1, 12]);
		expect(weekAt(kept, at - DAY)).toBeNull();
	});
});

describe('an independent consultant', () => {
	const READABLE = pattern(300, 9);

	async function tagged() {
		const first = await withVisit();
		const second = await secondVisit(first);
		const { records } = first;
		const id = await records.controllers.addConsultant(' Dr Bell ', 'bell@example.org');
		const [bell] = await records.controllers.consultants();
		return { ...first, second, id, bell: bell! };
	}

	it('is on the clinic’s list, and answers for the visits that are said to be theirs', async () => {
		const { records, entries, second, id, bell, place } = await tagged();
		expect(bell).toEqual({ id, name: 'Dr Bell', contact: 'bell@example.org' });
		await records.controllers.set(second, { consultant: bell, isJoint: true });
		expect(controllerOf(await entries(), second.consultation)).toMatchObject({
			consultant: bell,
			isJoint: true
		});
		expect(controllerOf(await entries(), place.consultation)).toBeNull();
		await records.controllers.removeConsultant(id);
		expect(await records.controllers.consultants()).toEqual([]);
		expect(controllerOf(await entries(), second.consultation)?.consultant).toEqual(bell);
		clock -= 2 * DAY;
		await records.controllers.set(second, { consultant: null, isJoint: false });
		expect(controllerOf(await entries(), second.consultation)).toBeNull();
	});

	it('is given their own visits and nothing of others, on record, and it opens elsewhere', async () => {
		const { records, folder, entries, second, bell, place } = await tagged();
		await records.controllers.set(second, { consultant: bell, isJoint: false });
		const bytes = await records.releases.makeConsultantFile(folder, bell.id, READABLE.slice());
		const file = await unpacked(bytes);
		const text = JSON.stringify(file.entries);
		expect(text).toContain('the second visit');
		expect(text).not.toContain('the first visit');
		expect(text).not.toContain('LOT-CANARY');
		expect(text).not.toContain(place.consultation);
		expect(file.entries.map(({ entry }) => entry.kind).toSorted()).toEqual([
			'consent',
			'consultation',
			'controller',
			'cover',
			'note',
			'photograph',
			'study'
		]);
		expect(file.pictures.size).toBe(2);
		expect([...file.pictures.values()]).toContainEqual(pattern(900, 5));
		expect(releasesIn(await entries())).toMatchObject([
			{ what: 'consultant', content: 'Dr Bell', uses: [] }
		]);
		const to = await made();
		const there = await to.records.importPatient(bytes.slice());
		const here = (await to.records.folder(there)).entries;
		expect(here.find(({ entry }) => entry.kind === 'cover')?.entry).toMatchObject({ card: CARD });
		const visit = here.find(({ entry }) => entry.kind === 'consultation');
		expect(controllerOf(here, visit!.id)?.consultant).toEqual(bell);
	});

	it('is given nothing of a restricted file, nor where no visit is theirs', async () => {
		const { records, folder, entries, second, bell } = await tagged();
		const make = () => records.releases.makeConsultantFile(folder, bell.id, READABLE.slice());
		expect(await refusalOf(make())).toBe('vault.not-found');
		await records.controllers.set(second, { consultant: bell, isJoint: false });
		await records.privacy.restrict(folder, true, 'It is contested');
		expect(await refusalOf(make())).toBe('privacy.restricted');
		expect(releasesIn(await entries())).toEqual([]);
		// The patient's own copy goes on, with who answers for what in it.
		const readable = READABLE.slice();
		const copy = { what: 'access', readable, fee: '' } as const;
		const { entries: all } = await unpacked(await records.releases.makeCopy(folder, copy));
		expect(JSON.stringify(all)).toContain('bell@example.org');
	});
});
