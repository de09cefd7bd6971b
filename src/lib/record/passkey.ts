/**
 * A passkey of this device, whose PRF (WebAuthn level 3, "prf") gives the secret of a way into the
 * vault. On the page's side, as workers know no authenticator. Whether it works is known only by
 * trying: browsers and authenticators claim more and less than they do.
 */
import { AppError } from '../errors.ts';
import { PRODUCT_NAME } from '../product.ts';
import type { Secret, VaultId } from '../vault/index.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Passkey = Extract<Secret, { readonly kind: 'passkey' }>;

/** ES256, EdDSA, RS256. */
const ALGORITHMS = [-7, -8, -257];
const RANDOM = 32;
const TIMEOUT_MS = 60_000;

const random = (): Bytes => crypto.getRandomValues(new Uint8Array(RANDOM));

/** Outputs over two inputs that are this vault's own: neither is known from another vault's. */
function prf(vault: VaultId): AuthenticationExtensionsClientInputs {
	const input = (n: number): Bytes => new TextEncoder().encode(`vultus passkey ${vault} ${n}`);
	return { prf: { eval: { first: input(1), second: input(2) } } };
}

/** Whether to offer one at all. */
export async function mayHavePasskeys(): Promise<boolean> {
	if (!('PublicKeyCredential' in globalThis)) return false;
	return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/** A person who declines, one who waits and a browser that refuses look alike. */
async function asked(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
	try {
		const answer = await asking;
		if (answer instanceof PublicKeyCredential) return answer;
	} catch (cause) {
		const isThere = cause instanceof DOMException && cause.name === 'InvalidStateError';
		throw new AppError(isThere ? 'vault.passkey-exists' : 'vault.passkey-refused', { cause });
	}
	throw new AppError('vault.passkey-refused');
}

function outputOf(value: BufferSource | undefined): Bytes {
	if (value === undefined) throw new AppError('vault.passkey-unsupported');
	const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
	return Uint8Array.from(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/**
 * Asks for one of these. Errors: AppError `vault.passkey-refused`; `vault.passkey-unsupported` where
 * it has no PRF.
 */
export async function usePasskey(vault: VaultId, credentials: readonly Bytes[]): Promise<Passkey> {
	const answer = await asked(
		navigator.credentials.get({
			publicKey: {
				challenge: random(),
				rpId: location.hostname,
				allowCredentials: credentials.map((id) => ({ type: 'public-key', id })),
				// With and without verification an authenticator has different outputs.
				userVerification: 'required',
				timeout: TIMEOUT_MS,
				extensions: prf(vault)
			}
		})
	);
	const { results } = answer.getClientExtensionResults().prf ?? {};
	return {
		kind: 'passkey',
		credential: new Uint8Array(answer.rawId),
		first: outputOf(results?.first),
		second: outputOf(results?.second)
	};
}

/**
 * A new passkey, which was asked for its secret once. `known`: those of this vault, of which this
 * device must have none. Errors: as `usePasskey`; AppError `vault.passkey-exists`.
 */
export async function createPasskey(
	vault: VaultId,
	name: string,
	known: readonly Bytes[]
): Promise<Passkey> {
	const { rawId } = await asked(
		navigator.credentials.create({
			publicKey: {
				challenge: random(),
				rp: { name: PRODUCT_NAME, id: location.hostname },
				// Shown by the system's own lists, outside the vault.
				user: { id: random(), name, displayName: name },
				pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
				authenticatorSelection: {
					authenticatorAttachment: 'platform',
					residentKey: 'required',
					userVerification: 'required'
				},
				excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
				timeout: TIMEOUT_MS,
				extensions: prf(vault)
			}
		})
	);
	const credential = new Uint8Array(rawId);
	try {
		return await usePasskey(vault, [credential]);
	} catch (error) {
		await forgetPasskey(credential);
		throw error;
	}
}

type Signals = {
	readonly signalUnknownCredential?: (of: {
		readonly rpId: string;
		readonly credentialId: string;
	}) => Promise<void>;
};

/** Tells the device that it may drop one, where it listens. */
export async function forgetPasskey(credential: Bytes): Promise<void> {
	const base64 = btoa(String.fromCharCode(...credential));
	const credentialId = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
	const { signalUnknownCredential: signal } = PublicKeyCredential as Signals;
	await signal
		?.call(PublicKeyCredential, { rpId: location.hostname, credentialId })
		.catch(() => undefined);
}
