/** What a clinic has: its plan, its seats, its settings. */
import { add, found, select } from './call.ts';
import { canonicalJson, sha256Text } from './bytes.ts';
import { Failure } from './failure.ts';
import type { App, Row } from './pocketbase.ts';

const DAY = 86_400;
/** For how long an overdue subscription still gets leases. */
const OVERDUE = 14 * DAY;

export type Subscription = {
	readonly row: Row;
	readonly plan: Row;
	readonly state: string;
	/** Whether there are leases at all. */
	readonly live: boolean;
};

export function subscriptionOf(app: App, clinic: string, now: number): Subscription {
	const row = app.findFirstRecordByFilter('subscriptions', 'clinic = {:clinic}', { clinic });
	const plan = app.findRecordById('plans', row.getString('plan'));
	const paidUntil = row.getInt('paidUntil');
	const over = paidUntil > 0 && now > paidUntil;
	let state = row.getString('state');
	if (over && state === 'trial') state = 'ended';
	if (over && state === 'active') state = 'overdue';
	const late = state === 'overdue' && paidUntil > 0 && now > paidUntil + OVERDUE;
	if (late) state = 'ended';
	return { row, plan, state, live: state !== 'ended' };
}

/** The month as people and the quota count it, UTC. */
export function monthOf(now: number): {
	readonly month: string;
	readonly from: number;
	readonly to: number;
} {
	const date = new Date(now * 1000);
	const start = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 1000;
	const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 1000;
	return { month: date.toISOString().slice(0, 7), from: start, to: end };
}

export function count(
	app: App,
	sql: string,
	values: Readonly<Record<string, string | number>>
): number {
	return select(app, { n: 0 }, `SELECT COUNT(*) AS n FROM ${sql}`, values)[0]?.n ?? 0;
}

export function activeUsers(app: App, clinic: string): number {
	return count(app, 'users WHERE clinic = {:clinic} AND active = 1', { clinic });
}

export function openInvitations(app: App, clinic: string, now: number): number {
	return count(app, 'invitations WHERE clinic = {:clinic} AND used = 0 AND expires > {:now}', {
		clinic,
		now
	});
}

export function approvedDevices(app: App, clinic: string): number {
	return count(app, "devices WHERE clinic = {:clinic} AND state = 'approved'", { clinic });
}

export function visitsBetween(app: App, clinic: string, from: number, to: number): number {
	return count(app, 'receipts WHERE clinic = {:clinic} AND at >= {:from} AND at < {:to}', {
		clinic,
		from,
		to
	});
}

/** Errors: 409 seats.full. */
export function needSeat(app: App, clinic: string, taken: number, now: number): void {
	const { row } = subscriptionOf(app, clinic, now);
	if (taken >= row.getInt('seats')) throw new Failure(409, 'seats.full', 'All seats are taken.');
}

/** Errors: 409 devices.full. */
export function needDevice(app: App, clinic: string, now: number): void {
	const { row } = subscriptionOf(app, clinic, now);
	if (approvedDevices(app, clinic) >= row.getInt('devices')) {
		throw new Failure(409, 'devices.full', 'The plan allows no further device.');
	}
}

/** As `GET /me` tells it. */
export function subscriptionView(app: App, clinic: string, now: number) {
	const { row, plan, state } = subscriptionOf(app, clinic, now);
	const { month, from, to } = monthOf(now);
	const visits = row.getInt('visits');
	return {
		plan: plan.getString('code'),
		state,
		paidUntil: row.getInt('paidUntil') === 0 ? null : row.getInt('paidUntil'),
		periodStart: from,
		periodEnd: to,
		seats: row.getInt('seats'),
		seatsUsed: activeUsers(app, clinic) + openInvitations(app, clinic, now),
		devices: row.getInt('devices'),
		devicesUsed: approvedDevices(app, clinic),
		visits: visits === 0 ? null : visits,
		// With a limit those that devices hold ready count as well.
		visitsUsed:
			visits === 0
				? visitsBetween(app, clinic, from, to)
				: row.getString('month') === month
					? row.getInt('used')
					: 0,
		features: featuresOf(plan)
	};
}

export function featuresOf(plan: Row): readonly string[] {
	return JSON.parse(plan.getString('features')) as readonly string[];
}

export type ClinicDocument = {
	readonly exports: boolean;
	readonly leads: boolean;
	readonly leadRetentionDays: number;
	readonly recordRetentionYears: number;
};

export const FIRST_DOCUMENT: ClinicDocument = {
	exports: true,
	leads: false,
	leadRetentionDays: 180,
	recordRetentionYears: 10
};

export type Settings = {
	readonly version: number;
	readonly document: ClinicDocument;
	readonly sha256: string;
	readonly by: string | null;
	readonly at: number;
};

type SettingsRow = {
	readonly version: number;
	readonly document: string;
	readonly by: string;
	readonly at: number;
};

/** All versions, the newest first, at most `most`. */
export function settingsOf(app: App, clinic: string, most: number): readonly Settings[] {
	const rows: readonly SettingsRow[] = select(
		app,
		{ version: 0, document: '', by: '', at: 0 },
		`SELECT version, document, by, CAST(strftime('%s', created) AS INTEGER) AS at FROM settings
		WHERE clinic = {:clinic} ORDER BY version DESC LIMIT {:most}`,
		{ clinic, most }
	);
	return rows.map(({ version, document, by, at }) => {
		const parsed = JSON.parse(document) as ClinicDocument;
		return {
			version,
			document: parsed,
			sha256: sha256Text(canonicalJson(parsed)),
			by: by === '' ? null : by,
			at
		};
	});
}

/** The settings in force. */
export function currentSettings(app: App, clinic: string): Settings {
	const [current] = settingsOf(app, clinic, 1);
	if (current === undefined) throw new Error('a clinic without settings');
	return current;
}

/** A clinic that may begin to work: on a plan, with the settings that all begin with. */
export function begin(app: App, clinic: string, plan: Row, trialUntil: number): void {
	add(app, 'subscriptions', {
		clinic,
		plan: plan.id,
		state: 'trial',
		paidUntil: trialUntil,
		seats: plan.getInt('seats'),
		devices: plan.getInt('devices'),
		visits: plan.getInt('visits')
	});
	add(app, 'settings', { clinic, version: 1, document: FIRST_DOCUMENT });
}

export function planByCode(app: App, code: string): Row {
	const plan = found(() => app.findFirstRecordByFilter('plans', 'code = {:code}', { code }));
	if (plan === undefined) throw new Failure(400, 'request.invalid', 'plan');
	return plan;
}
