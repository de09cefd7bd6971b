/** One's own account, the clinic's staff, its settings, its journal and its end. */
import * as v from 'valibot';
import {
	add,
	CREATED,
	done,
	email,
	found,
	note,
	ok,
	own,
	page,
	ROLES,
	select,
	text,
	whole,
	type Answer,
	type Call,
	type Role
} from './call.ts';
import type { Json } from './bytes.ts';
import {
	activeUsers,
	count,
	currentSettings,
	featuresOf,
	needSeat,
	openInvitations,
	settingsOf,
	subscriptionView
} from './clinic-state.ts';
import { conflict, Failure, notFound } from './failure.ts';
import { strongPassword } from './invitations.ts';
import { sendMail } from './mail.ts';
import { $mails, $security, type App, type Row } from './pocketbase.ts';
import { attempt, forgive } from './throttle.ts';

const CLOSING = 30 * 86_400;
const GUESSES = { attempts: 10, seconds: 900 };

export function me({ app, account, clinic, now }: Call): Answer {
	return ok({
		user: {
			id: account.id,
			name: account.getString('name'),
			email: account.email(),
			role: account.getString('role'),
			productNews: account.getBool('productNews')
		},
		clinic: {
			id: clinic.id,
			name: clinic.getString('name'),
			status: clinic.getString('status'),
			region: clinic.getString('region'),
			closesAt: clinic.getInt('closesAt') === 0 ? null : clinic.getInt('closesAt')
		},
		subscription: subscriptionView(app, clinic.id, now),
		settings: currentSettings(app, clinic.id)
	});
}

export const Profile = v.strictObject({
	name: v.optional(text(1, 120)),
	productNews: v.optional(v.boolean())
});

export function changeProfile({ app, account, body }: Call<v.InferOutput<typeof Profile>>): Answer {
	if (body.name !== undefined) account.set('name', body.name);
	if (body.productNews !== undefined) account.set('productNews', body.productNews);
	app.save(account);
	return done;
}

/** Errors: 400 password.wrong, throttled. */
function needPassword(app: App, account: Row, password: string): void {
	attempt(app, `password ${account.id}`, GUESSES);
	if (!account.validatePassword(password)) {
		throw new Failure(400, 'password.wrong', 'This is not the password.');
	}
	forgive(app, `password ${account.id}`);
}

export const Passwords = v.strictObject({ old: v.string(), new: v.string() });

/**
 * Every session ends; whoever changed it goes on in this one, by the token in the answer. Of an operator's account as
 * well, whose deed is of no clinic.
 */
export function changePassword({
	app,
	account,
	body
}: Call<v.InferOutput<typeof Passwords>>): Answer {
	needPassword(app, account, body.old);
	account.setPassword(strongPassword(body.new));
	app.runInTransaction((tx) => {
		tx.save(account);
		note(tx, {
			clinic: account.getString('clinic'),
			actor: account.id,
			action: 'account.password',
			target: account.id
		});
	});
	return ok({ token: account.newAuthToken() });
}

export const NewAddress = v.strictObject({ email, password: v.string() });

export function changeAddress({
	app,
	account,
	body
}: Call<v.InferOutput<typeof NewAddress>>): Answer {
	needPassword(app, account, body.password);
	attempt(app, `address ${account.id}`, { attempts: 5, seconds: 3600 });
	const { name } = account.collection();
	const taken = found(() => app.findAuthRecordByEmail(name, body.email)) !== undefined;
	// One mail either way, so that neither the answer nor its time tells which.
	if (taken) {
		sendMail(app, body.email, 'Your Vultus address', [
			'Somebody asked to use this address for an account of theirs. It is yours and stays so.'
		]);
	} else $mails.sendRecordChangeEmail(app, account, body.email);
	return done;
}

export function signOut({ app, account }: Call): Answer {
	account.refreshTokenKey();
	app.save(account);
	return done;
}

/** Where this account was signed in to, as far as is known: when. */
export function places({ app, account }: Call): Answer {
	const found = select(
		app,
		{ first: 0, last: 0 },
		`SELECT ${CREATED} AS first, CAST(strftime('%s', updated) AS INTEGER) AS last FROM _authOrigins
		WHERE recordRef = {:id} AND collectionRef = {:collection} ORDER BY updated DESC`,
		{ id: account.id, collection: account.collection().id }
	);
	return ok({ places: found });
}

