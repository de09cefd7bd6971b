/** Leads: sealed on a device to the clinic's key; here ciphertext, state and time. */
import * as v from 'valibot';
import {
	add,
	CREATED,
	done,
	found,
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
import { currentSettings } from './clinic-state.ts';
import { conflict, Failure, notFound } from './failure.ts';
import { invalid } from './call.ts';
import type { App, Row } from './pocketbase.ts';

const STATES = ['new', 'contacted', 'booked', 'closed'] as const;
/** 4 kB in base64url. */
const MOST_SEALED = 5462;
/** Room for thirty keys, the present one and those before it. */
const MOST_WRAPPED = 5000;

const ciphertext = (most: number) =>
	v.pipe(v.string(), v.minLength(20), v.maxLength(most), v.regex(/^[A-Za-z0-9_-]+$/));

export const Lead = v.strictObject({
	id: recordId,
	keyVersion: whole(1, 1_000_000),
	sealed: ciphertext(MOST_SEALED)
});

const SHAPE = { id: '', keyVersion: 0, sealed: '', state: '', created: 0 };

export function send(call: Call<v.InferOutput<typeof Lead>>): Answer {
	const { app, account, clinic, body } = call;
	const before = kept(app, clinic.id, body.id);
	if (before !== undefined) return ok(before);
	if (!currentSettings(app, clinic.id).document.leads) {
		throw new Failure(403, 'leads.off', 'This clinic keeps no leads here.');
	}
	if (clinic.getInt('leadKeyVersion') !== body.keyVersion) {
		throw new Failure(409, 'leads.key', 'Seal it to the clinic’s present key.');
	}
	// Another clinic's id answers like any other clash of ids.
	if (found(() => app.findRecordById('leads', body.id)) !== undefined) throw conflict();
	let status = 201;
	try {
		add(app, 'leads', { ...body, clinic: clinic.id, by: account.id, state: 'new' });
	} catch (error) {
		// The same lead, sent twice at once.
		if (kept(app, clinic.id, body.id) === undefined) throw error;
		status = 200;
	}
	return { status, body: kept(app, clinic.id, body.id) };
}

function kept(app: App, clinic: string, id: string) {
	return select(
		app,
		{ id: '', state: '', created: 0 },
		`SELECT id, state, ${CREATED} AS created FROM leads WHERE id = {:id} AND clinic = {:clinic}`,
		{ id, clinic }
	)[0];
}

export function listLeads(call: Call): Answer {
	const state = call.query('state');
	if (state !== '' && !(STATES as readonly string[]).includes(state)) throw invalid('state');
	const { rows, next } = page(
		call,
		SHAPE,
		{
			columns: `id, keyVersion, sealed, state, ${CREATED} AS created`,
			from: 'leads',
			where:
				state === ''
					? "clinic = {:clinic} AND state <> 'gone'"
					: 'clinic = {:clinic} AND state = {:state}'
		},
		{ clinic: call.clinic.id, state }
	);
	return ok({ leads: rows, next });
}

export function countLeads({ app, clinic }: Call): Answer {
	const counts: Record<string, number> = { new: 0, contacted: 0, booked: 0, closed: 0 };
	const rows = select(
		app,
		{ state: '', n: 0 },
		"SELECT state, COUNT(*) AS n FROM leads WHERE clinic = {:clinic} AND state <> 'gone' GROUP BY state",
		{ clinic: clinic.id }
	);
	for (const { state, n } of rows) counts[state] = n;
	return ok(counts);
}

export const LeadState = v.strictObject({ state: v.picklist(STATES) });

export function moveLead(call: Call<v.InferOutput<typeof LeadState>>): Answer {
	const { app, account, clinic, id, body } = call;
	const lead = present(call);
	app.runInTransaction((tx) => {
		lead.set('state', body.state);
		tx.save(lead);
		note(tx, {
			clinic: clinic.id,
			actor: account.id,
			action: 'lead.move',
			target: id,
			details: { state: body.state }
		});
	});
	return done;
}

/** Its id stays: see `forgetLeads`. */
export function deleteLead(call: Call): Answer {
	const { app, account, clinic, id } = call;
	present(call);
	app.runInTransaction((tx) => {
		forgetLeads(tx, 'id = {:id}', { id });
		note(tx, { clinic: clinic.id, actor: account.id, action: 'lead.delete', target: id });
	});
	return done;
}

function present(call: Call<unknown>): Row {
	const lead = own(call, 'leads', call.id);
	if (lead.getString('state') === 'gone') throw notFound();
	return lead;
}

/**
 * Erases what is in the leads of which `where` is true, and keeps their ids: a device that was restored from
 * an older backup sends what it once sent, and it must not come back. Gives how many there were.
 */
export function forgetLeads(
	app: App,
	where: string,
	values: Readonly<Record<string, string>>
): number {
	return app
		.db()
		.newQuery(
			`UPDATE leads SET state = 'gone', sealed = '', "by" = '' WHERE ${where} AND state <> 'gone'`
		)
		.bind(values)
		.execute()
		.rowsAffected();
}

export function leadKey(call: Call): Answer {
	const { app, clinic } = call;
	const version = clinic.getInt('leadKeyVersion');
	const device = call.query('device');
	const [wrap] =
		device === ''
			? []
			: select(
					app,
					{ wrapped: '' },
					`SELECT wrapped FROM leadKeys
					WHERE clinic = {:clinic} AND device = {:device} AND version = {:version}`,
					{ clinic: clinic.id, device, version }
				);
	const recipient = clinic.getString('leadRecipient');
	return ok({
		version,
		recipient: recipient === '' ? null : recipient,
		wrapped: wrap?.wrapped ?? null,
		stale: clinic.getBool('leadKeyStale')
	});
}

/** The copy that a recovery kit opens. */
export function leadRecovery({ clinic }: Call): Answer {
	const recovery = clinic.getString('leadRecovery');
	return ok({
		version: clinic.getInt('leadKeyVersion'),
		recovery: recovery === '' ? null : recovery
	});
}

const Wrap = { device: recordId, wrapped: ciphertext(MOST_WRAPPED) };
const recovery = ciphertext(MOST_WRAPPED);
export const NewLeadKey = v.strictObject({
	version: whole(1, 1_000_000),
	recipient: v.pipe(v.string(), v.regex(/^age1[a-z0-9]{10,96}$/)),
	recovery: v.nullable(recovery),
	wraps: v.pipe(v.array(v.strictObject(Wrap)), v.minLength(1), v.maxLength(40))
});

export function rotateLeadKey(call: Call<v.InferOutput<typeof NewLeadKey>>): Answer {
	const { app, account, clinic, body } = call;
	for (const { device } of body.wraps) needApproved(call, device);
	app.runInTransaction((tx) => {
		const fresh = tx.findRecordById('clinics', clinic.id);
		if (body.version !== fresh.getInt('leadKeyVersion') + 1) throw conflict();
		fresh.set('leadKeyVersion', body.version);
		fresh.set('leadRecipient', body.recipient);
		fresh.set('leadRecovery', body.recovery ?? '');
		fresh.set('leadKeyStale', false);
		tx.save(fresh);
		// The new copies hold the keys before as well.
		tx.db()
			.newQuery('DELETE FROM leadKeys WHERE clinic = {:clinic}')
			.bind({ clinic: clinic.id })
			.execute();
		for (const wrap of body.wraps) {
			add(tx, 'leadKeys', { ...wrap, clinic: clinic.id, version: body.version });
		}
		note(tx, {
			clinic: clinic.id,
			actor: account.id,
			action: 'lead-key.rotate',
			details: { version: body.version }
		});
	});
	return done;
}

export const NewRecovery = v.strictObject({ version: whole(1, 1_000_000), recovery });

export function keepLeadRecovery(call: Call<v.InferOutput<typeof NewRecovery>>): Answer {
	const { app, account, clinic, body } = call;
	app.runInTransaction((tx) => {
		const fresh = tx.findRecordById('clinics', clinic.id);
		if (body.version !== fresh.getInt('leadKeyVersion')) throw conflict();
		fresh.set('leadRecovery', body.recovery);
		tx.save(fresh);
		note(tx, { clinic: clinic.id, actor: account.id, action: 'lead-key.recovery' });
	});
	return done;
}

export const NewWrap = v.strictObject({ ...Wrap, version: whole(1, 1_000_000) });

export function wrapLeadKey(call: Call<v.InferOutput<typeof NewWrap>>): Answer {
	const { app, account, clinic, body } = call;
	needApproved(call, body.device);
	app.runInTransaction((tx) => {
		const fresh = tx.findRecordById('clinics', clinic.id);
		if (body.version !== fresh.getInt('leadKeyVersion')) throw conflict();
		const values = { clinic: clinic.id, device: body.device, version: body.version };
		const earlier = select(
			tx,
			{ id: '' },
			`SELECT id FROM leadKeys
			WHERE clinic = {:clinic} AND device = {:device} AND version = {:version}`,
			values
		)[0];
		// The first wrap stays: nobody may put another one in its place.
		if (earlier !== undefined) throw conflict();
		add(tx, 'leadKeys', { ...values, wrapped: body.wrapped });
		note(tx, {
			clinic: clinic.id,
			actor: account.id,
			action: 'lead-key.wrap',
			target: body.device
		});
	});
	return done;
}

function needApproved(call: Call<unknown>, device: string): void {
	if (own(call, 'devices', device).getString('state') !== 'approved') {
		throw new Failure(403, 'device.pending', 'An owner has to approve this device.');
	}
}
