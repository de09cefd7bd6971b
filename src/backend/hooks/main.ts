/** What the registrations in `main.pb.js` call (src/backend/build.ts writes them). */
import { answer } from './call.ts';
import { purge } from './jobs.ts';
import type { App, RequestEvent } from './pocketbase.ts';
import { sweepNonces } from './renewals.ts';
import { ROUTES } from './routes.ts';
import { guardCollections } from './sign-in.ts';
import { protect } from './site.ts';
import { sweepAttempts } from './throttle.ts';

export { demo, operator, prepare, superuser } from './commands.ts';
export { serverKey } from './keys.ts';
export { onMail } from './mail.ts';
export { closed, onAccountChanged, onCode, onCodeRequest, onPassword } from './sign-in.ts';
export { serve } from './site.ts';
export { purge };

/** By the pattern that the router found for a request. */
const BY_PATTERN = new Map(ROUTES.map((route) => [`${route.method} ${route.path}`, route]));

/**
 * The one middleware of everything, which answers our own routes as well. Each middleware and each handler takes a
 * runtime of its own until the answer is out, and where all of the pool are taken, one is built for that request: a
 * hundred times the work.
 */
export function handle(event: RequestEvent, hooks: string): void {
	protect(event, hooks);
	const { pattern, url } = event.request;
	const route = BY_PATTERN.get(pattern);
	if (route !== undefined) answer(route, event);
	else if (url.path.startsWith('/api/collections/')) guardCollections(event);
	else event.next();
}

export function sweep(app: App): void {
	sweepAttempts(app);
	sweepNonces(app);
}
