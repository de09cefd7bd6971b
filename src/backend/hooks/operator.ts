/** What the operator does: approve, set plans, see sums. Never a patient's data: there are none here. */
import * as v from 'valibot';
import {
	CREATED,
	done,
	email,
	found,
	invalid,
	note,
	ok,
	page,
	select,
	whole,
	type Answer,
	type Call
} from './call.ts';
import { begin, count, planByCode } from './clinic-state.ts';
import { EVENT, EVENT_COLUMNS, eventView } from './clinic.ts';
import { conflict, Failure, notFound } from './failure.ts';
import { invitation, mailInvitation, type Invitation } from './invitations.ts';
import { looked } from './looks.ts';
import type { App, Row } from './pocketbase.ts';

const STATUSES = ['applied', 'active', 'suspended', 'refused', 'closing', 'closed'];
const TRIAL = 30 * 86_400;
/** Fewer clinics than this are no sum but somebody. */
const FEWEST = 10;

/** One's own account; `messageMail`: whether one is told of messages. */
export function ownOperator({ account }: Call): Answer {
	return ok({
		name: account.getString('name'),
		email: account.email(),
		messageMail: !account.getBool('quiet')
	});
}

export const OperatorProfile = v.strictObject({ messageMail: v.boolean() });

export function changeOperator(call: Call<v.InferOutput<typeof OperatorProfile>>): Answer {
	const { app, account, body } = call;
	account.set('quiet', !body.messageMail);
	app.save(account);
	return done;
}

export function listClinics(call: Call): Answer {
	const status = call.query('status') || 'applied';
	if (!STATUSES.includes(status)) throw invalid('status');
	const { rows, next } = page(
		call,
		{
			id: '',
			name: '',
			status: '',
			region: '',
			registration: '',
			authority: '',
			applicantName: '',
			applicantEmail: '',
			plan: '',
			created: 0
		},
		{
			columns: `id, name, status, region, registration, authority, applicantName, applicantEmail,
				COALESCE((SELECT plans.code FROM subscriptions JOIN plans ON plans.id = subscriptions.plan
					WHERE subscriptions.clinic = clinics.id), '') AS plan,
				${CREATED} AS created`,
			from: 'clinics',
			where: 'status = {:status}'
		},
		{ status }
	);
	// A closed clinic has neither a journal nor anybody who would read it.
	const shown = status === 'closed' ? [] : rows.map(({ id }) => id);
	looked(call, 'operator.clinics', shown);
	const clinics = rows.map(({ applicantName, applicantEmail, plan, ...clinic }) => ({
		...clinic,
		applicant: { name: applicantName, email: applicantEmail },
		plan: plan === '' ? null : plan
	}));
	return ok({ clinics, next });
}

function clinicOf({ app, id }: Call<unknown>): Row {
	const clinic = found(() => app.findRecordById('clinics', id));
	if (clinic === undefined) throw notFound();
	return clinic;
}

export const Plan = v.strictObject({ plan: v.pipe(v.string(), v.maxLength(40)) });

export function approveClinic(call: Call<v.InferOutput<typeof Plan>>): Answer {
	const { app, account, body, id, now } = call;
	clinicOf(call);
	const plan = planByCode(app, body.plan);
	let invited: Omit<Invitation, 'mailed'> | undefined;
	let clinic: Row | undefined;
	app.runInTransaction((tx) => {
		clinic = changed(tx, id, ['applied'], 'active', account.id);
		begin(tx, id, plan, now + TRIAL);
		const owner = { email: clinic.getString('applicantEmail'), role: 'owner' as const };
		invited = invitation(tx, clinic, { ...owner, actor: account.id, now });
	});
	const approved = clinic as unknown as Row;
	return ok(
		mailInvitation(
			app,
			approved,
			approved.getString('applicantEmail'),
			invited as Omit<Invitation, 'mailed'>
		)
	);
}

