export { firstHead, nextHead, randomOfUse, type Receipt } from './chain.ts';
export { canonicalJson, fromBase64url, toBase64url, type Json } from './encoding.ts';
export { parsePinnedKeys, PINNED_KEYS, verifyLease, type PinnedKeys } from './token.ts';
export { leaseSchema, receiptSchema, type Lease } from './schema.ts';
export { renewalText } from './renewal.ts';
export {
	afterEnrolment,
	afterLease,
	afterUse,
	serialsLeft,
	standingOf,
	type Ledger,
	type Standing,
	type StandingState
} from './ledger.ts';
