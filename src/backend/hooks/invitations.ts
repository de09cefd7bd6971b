/** How people come in: a clinic applies, an operator approves, an owner invites. */
import * as v from 'valibot';
import {
	add,
	done,
	email,
	found,
	made,
	note,
	ok,
	own,
	ROLES,
	select,
	text,
	type Answer,
	type Call,
	type Role
} from './call.ts';
import { crockford, grouped, sha256Text, sha256, typedCode, utf8 } from './bytes.ts';
import { activeUsers, needDevice, needSeat, openInvitations } from './clinic-state.ts';
import { DeviceBody, enrol } from './devices.ts';
import { Failure } from './failure.ts';
import { hasMail, origin, sendMail } from './mail.ts';
import { $security, type App, type Row } from './pocketbase.ts';
import { attempt } from './throttle.ts';

const VALID = 72 * 3600;
const CODE_LENGTH = 12;
/** An address may look so often; sixty bits are not guessed by that. */
const LOOKS = { attempts: 20, seconds: 900 };
const WRITES = { attempts: 5, seconds: 3600 };

export const Application = v.strictObject({
	practice: text(2, 120),
	name: text(2, 120),
	email,
	registration: text(2, 60),
	authority: text(2, 120),
	region: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
	attested: v.literal(true)
});

export function apply({ app, event, body, now }: Call<v.InferOutput<typeof Application>>): Answer {
	attempt(app, `apply ${event.realIP()}`, WRITES);
	app.runInTransaction((tx) => {
		const clinic = add(tx, 'clinics', {
			name: body.practice,
			status: 'applied',
			region: body.region,
			registration: body.registration,
			authority: body.authority,
			applicantName: body.name,
			applicantEmail: body.email,
			attestedAt: now
		});
		note(tx, { clinic: clinic.id, actor: '', action: 'clinic.apply' });
	});
	return { status: 202, body: {} };
}

export type Invitation = {
	readonly id: string;
	readonly code: string;
	readonly link: string;
	readonly expires: number;
	readonly mailed: boolean;
};

/** Within a transaction, except for the mail: call `mailInvitation` after it. */
export function invitation(
	tx: App,
	clinic: Row,
	values: {
		readonly email: string;
		readonly role: Role;
		readonly actor: string;
		readonly now: number;
	}
): Omit<Invitation, 'mailed'> {
	const code = crockford(sha256(utf8($security.randomString(43))), CODE_LENGTH);
	const expires = values.now + VALID;
	const row = add(tx, 'invitations', {
		clinic: clinic.id,
		email: values.email,
		role: values.role,
		hash: sha256Text(code),
		expires
	});
	note(tx, {
		clinic: clinic.id,
		actor: values.actor,
		action: 'invitation.make',
		target: row.id,
		details: { role: values.role }
	});
	return { id: row.id, code: grouped(code), link: `${origin(tx)}/join#${grouped(code)}`, expires };
}

export function mailInvitation(
	app: App,
	clinic: Row,
	address: string,
	made: Omit<Invitation, 'mailed'>
): Invitation {
	const mailed =
		hasMail(app) &&
		sendMail(app, address, `${clinic.getString('name')} invites you to Vultus`, [
			`Open ${made.link}`,
			`or type this code into the installed app: ${made.code}`,
			'It works once, for 72 hours.'
		]);
	return { ...made, mailed };
}

export const Invite = v.strictObject({ email, role: v.picklist(ROLES) });

export function invite(call: Call<v.InferOutput<typeof Invite>>): Answer {
	const { app, account, role, clinic, body, now } = call;
	if (body.role === 'owner' && role !== 'owner') {
		throw new Failure(403, 'auth.role', 'Only an owner invites an owner.');
	}
	attempt(app, `invite ${clinic.id}`, { attempts: 50, seconds: 86_400 });
	let invited: Omit<Invitation, 'mailed'> | undefined;
	app.runInTransaction((tx) => {
		const taken = activeUsers(tx, clinic.id) + openInvitations(tx, clinic.id, now);
		needSeat(tx, clinic.id, taken, now);
		invited = invitation(tx, clinic, { ...body, actor: account.id, now });
	});
	return made(mailInvitation(app, clinic, body.email, invited as Omit<Invitation, 'mailed'>));
}

