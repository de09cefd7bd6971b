/** What is done every day: what is no longer to be kept goes. */
import { note, select, stamp } from './call.ts';
import { settingsOf } from './clinic-state.ts';
import { forgetLeads } from './leads.ts';
import type { App } from './pocketbase.ts';

const DAY = 86_400;
const MESSAGES = 365 * DAY;
const INVITATIONS = 90 * DAY;
const PAGE_VIEWS = 400 * DAY;
/** From where somebody signed in, unless it was the last time: who comes back later is told of a new place. */
const PLACES = 90 * DAY;
/** What operators saw and did; what concerns a clinic stays as long as it. */
const LOOKS = 730 * DAY;
/** Ids of leads that are no more; longer than any backup of a device is worth restoring. */
const GONE_LEADS = 5 * 365 * DAY;

export function purge(app: App): void {
	const now = Math.floor(Date.now() / 1000);
	purgeLeads(app, now);
	app
		.db()
		.newQuery("DELETE FROM leads WHERE state = 'gone' AND created < {:before}")
		.bind({ before: stamp(now - GONE_LEADS) })
		.execute();
	app
		.db()
		.newQuery("DELETE FROM auditEvents WHERE clinic = '' AND created < {:before}")
		.bind({ before: stamp(now - LOOKS) })
		.execute();
	app
		.db()
		.newQuery(
			`DELETE FROM _authOrigins WHERE updated < {:before} AND EXISTS (SELECT 1 FROM _authOrigins AS later
			WHERE later.recordRef = _authOrigins.recordRef AND later.updated > _authOrigins.updated)`
		)
		.bind({ before: stamp(now - PLACES) })
		.execute();
	const old = {
		messages: now - MESSAGES,
		invitations: now - INVITATIONS,
		pageViews: now - PAGE_VIEWS
	};
	for (const [table, before] of Object.entries(old)) {
		app
			.db()
			.newQuery(`DELETE FROM ${table} WHERE created < {:before}`)
			.bind({ before: stamp(before) })
			.execute();
	}
	closeClinics(app, now);
}

function purgeLeads(app: App, now: number): void {
	const clinics = select(
		app,
		{ clinic: '' },
		"SELECT DISTINCT clinic FROM leads WHERE state <> 'gone'"
	);
	for (const { clinic } of clinics) {
		const days = settingsOf(app, clinic, 1)[0]?.document.leadRetentionDays ?? 0;
		const before = stamp(now - days * DAY);
		const gone = forgetLeads(app, 'clinic = {:clinic} AND created < {:before}', {
			clinic,
			before
		});
		if (gone > 0) {
			note(app, { clinic, actor: '', action: 'leads.purge', details: { leads: gone } });
		}
	}
}

/** After the days of grace a closed clinic leaves its invoices, which the law wants kept, and its name. */
function closeClinics(app: App, now: number): void {
	const closing = select(
		app,
		{ id: '' },
		"SELECT id FROM clinics WHERE status = 'closing' AND closesAt > 0 AND closesAt <= {:now}",
		{ now }
	);
	for (const { id } of closing) {
		app.runInTransaction((tx) => {
			const run = (sql: string) => {
				tx.db().newQuery(sql).bind({ id }).execute();
			};
			// First, because journal and settings are kept for any clinic that is not closed.
			run(
				`UPDATE clinics SET status = 'closed', applicantName = '-', applicantEmail = '-',
				notices = NULL, leadRecipient = '', leadRecovery = '', leadKeyVersion = 0, leadKeyStale = 0 WHERE id = {:id}`
			);
			run(
				'DELETE FROM _authOrigins WHERE recordRef IN (SELECT id FROM users WHERE clinic = {:id})'
			);
			for (const table of [
				'leads',
				'leadKeys',
				'receipts',
				'leases',
				'devices',
				'invitations',
				'settings',
				'acceptances',
				'auditEvents',
				'subscriptions',
				'users'
			]) {
				run(`DELETE FROM ${table} WHERE clinic = {:id}`);
			}
		});
	}
}