export function listStaff({ app, clinic }: Call): Answer {
	const staff = select(
		app,
		{ id: '', name: '', email: '', role: '', active: 0, lastSeen: 0 },
		`SELECT id, name, email, role, active, lastSeen FROM users
		WHERE clinic = {:clinic} AND email NOT LIKE {:gone} ORDER BY name LIMIT 500`,
		{ clinic: clinic.id, gone: `%${GONE}` }
	).map((person) => ({
		...person,
		active: person.active === 1,
		lastSeen: person.lastSeen === 0 ? null : person.lastSeen
	}));
	return ok({ staff });
}

export const Position = v.strictObject({
	role: v.optional(v.picklist(ROLES)),
	active: v.optional(v.boolean())
});

export function changePosition(call: Call<v.InferOutput<typeof Position>>): Answer {
	const { app, account, role, clinic, id, body, now } = call;
	own(call, 'users', id);
	app.runInTransaction((tx) => {
		const person = tx.findRecordById('users', id);
		const was = person.getString('role') as Role;
		const will = body.role ?? was;
		const stays = body.active ?? person.getBool('active');
		if (role !== 'owner' && (was === 'owner' || will === 'owner')) {
			throw new Failure(403, 'auth.role', 'Only an owner makes or changes an owner.');
		}
		if (was === 'owner' && person.getBool('active') && (will !== 'owner' || !stays)) {
			needAnotherOwner(tx, clinic.id);
		}
		if (stays && !person.getBool('active')) {
			needSeat(
				tx,
				clinic.id,
				activeUsers(tx, clinic.id) + openInvitations(tx, clinic.id, now),
				now
			);
		}
		person.set('role', will);
		person.set('active', stays);
		person.refreshTokenKey();
		tx.save(person);
		note(tx, {
			clinic: clinic.id,
			actor: account.id,
			action: 'staff.change',
			target: id,
			details: { role: will, active: stays }
		});
	});
	return done;
}

function needAnotherOwner(tx: App, clinic: string): void {
	const owners = count(tx, "users WHERE clinic = {:clinic} AND role = 'owner' AND active = 1", {
		clinic
	});
	if (owners < 2) throw new Failure(409, 'owner.last', 'A clinic keeps an active owner.');
}

export function settings({ app, clinic }: Call): Answer {
	return ok(currentSettings(app, clinic.id));
}

export function settingsHistory({ app, clinic }: Call): Answer {
	return ok({ settings: settingsOf(app, clinic.id, 200) });
}

export const NewSettings = v.strictObject({
	version: whole(1, 1_000_000),
	document: v.strictObject({
		exports: v.boolean(),
		leads: v.boolean(),
		leadRetentionDays: whole(7, 730),
		recordRetentionYears: whole(1, 30)
	})
});

export function changeSettings(call: Call<v.InferOutput<typeof NewSettings>>): Answer {
	const { app, account, clinic, body } = call;
	app.runInTransaction((tx) => {
		const { version } = currentSettings(tx, clinic.id);
		if (version !== body.version) throw conflict();
		add(tx, 'settings', {
			clinic: clinic.id,
			version: version + 1,
			document: body.document,
			by: account.id
		});
		note(tx, {
			clinic: clinic.id,
			actor: account.id,
			action: 'settings.change',
			details: { version: version + 1 }
		});
	});
	return ok(currentSettings(app, clinic.id));
}

export function listPlans({ app }: Call): Answer {
	const plans = app
		.findRecordsByFilter('plans', 'id != ""', 'price', 50, 0, {})
		.flatMap((plan) => (plan === undefined ? [] : [plan]))
		.map((plan) => ({
			id: plan.id,
			code: plan.getString('code'),
			name: plan.getString('name'),
			seats: plan.getInt('seats'),
			devices: plan.getInt('devices'),
			visits: plan.getInt('visits') === 0 ? null : plan.getInt('visits'),
			leaseDays: plan.getInt('leaseDays'),
			features: featuresOf(plan),
			price: plan.getInt('price'),
			currency: plan.getString('currency'),
			checkout: plan.getString('checkout') === '' ? null : plan.getString('checkout')
		}));
	return ok({ plans });
}

