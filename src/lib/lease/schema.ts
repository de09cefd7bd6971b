/** What a lease says (docs/backend.md). Times are UTC seconds. */
import * as v from 'valibot';

const DAY = 86_400;
const LONGEST = 30 * DAY;
const LONGEST_GRACE = 3 * DAY;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
/** base64url of 32 bytes, of 16. */
const hash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const random = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

export const leaseSchema = v.pipe(
	v.strictObject({
		typ: v.literal('vultus-lease/1'),
		kid: word,
		iss: word,
		aud: v.literal('vultus-app'),
		/** The clinic's id, and the device's. */
		cli: word,
		dev: word,
		/** SHA-256 of the device's raw public key. */
		jkt: hash,
		iat: whole,
		nbf: whole,
		exp: whole,
		/** Seconds after `exp` in which visits may still begin. */
		grace: v.pipe(whole, v.maxValue(LONGEST_GRACE)),
		plan: word,
		feat: v.pipe(v.array(word), v.readonly()),
		/** Serials that may be used; `to` null: no limit. */
		grant: v.strictObject({
			unit: v.literal('visit'),
			from: v.pipe(whole, v.minValue(1)),
			to: v.nullable(whole)
		}),
		/** How far the server knows the device's chain. */
		ack: v.strictObject({ seq: whole, head: hash }),
		policy: v.strictObject({ ver: whole, sha256: v.string() }),
		/** Until an owner has approved the device. */
		prov: v.boolean(),
		/** What the device said of its audit trails, so that they cannot be written anew unseen. */
		trl: v.optional(hash),
		srv: random
	}),
	v.check(({ iat, nbf, exp }) => nbf <= exp && iat <= exp && exp - iat <= LONGEST)
);
export type Lease = Readonly<v.InferOutput<typeof leaseSchema>>;

/** One visit in the chain of uses. */
export const receiptSchema = v.object({
	/** From 1, without gaps. */
	seq: v.pipe(whole, v.minValue(1)),
	at: whole,
	serial: v.pipe(whole, v.minValue(1)),
	/** 1: a visit, 2: one that was begun while the clock could not be believed. */
	kind: v.picklist([1, 2]),
	random
});