/** A clinic's next status. Errors: conflict where it is not in one of `from`. */
function changed(tx: App, id: string, from: readonly string[], to: string, actor: string): Row {
	const clinic = tx.findRecordById('clinics', id);
	if (!from.includes(clinic.getString('status'))) throw conflict();
	clinic.set('status', to);
	tx.save(clinic);
	note(tx, { clinic: id, actor, action: `clinic.${to}` });
	return clinic;
}

const changing = (from: readonly string[], to: string) => (call: Call) => {
	clinicOf(call);
	call.app.runInTransaction((tx) => {
		changed(tx, call.id, from, to, call.account.id);
	});
	return done;
};

export const refuse = changing(['applied'], 'refused');
export const suspend = changing(['active', 'closing'], 'suspended');
export const resume = changing(['suspended'], 'active');

export const NewOwner = v.strictObject({ email });

/** For a clinic whose last owner is lost, after checks outside of this. */
export function restoreOwner(call: Call<v.InferOutput<typeof NewOwner>>): Answer {
	const { app, account, body, id, now } = call;
	const clinic = clinicOf(call);
	let invited: Omit<Invitation, 'mailed'> | undefined;
	app.runInTransaction((tx) => {
		invited = invitation(tx, clinic, { email: body.email, role: 'owner', actor: account.id, now });
		note(tx, { clinic: id, actor: account.id, action: 'owner.restore', incident: true });
	});
	return ok(mailInvitation(app, clinic, body.email, invited as Omit<Invitation, 'mailed'>));
}

export const NewSubscription = v.strictObject({
	plan: v.pipe(v.string(), v.maxLength(40)),
	state: v.picklist(['trial', 'active', 'overdue', 'ended']),
	paidUntil: v.nullable(whole(0, 253_402_300_799)),
	seats: v.optional(whole(1, 10_000)),
	devices: v.optional(whole(1, 10_000)),
	visits: v.optional(v.nullable(whole(1, 1_000_000)))
});

export function setSubscription(call: Call<v.InferOutput<typeof NewSubscription>>): Answer {
	const { app, account, body, id } = call;
	clinicOf(call);
	const plan = planByCode(app, body.plan);
	app.runInTransaction((tx) => {
		const row = found(() => tx.findFirstRecordByFilter('subscriptions', 'clinic = {:id}', { id }));
		if (row === undefined) throw new Failure(409, 'conflict', 'Approve the clinic first.');
		row.set('plan', plan.id);
		row.set('state', body.state);
		row.set('paidUntil', body.paidUntil ?? 0);
		row.set('seats', body.seats ?? plan.getInt('seats'));
		row.set('devices', body.devices ?? plan.getInt('devices'));
		row.set('visits', body.visits === undefined ? plan.getInt('visits') : (body.visits ?? 0));
		tx.save(row);
		note(tx, {
			clinic: id,
			actor: account.id,
			action: 'subscription.set',
			details: { plan: body.plan, state: body.state }
		});
	});
	return done;
}

export function aggregateUsage({ app, now }: Call): Answer {
	const months = select(
		app,
		{ month: '', clinics: 0, visits: 0 },
		`SELECT strftime('%Y-%m', at, 'unixepoch') AS month, COUNT(DISTINCT clinic) AS clinics, COUNT(*) AS visits
		FROM receipts WHERE at > {:since} AND at <= {:now} GROUP BY month
		HAVING COUNT(DISTINCT clinic) >= ${FEWEST} ORDER BY month`,
		{ since: now - 400 * 86_400, now }
	);
	return ok({ months, clinics: count(app, "clinics WHERE status = 'active'", {}) });
}

export function incidents(call: Call): Answer {
	const { rows, next } = page(
		call,
		{ ...EVENT, clinic: '' },
		{ columns: `${EVENT_COLUMNS}, clinic`, from: 'auditEvents', where: 'incident = 1' },
		{}
	);
	looked(call, 'operator.incidents');
	return ok({
		events: rows.map(({ clinic, ...event }) => ({ ...eventView(event), clinic })),
		next
	});
}
