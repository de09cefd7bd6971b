import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	AGREED,
	clearVaults,
	close,
	freshName,
	kit,
	openVault,
	pattern
} from '../../../tests/support/vault.ts';
import { calendarDay } from '../signing/index.ts';
import { decodeEntry, encodeEntry } from './codec.ts';
import { changesOf, handedIn, type Handed, type Signed } from './handed.ts';
import { Records } from './records.ts';
import type { ConsentWords, Entry, NewSignature, PlanContent, VisitPlace } from './types.ts';

afterEach(clearVaults);

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 2, 17, 30);
let clock = START;
beforeEach(() => (clock = START));

const WORDS: ConsentWords = {
	title: 'Referral for an operation',
	about: 'What is done.',
	risks: ['Bleeding', 'Scars'],
	aftercare: 'Take your time.',
	reflectionDays: 14
};
const AT_ONCE = { ...WORDS, title: 'Toxin', reflectionDays: 0 };
const PLAN: PlanContent = {
	marks: [],
	items: [
		{
			id: 'c'.repeat(32),
			treatment: null,
			product: 'Gel 7',
			gtin: '',
			amount: 0.5,
			unit: 'mL',
			site: 'Lip',
			lot: '',
			expiry: null
		}
	],
	note: '',
	quote: null
};
const CLOSING = 'The pictures are illustrations.';

async function made() {
	const name = freshName();
	const one = openVault(name);
	const opened = await one.vault.create(kit());
	const now = () => (clock += 1000);
	const space = () => Promise.resolve({ used: 0, quota: 10e9 });
	const records = await Records.open(one.vault, opened, now, space);
	return { ...one, name, records };
}

type Made = Awaited<ReturnType<typeof made>>;

/** A visit with a plan and this text handed over in it. */
async function handedOver({ records }: Made, words: ConsentWords) {
	const visit = await records.beginVisit(null, AGREED);
	await records.visits.setTreatmentPlan(visit, PLAN);
	await records.papers.keepText(null, 'surgery', words);
	const [text] = await records.papers.texts();
	return { visit, text: text!, handover: await records.consents.handOver(visit, text!, CLOSING) };
}

const signature = (handover: string): NewSignature => ({
	handover,
	variant: null,
	mark: {
		kind: 'drawn',
		width: 300,
		height: 100,
		strokes: [
			[
				[0, 0],
				[10, 20.5]
			]
		]
	},
	pictures: [
		{ isIllustration: false, bytes: pattern(4000, 1) },
		{ isIllustration: true, bytes: pattern(4000, 2) }
	],
	acknowledged: WORDS.risks.length
});

async function handedOf({ records }: Made, folder: string): Promise<readonly Handed[]> {
	return handedIn((await records.folder(folder)).entries);
}

async function signedIn(one: Made, { folder }: VisitPlace): Promise<Signed> {
	const signed = (await handedOf(one, folder))[0]?.signature ?? null;
	if (signed === null) throw new Error('not signed');
	return signed;
}

async function changed(one: Made, visit: VisitPlace) {
	const { entries } = await one.records.folder(visit.folder);
	const read = (asset: string) => one.records.picture(visit.folder, asset);
	return changesOf(entries, await signedIn(one, visit), read);
}

/** As somebody would who has the keys: past the records. */
async function rewrite(one: Made, folder: string, id: string, to: (entry: Entry) => Entry) {
	const entry = decodeEntry((await one.vault.record(folder, id)).content);
	const records = [{ id, content: encodeEntry(to(entry)) }];
	await one.vault.save(folder, { records, assets: [] });
}

async function deeds({ records }: Made, folder: string): Promise<readonly string[]> {
	const { entries } = await records.folder(folder);
	return entries
		.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry] : []))
		.toSorted((a, b) => a.n - b.n)
		.map(({ deed }) => deed);
}

