import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	again,
	clock,
	enrolled,
	leased,
	over,
	photograph,
	START,
	type Made
} from '../../../tests/support/leased.ts';
import { backUp, byOwner, silent } from '../../../tests/support/backups.ts';
import { AGREED, clearVaults, freshName, rawRows, reveals } from '../../../tests/support/vault.ts';
import { canonicalJson, fromBase64url, toBase64url } from '../lease/index.ts';
import { deviceCode } from '../digest.ts';
import { newOwnerKey, openSealed, recipientOf, sealTo } from '../vault/index.ts';
import { flawsIn } from './audit.ts';
import { newLeadId } from './leads.ts';
import type { Lead, ListedDevice, NewLead, NextLeadKey, ServedLeadKey } from './types.ts';

afterEach(clearVaults);
afterEach(() => (clock.seconds = START));

const DOCUMENT = { exports: true, leads: true, leadRetentionDays: 180, recordRetentionYears: 10 };
const OFF = { ...DOCUMENT, leads: false };
const sha256 = async (words: string): Promise<string> =>
	toBase64url(
		new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words)))
	);
const policy = { ver: 2, sha256: await sha256(canonicalJson(DOCUMENT)) };
const CANARY = 'Wilhelmina Canary';
const wanted: NewLead = {
	contact: { name: CANARY, phone: '+353 1 555 0100', email: 'w@canary.example' },
	interests: ['lips', 'jaw'],
	consent: 1
};

/** What the server keeps of the key, by docs/backend.md. */
class Kept {
	version = 0;
	recipient: string | null = null;
	recovery: string | null = null;
	wraps = new Map<string, string>();

	put({ version, recipient, recovery, wraps }: NextLeadKey): void {
		expect(version).toBe(this.version + 1);
		Object.assign(this, { version, recipient, recovery });
		this.wraps = new Map(wraps.map(({ device, wrapped }) => [device, wrapped]));
	}

	for(one: Made): ServedLeadKey {
		const { version, recipient } = this;
		return { version, recipient, wrapped: this.wraps.get(deviceOf(one)) ?? null };
	}
}

const deviceOf = (one: Made): string => one.records.licence.view()?.device ?? '';
const leads = (one: Made) => one.records.leads;
const view = async (one: Made) => {
	const found = await leads(one).view();
	if (found === null) throw new Error('not enrolled');
	return found;
};

async function listed(one: Made): Promise<ListedDevice> {
	const reader = one.records.licence.reader;
	return { id: deviceOf(one), recipient: await recipientOf(reader?.identity ?? '') };
}

async function device(id: string): Promise<Made> {
	const one = await leased({ policy }, id);
	await leads(one).keepInstruction(policy.ver, DOCUMENT);
	return one;
}

let kept: Kept;
let owner: Made;
let tablet: Made;

async function rotate(one: Made, devices: readonly ListedDevice[] = []): Promise<void> {
	kept.put(await one.records.withLeads((own) => own.makeKey(kept.version + 1, devices)));
	await one.records.withLeads((own) => own.takeKey(kept.for(one)));
}

async function give(from: Made, to: Made): Promise<void> {
	const { device: id, wrapped } = await leads(from).wrapKey(await listed(to));
	kept.wraps.set(id, wrapped);
	await leads(to).takeKey(kept.for(to));
}

/** Confirms another kit, by the present one; gives what is on the paper. */
async function newKit(one: Made, present: string): Promise<string> {
	const { groups, ask } = await one.vault.prepareKit({ kind: 'recovery', kit: present });
	const { copies } = await one.vault.confirmKit(ask.map((at) => groups[at] ?? ''));
	await leads(one).keepKitKey(copies);
	return groups.join('');
}

/** The owner's and a tablet, both with the key, which was compared. */
beforeEach(async () => {
	kept = new Kept();
	owner = await device('device0000owner');
	tablet = await device('device000tablet');
	await rotate(owner);
	await give(owner, tablet);
	await leads(tablet).trustKey((await view(owner)).key?.code ?? '');
});

async function patient(one: Made): Promise<string> {
	return (await one.records.keepPhotograph(null, AGREED, photograph(0))).folder;
}

async function leadIn(one: Made, folder: string): Promise<Lead | undefined> {
	const { entries } = await one.records.folder(folder);
	return entries.map(({ entry }) => entry).find((entry) => entry.kind === 'lead');
}

