/** A decoder that never comes back: what a timeout is for. Every other job in it answers at once. */
import type { Job, JobMessage } from '../../../src/lib/photo/protocol.ts';

const post = (message: JobMessage): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
	if (data.type === 'encode') {
		post({ type: 'done', result: new Blob(['answered']) });
		return;
	}
	post({ type: 'step', step: 'decoding' });
	for (;;);
});
