import PocketBase from 'pocketbase';
import { object, string } from 'valibot';
import type { RecordRoom } from '../record/index.ts';
import { answer } from './answer.ts';
import { failureOf } from './failures.ts';
import type {
	Acceptance,
	Application,
	DeviceFacts,
	InvitationFacts,
	LeftMessage
} from './types.ts';

const formSchema = object({ form: string() });
const acceptedSchema = object({ device: object({ id: string() }) });
const factsSchema = object({ clinic: string(), role: string(), email: string() });

async function post(path: string, body: object): Promise<unknown> {
	const server = new PocketBase('/');
	try {
		return await server.send<unknown>(`/api/vultus/${path}`, { method: 'POST', body });
	} catch (reason) {
		throw failureOf(reason);
	}
}

/** What a code invites to. Errors: AppError `account.invitation-unknown`, `account.throttled`, … */
export async function lookAtInvitation(code: string): Promise<InvitationFacts> {
	return answer(factsSchema, await post('invitations/look', { code }));
}

/**
 * Makes the account, and registers this device with it where one is given: the invitation has approved it. A
 * device that is not told of it, because the app ends in between, is registered anew after signing in. Errors: as
 * `lookAtInvitation`; `account.weak-password`, `account.seats-full`, `account.devices-full`.
 */
export async function acceptInvitation(
	{ code, name, password }: Acceptance,
	device: { readonly room: RecordRoom; readonly facts: DeviceFacts } | null
): Promise<void> {
	const body = { code, name, password };
	if (device === null) {
		await post('invitations/accept', body);
		return;
	}
	const { room, facts } = device;
	const made = { ...(await room.prepareDevice()), ...facts };
	const accepted = await post('invitations/accept', { ...body, device: made });
	await room.enrolDevice(answer(acceptedSchema, accepted).device.id);
}

/** Says the same whatever is known of the address. Errors: AppError `account.throttled`, … */
export async function applyForClinic(application: Application): Promise<void> {
	await post('applications', application);
}

/** The leave to write one message, good for a day. Errors: AppError `account.…`. */
export async function beginMessage(): Promise<string> {
	return answer(formSchema, await post('messages/begin', {})).form;
}

/** Errors: AppError `message.too-fast`, `message.stale`, `account.throttled`, … */
export async function leaveMessage(message: LeftMessage): Promise<void> {
	await post('messages', message);
}

/** Adds one to what is counted of a public page, by its path, and tells nothing else. */
export async function countView(page: string): Promise<void> {
	await post('views', { page });
}