const waiting = (one: Made) => leads(one).waiting.map(({ lead }) => lead);

describe('a picture', () => {
	const picture = { what: 'picture', content: 'before', uses: [], consultation: null } as const;

	it('leaves the vault only where the clinic’s instruction lets it', async () => {
		await tablet.records.releases.release(await patient(tablet), picture);
		const none = { ...DOCUMENT, exports: false };
		const ver = 4;
		const other = await leased(
			{ policy: { ver, sha256: await sha256(canonicalJson(none)) } },
			'device000other2'
		);
		await leads(other).keepInstruction(ver, none);
		const folder = await patient(other);
		await expect(other.records.releases.release(folder, picture)).rejects.toMatchObject({
			code: 'privacy.exports-off'
		});
		const { entries } = await other.records.folder(folder);
		expect(entries.filter(({ entry }) => entry.kind === 'release')).toEqual([]);
	});
});

describe('a lead', () => {
	it('is kept in the file and waits, in one transaction, whichever operation fails', async () => {
		const folder = await patient(tablet);
		let failures = 0;
		for (let n = 1; ; n++) {
			tablet.faults.arm(n, 'abort');
			const failed = await tablet.records.queueLead(folder, wanted).then(
				() => false,
				() => true
			);
			const { count } = tablet.faults;
			tablet.faults.disarm();
			const { entries } = await tablet.records.folder(folder);
			const inFile = entries.flatMap(({ entry }) => (entry.kind === 'lead' ? [entry.lead] : []));
			expect(waiting(tablet).toSorted()).toEqual(inFile.toSorted());
			failures += failed ? 1 : 0;
			if (count < n) break;
		}
		expect(failures).toBeGreaterThan(5);
		const before = waiting(tablet);
		tablet = await again(tablet);
		expect(waiting(tablet)).toEqual(before);
	});

	it('is opened on the clinic’s devices, at most 4 kB, and its length says little', async () => {
		const folder = await patient(tablet);
		await tablet.records.queueLead(folder, wanted);
		await tablet.records.queueLead(folder, {
			...wanted,
			contact: { name: 'Al', phone: '', email: '' }
		});
		const sealed = await Promise.all(waiting(tablet).map((id) => tablet.records.sealLead(id)));
		const [first, second] = sealed;
		if (first === null || first === undefined) throw new Error('not sealed');
		expect(first.sealed.length).toBe(second?.sealed.length);
		expect(JSON.stringify(sealed)).not.toContain('Canary');
		const opened = await leads(owner).open(first);
		const lead = await leadIn(tablet, folder);
		expect(opened).toMatchObject({ contact: wanted.contact, interests: ['lips', 'jaw'] });
		expect(opened.consent).toMatchObject({ words: 1, at: lead?.consent.at });
		const { entries } = await tablet.records.folder(folder);
		const record = entries.find(({ id }) => id === opened.consent.reference);
		expect(record?.entry).toMatchObject({ kind: 'lead', lead: first.id });

		const long = 'ü'.repeat(320);
		const tooLong = { name: long, phone: long, email: long };
		const interests = Array.from({ length: 20 }, () => 'x'.repeat(300));
		await expect(
			tablet.records.queueLead(folder, { ...wanted, contact: tooLong, interests })
		).rejects.toMatchObject({ code: 'leads.too-long' });
		await tablet.records.queueLead(folder, { ...wanted, contact: tooLong });
		const last = await tablet.records.sealLead(waiting(tablet).at(-1) ?? '');
		expect(fromBase64url(last?.sealed ?? '')?.length).toBeLessThanOrEqual(4096);
		expect(waiting(tablet)).toHaveLength(3);
	});

	it('is the same one when it is sent again, and waits no longer once it is acknowledged', async () => {
		const folder = await patient(tablet);
		await tablet.records.queueLead(folder, wanted);
		const [id = ''] = waiting(tablet);
		const first = await tablet.records.sealLead(id);
		// Killed between sending and acknowledgement.
		tablet = await again(tablet);
		const second = await tablet.records.sealLead(id);
		expect(second?.id).toBe(first?.id);
		clock.seconds += 60;
		await tablet.records.leadSent(id);
		expect(await tablet.records.sealLead(id)).toBeNull();
		await tablet.records.leadSent(id);
		tablet = await again(tablet);
		expect(waiting(tablet)).toEqual([]);
		expect(await leadIn(tablet, folder)).toMatchObject({ sentAt: 1000 * clock.seconds });
		const { entries } = await tablet.records.folder(folder);
		const rows = entries.flatMap(({ entry }) => (entry.kind === 'audit' ? [entry] : []));
		expect(rows.map(({ deed }) => deed)).toContain('lead-sent');
		expect(await flawsIn(rows, null)).toEqual([]);
	});

	it('moves with its visit to a patient, and is not sent once it is erased', async () => {
		const anonymous = await patient(tablet);
		await tablet.records.queueLead(anonymous, wanted);
		const name = { born: null, number: '', nextOfKin: null };
		const contact = { phone: '', email: '', address: '' };
		const file = await tablet.records.addPatient({ name: 'Zoë', contact, ...name });
		await tablet.records.attach(anonymous, file);
		const [id = ''] = waiting(tablet);
		const sealed = await tablet.records.sealLead(id);
		expect(sealed?.id).toBe(id);
		const nameless = await patient(tablet);
		await tablet.records.queueLead(nameless, wanted);
		const [gone = ''] = waiting(tablet).filter((one) => one !== id);
		expect((await tablet.records.sealLead(gone))?.id).toBe(gone);
		await tablet.records.erase(nameless);
		expect(await tablet.records.sealLead(gone)).toBeNull();
		expect(waiting(tablet)).toEqual([id]);
	});

	it('is not taken of a file that is restricted', async () => {
		const folder = await patient(tablet);
		await tablet.records.privacy.restrict(folder, true, 'It is contested');
		await expect(tablet.records.queueLead(folder, wanted)).rejects.toMatchObject({
			code: 'privacy.restricted'
		});
		expect(waiting(tablet)).toEqual([]);
	});

	it('is not taken where the clinic wants none, or no key was compared', async () => {
		const folder = await patient(tablet);
		const off = { ver: 3, sha256: await sha256(canonicalJson(OFF)) };
		const other = await leased({ policy: off }, 'device000other1');
		await expect(
			leads(other).keepInstruction(off.ver, { ...OFF, leads: true })
		).rejects.toMatchObject({ code: 'lease.invalid' });
		await leads(other).keepInstruction(off.ver, OFF);
		const elsewhere = await patient(other);
		await expect(other.records.queueLead(elsewhere, wanted)).rejects.toMatchObject({
			code: 'leads.off'
		});
		const fresh = await device('device0000fresh');
		await give(owner, fresh);
		expect((await view(fresh)).key).toMatchObject({ isTrusted: false });
		await expect(fresh.records.queueLead(await patient(fresh), wanted)).rejects.toMatchObject({
			code: 'leads.no-key'
		});
		await expect(leads(fresh).trustKey('AAAA-AAAA-AAAA-AAAA')).rejects.toMatchObject({
			code: 'leads.key-changed'
		});
		expect(waiting(tablet)).toEqual([]);
		expect((await tablet.records.folder(folder)).unreadable).toBe(0);
	});

	it('and the key leave nothing readable on the disk', async () => {
		const folder = await patient(tablet);
		await tablet.records.queueLead(folder, wanted);
		const identity = tablet.records.licence.reader?.identity ?? '';
		const rows = await rawRows(tablet.name);
		for (const secret of ['Canary', 'canary.example', identity, 'AGE-SECRET-KEY']) {
			expect(reveals(rows, secret), secret).toBe(false);
		}
	});
});

