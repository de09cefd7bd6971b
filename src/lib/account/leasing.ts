/** Enrols this device and keeps its lease renewed: between the server, which signs, and the vault's worker, which holds the key. */
import { number, object, string } from 'valibot';
import { isAppError } from '../errors.ts';
import type { RecordRoom } from '../record/index.ts';
import { answer } from './answer.ts';
import type { Ask, DeviceFacts } from './types.ts';

const nonceSchema = object({ nonce: string() });
const leaseSchema = object({ lease: string(), now: number() });
const deviceSchema = object({ id: string() });

/** Parts of a long absence in one renewal: more wait for the next. */
const MOST_PARTS = 20;

const HOUR = 3_600_000;
const EVERY = 6 * HOUR;
/** So that a clinic's tablets, which wake together, do not all ask at once. */
const FIRST_WITHIN = 20_000;
const JITTER = HOUR / 2;
/** After a failure: a minute, then twice as long each time, up to an hour. */
const RETRY = HOUR / 60;

/**
 * Tells the server a new key of this device and starts its chain of uses. It may work at once: until an
 * owner approves, under a provisional lease. Errors: AppError `account.…`.
 */
export async function enrolDevice(ask: Ask, room: RecordRoom, facts: DeviceFacts): Promise<void> {
	const device = await room.prepareDevice();
	const { id } = answer(deviceSchema, await ask('POST', 'devices', { ...device, ...facts }));
	await room.enrolDevice(id);
	await renewLease(ask, room);
}

/**
 * Sends what was counted and takes the next lease. Errors: AppError `account.…`, `licence.ended`,
 * `lease.invalid`; what was counted stays counted, and is sent again.
 */
export async function renewLease(ask: Ask, room: RecordRoom): Promise<void> {
	const before = await room.licence();
	if (before === null) return;
	for (let part = 0; part < MOST_PARTS; part++) {
		await renewOnce(ask, room, before.device);
		if ((await room.licence())?.unsent === 0) return;
	}
}

async function renewOnce(ask: Ask, room: RecordRoom, device: string): Promise<void> {
	try {
		const { nonce } = answer(nonceSchema, await ask('POST', 'nonce', { device }));
		const request = await room.requestLease(nonce);
		const { lease, now } = answer(leaseSchema, await ask('POST', 'lease', request));
		await room.settleLease(lease, now);
	} catch (error) {
		if (isAppError(error)) {
			const { code } = error.details;
			if (typeof code === 'string') await room.refuseLease(code);
		}
		throw error;
	}
}

/**
 * Renews soon after the start, every six hours and whenever the network comes back, each a little later
 * or earlier than another device; what failed is tried again sooner. Never waits, never tells: what
 * became of it is in the licence. Gives what stops it.
 */
export function keepRenewed(renew: () => Promise<void>): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	let isOver = false;
	const after = (delay: number): void => {
		clearTimeout(timer);
		if (!isOver) timer = setTimeout(() => void attempt(), delay);
	};
	const attempt = async (): Promise<void> => {
		try {
			await renew();
			failures = 0;
			after(EVERY + (Math.random() - 0.5) * JITTER);
		} catch {
			after(Math.min(HOUR, RETRY * 2 ** failures++) * (1 + Math.random() / 4));
		}
	};
	const soon = (): void => after(Math.random() * FIRST_WITHIN);
	soon();
	addEventListener('online', soon);
	return () => {
		isOver = true;
		clearTimeout(timer);
		removeEventListener('online', soon);
	};
}
