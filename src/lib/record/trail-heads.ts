/**
 * Where every folder's trail ended when the clinic's server last signed for it: the server is told one hash of
 * all of them and puts it into the lease. A trail that was written anew since then differs from it, whoever
 * wrote it.
 */
import { array, number, parse, string, tuple } from 'valibot';
import { canonicalJson, toBase64url } from '../lease/index.ts';
import type { TrailEnd } from './audit.ts';
import type { Cover, FolderId } from './types.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export type TrailHeads = ReadonlyMap<FolderId, TrailEnd>;

const headsSchema = array(tuple([string(), number(), string()]));

/** Of folders with a trail, in the order of their ids. */
export function headsBytes(covers: ReadonlyMap<FolderId, Cover>): Bytes {
	const heads = [...covers]
		.flatMap(([folder, { trail }]) => (trail === null ? [] : [[folder, trail.n, trail.hash]]))
		.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
	return new TextEncoder().encode(canonicalJson(heads));
}

/** What the server is told and signs; base64url. */
export async function rootOf(heads: Bytes): Promise<string> {
	return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', heads)));
}

/** Null where these are not the heads that were signed. */
export async function signedHeads(heads: Bytes, root: string): Promise<TrailHeads | null> {
	if ((await rootOf(heads)) !== root) return null;
	const rows = parse(headsSchema, JSON.parse(new TextDecoder().decode(heads)));
	return new Map(rows.map(([folder, n, hash]) => [folder, { n, hash }]));
}
