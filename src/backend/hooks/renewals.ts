/** Leases: settle what was used, top up, sign. Quota and receipts in one transaction; signed after it. */
import * as v from 'valibot';
import {
	add,
	bytes,
	note,
	ok,
	own,
	page,
	recordId,
	select,
	whole,
	type Answer,
	type Call
} from './call.ts';
import { base64url, sha256, utf8, type Json } from './bytes.ts';
import {
	currentSettings,
	featuresOf,
	monthOf,
	subscriptionOf,
	visitsBetween
} from './clinic-state.ts';
import { Failure } from './failure.ts';
import { serverKey } from './keys.ts';
import { isSignedByDevice, leaseToken, nextHead, type Receipt } from './lease.ts';
import { origin } from './mail.ts';
import { attempt, unlessBusy } from './throttle.ts';
import { $security, type App, type Row } from './pocketbase.ts';

const DAY = 86_400;
const GRACE = 3 * DAY;
const NONCE_SECONDS = 300;
const PROVISIONAL_VISITS = 5;
const NONCE = 'nonce:';
/** The latest time that a device may write: a year 9999 would stay in its chain for ever. */
const LATEST = 253_402_300_799;

function randomBytes(count: number): Uint8Array {
	return sha256(utf8($security.randomString(43))).slice(0, count);
}

export const Nonce = v.strictObject({ device: recordId });

export function makeNonce(call: Call<v.InferOutput<typeof Nonce>>): Answer {
	const { app, body, now } = call;
	own(call, 'devices', body.device);
	attempt(app, `nonce ${body.device}`, { attempts: 60, seconds: 60 });
	const nonce = base64url(randomBytes(16));
	const expires = now + NONCE_SECONDS;
	app.store().setFunc(NONCE + nonce, () => `${body.device} ${expires}`);
	return ok({ nonce, expires, now });
}

/** Takes it, once. Errors: 401 lease.nonce. */
function takeNonce(app: App, nonce: string, device: string, now: number): void {
	let was = '';
	app.store().setFunc(NONCE + nonce, (old) => {
		was = old ?? '';
		return '';
	});
	app.store().remove(NONCE + nonce);
	const [of = '', expires = '0'] = was.split(' ');
	if (of !== device || Number(expires) < now) {
		throw new Failure(401, 'lease.nonce', 'Ask for a new nonce.');
	}
}

export function sweepNonces(app: App): void {
	const now = Math.floor(Date.now() / 1000);
	const all = app.store().getAll();
	for (const key of Object.keys(all)) {
		if (key.startsWith(NONCE) && Number(all[key]?.split(' ')[1]) < now) app.store().remove(key);
	}
}

export const Renewal = v.strictObject({
	requestId: bytes(16),
	device: recordId,
	nonce: bytes(16),
	clock: whole(0, LATEST),
	seq: whole(0, Number.MAX_SAFE_INTEGER),
	head: bytes(32),
	receipts: v.pipe(
		v.array(
			v.strictObject({
				seq: whole(1, Number.MAX_SAFE_INTEGER),
				at: whole(0, LATEST),
				serial: whole(1, Number.MAX_SAFE_INTEGER),
				kind: whole(1, 2),
				random: bytes(16)
			})
		),
		v.maxLength(200)
	),
	/** A hash of where the device's audit trails end, to be signed with the lease. */
	trail: v.optional(bytes(32)),
	signature: bytes(64)
});
type Renewal = v.InferOutput<typeof Renewal>;

/** Signatures are computed in JavaScript, tens of milliseconds each. */
const AT_ONCE = 4;

export function renew(call: Call<Renewal>): Answer {
	return unlessBusy(call.app, 'lease', AT_ONCE, () => renewed(call));
}

function renewed(call: Call<Renewal>): Answer {
	const { app, account, clinic, body, now } = call;
	const device = own(call, 'devices', body.device);
	if (device.getString('state') === 'revoked') {
		throw new Failure(403, 'device.revoked', 'This device was revoked.');
	}
	if (!isSignedByDevice(body, body.signature, device.getString('publicKey'))) {
		throw new Failure(401, 'lease.signature', 'Not signed by this device.');
	}
	const before = earlier(app, body);
	if (before !== undefined) return signed(before, now);

	// A refusal is an outcome as well: the flag and the journal are to be kept.
	let outcome: Outcome | undefined;
	app.runInTransaction((tx) => {
		// Here, where one is after the other: of the same request sent twice at once the second one would
		// find the nonce used but no lease yet.
		const twice = earlier(tx, body);
		if (twice === undefined) {
			takeNonce(tx, body.nonce, body.device, now);
			outcome = granted(tx, { account, clinic, body, now });
		} else outcome = { payload: twice };
	});
	const { failure, payload } = outcome as unknown as Outcome;
	if (failure !== undefined) throw failure;
	return signed(payload ?? '', now);
}

type Outcome = { readonly failure?: Failure; readonly payload?: string };

