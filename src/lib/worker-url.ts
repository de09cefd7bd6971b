/**
 * Worker scripts under `require-trusted-types-for 'script'`: one policy, for URLs of this origin only.
 */
const POLICY = 'vultus-worker-url';

type WorkerPolicy = { createScriptURL(url: string): unknown };
type TrustedTypes = {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): WorkerPolicy;
};

function sameOrigin(url: string): string {
	const absolute = new URL(url, location.href);
	if (absolute.origin !== location.origin) throw new TypeError('worker of another origin');
	return absolute.href;
}

let policy: WorkerPolicy | undefined;

/**
 * What `new Worker(…)` accepts for a URL that Vite gave (`?worker&url`). A TrustedScriptURL where
 * Trusted Types are enforced; typed as string because the DOM types know no other.
 */
export function workerUrl(url: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	policy ??= trustedTypes?.createPolicy(POLICY, { createScriptURL: sameOrigin });
	return (policy === undefined ? sameOrigin(url) : policy.createScriptURL(url)) as string;
}
