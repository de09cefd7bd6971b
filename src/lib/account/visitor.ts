import PocketBase from 'pocketbase';
import { object, string } from 'valibot';
import { answer } from './answer.ts';
import { failureOf } from './failures.ts';
import type { Application, InvitationFacts } from './types.ts';

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

/** Makes the account. Errors: as `lookAtInvitation`; `account.weak-password`, `account.seats-full`. */
export async function acceptInvitation(
	code: string,
	name: string,
	password: string
): Promise<void> {
	await post('invitations/accept', { code, name, password });
}

/** Says the same whatever is known of the address. Errors: AppError `account.throttled`, … */
export async function applyForClinic(application: Application): Promise<void> {
	await post('applications', application);
}