describe('a treatment consent', () => {
	it('is signed only when the days to think are over, and says from which day on', async () => {
		const one = await made();
		const { visit, handover } = await handedOver(one, WORDS);
		const [handed] = await handedOf(one, visit.folder);
		const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
		expect(handed?.opensOn).toBe(calendarDay(START + 14 * DAY, zone));
		const early = one.records.consents.sign(visit, signature(handover));
		await expect(early).rejects.toMatchObject({
			code: 'consent.too-early',
			details: { day: handed?.opensOn }
		});
		await one.records.consents.postpone(visit, handover);
		clock = START + 14 * DAY;
		await one.records.consents.sign(visit, signature(handover));
		expect(await changed(one, visit)).toEqual([]);
		const [after] = await handedOf(one, visit.folder);
		expect(after?.postponedAt).toBeGreaterThan(START);
		expect(after?.signature?.terms).toMatchObject({ signer: 'patient', reflectionDays: 14 });
		expect(await deeds(one, visit.folder)).toEqual([
			'consent-given',
			'treatment-plan-changed',
			'consent-handed',
			'consent-postponed',
			'consent-signed'
		]);
		await close(one);
	});

	it('is signed once, with every risk acknowledged', async () => {
		const one = await made();
		const { visit, handover } = await handedOver(one, AT_ONCE);
		const { consents } = one.records;
		const some = { ...signature(handover), acknowledged: 1 };
		await expect(consents.sign(visit, some)).rejects.toMatchObject({ code: 'consent.incomplete' });
		await consents.sign(visit, signature(handover));
		await expect(consents.sign(visit, signature(handover))).rejects.toMatchObject({
			code: 'consent.signed'
		});
		await close(one);
	});

	it('counts from when the text was first handed over, and anew once it was signed', async () => {
		const one = await made();
		const { visit, text, handover } = await handedOver(one, AT_ONCE);
		const { consents } = one.records;
		clock += 3 * DAY;
		expect(await consents.handOver(visit, text, CLOSING)).toBe(handover);
		await consents.sign(visit, signature(handover));
		expect(await consents.handOver(visit, text, CLOSING)).not.toBe(handover);
		await close(one);
	});

	it('keeps a signature that was withdrawn', async () => {
		const one = await made();
		const { visit, handover } = await handedOver(one, AT_ONCE);
		await one.records.consents.sign(visit, signature(handover));
		const { id } = await signedIn(one, visit);
		await one.records.consents.withdraw(visit, id, 'Not now');
		expect(await signedIn(one, visit)).toMatchObject({ id, withdrawal: { reason: 'Not now' } });
		expect(await changed(one, visit)).toEqual([]);
		await close(one);
	});

	it('says that plan, text or picture are not any more as they were signed, each by itself', async () => {
		const one = await made();
		const { visit, handover } = await handedOver(one, AT_ONCE);
		await one.records.consents.sign(visit, signature(handover));
		const { pictures, id } = await signedIn(one, visit);

		// The lot is known on the day; it is not what was agreed to.
		const [item] = PLAN.items;
		await one.records.visits.setTreatmentPlan(visit, { ...PLAN, items: [{ ...item!, lot: 'L1' }] });
		expect(await changed(one, visit)).toEqual([]);
		await one.records.visits.setTreatmentPlan(visit, {
			...PLAN,
			items: [{ ...item!, amount: 0.6 }]
		});
		expect(await changed(one, visit)).toEqual([{ part: 'plan' }]);
		await one.records.visits.setTreatmentPlan(visit, PLAN);

		await rewrite(one, visit.folder, handover, (entry) =>
			entry.kind === 'handover' ? { ...entry, words: { ...entry.words, title: 'Toxim' } } : entry
		);
		expect(await changed(one, visit)).toEqual([{ part: 'text' }]);
		await rewrite(one, visit.folder, handover, (entry) =>
			entry.kind === 'handover' ? { ...entry, words: AT_ONCE } : entry
		);

		const other = pattern(4000, 2);
		other[3999] = 255 - (other[3999] ?? 0);
		const asset = pictures[1]!.asset;
		const assets = [{ id: asset, header: new Uint8Array(), content: other }];
		await one.vault.save(visit.folder, { records: [], assets });
		expect(await changed(one, visit)).toEqual([{ part: 'picture', at: 1 }]);
		const before = [{ id: asset, header: new Uint8Array(), content: pattern(4000, 2) }];
		await one.vault.save(visit.folder, { records: [], assets: before });
		expect(await changed(one, visit)).toEqual([]);

		await rewrite(one, visit.folder, id, (entry) =>
			entry.kind === 'signature' ? { ...entry, mark: { kind: 'typed', name: 'Ana' } } : entry
		);
		expect(await changed(one, visit)).toEqual([{ part: 'mark' }]);
		await close(one);
	});

	it('goes along unchanged when the visit becomes a patient’s', async () => {
		const one = await made();
		const { visit, handover } = await handedOver(one, AT_ONCE);
		await one.records.consents.sign(visit, signature(handover));
		const patient = await one.records.addPatient({
			name: 'Zoë Ångström',
			born: null,
			number: '',
			contact: { phone: '', email: '', address: '' },
			nextOfKin: null
		});
		const ids = await one.records.attach(visit.folder, patient);
		const there = { folder: patient, consultation: ids[visit.consultation]! };
		expect(await changed(one, there)).toEqual([]);
		expect((await handedOf(one, patient))[0]?.consultation).toBe(there.consultation);
		await close(one);
	});

	it('is a disclosure in the trail where somebody else is told', async () => {
		const one = await made();
		const visit = await one.records.beginVisit(null, AGREED);
		await one.records.consents.refer(visit, { to: 'Dr Brown', reason: 'Please see her' });
		const { entries } = await one.records.folder(visit.folder);
		expect(entries.map(({ entry }) => entry)).toContainEqual(
			expect.objectContaining({ kind: 'referral', to: 'Dr Brown' })
		);
		expect(await deeds(one, visit.folder)).toEqual(['consent-given', 'referral-written']);
		await close(one);
	});
});

describe('the clinic’s papers', () => {
	it('keep every version of a text', async () => {
		const one = await made();
		const { papers } = one.records;
		const text = await papers.keepText(null, 'toxin', AT_ONCE);
		clock += 60_000;
		expect(await papers.keepText(text, '', { ...AT_ONCE, about: 'Other words.' })).toBe(text);
		await papers.keepText(null, '', WORDS);
		const versions = (await papers.texts()).filter((kept) => kept.text === text);
		expect(versions.map(({ version, start, words }) => [version, start, words.about])).toEqual([
			[2, 'toxin', 'Other words.'],
			[1, 'toxin', 'What is done.']
		]);
		await close(one);
	});

	it('keep the letterhead with its logo until another is chosen', async () => {
		const one = await made();
		const { papers } = one.records;
		expect(await papers.letterhead()).toBeNull();
		expect(await one.records.logo()).toBeNull();
		const head = { name: 'Klinik Süd', address: 'Leeds', accent: '#0a655e' };
		await papers.keepLetterhead({ ...head, logo: pattern(900, 5) });
		await papers.keepLetterhead({ ...head, accent: null, logo: 'kept' });
		expect(await papers.letterhead()).toMatchObject({ name: 'Klinik Süd', accent: null });
		expect(await one.records.logo()).toEqual(pattern(900, 5));
		await papers.keepLetterhead({ ...head, logo: null });
		expect(await one.records.logo()).toBeNull();
		await close(one);
	});
});
