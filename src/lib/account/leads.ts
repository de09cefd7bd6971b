/** Leads on their way from this device: the clinic's instruction, the key that it was given, what waits. */
import { boolean, nullable, number, object, string } from 'valibot';
import type { RecordRoom } from '../record/index.ts';
import { answer } from './answer.ts';
import type { Ask, LeadKeyState } from './types.ts';

const settingsSchema = object({
	version: number(),
	document: object({
		exports: boolean(),
		leads: boolean(),
		leadRetentionDays: number(),
		recordRetentionYears: number()
	})
});
const keySchema = object({
	version: number(),
	recipient: nullable(string()),
	wrapped: nullable(string()),
	stale: boolean()
});

/** What the server tells of the key, which this device takes over. Errors: AppError `account.…`, `leads.…`. */
export async function fetchLeadKey(
	ask: Ask,
	room: RecordRoom,
	device: string
): Promise<LeadKeyState> {
	const served = answer(keySchema, await ask('GET', `lead-key?device=${device}`));
	await room.takeLeadKey(served);
	return served;
}

/**
 * Sends what waits, one by one; each waits until it was acknowledged, and the server takes none twice.
 * Errors: AppError `account.…`, `leads.…`; what was not acknowledged goes on waiting.
 */
export async function sendLeads(ask: Ask, room: RecordRoom): Promise<void> {
	const view = await room.leads();
	if (view === null) return;
	if (view.instructionDue !== null) {
		const { version, document } = answer(settingsSchema, await ask('GET', 'settings'));
		// A newer one comes with the next lease.
		if (version === view.instructionDue) await room.keepInstruction(version, document);
	}
	if ((await room.leads())?.isOn !== true) return;
	await fetchLeadKey(ask, room, view.device);
	if ((await room.leads())?.key?.isTrusted !== true) return;
	for (const lead of await room.waitingLeads()) {
		const sealed = await room.sealLead(lead);
		if (sealed === null) continue;
		await ask('POST', 'leads', sealed);
		await room.leadSent(lead);
	}
}
