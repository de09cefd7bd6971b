/** What the registrations in `main.pb.js` call (src/backend/build.ts writes them). */
import { answer } from './call.ts';
import { purge } from './jobs.ts';
import type { App, RequestEvent } from './pocketbase.ts';
import { sweepNonces } from './renewals.ts';
import { ROUTES } from './routes.ts';
import { sweepAttempts } from './throttle.ts';

export { demo, operator, prepare, superuser } from './commands.ts';
export { serverKey } from './keys.ts';
export { onMail } from './mail.ts';
export {
	closed,
	guardCollections,
	onAccountChanged,
	onCode,
	onCodeRequest,
	onPassword
} from './sign-in.ts';
export { protect, serve } from './site.ts';
export { purge };

/** Answers the route of this number in the table. */
export function route(index: number, event: RequestEvent): void {
	const found = ROUTES[index];
	if (found === undefined) throw new Error('no such route');
	answer(found, event);
}

export function sweep(app: App): void {
	sweepAttempts(app);
	sweepNonces(app);
}
