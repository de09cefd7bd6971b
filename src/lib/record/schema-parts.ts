/** What the schemas of records are made of. */
import * as v from 'valibot';

export const NAME = 200;
const LINE = 320;
export const TEXT = 20_000;
export const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
export const line = v.pipe(v.string(), v.maxLength(LINE));
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Milliseconds since 1970. */
export const instant = v.pipe(v.number(), v.safeInteger());
/** YYYY-MM-DD. */
export const day = v.pipe(v.string(), v.isoDate());
export const point = v.tuple([v.number(), v.number()]);
export const text = v.pipe(v.string(), v.maxLength(TEXT));