export function listInvitations({ app, clinic, now }: Call): Answer {
	const invitations = select(
		app,
		{ id: '', email: '', role: '', expires: 0, created: 0 },
		`SELECT id, email, role, expires, CAST(strftime('%s', created) AS INTEGER) AS created FROM invitations
		WHERE clinic = {:clinic} AND used = 0 AND expires > {:now} ORDER BY created DESC LIMIT 200`,
		{ clinic: clinic.id, now }
	);
	return ok({ invitations });
}

export function withdrawInvitation(call: Call): Answer {
	const { app, account, clinic, id } = call;
	const row = own(call, 'invitations', id);
	app.runInTransaction((tx) => {
		tx.delete(row);
		note(tx, { clinic: clinic.id, actor: account.id, action: 'invitation.withdraw', target: id });
	});
	return done;
}

const Code = v.pipe(v.string(), v.maxLength(40), v.transform(typedCode));
const unknown = () => new Failure(404, 'invitation.unknown', 'No open invitation has this code.');

function openInvitation(app: App, code: string, now: number): Row {
	const row = found(() =>
		app.findFirstRecordByFilter('invitations', 'hash = {:hash} && used = 0 && expires > {:now}', {
			hash: sha256Text(code),
			now
		})
	);
	if (row === undefined) throw unknown();
	return row;
}

export const Look = v.strictObject({ code: Code });

export function look({ app, event, body, now }: Call<v.InferOutput<typeof Look>>): Answer {
	attempt(app, `code ${event.realIP()}`, LOOKS);
	const row = openInvitation(app, body.code, now);
	const clinic = app.findRecordById('clinics', row.getString('clinic'));
	return ok({
		clinic: clinic.getString('name'),
		role: row.getString('role'),
		email: row.getString('email')
	});
}

export const Accept = v.strictObject({
	code: Code,
	name: text(1, 120),
	password: v.string(),
	device: v.optional(DeviceBody)
});

export function accept({ app, event, body, now }: Call<v.InferOutput<typeof Accept>>): Answer {
	attempt(app, `code ${event.realIP()}`, LOOKS);
	const password = strongPassword(body.password);
	let device: Row | null = null;
	let address = '';
	app.runInTransaction((tx) => {
		const row = openInvitation(tx, body.code, now);
		const clinic = tx.findRecordById('clinics', row.getString('clinic'));
		if (clinic.getString('status') !== 'active') throw unknown();
		needSeat(tx, clinic.id, activeUsers(tx, clinic.id), now);
		row.set('used', now);
		tx.save(row);
		address = row.getString('email');
		const user = newUser(tx, {
			clinic: clinic.id,
			email: address,
			name: body.name,
			role: row.getString('role'),
			password
		});
		if (body.device !== undefined) {
			needDevice(tx, clinic.id, now);
			device = enrol(tx, {
				clinic: clinic.id,
				user: user.id,
				state: 'approved',
				body: body.device
			});
		}
		note(tx, { clinic: clinic.id, actor: user.id, action: 'invitation.accept', target: row.id });
	});
	const enrolled = device as Row | null;
	return made({
		email: address,
		device: enrolled === null ? null : { id: enrolled.id, state: enrolled.getString('state') }
	});
}

/** Errors: 400 password.weak. bcrypt sees the first 72 bytes only. */
export function strongPassword(password: string): string {
	if (password.length < 10 || utf8(password).length > 71) {
		throw new Failure(400, 'password.weak', 'Ten characters or more, and 71 bytes at most.');
	}
	return password;
}

export function newUser(
	tx: App,
	values: {
		readonly clinic: string;
		readonly email: string;
		readonly name: string;
		readonly role: string;
		readonly password: string;
	}
): Row {
	if (found(() => tx.findAuthRecordByEmail('users', values.email)) !== undefined) {
		throw new Failure(409, 'invitation.address', 'This address cannot be used for the invitation.');
	}
	return add(tx, 'users', { ...values, active: true, verified: true, emailVisibility: false });
}
