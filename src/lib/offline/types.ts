import type { Kind } from '../../service-worker/bundle.ts';

export type Version = {
	readonly version: string;
	/** 64 hexadecimal digits, over every file of it. */
	readonly hash: string;
	/** Its first eight bytes, to be compared with what was published: four groups of four digits. */
	readonly mark: string;
};

/** What is stored of one kind of file, bytes. */
export type Stored = {
	readonly kind: Kind;
	readonly bytes: number;
	/** What is still missing, as it is stored and as it is sent. */
	readonly missing: number;
	readonly toSend: number;
};

export type { Kind };
