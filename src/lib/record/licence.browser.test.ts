import { afterEach, describe, expect, it } from 'vitest';
import {
	again,
	clock,
	DAY,
	leased,
	made,
	over,
	photograph,
	START,
	study,
	tokenOf,
	type Made
} from '../../../tests/support/leased.ts';
import { AGREED, clearVaults, freshName, kit, text } from '../../../tests/support/vault.ts';
import { fromBase64url, toBase64url } from '../lease/index.ts';
import { newOwnerKey } from '../vault/index.ts';
import type { Entry, FolderId, KeptPhotograph } from './types.ts';

afterEach(clearVaults);

afterEach(() => (clock.seconds = START));

async function entries(one: Made, folder: FolderId): Promise<readonly Entry[]> {
	return (await one.records.folder(folder)).entries.map(({ entry }) => entry);
}

const unsent = (one: Made): number => one.records.licence.view()?.unsent ?? -1;
const ended = { code: 'licence.ended' };

describe('a visit', () => {
	it('is counted once, with the first study that shows anything, however much follows', async () => {
		let one = await leased();
		const first = await one.records.keepPhotograph(null, AGREED, photograph(0));
		expect(unsent(one)).toBe(0);
		await one.records.keepStudy(first, study(1));
		expect(unsent(one)).toBe(1);
		await one.records.keepStudy(first, study(0));
		await one.records.keepStudy(first, study(2));
		const { folder, consultation } = first;
		await one.records.keepPhotograph(folder, consultation, photograph(3));
		one = await again(one);
		await one.records.keepStudy(first, study(4));
		expect(unsent(one)).toBe(1);
		// Another day's.
		await one.records.keepPhotograph(folder, AGREED, photograph(1));
		expect(unsent(one)).toBe(2);
		const units = (await entries(one, folder)).flatMap((entry) =>
			entry.kind === 'unit' ? [entry] : []
		);
		expect(units.toSorted((a, b) => a.seq - b.seq)).toMatchObject([
			{ seq: 1, consultation },
			{ seq: 2 }
		]);
		expect(units).toHaveLength(2);
	});

	it('stays counted when its folder becomes a patient’s', async () => {
		const one = await leased();
		const kept = await one.records.keepPhotograph(null, AGREED, photograph(1));
		const card = {
			name: 'Zoë',
			born: null,
			number: '',
			contact: { phone: '', email: '', address: '' },
			nextOfKin: null
		};
		const patient = await one.records.addPatient(card);
		const ids = await one.records.attach(kept.folder, patient);
		const at = (id: string): string => ids[id] ?? id;
		const moved: KeptPhotograph = {
			folder: patient,
			consultation: at(kept.consultation),
			photograph: at(kept.photograph),
			study: at(kept.study)
		};
		await one.records.keepStudy(moved, study(0));
		await one.records.keepStudy(moved, study(2));
		expect(unsent(one)).toBe(1);
	});

	it('counts nothing where this device is not enrolled', async () => {
		const one = await made();
		const kept = await one.records.keepPhotograph(null, AGREED, photograph(1));
		expect(one.records.licence.view()).toBeNull();
		expect((await entries(one, kept.folder)).some(({ kind }) => kind === 'unit')).toBe(false);
		// Begun before enrolment, it is not counted afterwards.
		await one.records.licence.prepareDevice();
		await one.records.licence.enrol('device000000001');
		await one.records.keepStudy(kept, study(2));
		expect(unsent(one)).toBe(0);
	});

	it('and its count are written together, whichever operation fails', async () => {
		let one = await leased();
		let failures = 0;
		for (const fault of ['before', 'after', 'abort'] as const) {
			for (let n = 1; n <= 40; n += 3) {
				one.faults.arm(n, fault);
				await one.records.keepPhotograph(null, AGREED, photograph(n)).catch(() => (failures += 1));
				one.faults.disarm();
			}
			one = await again(one);
			const folders = one.records.directory.anonymous.map(({ folder }) => folder);
			const all = await Promise.all(folders.map((folder) => entries(one, folder)));
			const counted = all.flat().filter(({ kind }) => kind === 'unit').length;
			const shown = all.flat().filter(({ kind }) => kind === 'photograph').length;
			expect(unsent(one)).toBe(counted);
			expect(counted).toBe(shown);
		}
		expect(failures).toBeGreaterThan(12);
	});
});