describe('the clinic’s key', () => {
	it('is known by a code that is the same everywhere', async () => {
		const [a, b] = [await view(owner), await view(tablet)];
		expect(a.key).toEqual({ ...b.key, isTrusted: true });
		expect(a.key?.code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
		const { recipient } = await listed(tablet);
		const [row] = await tablet.database.device.toArray();
		const jkt = Uint8Array.from(row!.id.match(/../g) ?? [], (pair) => parseInt(pair, 16));
		expect(await tablet.records.licence.code()).toBe(await deviceCode(toBase64url(jkt), recipient));
	});

	it('is changed: the next one opens older leads, and is taken over without comparing', async () => {
		const folder = await patient(tablet);
		await tablet.records.queueLead(folder, wanted);
		const [id = ''] = waiting(tablet);
		const old = await tablet.records.sealLead(id);
		await rotate(owner, [await listed(tablet)]);
		await leads(tablet).takeKey(kept.for(tablet));
		expect((await view(tablet)).key).toMatchObject({ version: 2, isTrusted: true });
		// What waited is sealed to the new key.
		const next = await tablet.records.sealLead(id);
		expect(next).toMatchObject({ id, keyVersion: 2 });
		for (const one of [owner, tablet]) {
			for (const lead of [old!, next!]) {
				expect(await leads(one).open(lead)).toMatchObject({ contact: wanted.contact });
			}
		}
	});

	it('is not given to a device that was left out, which cannot open what comes after', async () => {
		await rotate(owner);
		await leads(tablet).takeKey(kept.for(tablet));
		expect((await view(tablet)).key).toMatchObject({ version: 1, isCurrent: false });
		const folder = await patient(owner);
		await owner.records.queueLead(folder, wanted);
		const sealed = await owner.records.sealLead(waiting(owner)[0] ?? '');
		await expect(leads(tablet).open(sealed!)).rejects.toMatchObject({ code: 'leads.other-key' });
		const broken = { sealed: `${sealed!.sealed.slice(0, -4)}AAAA` };
		await expect(leads(owner).open(broken)).rejects.toMatchObject({ code: 'leads.damaged' });
	});

	it('of a server’s own making is not used, whatever it comes with', async () => {
		const theirs = await newOwnerKey();
		const made = async (keys: object, recipient = theirs.recipient, version = 2) => {
			const { recipient: to } = await listed(tablet);
			const bytes = new TextEncoder().encode(JSON.stringify({ keys }));
			return { version, recipient, wrapped: toBase64url(await sealTo(to, bytes)) };
		};
		const alone = [{ version: 2, identity: theirs.identity }];
		const mine = (await listed(owner)).recipient;
		for (const wrong of [
			await made(alone, mine),
			await made([{ version: 3, identity: theirs.identity }]),
			await made([]),
			await made({ not: 'keys' })
		]) {
			await expect(leads(tablet).takeKey(wrong)).rejects.toMatchObject({
				code: 'leads.key-invalid'
			});
		}
		expect((await view(tablet)).key).toMatchObject({ version: 1, isTrusted: true });
		// It does not know the key before, so it cannot be the next one.
		await leads(tablet).takeKey(await made(alone));
		expect((await view(tablet)).key).toMatchObject({ version: 2, isTrusted: false });
		const folder = await patient(tablet);
		await expect(tablet.records.queueLead(folder, wanted)).rejects.toMatchObject({
			code: 'leads.no-key'
		});
		// The owner's next one is compared again, and the device is back.
		await rotate(owner, [await listed(tablet)]);
		await rotate(owner, [await listed(tablet)]);
		await leads(tablet).takeKey(kept.for(tablet));
		expect((await view(tablet)).key?.isTrusted).toBe(false);
		await leads(tablet).trustKey((await view(owner)).key?.code ?? '');
		await tablet.records.queueLead(folder, wanted);
		const sealed = await tablet.records.sealLead(waiting(tablet)[0] ?? '');
		const bytes = fromBase64url(sealed!.sealed)!;
		await expect(openSealed([theirs.identity], bytes)).rejects.toMatchObject({
			code: 'leads.other-key'
		});
	});

	it('goes only to the age key that was compared, however the server lists the device', async () => {
		const swapped = { ...(await listed(tablet)), recipient: (await newOwnerKey()).recipient };
		const next = await leads(owner).makeKey(2, [swapped]);
		expect(next.wraps.map(({ device: id }) => id)).toEqual([deviceOf(owner)]);
	});

	it('was put to the server, but the answer was lost: it is taken over as one’s own', async () => {
		kept.put(await leads(owner).makeKey(2, []));
		owner = await again(owner);
		await leads(owner).takeKey(kept.for(owner));
		expect((await view(owner)).key).toMatchObject({ version: 2, isTrusted: true });
	});

	it('comes back by the recovery kit, when all devices are lost', async () => {
		const folder = await patient(owner);
		await owner.records.queueLead(folder, wanted);
		const sealed = await owner.records.sealLead(waiting(owner)[0] ?? '');
		expect(await view(owner)).toMatchObject({ isCopied: null });
		await expect(leads(owner).copyForKit()).rejects.toMatchObject({ code: 'leads.no-copy' });

		const paper = await newKit(owner, owner.kit);
		expect(await view(owner)).toMatchObject({ isCopied: false });
		const copy = await leads(owner).copyForKit();
		kept.recovery = copy.recovery;
		await leads(owner).noteCopy();
		expect(await view(owner)).toMatchObject({ isCopied: true });
		await rotate(owner);
		expect(await view(owner)).toMatchObject({ isCopied: true });

		// A new vault on a new device, with the paper alone.
		const fresh = await device('device0000fresh');
		const served = kept.for(fresh);
		const recover = (kit: string) =>
			fresh.records.withLeads((own) => own.recoverKey(kit, served, kept.recovery ?? ''));
		await expect(recover(fresh.kit)).rejects.toMatchObject({ code: 'vault.wrong-kit' });
		await expect(recover('7777')).rejects.toMatchObject({ code: 'vault.kit-mistyped' });
		await recover(paper.toLowerCase());
		expect((await view(fresh)).key).toMatchObject({ version: 2, isTrusted: true });
		expect(await leads(fresh).open(sealed!)).toMatchObject({ contact: wanted.contact });
		const own = await leads(fresh).wrapOwn();
		kept.wraps.set(own.device, own.wrapped);
		// A newer kit ends the older one's copy.
		await newKit(owner, paper);
		expect(await view(owner)).toMatchObject({ isCopied: false });
	});

	it('comes back with a backup on another device, and a newer one by comparing or by the kit', async () => {
		const paper = await newKit(owner, owner.kit);
		const folder = await patient(owner);
		await owner.records.queueLead(folder, wanted);
		const [id = ''] = waiting(owner);
		const first = await owner.records.sealLead(id);
		const backup = await backUp(owner.vault);
		const restored = async (as: string): Promise<Made> => {
			const key = { ...byOwner(), secret: { kind: 'recovery', kit: paper } as const };
			const one = await over(freshName(), ({ vault }) => vault.restore(backup, key, silent));
			// Nobody to the clinic yet: the backup brings the key, but not the device that it was on.
			expect(await leads(one).view()).toBeNull();
			await expect(leads(one).open(first!)).rejects.toMatchObject({ code: 'leads.no-key' });
			return await enrolled(one, { policy }, as);
		};
		const office = await restored('device000office');
		expect((await view(office)).key).toMatchObject({ version: 1, isTrusted: true });
		expect(await leads(office).open(first!)).toMatchObject({ contact: wanted.contact });
		// What waited waits here as well, as the same lead.
		expect(waiting(office)).toEqual([id]);
		// The server is told that this device holds it, by a copy that its own new identity opens.
		const own = await leads(office).wrapOwn();
		expect(own).toMatchObject({ device: 'device000office', version: 1 });
		const { identity = '' } = office.records.licence.reader ?? {};
		await openSealed([identity], fromBase64url(own.wrapped)!);

		// The key was changed after the backup.
		await rotate(owner);
		const second = await owner.records.sealLead(id);
		await leads(office).takeKey(kept.for(office));
		expect((await view(office)).key).toMatchObject({ version: 1, isCurrent: false });
		await expect(leads(office).open(second!)).rejects.toMatchObject({ code: 'leads.other-key' });
		await give(owner, office);
		// Nobody has to compare the key's own code: it brings along the one that is trusted.
		expect((await view(office)).key).toMatchObject({ version: 2, isTrusted: true });

		// And where no other device is left.
		const alone = await restored('device0000alone');
		await alone.records.withLeads((held) =>
			held.recoverKey(paper, kept.for(alone), kept.recovery ?? '')
		);
		expect((await view(alone)).key).toMatchObject({ version: 2, isTrusted: true });
		for (const one of [office, alone]) {
			for (const lead of [first!, second!]) {
				expect(await leads(one).open(lead)).toMatchObject({ contact: wanted.contact });
			}
		}
	});
});

it('ids of leads are of the server’s form and differ', () => {
	const ids = Array.from({ length: 500 }, newLeadId);
	expect(new Set(ids).size).toBe(500);
	for (const id of ids) expect(id).toMatch(/^[a-z0-9]{15}$/);
});
