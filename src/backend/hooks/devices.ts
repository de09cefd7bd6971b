/** Devices: a public key each, approved by a manager, revoked by one. */
import * as v from 'valibot';
import {
	add,
	CREATED,
	MANAGERS,
	note,
	ok,
	own,
	READERS,
	select,
	text,
	type Answer,
	type Call
} from './call.ts';
import { base64url, fromBase64url, sha256 } from './bytes.ts';
import { count, needDevice } from './clinic-state.ts';
import { Failure, notFound } from './failure.ts';
import { firstHead, isDeviceKey } from './lease.ts';
import type { App, Row } from './pocketbase.ts';

const MOST_WAITING = 3;

export const DeviceBody = v.strictObject({
	publicKey: v.pipe(v.string(), v.maxLength(100)),
	recipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]{10,96}$/)),
	name: text(1, 80),
	kind: v.picklist(['tablet', 'phone', 'computer'])
});
type DeviceBody = v.InferOutput<typeof DeviceBody>;

function thumbprint(publicKey: string): string {
	return base64url(sha256(fromBase64url(publicKey) ?? new Uint8Array()));
}

/** A new device. Errors: 400 device.key, 409 device.known. */
export function enrol(
	tx: App,
	{
		clinic,
		user,
		state,
		body
	}: {
		readonly clinic: string;
		readonly user: string;
		readonly state: 'pending' | 'approved';
		readonly body: DeviceBody;
	}
): Row {
	if (!isDeviceKey(body.publicKey)) throw new Failure(400, 'device.key', 'No point on P-256.');
	const jkt = thumbprint(body.publicKey);
	if (count(tx, 'devices WHERE jkt = {:jkt}', { jkt }) > 0) {
		throw new Failure(409, 'device.known', 'This key belongs to another device.');
	}
	const device = add(tx, 'devices', {
		...body,
		clinic,
		user,
		state,
		jkt,
		// Needed at once; the real one needs the id.
		ackHead: jkt,
		serialNext: 1
	});
	device.set('ackHead', firstHead(device.id));
	tx.save(device);
	note(tx, { clinic, actor: user, action: 'device.enrol', target: device.id, details: { state } });
	return device;
}

export function register(call: Call<DeviceBody>): Answer {
	const { app, account, clinic, body } = call;
	let id = '';
	let status = 201;
	app.runInTransaction((tx) => {
		const [mine] = select(
			tx,
			{ id: '' },
			'SELECT id FROM devices WHERE jkt = {:jkt} AND user = {:user} AND clinic = {:clinic}',
			{ jkt: thumbprint(body.publicKey), user: account.id, clinic: clinic.id }
		);
		if (mine !== undefined) {
			id = mine.id;
			status = 200;
			return;
		}
		const waiting = "devices WHERE user = {:user} AND state = 'pending'";
		if (count(tx, waiting, { user: account.id }) >= MOST_WAITING) {
			throw new Failure(
				409,
				'devices.waiting',
				'Three of this person’s devices wait for approval.'
			);
		}
		id = enrol(tx, { clinic: clinic.id, user: account.id, state: 'pending', body }).id;
	});
	return { status, body: viewed(app, clinic.id, id) };
}

const SHAPE = {
	id: '',
	name: '',
	kind: '',
	state: '',
	jkt: '',
	recipient: '',
	leadKey: 0,
	flag: '',
	lastSeen: 0,
	created: 0,
	user: '',
	userName: ''
};

function devicesWhere(app: App, where: string, values: Readonly<Record<string, string>>) {
	return select(
		app,
		SHAPE,
		`SELECT d.id, d.name, d.kind, d.state, d.jkt, d.recipient, d.flag, d.lastSeen, ${CREATED.replace('created', 'd.created')} AS created,
		COALESCE((SELECT MAX(version) FROM leadKeys WHERE device = d.id), 0) AS leadKey,
		d.user, u.name AS userName FROM devices d JOIN users u ON u.id = d.user
		WHERE ${where} ORDER BY d.created DESC LIMIT 500`,
		values
	).map(({ flag, user, userName, lastSeen, ...device }) => ({
		...device,
		flag: flag === '' ? null : flag,
		lastSeen: lastSeen === 0 ? null : lastSeen,
		user: { id: user, name: userName }
	}));
}

function viewed(app: App, clinic: string, id: string) {
	return devicesWhere(app, 'd.clinic = {:clinic} AND d.id = {:id}', { clinic, id })[0];
}

export function listDevices({ app, account, role, clinic }: Call): Answer {
	const all = READERS.includes(role);
	const devices = all
		? devicesWhere(app, 'd.clinic = {:clinic}', { clinic: clinic.id })
		: devicesWhere(app, 'd.clinic = {:clinic} AND d.user = {:user}', {
				clinic: clinic.id,
				user: account.id
			});
	return ok({ devices });
}

export function approve(call: Call): Answer {
	const { app, account, clinic, id, now } = call;
	own(call, 'devices', id);
	app.runInTransaction((tx) => {
		const device = tx.findRecordById('devices', id);
		if (device.getString('state') === 'approved') return;
		if (device.getString('state') === 'revoked') {
			throw new Failure(409, 'device.revoked', 'A revoked device enrols again under a new key.');
		}
		needDevice(tx, clinic.id, now);
		device.set('state', 'approved');
		tx.save(device);
		note(tx, { clinic: clinic.id, actor: account.id, action: 'device.approve', target: id });
	});
	return ok(viewed(app, clinic.id, id));
}

export function revoke(call: Call): Answer {
	const { app, account, role, clinic, id } = call;
	const device = own(call, 'devices', id);
	if (!MANAGERS.includes(role) && device.getString('user') !== account.id) throw notFound();
	app.runInTransaction((tx) => {
		device.set('state', 'revoked');
		tx.save(device);
		const wraps = tx
			.db()
			.newQuery('DELETE FROM leadKeys WHERE device = {:id}')
			.bind({ id })
			.execute()
			.rowsAffected();
		if (wraps > 0) {
			const fresh = tx.findRecordById('clinics', clinic.id);
			fresh.set('leadKeyStale', true);
			tx.save(fresh);
		}
		note(tx, { clinic: clinic.id, actor: account.id, action: 'device.revoke', target: id });
	});
	return ok(viewed(app, clinic.id, id));
}
