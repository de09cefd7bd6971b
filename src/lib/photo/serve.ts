/** The worker's side of the protocol, shared by the two workers of this room. */
import { AppError, toAppError, toWire } from '../errors.ts';
import { decodePhoto, NeedsHeicCodec, type Codec } from './decode.ts';
import { encode } from './encode.ts';
import { turned } from './orient.ts';
import type { Job, JobMessage, JobResult } from './protocol.ts';
import { store } from './store.ts';
import type { ProgressStep } from './types.ts';

type Post = (message: JobMessage, transfer?: Transferable[]) => void;
/** Downloads and starts a codec; its time is not the picture's. */
export type LoadCodec = (url: string) => Promise<Codec>;

async function open(
	job: Extract<Job, { type: 'open' }>,
	post: Post,
	loadCodec?: LoadCodec
): Promise<JobResult['open']> {
	const step = (name: ProgressStep): void => post({ type: 'step', step: name });
	step('reading');
	const bytes = await job.source.arrayBuffer().catch((cause: unknown) => {
		throw new AppError('photo.read-failed', { retryable: true, cause });
	});
	const codec = job.codecUrl === undefined ? undefined : await loadCodec?.(job.codecUrl);
	step('decoding');
	try {
		return await decodePhoto(new Uint8Array(bytes), codec);
	} catch (error) {
		if (error instanceof NeedsHeicCodec) return 'needs-heic-codec';
		throw toAppError(error, 'photo.decode-failed');
	}
}

async function run(job: Job, post: Post, loadCodec?: LoadCodec): Promise<void> {
	if (job.type === 'open') {
		const result = await open(job, post, loadCodec);
		const pixels = typeof result === 'string' ? [] : [result.pixels.data.buffer];
		post({ type: 'done', result }, pixels);
		return;
	}
	if (job.type === 'turn') {
		const result = turned(job.pixels, job.turns);
		post({ type: 'done', result }, [result.data.buffer]);
		return;
	}
	if (job.type === 'store') {
		const result = await store(job.pixels, job.portrait);
		post({ type: 'done', result }, [result.bytes.buffer, result.thumbnail.buffer]);
		return;
	}
	post({ type: 'step', step: 'encoding' });
	try {
		post({ type: 'done', result: await encode(job.content, job.options) });
	} catch (error) {
		throw toAppError(error, 'photo.encode-failed');
	}
}

export function serve(loadCodec?: LoadCodec): void {
	const post: Post = (message, transfer = []) => {
		self.postMessage(message, { transfer });
	};
	self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
		run(data, post, loadCodec).catch((error: unknown) => {
			post({ type: 'failed', error: toWire(error) });
		});
	});
}