const INVOICE = { id: '', number: '', amount: 0, currency: '', state: '', date: 0 };

export function listInvoices({ app, clinic }: Call): Answer {
	const invoices = select(
		app,
		INVOICE,
		`SELECT ${Object.keys(INVOICE).join(', ')} FROM invoices
		WHERE clinic = {:clinic} ORDER BY date DESC LIMIT 200`,
		{ clinic: clinic.id }
	);
	return ok({ invoices });
}

export const EVENT = { id: '', at: 0, actor: '', action: '', target: '', details: '' };
export const EVENT_COLUMNS = `id, ${CREATED} AS at, actor, action, target, details`;

/** As they are answered: empty texts are null, details an object. */
export function eventView({ details, actor, target, ...event }: typeof EVENT) {
	return {
		...event,
		actor: actor === '' ? null : actor,
		target: target === '' ? null : target,
		details: JSON.parse(details) as Json
	};
}

export function audit(call: Call): Answer {
	const { rows, next } = page(
		call,
		EVENT,
		{ columns: EVENT_COLUMNS, from: 'auditEvents', where: 'clinic = {:clinic}' },
		{ clinic: call.clinic.id }
	);
	return ok({ events: rows.map(eventView), next });
}

/** What the clinic's data are, without hashes, tokens and wrapped keys. */
const EXPORTED = {
	staff: ['users', 'id, name, email, role, active, created'],
	devices: ['devices', 'id, user, name, kind, publicKey, state, flag, created'],
	invitations: ['invitations', 'id, email, role, expires, used, created'],
	leases: ['leases', 'id, device, user, payload, created'],
	receipts: ['receipts', 'id, device, seq, at, serial, kind, created'],
	leads: ['leads', 'id, keyVersion, sealed, state, created'],
	settings: ['settings', 'version, document, by, created'],
	acceptances: ['acceptances', 'user, kind, version, created'],
	invoices: ['invoices', 'id, number, amount, currency, state, date'],
	events: ['auditEvents', 'id, actor, action, target, details, created']
} as const;
/** Of each; a clinic that has more asks support for the rest, which the answer tells by `complete`. */
const MOST_EXPORTED = 20_000;

export function exportData(call: Call): Answer {
	const { app, account, clinic, now } = call;
	attempt(app, `export ${clinic.id}`, { attempts: 5, seconds: 3600 });
	const data: Record<string, unknown> = {};
	let complete = true;
	for (const [name, [table, columns]] of Object.entries(EXPORTED)) {
		const shape = Object.fromEntries(columns.split(', ').map((column) => [column, '']));
		const rows = select(
			app,
			shape,
			`SELECT ${columns} FROM ${table} WHERE clinic = {:clinic} ORDER BY created DESC LIMIT {:most}`,
			{ clinic: clinic.id, most: MOST_EXPORTED }
		);
		if (rows.length === MOST_EXPORTED) complete = false;
		data[name] = rows;
	}
	note(app, { clinic: clinic.id, actor: account.id, action: 'clinic.export' });
	return ok({
		at: now,
		clinic: { id: clinic.id, name: clinic.getString('name') },
		complete,
		...data
	});
}

export const Password = v.strictObject({ password: v.string() });

export function close({
	app,
	account,
	clinic,
	body,
	now
}: Call<v.InferOutput<typeof Password>>): Answer {
	needPassword(app, account, body.password);
	app.runInTransaction((tx) => {
		const fresh = tx.findRecordById('clinics', clinic.id);
		if (fresh.getString('status') === 'closing') return;
		fresh.set('status', 'closing');
		fresh.set('closesAt', now + CLOSING);
		tx.save(fresh);
		note(tx, { clinic: clinic.id, actor: account.id, action: 'clinic.close' });
	});
	return ok({ closesAt: app.findRecordById('clinics', clinic.id).getInt('closesAt') });
}

