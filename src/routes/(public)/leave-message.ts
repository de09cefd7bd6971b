import type { LeftMessage } from '$lib/account/index.ts';

/** Loaded by whoever opens a form: no other public page needs the server. */
export async function beginMessage(): Promise<string> {
	const { beginMessage: begin } = await import('$lib/account/index.ts');
	return await begin();
}

export async function leaveMessage(message: LeftMessage): Promise<void> {
	const account = await import('$lib/account/index.ts');
	await account.leaveMessage(message);
}
