import type { WireError } from '../errors.ts';
import type { QuarterTurns, Rect } from '../geometry/index.ts';
import type {
	EncodeOptions,
	OpenedPhoto,
	PictureContent,
	Pixels,
	ProgressStep,
	StorablePhoto
} from './types.ts';

/** One job at a time: a worker is ended, not interrupted. */
export type Job =
	| { readonly type: 'open'; readonly source: Blob; readonly codecUrl?: string }
	| { readonly type: 'turn'; readonly pixels: Pixels; readonly turns: QuarterTurns }
	| { readonly type: 'store'; readonly pixels: Pixels; readonly portrait: Rect }
	| {
			readonly type: 'encode';
			readonly content: PictureContent;
			readonly options: Omit<EncodeOptions, 'signal'>;
	  };

export type JobResult = {
	readonly open: OpenedPhoto | 'needs-heic-codec';
	readonly turn: Pixels;
	readonly store: StorablePhoto;
	readonly encode: Blob;
};

export type JobMessage =
	| { readonly type: 'step'; readonly step: ProgressStep }
	| { readonly type: 'done'; readonly result: JobResult[keyof JobResult] }
	| { readonly type: 'failed'; readonly error: WireError };
