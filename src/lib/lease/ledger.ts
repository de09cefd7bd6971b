/**
 * What a device knows of its licence, and what follows from it at a moment. Pure, so that a model can
 * try every order of events. Times are UTC seconds; the time zone never matters.
 */
import { firstHead, nextHead, type Receipt } from './chain.ts';
import type { Lease } from './schema.ts';

const MINUTE = 60;
const HOUR = 3600;
const NOTICED = 5 * MINUTE;
const DISBELIEVED = 24 * HOUR;
const SOON = 48 * HOUR;
/** Visits that may begin while the clock is wrong: an empty battery must not lock a clinic. */
const RESCUES = 20;

export type Ledger = {
	readonly device: string;
	readonly lease: Lease | null;
	/** The server will not give this device another lease. */
	readonly isRevoked: boolean;
	/** Of the last use. */
	readonly seq: number;
	readonly head: string;
	readonly serial: number;
	/** The latest time that is believed: of the server, or of a use since. */
	readonly high: number;
	/** Since the server was last heard. */
	readonly rescued: number;
	/** Not acknowledged yet, oldest first. */
	readonly receipts: readonly Receipt[];
};

/**
 * `waiting`: no lease yet. `fresh`: more than 48 h left. `spent`: no serial left. `clock`: the device's
 * clock is behind what was seen before. `rescue`: so far behind that its visits are counted apart.
 */
export type StandingState =
	| 'waiting'
	| 'fresh'
	| 'renew-soon'
	| 'grace'
	| 'expired'
	| 'spent'
	| 'clock'
	| 'rescue'
	| 'revoked';

export type Standing = {
	readonly state: StandingState;
	/** Whether a visit may begin. Nothing else is ever asked of a licence. */
	readonly mayBegin: boolean;
};

/** A device that was just enrolled. */
export async function afterEnrolment(device: string): Promise<Ledger> {
	return {
		device,
		lease: null,
		isRevoked: false,
		seq: 0,
		head: await firstHead(device),
		serial: 0,
		high: 0,
		rescued: 0,
		receipts: []
	};
}

export function standingOf(ledger: Ledger, now: number): Standing {
	const { lease, isRevoked, rescued } = ledger;
	if (isRevoked) return { state: 'revoked', mayBegin: false };
	if (lease === null) return { state: 'waiting', mayBegin: false };
	const high = highOf(ledger);
	const behind = high - now;
	// A clock that was set back stretches no lease.
	const left = lease.exp - Math.max(now, high);
	if (left + lease.grace <= 0 || !lease.feat.includes('simulate')) {
		return { state: 'expired', mayBegin: false };
	}
	if (nextSerial(ledger) === null) return { state: 'spent', mayBegin: false };
	if (behind > DISBELIEVED) {
		return rescued < RESCUES
			? { state: 'rescue', mayBegin: true }
			: { state: 'clock', mayBegin: false };
	}
	if (behind > NOTICED) return { state: 'clock', mayBegin: true };
	if (left <= 0) return { state: 'grace', mayBegin: true };
	return { state: left <= SOON ? 'renew-soon' : 'fresh', mayBegin: true };
}

/** Visits that may still begin under this lease; null: no limit. */
export function serialsLeft(ledger: Ledger): number | null {
	const { lease, serial } = ledger;
	if (lease === null) return 0;
	const { from, to } = lease.grant;
	return to === null ? null : Math.max(0, to - Math.max(from - 1, serial));
}

/** A visit begins. `random`: as of `randomOfUse`. Null where it may not. */
export async function afterUse(
	ledger: Ledger,
	now: number,
	random: string
): Promise<Ledger | null> {
	const serial = nextSerial(ledger);
	if (!standingOf(ledger, now).mayBegin || serial === null) return null;
	const high = highOf(ledger);
	const isBelieved = high - now <= NOTICED;
	const receipt: Receipt = {
		seq: ledger.seq + 1,
		at: isBelieved ? Math.max(now, ledger.high) : now,
		serial,
		kind: isBelieved ? 1 : 2,
		random
	};
	return {
		...ledger,
		seq: receipt.seq,
		head: await nextHead(ledger.head, receipt),
		serial,
		high: Math.max(high, now),
		rescued: high - now > DISBELIEVED ? ledger.rescued + 1 : ledger.rescued,
		receipts: [...ledger.receipts, receipt]
	};
}

/**
 * The server has answered with a lease, at its time `now`. What it acknowledges is forgotten; uses that
 * came meanwhile stay.
 */
export function afterLease(ledger: Ledger, lease: Lease, now: number): Ledger {
	const receipts = ledger.receipts.filter(({ seq }) => seq > lease.ack.seq);
	return { ...ledger, lease, isRevoked: false, high: now, rescued: 0, receipts };
}

function highOf({ lease, high }: Ledger): number {
	return Math.max(high, lease?.iat ?? 0);
}

function nextSerial({ lease, serial }: Ledger): number | null {
	if (lease === null) return null;
	const { from, to } = lease.grant;
	const next = Math.max(from, serial + 1);
	return to === null || next <= to ? next : null;
}
