/** What an operator looks at is entered, as what they change is; and the journal in which they find it. */
import { note, ok, page, stamp, type Answer, type Call } from './call.ts';
import { count } from './clinic-state.ts';
import { EVENT, EVENT_COLUMNS, eventView } from './clinic.ts';

const HOUR = 3600;
const DAY = 86_400;

type Look = { readonly clinic: string; readonly action: string; readonly seconds: number };

/**
 * Enters that the caller saw a list: once an hour among what concerns no clinic, and once a day in the journal
 * of each clinic that was on it. So whoever reads a list again and again floods neither. What cannot be
 * entered is not answered.
 */
export function looked(call: Call, action: string, clinics: readonly string[] = []): void {
	const { app, account, now } = call;
	const looks: readonly Look[] = [
		{ clinic: '', action, seconds: HOUR },
		...clinics.map((clinic) => ({ clinic, action: 'clinic.seen', seconds: DAY }))
	];
	app.runInTransaction((tx) => {
		for (const { clinic, action: what, seconds } of looks) {
			const entered = count(
				tx,
				`auditEvents WHERE clinic = {:clinic} AND created > {:since}
				AND actor = {:actor} AND action = {:what}`,
				{ clinic, since: stamp(now - seconds), actor: account.id, what }
			);
			if (entered === 0) note(tx, { clinic, actor: account.id, action: what });
		}
	});
}

/** What operators did that concerns no one clinic, each with the operator's name. */
export function operatorJournal(call: Call): Answer {
	const { rows, next } = page(
		call,
		{ ...EVENT, name: '' },
		{
			columns: `${EVENT_COLUMNS},
				COALESCE((SELECT name FROM operators WHERE operators.id = auditEvents.actor), '') AS name`,
			from: 'auditEvents',
			where: "clinic = ''"
		},
		{}
	);
	return ok({
		events: rows.map(({ name, ...event }) => ({ ...eventView(event), name })),
		next
	});
}
