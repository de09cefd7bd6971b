import { canonicalJson, type Json } from './encoding.ts';

const DOMAIN = 'vultus-renew/1\n';

/** The bytes that a device signs when it asks for a lease: domain, then the request without signature. */
export function renewalText(body: { readonly [key: string]: Json }): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(DOMAIN + canonicalJson(body));
}
