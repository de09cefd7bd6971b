/** Vaults that are enrolled, under leases of a server's that these tests make themselves. */
import { close, failingStorage, freshName, KIT, kit, openVault, pattern } from './vault.ts';
import { toBase64url } from '../../src/lib/lease/index.ts';
import { Records } from '../../src/lib/record/records.ts';
import type { NewPhotograph, NewStudy } from '../../src/lib/record/types.ts';
import type { OpenedVault } from '../../src/lib/vault/index.ts';

export const DAY = 24 * 3600;
export const START = 1_800_000_000;
const KID = 'test';
const LANDMARKS = Array.from({ length: 478 * 3 }, () => 0);

const utf8 = (words: string) => new TextEncoder().encode(words);
const server = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
const keys = new Map([
	[KID, new Uint8Array(await crypto.subtle.exportKey('raw', server.publicKey))]
]);

/** What devices and server take for the time, UTC seconds. */
export const clock = { seconds: START };
const now = (): number => clock.seconds * 1000;
const space = () => Promise.resolve(null);

export const study = (left: number): NewStudy => ({
	quarterTurns: 0,
	landmarks: null,
	scale: { irisDiameter: 11.7, pupilDistance: null },
	variants: { A: { jaw_masseter: { left, right: 0 } }, B: {}, C: {} },
	shown: 'A',
	unlinked: [],
	marks: { strokes: [], folds: [] }
});
export const photograph = (left = 0): NewPhotograph => ({
	photograph: {
		openedAt: 1,
		view: 'frontal',
		standardView: 'front',
		source: 'camera',
		width: 30,
		height: 40,
		observation: { landmarks: LANDMARKS, pose: LANDMARKS.slice(0, 16), blendshapes: null },
		model: 'face-landmarker',
		app: '0.1.0'
	},
	study: study(left),
	bytes: pattern(900, 1),
	thumbnail: pattern(90, 2)
});

export async function over(
	name: string,
	open: (one: ReturnType<typeof openVault>) => Promise<OpenedVault>
) {
	const one = openVault(name);
	const faults = failingStorage(one.database);
	const opened = await open(one);
	const records = await Records.open(one.vault, opened, now, space, keys);
	return { ...one, name, faults, records, kit: KIT };
}
export const made = () => over(freshName(), ({ vault }) => vault.create(kit()));
export type Made = Awaited<ReturnType<typeof made>>;

export async function again(one: Made): Promise<Made> {
	await close(one);
	return over(one.name, ({ vault }) => vault.unlock(kit(), false));
}

/** As the server signs (docs/backend.md); `fields` over a good lease. */
export async function tokenOf(one: Made, fields: Record<string, unknown> = {}): Promise<string> {
	const view = one.records.licence.view();
	const request = await one.records.licence.request('A'.repeat(22), 'A'.repeat(43));
	const [row] = await one.database.device.toArray();
	const jkt = Uint8Array.from(row!.id.match(/../g) ?? [], (byte) => parseInt(byte, 16));
	const payload: Record<string, unknown> = {
		typ: 'vultus-lease/1',
		kid: KID,
		iss: 'app.example',
		aud: 'vultus-app',
		cli: 'clinic',
		dev: view?.device,
		jkt: toBase64url(jkt),
		iat: clock.seconds,
		nbf: clock.seconds,
		exp: clock.seconds + 7 * DAY,
		grace: 3 * DAY,
		plan: 'practice',
		feat: ['simulate', 'compare', 'export'],
		grant: { unit: 'visit', from: 1, to: null },
		ack: { seq: request.seq, head: request.head },
		policy: { ver: 1, sha256: '' },
		prov: false,
		srv: 'A'.repeat(22),
		...fields
	};
	const sorted = (value: unknown): unknown =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(
					Object.entries(value)
						.sort(([a], [b]) => (a < b ? -1 : 1))
						.map(([key, inner]) => [key, sorted(inner)])
				)
			: value;
	const body = toBase64url(utf8(JSON.stringify(sorted(payload))));
	const signed = `${toBase64url(utf8('vultus-lease/1'))}.${body}`;
	const signature = await crypto.subtle.sign('Ed25519', server.privateKey, utf8(signed));
	return `${signed}.${toBase64url(new Uint8Array(signature))}`;
}

/** Enrolled as `device`, under a lease with these fields over a good one's. */
export async function leased(
	fields: Record<string, unknown> = {},
	device = 'device000000001'
): Promise<Made> {
	return await enrolled(await made(), fields, device);
}

/** That vault, as `leased`. */
export async function enrolled(
	one: Made,
	fields: Record<string, unknown>,
	device: string
): Promise<Made> {
	await one.records.licence.prepareDevice();
	await one.records.licence.enrol(device);
	await one.records.licence.settle(await tokenOf(one, fields), clock.seconds);
	return one;
}