export function reopen({ app, account, clinic }: Call): Answer {
	if (clinic.getString('status') !== 'closing') throw notFound();
	app.runInTransaction((tx) => {
		const fresh = tx.findRecordById('clinics', clinic.id);
		fresh.set('status', 'active');
		fresh.set('closesAt', 0);
		tx.save(fresh);
		note(tx, { clinic: clinic.id, actor: account.id, action: 'clinic.reopen' });
	});
	return done;
}

/** One's own data, and what one did: all that is known of an account. */
export function exportMe({ app, account, clinic, now }: Call): Answer {
	attempt(app, `export me ${account.id}`, { attempts: 5, seconds: 3600 });
	const own = (shape: Readonly<Record<string, string | number>>, table: string, by: string) =>
		select(
			app,
			shape,
			`SELECT ${Object.keys(shape).join(', ')} FROM ${table} WHERE ${by} = {:user} LIMIT {:most}`,
			{ user: account.id, most: MOST_EXPORTED }
		);
	return ok({
		at: now,
		clinic: { id: clinic.id, name: clinic.getString('name') },
		account: own(
			{ id: '', name: '', email: '', role: '', productNews: 0, lastSeen: 0, created: '' },
			'users',
			'id'
		)[0],
		accepted: own({ kind: '', version: 0, created: '' }, 'acceptances', 'user'),
		devices: own({ id: '', name: '', kind: '', state: '', created: '' }, 'devices', 'user'),
		places: own({ fingerprint: '', created: '', updated: '' }, '_authOrigins', 'recordRef'),
		events: own({ action: '', created: '' }, 'auditEvents', 'actor')
	});
}

/** Of accounts that are no more. Nothing is ever sent there. */
const GONE = '@gone.invalid';

/**
 * Ends one's own account: name, address and password go at once, and its sessions with them. The clinic's
 * devices and its journal keep an id that names nobody. Errors: password.wrong, owner.last.
 */
export function deleteMe(call: Call<v.InferOutput<typeof Password>>): Answer {
	const { app, account, role, clinic, body } = call;
	needPassword(app, account, body.password);
	app.runInTransaction((tx) => {
		const person = tx.findRecordById('users', account.id);
		if (role === 'owner') needAnotherOwner(tx, clinic.id);
		person.set('active', false);
		person.set('productNews', false);
		person.set('name', '-');
		person.set('lastSeen', 0);
		person.setEmail(`${account.id}${GONE}`);
		person.setPassword($security.randomString(50));
		person.refreshTokenKey();
		tx.save(person);
		tx.db()
			.newQuery('DELETE FROM acceptances WHERE user = {:user}')
			.bind({ user: account.id })
			.execute();
		note(tx, {
			clinic: clinic.id,
			actor: account.id,
			action: 'account.delete',
			target: account.id
		});
	});
	return done;
}

export const Notices = v.strictObject({
	controller: text(0, 120),
	address: text(0, 400),
	email: v.union([email, v.literal('')]),
	phone: text(0, 40),
	/** Who answers for data protection. */
	officer: text(0, 120),
	authority: text(0, 120),
	authorityContact: text(0, 400)
});

/** Whom the clinic's papers name; empty where nobody has said. */
export function notices({ app, clinic }: Call): Answer {
	const kept = select(
		app,
		{ notices: '' },
		"SELECT COALESCE(notices, '') AS notices FROM clinics WHERE id = {:clinic}",
		{ clinic: clinic.id }
	)[0]?.notices;
	const none = Object.keys(Notices.entries).map((field) => [field, '']);
	const known = kept === undefined || kept === '' ? null : (JSON.parse(kept) as Json);
	return ok({ ...Object.fromEntries(none), ...(known as object | null) });
}

export function changeNotices(call: Call<v.InferOutput<typeof Notices>>): Answer {
	const { app, account, clinic, body } = call;
	app.runInTransaction((tx) => {
		const fresh = tx.findRecordById('clinics', clinic.id);
		fresh.set('notices', body);
		tx.save(fresh);
		note(tx, { clinic: clinic.id, actor: account.id, action: 'notices.change' });
	});
	return done;
}
