/** Set up before each file that drives a browser from outside: a test that fails says what was on show. */
import { afterEach } from 'vitest';
import { lastSeen } from './last-seen.ts';

declare module 'vitest' {
	interface TaskMeta {
		/** Read by tests/run.mjs. */
		lastSeen?: readonly string[];
	}
}

afterEach(async ({ task }) => {
	if (task.result?.state === 'fail') task.meta.lastSeen = await lastSeen();
});