/** The lease that this request got before. */
function earlier(app: App, { device, requestId }: Renewal): string | undefined {
	return select(
		app,
		{ payload: '' },
		'SELECT payload FROM leases WHERE device = {:device} AND requestId = {:requestId}',
		{ device, requestId }
	)[0]?.payload;
}

function signed(payload: string, now: number): Answer {
	return ok({ lease: leaseToken(JSON.parse(payload) as Record<string, Json>, serverKey()), now });
}

type Request = {
	readonly account: Row;
	readonly clinic: Row;
	readonly body: Renewal;
	readonly now: number;
};

function granted(tx: App, { account, clinic, body, now }: Request): Outcome {
	const device = tx.findRecordById('devices', body.device);
	const provisional = device.getString('state') === 'pending';
	const trouble = settle(tx, device, body);
	if (trouble !== undefined) {
		if (trouble.more['flag'] !== undefined) flag(tx, device, account, trouble);
		return {
			failure: new Failure(trouble.status, trouble.code, trouble.message, { ack: ackOf(device) })
		};
	}
	// From here on it stays settled, whatever becomes of the lease.
	tx.save(device);
	const { row: subscription, plan, live } = subscriptionOf(tx, clinic.id, now);
	if (!live) return { failure: new Failure(403, 'lease.ended', 'The subscription ended.') };

	const began = device.getInt('provisionalFrom') || now;
	if (provisional && now >= began + DAY) {
		return { failure: new Failure(403, 'device.pending', 'An owner has to approve this device.') };
	}
	if (provisional) device.set('provisionalFrom', began);
	const limit = subscription.getInt('visits');
	const to = serialsOf(tx, { device, plan, subscription, limit, provisional, now });
	if (to !== null && to < device.getInt('serialNext')) {
		const periodEnd = monthOf(now).to;
		return provisional
			? { failure: new Failure(403, 'device.pending', 'An owner has to approve this device.') }
			: { failure: new Failure(409, 'lease.quota', 'No visit is left.', { periodEnd }) };
	}
	const exp = provisional ? began + DAY : now + plan.getInt('leaseDays') * DAY;
	const grace = provisional ? 0 : GRACE;
	if (to === null) device.set('openUntil', exp + grace);
	device.set('lastSeen', now);
	tx.save(device);
	const settings = currentSettings(tx, clinic.id);
	const payload = JSON.stringify({
		iss: origin(tx).replace(/^https?:\/\//, ''),
		aud: 'vultus-app',
		cli: clinic.id,
		dev: device.id,
		jkt: device.getString('jkt'),
		iat: now,
		nbf: now,
		exp,
		grace,
		plan: plan.getString('code'),
		feat: featuresOf(plan),
		grant: { unit: 'visit', from: device.getInt('serialNext'), to },
		ack: ackOf(device),
		policy: { ver: settings.version, sha256: settings.sha256 },
		prov: provisional,
		...(body.trail === undefined ? {} : { trl: body.trail }),
		srv: base64url(randomBytes(16))
	});
	add(tx, 'leases', {
		clinic: clinic.id,
		device: device.id,
		user: account.id,
		requestId: body.requestId,
		payload
	});
	return { payload };
}

function ackOf(device: Row): { readonly seq: number; readonly head: string } {
	return { seq: device.getInt('ackSeq'), head: device.getString('ackHead') };
}

/** The last serial that the device may use; null: no limit. Counts what it tops up against the quota. */
function serialsOf(
	tx: App,
	{
		device,
		plan,
		subscription,
		limit,
		provisional,
		now
	}: {
		readonly device: Row;
		readonly plan: Row;
		readonly subscription: Row;
		readonly limit: number;
		readonly provisional: boolean;
		readonly now: number;
	}
): number | null {
	if (limit === 0 && !provisional) return null;
	const next = device.getInt('serialNext');
	const held = Math.max(device.getInt('serialTo'), next - 1);
	const wanted = provisional
		? Math.max(0, PROVISIONAL_VISITS - held)
		: Math.max(0, plan.getInt('prepaid') - (held - next + 1));
	const got = limit === 0 ? wanted : take(tx, subscription.id, limit, wanted, monthOf(now).month);
	device.set('serialTo', held + got);
	return held + got;
}

/**
 * Takes up to `wanted` visits from the month's quota. The condition is in the statement that writes, so
 * that two can never take the last one.
 */
function take(tx: App, subscription: string, limit: number, wanted: number, month: string): number {
	const [{ used } = { used: 0 }] = select(
		tx,
		{ used: 0 },
		'SELECT CASE WHEN month = {:month} THEN used ELSE 0 END AS used FROM subscriptions WHERE id = {:id}',
		{ id: subscription, month }
	);
	const got = Math.min(wanted, Math.max(0, limit - used));
	if (got === 0) return 0;
	const changed = tx
		.db()
		.newQuery(
			`UPDATE subscriptions SET used = {:used} + {:got}, month = {:month}
			WHERE id = {:id} AND (CASE WHEN month = {:month} THEN used ELSE 0 END) = {:used}
			AND {:used} + {:got} <= visits`
		)
		.bind({ id: subscription, used, got, month })
		.execute()
		.rowsAffected();
	return changed === 1 ? got : 0;
}

const trouble = (status: number, code: string, message: string, flagged?: string) =>
	new Failure(status, code, message, flagged === undefined ? {} : { flag: flagged });

/**
 * Takes over the receipts after the acknowledged one. Changes `device` but does not save it. Gives what
 * is wrong with the chain.
 */
function settle(tx: App, device: Row, body: Renewal): Failure | undefined {
	let { seq, head } = ackOf(device);
	if (body.seq < seq) return trouble(409, 'lease.rollback', 'The chain was set back.', 'rollback');
	let serial = device.getInt('serialNext') - 1;
	let last = device.getInt('ackAt');
	let backwards = 0;
	const most = device.getInt('serialTo');
	const openUntil = device.getInt('openUntil');
	const receipts: readonly Receipt[] = body.receipts.filter((receipt) => receipt.seq > seq);
	for (const receipt of receipts) {
		if (receipt.seq !== seq + 1) return trouble(409, 'lease.gap', 'Receipts are missing.', 'gap');
		seq = receipt.seq;
		head = nextHead(head, receipt);
		const beyond = receipt.serial > most && receipt.at > openUntil;
		if (receipt.serial <= serial || beyond) {
			return trouble(
				409,
				'lease.serial',
				'A serial that was not granted, or used twice.',
				'serial'
			);
		}
		serial = receipt.serial;
		if (receipt.kind === 1 && receipt.at < last) backwards += 1;
		last = Math.max(last, receipt.at);
	}
	if (seq < body.seq) return trouble(409, 'lease.gap', 'Receipts are missing.', 'gap');
	if (head !== body.head) return trouble(409, 'lease.fork', 'The chain is another one.', 'fork');
	for (const receipt of receipts) {
		add(tx, 'receipts', { ...receipt, clinic: device.getString('clinic'), device: device.id });
	}
	if (backwards > 0) {
		note(tx, {
			clinic: device.getString('clinic'),
			actor: '',
			action: 'device.clock',
			target: device.id,
			incident: true,
			details: { receipts: backwards }
		});
	}
	device.set('ackSeq', seq);
	device.set('ackHead', head);
	device.set('ackAt', last);
	device.set('serialNext', serial + 1);
	if (device.getString('flag') === 'gap') device.set('flag', '');
	return undefined;
}

/** Keeps what was found. `device` is read anew: what it had settled in this request does not count. */
function flag(tx: App, { id }: Row, account: Row, { code, more }: Failure): void {
	const device = tx.findRecordById('devices', id);
	if (device.getString('flag') === more['flag']) return;
	device.set('flag', more['flag']);
	tx.save(device);
	note(tx, {
		clinic: device.getString('clinic'),
		actor: account.id,
		action: code,
		target: id,
		incident: true
	});
}

export function listLeases(call: Call): Answer {
	const { rows, next } = page(
		call,
		{ id: '', device: '', deviceName: '', user: '', userName: '', payload: '' },
		{
			columns: `id, device, user, payload,
				COALESCE((SELECT name FROM devices WHERE devices.id = leases.device), '') AS deviceName,
				COALESCE((SELECT name FROM users WHERE users.id = leases.user), '') AS userName`,
			from: 'leases',
			where: 'clinic = {:clinic}'
		},
		{ clinic: call.clinic.id }
	);
	const leases = rows.map(({ id, device, deviceName, user, userName, payload }) => {
		const { iat, exp, prov, grant } = JSON.parse(payload) as {
			readonly iat: number;
			readonly exp: number;
			readonly prov: boolean;
			readonly grant: { readonly from: number; readonly to: number | null };
		};
		return {
			id,
			device: { id: device, name: deviceName },
			user: { id: user, name: userName },
			iat,
			exp,
			provisional: prov,
			from: grant.from,
			to: grant.to
		};
	});
	return ok({ leases, next });
}

export function usage({ app, clinic, now }: Call): Answer {
	const { from, to } = monthOf(now);
	const { row } = subscriptionOf(app, clinic.id, now);
	const days = select(
		app,
		{ day: '', visits: 0 },
		`SELECT strftime('%Y-%m-%d', at, 'unixepoch') AS day, COUNT(*) AS visits FROM receipts
		WHERE clinic = {:clinic} AND at >= {:from} AND at < {:to} GROUP BY day ORDER BY day`,
		{ clinic: clinic.id, from, to }
	);
	const visits = row.getInt('visits');
	return ok({
		periodStart: from,
		periodEnd: to,
		visits: visits === 0 ? null : visits,
		visitsUsed: visitsBetween(app, clinic.id, from, to),
		days
	});
}