describe('whatever the licence says', () => {
	const blocks: Readonly<Record<string, (one: Made) => Promise<void>>> = {
		expired: () => Promise.resolve(void (clock.seconds = START + 10 * DAY)),
		spent: async (one) => {
			await one.records.keepPhotograph(null, AGREED, photograph(1));
		},
		revoked: (one) => one.records.licence.refuse('device.revoked'),
		waiting: async (one) => {
			await one.records.licence.prepareDevice();
			await one.records.licence.enrol('device000000002');
		}
	};

	it.each(Object.entries(blocks))(
		'%s: begun work goes on; reading, notes, backup and erasing never ask',
		async (state, block) => {
			let one = await leased({ grant: { unit: 'visit', from: 1, to: 2 } });
			const begun = await one.records.keepPhotograph(null, AGREED, photograph(1));
			await block(one);
			one = await again(one);
			expect(one.records.licence.view()).toMatchObject({ state, mayBegin: false });
			const folders = one.records.directory.anonymous.length;
			await expect(one.records.keepPhotograph(null, AGREED, photograph(1))).rejects.toMatchObject(
				ended
			);
			expect(one.records.directory.anonymous).toHaveLength(folders);
			// A photograph without an illustration is no simulation.
			const plain = await one.records.keepPhotograph(null, AGREED, photograph(0));
			await expect(one.records.keepStudy(plain, study(1))).rejects.toMatchObject(ended);

			await one.records.keepStudy(begun, study(5));
			const stored = await one.records.reopen(begun.folder, begun.photograph);
			expect(stored.study.variants).toEqual(study(5).variants);
			await one.records.addNote(begun.folder, { consultation: null, text: 'seen', amends: null });
			await one.records.setFollowUp(begun, '2027-01-15');
			let bytes = 0;
			const { recipient } = await newOwnerKey();
			await one.vault.backup({ kind: 'owner-key', recipient }, (chunk) => {
				bytes += chunk.length;
				return Promise.resolve();
			});
			expect(bytes).toBeGreaterThan(1000);
			await one.records.erase(begun.folder);
			expect(one.records.directory.anonymous.map(({ folder }) => folder)).not.toContain(
				begun.folder
			);
		}
	);
});

describe('a renewal', () => {
	it('is signed by the device, and settles what it sent', async () => {
		const one = await leased();
		for (let visit = 0; visit < 3; visit++) {
			await one.records.keepPhotograph(null, AGREED, photograph(1));
		}
		const { signature, ...body } = await one.records.licence.request(
			'B'.repeat(22),
			'A'.repeat(43)
		);
		expect(body.receipts.map(({ seq, serial, kind }) => [seq, serial, kind])).toEqual([
			[1, 1, 1],
			[2, 2, 1],
			[3, 3, 1]
		]);
		const token = await tokenOf(one);
		await one.records.keepPhotograph(null, AGREED, photograph(1));
		await one.records.licence.settle(token, clock.seconds);
		expect(unsent(one)).toBe(1);
		expect(fromBase64url(signature)).toHaveLength(64);
	});

	it('takes no lease of another device, of another key, or of another signer', async () => {
		const one = await leased();
		for (const fields of [
			{ dev: 'device000000009' },
			{ jkt: toBase64url(new Uint8Array(32)) },
			{ kid: 'other' },
			{ aud: 'another' }
		]) {
			await expect(
				one.records.licence.settle(await tokenOf(one, fields), clock.seconds)
			).rejects.toMatchObject({ code: 'lease.invalid' });
		}
	});

	it('sends a long absence in parts', async () => {
		const one = await leased();
		const before = one.records.licence;
		for (let visit = 0; visit < 203; visit++) {
			const begun = await before.begin();
			before.hold(begun!.entry);
		}
		const part = await before.request('C'.repeat(22), 'A'.repeat(43));
		expect(part.receipts).toHaveLength(200);
		expect(part.seq).toBe(200);
		await before.settle(await tokenOf(one), clock.seconds);
		const rest = await before.request('D'.repeat(22), 'A'.repeat(43));
		expect(rest.receipts.map(({ seq }) => seq)).toEqual([201, 202, 203]);
		expect(rest.seq).toBe(203);
	});
});

it('a restored backup brings no licence to another device', async () => {
	const one = await leased();
	await one.records.keepPhotograph(null, AGREED, photograph(1));
	const chunks: Uint8Array<ArrayBuffer>[] = [];
	const { identity, recipient } = await newOwnerKey();
	await one.vault.backup({ kind: 'owner-key', recipient }, (chunk) => {
		chunks.push(chunk);
		return Promise.resolve();
	});
	const other = await over(freshName(), ({ vault }) =>
		vault.restore(new Blob(chunks), { secret: kit(), identity }, () => Promise.resolve())
	);
	expect(other.records.directory.anonymous).toHaveLength(1);
	expect(other.records.licence.view()).toBeNull();
	expect(await other.vault.signAsDevice('0'.repeat(64), text('x'))).toBeNull();
});
