/** Which version of the policies holds, and who accepted it. */
import * as v from 'valibot';
import { add, done, note, ok, select, text, whole, type Answer, type Call } from './call.ts';
import { base64url, sha256, utf8 } from './bytes.ts';
import { conflict } from './failure.ts';
import type { App } from './pocketbase.ts';

const KINDS = ['privacy', 'terms'] as const;

/** The newest policy of each kind, for anybody. */
export function policies({ app }: Call): Answer {
	const rows = select(
		app,
		{ kind: '', version: 0, date: '', material: 0, sha256: '', text: '' },
		`SELECT kind, version, date, material, sha256, text FROM policies AS p
		WHERE version = (SELECT MAX(version) FROM policies WHERE kind = p.kind) ORDER BY kind`
	);
	return ok({ policies: rows.map((policy) => ({ ...policy, material: policy.material === 1 })) });
}

export const NewPolicy = v.strictObject({
	kind: v.picklist(KINDS),
	version: whole(1, 10_000),
	date: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
	material: v.boolean(),
	text: text(1, 60_000)
});

const newest = (app: App, kind: string): number =>
	select(
		app,
		{ version: 0 },
		'SELECT COALESCE(MAX(version), 0) AS version FROM policies WHERE kind = {:kind}',
		{ kind }
	)[0]?.version ?? 0;

/** What was published stays as it was. Errors: conflict where the version is not a newer one. */
export function publish({ app, account, body }: Call<v.InferOutput<typeof NewPolicy>>): Answer {
	app.runInTransaction((tx) => {
		if (body.version <= newest(tx, body.kind)) throw conflict();
		add(tx, 'policies', { ...body, sha256: base64url(sha256(utf8(body.text))) });
		const { kind, version } = body;
		note(tx, {
			clinic: '',
			actor: account.id,
			action: 'policy.publish',
			details: { kind, version }
		});
	});
	return done;
}

/** `asks`: what this person accepted is older than the last version that matters. */
export function ownPolicies({ app, account }: Call): Answer {
	const rows = select(
		app,
		{ kind: '', version: 0, date: '', accepted: 0, matters: 0 },
		`SELECT kind, version, date,
			COALESCE((SELECT MAX(version) FROM acceptances WHERE user = {:user} AND kind = p.kind), 0) AS accepted,
			COALESCE((SELECT MAX(version) FROM policies WHERE kind = p.kind AND material = 1), 0) AS matters
		FROM policies AS p
		WHERE version = (SELECT MAX(version) FROM policies WHERE kind = p.kind) ORDER BY kind`,
		{ user: account.id }
	);
	return ok({
		policies: rows.map(({ matters, ...policy }) => ({
			...policy,
			accepted: policy.accepted === 0 ? null : policy.accepted,
			asks: policy.accepted < matters
		}))
	});
}

export const Acceptance = v.strictObject({ kind: v.picklist(KINDS), version: whole(1, 10_000) });

/** Once more changes nothing. Errors: conflict where another version holds meanwhile. */
export function acceptPolicy(call: Call<v.InferOutput<typeof Acceptance>>): Answer {
	const { app, account, clinic, body } = call;
	app.runInTransaction((tx) => {
		if (body.version !== newest(tx, body.kind)) throw conflict();
		const before = select(
			tx,
			{ id: '' },
			'SELECT id FROM acceptances WHERE user = {:user} AND kind = {:kind} AND version = {:version}',
			{ user: account.id, ...body }
		);
		if (before.length === 0)
			add(tx, 'acceptances', { clinic: clinic.id, user: account.id, ...body });
	});
	return done;
}
