export { randomOfUse, type Receipt } from './chain.ts';
export { canonicalJson, fromBase64url, toBase64url } from './encoding.ts';
export { PINNED_KEYS, verifyLease, type PinnedKeys } from './token.ts';
export { leaseSchema, receiptSchema } from './schema.ts';
export { renewalText } from './renewal.ts';
export {
	afterEnrolment,
	afterLease,
	afterUse,
	firstPart,
	serialsLeft,
	standingOf,
	type Standing
} from './ledger.ts';
