/** What visitors of the public pages leave: messages, and a number for each page and day if they allow it. */
import * as v from 'valibot';
import {
	add,
	CREATED,
	done,
	email,
	found,
	invalid,
	note,
	ok,
	page,
	select,
	text,
	type Answer,
	type Call
} from './call.ts';
import { Failure, notFound } from './failure.ts';
import { looked } from './looks.ts';
import { sendMail } from './mail.ts';
import { $security, type App } from './pocketbase.ts';
import { attempt, type Limit } from './throttle.ts';

/** Of an address, and of all together: who has many addresses fills no disk either. */
const WRITES: Limit = { attempts: 5, seconds: 3600 };
const ALL_WRITES: Limit = { attempts: 200, seconds: 3600 };
const LEAVES: Limit = { attempts: 60, seconds: 3600 };
const VIEWS: Limit = { attempts: 120, seconds: 3600 };
const ONCE: Limit = { attempts: 1, seconds: 86_400 };
/** A person needs longer to write; a page that stood open longer asks again. Seconds. */
const SHORTEST = 3;
const LONGEST = 86_400;

/** In memory only: after a restart a form asks once more. */
function secret(app: App): string {
	let value = '';
	app.store().setFunc('form-secret', (old) => (value = old ?? $security.randomString(43)));
	return value;
}

const sealOf = (app: App, stamp: string): string => $security.hs256(stamp, secret(app));

/** The leave to write one message: when it was asked for, and that it was asked for here. */
export function beginMessage({ app, event, now }: Call): Answer {
	attempt(app, `leave ${event.realIP()}`, LEAVES);
	const stamp = `${now}-${$security.randomString(12)}`;
	return ok({ form: `${stamp}.${sealOf(app, stamp)}` });
}

/** Errors: 400 message.too-fast, 409 message.stale (of a restart, too old, or used). */
function needLeave(app: App, form: string, now: number): void {
	const stale = new Failure(409, 'message.stale', 'Begin again.');
	const [stamp = '', seal = ''] = form.split('.');
	if (!$security.equal(seal, sealOf(app, stamp))) throw stale;
	const age = now - Number(stamp.split('-')[0]);
	if (age > LONGEST) throw stale;
	if (age < SHORTEST) {
		const more = { retryAfter: SHORTEST - age };
		throw new Failure(400, 'message.too-fast', 'Nobody writes so fast.', more);
	}
	try {
		attempt(app, `form ${stamp}`, ONCE);
	} catch {
		throw stale;
	}
}

/** One line: what could be taken for a mail's header has two. */
const line = (min: number, max: number) => v.pipe(text(min, max), v.regex(/^[^\n]*$/));

const UNSEEN = {
	/** No person sees this field. */
	website: v.pipe(v.string(), v.maxLength(400)),
	form: v.pipe(v.string(), v.maxLength(200))
};

export const Message = v.variant('kind', [
	v.strictObject({
		kind: v.picklist(['contact', 'demo', 'support']),
		name: line(2, 120),
		email,
		text: text(1, 4000),
		...UNSEEN
	}),
	// Of staff: short, and with an address only where they want an answer.
	v.strictObject({
		kind: v.literal('feedback'),
		name: v.literal(''),
		email: v.union([v.literal(''), email]),
		text: text(1, 1000),
		...UNSEEN
	})
]);

export function leaveMessage(call: Call<v.InferOutput<typeof Message>>): Answer {
	const { app, event, body, now } = call;
	const { website, form, ...message } = body;
	attempt(app, `message ${event.realIP()}`, WRITES);
	needLeave(app, form, now);
	// A bot is told the same as a person, and learns nothing.
	if (website !== '') return { status: 202, body: {} };
	attempt(app, 'messages', ALL_WRITES);
	add(app, 'messages', { ...message, answered: 0 });
	tellOperators(app);
	return { status: 202, body: {} };
}

/** At most one an hour, and nothing that a visitor typed: no word of theirs reaches a mail's head or body. */
function tellOperators(app: App): void {
	try {
		attempt(app, 'message mail', { attempts: 1, seconds: 3600 });
	} catch {
		return;
	}
	const operators = select(
		app,
		{ email: '' },
		'SELECT email FROM operators WHERE active = 1 AND quiet = 0'
	);
	for (const { email: address } of operators) {
		sendMail(app, address, 'A message waits', ['Somebody wrote to you. It is in the console.']);
	}
}

const MESSAGE = { id: '', kind: '', name: '', email: '', text: '', answered: 0, created: 0 };

/** `?waiting=1`: only what nobody has answered. */
export function listMessages(call: Call): Answer {
	const { rows, next } = page(
		call,
		MESSAGE,
		{
			columns: `id, kind, name, email, text, answered, ${CREATED} AS created`,
			from: 'messages',
			where: call.query('waiting') === '1' ? 'answered = 0' : '1 = 1'
		},
		{}
	);
	looked(call, 'operator.messages');
	const messages = rows.map(({ answered, ...message }) => ({
		...message,
		answered: answered === 0 ? null : answered
	}));
	return ok({ messages, next });
}

export const Answered = v.strictObject({ answered: v.boolean() });

export function markMessage(call: Call<v.InferOutput<typeof Answered>>): Answer {
	const { app, account, id, body, now } = call;
	app.runInTransaction((tx) => {
		const message = found(() => tx.findRecordById('messages', id));
		if (message === undefined) throw notFound();
		if ((message.getInt('answered') !== 0) === body.answered) return;
		message.set('answered', body.answered ? now : 0);
		tx.save(message);
		const deed = body.answered ? { action: 'message.answer' } : { action: 'message.reopen' };
		note(tx, { clinic: '', actor: account.id, target: id, ...deed });
	});
	return done;
}

/** Paths of the public pages (src/routes/(public)). */
const PAGES = [
	'/about',
	'/about/how',
	'/about/clinics',
	'/demo',
	'/contact',
	'/support',
	'/privacy',
	'/terms',
	'/cookies'
];

export const View = v.strictObject({ page: v.pipe(v.string(), v.maxLength(40)) });

/** Adds one to a page's number of this day. Whoever asked is not in it. */
export function countView({ app, event, body }: Call<v.InferOutput<typeof View>>): Answer {
	if (!PAGES.includes(body.page)) throw invalid('page');
	attempt(app, `view ${event.realIP()}`, VIEWS);
	const day = new Date().toISOString().slice(0, 10);
	app.runInTransaction((tx) => {
		const values = { page: body.page, day };
		const counted = tx
			.db()
			.newQuery('UPDATE pageViews SET count = count + 1 WHERE page = {:page} AND day = {:day}')
			.bind(values)
			.execute();
		if (counted.rowsAffected() === 0) add(tx, 'pageViews', { ...values, count: 1 });
	});
	return done;
}

/** Of the last thirty days. */
export function pageViews({ app, now }: Call): Answer {
	const since = new Date((now - 30 * 86_400) * 1000).toISOString().slice(0, 10);
	const pages = select(
		app,
		{ page: '', count: 0 },
		`SELECT page, SUM(count) AS count FROM pageViews WHERE day > {:since}
		GROUP BY page ORDER BY page`,
		{ since }
	);
	return ok({ pages });
}
